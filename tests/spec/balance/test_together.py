"""Which classes share initiatives, how many, and which initiatives those are."""

import pandas as pd

from dashboard.filters import Filters
from dashboard.queries.balance import doubles, together
from tests.spec.tables import expect, portfolio, vocabularies

PORTFOLIO = """
initiative | title   | vision_area | stage      | target_area          | district
garden     | Odling  | mojlighet   | doing-now  | housing              | norrby, municipality-wide
garden     | Odling  | motas       | developing | housing              | norrby, municipality-wide
jobs       | Äventyr | mojlighet   | doing-now  | work, start          | norrby, viskafors
courses    | Ateljé  | mojlighet   | developing | work, start, housing |
school     | Skola   | mojlighet   | networks   | start (inferred)     |
choir      | Kör     | mojlighet   | doing-now  |                      |
"""


def listed(found: pd.DataFrame) -> pd.DataFrame:
    return found.assign(
        terms=found["terms"].map(", ".join),
        stages=["; ".join(", ".join(each) for each in stages) for stages in found["stages"]],
    )


def test_classes_meet_in_the_initiatives_that_are_in_both_and_a_class_itself_in_those_only_there():
    """Of three classes, «courses» is in every pair."""
    expect(
        together(portfolio(PORTFOLIO), Filters(), vocabularies(), "target_area"),
        """
        term    | other   | initiatives
        start   | start   | 1
        start   | housing | 1
        start   | work    | 2
        housing | start   | 1
        housing | housing | 1
        housing | work    | 1
        work    | start   | 2
        work    | housing | 1
        work    | work    | 0
        """,
    )


def test_pages_that_were_never_captured_meet_nothing():
    expect(
        together(portfolio(PORTFOLIO), Filters(), vocabularies(), "vision_area"),
        """
        term      | other     | initiatives
        mojlighet | mojlighet | 4
        mojlighet | motas     | 1
        motas     | mojlighet | 1
        motas     | motas     | 0
        """,
    )


def test_what_the_selected_listings_do_not_say_does_not_meet():
    cells = together(portfolio(PORTFOLIO), Filters().pick(stage="developing"), vocabularies(), "vision_area")
    expect(
        cells[cells["initiatives"] > 0],
        """
        term      | other     | initiatives
        mojlighet | mojlighet | 1
        motas     | motas     | 1
        """,
    )


def test_initiatives_in_several_classes_are_listed_by_swedish_title_with_classes_in_order():
    expect(
        listed(doubles(portfolio(PORTFOLIO), Filters(), "target_area", limit=9)),
        """
        initiative | display_title | terms
        courses    | Ateljé        | start, housing, work
        jobs       | Äventyr       | start, work
        """,
    )


def test_each_class_has_the_stages_that_the_initiative_is_listed_in():
    """A page's class has those of the page; what holds for the initiative has those of all its listings."""
    listings = """
    initiative | vision_area | stage      | target_area
    garden     | mojlighet   | networks   | housing, work
    garden     | mojlighet   | doing-now  | housing, work
    garden     | motas       | developing | housing, work
    """
    expect(
        listed(doubles(portfolio(listings), Filters(), "vision_area", limit=9)),
        """
        initiative | terms            | stages
        garden     | mojlighet, motas | doing-now, networks; developing
        """,
    )
    expect(
        listed(doubles(portfolio(listings), Filters().pick(stage="doing-now"), "target_area", limit=9)),
        """
        initiative | terms         | stages
        garden     | housing, work | doing-now; doing-now
        """,
    )


def test_what_also_reaches_everyone_is_not_listed_twice_for_that():
    expect(
        listed(doubles(portfolio(PORTFOLIO), Filters(), "district", limit=9)),
        """
        initiative | terms
        jobs       | norrby, viskafors
        """,
    )


def test_only_classes_in_sight_are_several():
    picked = Filters().pick(target_area=("housing", "work"))
    expect(
        listed(doubles(portfolio(PORTFOLIO), picked, "target_area", limit=9)),
        """
        initiative | terms
        courses    | housing, work
        """,
    )


def test_the_list_is_cut_at_its_limit():
    assert list(doubles(portfolio(PORTFOLIO), Filters(), "target_area", limit=1)["initiative"]) == ["courses"]
