"""How many initiatives stand where two dimensions meet."""

from dashboard.filters import Filters
from dashboard.queries.coverage import matrix
from tests.spec.tables import expect, portfolio, vocabularies

PORTFOLIO = """
initiative | vision_area | stage      | target_area
garden     | mojlighet   | doing-now  | housing
garden     | motas       | developing | housing
jobs       | mojlighet   | doing-now  | work, start
choir      | motas       | doing-now  |
"""


def test_two_terms_meet_only_in_the_same_listing():
    """What one page calls ongoing and another calls developing is not developing under both."""
    cells = matrix(portfolio(PORTFOLIO), Filters(), vocabularies(), "vision_area", "stage")
    expect(
        cells[cells["row"] != "omsorg"],
        """
        row       | column     | initiatives
        mojlighet | doing-now  | 2
        mojlighet | developing | 0
        mojlighet | networks   | 0
        motas     | doing-now  | 1
        motas     | developing | 1
        motas     | networks   | 0
        """,
    )


def test_a_label_of_the_initiative_meets_the_stage_of_each_of_its_listings():
    expect(
        matrix(portfolio(PORTFOLIO), Filters(), vocabularies(), "target_area", "stage"),
        """
        row        | column     | initiatives
        start      | doing-now  | 1
        start      | developing | 0
        start      | networks   | 0
        housing    | doing-now  | 1
        housing    | developing | 1
        housing    | networks   | 0
        work       | doing-now  | 1
        work       | developing | 0
        work       | networks   | 0
        not-stated | doing-now  | 1
        not-stated | developing | 0
        not-stated | networks   | 0
        """,
    )


def test_an_initiative_listed_twice_in_the_same_cell_is_one():
    listings = """
    initiative | vision_area | stage
    garden     | motas       | networks
    garden     | motas       | networks
    """
    cells = matrix(portfolio(listings), Filters(), vocabularies(), "vision_area", "stage")
    expect(
        cells[cells["initiatives"] > 0],
        """
        row   | column   | initiatives
        motas | networks | 1
        """,
    )


def test_rows_and_columns_can_change_places():
    store = portfolio(PORTFOLIO)
    one = matrix(store, Filters(), vocabularies(), "target_area", "stage").set_index(["row", "column"])
    other = matrix(store, Filters(), vocabularies(), "stage", "target_area").set_index(["column", "row"])
    assert one["initiatives"].to_dict() == other["initiatives"].to_dict()


def test_a_selection_leaves_only_its_own_listings_in_the_cells():
    cells = matrix(
        portfolio(PORTFOLIO), Filters().pick(stage="developing"), vocabularies(), "target_area", "vision_area"
    )
    expect(
        cells[cells["initiatives"] > 0],
        """
        row     | column | initiatives
        housing | motas  | 1
        """,
    )


def test_a_picked_dimension_shows_the_picked_terms_alone():
    cells = matrix(
        portfolio(PORTFOLIO), Filters().pick(target_area="start"), vocabularies(), "target_area", "stage"
    )
    expect(
        cells[cells["initiatives"] > 0],
        """
        row   | column    | initiatives
        start | doing-now | 1
        """,
    )
    assert set(cells["row"]) == {"start"}
