"""Panels on the page, each with its sentence, its table twin, its files and its definition."""

from markupsafe import Markup

from dashboard.charts.drawing import Plotted
from dashboard.charts.fragments import fragment
from dashboard.charts.palette import SCREEN
from dashboard.charts.panel import Panel
from dashboard.charts.still import WIDTHS, still
from dashboard.filters import Filters
from dashboard.panels.pages import PANELS, panel_of
from dashboard.panels.sharing import here_href
from dashboard.panels.view import View
from dashboard.ui.components import show_html
from dashboard.ui.export_address import figure_href
from dashboard.ui.take_along import panel_files
from dashboard.web.static_files import asset_href


def show(view: View, *names: str) -> None:
    """The view's panels of these names, or all of them, as far as there is anything to show in them."""
    for name in names or PANELS[view.page]:
        panel = panel_of(view, name)
        if panel:
            _show_panel(view, panel)


def _show_panel(view: View, panel: Panel) -> None:
    body = _drawn(view, panel) + panel.body
    show_html(_head(view, panel, body) + _foot(view, panel), panel.name, view.text.language)


def _drawn(view: View, panel: Panel) -> Markup:
    """A figure is a still until it is pointed at: one for wide screens and paper, one for narrow screens."""
    drawing = panel.drawing
    if drawing is None:
        return Markup()
    if not isinstance(drawing, Plotted):
        return drawing.html()
    return fragment(
        "chart_figure",
        says=panel.alternative,
        stills={name: still(drawing, SCREEN, width) for name, width in WIDTHS.items()},
        href=figure_href(view, panel.name),
        plotly=asset_href("plotly-basic.min.js"),
    )


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
