"""The numbers of a selection: arrays and tables with a place for every code that is asked for."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.queries.cube import Selection, whole
from dashboard.queries.runs import Bools, Ints, any_in_row


def count_by_term(selection: Selection, dimension: str, codes: Sequence[str]) -> pd.DataFrame:
    """How many initiatives carry each of these? By code: initiatives, stated, only, listings, weight.

    One with several of them counts in full in each (`initiatives`), shared among them (`weight`), or in none
    (`only`). `stated` have it in the city's words, `listings` counts listings.
    """
    groups = selection.groups(dimension, codes)
    columns = {
        "initiatives": groups.count(),
        "stated": groups.count_stated(),
        "only": whole(groups.weigh(groups.initiatives * (groups.several == 1))),
        "listings": selection.count_listings(dimension, codes),
        "weight": groups.weigh(groups.initiatives / np.maximum(groups.several, 1)),
    }
    return pd.DataFrame(columns, index=_codes(codes, "term"))


def carried_codes(selection: Selection, dimension: str, codes: Sequence[str]) -> dict[int, int]:
    """How many initiatives carry how many of these, by that number; those that carry none are left out."""
    groups = selection.groups(dimension, codes)
    initiatives = np.bincount(groups.several, groups.initiatives)
    return {number: int(count) for number, count in enumerate(initiatives) if number and count}


def together(selection: Selection, dimension: str, codes: Sequence[str]) -> Ints:
    """How many initiatives carry each two of these; on the diagonal, how many carry one alone."""
    groups = selection.groups(dimension, codes)
    carried = np.zeros((len(groups.initiatives), len(codes)))
    carried[groups.carried] = 1
    met = (carried.T * groups.initiatives) @ carried
    np.fill_diagonal(met, groups.weigh(groups.initiatives * (groups.several == 1)))
    return whole(met)


def cross_counts(
    selection: Selection, rows: str, row_codes: Sequence[str], columns: str, column_codes: Sequence[str]
) -> tuple[Ints, Ints]:
    """How many initiatives stand where two dimensions meet, and how many are stated to; rows x columns.

    Both terms must belong to the same listing: an initiative that one page calls ongoing and another calls
    developing is not ongoing under both.
    """
    if len(row_codes) > len(column_codes):
        initiatives, stated = cross_counts(selection, columns, column_codes, rows, row_codes)
        return initiatives.T, stated.T
    initiatives, stated = np.zeros((2, len(row_codes), len(column_codes)), dtype=np.int64)
    in_row, stated_in_row = selection.facets(rows, row_codes)
    for row in range(len(row_codes)):
        initiatives[row] = selection.within(in_row[:, row]).groups(columns, column_codes).count()
        stated[row] = selection.within(stated_in_row[:, row]).groups(columns, column_codes).count_stated()
    return initiatives, stated


def district_stages(
    selection: Selection, districts: Sequence[str], now: str, developing: str
) -> pd.DataFrame:
    """How many initiatives are aimed at each district? initiatives, now, developing, networks, under_way.

    One that is listed in several stages counts in each, but once among those under way, which are done now
    or developing.
    """
    stages, _ = selection.facets("stage", [now, developing])
    under_way = any_in_row(stages)
    rows: dict[str, Bools] = {
        "initiatives": np.ones_like(under_way),
        "now": stages[:, 0],
        "developing": stages[:, 1],
        "networks": ~under_way,
        "under_way": under_way,
    }
    counts = {
        name: selection.within(chosen).groups("district", districts).count() for name, chosen in rows.items()
    }
    return pd.DataFrame(counts, index=_codes(districts, "district"))


def known(selection: Selection, dimension: str, codes: Sequence[str]) -> tuple[int, int]:
    """Of how many initiatives does a listing, selected or not, carry any of these; of how many stated?"""
    groups = selection.whole_shapes().groups(dimension, codes)
    carried, stated = (np.unique(group) for group, _ in (groups.carried, groups.stated))
    return int(groups.initiatives[carried].sum()), int(groups.initiatives[stated].sum())


def _codes(codes: Sequence[str], name: str) -> pd.Index:
    return pd.Index(pd.array(codes, dtype="str"), name=name)
