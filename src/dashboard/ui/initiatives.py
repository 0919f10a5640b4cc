"""The list of initiatives and the card of one."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.fragments import fragment
from dashboard.dimensions import BY_CODE, DIMENSIONS
from dashboard.exports.spreadsheet_csv import spreadsheet_csv
from dashboard.filters import Filters
from dashboard.queries.portfolio import PUBLISHED, SORTS, initiative, initiatives, labels, listings
from dashboard.ui.components import pick_words, show_html
from dashboard.ui.view import View

PER_PAGE = 50


def show_list(view: View) -> None:
    """One page of the selected initiatives, in the order that the link asks for."""
    sort = view.param("sort", PUBLISHED)
    sort = sort if sort in SORTS else PUBLISHED
    count = view.totals.initiatives
    last = max(1, -(-count // PER_PAGE))
    page = min(max(_whole(view.param("page")), 1), last)
    found = initiatives(view.store, view.filters, sort, PER_PAGE, (page - 1) * PER_PAGE)
    tags = _tags(view, list(found["code"]))
    language = view.text.language
    html = fragment(
        "initiative_list",
        sort_label=view.text("sort-by"),
        sorts=[_sort(view, code, code == sort) for code in SORTS],
        start=(page - 1) * PER_PAGE + 1,
        items=[
            {
                "code": row["code"],
                "href": view.href("initiatives", initiative=row["code"]),
                "title": row["display_title"],
                "summary": row[f"summary_{language}"],
                "tags": tags.get(row["code"], []),
            }
            for row in found.to_dict("records")
        ],
        pager=view.text("pages"),
        previous=_step(view, sort, page - 1, "previous-page") if page > 1 else None,
        next=_step(view, sort, page + 1, "next-page") if page < last else None,
    )
    with st.container(key="list-search"):
        words = pick_words(view.filters.words, "list-words", view.text)
    if words != view.filters.words:
        st.query_params.from_dict(view.links.params(replace(view.filters, words=words)))
        st.rerun()
    show_html(html, "initiative-list", language)
    st.download_button(
        view.text("download-list"),
        lambda: _csv(view, sort),
        file_name="insatser.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _csv(view: View, sort: str) -> bytes:
    """All selected initiatives, a column per dimension, made when somebody asks for it."""
    found = initiatives(view.store, view.filters, sort, view.totals.initiatives)
    known = labels(view.store, list(found["code"]), view.filters.inferred)
    placed = listings(view.store, list(found["code"]))
    by_dimension = {
        dimension.code: (placed if dimension.of_listing else known[known["dimension"] == dimension.code])
        for dimension in DIMENSIONS
    }
    for code, rows in by_dimension.items():
        terms = rows[code] if BY_CODE[code].of_listing else rows["term"]
        said = terms.map(lambda term, code=code: view.label(code, term)).groupby(rows["initiative"]).unique()
        found[code] = found["code"].map(said.map(", ".join)).fillna(view.text("not-stated"))
    language = view.text.language
    columns = {"code": "code", "display_title": "initiative", f"summary_{language}": "summary"}
    named = {old: view.text(f"column-{new}") for old, new in columns.items()}
    named |= {code: view.text(f"dimension-{code}") for code in by_dimension}
    return spreadsheet_csv(found[list(named)].rename(columns=named))


def _whole(number: str) -> int:
    return int(number) if number.isdecimal() and len(number) < 9 else 1


def _sort(view: View, code: str, current: bool) -> dict[str, object]:
    label = view.text(f"dimension-{code}") if code in BY_CODE else view.text(f"sort-{code}")
    return {
        "code": code,
        "href": view.href("initiatives", sort="" if code == PUBLISHED else code),
        "label": label,
        "current": current,
    }


def _step(view: View, sort: str, page: int, key: str) -> dict[str, str]:
    order = "" if sort == PUBLISHED else sort
    return {"href": view.href("initiatives", sort=order, page=str(page)), "label": view.text(key)}


def _tags(view: View, codes: list[str]) -> dict[str, list[dict[str, object]]]:
    """Per initiative: where the city lists it, then its target areas and districts."""
    tags: dict[str, dict[str, bool]] = {code: {} for code in codes}
    for row in listings(view.store, codes).itertuples():
        tags[row.initiative][view.label("stage", row.stage)] = False
        tags[row.initiative][view.label("vision_area", row.vision_area)] = False
    known = labels(view.store, codes, view.filters.inferred)
    for row in known[known["dimension"].isin(["target_area", "district"])].itertuples():
        tags[row.initiative][view.label(row.dimension, row.term)] = row.provenance == "inferred"
    return {
        code: [{"label": label, "inferred": inferred} for label, inferred in found.items()]
        for code, found in tags.items()
    }


def show_card(view: View, code: str) -> None:
    """One initiative: what it is, where the city says so, and how each label was set."""
    found = initiative(view.store, code)
    if found is None:
        _show_no_such_initiative(view, code)
        return
    text, language = view.text, view.text.language
    html = fragment(
        "initiative",
        back={"href": view.href("initiatives"), "label": text("back-to-list")},
        title=found.display_title,
        published=text("published-as", title=found.title) if found.title != found.display_title else "",
        summary=found.summary_en if language == "en" else found.summary_sv,
        headings={name: text(f"card-{name}") for name in ("listings", "labels", "facts")},
        listings=[_listing(view, row) for row in found.listings.itertuples()],
        columns=[
            text(f"column-{name}") for name in ("dimension", "term", "provenance", "rule", "quote", "source")
        ],
        labels=_labels(view, found.labels),
        facts=[
            {"kind": text(f"fact-{row.kind}"), "value": _fact(view, row.kind, row.value)}
            for row in found.facts.itertuples()
        ],
    )
    show_html(html, "initiative-card", language)


def _show_no_such_initiative(view: View, code: str) -> None:
    empty = fragment(
        "empty",
        title=view.text("no-such-initiative", code=code[:60]),
        advice=view.text("no-such-initiative-advice"),
        clear={"href": view.href("initiatives"), "label": view.text("back-to-list")},
    )
    show_html(empty, "no-such-initiative", view.text.language)


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
    link = text("links-to", label=row.link_label) if isinstance(row.link_label, str) else text("no-link")
    notes = [fetched, *([] if address else [text("address-unknown")]), link]
    return {"place": place, "source": row.source_title, "address": address, "note": " · ".join(notes)}


def _labels(view: View, known: pd.DataFrame) -> list[dict[str, object]]:
    """A line per label, and one for each main dimension of which nothing is known."""
    text, language = view.text, view.text.language
    lines: list[dict[str, object]] = []
    for dimension in DIMENSIONS:
        if dimension.of_listing:
            continue
        rows = known[known["dimension"] == dimension.code]
        head = text(f"dimension-{dimension.code}")
        if rows.empty and dimension.main:
            lines.append(_label(head, text("not-stated"), text("not-stated-by-source")))
        for row in rows.itertuples():
            rule = row.rule_en if language == "en" else row.rule_sv
            role = f" ({text(f'role-{row.role}')})" if isinstance(row.role, str) else ""
            lines.append(
                _label(
                    head,
                    view.label(dimension.code, row.term) + role,
                    text(row.provenance),
                    href=view.href("initiatives", Filters().pick(**{dimension.code: row.term})),
                    inferred=row.provenance == "inferred",
                    rule=rule if isinstance(rule, str) else "",
                    quote=row.quote if isinstance(row.quote, str) else "",
                    source=row.source_title if isinstance(row.source_title, str) else "",
                    address=row.source_address if isinstance(row.source_address, str) else "",
                )
            )
    return lines


def _label(dimension: str, term: str, provenance: str, **rest: object) -> dict[str, object]:
    empty = {"href": "", "inferred": False, "rule": "", "quote": "", "source": "", "address": ""}
    return {"dimension": dimension, "term": term, "provenance": provenance} | empty | rest


def _fact(view: View, kind: str, value: str) -> str:
    return f"{view.text.number(int(value))} kr" if kind == "money" else value
