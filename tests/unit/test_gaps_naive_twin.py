"""What the districts are said to lack, recomputed by plain loops over random portfolios and selections."""

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_portfolios import DISTRICTS, VOCABULARIES, Case, People, cases, examples, refillable_store

from dashboard.chance import ENOUGH, poisson_range
from dashboard.dimensions import DEVELOPING, DOING_NOW, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.gaps import GapKind
from dashboard.queries.gaps import (
    Progress,
    Verdict,
    Weight,
    apart,
    district_gaps,
    findings,
    high_need,
    mentions,
)

UNKNOWN = People(None, None, [])


@pytest.fixture(scope="module")
def emptied():
    return refillable_store()


def aimed_at(case: Case, district: str, *stages: str) -> set[str]:
    """The selected initiatives that name the district, or stand apart from all of them."""
    return {
        listing.initiative
        for listing in case.selected()
        if district in case.facets(listing, "district") and (not stages or listing.cell[1] in stages)
    }


def stated_at(case: Case, district: str) -> set[str]:
    chosen = [listing for listing in case.selected() if case.facets(listing, "district").get(district)]
    return {listing.initiative for listing in chosen}


def naive_kinds(case: Case, district: str) -> set[GapKind]:
    """In the whole portfolio; see `docs/method.md`."""
    aimed, now, developing = (
        aimed_at(case.whole(), district, *stages) for stages in ((), (DOING_NOW,), (DEVELOPING,))
    )
    kinds = set()
    if not aimed:
        wide = aimed_at(case.whole(), MUNICIPALITY_WIDE)
        kinds.add(GapKind.WIDE_ONLY if wide else GapKind.ABSOLUTE)
    if len(aimed) in (1, 2):
        kinds.add(GapKind.THIN)
    if developing and not now:
        kinds.add(GapKind.PROMISE)
    if now and not developing:
        kinds.add(GapKind.PIPELINE)
    return kinds


def weight_of(known: People, weight: Weight) -> float | None:
    if weight == Weight.POPULATION or known.population is None:
        return known.population
    return None if known.low_income_pct is None else known.population * known.low_income_pct / 100


def naive_expected(case: Case, weight: Weight) -> dict[str, float]:
    """The districts of known weight, and their part of what is aimed at any of those."""
    weights = {district: weight_of(case.people.get(district, UNKNOWN), weight) for district in DISTRICTS}
    known = {district: each for district, each in weights.items() if each is not None}
    placed, total = sum(len(aimed_at(case.lifted(), district)) for district in known), sum(known.values())
    return {district: placed * each / total for district, each in known.items() if total}


@examples
@given(cases(), st.sampled_from(Weight))
def test_what_is_aimed_at_a_district_and_what_that_leaves_out(emptied, case, weight):
    found = district_gaps(emptied(case), case.filters, VOCABULARIES, weight)
    assert list(found["district"]) == [code for code in DISTRICTS if case.in_sight("district", code)]
    seen = case.lifted()
    for row in found.to_dict("records"):
        district = row["district"]
        here = len(aimed_at(seen, district))
        assert row["initiatives"] == here
        assert row["stated"] == len(stated_at(seen, district))
        assert [row["least"], row["most"]] == sorted([here, len(aimed_at(seen.otherwise(), district))])
        assert row["now"] == len(aimed_at(seen, district, DOING_NOW))
        assert row["developing"] == len(aimed_at(seen, district, DEVELOPING))
        assert row["networks"] == len(aimed_at(seen, district, "networks"))
        assert row["under_way"] == len(aimed_at(seen, district, DOING_NOW, DEVELOPING))
        assert set(row["kinds"]) == naive_kinds(case, district)


@examples
@given(cases(), st.sampled_from(Weight))
def test_what_would_be_expected_there(emptied, case, weight):
    expected = naive_expected(case, weight)
    for row in district_gaps(emptied(case), case.filters, VOCABULARIES, weight).to_dict("records"):
        if row["district"] not in expected:
            assert isnan(row["expected"])
            assert row["verdict"] == Verdict.TOO_FEW
            continue
        assert row["expected"] == pytest.approx(expected[row["district"]])
        low, high = poisson_range(row["expected"])
        assert (row["low"], row["high"]) == (low, high)
        short = Verdict.SHORT if row["initiatives"] < low else Verdict.WITHIN
        assert row["verdict"] == (Verdict.TOO_FEW if row["expected"] < ENOUGH else short)


@examples
@given(cases())
def test_what_stands_apart_from_every_district(emptied, case):
    codes = (MUNICIPALITY_WIDE, NOT_STATED)
    seen = case.lifted()
    expected = {}
    for code in codes:
        both = len(aimed_at(seen, code)), len(aimed_at(seen.otherwise(), code))
        expected[code] = (both[0], min(both), max(both))
    store = emptied(case)
    assert apart(store, case.filters, VOCABULARIES) == expected
    placed = sum(len(aimed_at(case.lifted(), district)) for district in DISTRICTS)
    assert mentions(store, case.filters, VOCABULARIES) == placed


@examples
@given(cases())
def test_what_is_found_where_the_need_is_great(emptied, case):
    table = district_gaps(emptied(case), case.filters, VOCABULARIES)
    found = findings(table)
    needy = [
        district
        for district in table["district"]
        if {"1", "2"} & {*case.people.get(district, UNKNOWN).area_type}
    ]
    assert [row["district"] for row in table.to_dict("records") if high_need(row)] == needy
    assert found.nothing == [district for district in needy if not aimed_at(case.whole(), district)]
    seen = case.lifted()
    under_way = {district: aimed_at(seen, district, DOING_NOW, DEVELOPING) for district in needy}
    assert found.progress == [
        Progress(district, len(aimed_at(seen, district, DEVELOPING)), len(initiatives))
        for district, initiatives in under_way.items()
        if initiatives
    ]
