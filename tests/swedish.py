"""What is Swedish: the city's own words, and those of the Swedish catalogue that English texts do not use."""

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.text import text_of

CITY_WORDS = {
    "portfolio/initiatives.csv": ("title", "display_title"),
    "portfolio/listings.csv": ("title", "link_label"),
    "portfolio/classifications.csv": ("quote",),
    "portfolio/facts.csv": ("quote",),
    "portfolio/review.csv": ("quote",),
    "portfolio/gap_decisions.csv": ("owner_role", "decided_by", "reason"),
    "portfolio/sources.csv": ("title",),
    "portfolio/not_relevant.csv": ("declared_by", "reason_sv"),
    "portfolio/rules.csv": ("label_sv",),
}
"""File to the columns whose words are Swedish whatever the language of the page."""
_IN_ENGLISH = {
    "portfolio/initiatives.csv": ("summary_en",),
    "portfolio/not_relevant.csv": ("reason_en",),
    "portfolio/rules.csv": ("label_en",),
}
_SHORTEST = 4
_CATALOGUES = Path(__file__).parents[1] / "src/dashboard/text"
_PLACEABLE = re.compile(r"^[a-z][\w-]* =|\{ \$[\w-]+ ->|\[\w+\]|\{[^{}]*\}", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_OURS = re.compile(r"https?://\S+|src=\S+|“[^”]*”|\b[a-z0-9]+(?:-[a-z0-9]+)+\b")
"""Addresses, quotes and codes."""


def column(path: Path, name: str) -> Iterator[str]:
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as lines:
            yield from (" ".join(row[name].split()) for row in csv.DictReader(lines) if row.get(name))


@cache
def city_words(data: Path) -> re.Pattern[str]:
    """The city's titles, links and quotes, and labels that English has other words for."""
    vocabularies = [*(data / "vocabularies").glob("*.csv")]
    words = {
        each for file, names in CITY_WORDS.items() for name in names for each in column(data / file, name)
    }
    words |= {label for path in vocabularies for label in column(path, "label_sv")}
    words -= {label for path in vocabularies for label in column(path, "label_en")}
    longest_first = sorted((each for each in words if len(each) >= _SHORTEST), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def our_words(data: Path) -> frozenset[str]:
    """The words of the Swedish catalogue, but for those that are English, too, or stand in a name."""
    vocabularies = (data / "vocabularies").glob("*.csv")
    english = [
        said
        for path in vocabularies
        for name in ("label_en", "description_en")
        for said in column(path, name)
    ]
    english += [
        said for file, names in _IN_ENGLISH.items() for name in names for said in column(data / file, name)
    ]
    swedish = _words_of(_catalogue("sv")) - _words_of(text_of("sv")("language-name"))
    statement = data / "accessibility.toml"
    if statement.is_file():
        english += _english_values(tomllib.loads(statement.read_text("utf-8")))
    return frozenset(swedish - _words_of(_catalogue("en")) - _words_of(" ".join(english)))


def left_in(data: Path, said: str) -> frozenset[str]:
    """Words of our Swedish that stand in what is English; the city's own are not ours to translate."""
    ours = _NOT_OURS.sub(" ", city_words(data).sub(" ", " ".join(said.split())))
    return our_words(data) & _words_of(ours)


def _english_values(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, list):
            for each in value:
                yield from _english_values(each)
        elif key == "en" or key.endswith("_en"):
            yield value


def _catalogue(language: str) -> str:
    return _PLACEABLE.sub(" ", (_CATALOGUES / f"{language}.ftl").read_text("utf-8"))


def _words_of(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
