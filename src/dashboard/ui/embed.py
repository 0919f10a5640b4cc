"""A page, or one panel of it, as another page shows it in a frame: without anything around it."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.filters import Unknown
from dashboard.links import PANEL
from dashboard.panels.pages import PANELS
from dashboard.panels.view import View
from dashboard.ui.frame import open_page, show_footer, show_unknown
from dashboard.ui.show import show
from dashboard.ui.snapshots import show_lock, show_missing_snapshot


def show_embedded(view: View, show_page: Callable[[], object]) -> None:
    """The panel that the address names, or the page; nobody sees the address, so it is never mended."""
    name = view.param(PANEL)
    panels = PANELS.get(view.page, {})
    if name and name not in panels:
        view = replace(view, unknown=(*view.unknown, Unknown(PANEL, name)))
    show_unknown(view)
    show_missing_snapshot(view)
    show_lock(view)
    if name in panels:
        show(open_page(view.page), name)
    else:
        show_page()
    show_footer(view)
