"""How well the rules read, held against the labels in `data/` that the city or a person stands for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from dashboard.dimensions import LABELS
from dashboard.portfolio.evidence import Label
from dashboard.portfolio.reading import Reading
from dashboard.store.rows import Row

STATED_ELSEWHERE = frozenset({"target_area"})
"""Dimensions whose truth stands on other pages of the city's than the text that is read. There an initiative
without a label is one that nobody has judged: what the rules find for it is neither right nor wrong."""

NOTHING = ""
"""In place of a term where there is none: not in data, or not found."""

_FEW = 10
_Z = 1.96


@dataclass(frozen=True)
class Verdict:
    """A term that is in data, found, or both. `outcome`: right, wrong, missed, asked (true, left to review),
    doubted (untrue, left to review), or apart (found where the truth is not known)."""

    initiative: str
    dimension: str
    term: str
    outcome: str
    label: Label | None


@dataclass(frozen=True)
class Tally:
    """Counts of verdicts, and the shares that follow."""

    counts: Mapping[str, int]

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> "Tally":
        return cls(Counter(verdict.outcome for verdict in verdicts))

    def __getitem__(self, outcome: str) -> int:
        return self.counts.get(outcome, 0)

    @property
    def true(self) -> int:
        return self["right"] + self["missed"] + self["asked"]

    @property
    def precision(self) -> str:
        return format_share(self["right"], self["right"] + self["wrong"])

    @property
    def recall(self) -> str:
        return format_share(self["right"], self.true)

    @property
    def recall_with_review(self) -> str:
        return format_share(self["right"] + self["asked"], self.true)


def evaluate(readings: Mapping[str, Reading], classifications: Iterable[Row]) -> list[Verdict]:
    """A verdict on every label of the initiatives that were read, by dimension, initiative and term.

    Places are compared with their role. Inferred labels that nobody has reviewed are no truth.
    """
    truth: dict[tuple[str, str], set[str]] = defaultdict(set)
    unsettled: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in classifications:
        stands = row["provenance"] == "stated" or row["reviewed_at"]
        key = row["initiative"], row["dimension"]
        (truth if stands else unsettled)[key].add(_term(row["term"], row["role"]))
    return [
        verdict
        for dimension in LABELS
        for initiative, reading in readings.items()
        for verdict in _judge(
            initiative,
            dimension,
            reading,
            truth[initiative, dimension],
            unsettled[initiative, dimension],
        )
    ]


def _judge(
    initiative: str, dimension: str, reading: Reading, truth: set[str], unsettled: set[str]
) -> Iterable[Verdict]:
    found, asked = (
        {_term(label.term, label.role): label for label in labels if label.dimension == dimension}
        for labels in (reading.labels, reading.unsure)
    )
    silent = dimension in STATED_ELSEWHERE and not truth
    for term in sorted(truth | found.keys() | asked.keys()):
        if term in truth:
            outcome = "right" if term in found else "asked" if term in asked else "missed"
        elif silent or term in unsettled:
            outcome = "apart"
        else:
            outcome = "wrong" if term in found else "doubted"
        yield Verdict(initiative, dimension, term, outcome, found.get(term) or asked.get(term))


def _term(term: str, role: str) -> str:
    return f"{term} ({role})" if role else term


def confusion(verdicts: Iterable[Verdict]) -> Counter[tuple[str, str]]:
    """Pairs of a term in data and a term found, of one dimension, with how many initiatives have them.

    A term found wrongly is held against each one missed in the same initiative, or against nothing.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    missed: dict[str, list[str]] = defaultdict(list)
    wrong: dict[str, list[str]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.outcome == "right":
            pairs[verdict.term, verdict.term] += 1
        elif verdict.outcome in ("missed", "asked"):
            missed[verdict.initiative].append(verdict.term)
        elif verdict.outcome == "wrong":
            wrong[verdict.initiative].append(verdict.term)
    for initiative in missed.keys() | wrong.keys():
        for true in missed[initiative] or [NOTHING]:
            for found in wrong[initiative] or [NOTHING]:
                pairs[true, found] += 1
    return pairs


def evaluate_facts(readings: Mapping[str, Reading], facts: Iterable[Row]) -> dict[str, Tally]:
    """By kind of fact; one is right where initiative, kind and value are in data."""
    true = {(row["initiative"], row["kind"], row["value"]) for row in facts if row["initiative"] in readings}
    found = {
        (initiative, fact.kind, fact.value)
        for initiative, reading in readings.items()
        for fact in reading.facts
    }
    kinds = sorted({kind for _, kind, _ in true | found})
    outcomes = {"right": true & found, "wrong": found - true, "missed": true - found}
    return {
        kind: Tally({name: sum(each[1] == kind for each in members) for name, members in outcomes.items()})
        for kind in kinds
    }


def format_share(part: int, whole: int) -> str:
    """Part of whole; from ten up with the 95 % interval that Wilson's score gives, never a bare per cent."""
    if not whole:
        return "–"
    if whole < _FEW:
        return f"{part} of {whole}"
    low, high = (round(100 * bound) for bound in wilson(part, whole))
    return f"{part} of {whole} ({low}–{high} %)"


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The shares from which `part` of `whole` would not be surprising, at 95 %. `whole` is at least 1."""
    share, square = part / whole, _Z * _Z / whole
    middle = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)
