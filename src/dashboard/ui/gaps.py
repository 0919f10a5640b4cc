"""Gaps: what each district lacks, whether that is more than chance, and how shares compare."""

from collections.abc import Callable, Mapping, Sequence
from math import isnan
from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.chance import ENOUGH
from dashboard.charts.dumbbell import SHAPES, Mark, dumbbell
from dashboard.charts.fragments import fragment
from dashboard.charts.table import Cell, Table, words
from dashboard.gaps import GapKind
from dashboard.links import WEIGHT
from dashboard.queries.gaps import Verdict, Weight, high_need, mentions
from dashboard.text.sentences import share
from dashboard.ui.districts import (
    District,
    count_cell,
    decision_cell,
    each_district,
    number_cell,
    percent_cell,
    sheet_href,
)
from dashboard.ui.gap_register import Mark as Decided
from dashboard.ui.gap_register import marks
from dashboard.ui.show import palette, show_chart
from dashboard.ui.view import View

MANY = 10
"""More districts than this are folded away, save those that matter most."""


def show_gaps(view: View, table: pd.DataFrame) -> None:
    """The districts by what they lack; one that lacks several things stands in each."""
    decided = marks(view)
    rows = each_district(table)
    found = {kind: [row for row in rows if kind in row["kinds"]] for kind in GapKind}
    found = {kind: lacking for kind, lacking in found.items() if lacking}
    sections = [_section(view, kind, lacking, decided) for kind, lacking in found.items()]
    sentence = " ".join(
        view.text(
            f"sentence-lack-{kind}", n=len(lacking), whole=len(rows), needy=sum(map(high_need, lacking))
        )
        for kind, lacking in found.items()
    )
    lines = tuple(
        (words(view.text(f"lack-{kind}")), *_line(view, row, decided))
        for kind, lacking in found.items()
        for row in lacking
    )
    listed = Table(view.text("chart-district-gaps"), (view.text("column-lack"), *_columns(view)), lines)
    body = fragment("gap_sections", sections=sections)
    show_chart(
        view, "district-gaps", sentence or view.text("sentence-no-lack"), body, listed, open_table=True
    )


def _section(
    view: View, kind: GapKind, lacking: list[District], decided: Mapping[str, Decided]
) -> dict[str, Any]:
    """The districts of great need stand open; the others fold where they are many."""
    text, title = view.text, view.text(f"lack-{kind}")
    table, rest, folded = _fold(
        title, _columns(view), [(row, _line(view, row, decided)) for row in lacking], high_need
    )
    return {
        "kind": str(kind),
        "title": title,
        "count": text("districts", n=len(lacking)),
        "meaning": text(f"lacks-{kind}"),
        "table": table,
        "rest": rest,
        "rest_title": text("more-districts", n=folded),
    }


def _columns(view: View) -> tuple[str, ...]:
    keys = (
        "dimension-district", "column-now", "column-developing", "column-networks", "column-population",
        "column-low_income_pct", "column-decision",
    )  # fmt: skip
    return tuple(view.text(key) for key in keys)


def _line(view: View, row: District, decided: Mapping[str, Decided]) -> tuple[Cell, ...]:
    return (
        words(row["label"], sheet_href(view, row["district"])),
        *(count_cell(view, row, column) for column in ("now", "developing", "networks")),
        number_cell(view, row["population"]),
        percent_cell(view, row["low_income_pct"] / 100),
        decision_cell(view, row, decided),
    )


def show_expected(view: View, table: pd.DataFrame) -> None:
    """Beside each district's count what its share of the inhabitants, or of those in need, would give it.

    In vocabulary order whatever the numbers: this is no ranking.
    """
    text, chosen = view.text, Weight(view.param(WEIGHT, Weight.POPULATION))
    whole = mentions(view.store, view.filters, view.vocabularies)
    columns = tuple(
        text(key)
        for key in (
            "dimension-district",
            "column-mentions",
            "column-expected",
            "column-chance",
            "column-verdict",
        )
    )
    lines = [(row, _expectation(view, row, whole)) for row in each_district(table)]
    title = text("chart-expected")
    opened, rest, folded = _fold(title, columns, lines, _remarkable)
    weights = [
        {
            "code": str(weight),
            "href": view.href("gaps", **{WEIGHT: "" if weight is Weight.POPULATION else weight}),
            "label": text(f"weight-{weight}"),
            "current": weight is chosen,
        }
        for weight in Weight
    ]
    body = fragment(
        "folded_table",
        name="expected",
        before=fragment("sort", sort_label=text("weight"), sorts=weights),
        table=opened,
        rest=rest,
        rest_title=text("more-districts", n=folded),
    )
    listed = Table(title, columns, tuple(cells for _, cells in lines))
    show_chart(view, "expected", _verdicts(view, table, chosen, whole), body, listed, open_table=True)


def expected_said(view: View, row: District, whole: int) -> str:
    """«4 av 19», «under 1»: whole initiatives; «knappt 3 av 19» where too few would round to enough."""
    expected = row["expected"]
    if isnan(expected):
        return view.text("not-stated")
    if expected < 1:
        return view.text("expected-under-one")
    said = view.text("of", part=round(expected), whole=whole)
    return view.text("expected-nearly", said=said) if expected < ENOUGH <= round(expected) else said


