"""Whom a page is drawn for: a reader's session, or the document that is sent before there is one.

The same scripts draw both, so that what readers see first is what the session then goes on with.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple, NoReturn
from urllib.parse import urlencode

import streamlit as st

Params = Mapping[str, list[str]]


class Piece(NamedTuple):
    """HTML that is redrawn as a whole; `key` is its name, unique on the page."""

    key: str
    html: str
    language: str
    hear: Callable[[str], None]
    """Hears what an element with `data-asks` in it asks for, before the page is drawn again."""
    in_sidebar: bool = False

    @property
    def says(self) -> str:
        """By which a browser knows that it shows this already, without comparing all of it."""
        return blake2b(self.html.encode(), digest_size=8).hexdigest()


@dataclass
class Draft:
    """A page that is drawn for a document: what is asked for, and the pieces that it has come to."""

    params: Params
    url: str
    """Of the page, as the reader's browser has it and without parameters."""
    embedded: bool = False
    pieces: list[Piece] = field(default_factory=list)
    in_sidebar: bool = False

    def draw(self, show: Callable[[], None]) -> None:
        """Let `show` draw its pieces here; what takes a session is left out."""
        token = _draft.set(self)
        try:
            show()
        except _Ended:
            pass
        finally:
            _draft.reset(token)


class _Ended(Exception):
    """The page has nothing more to draw."""


_draft: ContextVar[Draft | None] = ContextVar("draft", default=None)


def draft() -> Draft | None:
    """The draft that the page is drawn for; None where it is a session."""
    return _draft.get()


def params() -> Params:
    """The parameters of the address. Streamlit keeps `embed` from them."""
    here = draft()
    return here.params if here else {name: st.query_params.get_all(name) for name in st.query_params}


def page_url() -> str:
    """The page's address as the reader's browser has it, without parameters; empty where it is not known."""
    here = draft()
    return here.url if here else st.context.url or ""


def is_embedded() -> bool:
    """Whether another page shows this one in a frame."""
    here = draft()
    return here.embedded if here else bool(st.context.is_embedded)


def memory() -> MutableMapping[Any, Any]:
    """What the session remembers; nothing where there is none."""
    return {} if draft() else st.session_state


def end_page() -> NoReturn:
    if draft() is None:
        st.stop()
    raise _Ended


@contextmanager
def sidebar() -> Iterator[None]:
    """What is shown in it goes beside the page."""
    here = draft()
    if here is None:
        with st.sidebar:
            yield
        return
    here.in_sidebar = True
    yield
    here.in_sidebar = False


def spell_asked(page: str, params: Params) -> str:
    """What was asked for, spelt alike by session and document: the browser tells what answers what."""
    return f"{page}?{urlencode(sorted(params.items()), doseq=True)}"
