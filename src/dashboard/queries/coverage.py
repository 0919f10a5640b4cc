"""How many initiatives there are where: per term and where two dimensions meet."""

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.cells import Kind, Side, kind_of
from dashboard.dimensions import ANY, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters, facet_codes
from dashboard.gaps import Decision, Gap
from dashboard.queries import ask, each_row
from dashboard.queries.gap_register import latest_decisions
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
    counts = _with_range(*(ask(store, "totals", each) for each in _both_ways(filters))).iloc[0]
    return Totals(*(int(counts[name]) for name in Totals._fields))


def count_by_term(store: Store, filters: Filters, vocabularies: Vocabularies, dimension: str) -> pd.DataFrame:
    """One row per term in sight, in order: term, initiatives, stated, only, listings, weight, captured.

    `initiatives` counts in full, so it may sum to more than there are; `only` leaves out those that carry
    several terms in sight; `weight` shares them out and sums to the total. `least` and `most` are the range
    that inferred labels leave: fewer carry a term without them, but more carry "not stated".
    """
    terms = codes_in_sight(filters, vocabularies, dimension)
    answers = (
        ask(store, "count_by_term", each, dimension=dimension, terms=terms).set_index("term")
        for each in _both_ways(filters)
    )
    counts = _with_range(*(found.reindex(terms, fill_value=0) for found in answers))
    counts["captured"] = [_side(vocabularies, dimension, code).captured for code in counts.index]
    return counts.rename_axis("term").reset_index()


def _both_ways(filters: Filters) -> tuple[Filters, Filters]:
    """The selection, and the same with the other choice about inferred labels."""
    return filters, replace(filters, inferred=not filters.inferred)


def _with_range(
    counts: pd.DataFrame, other: pd.DataFrame, *, of: str = "initiatives", prefix: str = ""
) -> pd.DataFrame:
    """The counts and how far they reach: `least` and `most` of a column with either choice about labels."""
    both = counts[of], other[of]
    return counts.assign(**{f"{prefix}least": np.minimum(*both), f"{prefix}most": np.maximum(*both)})


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
    carried = ask(store, "carried_terms", filters, dimension=dimension, terms=terms)
    return int(carried.loc[carried["terms"] > 1, "initiatives"].sum())


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
    grid = _with_range(_with_range(grid, other), other, of="wide", prefix="wide_")
    whole = grid
    if filters.narrow:
        whole = _grid(store, Filters(inferred=filters.inferred), vocabularies, rows, columns)
    grid["unknown"] = whole["unknown"]
    grid["kind"] = [
        Kind.COUNT if kind is Kind.WIDE_ONLY and not wide else kind
        for kind, wide in zip(_kinds(store, vocabularies, rows, columns, whole), grid["wide"], strict=True)
    ]
    in_sight = grid["row"].isin(codes_in_sight(filters, vocabularies, rows))
    in_sight &= grid["column"].isin(codes_in_sight(filters, vocabularies, columns))
    grid = grid[in_sight].reset_index(drop=True)
    return (
        _with_irrelevant_places(store, grid)
        if rows == "district" and "district" not in filters.picks
        else grid
    )


def _met(store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str) -> pd.DataFrame:
    """initiatives and stated of every cell there is, by (row, column)."""
    found = ask(store, "cross_counts", filters, rows=rows, columns=columns)
    counts = found.set_index(["row_term", "column_term"])[["initiatives", "stated"]]
    cells = pd.MultiIndex.from_product(
        [facet_codes(vocabularies, rows), facet_codes(vocabularies, columns)], names=["row", "column"]
    )
    return counts.reindex(cells, fill_value=0).astype(int)


def _grid(
    store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str
) -> pd.DataFrame:
    """row, column, initiatives, stated, wide and unknown of every cell there is."""
    grid = _met(store, filters, vocabularies, rows, columns)
    met = grid["initiatives"].to_dict()
    anywhere = met
    if "district" in filters.picks and "district" in (rows, columns):
        undone = _met(store, filters.pick(district=()), vocabularies, rows, columns)
        anywhere = undone["initiatives"].to_dict()
    grid["wide"] = [_wide(anywhere, rows, columns, row, column) for row, column in grid.index]
    grid["unknown"] = [_unknown(met, rows, columns, row, column) for row, column in grid.index]
    return grid.reset_index()


def _wide(met: dict, rows: str, columns: str, row: str, column: str) -> int:
    """How many reach everyone along the cell's other side; none where these stand themselves."""
    if MUNICIPALITY_WIDE in (row, column):
        return 0
    if rows == "district":
        return int(met.get((MUNICIPALITY_WIDE, column), 0))
    return int(met.get((row, MUNICIPALITY_WIDE), 0)) if columns == "district" else 0


def _unknown(met: dict, rows: str, columns: str, row: str, column: str) -> int:
    """How many stand on one side of the cell while the other side is not stated.

    A text names a district or it does not, so there nothing is left unknown.
    """
    if NOT_STATED in (row, column):
        return 0
    beside = met.get((NOT_STATED, column), 0) if rows != "district" else 0
    return int(beside + (met.get((row, NOT_STATED), 0) if columns != "district" else 0))


def _kinds(
    store: Store, vocabularies: Vocabularies, rows: str, columns: str, grid: pd.DataFrame
) -> list[Kind]:
    decisions = latest_decisions(store)
    declared = set(decisions["gap"][decisions["decision"] == Decision.NOT_RELEVANT])
    return [_kind(vocabularies, declared, rows, columns, cell) for cell in each_row(grid)]


def _kind(vocabularies: Vocabularies, declared: set[str], rows: str, columns: str, cell: Any) -> Kind:
    """What the cell is; `declared` are the gaps declared not relevant, as `Gap` spells them.

    Once something is there, that nothing was to be expected no longer holds.
    """
    sides = (rows, cell.row), (columns, cell.column)
    gaps = [Gap.at(**dict(sides)), *(Gap((side,)) for side in sides if side[0] == "district")]
    row, column = (_side(vocabularies, *side) for side in sides)
    if not cell.initiatives and not declared.isdisjoint(map(str, gaps)):
        row = replace(row, relevant=False)
    return kind_of(cell.initiatives, cell.wide, row, column, cell.unknown)


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
