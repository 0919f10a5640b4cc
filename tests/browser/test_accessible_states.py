"""No barriers and headings in order: on every page, in every state that a reader can come upon.

Some are tested beside what else is told of them: the form of a gap in test_gap_register, two snapshots in
test_changes, a store that is broken in test_first_start, slides in test_presenter, two profiles in
test_balance, the page before Streamlit in test_first_view.
"""

import pytest
from playwright.sync_api import Page

from dashboard.links import PATHS
from tests.browser.barriers import barriers, check_headings, show_in, unfold
from tests.browser.conftest import Visit
from tests.trust import Kind, Ledger

STATES = {
    "a filter that leaves a few": "?district=norrby&stage=developing",
    "filters that leave nothing": "?q=zzzz",
    "codes that nobody knows": "malomraden?district=norrby&vision=finns-inte",
    "an initiative": "insatser?initiative=sprakutvecklingsarbete-pa-norrby",
    "an initiative that is not there": "insatser?initiative=finns-inte",
    "a list in another order": "insatser?sort=stage",
    "the sheet of a district": "omraden?sheet=norrby",
    "the sheet of a district without initiatives": "omraden?sheet=hulta-och-sormarken",
    "a gap": "luckor?gap=district:hulta-och-sormarken",
    "gaps by need": "luckor?weight=need",
    "a snapshot that is not there": "skeden?snap=2020-01-01",
    "a deck": "bildspel?deck=balans-och-luckor",
    "a deck that is not there": "bildspel?deck=finns-inte",
    "a page in a frame": "skeden?embed=true",
    "a chart in a frame": "luckor?embed=true&panel=district-gaps",
    "a deck in a frame": "bildspel?embed=true&deck=balans-och-luckor",
}

in_light_and_dark = pytest.mark.parametrize(("language", "colours"), [("sv", "light"), ("en", "dark")])


def spelt(path: str, language: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


@in_light_and_dark
@pytest.mark.parametrize("code", PATHS)
def test_a_page_has_no_barriers_as_it_opens_on_paper_or_with_all_of_it_unfolded(
    page: Page, visit: Visit, ledger: Ledger, code, language, colours
):
    """Unfolded it has the other colours, so that a rule has to hold in both."""
    page.emulate_media(color_scheme=colours)
    visit(spelt(PATHS[code], language))
    check_headings(page)
    assert barriers(page) == []
    page.emulate_media(media="print")
    assert barriers(page, paper=True) == []
    unfold(page)
    show_in(page, "dark" if colours == "light" else "light")
    check_headings(page)
    assert barriers(page) == []
    for what in ("as it opens", "on paper", "with all of it unfolded: filters, menus, tables, rows"):
        ledger.note(Kind.STATES, f"each page {what}")


@in_light_and_dark
@pytest.mark.parametrize("state", STATES)
def test_a_state_has_no_barriers(page: Page, visit: Visit, ledger: Ledger, state, language, colours):
    page.emulate_media(color_scheme=colours)
    visit(spelt(STATES[state], language))
    check_headings(page)
    assert barriers(page) == []
    ledger.note(Kind.STATES, state)
