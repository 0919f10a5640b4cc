"""What a reader writes of a deck and its slides, and how these are put in order."""

from collections.abc import Callable
from dataclasses import replace
from unicodedata import normalize

import streamlit as st

from dashboard.decks import LONGEST_NOTE, LONGEST_TITLE, Deck
from dashboard.text import Text
from dashboard.ui.deck_memory import change

_Told = Callable[[Deck, str], Deck]
"""The deck with what has been written."""


def write_title(text: Text, deck: Deck) -> None:
    _line(text("deck-title"), "deck-title", deck.title, lambda deck, said: replace(deck, title=said))


def write_slide(text: Text, deck: Deck, place: int) -> None:
    """The slide's own title and note, and where it stands among the others."""
    slide, number = deck.slides[place], place + 1
    _line(
        text("deck-slide-title", number=number),
        f"deck-title-{number}",
        slide.title,
        lambda deck, said: deck.told(place, title=said),
        text("deck-slide-title-hint"),
    )
    _lines(
        text("deck-slide-note", number=number),
        f"deck-note-{number}",
        slide.note,
        lambda deck, said: deck.told(place, note=said),
        text("deck-slide-note-hint"),
    )
    _pick_place(text, place, len(deck.slides) - 1)


def _line(label: str, key: str, value: str, told: _Told, hint: str = "") -> None:
    _set(key, value)

    def keep() -> None:
        said = _tidy(st.session_state[key])
        change(lambda deck: told(deck, said))

    st.text_input(label, key=key, max_chars=LONGEST_TITLE, placeholder=hint, on_change=keep)


def _lines(label: str, key: str, value: str, told: _Told, hint: str) -> None:
    _set(key, value)

    def keep() -> None:
        said = "\n".join(map(_tidy, st.session_state[key].splitlines())).strip()
        change(lambda deck: told(deck, said))

    st.text_area(label, key=key, max_chars=LONGEST_NOTE, placeholder=hint, on_change=keep)


def _set(key: str, value: str) -> None:
    """What the address says wins over what a field held before.

    It is set only where it differs: setting it takes away what is being typed.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _tidy(line: str) -> str:
    """Composed letters, and no white space but what separates words."""
    return " ".join(normalize("NFC", line).split())


def _pick_place(text: Text, place: int, last: int) -> None:
    number = place + 1
    with st.container(horizontal=True):
        for name, to, ends in (("up", place - 1, place == 0), ("down", place + 1, place == last)):
            st.button(
                text(f"deck-move-{name}", number=number),
                key=f"deck-{name}-{number}",
                disabled=ends,
                on_click=change,
                args=(lambda deck, to=to: deck.moved(place, to), text("deck-moved", number=to + 1)),
            )
        st.button(
            text("deck-remove", number=number),
            key=f"deck-remove-{number}",
            on_click=change,
            args=(lambda deck: deck.without(place), text("deck-removed", number=number)),
        )
