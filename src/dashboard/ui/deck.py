"""Bildspel: which decks there are, and the one that is open, to arrange, present and take along.

`presenter` shows it slide by slide.
"""

from base64 import b64encode
from collections import Counter
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.deck_files import NoDeck, deck_codes, find_deck
from dashboard.decks import LONGEST_NOTE, LONGEST_TITLE, Deck, deck_href, write_deck
from dashboard.filters import Filters
from dashboard.links import DECK, SLIDE
from dashboard.panels.deck_slides import slide_text
from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.text import Text
from dashboard.ui.components import show_html
from dashboard.ui.deck_edits import Opened, open_deck_of
from dashboard.ui.deck_saving import hear, said, saving
from dashboard.ui.frame import open_page
from dashboard.ui.presenter import shown_slides
from dashboard.ui.reader import is_embedded
from dashboard.ui.take_along import deck_files
from dashboard.ui.view import read_view
from dashboard.web.gate import LONGEST_ADDRESS

_LONG_LINK = 8000
"""Letters of an address that every program and proxy still takes."""


def show_deck_page() -> None:
    """On the page of another site, or to be arranged."""
    view = read_view("deck")
    opened = open_deck_of(view)
    open_page("deck")
    notes = [*opened.problems, *said()]
    if notes:
        show_html(fragment("notes", notes=notes), "deck-notes", view.text.language)
    if is_embedded():
        _show_slides(view, opened.deck)
    else:
        _show_to_arrange(view, opened)


def _show_to_arrange(view: View, opened: Opened) -> None:
    deck, text = opened.deck, view.text
    show_html(_list(view, opened.spelt), "deck-list", text.language)
    if not deck.slides:
        _show_how(view)
        return
    show_html(_arranged(view, opened), "deck", text.language, hear)


def _list(view: View, opened: str) -> Markup:
    """The decks that there are files of, and where the browser tells of the reader's own."""
    decks = []
    for code in deck_codes(SETTINGS.data):
        try:
            deck = find_deck(SETTINGS.data, code)
        except NoDeck:
            deck = None
        decks.append(_listed(view, deck, code, opened))
    alike = Counter(deck["title"] for deck in decks)
    for deck in decks:
        deck["file"] = deck["code"] if alike[deck["title"]] > 1 else ""
    text, href = view.text, view.links.to("deck", Filters())
    return fragment(
        "deck_list",
        title=text("deck-list"),
        decks=decks,
        own={"href": href, "label": text("deck-own")},
        file={
            "label": text("deck-open-file"),
            "opens": href,
            "longest": LONGEST_ADDRESS,
            "too_large": text("deck-file-too-large"),
        },
    )


def _listed(view: View, deck: Deck | None, code: str, opened: str) -> dict[str, object]:
    text = view.text
    return {
        "code": code,
        "title": deck.title if deck and deck.title else code,
        "href": deck_href(code, text.language, view.snapshot),
        "language": _language(deck, text),
        "count": text("deck-count", n=len(deck.slides)) if deck else text("deck-unreadable-file"),
        "current": code == opened,
    }


def _language(deck: Deck | None, text: Text) -> str:
    """In which its title is most likely: the one of its first slide."""
    return slide_text(deck.slides[0], text).language if deck and deck.slides else text.language


def _show_how(view: View) -> None:
    text = view.text
    html = fragment(
        "deck_empty",
        title=text("deck-empty-title"),
        steps=[text(f"deck-empty-{step}") for step in (1, 2, 3)],
        go={"href": view.href("overview"), "label": text("deck-empty-go")},
    )
    show_html(html, "deck-how", text.language)


def _arranged(view: View, opened: Opened) -> Markup:
    """The deck with what can be done with it, and its slides as fields and in small."""
    text, deck, spelt = view.text, opened.deck, opened.spelt
    href = deck_href(spelt, text.language, view.snapshot)
    present = deck_href(spelt, text.language, view.snapshot, **{SLIDE: "1"})
    toml = b64encode(write_deck(deck).encode()).decode("ascii")
    file = f"{deck.code or 'bildspel'}.toml"
    links = replace(view.links, following={})
    long = text("deck-long-link", letters=text.number(len(href)))
    return fragment(
        "deck",
        title=deck.title or text("deck-untitled"),
        language=_language(deck, text) if deck.title else text.language,
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
        own_title=deck.title,
        saving=saving(view, deck) if view.writable else None,
        slides=[each | _form(view, deck, each["nth"]) for each in _small(view, deck)],
        words={
            "title": text("deck-title"),
            "title_hint": text("deck-slide-title-hint"),
            "note_hint": text("deck-slide-note-hint"),
        },
        longest={"title": LONGEST_TITLE, "note": LONGEST_NOTE, "address": LONGEST_ADDRESS},
        no_room=text("deck-no-room", n="{n}"),
    )


def _form(view: View, deck: Deck, number: int) -> dict[str, Any]:
    """What can be changed of a slide."""
    text = view.text
    moves = (("up", number == 1), ("down", number == len(deck.slides)), ("remove", False))
    return {
        "own_title": deck.slides[number - 1].title,
        "words": {name: text(f"deck-slide-{name}", number=number) for name in ("title", "note")},
        "moves": [
            {
                "name": name,
                "off": off,
                "label": text(f"deck-{name}-slide", number=number),
                "short": text(f"deck-{name}"),
            }
            for name, off in moves
        ],
    }


def _show_slides(view: View, deck: Deck) -> None:
    """As another site shows them in a frame: to be read, one below the other."""
    if deck.slides:
        title = deck.title or view.text("deck-untitled")
        html = fragment("deck_shown", title=title, slides=_small(view, deck))
        show_html(html, "deck", view.text.language)


def _small(view: View, deck: Deck) -> list[dict[str, Any]]:
    """The slides as they will look, in small, each with the way to its view."""
    text = view.text
    return [
        each
        | {
            "heading": text("deck-slide-heading", number=each["nth"], title=each["title"]),
            "open": text("deck-open-view"),
            "page_language": text.language,
        }
        for each in shown_slides(text, deck.at(view.snapshot), range(1, len(deck.slides) + 1))
    ]
