"""In which order initiatives are listed, a page at a time."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.portfolio import initiatives
from tests.spec.tables import portfolio

PORTFOLIO = """
initiative | vision_area | stage      | title     | target_area     | district
jobs       | motas       | networks   | Ärlig väg | work            | viskafors, municipality-wide
garden     | motas       | developing | Ordning   | work, housing   | norrby
choir      | motas       | doing-now  | Öppet hus |                 | norrby (inferred)
school     | mojlighet   | networks   | Zenit     | start           |
buses      | mojlighet   | networks   | Åka med   | start           | municipality-wide
garden     | mojlighet   | networks   | Ordning   | work, housing   | norrby
"""


@pytest.fixture
def store():
    return portfolio(PORTFOLIO)


def order(store, sort, filters=None, **page):
    return list(initiatives(store, filters or Filters(), sort, **page)["code"])


def test_as_published_by_vision_area_stage_and_place_on_the_page(store):
    assert order(store, "published") == ["school", "buses", "garden", "choir", "jobs"]


def test_by_title_as_swedish_dictionaries_do(store):
    assert order(store, "title") == ["garden", "school", "buses", "jobs", "choir"]


def test_by_the_first_of_an_initiatives_terms_then_as_published(store):
    assert order(store, "target_area") == ["school", "buses", "garden", "jobs", "choir"]


def test_what_is_not_stated_comes_last(store):
    assert order(store, "district") == ["garden", "choir", "jobs", "buses", "school"]
    assert order(store, "district", Filters(inferred=False))[-2:] == ["school", "choir"]


def test_by_stage_as_the_pages_order_them(store):
    assert order(store, "stage") == ["choir", "garden", "school", "buses", "jobs"]


def test_by_vision_area_an_initiative_stands_under_the_first_it_has(store):
    assert order(store, "vision_area") == ["school", "buses", "garden", "choir", "jobs"]


def test_a_selection_can_make_an_initiative_appear_later(store):
    """Of the garden only the listing under `motas` is left."""
    assert order(store, "published", Filters().pick(vision_area="motas")) == ["choir", "garden", "jobs"]


def test_pages_of_the_list_join_to_the_whole_of_it(store):
    pages = [order(store, "title", limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert [*pages[0], *pages[1], *pages[2]] == order(store, "title")
