"""Which initiatives a search leaves."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.coverage import totals
from dashboard.queries.portfolio import initiatives
from tests.spec.tables import portfolio

PORTFOLIO = """
initiative | stage      | title         | summary                 | summary_en            | link
garden     | doing-now  | Odla ihop     | Grannar odlar på gården | Neighbours grow food  | Odlingslotter
garden     | developing | Odla ihop     |                         |                       | Kolonier
jobs       | doing-now  | Öppna dörrar  | Unga får sommarjobb     | Summer jobs for youth |
discount   | networks   | Allt 50 %     | Billigt_nog             | Cheap                 |
"""


@pytest.fixture
def store():
    return portfolio(PORTFOLIO)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("odla", ["garden"]),
        ("dörr", ["jobs"]),
        ("ÖPPNA", ["jobs"]),
        ("oppna", []),
        ("youth", ["jobs"]),
        ("odlingslott", ["garden"]),
        ("för", []),
    ],
)
def test_a_word_is_found_anywhere_in_title_both_summaries_and_link(store, words, found):
    assert list(initiatives(store, Filters(words=words))["code"]) == found


def test_all_words_must_occur_in_any_order(store):
    assert list(initiatives(store, Filters(words="sommar öppna"))["code"]) == ["jobs"]
    assert list(initiatives(store, Filters(words="sommar odla"))["code"]) == []


@pytest.mark.parametrize(("sign", "found"), [("%", ["discount"]), ("_", ["discount"]), ("'", []), (":", [])])
def test_signs_stand_for_themselves(store, sign, found):
    assert list(initiatives(store, Filters(words=sign))["code"]) == found


def test_a_listings_own_link_finds_only_that_listing(store):
    assert totals(store, Filters(words="kolonier")).listings == 1
    assert totals(store, Filters(words="odla")).listings == 2
    assert totals(store, Filters(words="kolonier").pick(stage="doing-now")).listings == 0


def test_words_narrow_a_selection_of_terms(store):
    assert list(initiatives(store, Filters(words="odla").pick(stage="networks"))["code"]) == []
    assert list(initiatives(store, Filters(words="odla").pick(stage="developing"))["code"]) == ["garden"]
