"""What a gap is right now: confirmed, filled since, or never known."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from dashboard.cells import EMPTY, Kind
from dashboard.dimensions import MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters
from dashboard.gaps import Gap, GapKind, parse_gap
from dashboard.queries import each_row
from dashboard.queries.coverage import matrix
from dashboard.queries.gaps import apart, district_gaps
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies


def named_gap(spelt: str, vocabularies: Vocabularies) -> Gap | None:
    """The gap that a link or a command names; None where the vocabularies do not know its terms.

    As among the filters, an alias stands for its term.
    """
    terms = ((dimension, code) for dimension, known in vocabularies.by_dimension.items() for code in known)
    parts = (part.partition(":") for part in spelt.split(","))
    codes = (f"{dimension}:{vocabularies.resolve(dimension, code) or code}" for dimension, _, code in parts)
    return parse_gap(",".join(codes), set(terms))


class Standing(NamedTuple):
    """`kinds` is what a whole district lacks, `cell` what there is where two dimensions meet.

    Neither where the terms make no gap. `wide` reach the whole municipality and `unplaced` state no district,
    of those that could be aimed here; `unknown` is that of the matrix.
    """

    kinds: tuple[GapKind, ...] = ()
    cell: Kind | None = None
    initiatives: int = 0
    wide: int = 0
    unplaced: int = 0
    unknown: int = 0

    @property
    def confirmed(self) -> bool:
        return bool(self.kinds) or self.cell in EMPTY

    @property
    def filled(self) -> bool:
        """Whether enough is aimed here to be no gap."""
        return bool(self.initiatives) and not self.kinds and self.cell in (None, Kind.COUNT)

    @property
    def refusal(self) -> str:
        """Why nothing can be decided about it, as a code; "" where something can."""
        if self.confirmed:
            return ""
        if self.filled:
            return "filled"
        return str(self.cell) if self.cell else "no-gap"


def standing(store: Store, vocabularies: Vocabularies, gap: Gap, inferred: bool = True) -> Standing:
    return standings(store, vocabularies, [gap], inferred)[gap]


def standings(
    store: Store, vocabularies: Vocabularies, gaps: Collection[Gap], inferred: bool = True
) -> dict[Gap, Standing]:
    """Of the whole portfolio, as a filter makes no gaps; `inferred` labels count too, or only stated ones."""
    whole = Filters(inferred=inferred)
    found = {
        dimensions: dict(_all_across(store, vocabularies, whole, dimensions))
        for dimensions in {_dimensions(gap) for gap in gaps}
    }
    return {gap: found[_dimensions(gap)].get(gap, Standing()) for gap in gaps}


def _dimensions(gap: Gap) -> tuple[str, ...]:
    return tuple(dimension for dimension, _ in gap.terms)


def _all_across(
    store: Store, vocabularies: Vocabularies, whole: Filters, dimensions: tuple[str, ...]
) -> Iterator[tuple[Gap, Standing]]:
    """How each gap of these dimensions stands: of all at one go, as that costs no more than of one."""
    if len(dimensions) == 2:
        yield from _cells(store, vocabularies, whole, *dimensions)
    elif dimensions == ("district",):
        beside = apart(store, whole, vocabularies)
        wide, unplaced = beside[MUNICIPALITY_WIDE].initiatives, beside[NOT_STATED].initiatives
        for row in each_row(district_gaps(store, whole, vocabularies)):
            gap = Gap.at(district=row.district)
            yield gap, Standing(row.kinds, None, int(row.initiatives), wide, unplaced)


def _cells(
    store: Store, vocabularies: Vocabularies, whole: Filters, rows: str, columns: str
) -> Iterator[tuple[Gap, Standing]]:
    """What reaches everyone is no place with a gap."""
    found = matrix(store, whole, vocabularies, rows, columns)
    cells = {(cell.row, cell.column): cell for cell in each_row(found)}
    for (row, column), cell in cells.items():
        if MUNICIPALITY_WIDE in (row, column):
            continue
        beside = (NOT_STATED if rows == "district" else row, NOT_STATED if columns == "district" else column)
        unplaced = cells[beside].initiatives if "district" in (rows, columns) else 0
        counts = (cell.initiatives, cell.wide, unplaced, cell.unknown)
        yield Gap.at(**{rows: row, columns: column}), Standing((), Kind(cell.kind), *map(int, counts))


def empty_cells(store: Store, vocabularies: Vocabularies, district: str, inferred: bool = True) -> list[Gap]:
    """Where the district meets a target area or a stage and nothing is aimed: gaps of their own."""
    whole = Filters(inferred=inferred).pick(district=district)
    return [
        Gap.at(**{"district": district, dimension: cell.column})
        for dimension in ("target_area", "stage")
        for cell in each_row(matrix(store, whole, vocabularies, "district", dimension))
        if cell.kind in EMPTY
    ]
