"""The deck that an address opens, with the changes that it asks for: each of them makes another address."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from unicodedata import normalize

from markupsafe import Markup

from dashboard.charts.fragments import IN_SWEDISH
from dashboard.deck_files import NoDeck, find_deck
from dashboard.decks import (
    MOST_PACKED,
    MOST_SLIDES,
    Deck,
    DeckSlide,
    DeckUnreadable,
    pack,
    read_deck,
    unpack_file,
)
from dashboard.links import ADD, DECK, EDIT, FILE, PANEL
from dashboard.panels.pages import PANELS
from dashboard.panels.view import View
from dashboard.settings import SETTINGS

_EDIT = re.compile(r"(up|down|remove|title|note):([0-9]{1,3})(?::(.*))?", re.DOTALL)
"""What to do with the slide of which number, from 1; 0 is the deck. A title or a note comes with words."""

_FILE = "Filen"
"""What problems call the reader's file: they are in Swedish."""


class Opened(NamedTuple):
    """`spelt` is the deck as an address is to have it; `problems` tell why it cannot be read.

    `says` tells what came of the changes, and `then` is the id of what has the focus after them: of the field
    itself where what is written in it has no room.
    """

    deck: Deck
    spelt: str
    says: str = ""
    then: str = ""
    problems: Sequence[str | Markup] = ()


def open_deck_of(view: View) -> Opened:
    """What the address of the view opens. Without slides where it names no deck, or none that can be read."""
    spelt = view.param(DECK)
    try:
        deck = find_deck(SETTINGS.data, spelt) if spelt else Deck("")
    except NoDeck as missing:
        if not view.param(ADD):
            said = [missing.told(view.text), *map(IN_SWEDISH.format, missing.problems)]
            return Opened(Deck(""), spelt, problems=said)
        deck, spelt = Deck(""), ""
    opened = _changed(view, deck)
    if opened.deck != deck and not _has_room(view, opened.deck):
        says = view.text("deck-too-large", slides=MOST_SLIDES)
        return Opened(deck, spelt, says)
    return opened._replace(spelt=spelt if opened.deck == deck else pack(opened.deck))


def _changed(view: View, deck: Deck) -> Opened:
    if view.param(FILE):
        return _of_file(view, deck)
    return _add(view, deck) if view.param(ADD) else _edit(view, deck)


def _of_file(view: View, deck: Deck) -> Opened:
    """The deck in the reader's file; the one that is open stays where that cannot be read."""
    content = unpack_file(view.param(FILE))
    if content is None:
        return Opened(deck, "", view.text("deck-file-no-deck"))
    try:
        return Opened(read_deck(content, _FILE), "", view.text("deck-file-opened"))
    except DeckUnreadable as error:
        says = [view.text("deck-file-unreadable"), *map(str, error.problems)]
        return Opened(deck, "", "\n".join(says))


def _add(view: View, deck: Deck) -> Opened:
    """The deck with the slide that is to be added, once."""
    slide = DeckSlide(view.param(ADD), view.param(PANEL))
    if slide.page is None or slide.panel not in PANELS.get(slide.page, {}):
        return Opened(deck, "", view.text("deck-not-added"))
    for number, each in enumerate(deck.slides, 1):
        if (each.view, each.panel) == (slide.view, slide.panel):
            return Opened(deck, "", view.text("deck-added-before"), f"deck-title-{number}")
    return Opened(deck.with_slide(slide), "", view.text("deck-added"), f"deck-title-{len(deck.slides) + 1}")


def _edit(view: View, deck: Deck) -> Opened:
    """The deck after all that is asked for. What nobody can do is not done, nor what there is no room for."""
    opened = Opened(deck, "")
    for spelt in view.params.get(EDIT, []):
        what, number, said = _parse_edit(spelt)
        count = len(opened.deck.slides)
        if what in ("title", "note"):
            opened = _written(view, opened, what, number, said)
        elif 0 < number <= count and what == "remove":
            says = view.text("deck-removed", number=number)
            then = f"deck-remove-{min(number, count - 1)}"
            opened = Opened(opened.deck.without(number - 1), "", says, then)
        elif 0 < number <= count:
            to = min(max(number + (1 if what == "down" else -1), 1), count)
            then = "deck-down-1" if to == 1 else f"deck-up-{to}" if to == count else f"deck-{what}-{to}"
            says = view.text("deck-moved", number=to)
            opened = Opened(opened.deck.moved(number - 1, to - 1), "", says, then)
    return opened


def _written(view: View, opened: Opened, what: str, number: int, said: str) -> Opened:
    """With the title or note; where that has no room, as before, and how many letters of it are too many."""

    def deck(letters: int) -> Deck:
        return _told(opened.deck, what, number, said[:letters])

    if deck(len(said)) == opened.deck or _has_room(view, deck(len(said))):
        return Opened(deck(len(said)), "")
    first = bisect_left(range(len(said)), True, key=lambda letters: not _has_room(view, deck(letters)))
    says = view.text("deck-no-room", n=min(len(said) - first + 1, len(said)))
    return opened._replace(says=says, then=f"deck-{what}-{number}")


def _has_room(view: View, deck: Deck) -> bool:
    """Whether an address can hold the deck. One that holds more already need not grow shorter at once."""
    return deck.fits and len(pack(deck)) <= max(MOST_PACKED, len(view.param(DECK)))


def _parse_edit(spelt: str) -> tuple[str, int, str]:
    """No slide has the number -1."""
    found = _EDIT.fullmatch(spelt)
    return (found[1], int(found[2]), found[3] or "") if found else ("", -1, "")


def _told(deck: Deck, what: str, number: int, said: str) -> Deck:
    words = "\n".join(map(_tidy, said.splitlines())).strip() if what == "note" else _tidy(said)
    if number == 0 and what == "title":
        return replace(deck, title=words)
    return deck.told(number - 1, **{what: words})


def _tidy(line: str) -> str:
    """Composed letters, and no white space but what separates words."""
    return " ".join(normalize("NFC", line).split())
