"""From a number to its list, from the list to an initiative, from the initiative to its source: and back."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.naive import INITIATIVES, aimed_at
from tests.browser.serving import wait_until_drawn

NUMBERS = ".vk-matrix .vk-cell a:visible"
LIST_OF_NORRBY = f"{aimed_at('norrby')} av {INITIATIVES} insatser i Norrby"


def number_in(cell: Locator) -> int:
    """The count that a cell shows, with or without a sign before it."""
    found = re.search(r"\d+", cell.inner_text())
    assert found
    return int(found[0])


def selection(page: Page) -> Locator:
    return page.locator(".vk-selection strong:visible")


def expect_list_of(page: Page, number: int) -> None:
    """The list is shown, says this number, and has that many initiatives."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Insatser")
    sentence = rf"^(Alla {number}|{number} av {INITIATIVES}) insatser"
    expect(selection(page)).to_have_text(re.compile(sentence))
    expect(page.locator(".vk-list > li:visible")).to_have_count(number)


@pytest.mark.parametrize("path", ["", "malomraden"])
def test_every_number_in_a_matrix_leads_to_as_many_initiatives_and_back(visit: Visit, path):
    page = visit(path)
    start = page.url
    hrefs = page.locator(NUMBERS).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(hrefs) > 8

    for href in dict.fromkeys(hrefs):
        cell = page.locator(NUMBERS).and_(page.locator(f'[href="{href}"]')).first
        number = number_in(cell)
        cell.click()
        expect_list_of(page, number)
        page.go_back()
        expect(page).to_have_url(start)
        expect(selection(page)).to_have_text(f"Alla {INITIATIVES} insatser")


def test_a_number_can_be_followed_with_the_keyboard_alone(visit: Visit):
    page = visit()
    first = page.locator(NUMBERS).first
    number = number_in(first)

    while not first.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
        assert not page.locator(".vk-footer").evaluate("footer => footer.contains(document.activeElement)")
    page.keyboard.press("Enter")

    expect_list_of(page, number)


def test_an_initiative_leads_to_the_page_that_it_was_read_on_and_back_to_the_filtered_list(visit: Visit):
    page = visit("insatser?district=norrby")
    page.get_by_role("link", name="Språkutvecklingsarbete på Norrby").click()

    card = page.get_by_role("article", name="Språkutvecklingsarbete på Norrby")
    source = card.get_by_role("link", name="Fortsätter med språkutvecklande insatser på Norrby").first
    expect(source).to_have_attribute("href", re.compile(r"^https://www\.boras\.se/.+fortsattermed.+\.html$"))
    expect(source).to_have_attribute("target", "_blank")

    page.go_back()
    expect_list_of(page, aimed_at("norrby"))
    assert "district=norrby" in page.url


def test_a_view_survives_a_reload(visit: Visit):
    page = visit("insatser?district=norrby&sort=title")
    titles = page.locator(".vk-list h2").all_inner_texts()

    page.reload()
    wait_until_drawn(page)

    expect(selection(page)).to_have_text(LIST_OF_NORRBY)
    assert page.locator(".vk-list h2").all_inner_texts() == titles
    expect(page.get_by_role("link", name="titel")).to_have_attribute("aria-current", "true")


def test_a_link_shows_somebody_else_the_same_sentences_and_numbers(visit: Visit, browser: Browser):
    mine = visit("malomraden?district=norrby&stage=developing")
    with browser.new_context() as other:
        yours = other.new_page()
        yours.goto(mine.url)
        wait_until_drawn(yours)
        shown = yours.locator(".vk").all_inner_texts()

    assert shown == mine.locator(".vk").all_inner_texts()
