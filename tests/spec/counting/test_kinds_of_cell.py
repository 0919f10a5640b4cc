"""What a cell of a matrix means: a number, or one of five ways of having none."""

import pytest

from dashboard.cells import Kind
from dashboard.filters import Filters
from dashboard.queries.coverage import kinds_in, matrix
from tests.spec.tables import expect, portfolio, vocabularies

PORTFOLIO = """
initiative | stage      | target_area | district
garden     | doing-now  | housing     | norrby
buses      | developing | work        | municipality-wide
trains     | developing | work        | municipality-wide
choir      | doing-now  |             |
"""


@pytest.fixture
def districts_by_stage():
    return matrix(portfolio(PORTFOLIO), Filters(), vocabularies(), "district", "stage")


def test_a_district_is_aimed_at_reached_only_by_what_reaches_everyone_or_neither(districts_by_stage):
    expect(
        districts_by_stage[districts_by_stage["row"].isin(["norrby", "viskafors"])],
        """
        row       | column     | initiatives | wide | kind
        norrby    | doing-now  | 1           | 0    | count
        norrby    | developing | 0           | 2    | wide-only
        norrby    | networks   | 0           | 0    | none
        viskafors | doing-now  | 0           | 0    | none
        viskafors | developing | 0           | 2    | wide-only
        viskafors | networks   | 0           | 0    | none
        """,
    )


def test_what_reaches_everyone_is_a_row_of_its_own_with_plain_numbers(districts_by_stage):
    expect(
        districts_by_stage[districts_by_stage["row"] == "municipality-wide"],
        """
        row               | column     | initiatives | kind
        municipality-wide | doing-now  | 0           | none
        municipality-wide | developing | 2           | count
        municipality-wide | networks   | 0           | none
        """,
    )


def test_what_no_source_says_is_counted_but_is_never_a_gap(districts_by_stage):
    expect(
        districts_by_stage[districts_by_stage["row"] == "not-stated"],
        """
        row        | column     | initiatives | kind
        not-stated | doing-now  | 1           | not-stated
        not-stated | developing | 0           | not-stated
        not-stated | networks   | 0           | not-stated
        """,
    )


def test_a_page_that_was_never_captured_says_nothing_about_zero():
    cells = matrix(portfolio(PORTFOLIO), Filters(), vocabularies(), "vision_area", "stage")
    expect(
        cells[cells["row"] != "mojlighet"],
        """
        row    | column     | initiatives | kind
        omsorg | doing-now  | 0           | not-captured
        omsorg | developing | 0           | not-captured
        omsorg | networks   | 0           | not-captured
        motas  | doing-now  | 2           | count
        motas  | developing | 2           | count
        motas  | networks   | 0           | none
        """,
    )


def test_districts_as_columns_are_reached_by_everyones_initiatives_too():
    cells = matrix(portfolio(PORTFOLIO), Filters(), vocabularies(), "target_area", "district")
    expect(
        cells[cells["column"] == "viskafors"],
        """
        row        | column    | initiatives | wide | kind
        start      | viskafors | 0           | 0    | none
        housing    | viskafors | 0           | 0    | none
        work       | viskafors | 0           | 2    | wide-only
        not-stated | viskafors | 0           | 0    | not-stated
        """,
    )


def test_a_place_declared_no_district_follows_the_districts_and_is_never_a_gap():
    cells = matrix(portfolio(PORTFOLIO, "park"), Filters(), vocabularies(), "district", "stage")
    expect(
        cells.tail(4),
        """
        row        | column     | initiatives | wide | kind
        not-stated | networks   | 0           | 0    | not-stated
        park       | doing-now  | 0           | 0    | not-relevant
        park       | developing | 0           | 0    | not-relevant
        park       | networks   | 0           | 0    | not-relevant
        """,
    )


def test_a_place_declared_no_district_stands_beside_no_other_dimension():
    cells = matrix(portfolio(PORTFOLIO, "park"), Filters(), vocabularies(), "target_area", "stage")
    assert "park" not in set(cells["row"])


def test_all_six_kinds_can_meet_in_one_matrix_and_come_in_legend_order():
    cells = matrix(portfolio(PORTFOLIO, "park"), Filters(), vocabularies(), "district", "vision_area")
    assert kinds_in(cells) == list(Kind)


def test_a_filter_makes_no_gaps():
    """Norrby has an initiative under way; a filter that leaves it out shows a plain zero, not a gap."""
    cells = matrix(
        portfolio(PORTFOLIO), Filters().pick(target_area="work"), vocabularies(), "district", "stage"
    )
    expect(
        cells[cells["row"].isin(["norrby", "viskafors"])],
        """
        row       | column     | initiatives | wide | kind
        norrby    | doing-now  | 0           | 0    | count
        norrby    | developing | 0           | 2    | wide-only
        norrby    | networks   | 0           | 0    | none
        viskafors | doing-now  | 0           | 0    | none
        viskafors | developing | 0           | 2    | wide-only
        viskafors | networks   | 0           | 0    | none
        """,
    )


