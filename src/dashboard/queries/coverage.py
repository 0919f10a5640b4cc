"""How many initiatives there are where: per term and where two dimensions meet."""

from dataclasses import replace
from itertools import product
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.cells import Kind, Side, kind_of
from dashboard.dimensions import ANY, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters, facet_codes
from dashboard.gaps import Decision, Gap
from dashboard.queries import ask, counts, each_row, kept
from dashboard.queries.gap_register import latest_decisions
from dashboard.queries.runs import Ints
from dashboard.queries.selecting import select
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies


class Totals(NamedTuple):
    """Selected initiatives and listings, all initiatives there are, and the range of the selected ones."""

    initiatives: int
    listings: int
    all_initiatives: int
    least: int
    most: int


def totals(store: Store, filters: Filters) -> Totals:
    chosen, otherwise = (select(store, each) for each in _both_ways(filters))
    both = chosen.initiatives, otherwise.initiatives
    of_all = select(store, Filters()).initiatives
    return Totals(both[0], chosen.listings, of_all, min(both), max(both))


@kept
def count_by_term(store: Store, filters: Filters, vocabularies: Vocabularies, dimension: str) -> pd.DataFrame:
    """One row per term in sight, in order: term, initiatives, stated, only, listings, weight, captured.

    `initiatives` counts in full, so it may sum to more than there are; `only` leaves out those that carry
    several terms in sight; `weight` shares them out and sums to the total. `least` and `most` are the range
    that inferred labels leave: fewer carry a term without them, but more carry "not stated".
    """
    terms = codes_in_sight(filters, vocabularies, dimension)
    table, other = (
        counts.count_by_term(select(store, each, dimension), dimension, terms) for each in _both_ways(filters)
    )
    ranges = _range(table["initiatives"], other["initiatives"])
    captured = [_side(vocabularies, dimension, code).captured for code in terms]
    return table.assign(**ranges, captured=captured).reset_index()


def count_by_choice(
    store: Store, filters: Filters, vocabularies: Vocabularies, dimension: str
) -> dict[str, int]:
    """How many initiatives each code of a dimension gives where it alone is picked there."""
    codes, others = facet_codes(vocabularies, dimension), filters.pick(**{dimension: ()})
    found = select(store, others, dimension).groups(dimension, codes).count()
    stated = select(store, others.pick(**{dimension: ANY})).initiatives
    return dict(zip(codes, map(int, found), strict=True)) | {ANY: stated}


def _both_ways(filters: Filters) -> tuple[Filters, Filters]:
    """The selection, and the same with the other choice about inferred labels."""
    return filters, replace(filters, inferred=not filters.inferred)


def _range(one: Any, other: Any, prefix: str = "") -> dict[str, Any]:
    """How far a count reaches: `least` and `most` of it with either choice about labels."""
    return {f"{prefix}least": np.minimum(one, other), f"{prefix}most": np.maximum(one, other)}


def codes_in_sight(filters: Filters, vocabularies: Vocabularies, dimension: str) -> list[str]:
    """What a dimension is counted by: the picked terms, or all of them where none is picked.

    The others could only be counted as far as they meet the picked ones, which no list could show.
    """
    codes, picked = facet_codes(vocabularies, dimension), filters.picks.get(dimension)
    if not picked:
        return codes
    return [code for code in codes if code in picked or (ANY in picked and code != NOT_STATED)]


def shared_initiatives(store: Store, filters: Filters, vocabularies: Vocabularies, dimension: str) -> int:
    """How many initiatives carry more than one of the dimension's terms in sight."""
    terms = codes_in_sight(filters, vocabularies, dimension)
    carried = counts.carried_codes(select(store, filters, dimension), dimension, terms)
    return sum(initiatives for number, initiatives in carried.items() if number > 1)


class _Grid(NamedTuple):
    """A number per cell there is, rows x columns."""

    initiatives: Ints
    stated: Ints
    wide: Ints
    unknown: Ints


