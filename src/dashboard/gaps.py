"""Gaps: where nothing is aimed, or only half of what it takes, and how a gap is named in links and files."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from dashboard.dimensions import BY_CODE, DIMENSIONS

THIN = 2
"""As many initiatives, or fewer, are a thin hold on a district."""


class GapKind(StrEnum):
    """What a district can lack; one may lack several things. See `docs/method.md`."""

    ABSOLUTE = "absolute"
    WIDE_ONLY = "wide-only"
    THIN = "thin"
    PROMISE = "promise"
    PIPELINE = "pipeline"


class Decision(StrEnum):
    """What people have decided about a gap; `REOPENED` takes an earlier decision back."""

    CHOSEN = "chosen"
    LOOKING_INTO = "looking-into"
    HANDLED = "handled"
    NOT_RELEVANT = "not-relevant"
    REOPENED = "reopened"


def gap_kinds(aimed: int, wide: int, now: int, developing: int) -> tuple[GapKind, ...]:
    """What a district lacks, by the initiatives aimed at it and how many of them are in which stage.

    `wide` reach the whole municipality: with any of those, nothing aimed here is not nothing at all.
    """
    found = {
        GapKind.ABSOLUTE: not aimed and not wide,
        GapKind.WIDE_ONLY: not aimed and wide,
        GapKind.THIN: 0 < aimed <= THIN,
        GapKind.PROMISE: developing and not now,
        GapKind.PIPELINE: now and not developing,
    }
    return tuple(kind for kind, holds in found.items() if holds)


@dataclass(frozen=True)
class Gap:
    """Where something is missing: one term, or two where dimensions meet.

    `terms` are (dimension, code) in the order of the registry.
    Spelt `district:norrby` or `district:norrby,stage:doing-now`.
    """

    terms: tuple[tuple[str, str], ...]

    @classmethod
    def at(cls, **codes: str) -> "Gap":
        """`Gap.at(district="norrby", stage="doing-now")`, in whatever order."""
        return cls(tuple((each.code, codes[each.code]) for each in DIMENSIONS if codes.get(each.code)))

    def __str__(self) -> str:
        return ",".join(f"{dimension}:{code}" for dimension, code in self.terms)


def parse_gap(spelt: str, known: Collection[tuple[str, str]]) -> Gap | None:
    """The gap that a link names; None where it is not one or two `known` terms of different dimensions."""
    terms = dict(part.split(":", 1) for part in spelt.split(",") if ":" in part)
    if not 1 <= len(terms) <= 2 or len(terms) != len(spelt.split(",")):
        return None
    return Gap.at(**terms) if set(terms) <= set(BY_CODE) and set(terms.items()) <= set(known) else None
