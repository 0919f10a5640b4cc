"""The card of one initiative: what it is, where the city says so, and how each label was set."""

from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.charts.fragments import IN_SWEDISH, fragment
from dashboard.dimensions import DIMENSIONS, LABELS
from dashboard.filters import Filters
from dashboard.panels.labels import role_of, rule_of
from dashboard.panels.outdated import reasons_by_initiative
from dashboard.panels.quotes import quoting
from dashboard.panels.snapshots import initiatives_in, snapshots
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.portfolio import initiative
from dashboard.text import Text
from dashboard.text.sentences import foreign, snapshot_label
from dashboard.ui.components import show_html


def show_card(view: View, code: str) -> None:
    """One initiative: what it is, where the city says so, and how each label was set."""
    found = initiative(view.store, code)
    if found is None:
        _show_no_such_initiative(view, code)
        return
    text, language = view.text, view.text.language
    html = fragment(
        "initiative",
        back={"href": _back_href(view), "label": text("back-to-list")},
        title=found.display_title,
        published=_published(text, found.title) if found.title != found.display_title else "",
        summary=(found.summary_en if language == "en" else found.summary_sv) or text("no-summary"),
        outdated=text("outdated"),
        reasons=reasons_by_initiative(view, Filters()).get(code, []),
        headings={name: text(f"card-{name}") for name in ("listings", "labels", "facts")},
        listings=[_listing(view, row) for row in each_row(found.listings)],
        columns=[
            text(f"column-{name}") for name in ("dimension", "term", "provenance", "rule", "quote", "source")
        ],
        labels=_labels(view, found.labels),
        facts=[
            {"kind": view.label("fact", row.kind), "value": _fact(view, row)} for row in each_row(found.facts)
        ],
    )
    show_html(html, "initiative-card", language)


def _published(text: Text, title: str) -> Markup:
    return quoting(text, text("published-as", title=title), title)


def _back_href(view: View) -> str:
    """The list as the reader left it."""
    return view.href("initiatives", sort=view.param("sort"), page=view.param("page"))


def _show_no_such_initiative(view: View, code: str) -> None:
    """That there is none with the code; what has one elsewhere is told by its title and leads there."""
    text = view.text
    title, advice = text("no-such-initiative", code=foreign(code)), text("no-such-initiative-advice")
    links = [{"href": view.href("initiatives"), "label": text("back-to-list")}]
    stood = _last_stood(view, code)
    if stood:
        snapshot, called = stood
        label = snapshot_label(text, snapshot)
        title = quoting(text, text("gone-initiative", title=called, locked=str(bool(view.snapshot))), called)
        advice = text("gone-initiative-advice", snapshot=label)
        href = view.links.at(snapshot).to("initiatives", view.filters, initiative=code)
        links.insert(0, {"href": href, "label": text("gone-initiative-link", snapshot=label)})
    html = fragment("ways_on", title=title, advice=advice, links=links)
    show_html(html, "no-such-initiative", text.language)


def _last_stood(view: View, code: str) -> tuple[str, str] | None:
    """The last snapshot that has the initiative, and what it is called there."""
    found = initiatives_in(snapshots())
    for snapshot, known in reversed(found.items()):
        titles = known.loc[known["initiative"] == code, "display_title"]
        if len(titles):
            return snapshot, titles.iloc[0]
    return None


def _listing(view: View, row: Any) -> dict[str, str]:
    text = view.text
    place = text(
        "listing-place",
        vision_area=view.label("vision_area", row.vision_area),
        stage=view.label("stage", row.stage),
        position=int(row.position),
    )
    fetched = text("fetched", date=text.date(row.fetched)) if pd.notna(row.fetched) else text("not-dated")
    address = row.source_address if isinstance(row.source_address, str) else ""
    link, label = text("no-link"), ""
    if isinstance(row.link_label, str):
        label = row.link_label
        link = text("links-elsewhere" if row.link_external else "links-to", label=label)
    notes = " · ".join((fetched, *(() if address else (text("address-unknown"),)), link))
    note = quoting(text, notes, label)
    return {"place": place, "source": row.source_title, "address": address, "note": note}


def _labels(view: View, known: pd.DataFrame) -> list[dict[str, object]]:
    """A line per label, and one for each main dimension of which nothing is known."""
    text = view.text
    lines: list[dict[str, object]] = []
    for dimension in DIMENSIONS:
        if dimension.code not in LABELS:
            continue
        found = known[known["dimension"] == dimension.code]
        head = text(f"dimension-{dimension.code}")
        if found.empty and dimension.main:
            lines.append(_label(head, text("not-stated"), text("not-stated-by-source")))
        for row in each_row(found):
            lines.append(
                _label(
                    head,
                    view.label(dimension.code, row.term) + role_of(view, row),
                    text("how-set", provenance=text(row.provenance), reviewed=str(row.reviewed)),
                    href=view.href("initiatives", Filters().pick(**{dimension.code: row.term})),
                    inferred=row.provenance == "inferred",
                    rule=rule_of(view, row),
                    quote=row.quote if isinstance(row.quote, str) else "",
                    source=row.source_title if isinstance(row.source_title, str) else "",
                    address=row.source_address if isinstance(row.source_address, str) else "",
                )
            )
    return lines


def _label(dimension: str, term: str, provenance: str, **rest: object) -> dict[str, object]:
    empty = {"href": "", "inferred": False, "rule": "", "quote": "", "source": "", "address": ""}
    return {"dimension": dimension, "term": term, "provenance": provenance} | empty | rest


def _fact(view: View, row: Any) -> str | Markup:
    match row.kind:
        case "money":
            return f"{view.text.number(int(row.value))} kr"
        case "promise":
            until = view.text("until", date=view.text.date(date.fromisoformat(row.value)))
            return quoting(view.text, f"{row.quote} ({until})", row.quote)
        case "partner":
            return IN_SWEDISH.format(row.value)
    return row.value
