"""What has become of each listing and initiative from one portfolio to another."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.changes import ABSENT, Change, changes
from tests.spec.tables import draw_table, portfolio, read_table


def between(before, after, filters=None):
    return changes(portfolio(before), portfolio(after), filters or Filters())


def told(found):
    """Initiatives by what has happened to them, leaving out what has happened to none."""
    return {
        str(kind): list(dict.fromkeys(found.of(kind)["initiative"])) for kind in Change if found.counts[kind]
    }


def test_nothing_has_changed_between_a_portfolio_and_itself():
    listings = """
    initiative | stage      | link | text
    garden     | doing-now  | Odla | Grannar odlar.
    garden     | developing |      |
    jobs       | networks   |      | Unga jobbar.
    """
    found = between(listings, listings)
    assert told(found) == {}
    assert found.unchanged == 2


def test_an_initiative_is_new_or_gone_only_where_none_of_its_listings_was_or_is_there():
    before = """
    initiative | vision_area
    garden     | motas
    choir      | motas
    choir      | mojlighet
    """
    after = """
    initiative | vision_area
    garden     | motas
    garden     | mojlighet
    choir      | motas
    jobs       | motas
    jobs       | mojlighet
    """
    assert told(between(before, after)) == {"new": ["jobs"], "listed": ["garden"], "unlisted": ["choir"]}
    assert told(between(after, before)) == {"gone": ["jobs"], "listed": ["choir"], "unlisted": ["garden"]}


def test_a_listing_that_moves_is_told_by_what_it_has_left():
    before = """
    initiative | vision_area | stage
    garden     | motas       | developing
    choir      | motas       | doing-now
    jobs       | motas       | developing
    """
    after = """
    initiative | vision_area | stage
    garden     | motas       | doing-now
    choir      | mojlighet   | doing-now
    jobs       | mojlighet   | networks
    """
    assert told(between(before, after)) == {"stage": ["garden", "jobs"], "vision_area": ["choir", "jobs"]}


def test_another_place_under_the_same_heading_is_no_change():
    found = between("initiative\nchoir\ngarden\njobs", "initiative\njobs\nchoir\ngarden")
    assert found.unchanged == 3


def test_of_two_listings_the_one_that_stayed_is_not_the_one_that_moved():
    before = """
    initiative | vision_area | stage
    garden     | motas       | developing
    garden     | motas       | networks
    """
    after = """
    initiative | vision_area | stage
    garden     | motas       | networks
    garden     | motas       | doing-now
    """
    assert between(before, after).transitions == {("networks", "networks"): 1, ("developing", "doing-now"): 1}


def test_titles_links_and_wordings_are_compared_listing_by_listing():
    before = """
    initiative | title     | link       | text
    buses      | Bussar    | Tidtabell  | En buss går.
    choir      | Kören     | Sjung      | Alla sjunger.
    garden     | Odla      |            | Grannar odlar.
    jobs       | Jobb      | Sök        | Unga jobbar.
    """
    after = """
    initiative | title     | link       | text
    buses      | Bussarna  | Tidtabell  | En buss går.
    choir      | Kören     |            | Alla sjunger.
    garden     | Odla      | Kolonier   | Grannar odlar.
    jobs       | Jobb      | Sök jobb   | Unga jobbar nu.
    """
    assert told(between(before, after)) == {
        "title": ["buses"],
        "text": ["jobs"],
        "link_gone": ["choir"],
        "link": ["jobs", "garden"],
    }


def test_a_text_that_was_never_captured_is_not_reworded():
    before = """
    initiative | text
    garden     |
    jobs       |
    """
    after = """
    initiative | text
    garden     | Grannar odlar.
    jobs       |
    """
    assert told(between(before, after)) == {}


def test_a_listing_that_gets_its_first_words_on_a_captured_page_is_reworded():
    before = """
    initiative | text
    garden     |
    jobs       | Unga jobbar.
    """
    after = """
    initiative | text
    garden     | Grannar odlar.
    jobs       | Unga jobbar.
    """
    assert told(between(before, after)) == {"text": ["garden"]}


def test_other_labels_are_told_apart_from_what_the_city_has_changed():
    before = """
    initiative | target_area | district
    garden     | work        | norrby
    jobs       | work        |
    """
    after = """
    initiative | target_area | district
    garden     | work        | norrby
    jobs       | work        | norrby (inferred)
    """
    assert told(between(before, after)) == {"assessment": ["jobs"]}
    assert told(between(before, after, Filters(inferred=False))) == {}


BEFORE = """
initiative | stage      | district
garden     | developing | norrby
choir      | doing-now  | norrby
jobs       | doing-now  | viskafors
"""
AFTER = """
initiative | stage      | district
garden     | doing-now  | norrby
choir      | doing-now  | viskafors
buses      | networks   | norrby
"""


@pytest.mark.parametrize(
    ("filters", "expected", "unchanged"),
    [
        ({}, {"new": ["buses"], "gone": ["jobs"], "stage": ["garden"], "assessment": ["choir"]}, 0),
        ({"district": "norrby"}, {"new": ["buses"], "stage": ["garden"], "assessment": ["choir"]}, 0),
        ({"district": "viskafors"}, {"gone": ["jobs"], "assessment": ["choir"]}, 0),
        ({"stage": "developing"}, {"stage": ["garden"]}, 0),
        ({"stage": "networks"}, {"new": ["buses"]}, 0),
        ({"target_area": "work"}, {}, 0),
    ],
)
def test_an_initiative_is_told_if_it_is_selected_before_or_after(filters, expected, unchanged):
    found = between(BEFORE, AFTER, Filters().pick(**filters))
    assert told(found) == expected
    assert found.unchanged == unchanged


def test_the_stage_matrix_counts_listings_and_its_sums_are_the_two_portfolios():
    found = between(BEFORE, AFTER)
    assert found.transitions == {
        ("developing", "doing-now"): 1,
        ("doing-now", "doing-now"): 1,
        ("doing-now", ABSENT): 1,
        (ABSENT, "networks"): 1,
    }
    assert list(found.with_stages("doing-now")["initiative"]) == ["choir", "jobs"]
    assert list(found.with_stages(now="doing-now")["initiative"]) == ["choir", "garden"]
    assert list(found.with_stages("doing-now", ABSENT)["initiative"]) == ["jobs"]


def test_both_sides_of_a_listing_stand_beside_each_other():
    found = between(BEFORE, AFTER).listings
    drawn = draw_table(
        ["initiative", "was_stage", "now_stage"],
        found[["initiative", "was_stage", "now_stage"]].fillna("").to_numpy(dtype=object),
    )
    expected = read_table("""
    initiative | was_stage  | now_stage
    buses      |            | networks
    choir      | doing-now  | doing-now
    garden     | developing | doing-now
    jobs       | doing-now  |
    """)
    assert drawn == draw_table(expected[0], (row.values() for row in expected))


@pytest.mark.parametrize(
    ("before", "after"), [("initiative\njobs", "initiative"), ("initiative", "initiative")]
)
def test_an_empty_portfolio_can_be_compared(before, after):
    assert sum(between(before, after).transitions.values()) == len(read_table(before))
    assert between(after, before).unchanged == 0
