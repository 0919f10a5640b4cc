"""Which initiatives a selection of terms leaves."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.portfolio import initiatives
from tests.spec.tables import portfolio

PORTFOLIO = """
initiative | vision_area | stage      | target_area     | district           | status
garden     | mojlighet   | doing-now  | housing         | norrby             |
garden     | motas       | developing | housing         | norrby             |
jobs       | mojlighet   | doing-now  | work, start     | norrby, viskafors  | planned
school     | motas       | networks   | start           | municipality-wide  | ended
choir      | motas       | doing-now  |                 |                    |
"""


@pytest.fixture
def store():
    return portfolio(PORTFOLIO)


def left(store, filters):
    return list(initiatives(store, filters)["code"])


def test_nothing_picked_leaves_everything(store):
    assert left(store, Filters()) == ["garden", "jobs", "choir", "school"]


def test_within_a_dimension_any_of_the_terms_will_do(store):
    assert left(store, Filters().pick(stage=["developing", "networks"])) == ["garden", "school"]
    assert left(store, Filters().pick(target_area=["housing", "work"])) == ["garden", "jobs"]


def test_across_dimensions_all_must_hold(store):
    assert left(store, Filters().pick(district="norrby", target_area="work")) == ["jobs"]
    assert left(store, Filters().pick(district="norrby", target_area="work", status="ended")) == []


def test_all_must_hold_for_the_same_listing(store):
    """One page has the garden as ongoing and the other as developing: it is not developing under both."""
    assert left(store, Filters().pick(vision_area="mojlighet", stage="developing")) == []
    assert left(store, Filters().pick(vision_area="motas", stage="developing")) == ["garden"]


def test_several_terms_of_one_initiative_find_it_once(store):
    assert left(store, Filters().pick(district=["norrby", "viskafors"], target_area="start")) == ["jobs"]


def test_what_reaches_everyone_is_not_found_under_a_district(store):
    assert left(store, Filters().pick(district="viskafors")) == ["jobs"]
    assert left(store, Filters().pick(district=["viskafors", "municipality-wide"])) == ["jobs", "school"]


def test_not_stated_is_a_term_like_any_other(store):
    assert left(store, Filters().pick(target_area="not-stated")) == ["choir"]
    assert left(store, Filters().pick(target_area=["not-stated", "housing"])) == ["garden", "choir"]
    assert left(store, Filters().pick(target_area="housing", status="not-stated")) == ["garden"]


def test_any_is_whatever_is_stated(store):
    assert left(store, Filters().pick(district="any")) == ["garden", "jobs", "school"]
    assert left(store, Filters().pick(district="any", status="any")) == ["jobs", "school"]


def test_any_and_not_stated_together_leave_everything(store):
    assert left(store, Filters().pick(status=["any", "not-stated"])) == left(store, Filters())


def test_any_beside_one_of_its_terms_is_still_any(store):
    assert left(store, Filters().pick(district=["norrby", "any"])) == ["garden", "jobs", "school"]
