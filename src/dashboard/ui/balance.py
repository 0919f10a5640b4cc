"""Balance on the page: the bars, the sliders that set a profile, and how many areas are really used."""

from dashboard.charts.fragments import fragment
from dashboard.panels.balance import hold, spread
from dashboard.panels.view import BALANCED, View
from dashboard.ui.components import show_html
from dashboard.ui.profiles import show_profiles
from dashboard.ui.show import show


def show_balance(view: View) -> None:
    """The balance of the selection against the reader's profiles, and sliders to set them."""
    held = view.once(hold)
    if held is None:
        _show_too_few(view)
        return
    show(view, "balance")
    show_profiles(view, held.distances())
    html = fragment("spread", title=view.text("spread"), notes=spread(view, held.own))
    show_html(html, "spread", view.text.language)


def _show_too_few(view: View) -> None:
    """Instead of a balance of one: what it takes, and the way there if a filter is in it."""
    text, links = view.text, []
    if BALANCED in view.filters.picks:
        wider = view.href(view.page, view.narrowed(**{BALANCED: ()}))
        links = [{"href": wider, "label": text("balance-widen")}]
    html = fragment("ways_on", title=text("chart-balance"), advice=text("balance-too-few"), links=links)
    show_html(html, "balance", text.language)
