"""Decks: charts of views in the order in which somebody presents them, as a link and as a file spell them."""

import json
import re
import tomllib
import zlib
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import parse_qs

import tomli_w

from dashboard.filters import Filters
from dashboard.links import (
    ADD,
    AFTER,
    DECK,
    DEFAULT_LANGUAGE,
    NOW,
    PANEL,
    PATHS,
    SNAPSHOT,
    Links,
    spell,
)
from dashboard.store.columns import SLUG
from dashboard.store.read import Problem, problem

MOST_SLIDES = 100
MOST_BYTES = 64_000
"""Of a deck that is no longer packed. Whoever makes a link can pack far more into it."""
MOST_PACKED = 24_000
"""Letters of a packed deck: its address, with a note that is written in it, is one that the server takes."""
LONGEST_TITLE = 200
LONGEST_NOTE = 3000
"""Letters; a title is the deck's or a slide's own."""

_PACKED = "1."
"""Begins every deck that lives in its link, and no code; another number when the packing changes."""
_PAGES = {path: page for page, path in PATHS.items()}
_AT_LINE = re.compile(r" \(at (?:line ([0-9]+), column [0-9]+|end of document)\)$")


@dataclass(frozen=True)
class DeckSlide:
    """One panel of one view. `view` is its address as `Links` spells it: `omraden?target=housing&lang=en`.

    Where `title` is empty the panel's own sentence speaks. `note` is for whoever presents.
    """

    view: str
    panel: str
    title: str = ""
    note: str = ""

    @property
    def page(self) -> str | None:
        """Code of the page; None where the address leads to none."""
        return _PAGES.get(self.view.partition("?")[0].removeprefix("./"))

    @property
    def params(self) -> dict[str, list[str]]:
        return parse_qs(self.view.partition("?")[2])

    def at(self, snapshot: str) -> "DeckSlide":
        """Of the snapshot, unless its own address names one; what it compares with now is frozen, too."""
        params = self.params
        if not snapshot or self.page is None or SNAPSHOT in params:
            return self
        if params.get(AFTER) == [NOW]:
            params[AFTER] = [snapshot]
        return replace(self, view=spell(self.page, params | {SNAPSHOT: [snapshot]}))


@dataclass(frozen=True)
class Deck:
    """`code` is the name of the file that it comes from; empty for one that has never been in a file."""

    title: str
    slides: tuple[DeckSlide, ...] = ()
    code: str = ""

    @property
    def fits(self) -> bool:
        """Whether it is small enough for a link and a file."""
        told = [(self.title, ""), *((slide.title, slide.note) for slide in self.slides)]
        readable = all(len(title) <= LONGEST_TITLE and len(note) <= LONGEST_NOTE for title, note in told)
        return readable and len(self.slides) <= MOST_SLIDES and len(_json(self)) <= MOST_BYTES

    def at(self, snapshot: str) -> "Deck":
        """Locked: every slide that has no snapshot of its own shows this one; as it is where it is empty."""
        return replace(self, slides=tuple(slide.at(snapshot) for slide in self.slides))

    def with_slide(self, slide: DeckSlide) -> "Deck":
        return replace(self, slides=(*self.slides, slide))

    def without(self, place: int) -> "Deck":
        """Without the slide at `place`, from 0. Here as below, a place that has none changes nothing."""
        return replace(self, slides=self.slides[:place] + self.slides[place + 1 :])

    def moved(self, place: int, to: int) -> "Deck":
        """With one slide elsewhere; beyond an end is at that end."""
        rest = self.without(place).slides
        to = min(max(to, 0), len(rest))
        return replace(self, slides=rest[:to] + self.slides[place : place + 1] + rest[to:])

    def told(self, place: int, **words: str) -> "Deck":
        """With another title or note at one of its slides."""
        slides = (replace(each, **words) if at == place else each for at, each in enumerate(self.slides))
        return replace(self, slides=tuple(slides))


def deck_href(spelt: str, language: str = DEFAULT_LANGUAGE, snapshot: str = "", **extra: str) -> str:
    """The page of a deck: `spelt` is a packed deck or a file's code."""
    return Links(language, snapshot).to("deck", Filters(), **{DECK: spelt}, **extra)


