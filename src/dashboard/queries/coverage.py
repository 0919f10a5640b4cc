"""How many initiatives there are where: per term and where two dimensions meet."""

from typing import NamedTuple

import pandas as pd

from dashboard.cells import Kind, Side, kind_of
from dashboard.dimensions import BY_CODE, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters, facet_codes
from dashboard.queries import ask
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies


class Totals(NamedTuple):
    """Selected initiatives and listings, and all there are."""

    initiatives: int
    listings: int
    all_initiatives: int
    all_listings: int


def totals(store: Store, filters: Filters) -> Totals:
    counts = ask(store, "totals", filters).iloc[0]
    return Totals(*(int(counts[name]) for name in Totals._fields))


def count_by_term(store: Store, filters: Filters, vocabularies: Vocabularies, dimension: str) -> pd.DataFrame:
    """One row per facet code in vocabulary order: term, initiatives, stated, listings, weight, captured.

    `initiatives` counts in full, so it may sum to more than there are; `weight` sums to the total.
    """
    found = ask(store, "count_by_term", filters, dimension=dimension).set_index("term")
    counts = found.reindex(facet_codes(vocabularies, dimension), fill_value=0)
    counts["captured"] = [_side(vocabularies, dimension, code).captured for code in counts.index]
    return counts.rename_axis("term").reset_index()


def shared_initiatives(store: Store, filters: Filters, dimension: str) -> int:
    """How many initiatives carry more than one term of the dimension."""
    return int(ask(store, "shared_terms", filters, dimension=dimension)["initiatives"].iloc[0])


def matrix(
    store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str
) -> pd.DataFrame:
    """One row per cell: row, column, initiatives, stated, wide, kind, in vocabulary order.

    Districts as rows are followed by the places that somebody has declared to be no district, whose
    cells are not relevant. `wide` is the municipality-wide count that a district's empty cell stands for.
    """
    found = ask(store, "cross_counts", filters, rows=rows, columns=columns)
    counts = found.set_index(["row_term", "column_term"])[["initiatives", "stated"]]
    cells = pd.MultiIndex.from_product(
        [facet_codes(vocabularies, rows), facet_codes(vocabularies, columns)], names=["row", "column"]
    )
    grid = counts.reindex(cells, fill_value=0).astype(int)
    whole = counts["initiatives"].to_dict()
    grid["wide"] = [_wide(whole, rows, columns, row, column) for row, column in cells]
    grid["kind"] = [
        kind_of(initiatives, wide, _side(vocabularies, rows, row), _side(vocabularies, columns, column))
        for (row, column), initiatives, wide in zip(cells, grid["initiatives"], grid["wide"], strict=True)
    ]
    table = grid.reset_index()
    return _with_irrelevant_places(store, table) if rows == "district" else table


def _wide(whole: dict, rows: str, columns: str, row: str, column: str) -> int:
    if rows == "district":
        return int(whole.get((MUNICIPALITY_WIDE, column), 0))
    if columns == "district":
        return int(whole.get((row, MUNICIPALITY_WIDE), 0))
    return 0


def _side(vocabularies: Vocabularies, dimension: str, code: str) -> Side:
    if code == NOT_STATED:
        return Side(stated=False)
    term = vocabularies.term(dimension, code)
    return Side(
        captured=term.captured, district=BY_CODE[dimension].code == "district" and term.kind == "term"
    )


def _with_irrelevant_places(store: Store, table: pd.DataFrame) -> pd.DataFrame:
    places = ask(store, "irrelevant_places")["place"]
    cells = pd.MultiIndex.from_product([places, table["column"].unique()], names=["row", "column"])
    declared = cells.to_frame(index=False).assign(
        initiatives=0, stated=0, wide=0, kind=kind_of(0, 0, Side(relevant=False), Side())
    )
    return pd.concat([table, declared], ignore_index=True) if len(declared) else table


def kinds_in(table: pd.DataFrame) -> list[Kind]:
    """The kinds of cell that occur, in legend order."""
    present = set(table["kind"])
    return [kind for kind in Kind if kind in present]
