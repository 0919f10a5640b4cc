"""The six kinds of cell: what a number, or the lack of one, means."""

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple, Self


class Kind(StrEnum):
    """Each has its own sign, its own sentence and its own legend entry; see `docs/method.md`."""

    COUNT = "count"
    WIDE_ONLY = "wide-only"
    NONE = "none"
    NOT_STATED = "not-stated"
    NOT_CAPTURED = "not-captured"
    NOT_RELEVANT = "not-relevant"


UNKNOWN, ALL_STATED = "unknown", "all-stated"
"""Names of cells that are `NOT_STATED` but show no number of such initiatives."""


EMPTY = (Kind.WIDE_ONLY, Kind.NONE)
"""What may be called a gap: where all is known, and nothing is aimed."""


@dataclass(frozen=True)
class Side:
    """One row or column of a matrix, as far as the meaning of its empty cells goes."""

    stated: bool = True
    captured: bool = True
    relevant: bool = True
    district: bool = False


@dataclass(frozen=True)
class Content:
    """What stands in one cell: its number, and what decides how that is read; for the rest see `kind_of`.

    `least` and `most` are the counts under the two settings of what is inferred, `wide_least` and `wide_most`
    those of `wide`.
    """

    kind: Kind
    initiatives: int = 0
    wide: int = 0
    unknown: int = 0
    least: int = 0
    most: int = 0
    wide_least: int = 0
    wide_most: int = 0

    @classmethod
    def of(cls, row: Any) -> Self:
        """The cell that a row of `queries.coverage.matrix` holds."""
        return cls(Kind(row.kind), *_numbers(row))

    @property
    def name(self) -> str:
        """What its sign and sentence are called: a cell of what is not stated can be one of three.

        It counts what is not stated, or holds nothing that is known while some may belong here, or shows that
        nothing is left unstated, whichever labels count.
        """
        if self.kind is not Kind.NOT_STATED:
            return str(self.kind)
        if self.unknown:
            return UNKNOWN
        return str(self.kind) if self.most else ALL_STATED


class Met(NamedTuple):
    """A cell and the codes that meet in it."""

    row: str
    column: str
    content: Content


_numbers = attrgetter(*(field.name for field in fields(Content)[1:]))


def kind_of(initiatives: int, wide: int, row: Side, column: Side, unknown: int = 0) -> Kind:
    """What a cell with this many initiatives is.

    `wide` is how many municipality-wide initiatives there are along the cell's other side: where a
    district has none of its own, they are the difference between "none aimed here" and "nothing".
    `unknown` is how many initiatives might belong here, for all the source says: with any of those, nothing
    is not confirmed. A page that was never captured says nothing about zero, so that goes before any count.
    """
    if not (row.captured and column.captured):
        return Kind.NOT_CAPTURED
    if not (row.relevant and column.relevant):
        return Kind.NOT_RELEVANT
    if not (row.stated and column.stated):
        return Kind.NOT_STATED
    if initiatives:
        return Kind.COUNT
    if unknown:
        return Kind.NOT_STATED
    return Kind.WIDE_ONLY if wide and (row.district or column.district) else Kind.NONE
