"""What is aimed at each district, what it lacks, and what could be expected there."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.gaps import Weight, apart, district_gaps, findings, mentions
from dashboard.vocabularies import Vocabularies
from tests.spec.tables import expect, portfolio, vocabularies

PORTFOLIO = """
initiative | vision_area | stage      | target_area | district
garden     | mojlighet   | doing-now  | housing     | norrby
garden     | motas       | developing | housing     | norrby
school     | motas       | developing | start       | norrby
forum      | motas       | networks   |             | norrby (inferred)
jobs       | motas       | doing-now  | work        | viskafors
buses      | motas       | doing-now  | work        | municipality-wide
choir      | motas       | doing-now  |             |
"""

DISTRICTS = """
district  | population | low_income_pct | area_type
norrby    | 6000       | 10             | 1, 3
viskafors | 4000       | 35             | 4
"""


TEN_AT_NORRBY = "\n".join(["initiative | district", *(f"i{number} | norrby" for number in range(10))])


def gaps(store, filters=None, weight=Weight.POPULATION):
    return district_gaps(store, filters or Filters(), vocabularies(), weight)


def lacking(store, filters=None):
    """What each district lacks, in words."""
    table = gaps(store, filters)
    return table.assign(kinds=[", ".join(kinds) for kinds in table["kinds"]])


def test_an_initiative_listed_in_two_stages_is_in_both_but_once_under_way():
    expect(
        gaps(portfolio(PORTFOLIO)),
        """
        district  | initiatives | now | developing | networks | under_way
        norrby    | 3           | 1   | 2          | 1        | 2
        viskafors | 1           | 1   | 0          | 0        | 1
        """,
    )


def test_a_districts_number_reaches_from_what_the_city_states_to_what_rules_infer():
    for inferred, initiatives in ((True, 3), (False, 2)):
        expect(
            gaps(portfolio(PORTFOLIO), Filters(inferred=inferred)),
            f"""
            district  | initiatives | stated | least | most
            norrby    | {initiatives}           | 2      | 2     | 3
            viskafors | 1           | 1      | 1     | 1
            """,
        )


def test_facts_stand_beside_the_numbers_and_need_is_counted_in_people():
    table = gaps(portfolio(PORTFOLIO, districts=DISTRICTS))
    expect(
        table,
        """
        district  | population | low_income_pct | in_need | share_initiatives | share_population | share_need
        norrby    | 6000.0     | 10.0           | 600.0   | 0.75              | 0.6              | 0.3
        viskafors | 4000.0     | 35.0           | 1400.0  | 0.25              | 0.4              | 0.7
        """,
    )
    assert table["area_type"].tolist() == [["1", "3"], ["4"]]


@pytest.mark.parametrize(
    ("listings", "kinds"),
    [
        ([], "absolute"),
        ([("a", "doing-now", "municipality-wide")], "wide-only"),
        ([("a", "networks", "norrby")], "thin"),
        ([("a", "doing-now", "norrby")], "thin, pipeline"),
        ([("a", "developing", "norrby")], "thin, promise"),
        ([("a", "doing-now", "norrby"), ("a", "developing", "norrby")], "thin"),
        ([(code, "developing", "norrby") for code in "abc"], "promise"),
        ([("a", "doing-now", "norrby"), *((code, "developing", "norrby") for code in "bc")], ""),
    ],
)
def test_what_a_district_lacks(listings, kinds):
    rows = "\n".join(" | ".join(listing) for listing in [("initiative", "stage", "district"), *listings])
    assert lacking(portfolio(rows))["kinds"][0] == kinds


def test_a_filter_makes_no_gaps():
    """Of the work Norrby has nothing, but of the whole it has: what it lacks is what the whole lacks."""
    expect(
        lacking(portfolio(PORTFOLIO), Filters().pick(target_area="work")),
        """
        district  | initiatives | kinds
        norrby    | 0           |
        viskafors | 1           | thin, pipeline
        """,
    )


def test_without_inferred_labels_a_district_may_lack_more():
    listings = """
    initiative | stage     | district
    garden     | doing-now | norrby (inferred)
    """
    store = portfolio(listings)
    assert lacking(store)["kinds"][0] == "thin, pipeline"
    assert lacking(store, Filters(inferred=False))["kinds"][0] == "absolute"


def test_what_is_expected_follows_the_inhabitants_and_none_where_four_are_expected_is_short():
    """Chance gives 2 to 10 where six are expected, and 1 to 8 where four are."""
    expect(
        gaps(portfolio(TEN_AT_NORRBY, districts=DISTRICTS)),
        """
        district  | initiatives | expected | low | high | verdict
        norrby    | 10          | 6.0      | 2   | 10   | within
        viskafors | 0           | 4.0      | 1   | 8    | short
        """,
    )


def test_what_is_expected_follows_the_need_where_the_reader_says_so():
    """More than chance gives is no verdict: Norrby has ten where three are expected."""
    expect(
        gaps(portfolio(TEN_AT_NORRBY, districts=DISTRICTS), weight=Weight.NEED),
        """
        district  | initiatives | expected | low | high | verdict
        norrby    | 10          | 3.0      | 1   | 6    | within
        viskafors | 0           | 7.0      | 3   | 12   | short
        """,
    )


def test_the_fewest_that_chance_gives_are_not_short():
    one_elsewhere = TEN_AT_NORRBY.removesuffix("norrby") + "viskafors"
    expect(
        gaps(portfolio(one_elsewhere, districts=DISTRICTS)),
        """
        district  | initiatives | expected | low | verdict
        norrby    | 9           | 6.0      | 2   | within
        viskafors | 1           | 4.0      | 1   | within
        """,
    )


def test_below_three_expected_nothing_can_be_said():
    expect(
        gaps(portfolio(PORTFOLIO, districts=DISTRICTS)),
        """
        district  | initiatives | expected | low | high | verdict
        norrby    | 3           | 2.4      | 0   | 5    | too-few
        viskafors | 1           | 1.6      | 0   | 4    | too-few
        """,
    )


def test_a_picked_district_is_no_whole_of_its_own():
    expect(
        gaps(portfolio(TEN_AT_NORRBY, districts=DISTRICTS), Filters().pick(district="viskafors")),
        """
        district  | initiatives | share_initiatives | share_population | expected | verdict
        viskafors | 0           | 0.0               | 0.4              | 4.0      | short
        """,
    )


def test_what_names_no_district_leaves_no_district_in_sight():
    assert gaps(portfolio(PORTFOLIO, districts=DISTRICTS), Filters().pick(district="not-stated")).empty


def test_mentions_are_counted_in_the_selection_over_all_districts():
    store = portfolio(PORTFOLIO)
    selections = Filters(), Filters(inferred=False), Filters().pick(district="norrby", target_area="work")
    assert [mentions(store, each, vocabularies()) for each in selections] == [4, 3, 1]


def test_an_initiative_that_names_two_districts_is_two_mentions():
    listings = """
    initiative | district
    garden     | norrby, viskafors
    """
    assert mentions(portfolio(listings), Filters(), vocabularies()) == 2


def test_a_district_of_unknown_weight_has_nothing_expected_nor_shares_with_the_others():
    """Nobody knows who is in need in Norrby: its ten initiatives are not Viskafors' to expect."""
    unknown = """
    district  | population | low_income_pct | area_type
    norrby    | 6000       |                |
    viskafors | 4000       | 35             | 4
    """
    expect(
        gaps(portfolio(TEN_AT_NORRBY, districts=unknown), weight=Weight.NEED),
        """
        district  | in_need | share_need | expected | low  | high | verdict
        norrby    | nan     | nan        | nan      | <NA> | <NA> | too-few
        viskafors | 1400.0  | 1.0        | 0.0      | 0    | 0    | too-few
        """,
    )


