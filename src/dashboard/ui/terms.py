"""The terms of a dimension in words: what each means and how many initiatives it has."""

from typing import Any

from dashboard.charts.fragments import fragment
from dashboard.dimensions import NOT_STATED
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.coverage import count_by_term
from dashboard.ui.components import show_html


def show_terms(view: View, dimension: str) -> None:
    counts = count_by_term(view.store, view.filters, view.vocabularies, dimension)
    cards = [_card(view, dimension, row) for row in each_row(counts) if row.term != NOT_STATED]
    html = fragment("terms", title=view.text(f"terms-{dimension}"), cards=cards)
    show_html(html, f"terms-{dimension}", view.text.language)


def _card(view: View, dimension: str, row: Any) -> dict[str, str]:
    term = view.vocabularies.term(dimension, row.term)
    said = "initiatives" if row.captured else "cell-not-captured"
    return {
        "label": term.label(view.text.language),
        "description": term.description(view.text.language),
        "count": view.text(said, n=row.initiatives),
        "href": view.list_href(**{dimension: row.term}) if row.initiatives else "",
    }
