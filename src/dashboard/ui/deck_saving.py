"""Where readers may write: under which name a deck is kept beside the data."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard.charts.fragments import IN_SWEDISH
from dashboard.deck_files import deck_codes, save_deck
from dashboard.decks import Deck
from dashboard.links import DECK
from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.store.columns import SLUG
from dashboard.store.snapshots import SnapshotError
from dashboard.ui.reader import draft, memory
from dashboard.ui.writer import MayNotWrite, writing

_LONGEST_CODE = 60
_SAID = "deck-said"
"""In the session: what became of saving, once."""


def said() -> list[str | Markup]:
    """What there is to say, which is forgotten thereby."""
    return memory().pop(_SAID, [])


def pick_code(view: View, deck: Deck) -> None:
    """Ask for the name, and save under it: in a session alone."""
    if draft():
        return
    text, key = view.text, "deck-code"

    def save() -> None:
        st.session_state[_SAID] = _saved(view, deck, st.session_state[key].strip())

    st.session_state.setdefault(key, deck.code)
    with st.container(border=True):
        st.text_input(text("deck-save-code"), key=key, max_chars=_LONGEST_CODE)
        st.button(text("deck-save"), key="deck-save", on_click=save)


def _saved(view: View, deck: Deck, code: str) -> list[str | Markup]:
    """Save the deck; what became of it. A file is only written over by the deck that came from it."""
    text = view.text
    if not SLUG.valid(code):
        return [text("deck-code-wrong", code=code)]
    if code != deck.code and code in deck_codes(SETTINGS.data):
        return [text("deck-code-taken", code=code)]
    try:
        with writing("deck") as note:
            save_deck(SETTINGS.data, replace(deck, code=code))
            note(code)
    except MayNotWrite as refused:
        return [text("deck-not-saved"), text(refused.key)]
    except SnapshotError as error:
        return [text("deck-not-saved"), IN_SWEDISH.format(error)]
    st.query_params.from_dict(view.links.params(view.filters) | {DECK: [code]})
    return [text("deck-saved", file=f"data/decks/{code}.toml")]
