"""«Dela»: the addresses of what the page shows, to copy, scan, mail and put into another page."""

from dataclasses import replace
from urllib.parse import quote

from markupsafe import Markup, escape

from dashboard.charts.fragments import fragment
from dashboard.deck_files import NoDeck, find_deck
from dashboard.decks import pack
from dashboard.links import DECK, GAP, INITIATIVE, SHEET, UNSELECTED
from dashboard.panels.pages import PANELS
from dashboard.panels.sharing import embed_href, frozen_deck, frozen_href, living_href
from dashboard.panels.snapshots import dated, pinned
from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.store.build import BuildFailed, CheckFailed, DataDiffer, build_store, keep_snapshot
from dashboard.store.rows import TableError
from dashboard.store.snapshots import SNAPSHOTS, SnapshotError
from dashboard.text import Text
from dashboard.text.sentences import snapshot_label
from dashboard.ui.address import is_loopback, served_at, whole_address
from dashboard.ui.qr import qr_svg
from dashboard.ui.reader import memory
from dashboard.ui.writer import MayNotWrite, writing

OPENED, FREEZE = "share", "freeze"
"""What the part asks for: to be filled, as the reader has opened it, and a snapshot to link to."""
FAILED = "share-failed"
"""In the session: what kept the snapshot from being taken, in the reader's words and in the command's."""
_LONGEST_MAIL = 2000
"""Letters of an address that Windows hands on to Outlook: it takes 2 083, and drops longer ones silently."""
_FRAME_HEIGHT = 600
"""Of the frame in another page, in pixels: a panel with its heading."""
_FITTING = (
    '<script>addEventListener("message", ({ data, source }) => {'
    ' for (const frame of document.querySelectorAll("iframe"))'
    " if (frame.contentWindow === source && data?.visionskollen) frame.height = data.visionskollen.height"
    " })</script>"
)
"""Makes the frame as high as what it shows, where the other page lets scripts of its editors run."""


def share(view: View) -> Markup:
    """Its codes are drawn from when it has first been opened: most readers of a page never do."""
    text = view.text
    frozen = frozen_href(_with_its_slides(view))
    links = [_link(view, "living", living_href(view), text("share-living-says"))]
    if frozen:  # first comes what opens as the page is now
        links.insert(0 if view.snapshot else 1, _link(view, "frozen", frozen, _frozen_says(view)))
    only_here = ("share-only-here", "share-only-here-how") if is_loopback(served_at(view.page)) else ()
    return fragment(
        "share",
        title=text("share"),
        only_here=[text(key) for key in only_here],
        links=links,
        unpinned=None if frozen else _unpinned(view),
        words={
            name: text(f"share-{name}") for name in ("copy-link", "copy-code", "copied", "by-hand", "mail")
        },
        embed={
            "title": text("share-embed"),
            "says": _embed_says(text),
            "what": text("share-embed-what"),
            "snippets": _snippets(view),
        },
        asks="" if memory().get(OPENED) else OPENED,
    )


def _with_its_slides(view: View) -> View:
    """The view of a deck whose address spells the slides: those in a file follow the file."""
    spelt, snapshot = view.param(DECK), pinned(view)
    if view.page != "deck" or not spelt or not snapshot:
        return view
    try:
        deck = find_deck(SETTINGS.data, spelt)
    except NoDeck:
        return view
    return replace(view, params={**view.params, DECK: [pack(frozen_deck(deck, snapshot))]})


def _embed_says(text: Text) -> str:
    """Browsers show the pages only in frames of sites that are allowed to."""
    allowed = () if SETTINGS.frame_ancestors else (text("share-embed-nowhere"),)
    return " ".join((text("share-embed-says"), *allowed))


def has_asked() -> bool:
    """Whether the session shows more of the part than what readers share who have not opened it."""
    return OPENED in memory()


def hear(view: View, asked: str) -> None:
    """Do what the part asks for."""
    memory()[OPENED] = True
    if asked == FREEZE and view.writable and not view.snapshot:
        memory()[FAILED] = freeze(view)


def _link(view: View, kind: str, href: str, says: str) -> dict[str, object]:
    text, address = view.text, whole_address(view, href)
    label = text(f"share-{kind}")
    here = served_at(view.page)
    scan = memory().get(OPENED) and here and not is_loopback(here)
    code = qr_svg(address, text("share-code", link=label)) if scan else ""
    mail = _mail(view, address)
    too_long = {"share-code-long": scan and not code, "share-mail-long": not mail}
    return {
        "id": f"vk-share-{kind}",
        "label": label,
        "says": says,
        "address": address,
        "code": code,
        "mail": mail,
        "too_long": " ".join(text(key) for key, holds in too_long.items() if holds),
    }


def _mail(view: View, address: str) -> str:
    """The address of a letter that is begun: with what is selected, without it, or none at all."""
    title = view.text(f"page-{view.page}")
    selected = [] if view.page in UNSELECTED else [view.selection()]
    for said in (selected, []):
        body = "\n\n".join((*(f"{each}." for each in said), dated(view), address))
        mail = f"mailto:?subject={quote(': '.join((title, *said)))}&body={quote(body)}"
        if len(mail) <= _LONGEST_MAIL:
            return mail
    return ""


def _frozen_says(view: View) -> str:
    return view.text("share-frozen-says", snapshot=snapshot_label(view.text, pinned(view)))


def _unpinned(view: View) -> dict[str, object]:
    """Why there is nothing to freeze to, and what helps."""
    text = view.text
    mends = view.writable
    return {
        "label": text("share-frozen"),
        "says": text("share-unpinned"),
        "how": "" if mends else text("share-unpinned-how"),
        "commands": [] if mends else ["dashboard snapshot", "dashboard build"],
        "asks": FREEZE,
        "take": text("share-take") if mends else "",
        "takes": text("share-takes", folder=f"{SETTINGS.data.name}/{SNAPSHOTS}") if mends else "",
        "failed": memory().pop(FAILED, None),
    }


def freeze(view: View) -> tuple[str, str] | None:
    """Take a snapshot of what the reader sees; otherwise why not, in their words and as commands say it."""
    try:
        with writing("snapshot") as note:
            keep_snapshot(SETTINGS.data, SETTINGS.captures, view.store.version)
            note(view.store.version)
        build_store(SETTINGS.data, SETTINGS.store, captures=SETTINGS.captures)
    except MayNotWrite as refused:
        return view.text(refused.key), ""
    except DataDiffer:
        return view.text("share-data-differ"), ""
    except (BuildFailed, CheckFailed, SnapshotError, TableError) as problem:
        return view.text("share-not-taken"), str(problem)
    return None


def _snippets(view: View) -> list[dict[str, object]]:
    """HTML for the page, and for each of its panels."""
    text = view.text
    of_one = view.own.keys() & {SHEET, GAP, INITIATIVE}
    names = () if of_one else PANELS.get(view.page, ())
    titles = {"": text(f"page-{view.page}")} | {name: text(f"chart-{name}") for name in names}
    return [
        {
            "label": title if panel else text("share-embed-page", page=title),
            "html": _frame(f"{title} | {text('product')}", whole_address(view, embed_href(view, panel))),
        }
        for panel, title in titles.items()
    ]


def _frame(title: str, address: str) -> str:
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{_FRAME_HEIGHT}" '
        'style="border: 0" loading="lazy" allow="clipboard-write"></iframe>'
        f"\n{_FITTING}"
    )
