"""What vision areas share: how many initiatives they have in common, which, and which look alike."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.grid import Grid, GridCell, GridRow
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Share, Table, city_words, words
from dashboard.panels.balance import areas_in_balance
from dashboard.panels.panel import panel
from dashboard.panels.quotes import quoting
from dashboard.panels.view import BALANCED, View
from dashboard.queries import each_row
from dashboard.queries.balance import balanced_classes, doubles, near_twins, together
from dashboard.queries.coverage import count_by_term, shared_initiatives

MOST_DOUBLES = 100
MOST_TWINS = 20
"""More than these are no help to a reader; the sentence says that there are more."""


def together_panel(view: View, name: str) -> Panel | None:
    """Every two areas and how many initiatives they share, whose numbers lead to the list below.

    Nothing where the selection leaves fewer than two areas.
    """
    areas = balanced_classes(view.vocabularies, BALANCED, view.filters)
    if len(areas) < 2:
        return None
    pairs = together(view.store, view.filters, view.vocabularies, BALANCED)
    several = shared_initiatives(view.store, view.filters, view.vocabularies, BALANCED)
    whole = view.totals.initiatives
    sentence = view.text(
        "together-sentence",
        n=several,
        whole=whole,
        alone=whole - several,
        areas=areas_in_balance(view) or view.text("areas", n=len(areas)),
    )
    reading = fragment("note", says=view.text("together-reading"))
    return panel(view, name, sentence, _pairs_table(view, pairs), _grid(view, pairs), reading, True)


def _grid(view: View, pairs: pd.DataFrame) -> Grid:
    text, areas = view.text, list(pairs["term"].unique())
    sums = count_by_term(view.store, view.filters, view.vocabularies, BALANCED).set_index("term")
    most = max(int(pairs.loc[pairs["term"] != pairs["other"], "initiatives"].max()), 1)
    rows = [
        GridRow(
            view.label(BALANCED, area),
            [_cell(view, pair, most) for pair in each_row(pairs[pairs["term"] == area])],
            _sum(view, area, int(sums["initiatives"][area])),
            href=view.list_href(**{BALANCED: area}),
        )
        for area in areas
    ]
    return Grid(
        caption=text("chart-together"),
        columns=[view.label(BALANCED, area) for area in areas],
        rows=rows,
        foot=[row.sum for row in rows],
        whole=GridCell(text.number(view.totals.initiatives), view.selection(), view.href("initiatives")),
        total=text("initiatives-total"),
    )


def _cell(view: View, pair: Any, most: int) -> GridCell:
    """A number that two areas share leads to `doubles_panel`: no filter can say "in both"."""
    text, count = view.text, int(pair.initiatives)
    label, other = view.label(BALANCED, pair.term), view.label(BALANCED, pair.other)
    if pair.term == pair.other:
        return GridCell(text.number(count), text("together-alone", label=label, n=count), kind="same")
    return GridCell(
        text.number(count),
        text("together-both", label=label, other=other, n=count),
        "#doubles-title" if count else "",
        kind="count" if count else "zero",
        weight=round(count / most, 2),
    )


def _sum(view: View, area: str, count: int) -> GridCell:
    said = f"{view.label(BALANCED, area)}: {view.text('initiatives', n=count)}"
    return GridCell(view.text.number(count), said, view.list_href(**{BALANCED: area}) if count else "")


def _pairs_table(view: View, pairs: pd.DataFrame) -> Table:
    text = view.text
    areas = pairs["term"].unique()
    lines = tuple(
        (
            words(view.label(BALANCED, area)),
            *(Cell(int(n), text.number(n)) for n in pairs.loc[pairs["term"] == area, "initiatives"]),
        )
        for area in areas
    )
    heads = (text(f"dimension-{BALANCED}"), *(view.label(BALANCED, area) for area in areas))
    return Table(text("chart-together"), heads, lines)


def doubles_panel(view: View, name: str) -> Panel | None:
    """Each initiative that several areas have, with the stages that it is listed in under each."""
    text, several = view.text, shared_initiatives(view.store, view.filters, view.vocabularies, BALANCED)
    if not several or len(balanced_classes(view.vocabularies, BALANCED, view.filters)) < 2:
        return None
    found = doubles(view.store, view.filters, BALANCED, MOST_DOUBLES)
    sentence = text("doubles-sentence", n=len(found))
    if several > len(found):
        sentence += " " + text("doubles-more", n=several - len(found))
    items = [
        {
            "href": view.href("initiatives", initiative=row.initiative),
            "title": row.display_title,
            "published": True,
            "reasons": [_listed_under(view, row)],
        }
        for row in each_row(found)
    ]
    heads = (text("initiative"), text("column-listed"))
    lines = tuple((city_words(item["title"], item["href"]), words(*item["reasons"])) for item in items)
    table = Table(text("chart-doubles"), heads, lines)
    return panel(view, name, sentence, table, body=fragment("reasons", items=items), is_table=True)


def _listed_under(view: View, row: Any) -> str:
    """«Möjlighet och mod (Det här gör vi nu) och Människor möts (Det här utvecklar vi)»"""
    return view.text.all_of(
        view.text(
            "doubles-listed",
            area=view.label(BALANCED, area),
            stages=view.text.all_of(view.label("stage", stage) for stage in stages),
        )
        for area, stages in zip(row.terms, row.stages, strict=True)
    )


def near_twins_panel(view: View, name: str) -> Panel:
    """Pairs of initiatives that somebody ought to look at, and what makes them look alike."""
    text = view.text
    found = near_twins(view.store, view.filters, MOST_TWINS + 1)
    told = [_twins(view, row) for row in each_row(found.head(MOST_TWINS))]
    many = len(found) > MOST_TWINS
    sentence = text("near-twins-most" if many else "near-twins-sentence", n=len(told))
    lines = tuple(
        (
            city_words(twins["titles"][0]["label"], twins["titles"][0]["href"]),
            city_words(twins["titles"][1]["label"], twins["titles"][1]["href"]),
            Cell(Share(round(row.likeness, 2)), text.percent(row.likeness)),
            Cell(said := " ".join(twins["said"]), said, html=Markup(" ").join(twins["reasons"])),
        )
        for twins, row in zip(told, each_row(found), strict=False)
    )
    heads = (text("initiative"), *(text(f"column-{name}") for name in ("other", "likeness", "why")))
    table = Table(text("chart-near-twins"), heads, lines)
    body = fragment("near_twins", pairs=told, joined=text("twin-and"))
    return panel(view, name, sentence, table, body=body, is_table=True)


def _twins(view: View, row: Any) -> dict[str, Any]:
    """The two titles with their addresses, and why they are beside each other."""
    text, said = view.text, []
    quoted = [text("quoted", label=word) for word in row.words]
    if quoted:
        said.append(text("twin-words", words=text.all_of(quoted)))
    if isinstance(row.link_label, str):
        said.append(text("twin-link", label=row.link_label))
        quoted.append(row.link_label)
    titles = [(row.initiative, row.display_title), (row.other, row.other_title)]
    return {
        "titles": [
            {"href": view.href("initiatives", initiative=code), "label": title} for code, title in titles
        ],
        "said": said,
        "reasons": [quoting(text, each, *quoted) for each in said],
    }
