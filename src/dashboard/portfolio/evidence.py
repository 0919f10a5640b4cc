"""What is read out of a text, and the words that it rests on."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from dashboard.portfolio.normalise import normalise_text

QUOTE_WORDS = 8
"""Words of a quote at most: enough to find the place, too few to stand for the page."""

_PHRASE_WORDS = 3
"""A clause of this many words tells enough by itself; a shorter one is quoted with the one beside it."""

_WORD = re.compile(r"\S+")
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_JOINS = ("och", "men")
"""Words that begin another clause, save in "till och med"."""

_EDGES = " ,.;:!?()[]«»”\"'–-"


@dataclass(frozen=True)
class Label:
    """A term that a rule finds. `role` belongs to places; `weight` is how sure it is, 1 to 100 per cent.

    `finding` is the same for labels that say one thing, as a place and its district do; "" for one alone.
    """

    dimension: str
    term: str
    role: str
    provenance: str
    rule: str
    quote: str
    weight: int
    finding: str = ""


@dataclass(frozen=True)
class Fact:
    """A partner, year, age, sum or promised time; `value` is spelt as `store.tables.FACT_VALUES` says."""

    kind: str
    value: str
    quote: str


@dataclass(frozen=True)
class Unknown:
    """What no vocabulary knows. `offset` is its place in the text as given, 0 for what the title has."""

    rule: str
    value: str
    offset: int


class Passage:
    """A title and its text, normalised, on a line each, so that nothing is read across the border.

    `lower` is the same in small letters, letter for letter: an offset in one is an offset in the other.
    """

    def __init__(self, title: str, text: str) -> None:
        self.title = normalise_text(title)
        self._given = text
        self.text = f"{self.title}\n{normalise_text(text)}"
        # The only letter that grows when it is made small is this one.
        self.lower = self.text.replace("İ", "I").lower()

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text))

    def quote(self, start: int, end: int) -> str:
        """The words at the span and around it, verbatim, from its own clause where that is long enough."""
        words = self._words
        first = bisect_right(words, start, key=lambda word: word.end())
        last = max(first, bisect_left(words, end, key=lambda word: word.start()) - 1)
        last = min(last, first + QUOTE_WORDS - 1)
        lowest, highest = self._phrase(first, last)
        while last - first + 1 < QUOTE_WORDS and (first > lowest or last < highest):
            after = words[last].end() - end <= start - words[first].start()
            if last < highest and (after or first == lowest):
                last += 1
            else:
                first -= 1
        return self.text[words[first].start() : words[last].end()].strip(_EDGES)

    def _phrase(self, first: int, last: int) -> tuple[int, int]:
        """Numbers of the first and last word that a quote of these may hold."""
        lowest, highest = self._clause(first, last)
        while True:
            begins_with_join = lowest < first and self._words[lowest][0] in _JOINS
            if highest - lowest + 1 - begins_with_join >= _PHRASE_WORDS:
                break
            if not self._ends_sentence(lowest - 1):
                lowest = self._clause(lowest - 1, highest)[0]
            elif not self._ends_sentence(highest):
                highest = self._clause(lowest, highest + 1)[1]
            else:
                break
        return lowest + begins_with_join, highest

    def _clause(self, first: int, last: int) -> tuple[int, int]:
        """These words with those around them, as far as the clauses go that the first and last are in."""
        while not self._ends_clause(first - 1):
            first -= 1
        while not self._ends_clause(last):
            last += 1
        return first, last

    def _ends_clause(self, number: int) -> bool:
        if self._ends_sentence(number):
            return True
        word = self._words[number][0]
        return word.endswith(",") or (word != "till" and self._words[number + 1][0] in _JOINS)

    def _ends_sentence(self, number: int) -> bool:
        """Whether nothing is read on past this word; so it is before the first and at the end of a line."""
        if number < 0 or number + 1 == len(self._words):
            return True
        word = self._words[number]
        return word[0].endswith(_SENTENCE_ENDS) or self.text[word.end()] == "\n"

    def given_offset(self, offset: int) -> int:
        """Where the word at this offset begins in the text as given, whose words are the same."""
        if offset <= len(self.title):
            return 0
        before = self.text[len(self.title) + 1 : offset]
        inside_word = bool(before) and not before[-1].isspace()
        number = len(before.split()) - inside_word
        words = _WORD.finditer(self._given)
        given = [word.start() for word in words if word[0].isprintable() or normalise_text(word[0])]
        return given[number]
