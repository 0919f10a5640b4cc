"""The terms of a dimension in words: what each means and how many initiatives it has."""

from dashboard.charts.fragments import fragment
from dashboard.queries.coverage import count_by_term
from dashboard.ui.components import show_html
from dashboard.ui.view import View


def show_terms(view: View, dimension: str) -> None:
    text = view.text
    counts = count_by_term(view.store, view.filters, view.vocabularies, dimension).set_index("term")
    cards = [
        {
            "label": term.label(text.language),
            "description": term.description(text.language),
            "count": text("initiatives", n=int(counts["initiatives"][term.code]))
            if term.captured
            else text("cell-not-captured"),
            "href": view.href("initiatives", view.narrowed(**{dimension: term.code}))
            if counts["initiatives"][term.code]
            else "",
        }
        for term in view.vocabularies.terms(dimension)
    ]
    title = text(f"terms-{dimension}")
    show_html(fragment("terms", title=title, cards=cards), f"terms-{dimension}", text.language)
