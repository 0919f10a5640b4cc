"""What stands above a chart of one dimension: most, fewest, never captured, not stated."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.coverage import count_by_term, totals
from dashboard.text import text_of
from dashboard.text.sentences import extremes_sentence, share
from tests.spec.tables import portfolio, vocabularies

PORTFOLIO = """
initiative | vision_area | stage      | target_area
garden     | mojlighet   | doing-now  | housing
jobs       | mojlighet   | doing-now  | work
school     | motas       | developing | housing
choir      | mojlighet   | doing-now  |
"""


def said(language, dimension, filters=None, listings=PORTFOLIO):
    store, filters = portfolio(listings), filters or Filters()
    counts = count_by_term(store, filters, vocabularies(), dimension)
    whole = totals(store, filters).initiatives
    return extremes_sentence(text_of(language), vocabularies(), dimension, counts, whole)


def test_most_and_none_and_how_many_say_nothing():
    assert said("sv", "target_area") == (
        "Flest har Boende med 2; ingen finns för God start. För 1 av 4 är det ej angivet."
    )
    assert said("en", "target_area") == (
        "Housing has the most, 2; there are none for Good start. Not stated for 1 of 4."
    )


def test_where_several_share_the_place_the_number_is_that_of_each():
    listings = """
    initiative | vision_area | stage     | target_area
    garden     | mojlighet   | doing-now | housing
    jobs       | mojlighet   | doing-now | work
    """
    assert said("sv", "target_area", listings=listings) == (
        "Flest har Boende och Arbete med 1 var; ingen finns för God start. Uppgiften finns för alla 2."
    )
    assert said("en", "target_area", listings=listings) == (
        "Housing and Work have the most, 1 each; there are none for Good start. It is known for all 2."
    )


def test_a_page_never_captured_has_neither_most_nor_fewest():
    assert said("sv", "vision_area") == (
        "Flest har Mod med 3, färst Möten med 1. För Omsorg saknas underlag: sidan har inte samlats in."
    )
    assert said("en", "vision_area") == (
        "Courage has the most, 3; Meetings has the fewest, 1. "
        "There is no source material for Care: the page was not captured."
    )


def test_stages_are_quoted_as_the_headings_they_are():
    assert said("sv", "stage") == "Flest har ”Det här gör vi” med 3; ingen finns för ”Nätverk”."


def test_several_with_the_same_number_are_all_named():
    assert said("sv", "stage", Filters().pick(vision_area="mojlighet")) == (
        "Flest har ”Det här gör vi” med 3; ingen finns för ”Det här utvecklas” och ”Nätverk”."
    )


def test_where_all_have_the_same_number_no_one_is_named():
    listings = """
    initiative | target_area
    one        | start, housing, work
    two        | start, housing, work
    """
    assert said("sv", "target_area", listings=listings) == (
        "Alla har lika många: 2. Uppgiften finns för alla 2."
    )
    assert said("en", "target_area", listings=listings) == (
        "All have the same number: 2. It is known for all 2."
    )


def test_a_dimension_of_one_term_has_no_extremes():
    listings = """
    initiative | approach
    one        | area-development
    two        |
    """
    assert said("sv", "approach", listings=listings) == (
        "Områdesutveckling har 1. För 1 av 2 är det ej angivet."
    )


def test_a_dimension_that_nothing_is_labelled_with_says_so():
    assert said("sv", "status") == (
        "Ingen insats har någon av dessa uppgifter. För 4 av 4 är det ej angivet."
    )


def test_an_empty_selection_is_not_described_as_a_lack():
    assert said("sv", "target_area", Filters(words="harbour")) == "Inga insatser stämmer med urvalet."
    assert said("en", "target_area", Filters(words="harbour")) == "No initiatives match the selection."


@pytest.mark.parametrize(
    ("part", "whole", "swedish", "english"),
    [
        (2, 7, "2 av 7", "2 of 7"),
        (2, 9, "2 av 9", "2 of 9"),
        (2, 10, "2 av 10 (20\u00a0%)", "2 of 10 (20%)"),
        (12, 68, "12 av 68 (18\u00a0%)", "12 of 68 (18%)"),
    ],
)
def test_a_share_of_fewer_than_ten_is_never_said_in_per_cent(part, whole, swedish, english):
    assert share(text_of("sv"), part, whole) == swedish
    assert share(text_of("en"), part, whole) == english
