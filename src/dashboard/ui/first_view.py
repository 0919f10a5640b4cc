"""A page as HTML, before any session: what the document shows first, and what a click is answered with.

The page's own script draws it, so it says what a session says. Readers who ask the same share what is drawn.
"""

import gc
import logging
from collections.abc import Hashable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from threading import Condition
from types import CodeType
from typing import NamedTuple

from cachetools import LRUCache, cached

from dashboard.charts.fragments import fragment
from dashboard.deck_files import decks_changed
from dashboard.links import DEFAULT_LANGUAGE, LANGUAGE, PATHS, spell
from dashboard.panels.view import as_of, view_of
from dashboard.queries.selecting import warm as warm_cubes
from dashboard.settings import SETTINGS
from dashboard.store.connection import StoreUnavailable, open_store
from dashboard.store.edition import one_edition
from dashboard.text import LANGUAGES, text_of
from dashboard.ui.deck_edits import open_deck_of
from dashboard.ui.page import show_page
from dashboard.ui.reader import Draft, Params, Piece, spell_asked
from dashboard.ui.view import mended, needs_mending

_log = logging.getLogger(__name__)

_KEPT = 32_000_000
"""Letters of HTML."""

Asked = tuple[tuple[str, tuple[str, ...]], ...]


class FirstView(NamedTuple):
    """What a document needs: `html` is one element, or empty where only a session can tell what there is."""

    html: str
    language: str
    title: str
    alone: bool = False
    """Whether no session follows: nothing in a frame needs one, and a page may show many frames."""


def no_view(params: Params) -> FirstView:
    asked = params.get(LANGUAGE, [DEFAULT_LANGUAGE])[-1]
    text = text_of(asked if asked in LANGUAGES else DEFAULT_LANGUAGE)
    return FirstView("", text.language, text("product"))


def first_view(page: str, params: Mapping[str, list[str]], url: str, embedded: bool) -> FirstView:
    """The page at an address."""
    try:
        with one_edition():
            pieces, view = draw_ahead(page, params, url, embedded), view_of(params, page)
    except StoreUnavailable:
        return no_view(params)
    except Exception:  # a session tells the reader, and this the operator
        _log.exception("%s could not be drawn ahead", page)
        return no_view(params)
    text, canonical = view.text, mended(view)
    opened = open_deck_of(view) if page == "deck" else None
    mend = {"href": spell(page, canonical), "asked": spell_asked(page, canonical)}
    title = f"{text(f'page-{page}')} | {text('product')}"
    html = fragment(
        "first_view",
        asked=spell_asked(page, params),
        mended=mend if needs_mending(view, params) and not embedded else None,
        said=opened.says if opened else "",
        then=opened.then if opened else "",
        title=title,
        language=text.language,
        alone=embedded,
        filters=text("filters"),
        beside=text("beside"),
        close=text("close"),
        side=[piece for piece in pieces if piece.in_sidebar],
        main=[piece for piece in pieces if not piece.in_sidebar],
    )
    return FirstView(html, text.language, title, embedded)


def draw_ahead(page: str, params: Params, url: str, embedded: bool) -> Sequence[Piece]:
    """The pieces of the page, drawn once for all who ask for the same. Raises StoreUnavailable."""
    asked = tuple((name, tuple(values)) for name, values in sorted(params.items()))
    with one_edition():
        decks = decks_changed(SETTINGS.data) if page == "deck" else ()
        return _drawn(page, asked, url, embedded, (as_of(), decks))


def warm() -> None:
    """Draw each page once, so that no reader is the first: imports, data, templates, counts are at hand."""
    try:
        for page in PATHS:
            draw_ahead(page, {}, "", False)
    except StoreUnavailable:
        return  # the page says so
    except Exception:
        _log.exception("a page could not be drawn ahead")
    gc.collect()
    gc.freeze()


def warm_counts() -> None:
    """Have at hand what filters are counted by; the larger the portfolio, the longer the first would wait."""
    with suppress(StoreUnavailable):
        warm_cubes(open_store(SETTINGS.store))


def forget_drawn() -> None:
    """Draw everything anew, as after a change that no address and no data tell of."""
    _drawn.cache_clear()


def drawn_letters() -> float:
    return _kept.currsize


def _size(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.html) for piece in pieces)


_kept: LRUCache[Hashable, Sequence[Piece]] = LRUCache(_KEPT, getsizeof=_size)


@cached(_kept, condition=Condition())
def _drawn(page: str, asked: Asked, url: str, embedded: bool, _as_of: Hashable) -> Sequence[Piece]:
    draft = Draft({name: list(values) for name, values in asked}, url, embedded)
    draft.draw(lambda: show_page(page, partial(run_script, page)))
    return draft.pieces


def run_script(page: str) -> None:
    """Draw what is the page's own: for sessions, too, as Streamlit's way would give its pieces other names.

    A session that goes from what is drawn ahead to a run of its own would then show all of the page anew.
    """
    exec(_script(page), {})


@cache
def _script(page: str) -> CodeType:
    path = SETTINGS.root / "pages" / f"{page}.py"
    return compile(path.read_text("utf-8"), path, "exec")
