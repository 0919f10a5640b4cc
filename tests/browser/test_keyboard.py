"""Without a mouse, and without colours."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.cells import Kind
from dashboard.links import PATHS
from tests.browser.conftest import Visit

FOCUS = """() => {
    const focused = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return {
        tag: focused.tagName,
        text: focused.ariaLabel || focused.textContent.slice(0, 60),
        ours: focused.matches(".vk a[href]"),
        outline: `${outlineStyle} ${outlineWidth}`,
    };
}"""


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
def test_every_link_of_a_page_is_reached_with_tab_and_the_focus_always_shows(visit: Visit, code):
    check_focus_with_tab(visit(PATHS[code]))


def check_focus_with_tab(page: Page) -> None:
    """From our first link to the last of the page: each is reached, and wherever the focus is it shows."""
    reached, unseen = 0, []
    page.locator(".vk-skip").focus()

    while (focus := page.evaluate(FOCUS))["tag"] != "BODY":
        reached += focus["ours"]
        if focus["outline"] != "solid 3px":
            unseen.append(focus)
        page.keyboard.press("Tab")

    assert unseen == []
    assert reached == len([link for link in page.locator(".vk a[href]").all() if link.is_visible()])


def test_six_kinds_of_cell_have_six_signs_and_six_meanings(visit: Visit):
    page = visit("om-data")
    entries = page.locator(".vk-legend li")

    assert len(Kind) == 6
    expect(entries).to_have_count(6)
    for part in (".vk-cell", ".vk-cell + span"):
        assert len(set(entries.locator(part).all_inner_texts())) == 6
