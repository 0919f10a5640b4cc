"""What a gap is right now: confirmed, filled since, or never known."""

from typing import NamedTuple

from dashboard.cells import Kind
from dashboard.filters import Filters
from dashboard.gaps import Gap, GapKind, parse_gap
from dashboard.queries import each_row
from dashboard.queries.coverage import matrix
from dashboard.queries.gaps import district_gaps
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies

_EMPTY = (Kind.NONE, Kind.WIDE_ONLY)
"""The cells that are gaps."""


def named_gap(spelt: str, vocabularies: Vocabularies) -> Gap | None:
    """The gap that a link or a command names; None where the vocabularies do not know its terms."""
    terms = ((dimension, code) for dimension, known in vocabularies.by_dimension.items() for code in known)
    return parse_gap(spelt, set(terms))


class Standing(NamedTuple):
    """`kinds` is what a whole district lacks, `cell` what there is where two dimensions meet.

    Neither where the terms make no gap. `wide` and `unknown` are those of the matrix.
    """

    kinds: tuple[GapKind, ...] = ()
    cell: Kind | None = None
    initiatives: int = 0
    wide: int = 0
    unknown: int = 0

    @property
    def confirmed(self) -> bool:
        return bool(self.kinds) or self.cell in _EMPTY

    @property
    def refusal(self) -> str:
        """Why nothing can be decided about it, as a code; "" where something can."""
        if self.confirmed:
            return ""
        if self.cell and self.cell is not Kind.COUNT:
            return str(self.cell)
        return "filled" if self.initiatives else "no-gap"


def standing(store: Store, vocabularies: Vocabularies, gap: Gap, inferred: bool = True) -> Standing:
    """Of the whole portfolio, as a filter makes no gaps; `inferred` labels count too, or only stated ones."""
    whole = Filters(inferred=inferred)
    if any(vocabularies.term(*term).kind == "whole" for term in gap.terms):
        return Standing()
    if len(gap.terms) == 1:
        return _of_district(store, vocabularies, gap, whole)
    (rows, row), (columns, column) = gap.terms
    cells = matrix(store, whole.pick(**{rows: row, columns: column}), vocabularies, rows, columns)
    (cell,) = cells.to_dict("records")
    return Standing((), Kind(cell["kind"]), int(cell["initiatives"]), int(cell["wide"]), int(cell["unknown"]))


def empty_cells(store: Store, vocabularies: Vocabularies, district: str, inferred: bool = True) -> list[Gap]:
    """Where the district meets a target area or a stage and nothing is aimed: gaps of their own."""
    whole = Filters(inferred=inferred).pick(district=district)
    return [
        Gap.at(**{"district": district, dimension: cell.column})
        for dimension in ("target_area", "stage")
        for cell in each_row(matrix(store, whole, vocabularies, "district", dimension))
        if cell.kind in _EMPTY
    ]


def _of_district(store: Store, vocabularies: Vocabularies, gap: Gap, whole: Filters) -> Standing:
    ((dimension, code),) = gap.terms
    if dimension != "district":
        return Standing()
    (row,) = district_gaps(store, whole.pick(district=code), vocabularies).to_dict("records")
    return Standing(row["kinds"], initiatives=int(row["initiatives"]))
