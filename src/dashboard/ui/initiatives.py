"""The list of initiatives: to search, sort, leaf through and take along."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.charts.fragments import fragment
from dashboard.dimensions import BY_CODE, DIMENSIONS
from dashboard.exports.spreadsheet_csv import spreadsheet_csv
from dashboard.queries import each_row
from dashboard.queries.portfolio import PUBLISHED, SORTS, initiatives, labels, listings
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
                "href": view.href(
                    "initiatives", initiative=row["code"], sort=view.param("sort"), page=view.param("page")
                ),
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
    codes = list(found["code"])
    known, placed = labels(view.store, codes, view.filters.inferred), listings(view.store, codes)
    columns = {
        view.text("column-code"): codes,
        view.text("column-initiative"): found["display_title"],
        view.text("column-summary"): found[f"summary_{view.text.language}"],
    }
    for dimension in DIMENSIONS:
        if dimension.of_facts:
            continue
        if dimension.of_listing:
            terms = placed.rename(columns={dimension.code: "term"})
        else:
            terms = known[known["dimension"] == dimension.code]
        columns[view.text(f"dimension-{dimension.code}")] = _joined(view, dimension.code, codes, terms)
    return spreadsheet_csv(pd.DataFrame(columns))


def _joined(view: View, dimension: str, codes: list[str], terms: pd.DataFrame) -> list[str]:
    """Per initiative its labels of one dimension, in one cell."""
    said: dict[str, dict[str, None]] = {code: {} for code in codes}
    for row in each_row(terms[["initiative", "term"]]):
        said[row.initiative][view.label(dimension, row.term)] = None
    return [", ".join(said[code]) or view.text("not-stated") for code in codes]


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
    for row in each_row(listings(view.store, codes)):
        tags[row.initiative][view.label("stage", row.stage)] = False
        tags[row.initiative][view.label("vision_area", row.vision_area)] = False
    known = labels(view.store, codes, view.filters.inferred)
    for row in each_row(known[known["dimension"].isin(["target_area", "district"])]):
        tags[row.initiative][view.label(row.dimension, row.term)] = row.provenance == "inferred"
    return {
        code: [{"label": label, "inferred": inferred} for label, inferred in found.items()]
        for code, found in tags.items()
    }
