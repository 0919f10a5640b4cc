"""Charts on the page, each with its sentence, its table twin, its download and its definition."""

from base64 import b64encode
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.charts import Figure
from dashboard.charts.fragments import fragment
from dashboard.charts.palette import Palette, palette_of
from dashboard.charts.table import Table
from dashboard.exports.spreadsheet_csv import spreadsheet_csv
from dashboard.filters import Filters
from dashboard.queries.coverage import count_by_term, shared_initiatives
from dashboard.text.sentences import extremes_sentence
from dashboard.ui.components import show_figure, show_html
from dashboard.ui.view import View


def palette() -> Palette:
    """The colours of the theme that the reader has chosen."""
    return palette_of(st.context.theme.type)


def extremes(view: View, dimension: str) -> str:
    """Which terms have most and fewest of the selected initiatives, and how many count in several."""
    counts = count_by_term(view.store, view.filters, view.vocabularies, dimension)
    said = extremes_sentence(view.text, view.vocabularies, dimension, counts, view.totals.initiatives)
    shared = shared_initiatives(view.store, view.filters, view.vocabularies, dimension)
    return f"{said} {view.text('sentence-shared', n=shared)}" if shared else said


def show_chart(
    view: View,
    name: str,
    sentence: str,
    body: Markup | Figure | Sequence[Figure],
    table: Table,
    open_table: bool = False,
    everything: bool = False,
    signs: str = "",
) -> None:
    """Show a chart under its title, the text `chart-<name>`: a figure, or HTML where that is enough.

    A fragment that is a table itself has no twin (`open_table`): its numbers are read where they stand.
    `everything` says that no filter has touched the numbers; `signs` tell what a figure's marks mean.
    """
    title = view.text(f"chart-{name}")
    if isinstance(body, Markup):
        head = fragment("chart_head", name=name, title=title, sentence=sentence, body=body)
        show_html(head + _foot(view, name, table, not open_table, everything), name, view.text.language)
        return
    head = fragment("chart_head", name=name, title=title, sentence=sentence, body=signs)
    show_html(head, name, view.text.language)
    figures = [body] if isinstance(body, Figure) else body
    for position, (column, figure) in enumerate(zip(st.columns(len(figures)), figures, strict=True)):
        with column:
            show_figure(figure, f"{name}-figure-{position}", f"{title}. {sentence}")
    show_html(_foot(view, name, table, True, everything), f"{name}-foot", view.text.language)


def _foot(view: View, name: str, table: Table, twin: bool, everything: bool) -> Markup:
    text = view.text
    csv = b64encode(spreadsheet_csv(table.frame())).decode("ascii")
    return fragment(
        "chart_foot",
        name=name,
        twin=table.html() if twin else "",
        show_table=text("show-table"),
        basis=text("basis-everything") if everything else text("basis", selection=view.selection()),
        filename=f"{name}.csv",
        csv=f"data:text/csv;base64,{csv}",
        download=text("download-csv"),
        definition={"href": view.href("about", Filters()), "label": text("definition")},
    )
