"""Which initiatives may be out of date, and why."""

from datetime import date

from dashboard.filters import Filters
from dashboard.queries.changes import initiatives_then, possibly_outdated
from tests.spec.tables import expect, portfolio

PORTFOLIO = """
initiative | stage      | promise                | link | district
garden     | doing-now  | 2026-06-30, 2025-12-31 | Odla | norrby
jobs       | developing | 2026-06-30             |      |
choir      | doing-now  | 2027-01-01             |      |
"""


def doubtful(store, filters=None, day=date(2026, 11, 21), **earlier):
    """`earlier` are the snapshots before, oldest first."""
    known = {code: initiatives_then(portfolio(listings)) for code, listings in earlier.items()}
    return possibly_outdated(store, known, filters or Filters(), day)


def test_a_promised_time_that_has_passed_is_told_with_its_words_the_longest_past_first():
    expect(
        doubtful(portfolio(PORTFOLIO)),
        """
        initiative | reason  | quote
        garden     | promise | 2025-12-31
        garden     | promise | 2026-06-30
        jobs       | promise | 2026-06-30
        """,
    )


def test_a_promise_holds_to_the_end_of_its_last_day():
    assert "jobs" not in set(doubtful(portfolio(PORTFOLIO), day=date(2026, 6, 30))["initiative"])
    assert "jobs" in set(doubtful(portfolio(PORTFOLIO), day=date(2026, 7, 1))["initiative"])


def test_only_what_is_selected_is_told():
    found = doubtful(portfolio(PORTFOLIO), filters=Filters().pick(district="norrby"))
    assert set(found["initiative"]) == {"garden"}


def test_an_initiative_whose_last_link_has_gone_is_told_and_one_that_left_the_page_is_not():
    before = """
    initiative | vision_area | link
    buses      | motas       | Tidtabell
    choir      | motas       | Sjung med
    choir      | mojlighet   | Kören
    garden     | motas       | Odla
    jobs       | motas       | Sök
    """
    after = """
    initiative | vision_area | link
    choir      | motas       |
    choir      | mojlighet   | Kören
    garden     | motas       |
    jobs       | motas       | Sök jobb
    """
    expect(
        doubtful(portfolio(after), spring=before),
        """
        initiative | reason | quote | linked_in
        garden     | link   | Odla  | spring
        """,
    )


def test_a_link_stays_gone_until_one_is_back_and_is_told_as_it_was_last_seen():
    linked, moved = (
        "initiative | link\njobs | Sök\ngarden | Odla",
        "initiative | link\njobs | Sök jobb\ngarden |",
    )
    gone, returned = "initiative | link\njobs |\ngarden |", "initiative | link\njobs |\ngarden | Kolonier"
    expect(
        doubtful(portfolio(gone), spring=linked, summer=moved, autumn=gone, winter=gone),
        """
        initiative | quote    | linked_in
        garden     | Odla     | spring
        jobs       | Sök jobb | summer
        """,
    )
    assert set(doubtful(portfolio(returned), spring=linked, autumn=gone)["initiative"]) == {"jobs"}


def test_where_no_initiative_has_ever_had_a_link_none_has_gone():
    assert doubtful(portfolio("initiative | link\ngarden |"), spring="initiative | link\ngarden |").empty


def test_with_nothing_before_no_link_has_gone():
    assert doubtful(portfolio("initiative | link\ngarden | \njobs | Sök")).empty
