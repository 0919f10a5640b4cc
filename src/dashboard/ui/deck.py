"""Bildspel: which decks there are, and the one that is open, to arrange, present and take along.

The address has the whole deck: every change writes it anew, so that the browser's back button undoes it.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import streamlit as st
from markupsafe import Markup
from streamlit.components.v2 import component

from dashboard.charts.fragments import fragment
from dashboard.deck_files import deck_codes, open_deck, save_deck
from dashboard.decks import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_BYTES,
    MOST_SLIDES,
    Deck,
    DeckSlide,
    DeckUnreadable,
    deck_href,
    is_packed,
    pack,
    unpack,
    write_deck,
)
from dashboard.links import ADD, DECK, PANEL, SLIDE
from dashboard.panels.pages import PANELS
from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.store.columns import SLUG
from dashboard.store.snapshots import SnapshotError
from dashboard.ui.components import show_html
from dashboard.ui.frame import open_page
from dashboard.ui.presenter import show_presenter, shown_slides
from dashboard.ui.take_along import deck_files
from dashboard.ui.view import read_view

_OWN = "own-deck"
"""In the session: the reader's own deck, packed; empty where there is none yet."""
_SAID = "deck-said"
"""In the session: what the latest change has to say, once."""
_TRAIL = "deck-trail"
"""In the session: the deck in the address and those that it has been made of, the latest last."""
_LONGEST_TRAIL = 20
_LONG_LINK = 8000
"""Letters of an address that every program and proxy still takes."""

