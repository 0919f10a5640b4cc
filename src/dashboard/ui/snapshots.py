"""Locking the view to a snapshot, and what a locked view says of itself."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.filters import Filters
from dashboard.links import BEFORE, GAP, INITIATIVE, SHEET, SNAPSHOT, UNSELECTED
from dashboard.panels.snapshots import names_of, snapshots
from dashboard.panels.view import View
from dashboard.queries.changes import Change, Changes, changes
from dashboard.queries.gap_register import decisions_since
from dashboard.queries.gap_standing import named_gap
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
    """Above a page that is locked to a snapshot: to which, and what has changed since in what it shows."""
    if not view.snapshot:
        return
    text, living = view.text, view.at("")
    filters, _ = _looked_at(view)
    compared = living.href("changes", filters, **{BEFORE: view.snapshot})
    links = [{"id": "vk-see-changes", "href": compared, "label": text("see-changes")}]
    if decisions_since(view.store, living.store):
        links.append({"id": "vk-see-decisions", "href": living.href("gaps"), "label": text("see-decisions")})
    links.append({"id": "vk-unlock", "href": living.href(view.page, **view.own), "label": text("unlock")})
    html = fragment(
        "lock",
        locked=text("locked", snapshot=snapshot_label(text, view.snapshot)),
        since=said_since(view),
        links=links,
    )
    show_html(html, "lock", text.language)


def said_since(view: View, in_short: bool = False) -> str:
    """What has changed since the snapshot that the view is locked to, in what it shows.

    `in_short` not in which ways, and decisions on gaps only where it shows gaps.
    """
    filters, since = _looked_at(view)
    before, now = view.store, view.at("").store
    found = changes(before, now, filters)
    counts = found.in_short if in_short else found.counts
    decided = 0 if in_short and view.page != "gaps" else decisions_since(before, now)
    return _of_one(view, found) or changes_sentence(view.text, since, counts, found.unchanged, decided)


def _looked_at(view: View) -> tuple[Filters, str]:
    """Which initiatives the page is about, and «sedan dess» said of them: a district's sheet has its own."""
    text, gap = view.text, named_gap(view.param(GAP), view.vocabularies) if view.page == "gaps" else None
    terms = dict(gap.terms) if gap else {}
    if view.page == "districts" and view.param(SHEET):
        terms = {"district": view.param(SHEET)}
    if terms:
        place = text.all_of([view.label(*term) for term in terms.items()])
        return view.whole.narrowed(**terms), text("changes-since-then-in", place=place)
    return Filters() if view.page in UNSELECTED else view.filters, text("changes-since-then")


def _of_one(view: View, found: Changes) -> str:
    """What has happened to the initiative whose card the page shows; nothing where it shows none."""
    code = view.param(INITIATIVE) if view.page == "initiatives" else ""
    kinds = [kind for kind in Change if code in set(found.of(kind)["initiative"])]
    if code not in set(found.listings["initiative"]):
        return ""
    told = view.text.all_of([view.text(f"change-{kind}") for kind in kinds])
    return view.text("changes-of-one", parts=told) if kinds else view.text("changes-of-one-nothing")


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
