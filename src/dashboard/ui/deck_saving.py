"""Where readers may write: under which name a deck is kept beside the data."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard.charts.fragments import IN_SWEDISH
from dashboard.deck_files import DECKS, deck_codes, save_deck
from dashboard.decks import Deck
from dashboard.links import DECK
from dashboard.panels.view import View
from dashboard.portfolio.normalise import slug
from dashboard.settings import SETTINGS
from dashboard.store.columns import SLUG
from dashboard.store.snapshots import SnapshotError
from dashboard.ui.deck_edits import open_deck_of
from dashboard.ui.reader import memory
from dashboard.ui.view import read_view
from dashboard.ui.writer import MayNotWrite, writing

SAVE = "save:"
"""What the form asks for, followed by the name."""
SAID = "deck-said"
"""In the session: what became of saving, once."""
_LONGEST_CODE = 60


def said() -> list[str | Markup]:
    """What there is to say, which is forgotten thereby."""
    return memory().pop(SAID, [])


def saving(view: View, deck: Deck) -> dict[str, object]:
    """The form."""
    text = view.text
    return {
        "asks": SAVE,
        "label": text("deck-save-code"),
        "code": deck.code,
        "otherwise": _code_of(deck),
        "longest": _LONGEST_CODE,
        "save": text("deck-save"),
        "says": text("deck-save-says", folder=f"{SETTINGS.data.name}/{DECKS}"),
    }


def _code_of(deck: Deck) -> str:
    """What a deck is called where nobody says otherwise: as before, or what its title says."""
    return deck.code or (slug(deck.title) if deck.title else "")


def hear(asked: str) -> None:
    """Save the deck that the address has by now: what is drawn may lack the latest change."""
    view = read_view("deck")
    deck = open_deck_of(view).deck
    code = asked.removeprefix(SAVE).strip() or _code_of(deck)
    memory()[SAID], saved = save(view, deck, code)
    if saved:
        st.query_params.from_dict(view.links.params(view.filters) | {DECK: [code]})


def save(view: View, deck: Deck, code: str) -> tuple[list[str | Markup], bool]:
    """What became of it. A file is only written over by the deck that came from it."""
    text = view.text
    if not SLUG.valid(code):
        return [text("deck-code-wrong", code=code)], False
    if code != deck.code and code in deck_codes(SETTINGS.data):
        return [text("deck-code-taken", code=code)], False
    try:
        with writing("deck") as note:
            save_deck(SETTINGS.data, replace(deck, code=code))
            note(code)
    except MayNotWrite as refused:
        return [text("deck-not-saved"), text(refused.key)], False
    except SnapshotError as error:
        return [text("deck-not-saved"), IN_SWEDISH.format(error)], False
    return [text("deck-saved", file=f"{SETTINGS.data.name}/{DECKS}/{code}.toml")], True
