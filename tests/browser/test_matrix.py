"""A matrix whose rows fold: open with the keyboard, open on paper, without barriers on any screen."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.barriers import barriers, sideways
from tests.browser.conftest import Visit

FOLDED = "Lugnet"
"""A district at which nothing is aimed, and whose need is not great."""


def folded_part(page: Page) -> Locator:
    return page.locator("#districts-by-stage-rest")


def test_the_rows_that_fold_away_open_with_the_keyboard(visit: Visit):
    part = folded_part(visit("omraden"))
    row = part.get_by_role("rowheader", name=FOLDED)
    expect(row).to_be_hidden()
    part.locator("summary").focus()
    part.page.keyboard.press("Enter")
    expect(row).to_be_visible()
    part.page.keyboard.press("Tab")
    expect(part.get_by_role("group")).to_be_focused()


def test_on_paper_they_are_always_open(visit: Visit):
    part = folded_part(visit("omraden"))
    part.page.emulate_media(media="print")
    assert not part.evaluate("details => details.open")
    expect(part.get_by_role("rowheader", name=FOLDED)).to_be_visible()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_when_open_they_have_no_barriers_and_fit_the_screen(page: Page, visit: Visit, colours):
    page.emulate_media(color_scheme=colours)
    page.set_viewport_size({"width": 390, "height": 800})
    folded_part(visit("omraden")).locator("summary").click()
    assert barriers(page) == []
    assert sideways(page) <= 0


def test_both_parts_have_their_columns_at_the_same_places(visit: Visit):
    page = visit("omraden")
    folded_part(page).locator("summary").click()
    first, rest = (
        table.locator("thead th").evaluate_all("heads => heads.map(head => head.getBoundingClientRect().x)")
        for table in page.locator("section[aria-labelledby=districts-by-stage-title] table.vk-matrix").all()
    )
    assert rest == pytest.approx(first, abs=2)
