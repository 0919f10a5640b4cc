"""Which part of a number the city states, and which part a rule has inferred."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.coverage import count_by_term, matrix, totals
from tests.spec.tables import expect, portfolio, vocabularies

PORTFOLIO = """
initiative | stage      | target_area              | district
garden     | doing-now  | housing                  | norrby (inferred)
jobs       | doing-now  | work, housing (inferred) | norrby
school     | developing | start (inferred)         | viskafors (inferred)
"""

STATED_ONLY = Filters(inferred=False)


def test_a_number_has_a_stated_part():
    expect(
        count_by_term(portfolio(PORTFOLIO), Filters(), vocabularies(), "target_area"),
        """
        term       | initiatives | stated
        start      | 1           | 0
        housing    | 2           | 1
        work       | 1           | 1
        not-stated | 0           | 0
        """,
    )


def test_without_inferred_labels_only_the_stated_part_is_left_and_the_rest_is_not_stated():
    expect(
        count_by_term(portfolio(PORTFOLIO), STATED_ONLY, vocabularies(), "target_area"),
        """
        term       | initiatives | stated | weight
        start      | 0           | 0      | 0.0
        housing    | 1           | 1      | 1.0
        work       | 1           | 1      | 1.0
        not-stated | 1           | 1      | 1.0
        """,
    )


def test_without_inferred_labels_there_are_as_many_initiatives():
    store = portfolio(PORTFOLIO)
    assert totals(store, STATED_ONLY) == totals(store, Filters()) == (3, 3, 3, 3, 3)


def test_the_pages_own_structure_is_always_stated():
    expect(
        count_by_term(portfolio(PORTFOLIO), STATED_ONLY, vocabularies(), "stage"),
        """
        term       | initiatives | stated
        doing-now  | 2           | 2
        developing | 1           | 1
        networks   | 0           | 0
        """,
    )


def test_where_labels_meet_both_must_be_stated():
    cells = matrix(portfolio(PORTFOLIO), Filters(), vocabularies(), "target_area", "district")
    expect(
        cells[cells["initiatives"] > 0],
        """
        row     | column    | initiatives | stated
        start   | viskafors | 1           | 0
        housing | norrby    | 2           | 0
        work    | norrby    | 1           | 1
        """,
    )


def test_without_inferred_labels_an_inferred_meeting_moves_to_not_stated():
    cells = matrix(portfolio(PORTFOLIO), STATED_ONLY, vocabularies(), "target_area", "district")
    expect(
        cells[cells["initiatives"] > 0],
        """
        row        | column     | initiatives | kind
        housing    | not-stated | 1           | not-stated
        work       | norrby     | 1           | count
        not-stated | not-stated | 1           | not-stated
        """,
    )


@pytest.mark.parametrize("filters", [Filters(), STATED_ONLY])
def test_a_number_reaches_from_one_way_of_counting_to_the_other(filters):
    """Fewer are labelled without inferred labels, but of more nothing is stated."""
    expect(
        count_by_term(portfolio(PORTFOLIO), filters, vocabularies(), "target_area"),
        """
        term       | least | most
        start      | 0     | 1
        housing    | 1     | 2
        work       | 1     | 1
        not-stated | 0     | 1
        """,
    )


@pytest.mark.parametrize("filters", [Filters(), STATED_ONLY])
def test_a_selection_reaches_as_far_as_its_labels(filters):
    counted = totals(portfolio(PORTFOLIO), filters.pick(district="norrby"))
    assert (counted.least, counted.most) == (1, 2)


@pytest.mark.parametrize("filters", [Filters(), STATED_ONLY])
def test_a_cell_reaches_as_far_as_both_its_labels(filters):
    cells = matrix(portfolio(PORTFOLIO), filters, vocabularies(), "target_area", "district")
    expect(
        cells[cells["most"] > 0],
        """
        row        | column     | least | most
        start      | viskafors  | 0     | 1
        housing    | norrby     | 0     | 2
        housing    | not-stated | 0     | 1
        work       | norrby     | 1     | 1
        not-stated | not-stated | 0     | 1
        """,
    )


@pytest.mark.parametrize(
    ("filters", "wide"), [(Filters(), 2), (STATED_ONLY, 1), (Filters().pick(district="norrby"), 2)]
)
def test_an_empty_cell_of_a_district_tells_how_far_the_number_reaches_that_reaches_everyone(filters, wide):
    """A district that is picked leaves it as it is."""
    listings = """
    initiative | stage      | district
    buses      | developing | municipality-wide
    choir      | developing | municipality-wide (inferred)
    """
    cells = matrix(portfolio(listings), filters, vocabularies(), "district", "stage")
    expect(
        cells[(cells["row"] == "norrby") & (cells["column"] == "developing")],
        f"""
        row    | column     | initiatives | wide   | wide_least | wide_most | kind
        norrby | developing | 0           | {wide} | 1          | 2         | wide-only
        """,
    )