_memory = component(
    "visionskollen_deck_memory",
    html="<span hidden></span>\n",
    js=Path(__file__).with_name("deck_memory.js").read_text("utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class _Opened:
    """What the address asks for: a deck as it spells it, or why there is none."""

    spelt: str = ""
    deck: Deck | None = None
    problems: tuple[str, ...] = ()


def show_deck_page() -> None:
    view = read_view("deck")
    opened = _open(view, view.param(DECK))
    if st.session_state.get(_TRAIL, [])[-1:] != [opened.spelt]:
        st.session_state[_TRAIL] = [opened.spelt]
    if view.param(SLIDE) and opened.deck and opened.deck.slides:
        show_presenter(view, opened.deck, opened.spelt)
        return
    open_page("deck")
    notes = st.container()
    if view.param(ADD):
        _add(view, DeckSlide(view.param(ADD), view.param(PANEL)))
    _remember(view)
    _show_decks(view, opened.spelt)
    if opened.deck and opened.deck.slides:
        _show_deck(view, opened.deck, opened.spelt)
    else:
        _show_how(view)
    with notes:
        said = [] if view.param(ADD) else st.session_state.pop(_SAID, [])
        _show_notes(view, [*opened.problems, *said])


def _add(view: View, slide: DeckSlide) -> None:
    """Add to the reader's own deck, once: whoever follows the link again finds the slide there.

    What the browser remembers comes with the next run; until then nothing is added, as that would be lost.
    """
    text, own = view.text, st.session_state.get(_OWN)
    if own is None:
        return
    if slide.page is None or slide.panel not in PANELS.get(slide.page, {}):
        st.session_state[_SAID] = [text("deck-not-added")]
        return
    deck = unpack(own) or Deck("")
    there = any((each.view, each.panel) == (slide.view, slide.panel) for each in deck.slides)
    larger = deck if there else deck.with_slide(slide)
    if larger.fits:
        st.session_state[_OWN] = pack(larger)
    st.session_state[_SAID] = [text("deck-added") if larger.fits else _too_large(view)]


def _remember(view: View) -> None:
    """Have the browser keep the reader's deck, or tell which it has kept where the session knows of none.

    It also writes the deck's address over one that adds to it, or that names no deck: it would be no use to
    go back to those, or to share them.
    """

    def keep() -> None:
        found = st.session_state["deck-memory"]["deck"]
        st.session_state[_OWN] = found if unpack(found) else ""

    own, address = st.session_state.get(_OWN), ""
    if own is not None and (view.param(ADD) or (own and not view.param(DECK))):
        address = deck_href(own, view.text.language)
    _memory(data={"deck": own, "address": address}, key="deck-memory", on_deck_change=keep)


def _open(view: View, spelt: str) -> _Opened:
    """The deck that the address spells."""
    text = view.text
    if not spelt:
        return _Opened()
    if is_packed(spelt):
        deck = unpack(spelt)
        return _Opened(spelt, deck, () if deck else (text("deck-broken-link"),))
    try:
        deck = open_deck(SETTINGS.data, spelt)
    except DeckUnreadable as error:
        return _Opened(spelt, None, (text("deck-broken-file", code=spelt), *map(str, error.problems)))
    return _Opened(spelt, deck, () if deck else (text("deck-no-such", code=spelt[:60]),))


def _show_decks(view: View, spelt: str) -> None:
    """The reader's own deck and those that there are files of."""
    text, own = view.text, st.session_state.get(_OWN) or ""
    mine = unpack(own)
    decks = [_listed(view, mine, own, text("deck-own"), spelt)] if mine and mine.slides else []
    for code in deck_codes(SETTINGS.data):
        try:
            decks.append(_listed(view, open_deck(SETTINGS.data, code), code, code, spelt))
        except DeckUnreadable:
            decks.append(_listed(view, None, code, code, spelt))
    if decks:
        show_html(fragment("deck_list", title=text("deck-list"), decks=decks), "deck-list", text.language)


def _listed(view: View, deck: Deck | None, spelt: str, otherwise: str, opened: str) -> dict[str, object]:
    text = view.text
    return {
        "title": deck.title if deck and deck.title else otherwise,
        "href": deck_href(spelt, text.language),
        "count": text("deck-count", n=len(deck.slides)) if deck else text("deck-unreadable-file"),
        "current": spelt == opened,
    }


def _show_how(view: View) -> None:
    text = view.text
    html = fragment(
        "deck_empty",
        title=text("deck-empty-title"),
        steps=[text(f"deck-empty-{step}") for step in (1, 2, 3)],
        go={"href": view.href("overview"), "label": text("deck-empty-go")},
    )
    show_html(html, "deck-how", text.language)


def _show_deck(view: View, deck: Deck, spelt: str) -> None:
    text = view.text
    show_html(_head(view, deck, spelt), "deck-head", text.language)
    _write(
        text("deck-title"),
        "deck-title",
        deck.title,
        LONGEST_TITLE,
        lambda deck, said: replace(deck, title=said),
    )
    for place, slide in enumerate(shown_slides(text, deck)):
        with st.container(border=True):
            looks, words = st.columns([2, 3])
            with looks:
                _show_slide(view, slide, place + 1)
            with words:
                _write_slide(view, deck, place)
    if SETTINGS.editable:
        _save_deck(view, deck)


def _head(view: View, deck: Deck, spelt: str) -> Markup:
    text = view.text
    title = deck.title or text("deck-untitled")
    toml = b64encode(write_deck(deck).encode()).decode("ascii")
    file = f"{deck.code or 'bildspel'}.toml"
    links = [
        {"href": deck_href(spelt, text.language), "label": text("deck-link"), "download": ""},
        {"href": f"data:application/toml;base64,{toml}", "label": text("deck-download"), "download": file},
    ]
    long = len(deck_href(spelt)) > _LONG_LINK
    return fragment(
        "deck_head",
        title=title,
        present={"href": deck_href(spelt, text.language, **{SLIDE: "1"}), "label": text("deck-present")},
        links=links,
        files=deck_files(replace(view, params={DECK: [spelt]})),
        notes=[
            text("deck-filters"),
            *([text("deck-long-link", letters=text.number(len(spelt)))] if long else []),
        ],
    )


def _show_slide(view: View, slide: dict[str, Any], number: int) -> None:
    """As it will look, in small, with the way to its view."""
    heading = view.text("deck-slide-heading", number=number, title=slide["title"])
    link = {"href": slide["href"], "label": view.text("deck-open-view")}
    html = fragment("deck_slide", slide=slide, number=number, heading=heading, link=link)
    show_html(html, f"deck-slide-{number}", view.text.language)


def _write_slide(view: View, deck: Deck, place: int) -> None:
    """Its own title and note, and where it stands among the others."""
    text, slide, number = view.text, deck.slides[place], place + 1
    for name, value, most in (("title", slide.title, LONGEST_TITLE), ("note", slide.note, LONGEST_NOTE)):
        _write(
            text(f"deck-slide-{name}", number=number),
            f"deck-{name}-{number}",
            value,
            most,
            lambda deck, said, name=name: deck.told(place, **{name: said}),
            text(f"deck-slide-{name}-hint"),
        )
    last = len(deck.slides) - 1
    with st.container(horizontal=True):
        for name, to, ends in (("up", place - 1, place == 0), ("down", place + 1, place == last)):
            st.button(
                text(f"deck-move-{name}", number=number),
                key=f"deck-{name}-{number}",
                disabled=ends,
                on_click=_change,
                args=(lambda deck, to=to: deck.moved(place, to), text("deck-moved", number=to + 1)),
            )
        st.button(
            text("deck-remove", number=number),
            key=f"deck-remove-{number}",
            on_click=_change,
            args=(lambda deck: deck.without(place), text("deck-removed", number=number)),
        )


def _write(
    label: str, key: str, value: str, most: int, change: Callable[[Deck, str], Deck], hint: str = ""
) -> None:
    """A field of the deck; notes have lines. What the address says wins over what the field held before.

    The field is set only where it differs: setting it takes away what is being typed.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    lines = most == LONGEST_NOTE
    write = st.text_area if lines else st.text_input

    def keep() -> None:
        said = _tidy(st.session_state[key], lines)
        _change(lambda deck: change(deck, said))

    write(label, key=key, max_chars=most, placeholder=hint, on_change=keep)


def _tidy(said: str, lines: bool) -> str:
    """Composed letters, and no white space but what separates words and, in a note, lines."""
    tidied = [" ".join(line.split()) for line in normalize("NFC", said).splitlines()]
    return ("\n" if lines else " ").join(tidied).strip()


def _change(change: Callable[[Deck], Deck], *says: str) -> None:
    """Put the changed deck into the address, and have it remembered as the reader's own.

    A change that is made before the page has answered the one before comes with the address that was before
    both, so the deck to change is the latest that was made of the one in the address.
    """
    view = read_view("deck")
    trail = st.session_state.get(_TRAIL, [])
    spelt = trail[-1] if view.param(DECK) in trail else view.param(DECK)
    deck = _open(view, spelt).deck
    if deck is None:
        return
    changed = change(deck)
    if not changed.fits:
        st.session_state[_SAID] = [_too_large(view)]
        return
    packed = pack(changed)
    st.session_state[_TRAIL] = [*trail, packed][-_LONGEST_TRAIL:]
    st.session_state[_OWN] = packed
    st.session_state[_SAID] = list(says)
    st.query_params.from_dict(view.links.params(view.filters) | {DECK: [packed]})


def _too_large(view: View) -> str:
    return view.text("deck-too-large", slides=MOST_SLIDES, kilobytes=MOST_BYTES // 1000)


def _save_deck(view: View, deck: Deck) -> None:
    """Where readers may write: under which name the deck is kept beside the data."""
    text, key = view.text, "deck-code"

    def save() -> None:
        code = st.session_state[key].strip()
        st.session_state[_SAID] = [_saved(view, deck, code)]

    st.session_state.setdefault(key, deck.code)
    with st.container(border=True):
        st.text_input(text("deck-save-code"), key=key, max_chars=60)
        st.button(text("deck-save"), key="deck-save", on_click=save)


def _saved(view: View, deck: Deck, code: str) -> str:
    """Save the deck; what became of it. A file is only written over by the deck that came from it."""
    text = view.text
    if not SLUG.valid(code):
        return text("deck-code-wrong", code=code)
    if code != deck.code and code in deck_codes(SETTINGS.data):
        return text("deck-code-taken", code=code)
    try:
        save_deck(SETTINGS.data, replace(deck, code=code))
    except SnapshotError as error:
        return f"{text('deck-not-saved')} {error}"
    st.query_params.from_dict(view.links.params(view.filters) | {DECK: [code]})
    return text("deck-saved", file=f"data/decks/{code}.toml")


def _show_notes(view: View, notes: list[str]) -> None:
    if notes:
        show_html(fragment("notes", notes=notes), "deck-notes", view.text.language)
