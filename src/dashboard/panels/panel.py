"""What all panels have in common: title, filter line, address."""

from markupsafe import Markup

from dashboard.charts.drawing import Drawing
from dashboard.charts.panel import NOTHING, Panel
from dashboard.charts.table import Table
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
    href = view.href(view.page, **view.own)
    return Panel(name, view.text(f"chart-{name}"), sentence, basis, table, drawing, body, is_table, href)


def extremes(view: View, dimension: str) -> str:
    """Which terms have most and fewest of the selected initiatives, and how many count in several."""
    counts = count_by_term(view.store, view.filters, view.vocabularies, dimension)
    said = extremes_sentence(view.text, view.vocabularies, dimension, counts, view.totals.initiatives)
    shared = shared_initiatives(view.store, view.filters, view.vocabularies, dimension)
    return f"{said} {view.text('sentence-shared', n=shared)}" if shared else said
