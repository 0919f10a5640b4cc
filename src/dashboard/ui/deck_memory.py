"""What becomes of the deck that a reader makes: in the address, in the session and in the browser.

The address has the whole deck: every change writes it anew, so that the browser's back button undoes it.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.components.v2 import component

from dashboard.deck_files import NoDeck, find_deck
from dashboard.decks import MOST_BYTES, MOST_SLIDES, Deck, DeckSlide, deck_href, pack, unpack
from dashboard.links import ADD, DECK
from dashboard.panels.pages import PANELS
from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.ui.view import read_view

_OWN = "own-deck"
"""In the session: the reader's own deck, packed; empty where there is none yet."""
_SAID = "deck-said"
"""In the session: what the latest change has to say, once."""
_TRAIL = "deck-trail"
"""In the session: the deck in the address and those that it has been made of, the latest last."""
_LONGEST_TRAIL = 20

_memory = component(
    "visionskollen_deck_memory",
    html="<span hidden></span>\n",
    js=Path(__file__).with_name("deck_memory.js").read_text("utf-8"),
    isolate_styles=False,
)


def own_deck() -> str:
    """The reader's own deck, packed; empty where there is none, or none is known of yet."""
    return st.session_state.get(_OWN) or ""


def say(*notes: str | Markup) -> None:
    st.session_state[_SAID] = list(notes)


def said() -> list[str | Markup]:
    """What there is to say, which is forgotten thereby."""
    return st.session_state.pop(_SAID, [])


def follow(spelt: str) -> None:
    """Begin anew where the reader has come to another deck than the latest change has left."""
    if st.session_state.get(_TRAIL, [])[-1:] != [spelt]:
        st.session_state[_TRAIL] = [spelt]


def add(view: View, slide: DeckSlide) -> None:
    """Add to the reader's own deck, once: whoever follows the link again finds the slide there.

    What the browser remembers comes with the next run; until then nothing is added, as that would be lost.
    """
    own = st.session_state.get(_OWN)
    if own is None:
        return
    if slide.page is None or slide.panel not in PANELS.get(slide.page, {}):
        say(view.text("deck-not-added"))
        return
    deck = unpack(own) or Deck("")
    there = any((each.view, each.panel) == (slide.view, slide.panel) for each in deck.slides)
    larger = deck if there else deck.with_slide(slide)
    if larger.fits:
        st.session_state[_OWN] = pack(larger)
    say(view.text("deck-added") if larger.fits else _too_large(view))


def change(made: Callable[[Deck], Deck], *says: str) -> None:
    """Put the changed deck into the address, and have it remembered as the reader's own.

    A change that is made before the page has answered the one before comes with the address that was before
    both, so the deck to change is the latest that was made of the one in the address.
    """
    view = read_view("deck")
    trail = st.session_state.get(_TRAIL, [])
    try:
        deck = find_deck(SETTINGS.data, trail[-1] if view.param(DECK) in trail else view.param(DECK))
    except NoDeck:  # its file is gone; the page says so
        return
    changed = made(deck)
    if not changed.fits:
        say(_too_large(view))
        return
    packed = pack(changed)
    st.session_state[_TRAIL] = [*trail, packed][-_LONGEST_TRAIL:]
    st.session_state[_OWN] = packed
    say(*says)
    st.query_params.from_dict(view.links.params(view.filters) | {DECK: [packed]})


def remember(view: View) -> None:
    """Have the browser keep the reader's deck, or tell which it has kept where the session knows of none.

    It also writes the deck's address over one that adds to it, or that names no deck: it would be no use to
    go back to those, or to share them.
    """

    def keep() -> None:
        found = st.session_state["deck-memory"]["deck"]
        st.session_state[_OWN] = found if unpack(found) else ""

    own, address = st.session_state.get(_OWN), ""
    if own is not None and (view.param(ADD) or (own and not view.param(DECK))):
        address = deck_href(own, view.text.language, view.snapshot)
    _memory(data={"deck": own, "address": address}, key="deck-memory", on_deck_change=keep)


def _too_large(view: View) -> str:
    return view.text("deck-too-large", slides=MOST_SLIDES, kilobytes=MOST_BYTES // 1000)
