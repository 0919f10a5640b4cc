"""How many initiatives there are where: per term and where two dimensions meet."""

from typing import NamedTuple

import pandas as pd

from dashboard.cells import Kind, Side, kind_of
from dashboard.dimensions import ANY, BY_CODE, MUNICIPALITY_WIDE, NOT_STATED
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
    """One row per facet code, in order: term, initiatives, stated, listings, weight, captured, shown.

    `initiatives` counts in full, so it may sum to more than there are; `weight` sums to the total. A term
    that the reader has filtered away is not `shown`: its zero says nothing.
    """
    found = ask(store, "count_by_term", filters, dimension=dimension).set_index("term")
    counts = found.reindex(facet_codes(vocabularies, dimension), fill_value=0)
    counts["captured"] = [_side(vocabularies, dimension, code).captured for code in counts.index]
    counts["shown"] = [_shown(filters, dimension, str(code), n) for code, n in counts["initiatives"].items()]
    return counts.rename_axis("term").reset_index()


def shared_initiatives(store: Store, filters: Filters, dimension: str) -> int:
    """How many initiatives carry more than one term of the dimension."""
    return int(ask(store, "shared_terms", filters, dimension=dimension)["initiatives"].iloc[0])


def _shown(filters: Filters, dimension: str, code: str, initiatives: int) -> bool:
    picked = filters.picks.get(dimension, ())
    return not picked or ANY in picked or code in picked or initiatives > 0


def matrix(
    store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str
) -> pd.DataFrame:
    """One row per cell: row, column, initiatives, stated, wide, kind, in vocabulary order.

    A zero is a gap only where the whole portfolio has none, not where a filter leaves none; rows and columns
    that the reader has filtered away are left out. Districts as rows are followed by the places that somebody
    has declared to be no district, whose cells are not relevant. `wide` is the municipality-wide count that a
    district's empty cell stands for; a district that is picked does not make it vanish.
    """
    grid = _grid(store, filters, vocabularies, rows, columns)
    if filters.narrow:
        whole = _grid(store, Filters(inferred=filters.inferred), vocabularies, rows, columns)
        grid["kind"] = [
            Kind.COUNT if kind == Kind.WIDE_ONLY and not wide else kind
            for kind, wide in zip(whole["kind"], grid["wide"], strict=True)
        ]
        for side, dimension in (("row", rows), ("column", columns)):
            most = grid.groupby(side)["initiatives"].transform("max")
            shown = [_shown(filters, dimension, code, n) for code, n in zip(grid[side], most, strict=True)]
            grid = grid[shown]
    if rows == "district" and "district" not in filters.picks:
        return _with_irrelevant_places(store, grid)
    return grid.reset_index(drop=True)


def _grid(
    store: Store, filters: Filters, vocabularies: Vocabularies, rows: str, columns: str
) -> pd.DataFrame:
    found = ask(store, "cross_counts", filters, rows=rows, columns=columns)
    counts = found.set_index(["row_term", "column_term"])[["initiatives", "stated"]]
    cells = pd.MultiIndex.from_product(
        [facet_codes(vocabularies, rows), facet_codes(vocabularies, columns)], names=["row", "column"]
    )
    grid = counts.reindex(cells, fill_value=0).astype(int)
    anywhere = ask(store, "cross_counts", filters.pick(district=()), rows=rows, columns=columns)
    met = anywhere.set_index(["row_term", "column_term"])["initiatives"].to_dict()
    grid["wide"] = [_wide(met, rows, columns, row, column) for row, column in cells]
    grid["kind"] = [
        kind_of(initiatives, wide, _side(vocabularies, rows, row), _side(vocabularies, columns, column))
        for (row, column), initiatives, wide in zip(cells, grid["initiatives"], grid["wide"], strict=True)
    ]
    return grid.reset_index()


def _wide(met: dict, rows: str, columns: str, row: str, column: str) -> int:
    if rows == "district":
        return int(met.get((MUNICIPALITY_WIDE, column), 0))
    if columns == "district":
        return int(met.get((row, MUNICIPALITY_WIDE), 0))
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
