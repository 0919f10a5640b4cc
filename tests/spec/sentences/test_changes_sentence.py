"""What Förändringar opens with: how many initiatives have come, gone and changed."""

import pytest

from dashboard.filters import Filters
from dashboard.queries.changes import changes
from dashboard.text import text_of
from dashboard.text.sentences import changes_sentence, snapshot_label
from tests.spec.tables import portfolio

BEFORE = """
initiative | stage      | text
buses      | networks   | En buss går.
choir      | doing-now  | Alla sjunger.
garden     | developing | Grannar odlar.
jobs       | doing-now  | Unga jobbar.
"""
AFTER = """
initiative | stage      | text
buses      | networks   | En buss går.
choir      | doing-now  | Alla sjunger.
garden     | doing-now  | Grannar odlar ihop.
bench      | doing-now  | En bänk.
tree       | doing-now  | Ett träd.
"""


def said(language, before, after, decided=0):
    text = text_of(language)
    found = changes(portfolio(before), portfolio(after), Filters())
    since = text("changes-since", before=snapshot_label(text, "2026-05-01"))
    return changes_sentence(text, since, found.counts, found.unchanged, decided)


def test_it_counts_what_has_happened_and_what_has_not():
    assert said("sv", BEFORE, AFTER) == (
        "Sedan den 1 maj 2026: 2 insatser tillkom, 1 försvann, 1 bytte skede, 1 fick ny text; 2 är som förut."
    )
    assert said("en", BEFORE, AFTER) == (
        "Since 1 May 2026: 2 initiatives appeared, 1 disappeared, 1 changed stage, 1 changed wording; "
        "2 are as before."
    )


def test_one_is_not_told_as_several_and_none_is_told_as_none():
    assert said("sv", "initiative\njobs", "initiative\nchoir") == (
        "Sedan den 1 maj 2026: 1 insats tillkom, 1 försvann; ingen är som förut."
    )
    assert said("en", "initiative\njobs", "initiative\njobs\nchoir") == (
        "Since 1 May 2026: 1 initiative appeared; 1 is as before."
    )


def test_no_change_is_said_as_such():
    assert said("sv", BEFORE, BEFORE) == "Sedan den 1 maj 2026: inga insatser har ändrats."


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        (1, "Sedan den 1 maj 2026: inga insatser har ändrats. Ett beslut om en lucka har tillkommit."),
        (2, "Sedan den 1 maj 2026: inga insatser har ändrats. 2 beslut om luckor har tillkommit."),
    ],
)
def test_new_decisions_on_gaps_are_told_beside_it_as_they_change_no_initiative(decided, told):
    assert said("sv", BEFORE, BEFORE, decided) == told
    assert said("en", "initiative\njobs", "initiative\nchoir", decided).endswith(" added.")


@pytest.mark.parametrize(
    ("code", "label"),
    [("2026-11-21", "21 november 2026"), ("2026-11-21-2", "21 november 2026 (2)"), ("", "")],
)
def test_a_snapshot_is_called_by_its_day_and_by_its_number_where_it_was_not_the_first(code, label):
    assert snapshot_label(text_of("sv"), code) == label
