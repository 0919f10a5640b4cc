"""How many initiatives and listings there are, in all and per term."""

from dashboard.filters import Filters
from dashboard.queries.coverage import count_by_term, shared_initiatives, totals
from tests.spec.tables import expect, portfolio, vocabularies

PORTFOLIO = """
initiative | vision_area | stage      | target_area   | district
garden     | mojlighet   | doing-now  | housing       | norrby
garden     | motas       | developing | housing       | norrby
jobs       | mojlighet   | doing-now  | work, start   | norrby, viskafors
school     | motas       | networks   | start         | municipality-wide
choir      | motas       | doing-now  |               |
"""


def test_an_initiative_on_two_pages_is_one_initiative_and_two_listings():
    counted = totals(portfolio(PORTFOLIO), Filters())
    assert (counted.initiatives, counted.listings) == (4, 5)


def test_a_selection_is_counted_beside_all_there_is():
    counted = totals(portfolio(PORTFOLIO), Filters().pick(stage="developing"))
    assert (counted.initiatives, counted.listings, counted.all_initiatives) == (1, 1, 4)


def test_an_initiative_counts_in_full_under_each_of_its_vision_areas():
    expect(
        count_by_term(portfolio(PORTFOLIO), Filters(), vocabularies(), "vision_area"),
        """
        term      | initiatives | listings | captured
        omsorg    | 0           | 0        | False
        mojlighet | 2           | 2        | True
        motas     | 3           | 3        | True
        """,
    )


def test_an_initiative_with_several_terms_is_shared_among_them_by_weight():
    expect(
        count_by_term(portfolio(PORTFOLIO), Filters(), vocabularies(), "target_area"),
        """
        term       | initiatives | listings | weight
        start      | 2           | 2        | 1.5
        housing    | 1           | 2        | 1.0
        work       | 1           | 1        | 0.5
        not-stated | 1           | 1        | 1.0
        """,
    )


def test_counted_once_an_initiative_with_several_terms_is_under_none_of_them():
    expect(
        count_by_term(portfolio(PORTFOLIO), Filters(), vocabularies(), "target_area"),
        """
        term       | initiatives | only
        start      | 2           | 1
        housing    | 1           | 1
        work       | 1           | 0
        not-stated | 1           | 1
        """,
    )


def test_terms_out_of_sight_do_not_make_several():
    expect(
        count_by_term(
            portfolio(PORTFOLIO), Filters().pick(target_area="work"), vocabularies(), "target_area"
        ),
        """
        term | initiatives | only
        work | 1           | 1
        """,
    )


def test_weights_sum_to_the_distinct_initiatives_where_full_counts_exceed_them():
    store = portfolio(PORTFOLIO)
    counts = count_by_term(store, Filters(), vocabularies(), "target_area")
    assert counts["initiatives"].sum() == 5
    assert counts["weight"].sum() == totals(store, Filters()).initiatives == 4


def test_reaching_the_whole_municipality_is_stated_and_belongs_to_no_district():
    expect(
        count_by_term(portfolio(PORTFOLIO), Filters(), vocabularies(), "district"),
        """
        term              | initiatives | weight
        norrby            | 2           | 1.5
        viskafors         | 1           | 0.5
        municipality-wide | 1           | 1.0
        not-stated        | 1           | 1.0
        """,
    )


def test_only_the_selected_listings_count():
    expect(
        count_by_term(portfolio(PORTFOLIO), Filters().pick(vision_area="motas"), vocabularies(), "stage"),
        """
        term       | initiatives | listings
        doing-now  | 1           | 1
        developing | 1           | 1
        networks   | 1           | 1
        """,
    )


def test_initiatives_with_several_terms_are_told():
    store = portfolio(PORTFOLIO)
    dimensions = ("vision_area", "stage", "target_area", "district", "status")
    told = [shared_initiatives(store, Filters(), vocabularies(), each) for each in dimensions]
    assert told == [1, 1, 1, 1, 0]


def test_an_initiative_is_only_shared_among_the_terms_of_its_selected_listings():
    selection = Filters().pick(stage="developing")
    assert shared_initiatives(portfolio(PORTFOLIO), selection, vocabularies(), "vision_area") == 0


def test_a_dimension_with_picked_terms_is_counted_by_those_alone():
    """«jobs» is in Viskafors too, but no list of the selection would show what the two have in common."""
    expect(
        count_by_term(portfolio(PORTFOLIO), Filters().pick(district="norrby"), vocabularies(), "district"),
        """
        term   | initiatives | weight
        norrby | 2           | 2.0
        """,
    )


def test_where_nothing_is_selected_every_term_has_none():
    expect(
        count_by_term(portfolio(PORTFOLIO), Filters(words="harbour"), vocabularies(), "target_area"),
        """
        term       | initiatives | stated | listings | weight
        start      | 0           | 0      | 0        | 0.0
        housing    | 0           | 0      | 0        | 0.0
        work       | 0           | 0      | 0        | 0.0
        not-stated | 0           | 0      | 0        | 0.0
        """,
    )
