"""Which initiative a listing on a page is: known by its title, known under another, unsure, or new."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dashboard.portfolio.normalise import comparison_key
from dashboard.store.rows import Row

SURE = 0.7
"""From here a listing is taken for a known one with other words."""

POSSIBLE = 0.3
"""From here a person is asked. On the captured pages two different initiatives come to 0.31 at most."""

MARGIN = 0.1
"""What is nearly as like as the best candidate makes the best one unsure."""


class TitleIndex:
    """Initiatives by title, as published now or before, or as displayed, however spaced or capitalised."""

    def __init__(self, initiatives: Iterable[Row]) -> None:
        self._codes: dict[str, set[str]] = defaultdict(set)
        for initiative in initiatives:
            for title in titles_of(initiative):
                self._codes[comparison_key(title)].add(initiative["code"])

    def match(self, title: str) -> list[str]:
        """Codes of the initiatives with this title: one when it is known, several when it is ambiguous."""
        return sorted(self._codes.get(comparison_key(title), ()))


def titles_of(initiative: Row) -> list[str]:
    """Every title that the initiative is known by."""
    others = initiative.get("other_titles", "")
    return [initiative["title"], initiative["display_title"], *filter(None, others.split("|"))]


def entitled(initiative: Row, title: str, display: str, published: Iterable[str] = ()) -> Row:
    """The initiative under these titles; all others that it has had or bears somewhere are kept."""
    shown = {comparison_key(title), comparison_key(display)}
    known = {comparison_key(other): other for other in [*titles_of(initiative), *published]}
    others = _join_titles(other for key, other in known.items() if key not in shown)
    return initiative | {"title": title, "display_title": display, "other_titles": others}


def _join_titles(titles: Iterable[str]) -> str:
    """For the column `other_titles`. A bar of a title's own is written broken, and compares as the same."""
    return "|".join(dict.fromkeys(title.replace("|", "¦") for title in titles))


@dataclass(frozen=True)
class Words:
    """What a listing says. Where the wording is not known `text` is empty, and `text_id` tells it apart."""

    title: str
    text: str
    text_id: str
    link_label: str


def likeness(one: Words, other: Words) -> float:
    """From 0 to 1, by title, text and link together; the same whichever of the two comes first.

    Titles that differ in a number are parts of a series, never sure to be the same.
    """
    if one.text_id and one.text_id == other.text_id:
        return 1.0 if _numbers(one.title) == _numbers(other.title) else SURE - 0.01
    titles = fuzz.token_sort_ratio(comparison_key(one.title), comparison_key(other.title))
    parts = [(0.5, _beyond_chance(titles))]
    if one.text and other.text:
        parts.append((0.35, _beyond_chance(fuzz.ratio(one.text, other.text))))
    if one.link_label or other.link_label:
        parts.append((0.15, float(comparison_key(one.link_label) == comparison_key(other.link_label))))
    like = sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)
    same_numbers = _numbers(one.title) == _numbers(other.title)
    return like if same_numbers else min(like, SURE - 0.01)


@dataclass(frozen=True)
class Pairing:
    """Of some new listings: those that are surely a known initiative, and those that a person must decide."""

    sure: Mapping[int, str]
    unsure: Mapping[int, Sequence[str]]


def pair(found: Sequence[Words], missing: Mapping[str, Words]) -> Pairing:
    """Pair listings that no title knows with initiatives that their page no longer lists.

    Only a pair that is each other's best is sure. Order matters in neither argument.
    """
    scores = {
        (number, code): like
        for number, words in enumerate(found)
        for code, known in missing.items()
        if (like := likeness(words, known)) >= POSSIBLE
    }
    sure: dict[int, str] = {}
    unsure: dict[int, Sequence[str]] = {}
    for number in range(len(found)):
        mine = sorted((-like, code) for (row, code), like in scores.items() if row == number)
        if mine and _stands_out(number, mine[0][1], scores):
            sure[number] = mine[0][1]
        elif mine:
            unsure[number] = [code for _, code in mine]
    return Pairing(sure, unsure)


def _stands_out(number: int, code: str, scores: Mapping[tuple[int, str], float]) -> bool:
    like = scores[number, code]
    rivals = (
        score
        for (row, other), score in scores.items()
        if (row == number) != (other == code)  # shares the listing or the initiative, but is not this pair
    )
    return like >= SURE and all(score <= like - MARGIN for score in rivals)


def _beyond_chance(ratio: float) -> float:
    """Swedish sentences about different things have about half their letters in common."""
    return max(0.0, 2 * ratio / 100 - 1)


def _numbers(title: str) -> list[str]:
    """Figures and Roman numerals, but not "I", which begins many a Swedish title."""
    return re.findall(r"\d+|\b(?:I{2,3}|IV|VI{0,3}|IX|X)\b", title)