def test_a_municipality_without_districts_lacks_nothing():
    nowhere = Vocabularies.of([vocabularies().term("district", "municipality-wide")])
    store = portfolio(PORTFOLIO)
    assert district_gaps(store, Filters(), nowhere).empty
    assert mentions(store, Filters(), nowhere) == 0


def test_districts_without_any_facts_are_counted_all_the_same():
    table = gaps(portfolio(PORTFOLIO))
    expect(
        table,
        """
        district  | initiatives | population | share_population | verdict
        norrby    | 3           | nan        | nan              | too-few
        viskafors | 1           | nan        | nan              | too-few
        """,
    )
    assert table["area_type"].tolist() == [[], []]


def test_nothing_selected_is_nothing_expected():
    expect(
        gaps(portfolio(PORTFOLIO, districts=DISTRICTS), Filters(words="harbour")),
        """
        district  | initiatives | share_initiatives | expected | low | high | verdict
        norrby    | 0           | nan               | 0.0      | 0   | 0    | too-few
        viskafors | 0           | nan               | 0.0      | 0   | 0    | too-few
        """,
    )


def test_what_reaches_everyone_and_what_names_nobody_stand_apart_whichever_district_is_picked():
    store = portfolio(PORTFOLIO)
    for filters in (Filters(), Filters().pick(district="norrby")):
        found = apart(store, filters, vocabularies())
        assert found == {"municipality-wide": (1, 1, 1), "not-stated": (1, 1, 2)}
    stated = apart(store, Filters(inferred=False), vocabularies())
    assert stated == {"municipality-wide": (1, 1, 1), "not-stated": (2, 1, 2)}


def test_where_every_initiative_names_a_district_nothing_stands_apart():
    none_apart = portfolio("initiative | district\ngarden | norrby")
    assert apart(none_apart, Filters(), vocabularies()) == {
        "municipality-wide": (0, 0, 0),
        "not-stated": (0, 0, 0),
    }


BOTH_IN_NEED = """
district  | population | low_income_pct | area_type
norrby    | 6000       | 10             | 1
viskafors | 4000       | 35             | 2, 4
"""


def test_great_need_with_nothing_aimed_at_it_is_found_and_how_far_the_others_have_come():
    listings = """
    initiative | stage      | district
    garden     | doing-now  | norrby
    garden     | developing | norrby
    school     | developing | norrby
    jobs       | doing-now  | norrby
    forum      | networks   | norrby
    buses      | doing-now  | municipality-wide
    """
    found = findings(gaps(portfolio(listings, districts=BOTH_IN_NEED)))
    assert found == (["viskafors"], [("norrby", 2, 3)])


def test_a_district_without_great_need_is_no_finding():
    found = findings(gaps(portfolio("initiative | district\ngarden |", districts=DISTRICTS)))
    assert found == (["norrby"], [])


def test_a_district_where_only_networks_meet_is_neither_empty_nor_on_its_way():
    listings = """
    initiative | stage    | district
    forum      | networks | norrby, viskafors
    """
    assert findings(gaps(portfolio(listings, districts=BOTH_IN_NEED))) == ([], [])


def test_a_filter_makes_no_findings_of_empty_districts():
    store = portfolio(PORTFOLIO, districts=BOTH_IN_NEED)
    found = findings(gaps(store, Filters().pick(stage="developing")))
    assert found == ([], [("norrby", 2, 2)])
