"""What is read out of a text, and the words that it rests on."""

import re
from dataclasses import dataclass

from dashboard.portfolio.normalise import normalise_text

QUOTE_WORDS = 8
"""Words of a quote at most: enough to find the place, too few to stand for the page."""

_WORD = re.compile(r"\S+")
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_EDGES = " ,.;:!?()[]«»”\"'–-"


@dataclass(frozen=True)
class Label:
    """A term that a rule finds. `role` belongs to places; `weight` is how sure it is, 1 to 100 per cent."""

    dimension: str
    term: str
    role: str
    provenance: str
    rule: str
    quote: str
    weight: int


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

    def quote(self, start: int, end: int) -> str:
        """The words at the span and around it, verbatim, from its own sentence where that is long enough."""
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        words = list(_WORD.finditer(self.text, line_start, line_end if line_end >= 0 else len(self.text)))
        first = next(at for at, word in enumerate(words) if word.end() > start)
        last = max(first, *(at for at, word in enumerate(words) if word.start() < end))
        last = min(last, first + QUOTE_WORDS - 1)
        while last - first + 1 < QUOTE_WORDS:
            before = first > 0 and not words[first - 1][0].endswith(_SENTENCE_ENDS)
            after = last + 1 < len(words) and not words[last][0].endswith(_SENTENCE_ENDS)
            if after and (not before or words[last].end() - end <= start - words[first].start()):
                last += 1
            elif before:
                first -= 1
            else:
                break
        return self.text[words[first].start() : words[last].end()].strip(_EDGES)

    def given_offset(self, offset: int) -> int:
        """Where the word at this offset begins in the text as given, whose words are the same."""
        if offset <= len(self.title):
            return 0
        before = self.text[len(self.title) + 1 : offset]
        inside_word = bool(before) and not before[-1].isspace()
        number = len(before.split()) - inside_word
        given = [word.start() for word in _WORD.finditer(self._given) if normalise_text(word[0])]
        return given[number]
