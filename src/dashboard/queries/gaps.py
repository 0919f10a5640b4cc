"""Districts: what is aimed at each, beside who lives there and what chance alone would give."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

import pandas as pd

from dashboard.chance import ENOUGH, poisson_range
from dashboard.dimensions import DEVELOPING, DOING_NOW, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters
from dashboard.gaps import GapKind, gap_kinds
from dashboard.queries import counts, each_row, kept
from dashboard.queries.about import districts
from dashboard.queries.coverage import codes_in_sight, count_by_term
from dashboard.queries.selecting import select
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies


class Weight(StrEnum):
    """By what the initiatives that are aimed at districts would be spread: the reader's choice."""

    POPULATION = "population"
    NEED = "need"


class Verdict(StrEnum):
    """What can be said of a district's count beside the expected one; more than chance gives is no news."""

    TOO_FEW = "too-few"
    SHORT = "short"
    WITHIN = "within"


class Progress(NamedTuple):
    """How many of a district's initiatives that are done now or being developed are being developed."""

    district: str
    developing: int
    under_way: int


class Counted(NamedTuple):
    """How many, and the range that inferred labels leave: `said_range(text, *counted)` says all three."""

    initiatives: int
    least: int
    most: int


class Findings(NamedTuple):
    """Districts of great need: those at which nothing is aimed, and how far the others have come."""

    nothing: list[str]
    progress: list[Progress]


_WEIGHED_BY = {Weight.POPULATION: "population", Weight.NEED: "in_need"}
_MEASURES = ["population", "low_income_pct", "area_km2", "lat", "lon"]
_GREAT_NEED = {"1", "2"}
"""Boverket's area types with socio-economic challenges; no threshold of ours."""


@kept
def district_gaps(
    store: Store, filters: Filters, vocabularies: Vocabularies, weight: Weight = Weight.POPULATION
) -> pd.DataFrame:
    """One row per district in sight, in vocabulary order; no order of merit.

    Facts as in `queries.about.districts`, NaN where unknown, `area_type` a list; `in_need`: people with low
    economic standard.
    Aimed at the district: initiatives, stated, least, most, and of them now, developing, networks, under_way.
    `kinds`: what it lacks in the whole portfolio, since a filter makes no gaps (tuple of GapKind).
    `expected`: placed mentions x the district's share of the weight, both over all districts of which the
    weight is known; low, high: what chance makes of it (`poisson_range`; <NA> where unknown); `verdict`.
    share_initiatives, share_population, share_need: 0-1, over all districts.
    """
    anywhere = filters.pick(district=())
    codes = vocabularies.parts("district")
    table = _aimed(store, anywhere, codes)
    certain = count_by_term(store, anywhere, vocabularies, "district").set_index("term")
    table = table.join(certain[["stated", "least", "most"]]).join(_facts(store, table.index))
    table["kinds"] = _kinds(store, Filters(inferred=filters.inferred), codes)
    table["share_initiatives"] = table["initiatives"] / table["initiatives"].sum()
    for each, column in _WEIGHED_BY.items():
        table[f"share_{each}"] = table[column] / table[column].sum()
    table["expected"] = _expected(table["initiatives"], table[f"share_{weight}"])
    ranges = [(pd.NA, pd.NA) if pd.isna(each) else poisson_range(each) for each in table["expected"]]
    table[["low", "high"]] = pd.DataFrame(ranges, table.index, ["low", "high"], dtype="Int64")
    table["verdict"] = [_verdict(row.initiatives, row.expected, row.low) for row in each_row(table)]
    in_sight = table.index.isin(codes_in_sight(filters, vocabularies, "district"))
    return table[in_sight].reset_index()


def mentions(store: Store, filters: Filters, vocabularies: Vocabularies) -> int:
    """Placed mentions: an initiative that names four districts is four, whichever district is picked."""
    return int(_aimed(store, filters.pick(district=()), vocabularies.parts("district"))["initiatives"].sum())


def apart(store: Store, filters: Filters, vocabularies: Vocabularies) -> dict[str, Counted]:
    """The initiatives that no district can claim, whichever is picked: municipality-wide, and not stated."""
    found = count_by_term(store, filters.pick(district=()), vocabularies, "district").set_index("term")
    found = found[["initiatives", "least", "most"]].reindex([MUNICIPALITY_WIDE, NOT_STATED], fill_value=0)
    return {code: Counted(*map(int, row)) for code, *row in found.itertuples()}


def high_need(row: Mapping[Any, Any]) -> bool:
    """Whether any part of the district has socio-economic challenges, by its `area_type`."""
    return not _GREAT_NEED.isdisjoint(row["area_type"])


def findings(table: pd.DataFrame) -> Findings:
    """What `district_gaps` says of the districts of great need, in the table's order.

    At `nothing` the whole portfolio aims nothing; `progress` is that of the selection, and leaves out the
    districts where it has nothing under way.
    """
    needy = [row for row in table.to_dict("records") if high_need(row)]
    return Findings(
        [row["district"] for row in needy if {GapKind.ABSOLUTE, GapKind.WIDE_ONLY} & {*row["kinds"]}],
        [Progress(row["district"], row["developing"], row["under_way"]) for row in needy if row["under_way"]],
    )


def _aimed(store: Store, filters: Filters, codes: list[str]) -> pd.DataFrame:
    """initiatives, now, developing, networks, under_way; by district."""
    return counts.district_stages(select(store, filters, "district", "stage"), codes, DOING_NOW, DEVELOPING)


def _facts(store: Store, codes: pd.Index) -> pd.DataFrame:
    facts = districts(store).set_index("district").reindex(codes)
    facts = facts.astype(dict.fromkeys(_MEASURES, float))
    facts["area_type"] = [list(kinds) if isinstance(kinds, Iterable) else [] for kinds in facts["area_type"]]
    facts["in_need"] = facts["population"] * facts["low_income_pct"] / 100
    return facts


def _kinds(store: Store, whole: Filters, codes: list[str]) -> list[tuple[GapKind, ...]]:
    aimed = _aimed(store, whole, [*codes, MUNICIPALITY_WIDE])
    wide = aimed["initiatives"][MUNICIPALITY_WIDE]
    return [gap_kinds(row.initiatives, wide, row.now, row.developing) for row in each_row(aimed.loc[codes])]


def _expected(initiatives: pd.Series, share: pd.Series) -> pd.Series:
    """What is aimed at districts of unknown weight is not there for the others to share."""
    return share * initiatives[share.notna()].sum()


def _verdict(initiatives: int, expected: float, low: int) -> Verdict:
    if not expected >= ENOUGH:
        return Verdict.TOO_FEW
    return Verdict.SHORT if initiatives < low else Verdict.WITHIN
