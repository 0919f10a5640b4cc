"""What a selection leaves where labels that a rule has set do not count."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.portfolio import initiatives, labels
from tests.spec.tables import expect, portfolio

PORTFOLIO = """
initiative | target_area              | district
garden     | housing (inferred)       | norrby
jobs       | work, housing (inferred) | norrby (inferred)
choir      |                          |
"""


@pytest.fixture
def store():
    return portfolio(PORTFOLIO)


def left(store, inferred, **picks):
    return list(initiatives(store, Filters(inferred=inferred).pick(**picks))["code"])


def test_a_term_no_longer_finds_what_only_a_rule_placed_under_it(store):
    assert left(store, True, target_area="housing") == ["garden", "jobs"]
    assert left(store, False, target_area="housing") == []
    assert left(store, False, target_area="work") == ["jobs"]


def test_an_initiative_without_stated_labels_becomes_not_stated(store):
    assert left(store, True, target_area="not-stated") == ["choir"]
    assert left(store, False, target_area="not-stated") == ["garden", "choir"]


def test_any_then_means_stated_by_the_city(store):
    assert left(store, True, district="any") == ["garden", "jobs"]
    assert left(store, False, district="any") == ["garden"]


def test_with_nothing_else_picked_every_initiative_stays(store):
    assert left(store, False) == left(store, True) == ["garden", "jobs", "choir"]


def test_the_labels_shown_follow_the_same_switch(store):
    expect(
        labels(store, ["garden", "jobs"]),
        """
        initiative | dimension   | term    | provenance
        garden     | district    | norrby  | stated
        garden     | target_area | housing | inferred
        jobs       | district    | norrby  | inferred
        jobs       | target_area | housing | inferred
        jobs       | target_area | work    | stated
        """,
    )
    expect(
        labels(store, ["garden", "jobs"], inferred=False),
        """
        initiative | dimension   | term   | provenance
        garden     | district    | norrby | stated
        jobs       | target_area | work   | stated
        """,
    )
