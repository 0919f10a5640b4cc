"""Which two snapshots Förändringar compares, and what is found between them."""

from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from dashboard.charts.fragments import fragment
from dashboard.links import AFTER, BEFORE, NOW
from dashboard.queries.changes import Change, Changes, changes, texts
from dashboard.ui.components import show_html
from dashboard.ui.outdated import previous_snapshot
from dashboard.ui.snapshots import names_of, pick_param, snapshots
from dashboard.ui.view import View


@dataclass(frozen=True)
class Comparison:
    """What the page compares: the reader's `view`, and the same selection `before` and `after`.

    What is told of an initiative leads to it where it last stood.
    """

    view: View
    before: View
    after: View
    changes: Changes

    def label(self, dimension: str, code: str) -> str:
        """What readers call a term, also one that only the older vocabulary knows."""
        known = code in self.after.vocabularies.codes(dimension)
        return (self.after if known else self.before).label(dimension, code)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The descriptions that have been reworded, by id, as far as this machine keeps them."""
        reworded = self.changes.of(Change.TEXT)
        ids = {*reworded["was_text_id"], *reworded["now_text_id"]}
        return {"": ""} | texts([self.before.store, self.after.store], sorted(ids))

    def href(self, **own: str) -> str:
        """This page with the same snapshots."""
        return self.view.href("changes", **self.view.compared, **own)


def compare(view: View) -> Comparison | None:
    """The two snapshots that the reader picks; None where there is nothing to compare yet."""
    codes = snapshots()
    if not view.param(BEFORE) and not _has_history(view, codes):
        return None
    asked = view.param(AFTER) or view.snapshot
    after = view.at("" if asked == NOW else asked)
    before = view.param(BEFORE) or previous_snapshot(after) or codes[0]
    left, right = st.columns(2)
    text, names = view.text, names_of(view)
    with left:
        pick_param(view, BEFORE, text("compare-from"), names, before)
    with right:
        options = {NOW: text("snapshot-now")} | names
        pick_param(view, AFTER, text("compare-to"), options, after.snapshot or NOW)
    was = view.at(before)
    return Comparison(view, was, after, changes(was.store, after.store, view.filters))


def _has_history(view: View, codes: list[str]) -> bool:
    """Whether there are two states: two snapshots, or one and data that somebody has changed since."""
    return len(codes) > 1 or any(view.at(code).store.version != view.at("").store.version for code in codes)


def show_nothing_to_compare(view: View) -> None:
    """What will be seen here, and the command that brings it about."""
    keys = ("title", "advice", "command")
    html = fragment("first_snapshot", **{key: view.text(f"first-snapshot-{key}") for key in keys})
    show_html(html, "first-snapshot", view.text.language)
