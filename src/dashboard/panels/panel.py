"""What all panels have in common: title, filter line, address."""

from datetime import date

import pandas as pd
from markupsafe import Markup

from dashboard.charts.drawing import Drawing
from dashboard.charts.panel import NOTHING, Panel
from dashboard.charts.table import Cell, Table, words
from dashboard.panels.sharing import here_href
from dashboard.panels.view import View
from dashboard.queries.coverage import count_by_term, shared_initiatives
from dashboard.text.sentences import extremes_sentence


def panel(
    view: View,
    name: str,
    sentence: str,
    table: Table,
    drawing: Drawing | None = None,
    body: Markup = NOTHING,
    is_table: bool = False,
    everything: bool = False,
) -> Panel:
    """The panel whose title is the text `chart-<name>`; `everything` says that no filter touches it."""
    basis = view.text("basis-everything") if everything else view.text("basis", selection=view.selection())
    title, href = view.text(f"chart-{name}"), view.once(here_href)
    return Panel(name, title, sentence, basis, table, drawing, body, is_table, href)


def extremes(view: View, dimension: str) -> str:
    """Which terms have most and fewest of the selected initiatives, and how many count in several."""
    counts = count_by_term(view.store, view.filters, view.vocabularies, dimension)
    said = extremes_sentence(view.text, view.vocabularies, dimension, counts, view.totals.initiatives)
    shared = shared_initiatives(view.store, view.filters, view.vocabularies, dimension)
    return f"{said} {view.text('sentence-shared', n=shared)}" if shared else said


def day_cell(view: View, day: date | None, unknown: str = "") -> Cell:
    """In words to read, and as a day for a spreadsheet to sort by; `unknown` where there is none."""
    if day is None or pd.isna(day):
        return words(unknown)
    return Cell(date(day.year, day.month, day.day), view.text.date(day))
