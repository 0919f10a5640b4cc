"""Panels on the page, each with its sentence, its table twin, its files and its definition."""

import streamlit as st
from markupsafe import Markup

from dashboard.charts.drawing import Plotted, figures
from dashboard.charts.fragments import fragment
from dashboard.charts.palette import PAPER, palette_of
from dashboard.charts.panel import Panel
from dashboard.charts.still import still
from dashboard.filters import Filters
from dashboard.panels.pages import PANELS, panel_of
from dashboard.panels.sharing import here_href
from dashboard.panels.view import View
from dashboard.ui.components import show_figure, show_html
from dashboard.ui.take_along import panel_files

_PRINTED = 1200
"""Width of a still on A4: its letters come out as large as those around it."""


def show(view: View, *names: str) -> None:
    """The view's panels of these names, or all of them, as far as there is anything to show in them."""
    for name in names or PANELS[view.page]:
        panel = panel_of(view, name)
        if panel:
            _show_panel(view, panel)


def _show_panel(view: View, panel: Panel) -> None:
    """A figure stands on its own, so what is above it and what is below are two pieces.

    A browser prints a figure cut to the screen, so on paper a still stands in its place.
    """
    foot, drawing = _foot(view, panel), panel.drawing
    if not isinstance(drawing, Plotted):
        body = drawing.html() + panel.body if drawing else panel.body
        show_html(_head(view, panel, body) + foot, panel.name, view.text.language)
        return
    on_paper = fragment("still", drawing=still(drawing, PAPER, _PRINTED))
    show_html(_head(view, panel, on_paper + panel.body), panel.name, view.text.language)
    drawn = figures(drawing, palette_of(st.context.theme.type))
    for position, (column, figure) in enumerate(zip(st.columns(len(drawn)), drawn, strict=True)):
        with column:
            show_figure(figure, f"{panel.name}-figure-{position}", f"{panel.title}. {panel.sentence}")
    show_html(foot, f"{panel.name}-foot", view.text.language)


def _head(view: View, panel: Panel, body: Markup) -> Markup:
    return fragment(
        "chart_head",
        name=panel.name,
        title=panel.title,
        anchor=view.once(here_href),
        link_here=view.text("link-here", title=panel.title),
        sentence=panel.sentence,
        body=body,
    )


def _foot(view: View, panel: Panel) -> Markup:
    text = view.text
    return fragment(
        "chart_foot",
        name=panel.name,
        twin="" if panel.is_table else panel.table.html(),
        show_table=text("show-table"),
        basis=panel.basis,
        files=panel_files(view, panel),
        definition={"href": view.href("about", Filters()), "label": text("definition")},
    )
