"""Every number that the queries give, recomputed by plain loops over random portfolios and selections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_portfolios import (
    CODES,
    DISTRICTS,
    VOCABULARIES,
    Case,
    Listing,
    cases,
    examples,
    refillable_store,
)
from tests.spec.tables import LABELS

from dashboard.cells import Kind
from dashboard.dimensions import BY_CODE, DIMENSIONS, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import facet_codes
from dashboard.gaps import Decision, Gap
from dashboard.queries import portfolio
from dashboard.queries.about import field_coverage
from dashboard.queries.coverage import count_by_term, matrix, shared_initiatives, totals
from dashboard.queries.portfolio import SORTS


@pytest.fixture(scope="module")
def emptied():
    return refillable_store()


@examples
@given(cases())
def test_totals(emptied, case):
    chosen = initiatives(case.selected())
    both = sorted([len(chosen), len(initiatives(case.otherwise().selected()))])
    assert totals(emptied(case), case.filters) == (
        len(chosen),
        len(case.selected()),
        len(initiatives(case.listings)),
        *both,
    )


def initiatives(listings: list[Listing]) -> set[str]:
    return {listing.initiative for listing in listings}


@examples
@given(cases(), st.sampled_from(DIMENSIONS))
def test_counts_by_term(emptied, case, dimension):
    carried, otherwise = carried_terms(case, dimension.code), carried_terms(case.otherwise(), dimension.code)
    store = emptied(case)
    found = count_by_term(store, case.filters, VOCABULARIES, dimension.code)
    codes = facet_codes(VOCABULARIES, dimension.code)
    assert list(found["term"]) == [code for code in codes if case.in_sight(dimension.code, code)]
    for row in found.to_dict("records"):
        term = row["term"]
        having = [terms for terms in carried.values() if term in terms]
        assert row["initiatives"] == len(having)
        assert row["stated"] == sum(any(terms[term]) for terms in having)
        assert row["only"] == sum(len(terms) == 1 for terms in having)
        assert row["listings"] == sum(len(terms[term]) for terms in having)
        assert row["weight"] == pytest.approx(sum(1 / len(terms) for terms in having))
        assert row["captured"] == (term != "gone")
        both = sorted([len(having), sum(term in terms for terms in otherwise.values())])
        assert [row["least"], row["most"]] == both
    assert found["weight"].sum() == pytest.approx(len(carried))
    shared = sum(len(terms) > 1 for terms in carried.values())
    assert shared_initiatives(store, case.filters, VOCABULARIES, dimension.code) == shared
    assert found["only"].sum() + shared == len(carried)


def carried_terms(case: Case, dimension: str) -> dict[str, dict[str, list[bool]]]:
    """Per initiative the terms in sight, and per term whether each of its selected listings states it."""
    carried: dict[str, dict[str, list[bool]]] = {}
    for listing in case.selected():
        for term, stated in case.facets(listing, dimension).items():
            if case.in_sight(dimension, term):
                carried.setdefault(listing.initiative, {}).setdefault(term, []).append(stated)
    return carried


@examples
@given(cases(), st.sampled_from(DIMENSIONS), st.sampled_from(DIMENSIONS))
def test_matrices(emptied, case, row_dimension, column_dimension):
    rows, columns = row_dimension.code, column_dimension.code
    selected, otherwise = meetings(case, rows, columns), meetings(case.otherwise(), rows, columns)
    not_by_district, everywhere = (
        meetings(case.lifted(), rows, columns),
        meetings(case.whole(), rows, columns),
    )
    otherwise_by_no_district = meetings(case.lifted().otherwise(), rows, columns)
    declared = declared_gaps(case)
    cells = matrix(emptied(case), case.filters, VOCABULARIES, rows, columns)
    assert list(zip(cells["row"], cells["column"], strict=True)) == [
        (row, column)
        for row in facet_codes(VOCABULARIES, rows)
        for column in facet_codes(VOCABULARIES, columns)
        if case.in_sight(rows, row) and case.in_sight(columns, column)
    ]
    for cell in cells.to_dict("records"):
        row, column = cell["row"], cell["column"]
        there = selected.get((row, column), {})
        wide = reaching_everyone(not_by_district, rows, row, column)
        assert (cell["initiatives"], cell["stated"], cell["wide"]) == (len(there), sum(there.values()), wide)
        both = sorted([len(there), len(otherwise.get((row, column), {}))])
        assert [cell["least"], cell["most"]] == both
        wide_otherwise = reaching_everyone(otherwise_by_no_district, rows, row, column)
        assert [cell["wide_least"], cell["wide_most"]] == sorted([wide, wide_otherwise])
        unknown = 0 if NOT_STATED in (row, column) else naive_unknown(everywhere, rows, columns, row, column)
        assert cell["unknown"] == unknown
        in_all = len(everywhere.get((row, column), {}))
        if in_all == 0 and "gone" not in (row, column) and declared & naive_gaps(rows, columns, row, column):
            assert cell["kind"] == Kind.NOT_RELEVANT
        else:
            wide_in_all = reaching_everyone(everywhere, rows, row, column)
            assert cell["kind"] == naive_kind(row, column, in_all, wide_in_all, wide, unknown)


Meetings = dict[tuple[str, str], dict[str, bool]]


def meetings(case: Case, rows: str, columns: str) -> Meetings:
    """Per pair of terms, the initiatives with a listing that has both, and whether both are stated."""
    met: Meetings = {}
    for listing in case.selected():
        for row, row_stated in case.facets(listing, rows).items():
            for column, column_stated in case.facets(listing, columns).items():
                stated = met.setdefault((row, column), {})
                both = row_stated and column_stated
                stated[listing.initiative] = stated.get(listing.initiative, False) or both
    return met


def declared_gaps(case: Case) -> set[Gap]:
    """Where the last word is that nothing is to be expected."""
    last: dict[Gap, Decision] = {}
    for gap, decision in case.decisions:
        last[gap] = decision
    return {gap for gap, decision in last.items() if decision == Decision.NOT_RELEVANT}


def naive_gaps(rows: str, columns: str, row: str, column: str) -> set[Gap]:
    """The gaps that an empty cell is part of: the cell itself, and the whole of its district."""
    whole = [code for dimension, code in ((rows, row), (columns, column)) if dimension == "district"]
    return {Gap.at(**{rows: row, columns: column}), *(Gap.at(district=code) for code in whole)}


def reaching_everyone(met: Meetings, rows: str, row: str, column: str) -> int:
    if MUNICIPALITY_WIDE in (row, column):
        return 0
    along = (MUNICIPALITY_WIDE, column) if rows == "district" else (row, MUNICIPALITY_WIDE)
    return len(met.get(along, {}))


def naive_unknown(met: Meetings, rows: str, columns: str, row: str, column: str) -> int:
    """Who stands on one side and might stand on the other; a district is named or it is not."""
    rest = [met.get((NOT_STATED, column), {})] if rows != "district" else []
    rest += [met.get((row, NOT_STATED), {})] if columns != "district" else []
    return sum(map(len, rest))


def naive_kind(row: str, column: str, in_all: int, wide_in_all: int, wide: int, unknown: int) -> Kind:
    """A gap is a gap in the whole portfolio; a filter that leaves nothing makes none."""
    if "gone" in (row, column):
        return Kind.NOT_CAPTURED
    if NOT_STATED in (row, column):
        return Kind.NOT_STATED
    if in_all:
        return Kind.COUNT
    if unknown:
        return Kind.NOT_STATED
    if wide_in_all and not {row, column}.isdisjoint(DISTRICTS):
        return Kind.WIDE_ONLY if wide else Kind.COUNT
    return Kind.NONE


@examples
@given(cases())
def test_field_coverage(emptied, case):
    chosen = {listing.initiative for listing in case.selected()}
    known: dict[str, dict[str, bool]] = {name: {} for name in (*LABELS, *CODES["fact"])}
    for listing in case.listings:
        if listing.initiative not in chosen:
            continue
        for dimension in LABELS:
            seen = case.facets(listing, dimension)
            if NOT_STATED not in seen:
                known[dimension][listing.initiative] = any(seen.values())
        for name in [*listing.facts, *(["link"] if listing.link else [])]:
            known[name][listing.initiative] = True
    found = field_coverage(emptied(case), case.filters, VOCABULARIES)
    assert found.to_dict("records") == [
        {"field": name, "initiatives": len(stated), "stated": sum(stated.values())}
        for name, stated in known.items()
    ]


@examples
@given(cases(), st.sampled_from(SORTS), st.integers(1, 6), st.integers(0, 6))
def test_the_list_and_its_order(emptied, case, sort, limit, offset):
    published: dict[str, tuple[int, int, int]] = {}
    first_term: dict[str, int] = {}
    for listing in case.listings:
        area, stage = listing.cell
        if listing in case.selected():
            place = CODES["vision_area"].index(area), CODES["stage"].index(stage), listing.position
            published[listing.initiative] = min(published.get(listing.initiative, place), place)
        if sort in BY_CODE and listing in case.selected():
            seen = [CODES[sort].index(t) for t in case.facets(listing, sort) if t != NOT_STATED]
            least = min([*seen, first_term.get(listing.initiative, 99)])
            first_term[listing.initiative] = least
    expected = sorted(
        published,
        key=lambda code: (
            first_term.get(code, 99),
            "azåäö".index(code[-1]) if sort == "title" else 0,
            published[code],
        ),
    )
    found = portfolio.initiatives(emptied(case), case.filters, sort, limit, offset)
    assert list(found["code"]) == expected[offset : offset + limit]


@examples
@given(cases())
def test_squares_listings_and_labels(emptied, case):
    store, chosen = emptied(case), case.selected()
    squares: dict[tuple[str, str], set[str]] = {}
    for listing in chosen:
        area, stage = listing.cell
        squares.setdefault((listing.initiative, stage), set()).add(area)
    marks = portfolio.marks(store, case.filters).to_dict("records")
    assert {(mark["initiative"], mark["stage"]): set(mark["vision_areas"]) for mark in marks} == squares
    assert len(marks) == len(squares)

    codes = sorted({listing.initiative for listing in chosen})
    listed = portfolio.listings(store, codes).to_dict("records")
    described = {
        (each["initiative"], each["vision_area"], each["stage"], each["position"]) for each in listed
    }
    assert described == {
        (each.initiative, *each.cell, each.position) for each in case.listings if each.initiative in codes
    }
    assert len(listed) == len(described)
    known = portfolio.labels(store, codes, case.filters.inferred).to_dict("records")
    assert {(row["initiative"], row["dimension"], row["term"], row["provenance"]) for row in known} == {
        (listing.initiative, dimension, term, "stated" if stated else "inferred")
        for listing in case.listings
        if listing.initiative in codes
        for dimension in LABELS
        for term, stated in listing.labels[dimension].items()
        if stated or case.filters.inferred
    }
