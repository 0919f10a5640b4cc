"""Locking the view to a snapshot, and what a locked view says of itself."""

from collections.abc import Mapping

import streamlit as st

from dashboard.charts.fragments import fragment
from dashboard.links import BEFORE, SNAPSHOT
from dashboard.panels.snapshots import names_of, snapshots
from dashboard.panels.view import View
from dashboard.queries.changes import changes
from dashboard.queries.gap_register import decisions_since
from dashboard.text.sentences import changes_sentence, foreign, snapshot_label
from dashboard.ui.components import show_html
from dashboard.ui.view import url_params


def pick_param(view: View, name: str, label: str, options: Mapping[str, str], picked: str) -> None:
    """A choice that stands in the URL alone; `options` are its values and what readers call them."""
    key = f"pick-{name}-{view.text.language}"
    st.session_state[key] = picked

    def write() -> None:
        rest = {param: values for param, values in url_params().items() if param != name}
        chosen = st.session_state[key]
        st.query_params.from_dict(rest | ({name: [chosen]} if chosen else {}))

    st.selectbox(
        label,
        options=list(options),
        format_func=lambda code: options[code],
        key=key,
        on_change=write,
    )


def pick_snapshot(view: View) -> None:
    """Lock the view to a snapshot, or let go of it; nothing where there are none."""
    names = names_of(view)
    if names:
        options = {"": view.text("lock-nothing")} | names
        pick_param(view, SNAPSHOT, view.text("lock-view"), options, view.snapshot)


def show_lock(view: View) -> None:
    """Above a page that is locked to a snapshot: to which, and what has changed since in the selection."""
    if not view.snapshot:
        return
    text, living = view.text, view.at("")
    found = changes(view.store, living.store, view.filters)
    decided = decisions_since(view.store, living.store)
    compared = living.href("changes", **{BEFORE: view.snapshot})
    links = [{"id": "vk-see-changes", "href": compared, "label": text("see-changes")}]
    if decided:
        links.append({"id": "vk-see-decisions", "href": living.href("gaps"), "label": text("see-decisions")})
    links.append({"id": "vk-unlock", "href": living.href(view.page, **view.own), "label": text("unlock")})
    html = fragment(
        "lock",
        locked=text("locked", snapshot=snapshot_label(text, view.snapshot)),
        since=changes_sentence(text, text("changes-since-then"), found.counts, found.unchanged, decided),
        links=links,
    )
    show_html(html, "lock", text.language)


def show_missing_snapshot(view: View) -> None:
    """In the lock's place, where a link is pinned to a snapshot that does not exist: that this is not it."""
    asked = next((value for param, value in view.unknown if param == SNAPSHOT), "")
    if not asked:
        return
    text = view.text
    html = fragment(
        "missing_snapshot",
        title=text("missing-snapshot", code=foreign(asked)),
        advice=text("missing-snapshot-advice"),
        others=text("missing-snapshot-others", n=len(snapshots())),
        links=[
            {"href": view.links.at(code).to(view.page, view.filters, **view.own), "label": name}
            for code, name in names_of(view).items()
        ],
    )
    show_html(html, "missing-snapshot", text.language)