def add_href(view: str, panel: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Follow it, and the panel of the view is the last slide of the reader's deck."""
    return Links(language).to("deck", Filters(), **{ADD: view, PANEL: panel})


def is_packed(spelt: str) -> bool:
    return spelt.startswith(_PACKED)


def pack(deck: Deck) -> str:
    """The deck as letters that an address holds as they are."""
    packed = urlsafe_b64encode(zlib.compress(_json(deck), 9))
    return _PACKED + packed.decode("ascii").rstrip("=")


def unpack(spelt: str) -> Deck | None:
    """The deck in a link; None for anything else, however it is made: a link is not to be trusted."""
    if not is_packed(spelt) or len(spelt) > 2 * MOST_BYTES:
        return None
    try:
        title, code, slides = json.loads(_inflated(spelt.removeprefix(_PACKED), MOST_BYTES))
        deck = Deck(title, tuple(DeckSlide(*slide) for slide in slides), code)
        whole = _is_text(deck) and deck.fits
    except (ValueError, TypeError, RecursionError):
        return None
    return deck if whole else None


def unpack_file(packed: str) -> bytes | None:
    """The file that a browser has packed, as `pack` does decks; None where it has not the size of one."""
    try:
        return _inflated(packed, 2 * MOST_BYTES)  # TOML says the same in more words
    except ValueError:
        return None


def _inflated(packed: str, most: int) -> bytes:
    """What has been packed. Raises ValueError where that is not whole, or more than so many bytes."""
    unpacker = zlib.decompressobj()
    try:
        packed_bytes = b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        content = unpacker.decompress(packed_bytes, most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacker.eof or len(content) > most:
        raise ValueError("cut short, or too large")
    return content


def _json(deck: Deck) -> bytes:
    """Compact, without names. Raises ValueError for half a letter, which only a forged link has."""
    slides = [tuple(asdict(slide).values()) for slide in deck.slides]
    said = (deck.title, deck.code, slides)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _is_text(deck: Deck) -> bool:
    said = [deck.title, deck.code, *(each for slide in deck.slides for each in asdict(slide).values())]
    return all(isinstance(each, str) for each in said) and (not deck.code or SLUG.valid(deck.code))


class DeckUnreadable(Exception):
    """What keeps a deck's file from being read, in Swedish: where, what, and what to do."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(map(str, problems)))
        self.problems = problems


def write_deck(deck: Deck) -> str:
    """The deck as TOML that people can read and edit; its code is the file's name."""
    parts = [tomli_w.dumps({"title": deck.title})]
    for slide in deck.slides:
        said = {name: value for name, value in asdict(slide).items() if value or name in _REQUIRED}
        lines = "\r" not in "".join(said.values())  # the writer would change such a line break
        parts.append(f"[[slide]]\n{tomli_w.dumps(said, multiline_strings=lines)}")
    return "\n".join(parts)


_REQUIRED = ("view", "panel")
_LONGEST = {"title": LONGEST_TITLE, "note": LONGEST_NOTE}
_KNOWN = (*_REQUIRED, *_LONGEST)


def read_deck(content: bytes, file: str, code: str = "") -> Deck:
    """The deck that a TOML file holds. Raises DeckUnreadable with all that is wrong with it."""
    said = _parse_toml(content, file)
    problems = list(_problems(said, file))
    if problems:
        raise DeckUnreadable(problems)
    deck = Deck(said["title"], tuple(DeckSlide(**slide) for slide in said.get("slide", [])), code)
    if not deck.fits:
        says = f"är för stort. Ha högst {MOST_SLIDES} bilder och {MOST_BYTES // 1000} kB text."
        raise DeckUnreadable([problem(file, "size", f"bildspelet {says}")])
    return deck


def _parse_toml(content: bytes, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        says = "filen är inte UTF-8. Spara den som UTF-8."
        raise DeckUnreadable([problem(file, "encoding", says, line=line)]) from error
    except (ValueError, RecursionError) as error:  # a number too long, too deep
        at = _AT_LINE.search(str(error))
        says = f"filen går inte att läsa som TOML ({_AT_LINE.sub('', str(error))}). Rätta det stället."
        raise DeckUnreadable(
            [problem(file, "malformed", says, line=int(at[1]) if at and at[1] else None)]
        ) from error


def _problems(said: Mapping[str, Any], file: str) -> Iterator[Problem]:
    for name in sorted(said.keys() - {"title", "slide"}):
        says = "hör inte hemma i ett bildspel: där står title och en [[slide]] för varje bild."
        yield problem(file, "key", says, value=name)
    if not isinstance(said.get("title"), str):
        says = 'titeln saknas eller är ingen text. Skriv title = "…" överst.'
        yield problem(file, "required", says, column="title")
    else:
        yield from _length_problems(said["title"], "title", file, "title")
    slides = said.get("slide", [])
    if not isinstance(slides, list):
        yield problem(file, "type", "bilderna ska var och en börja med [[slide]].", column="slide")
        return
    for number, slide in enumerate(slides, 1):
        yield from _slide_problems(slide, file, f"bild {number}")


def _slide_problems(slide: Any, file: str, place: str) -> Iterator[Problem]:
    if not isinstance(slide, dict):
        yield problem(file, "type", "är ingen bild. Börja den med [[slide]].", column=place)
        return
    for name in _REQUIRED:
        if not slide.get(name):
            says = f"{name} saknas. Kopiera det från ett diagrams länk Lägg till i bildspel."
            yield problem(file, "required", says, column=place)
    for name, value in slide.items():
        if name not in _KNOWN:
            says = f"hör inte hemma i en bild: där står {', '.join(_KNOWN)}."
            yield problem(file, "key", says, column=place, value=name)
        elif not isinstance(value, str):
            yield problem(
                file, "type", "är ingen text. Skriv den inom citattecken.", column=f"{place}, {name}"
            )
        else:
            yield from _length_problems(value, name, file, f"{place}, {name}")


def _length_problems(said: str, name: str, file: str, place: str) -> Iterator[Problem]:
    most = _LONGEST.get(name, MOST_BYTES)
    if len(said) > most:
        yield problem(file, "length", f"är {len(said)} tecken. Korta ned till högst {most}.", column=place)
