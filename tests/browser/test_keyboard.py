"""Without a mouse, and without colours."""

from playwright.sync_api import expect

from dashboard.cells import Kind
from tests.browser.conftest import Visit


def test_the_skip_link_appears_and_leads_past_the_menu(visit: Visit):
    page = visit("skeden")
    skip = page.get_by_role("link", name="Till innehållet")
    skip.focus()
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("#vk-content")).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.locator(".vk-header").evaluate("header => header.contains(document.activeElement)")


def test_each_number_of_a_matrix_is_reached_in_turn_with_a_focus_that_shows(visit: Visit):
    page = visit()
    links = page.locator(".vk-matrix a")
    page.locator(".vk-scroll:has(.vk-matrix)").focus()

    for link in links.all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport()
        expect(link).to_have_css("outline-style", "solid")
        expect(link).to_have_css("outline-width", "3px")


def test_six_kinds_of_cell_have_six_signs_and_six_meanings(visit: Visit):
    page = visit("om-data")
    entries = page.locator(".vk-legend li")

    assert len(Kind) == 6
    expect(entries).to_have_count(6)
    for part in (".vk-cell", ".vk-cell + span"):
        assert len(set(entries.locator(part).all_inner_texts())) == 6
