"""The decks in `data/decks/`: which there are, what one says, saving one, and what is wrong with them."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.decks import Deck, DeckSlide, DeckUnreadable, is_packed, read_deck, unpack, write_deck
from dashboard.dimensions import DIMENSIONS
from dashboard.filters import PROVENANCE, WORDS, from_params
from dashboard.links import FOLLOWING, LANGUAGE, OPEN, OWN, SNAPSHOT
from dashboard.panels.pages import PANELS
from dashboard.store.columns import SLUG
from dashboard.store.durable import replace_file
from dashboard.store.read import Problem, problem
from dashboard.store.snapshots import SnapshotError, leads_out, taken_snapshots, writing
from dashboard.text import LANGUAGES, Text
from dashboard.text.sentences import foreign
from dashboard.vocabularies import Vocabularies

DECKS = "decks"
_SHARED = {each.param for each in DIMENSIONS} | {WORDS, PROVENANCE, SNAPSHOT, LANGUAGE, OPEN, *FOLLOWING}
"""What the address of any view may hold."""


class NoDeck(Exception):
    """Why there is no deck to show: in words by `told`, and what is wrong with its file, in Swedish."""

    def __init__(self, key: str, code: str = "", problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(key)
        self.key = key
        self.code = code
        self.problems = problems

    def told(self, text: Text) -> str:
        return text(self.key, code=foreign(self.code))


def find_deck(data: Path, spelt: str) -> Deck:
    """The deck that an address spells: packed, or by the code of a file. Raises NoDeck."""
    if is_packed(spelt):
        deck, key = unpack(spelt), "deck-broken-link"
    else:
        try:
            deck, key = open_deck(data, spelt), "deck-no-such"
        except DeckUnreadable as error:
            raise NoDeck("deck-broken-file", spelt, tuple(error.problems)) from error
    if deck is None:
        raise NoDeck(key, spelt)
    return deck


def deck_codes(data: Path) -> list[str]:
    """Of the decks that there are files of; a file with another name than a code is none."""
    return sorted(path.stem for path in (data / DECKS).glob("*.toml") if SLUG.valid(path.stem))


def decks_changed(data: Path) -> tuple[tuple[str, int], ...]:
    """The files and when they have changed, to be compared with what they were."""
    return tuple((code, (data / DECKS / f"{code}.toml").stat().st_mtime_ns) for code in deck_codes(data))


def open_deck(data: Path, code: str) -> Deck | None:
    """The deck of this code, None where there is no such file. Raises DeckUnreadable."""
    file = f"{DECKS}/{code}.toml"
    if code not in deck_codes(data):  # comes from an address: not to be trusted with a path
        return None
    if leads_out(data, data / file):
        says = "filen är en länk ut ur datamappen. Lägg filen själv där."
        raise DeckUnreadable([problem(file, "file", says)])
    try:
        return read_deck((data / file).read_bytes(), file, code)
    except OSError as error:
        says = f"filen kan inte läsas ({error.strerror}). Se över rättigheterna."
        raise DeckUnreadable([problem(file, "file", says)]) from error


def save_deck(data: Path, deck: Deck) -> Path:
    """Write the deck to the file that its code names, over what is there. Raises SnapshotError."""
    path = data / DECKS / f"{deck.code}.toml"
    with writing(data):
        try:
            replace_file(path, write_deck(deck).encode())
        except OSError as error:
            says = f"{path}: filen kan inte skrivas ({error.strerror}); bildspelet är inte sparat"
            raise SnapshotError(says) from error
    return path


def check_decks(data: Path) -> list[Problem]:
    """All that is wrong with the files of decks; the vocabularies must have passed their own checks."""
    vocabularies = Vocabularies.read(data / "vocabularies")
    snapshots = taken_snapshots(data)
    problems: list[Problem] = []
    for path in sorted((data / DECKS).glob("*")):
        file = f"{DECKS}/{path.name}"
        if path.suffix != ".toml" or not SLUG.valid(path.stem):
            says = f"filens namn är inte {SLUG.says} följd av .toml. Byt namn på den eller flytta den."
            problems.append(problem(file, "name", says))
            continue
        try:
            deck = open_deck(data, path.stem)
        except DeckUnreadable as failed:
            problems += failed.problems
            continue
        for number, slide in enumerate(deck.slides if deck else (), 1):
            for column, value, says in _wrong_with(slide, vocabularies, snapshots):
                problems.append(
                    problem(file, "reference", says, column=f"bild {number}, {column}", value=value)
                )
    return problems


def _wrong_with(
    slide: DeckSlide, vocabularies: Vocabularies, snapshots: list[str]
) -> Iterator[tuple[str, str, str]]:
    """Which of its keys, the value, and what is wrong with that and what to do."""
    if slide.page is None:
        yield "view", slide.view, "leder inte till någon sida. Skriv som omraden?target=housing."
        return
    panels = PANELS.get(slide.page, {})
    if slide.panel not in panels:
        yield "panel", slide.panel, f"är inget diagram på sidan. Där finns {', '.join(panels) or 'inga'}."
    params = slide.params
    for name in sorted(params.keys() - _SHARED - {*OWN.get(slide.page, ())}):
        yield "view", name, "är inget som en vy har i sin adress. Rätta namnet eller ta bort det."
    _, unknown = from_params(params, vocabularies)
    for param, value in unknown:
        yield "view", f"{param}={value}", "finns inte i ordlistorna. Rätta koden."
    for value in params.get(SNAPSHOT, []):
        if value not in snapshots:
            yield "view", f"{SNAPSHOT}={value}", "är ingen ögonblicksbild i data/snapshots/. Rätta koden."
    for value in params.get(LANGUAGE, []):
        if value not in LANGUAGES:
            yield "view", f"{LANGUAGE}={value}", f"är inget av språken {', '.join(LANGUAGES)}. Rätta det."
