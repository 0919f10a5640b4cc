"""The list of initiatives as a panel: what a deck, a document or a slide has of it."""

from collections.abc import Hashable

import pandas as pd

from dashboard.charts.panel import Panel
from dashboard.charts.table import Table, city_words, words
from dashboard.panels.panel import panel
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.portfolio import PUBLISHED, initiatives, labels, listings

MOST = 600
"""More rows than this nobody reads; workbook and CSV have them all."""
_COLUMNS = ("stage", "vision_area", "target_area", "district")


def list_of_initiatives(view: View, name: str) -> Panel | None:
    """The selected initiatives, in the order of the page's list, with the labels that it shows."""
    count = view.totals.initiatives
    if not count:
        return None
    found = initiatives(
        view.store, view.filters, view.sort if view.page == "initiatives" else PUBLISHED, MOST
    )
    terms = _terms(view, list(found["code"]))
    lines = tuple(
        (
            city_words(row.display_title, view.href("initiatives", initiative=row.code)),
            *(words(_said(view, column, terms.get((row.code, column), []))) for column in _COLUMNS),
        )
        for row in each_row(found)
    )
    heads = (view.text("initiative"), *(view.text(f"dimension-{column}") for column in _COLUMNS))
    sentence = view.text("sentence-initiatives", n=count, shown=MOST, more="yes" if count > MOST else "no")
    return panel(view, name, sentence, Table(view.text(f"chart-{name}"), heads, lines), is_table=True)


def _terms(view: View, codes: list[str]) -> dict[Hashable, list[str]]:
    """By initiative and dimension, the codes of its terms."""
    placed = listings(view.store, codes).melt("initiative", ["stage", "vision_area"], "dimension", "term")
    known = labels(view.store, codes, view.filters.inferred)[["initiative", "dimension", "term"]]
    terms = pd.concat([placed, known]).drop_duplicates()
    return terms.groupby(["initiative", "dimension"], sort=False)["term"].agg(list).to_dict()


def _said(view: View, dimension: str, codes: list[str]) -> str:
    return view.text.all_of(view.label(dimension, code) for code in codes) or view.text("not-stated")
