"""A whole page: what all pages share, and around it the page's own script."""

from collections.abc import Callable

from dashboard.ui.components import begin_page
from dashboard.ui.embed import show_embedded
from dashboard.ui.frame import show_footer, show_header, show_unknown
from dashboard.ui.reader import is_embedded, sidebar
from dashboard.ui.sidebar import show_filters
from dashboard.ui.snapshots import show_lock, show_missing_snapshot
from dashboard.ui.view import read_view


def show_page(code: str, run: Callable[[], object]) -> None:
    """`run` is the script in `pages/`. Raises `StoreUnavailable` where there is no data."""
    begin_page(code)
    view = read_view(code)
    if is_embedded():
        show_embedded(view, run)
        return
    with sidebar():
        show_filters(view)
    show_header(view)
    show_unknown(view)
    show_missing_snapshot(view)
    show_lock(view)
    run()
    show_footer(view)
