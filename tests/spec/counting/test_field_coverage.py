"""For how many initiatives each field is known, and for how many the city itself states it."""

from dashboard.filters import Filters
from dashboard.queries.about import field_coverage
from tests.spec.tables import expect, portfolio, vocabularies

PORTFOLIO = """
initiative | stage      | target_area   | district          | target_group        | link     | partner | year
garden     | doing-now  | housing, work | norrby (inferred) | children            | Odla     | IF Ex   | 2021
garden     | developing |               |                   |                     | Odla mer |         | 2022
jobs       | doing-now  | work          | norrby            | children            |          |         |
choir      | networks   |               |                   | adults (inferred)   |          |         |
"""


def test_an_initiative_counts_once_per_field_however_much_is_known():
    expect(
        field_coverage(portfolio(PORTFOLIO), Filters(), vocabularies()),
        """
        field        | initiatives | stated
        target_area  | 2           | 2
        district     | 2           | 1
        approach     | 0           | 0
        target_group | 3           | 2
        status       | 0           | 0
        place        | 0           | 0
        link         | 1           | 1
        partner      | 1           | 1
        year         | 1           | 1
        age          | 0           | 0
        money        | 0           | 0
        promise      | 0           | 0
        """,
    )


def test_without_inferred_labels_only_what_the_city_states_is_known():
    found = field_coverage(portfolio(PORTFOLIO), Filters(inferred=False), vocabularies())
    expect(
        found[found["field"].isin(["target_area", "district", "target_group"])],
        """
        field        | initiatives | stated
        target_area  | 2           | 2
        district     | 1           | 1
        target_group | 2           | 2
        """,
    )


def test_only_selected_initiatives_are_asked():
    found = field_coverage(portfolio(PORTFOLIO), Filters().pick(stage="networks"), vocabularies())
    expect(
        found[found["initiatives"] > 0],
        """
        field        | initiatives | stated
        target_group | 1           | 0
        """,
    )
