"""Locking the view to a snapshot, and what a locked view says of itself."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.links import BEFORE, SNAPSHOT
from dashboard.panels.snapshots import names_of, snapshots
from dashboard.panels.view import View
from dashboard.queries.changes import changes
from dashboard.queries.gap_register import decisions_since
from dashboard.text.sentences import changes_sentence, foreign, snapshot_label
from dashboard.ui.components import show_html


def choice(
    name: str, label: str, options: Mapping[str, str], picked: str, href: Callable[[str], str]
) -> Markup:
    """A list to pick from: what readers call each of the codes in `options`, which leads to its `href`."""
    return fragment(
        "choice",
        id=f"pick-{name}",
        label=label,
        options=[
            {"href": href(code), "label": shown, "picked": code == picked} for code, shown in options.items()
        ],
    )


def snapshot_choice(view: View) -> Markup:
    """To lock the view to a snapshot, or let go of it; nothing where there are none."""
    names = names_of(view)
    if not names:
        return Markup()
    options = {"": view.text("lock-nothing")} | names
    return choice(SNAPSHOT, view.text("lock-view"), options, view.snapshot, lambda code: _locked(view, code))


def _locked(view: View, snapshot: str) -> str:
    return view.links.at(snapshot).to(view.page, view.filters, **view.own)


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
        links=[{"href": _locked(view, code), "label": name} for code, name in names_of(view).items()],
    )
    show_html(html, "missing-snapshot", text.language)
