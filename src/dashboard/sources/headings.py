"""Headings that a vocabulary knows, rightly spelt or nearly."""

from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from dashboard.sources.capture import Remark
from dashboard.sources.lines import Line
from dashboard.vocabularies import Vocabularies, spelling_key

NEARLY = 90
"""Per cent of the letters in common: one or two wrong in a heading, never another word."""

SHORTEST = 10
"""Letters. In a shorter word one wrong letter makes another word."""


@dataclass(frozen=True)
class Heading:
    """`code` is the term's. `remark` is set where it was misspelt."""

    line: Line
    code: str
    remark: Remark | None = None


def find_headings(lines: list[Line], dimension: str, vocabularies: Vocabularies) -> dict[int, Heading]:
    """Lines at the margin that name a term, by line number.

    A line that nearly names a single term counts too, where no other line names that one right.
    """
    outside = [line for line in lines if line.is_outside]
    headings = {}
    for line in outside:
        if code := vocabularies.resolve(dimension, line.text):
            headings[line.number] = Heading(line, code)
    named = {heading.code for heading in headings.values()}
    for line in outside:
        code = _nearest(line.text, dimension, vocabularies)
        if code and code not in named and line.number not in headings:
            label = vocabularies.term(dimension, code).label_sv
            headings[line.number] = Heading(line, code, spelling_remark(line, label))
    return headings


def _nearest(text: str, dimension: str, vocabularies: Vocabularies) -> str | None:
    near = [
        term.code
        for term in vocabularies.terms(dimension)
        if any(is_nearly(text, spelling) for spelling in (term.label_sv, *term.aliases))
    ]
    return near[0] if len(near) == 1 else None


def is_nearly(text: str, spelling: str) -> bool:
    """Whether the text is the spelling, or that with a slip of the pen."""
    wanted = spelling_key(spelling)
    return len(wanted) >= SHORTEST and ratio(spelling_key(text), wanted, score_cutoff=NEARLY) > 0


def spelling_remark(line: Line, label: str) -> Remark:
    return Remark(line.number, "spelling", line.text, f"rubriken «{line.text}» lästes som «{label}»")
