"""Bildspel: which decks there are, and the one that is open, to arrange, present and take along."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard.charts.fragments import IN_SWEDISH, fragment
from dashboard.deck_files import NoDeck, deck_codes, find_deck
from dashboard.decks import Deck, DeckSlide, deck_href, unpack, write_deck
from dashboard.filters import Filters
from dashboard.links import ADD, DECK, PANEL, SLIDE
from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.ui.components import show_html
from dashboard.ui.deck_form import write_slide, write_title
from dashboard.ui.deck_memory import add, follow, own_deck, remember, said
from dashboard.ui.deck_saving import pick_code
from dashboard.ui.frame import open_page
from dashboard.ui.presenter import show_presenter, shown_slides
from dashboard.ui.reader import is_embedded
from dashboard.ui.take_along import deck_files
from dashboard.ui.view import read_view

_LONG_LINK = 8000
"""Letters of an address that every program and proxy still takes."""


def show_deck_page() -> None:
    """Presented, on the page of another site, or to be arranged."""
    view = read_view("deck")
    spelt = view.param(DECK)
    deck, problems = _open(view, spelt)
    follow(spelt)
    if view.param(SLIDE) and deck.slides:
        show_presenter(view, deck.at(view.snapshot), spelt)
        return
    open_page("deck")
    notes = st.container()
    if is_embedded():
        _show_slides(view, deck)
    else:
        _show_to_arrange(view, deck, spelt)
    with notes:
        _show_notes(view, [*problems, *([] if view.param(ADD) else said())])


def _open(view: View, spelt: str) -> tuple[Deck, Sequence[str | Markup]]:
    """The deck that the address spells, or one without slides and why."""
    try:
        return find_deck(SETTINGS.data, spelt) if spelt else Deck(""), ()
    except NoDeck as missing:
        return Deck(""), [missing.told(view.text), *map(IN_SWEDISH.format, missing.problems)]


def _show_to_arrange(view: View, deck: Deck, spelt: str) -> None:
    if view.param(ADD):
        add(view, DeckSlide(view.param(ADD), view.param(PANEL)))
    remember(view)
    _show_decks(view, spelt)
    if not deck.slides:
        _show_how(view)
        return
    show_html(_head(view, deck, spelt), "deck-head", view.text.language)
    write_title(view.text, deck)
    for place, slide in enumerate(deck.at(view.snapshot).slides):
        with st.container(border=True):
            looks, words = st.columns([2, 3])
            with looks:
                _show_slide(view, slide, place + 1)
            with words:
                write_slide(view.text, deck, place)
    if view.writable:
        pick_code(view, deck)


def _show_decks(view: View, spelt: str) -> None:
    """The reader's own deck and those that there are files of."""
    text, own = view.text, own_deck()
    mine = unpack(own)
    decks = [_listed(view, mine, own, text("deck-own"), spelt)] if mine and mine.slides else []
    for code in deck_codes(SETTINGS.data):
        try:
            deck = find_deck(SETTINGS.data, code)
        except NoDeck:
            deck = None
        decks.append(_listed(view, deck, code, code, spelt))
    if decks:
        show_html(fragment("deck_list", title=text("deck-list"), decks=decks), "deck-list", text.language)


def _listed(view: View, deck: Deck | None, spelt: str, otherwise: str, opened: str) -> dict[str, object]:
    text = view.text
    return {
        "title": deck.title if deck and deck.title else otherwise,
        "href": deck_href(spelt, text.language, view.snapshot),
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


def _head(view: View, deck: Deck, spelt: str) -> Markup:
    text = view.text
    href = deck_href(spelt, text.language, view.snapshot)
    present = deck_href(spelt, text.language, view.snapshot, **{SLIDE: "1"})
    toml = b64encode(write_deck(deck).encode()).decode("ascii")
    file = f"{deck.code or 'bildspel'}.toml"
    links = replace(view.links, following={})
    long = text("deck-long-link", letters=text.number(len(href)))
    return fragment(
        "deck_head",
        title=deck.title or text("deck-untitled"),
        present={"href": present, "label": text("deck-present")},
        links=[
            {"href": href, "label": text("deck-link"), "download": ""},
            {
                "href": f"data:application/toml;base64,{toml}",
                "label": text("deck-download"),
                "download": file,
            },
        ],
        files=deck_files(replace(view, filters=Filters(), links=links, params={DECK: [spelt]})),
        notes=[text("deck-filters"), *([long] if len(href) > _LONG_LINK else [])],
    )


def _show_slides(view: View, deck: Deck) -> None:
    """As another site shows them in a frame: to be read, one below the other."""
    if deck.slides:
        title = deck.title or view.text("deck-untitled")
        show_html(Markup("<h2>{}</h2>").format(title), "deck-head", view.text.language)
    for number, slide in enumerate(deck.at(view.snapshot).slides, 1):
        _show_slide(view, slide, number)


def _show_slide(view: View, slide: DeckSlide, number: int) -> None:
    """As it will look, in small, with the way to its view: there as soon as it is drawn, which takes time."""
    [shown] = shown_slides(view.text, Deck("", (slide,)))
    heading = view.text("deck-slide-heading", number=number, title=shown["title"])
    link = {
        "href": shown["href"],
        "label": view.text("deck-open-view"),
        "language": view.text.language,
    }
    html = fragment("deck_slide", slide=shown, number=number, heading=heading, link=link)
    show_html(html, f"deck-slide-{number}", view.text.language)


def _show_notes(view: View, notes: list[str | Markup]) -> None:
    if notes:
        show_html(fragment("notes", notes=notes), "deck-notes", view.text.language)
