"""Filters answer while the reader picks, stand in the address, and stay from page to page."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.naive import INITIATIVES, aimed_at
from tests.browser.serving import wait_until_drawn

NORRBY = f"{aimed_at('norrby')} av {INITIATIVES} insatser i Norrby"


def expect_selection(page: Page, sentence: str | re.Pattern) -> None:
    """Where the page is just being drawn, what covers it meanwhile is what the reader sees."""
    expect(page.locator(".vk-selection strong").first).to_have_text(sentence)


def menu(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Sidor").get_by_role("link", name=name, exact=True)


def unfold(page: Page, filter_: str) -> Locator:
    """The choices of a filter, which is opened if it is not."""
    details = page.locator(f"#filter-{filter_}")
    if details.get_attribute("open") is None:
        details.locator("> summary").click()
    return details.get_by_role("group")


def pick(page: Page, filter_: str, term: str) -> None:
    unfold(page, filter_).get_by_role("checkbox", name=re.compile(rf"^{term} \d+$")).click()


@pytest.mark.parametrize("field", ["#search", "#list-words"])
def test_the_list_narrows_while_the_reader_types(visit: Visit, field):
    page = visit("insatser")
    page.locator(field).press_sequentially("språk")

    expect(page).to_have_url(re.compile(r"\?q=spr%C3%A5k$"))
    expect_selection(page, re.compile(rf"^\d+ av {INITIATIVES} insatser där det står ”språk”$"))
    expect(page.get_by_role("link", name="Språkutvecklingsarbete på Norrby")).to_be_visible()
    expect(page.get_by_role("link", name="Budget- och skuldrådgivning")).to_have_count(0)
    expect(page.locator(field)).to_be_focused()


def test_a_district_that_is_picked_stands_in_the_address_and_stays_on_the_next_page(visit: Visit):
    page = visit()
    pick(page, "district", "Norrby")

    expect_selection(page, NORRBY)
    expect(page).to_have_url(re.compile(r"\?district=norrby$"))

    menu(page, "Skeden").click()
    expect(page).to_have_url(re.compile(r"/skeden\?district=norrby$"))
    expect(page.get_by_role("heading", level=1).first).to_have_text("Skeden")
    expect_selection(page, NORRBY)


def test_typing_finds_in_a_long_list_and_what_was_found_stays_after_a_pick(visit: Visit):
    page = visit()
    districts = unfold(page, "district")
    districts.get_by_role("searchbox", name="Hitta område").fill("NORR")
    expect(districts.locator("label:visible", has_text="Norrby")).to_have_count(1)
    expect(districts.locator("label:visible", has_text="Sjöbo")).to_have_count(0)

    pick(page, "district", "Norrby")
    expect_selection(page, NORRBY)
    expect(districts.get_by_role("searchbox")).to_have_value("NORR")
    expect(districts.locator("label:visible", has_text="Sjöbo")).to_have_count(0)
    expect(page.locator("#pick-district-norrby")).to_be_focused()


def test_a_filter_that_the_reader_folds_stays_folded_while_others_are_picked(visit: Visit):
    page = visit()
    page.locator("#filter-target > summary").click()
    pick(page, "stage", "Det här utvecklar vi")
    expect(page).to_have_url(re.compile(r"\?stage=developing$"))
    expect(page.locator("#filter-target")).not_to_have_attribute("open", "")


def test_a_filter_is_lifted_by_a_second_click_or_by_its_link(visit: Visit):
    page = visit("skeden?stage=developing&stage=networks")
    pick(page, "stage", "Det här utvecklar vi")
    expect(page).to_have_url(re.compile(r"/skeden\?stage=networks$"))
    wait_until_drawn(page)
    page.locator("#lift-stage").click()
    expect_selection(page, f"Alla {INITIATIVES} insatser")


def test_the_language_changes_and_the_filter_stays(visit: Visit):
    page = visit("omraden?district=norrby")
    page.get_by_role("link", name="English").click()

    expect_selection(page, f"{aimed_at('norrby')} of {INITIATIVES} initiatives in Norrby")
    expect(page).to_have_url(re.compile(r"/omraden\?district=norrby&lang=en$"))
    expect(page).to_have_title("Districts | Visionskollen")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_show_all_lifts_every_filter(visit: Visit):
    page = visit("visionsomraden?district=norrby&q=språk")
    page.locator("#vk-clear").click()

    expect_selection(page, f"Alla {INITIATIVES} insatser")
    expect(page).to_have_url(re.compile(r"/visionsomraden$"))
    expect(page.get_by_role("searchbox", name="Sök insats")).to_have_value("")


def test_a_value_that_does_not_exist_is_said_and_the_rest_of_the_link_holds(visit: Visit):
    page = visit("malomraden?district=norrby&vision=finns-inte")

    expect(page.get_by_role("alert")).to_contain_text("vision = finns-inte")
    expect_selection(page, NORRBY)
    expect(page).to_have_url(re.compile(r"/malomraden\?district=norrby$"))