def chance_said(view: View, row: District) -> str:
    """«0–3»"""
    if pd.isna(row["low"]):
        return view.text("not-stated")
    return "–".join(view.text.number(end) for end in sorted({row["low"], row["high"]}))


def _expectation(view: View, row: District, whole: int) -> tuple[Cell, ...]:
    expected = row["expected"]
    said = words(chance_said(view, row))
    return (
        words(row["label"], sheet_href(view, row["district"])),
        count_cell(view, row, "initiatives"),
        Cell(None if isnan(expected) else round(expected, 2), expected_said(view, row, whole)),
        said,
        words(view.text(f"verdict-{row['verdict']}")),
    )


def _verdicts(view: View, table: pd.DataFrame, weight: Weight, whole: int) -> str:
    """What may be said, and of how many districts nothing can be."""
    said = [view.text(f"sentence-expected-{weight}", n=whole, times=view.text("times", n=whole))]
    for verdict in (Verdict.SHORT, Verdict.WITHIN):
        found = table.loc[table["verdict"] == verdict, "label"]
        if len(found):
            said.append(
                view.text(f"sentence-verdict-{verdict}", districts=view.text.all_of(found), n=len(found))
            )
    few = int((table["verdict"] == Verdict.TOO_FEW).sum())
    if few:
        said.append(view.text("sentence-verdict-too-few", n=few, whole=len(table), enough=ENOUGH))
    return " ".join(said)


def show_shares(view: View, table: pd.DataFrame) -> None:
    """Three shares of each district, ordered by need; the table has those that the figure leaves out, too."""
    text = view.text
    whole = mentions(view.store, view.filters, view.vocabularies)
    ordered = table.sort_values("share_need", ascending=False, kind="stable")
    listed = _shares_table(view, ordered, whole)
    drawn = [row for row in each_district(ordered) if _remarkable(row)]
    kinds = _marks(view, drawn, whole)
    figure = dumbbell([row["label"] for row in drawn], kinds, palette(), text.percent)
    signs = [
        {"shape": shape, "stage": position + 1, "filled": not position, "label": mark.name}
        for position, (shape, mark) in enumerate(zip(SHAPES, kinds, strict=True))
    ]
    sentence = f"{_great_need(view, table, whole)} {text('sentence-shares', n=len(drawn), whole=len(table))}"
    show_chart(view, "district-shares", sentence, figure, listed, signs=fragment("signs", signs=signs))


def _marks(view: View, rows: list[District], whole: int) -> list[Mark]:
    """Initiatives are printed as «8 av 19»; the people they are held against are said when pointed at."""
    text = view.text
    counts = [text("of", part=int(row["initiatives"]), whole=whole) for row in rows]
    hrefs = [view.list_href(district=row["district"]) if row["initiatives"] else "" for row in rows]
    return [
        Mark(
            text(f"share-of-{name}"),
            [row[f"share_{name}"] for row in rows],
            [
                f"{row['label']}: {text(f'share-of-{name}')} {percent_cell(view, row[f'share_{name}']).text}"
                for row in rows
            ],
            *((counts, hrefs) if name == "initiatives" else ()),
        )
        for name in ("initiatives", "population", "need")
    ]


def _great_need(view: View, table: pd.DataFrame, whole: int) -> str:
    """What the districts of great need have together."""
    needy = table[[high_need(row) for row in each_district(table)]]
    if needy.empty or not whole:
        return ""
    return view.text(
        "sentence-great-need",
        n=len(needy),
        initiatives=share(view.text, int(needy["initiatives"].sum()), whole),
        population=view.text.percent(needy["share_population"].sum()),
        need=view.text.percent(needy["share_need"].sum()),
    )


def _shares_table(view: View, table: pd.DataFrame, whole: int) -> Table:
    text = view.text
    lines = tuple(
        (
            words(row["label"], sheet_href(view, row["district"])),
            Cell(int(row["initiatives"]), text("of", part=int(row["initiatives"]), whole=whole)),
            *(percent_cell(view, row[f"share_{name}"]) for name in ("initiatives", "population", "need")),
        )
        for row in each_district(table)
    )
    keys = ("share-of-initiatives", "share-of-population", "share-of-need")
    columns = (text("dimension-district"), text("column-mentions"), *(text(key) for key in keys))
    return Table(text("chart-district-shares"), columns, lines)


def _remarkable(row: District) -> bool:
    """Great need, or something aimed here, or enough to say something of."""
    return high_need(row) or bool(row["initiatives"]) or row["verdict"] != Verdict.TOO_FEW


def _fold(
    caption: str,
    columns: tuple[str, ...],
    lines: Sequence[tuple[District, tuple[Cell, ...]]],
    stays_open: Callable[[District], bool],
) -> tuple[Markup, Markup, int]:
    """The table, the lines that fold away where they are many, and how many those are."""
    many = len(lines) > MANY
    opened = tuple(cells for row, cells in lines if not many or stays_open(row))
    folded = tuple(cells for row, cells in lines if many and not stays_open(row))
    shown, rest = (Table(caption, columns, part).html() if part else Markup() for part in (opened, folded))
    return shown, rest, len(folded)
