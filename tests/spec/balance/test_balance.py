"""How far the initiatives are from a target profile, in initiatives, and the three ways of counting them."""

import pytest

from dashboard.diversity import chance_band, effective_number
from dashboard.filters import Filters
from dashboard.queries.balance import Balance, balance, balanced_classes
from tests.spec.tables import expect, portfolio, vocabularies

PORTFOLIO = """
initiative | vision_area | stage      | target_area          | district
garden     | mojlighet   | doing-now  | housing              | norrby
garden     | motas       | developing | housing              | norrby
jobs       | mojlighet   | doing-now  | work, start          | norrby, municipality-wide
courses    | mojlighet   | developing | start, work, housing |
school     | mojlighet   | networks   | start (inferred)     | municipality-wide
choir      | mojlighet   | doing-now  |                      |
"""


def balance_of(dimension: str, filters: Filters | None = None, **profile: int) -> Balance:
    return balance(portfolio(PORTFOLIO), filters or Filters(), vocabularies(), dimension, profile or None)


def test_an_initiative_in_two_areas_is_in_both_beside_both_or_half_in_each():
    found = balance_of("vision_area")
    expect(
        found.classes,
        """
        term      | full | only | weight
        mojlighet | 5    | 4    | 4.5
        motas     | 1    | 0    | 0.5
        """,
    )
    assert (found.known, found.selected, found.several) == (5, 5, 1)


def test_three_ways_of_counting_meet():
    """Full counts exceed the initiatives; alone and several, or shared out, they are the initiatives."""
    found = balance_of("target_area")
    assert found.classes["full"].sum() == 7
    assert found.classes["only"].sum() + found.several == found.known == 4
    assert found.classes["weight"].sum() == pytest.approx(4)


def test_equal_shares_are_the_target_where_nobody_says_otherwise():
    """4.5 and 0.5 of five: two initiatives would have to stand in the other area."""
    found = balance_of("vision_area")
    expect(
        found.classes,
        """
        term      | share | target | difference
        mojlighet | 0.9   | 0.5    | 2.0
        motas     | 0.1   | 0.5    | -2.0
        """,
    )
    assert found.elsewhere == 2.0


def test_a_profile_sets_other_targets():
    found = balance_of("vision_area", mojlighet=70, motas=30)
    expect(
        found.classes.round(6),
        """
        term      | target | difference
        mojlighet | 0.7    | 1.0
        motas     | 0.3    | -1.0
        """,
    )
    assert found.elsewhere == pytest.approx(1.0)


def test_a_target_that_is_met_leaves_nothing_to_move():
    assert balance_of("vision_area", mojlighet=90, motas=10).elsewhere == pytest.approx(0)


def test_a_page_that_was_never_captured_is_no_class():
    assert balanced_classes(vocabularies(), "vision_area") == ["mojlighet", "motas"]


def test_what_reaches_everyone_is_no_class_and_is_not_known_of_any():
    """«school» reaches everyone; «jobs» does too, but counts whole where it is also aimed."""
    found = balance_of("district")
    expect(
        found.classes,
        """
        term      | full | only | weight
        norrby    | 2    | 2    | 2.0
        viskafors | 0    | 0    | 0.0
        """,
    )
    assert (found.known, found.selected, found.several) == (2, 5, 0)


def test_what_is_not_stated_is_not_known():
    found = balance_of("target_area")
    assert (found.known, found.selected) == (4, 5)


def test_inferred_labels_count_where_the_reader_counts_them():
    found = balance_of("target_area", Filters(inferred=False))
    expect(
        found.classes.round(2),
        """
        term    | full | only | weight
        start   | 2    | 0    | 0.83
        housing | 2    | 1    | 1.33
        work    | 2    | 0    | 0.83
        """,
    )
    assert found.known == 3


def test_only_the_selected_listings_count():
    found = balance_of("vision_area", Filters().pick(stage="developing"))
    expect(
        found.classes,
        """
        term      | full | only | weight
        mojlighet | 1    | 1    | 1.0
        motas     | 1    | 1    | 1.0
        """,
    )
    assert (found.known, found.selected, found.several, found.elsewhere) == (2, 2, 0, 0)


def test_classes_that_are_picked_keep_their_proportions_in_the_profile():
    picked = Filters().pick(target_area=("start", "housing"))
    found = balance_of("target_area", picked, start=20, housing=20, work=60)
    expect(
        found.classes,
        """
        term    | full | only | weight | target
        start   | 3    | 2    | 2.5    | 0.5
        housing | 2    | 1    | 1.5    | 0.5
        """,
    )


def test_picked_classes_that_the_profile_wants_nothing_of_are_to_be_equal():
    picked = Filters().pick(target_area=("start", "housing"))
    found = balance_of("target_area", picked, start=0, housing=0, work=100)
    assert list(found.classes["target"]) == [0.5, 0.5]


def test_diversity_is_that_of_shared_counting_and_chance_that_of_the_same_initiatives():
    found = balance_of("target_area")
    assert found.effective == effective_number([1 + 1 / 2 + 1 / 3, 1 + 1 / 3, 1 / 2 + 1 / 3])
    assert found.band == chance_band({1: 2, 2: 1, 3: 1}, 3)


def test_where_nothing_is_selected_there_is_nothing_to_move():
    found = balance_of("vision_area", Filters(words="harbour"))
    expect(
        found.classes,
        """
        term      | full | only | weight | share | target | difference
        mojlighet | 0    | 0    | 0.0    | 0.0   | 0.5    | 0.0
        motas     | 0    | 0    | 0.0    | 0.0   | 0.5    | 0.0
        """,
    )
    assert (found.known, found.elsewhere, found.effective, found.band) == (0, 0, 0, (0, 0))


def test_where_no_page_was_captured_there_are_no_classes():
    found = balance_of("vision_area", Filters().pick(vision_area="omsorg"))
    assert (len(found.classes), found.known, found.elsewhere) == (0, 0, 0)
