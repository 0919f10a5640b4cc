"""Without a mouse, and without colours."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from dashboard import cells
from dashboard.links import PATHS
from tests.browser.barriers import show_in, unfold
from tests.browser.conftest import Visit
from tests.browser.serving import wait_until_drawn
from tests.browser.walking import Stop, controls, focused_in_turn, walk
from tests.trust import Kind, Ledger

LEAST_CONTRAST = 3
"""Of the focus against what is around it: WCAG 1.4.11."""
DECK = "bildspel?deck=balans-och-luckor"
ENLARGED = ViewportSize(width=320, height=256)
"""A screen of 1280 by 1024, at 400 %."""


def test_the_skip_link_appears_and_leads_past_the_menu(visit: Visit):
    page = visit("skeden")
    skip = page.get_by_role("link", name="Till innehållet")
    skip.focus()
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("#vk-content")).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.locator(".vk-header").evaluate("header => header.contains(document.activeElement)")


@pytest.mark.parametrize("code", PATHS)
def test_every_control_is_reached_with_tab_from_the_first_to_the_last_and_the_focus_always_shows(
    page: Page, visit: Visit, ledger: Ledger, code
):
    """In light and dark colours, and in the reader's own."""
    page.emulate_media(color_scheme="light")
    visit(DECK if code == "deck" else PATHS[code])
    unfold(page)
    there = check_focus_with_tab(page)
    show_in(page, "dark")
    check_focus_shows(page)
    for scheme in ("dark", "light"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        check_focus_shows(page)
    ledger.note(Kind.CONTROLS, f"the page {code}, all unfolded", there)


@pytest.mark.parametrize("code", ["overview", "deck"])
def test_at_400_percent_nothing_covers_what_is_reached(page: Page, visit: Visit, ledger: Ledger, code):
    page.set_viewport_size(ENLARGED)
    visit(DECK if code == "deck" else PATHS[code])
    unfold(page)
    ledger.note(Kind.CONTROLS, f"the page {code}, at 400 %", check_focus_with_tab(page))


def test_filters_that_are_out_of_sight_are_out_of_the_way(page: Page, visit: Visit):
    page.set_viewport_size({"width": 390, "height": 800})
    visit()
    assert "INPUT search" not in {stop["name"].strip() for stop in walked(page)}
    page.get_by_role("button", name="Visa sidofältet").click()
    expect(page.locator("#search")).to_be_visible()


def test_filters_that_were_opened_on_a_small_screen_do_not_cover_the_next_page(page: Page, visit: Visit):
    page.set_viewport_size({"width": 390, "height": 800})
    visit()
    page.get_by_role("button", name="Visa sidofältet").click()
    expect(page.locator("#search")).to_be_visible()
    visit("omraden")
    expect(page.get_by_role("button", name="Visa sidofältet")).to_be_visible()


def walked(page: Page) -> list[Stop]:
    controls(page)
    return walk(page)


def check_focus_shows(page: Page) -> None:
    controls(page)
    assert unseen(focused_in_turn(page)) == []


def unseen(stops: list[Stop]) -> list[Stop]:
    return [stop for stop in stops if stop["outline"] < 2 or stop["contrast"] < LEAST_CONTRAST]


def check_focus_with_tab(page: Page) -> int:
    """From the first control to the last: each is reached, in the order of the page, and wherever the focus
    is it shows, and nothing covers it. Gives how many.
    """
    wait_until_drawn(page)
    there = controls(page)
    stops = walk(page)
    assert unseen(stops) == []
    assert [stop for stop in stops if stop["hidden"]] == []
    assert [stop["place"] for stop in stops] == list(range(there))
    assert [
        (above["name"], below["name"])
        for above, below in pairwise(stops)
        if -1 < above["piece"] < below["piece"] and below["top"] < above["top"]
    ] == []
    return there


def test_six_kinds_of_cell_have_six_signs_and_six_meanings(visit: Visit):
    page = visit("om-data")
    entries = page.locator(".vk-legend li")

    assert len(cells.Kind) == 6
    expect(entries).to_have_count(6)
    for part in (".vk-cell", ".vk-cell + span"):
        assert len(set(entries.locator(part).all_inner_texts())) == 6