def test_what_reaches_everyone_but_is_filtered_away_is_a_plain_zero():
    cells = matrix(portfolio(PORTFOLIO), Filters(words="choir"), vocabularies(), "district", "stage")
    expect(
        cells[(cells["row"] == "viskafors") & (cells["column"] == "developing")],
        """
        row       | column     | initiatives | wide | kind
        viskafors | developing | 0           | 0    | count
        """,
    )


def test_terms_that_are_filtered_away_are_out_of_sight():
    cells = matrix(
        portfolio(PORTFOLIO, "park"), Filters().pick(district="norrby"), vocabularies(), "district", "stage"
    )
    expect(
        cells,
        """
        row    | column     | initiatives | kind
        norrby | doing-now  | 1           | count
        norrby | developing | 0           | wide-only
        norrby | networks   | 0           | none
        """,
    )


def test_nothing_is_not_confirmed_while_the_source_leaves_something_unsaid():
    """The choir goes on now and has no target area: it might belong to any of them."""
    cells = matrix(portfolio(PORTFOLIO), Filters(), vocabularies(), "target_area", "stage")
    expect(
        cells[cells["row"] == "start"],
        """
        row   | column     | initiatives | unknown | kind
        start | doing-now  | 0           | 1       | not-stated
        start | developing | 0           | 0       | none
        start | networks   | 0           | 0       | none
        """,
    )


def declared(gap: str, decision: str = "not-relevant") -> str:
    return f"gap | decision\n{gap} | {decision}"


def test_a_gap_that_the_register_declares_not_relevant_is_none():
    decisions = declared("district:norrby,stage:developing")
    cells = matrix(portfolio(PORTFOLIO, decisions=decisions), Filters(), vocabularies(), "district", "stage")
    expect(
        cells[cells["row"] == "norrby"],
        """
        row    | column     | initiatives | wide | kind
        norrby | doing-now  | 1           | 0    | count
        norrby | developing | 0           | 2    | not-relevant
        norrby | networks   | 0           | 0    | none
        """,
    )


def test_it_is_the_same_gap_whichever_dimension_has_the_rows():
    store = portfolio(PORTFOLIO, decisions=declared("district:norrby,stage:developing"))
    cells = matrix(store, Filters(), vocabularies(), "stage", "district")
    expect(
        cells[cells["kind"] == Kind.NOT_RELEVANT],
        """
        row        | column | kind
        developing | norrby | not-relevant
        """,
    )


def test_a_district_that_the_register_declares_not_relevant_has_no_gaps_but_keeps_its_initiatives():
    cells = matrix(
        portfolio(PORTFOLIO, decisions=declared("district:norrby")),
        Filters(),
        vocabularies(),
        "district",
        "target_area",
    )
    expect(
        cells[cells["row"] == "norrby"],
        """
        row    | column     | initiatives | kind
        norrby | start      | 0           | not-relevant
        norrby | housing    | 1           | count
        norrby | work       | 0           | not-relevant
        norrby | not-stated | 0           | not-relevant
        """,
    )


def test_what_was_declared_and_is_reopened_or_decided_otherwise_is_a_gap_again():
    for later in ("reopened", "chosen"):
        decisions = f"{declared('district:norrby')}\ndistrict:norrby | {later}"
        cells = matrix(
            portfolio(PORTFOLIO, decisions=decisions), Filters(), vocabularies(), "district", "stage"
        )
        assert Kind.NOT_RELEVANT not in set(cells["kind"])


def test_a_declaration_says_nothing_about_a_page_that_was_never_captured():
    store = portfolio(PORTFOLIO, decisions=declared("district:norrby"))
    cells = matrix(store, Filters(), vocabularies(), "district", "vision_area")
    expect(
        cells[cells["row"] == "norrby"],
        """
        row    | column    | initiatives | kind
        norrby | omsorg    | 0           | not-captured
        norrby | mojlighet | 0           | not-relevant
        norrby | motas     | 1           | count
        """,
    )


def test_what_a_filter_leaves_out_is_a_plain_zero_whatever_has_been_declared():
    store = portfolio(PORTFOLIO, decisions=declared("district:norrby"))
    cells = matrix(store, Filters().pick(target_area="work"), vocabularies(), "district", "stage")
    expect(
        cells[cells["row"] == "norrby"],
        """
        row    | column     | initiatives | kind
        norrby | doing-now  | 0           | count
        norrby | developing | 0           | not-relevant
        norrby | networks   | 0           | not-relevant
        """,
    )