@kept
def matrix(
    store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str
) -> pd.DataFrame:
    """row, column, initiatives, stated, wide, unknown, kind of every cell, in vocabulary order, and how far
    its counts reach: least, most, wide_least, wide_most.

    A zero is a gap only where the whole portfolio has none, not where a filter leaves none; rows and columns
    that the reader has filtered away are left out. A gap that the register declares not relevant is none, nor
    is any of a district so declared. Districts as rows are followed by the places that somebody has declared
    to be no district, whose cells are not relevant. `wide` is the municipality-wide count that a district's
    empty cell stands for; a district that is picked does not make it vanish.
    """
    grid, other = (_grid(store, each, vocabularies, rows, columns) for each in _both_ways(filters))
    whole = grid
    if filters.narrow:
        whole = _grid(store, Filters(inferred=filters.inferred), vocabularies, rows, columns)
    in_sight = [codes_in_sight(filters, vocabularies, each) for each in (rows, columns)]
    numbers = {
        "initiatives": grid.initiatives,
        "stated": grid.stated,
        "wide": grid.wide,
        **_range(grid.initiatives, other.initiatives),
        **_range(grid.wide, other.wide, prefix="wide_"),
        "unknown": whole.unknown,
        "of_all": whole.initiatives,
        "wide_of_all": whole.wide,
    }
    seen = np.ix_(
        *(
            [facet_codes(vocabularies, dimension).index(code) for code in codes]
            for dimension, codes in zip((rows, columns), in_sight, strict=True)
        )
    )
    cells = pd.DataFrame(list(product(*in_sight)), columns=["row", "column"], dtype="str")
    cells = cells.assign(**{name: number[seen].ravel() for name, number in numbers.items()})
    table = cells.drop(columns=["of_all", "wide_of_all"]).assign(
        kind=_kinds(store, vocabularies, rows, columns, cells)
    )
    return (
        _with_irrelevant_places(store, table)
        if rows == "district" and "district" not in filters.picks
        else table
    )


def _grid(store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str) -> _Grid:
    row_codes, column_codes = (facet_codes(vocabularies, each) for each in (rows, columns))

    def met(filters: Filters) -> tuple[Ints, Ints]:
        selection = select(store, filters, rows, columns)
        return counts.cross_counts(selection, rows, row_codes, columns, column_codes)

    def beside(initiatives: Ints, code: str, *, of_rows: bool, of_columns: bool) -> Ints:
        """How many stand on one side of a cell, and on the other under the code; 0 where it shows these."""
        there = np.zeros_like(initiatives)
        is_row, is_column = (
            np.array([each == code for each in codes]) for codes in (row_codes, column_codes)
        )
        if of_rows:
            there += initiatives[is_row].sum(axis=0)
        if of_columns:
            there += initiatives[:, is_column].sum(axis=1, keepdims=True)
        return np.where(np.logical_or.outer(is_row, is_column), 0, there)

    initiatives, stated = met(filters)
    picked = "district" in filters.picks and "district" in (rows, columns)
    anywhere, _ = met(filters.pick(district=())) if picked else (initiatives, stated)
    of_rows, of_columns = rows == "district", columns == "district"
    return _Grid(
        initiatives,
        stated,
        wide=beside(anywhere, MUNICIPALITY_WIDE, of_rows=of_rows, of_columns=of_columns and not of_rows),
        # a text names a district or it does not, so there nothing is left unknown
        unknown=beside(initiatives, NOT_STATED, of_rows=not of_rows, of_columns=not of_columns),
    )


def _kinds(
    store: Store, vocabularies: Vocabularies, rows: str, columns: str, cells: pd.DataFrame
) -> list[Kind]:
    """What each cell is, in the whole portfolio; where it has only what a filter hides, a count of 0."""
    decisions = latest_decisions(store)
    declared = set(decisions["gap"][decisions["decision"] == Decision.NOT_RELEVANT])
    kinds = [_kind(vocabularies, declared, rows, columns, cell) for cell in each_row(cells)]
    return [
        Kind.COUNT if kind is Kind.WIDE_ONLY and not wide else kind
        for kind, wide in zip(kinds, cells["wide"], strict=True)
    ]


def _kind(vocabularies: Vocabularies, declared: set[str], rows: str, columns: str, cell: Any) -> Kind:
    """`declared` are the gaps declared not relevant, as `Gap` spells them.

    Once something is there, that nothing was to be expected no longer holds.
    """
    sides = (rows, cell.row), (columns, cell.column)
    row, column = (_side(vocabularies, *side) for side in sides)
    if declared and not cell.of_all:
        gaps = [Gap.at(**dict(sides)), *(Gap((side,)) for side in sides if side[0] == "district")]
        row = replace(row, relevant=declared.isdisjoint(map(str, gaps)))
    return kind_of(cell.of_all, cell.wide_of_all, row, column, cell.unknown)


def _side(vocabularies: Vocabularies, dimension: str, code: str) -> Side:
    if code == NOT_STATED:
        return Side(stated=False)
    term = vocabularies.term(dimension, code)
    return Side(captured=term.captured, district=dimension == "district" and term.kind == "term")


def _with_irrelevant_places(store: Store, table: pd.DataFrame) -> pd.DataFrame:
    places = ask(store, "irrelevant_places")["place"]
    cells = pd.MultiIndex.from_product([places, table["column"].unique()], names=["row", "column"])
    nothing = dict.fromkeys(table.columns.drop(["row", "column", "kind"]), 0)
    declared = cells.to_frame(index=False).assign(**nothing, kind=Kind.NOT_RELEVANT)
    return pd.concat([table, declared], ignore_index=True) if len(declared) else table


def kinds_in(table: pd.DataFrame) -> list[Kind]:
    """The kinds of cell that occur, in legend order."""
    present = set(table["kind"])
    return [kind for kind in Kind if kind in present]
