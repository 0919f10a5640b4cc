"""Picking the two snapshots that Förändringar compares."""

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.links import AFTER, BEFORE, NOW
from dashboard.panels.comparison import Comparison, differ, later_side
from dashboard.panels.snapshots import names_of, snapshots
from dashboard.panels.view import View
from dashboard.text.sentences import snapshot_label
from dashboard.ui.components import show_html
from dashboard.ui.snapshots import choice


def pick_snapshots(compared: Comparison) -> None:
    """Two choices beside each other, as the page stands."""
    view = compared.view
    text, names = view.text, names_of(view)
    before, after = compared.before.snapshot, compared.after.snapshot or NOW

    def side(name: str, label: str, options: dict[str, str], picked: str) -> Markup:
        return choice(name, label, options, picked, lambda code: _compared_with(view, name, code))

    choices = [
        side(BEFORE, text("compare-from"), names, before),
        side(AFTER, text("compare-to"), {NOW: text("snapshot-now")} | names, after),
    ]
    show_html(fragment("choices", choices=choices), "compared", text.language)


def _compared_with(view: View, name: str, snapshot: str) -> str:
    """The page with another snapshot on one side, which only the link that means it anyway need not spell."""
    spelt = "" if snapshot == view.defaults[name] else snapshot
    return view.href(view.page, **view.kept | view.own | {name: spelt})


def show_nothing_to_compare(view: View) -> None:
    """That the snapshot is the first, and the way to what came after; else what brings a second about."""
    first, text = later_side(view).snapshot, view.text
    if first and (len(snapshots()) > 1 or differ(view, first)):
        label = snapshot_label(text, first)
        compared = view.href("changes", **{BEFORE: first, AFTER: NOW})
        html = fragment(
            "ways_on",
            title=text("nothing-earlier", snapshot=label),
            advice=text("nothing-earlier-advice"),
            links=[{"href": compared, "label": text("compare-with-now", snapshot=label)}],
        )
    else:
        keys = ("title", "advice", "command")
        html = fragment("first_snapshot", **{key: text(f"first-snapshot-{key}") for key in keys})
    show_html(html, "first-snapshot", text.language)
