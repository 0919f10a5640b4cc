"""How many initiatives there are where: per term and where two dimensions meet."""

from typing import NamedTuple

import pandas as pd

from dashboard.cells import Kind, Side, kind_of
from dashboard.dimensions import ANY, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters, facet_codes
from dashboard.queries import ask
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies


class Totals(NamedTuple):
    """Selected initiatives and listings, and all initiatives there are."""

    initiatives: int
    listings: int
    all_initiatives: int


def totals(store: Store, filters: Filters) -> Totals:
    counts = ask(store, "totals", filters).iloc[0]
    return Totals(*(int(counts[name]) for name in Totals._fields))


def count_by_term(store: Store, filters: Filters, vocabularies: Vocabularies, dimension: str) -> pd.DataFrame:
    """One row per term in sight, in order: term, initiatives, stated, listings, weight, captured.

    `initiatives` counts in full, so it may sum to more than there are; `weight` sums to the total.
    """
    terms = codes_in_sight(filters, vocabularies, dimension)
    found = ask(store, "count_by_term", filters, dimension=dimension, terms=terms).set_index("term")
    counts = found.reindex(terms, fill_value=0)
    counts["captured"] = [_side(vocabularies, dimension, code).captured for code in counts.index]
    return counts.rename_axis("term").reset_index()


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
    return int(ask(store, "shared_terms", filters, dimension=dimension, terms=terms)["initiatives"].iloc[0])


def matrix(
    store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str
) -> pd.DataFrame:
    """One row per cell: row, column, initiatives, stated, wide, unknown, kind, in vocabulary order.

    A zero is a gap only where the whole portfolio has none, not where a filter leaves none; rows and columns
    that the reader has filtered away are left out. Districts as rows are followed by the places that somebody
    has declared to be no district, whose cells are not relevant. `wide` is the municipality-wide count that a
    district's empty cell stands for; a district that is picked does not make it vanish.
    """
    grid = _grid(store, filters, vocabularies, rows, columns)
    if filters.narrow:
        whole = _grid(store, Filters(inferred=filters.inferred), vocabularies, rows, columns)
        grid["unknown"] = whole["unknown"]
        grid["kind"] = [
            Kind.COUNT if kind == Kind.WIDE_ONLY and not wide else kind
            for kind, wide in zip(whole["kind"], grid["wide"], strict=True)
        ]
    in_sight = grid["row"].isin(codes_in_sight(filters, vocabularies, rows))
    in_sight &= grid["column"].isin(codes_in_sight(filters, vocabularies, columns))
    grid = grid[in_sight].reset_index(drop=True)
    return (
        _with_irrelevant_places(store, grid)
        if rows == "district" and "district" not in filters.picks
        else grid
    )


def _grid(
    store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str
) -> pd.DataFrame:
    found = ask(store, "cross_counts", filters, rows=rows, columns=columns)
    counts = found.set_index(["row_term", "column_term"])[["initiatives", "stated"]]
    cells = pd.MultiIndex.from_product(
        [facet_codes(vocabularies, rows), facet_codes(vocabularies, columns)], names=["row", "column"]
    )
    grid = counts.reindex(cells, fill_value=0).astype(int)
    met = counts["initiatives"].to_dict()
    anywhere = met
    if "district" in filters.picks and "district" in (rows, columns):
        undone = ask(store, "cross_counts", filters.pick(district=()), rows=rows, columns=columns)
        anywhere = undone.set_index(["row_term", "column_term"])["initiatives"].to_dict()
    grid["wide"] = [_wide(anywhere, rows, columns, row, column) for row, column in cells]
    grid["unknown"] = [_unknown(met, rows, columns, row, column) for row, column in cells]
    grid["kind"] = [
        kind_of(n, wide, _side(vocabularies, rows, row), _side(vocabularies, columns, column), unknown)
        for (row, column), n, wide, unknown in zip(
            cells, grid["initiatives"], grid["wide"], grid["unknown"], strict=True
        )
    ]
    return grid.reset_index()


def _wide(met: dict, rows: str, columns: str, row: str, column: str) -> int:
    if rows == "district":
        return int(met.get((MUNICIPALITY_WIDE, column), 0))
    if columns == "district":
        return int(met.get((row, MUNICIPALITY_WIDE), 0))
    return 0


def _unknown(met: dict, rows: str, columns: str, row: str, column: str) -> int:
    """How many stand on one side of the cell while the other side is not stated.

    A text names a district or it does not, so there nothing is left unknown.
    """
    if NOT_STATED in (row, column):
        return 0
    beside = met.get((NOT_STATED, column), 0) if rows != "district" else 0
    return int(beside + (met.get((row, NOT_STATED), 0) if columns != "district" else 0))


def _side(vocabularies: Vocabularies, dimension: str, code: str) -> Side:
    if code == NOT_STATED:
        return Side(stated=False)
    term = vocabularies.term(dimension, code)
    return Side(captured=term.captured, district=dimension == "district" and term.kind == "term")


def _with_irrelevant_places(store: Store, table: pd.DataFrame) -> pd.DataFrame:
    places = ask(store, "irrelevant_places")["place"]
    cells = pd.MultiIndex.from_product([places, table["column"].unique()], names=["row", "column"])
    declared = cells.to_frame(index=False).assign(
        initiatives=0, stated=0, wide=0, unknown=0, kind=kind_of(0, 0, Side(relevant=False), Side())
    )
    return pd.concat([table, declared], ignore_index=True) if len(declared) else table


def kinds_in(table: pd.DataFrame) -> list[Kind]:
    """The kinds of cell that occur, in legend order."""
    present = set(table["kind"])
    return [kind for kind in Kind if kind in present]
