"""What the reader looks at right now: read from the URL, which is the only place it is kept."""

from dataclasses import replace

import streamlit as st

from dashboard.links import ADD, DECK, EDIT, FILE, MOVE, OPEN
from dashboard.panels.view import View, view_of
from dashboard.ui.deck_edits import open_deck_of
from dashboard.ui.reader import Params, is_embedded, params
from dashboard.ui.writer import may_write


def read_view(page: str = "overview") -> View:
    """The view that the URL spells. Raises `StoreUnavailable` where there is no data to look at."""
    return replace(view_of(params(), page), writable=may_write())


def mended(view: View) -> dict[str, list[str]]:
    """The parameters of the view's address, without what nobody knows."""
    deck = {DECK: open_deck_of(view).spelt} if view.page == "deck" else {}
    return view.links.params(view.filters, **(view.own | deck), **{OPEN: view.param(OPEN)})


def mend_address(page: str) -> None:
    """Take out of the address what nobody knows: the page has said so. A frame's address nobody sees."""
    view = read_view(page)
    if needs_mending(view, params()) and not is_embedded():
        st.query_params.from_dict(mended(view))


def needs_mending(view: View, asked: Params) -> bool:
    """Whether the address says what nobody knows, or what to do instead of what there is."""
    return bool(view.unknown) or not asked.keys().isdisjoint((MOVE, ADD, EDIT, FILE))
