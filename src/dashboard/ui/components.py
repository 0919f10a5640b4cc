"""What a page consists of: pieces of HTML whose links lead within the dashboard."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from contextvars import ContextVar
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from dashboard.ui.reader import Piece, draft, params, spell_asked

_piece = component(
    "visionskollen_piece",
    html='<div class="vk"></div>\n',
    js=Path(__file__).with_name("piece.js").read_text("utf-8"),
    isolate_styles=False,
)
_asked: ContextVar[str] = ContextVar("asked", default="")


def begin_page(page: str) -> None:
    """All pieces from here on answer what the address asks of the page now."""
    _asked.set(spell_asked(page, params()))


def show_html(html: str, key: str, language: str, hear: Callable[[str], None] = lambda asked: None) -> None:
    """Show a piece, or put it into the draft."""
    here = draft()
    if here is not None:
        here.pieces.append(Piece(key, html, language, hear, here.in_sidebar))
    else:
        _show(Piece(key, html, language, hear))


def show_drawn(pieces: Iterable[Piece]) -> None:
    """Show what a draft has come to."""
    for piece in pieces:
        with st.sidebar if piece.in_sidebar else nullcontext():
            _show(piece)


def _show(piece: Piece) -> None:
    def pass_on() -> None:
        asked = st.session_state[piece.key].asked
        if asked:
            piece.hear(asked)

    data = {
        "key": piece.key,
        "html": piece.html,
        "says": piece.says,
        "lang": piece.language,
        "asked": _asked.get(),
    }
    _piece(data=data, key=piece.key, on_asked_change=pass_on)
