"""Picking the two snapshots that Förändringar compares."""

import streamlit as st

from dashboard.charts.fragments import fragment
from dashboard.links import AFTER, BEFORE, NOW
from dashboard.panels.comparison import Comparison, differ, later_side
from dashboard.panels.snapshots import names_of, snapshots
from dashboard.panels.view import View
from dashboard.text.sentences import snapshot_label
from dashboard.ui.components import show_html
from dashboard.ui.snapshots import pick_param


def pick_snapshots(compared: Comparison) -> None:
    """Two choices beside each other, as the page stands."""
    view, left, right = compared.view, *st.columns(2)
    text, names = view.text, names_of(view)
    with left:
        pick_param(view, BEFORE, text("compare-from"), names, compared.before.snapshot)
    with right:
        options = {NOW: text("snapshot-now")} | names
        pick_param(view, AFTER, text("compare-to"), options, compared.after.snapshot or NOW)


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
