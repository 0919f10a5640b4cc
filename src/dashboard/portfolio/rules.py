"""Rules kept as data: a pattern found in a text is a reason for a term, and reasons add up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.portfolio.evidence import Label, Passage
from dashboard.store.tables import STATED

SURE = 80
"""Per cent from which a term is a label. Below it a label would be wrong more often than once in five, which
a reader of a portfolio of seventy would meet on every screen; a person decides instead."""

_MASK = "\0"


@dataclass(frozen=True)
class Rule:
    """`exceptions` looks like the pattern without meaning it; `weight` is how sure the rule is alone."""

    code: str
    dimension: str
    term: str
    pattern: re.Pattern[str]
    exceptions: re.Pattern[str] | None
    weight: int

    @classmethod
    def of(cls, row: Mapping[str, str]) -> "Rule":
        """A rule without a weight is certain, as rules were before they had weights."""
        return cls(
            row["code"],
            row["dimension"],
            row["term"],
            _compile(row["pattern"]),
            exceptions_of(row),
            int(row.get("weight") or 100),
        )

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in a text of small letters that means what the rule is about."""
        found = self.pattern.search(text)
        if found and self.exceptions:
            return self.pattern.search(mask(self.exceptions, text))
        return found


def exceptions_of(row: Mapping[str, str]) -> re.Pattern[str] | None:
    pattern = row.get("exceptions")
    return _compile(pattern) if pattern else None


def _compile(pattern: str) -> re.Pattern[str]:
    """For texts of small letters: only a pattern with capitals in it needs the slower comparison."""
    return re.compile(pattern, re.NOFLAG if pattern == pattern.lower() else re.IGNORECASE)


def mask(exceptions: re.Pattern[str] | None, text: str) -> str:
    """The text, as long as before, with what the exceptions match made unreadable."""
    return exceptions.sub(lambda found: _MASK * len(found[0]), text) if exceptions else text


@dataclass(frozen=True)
class _Hit:
    rule: Rule
    start: int
    end: int

    def overlaps(self, other: "_Hit") -> bool:
        return self.start < other.end and other.start < self.end


class Rules:
    """The rules with a pattern and a term; rows without one say how people and the gazetteer set labels."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._rules = [Rule.of(row) for row in rows if row["pattern"] and row["term"]]

    def find(self, passage: Passage) -> list[Label]:
        """One label for each term that any rule finds, whatever its weight; the best rule first quoted."""
        hits: dict[tuple[str, str], list[_Hit]] = defaultdict(list)
        for rule in self._rules:
            if found := rule.search(passage.lower):
                hits[rule.dimension, rule.term].append(_Hit(rule, *found.span()))
        return [_label(passage, same) for same in hits.values()]


def _label(passage: Passage, hits: list[_Hit]) -> Label:
    """All reasons for one term together.

    Reasons are taken as independent, so the term is wrong only where each of them is. Two that rest on the
    same words are not two: the surer counts.
    """
    counted: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: -hit.rule.weight):
        if not any(hit.overlaps(other) for other in counted):
            counted.append(hit)
    best, wrong = counted[0], 1.0
    for hit in counted:
        wrong *= 1 - hit.rule.weight / 100
    rule = best.rule
    quote = passage.quote(best.start, best.end)
    provenance = "stated" if rule.code.startswith(STATED) else "inferred"
    return Label(rule.dimension, rule.term, "", provenance, rule.code, quote, round(100 * (1 - wrong)))
