"""What changes on the page is said to readers who do not see it, once and without taking the focus."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.naive import INITIATIVES
from tests.browser.serving import wait_until_drawn
from tests.browser.test_filters import menu

NOW = "#pick-stage-doing-now"


def said(page: Page) -> Locator:
    return page.locator("#vk-said")


def test_it_is_said_politely_by_one_that_always_stands(visit: Visit):
    page = visit()
    expect(said(page)).to_have_role("status")
    expect(said(page)).to_have_text("")
    said(page).evaluate("each => { each.before = true; }")
    page.locator(NOW).check()
    menu(page, "Skeden").click()
    wait_until_drawn(page)
    assert said(page).evaluate("each => each.before")


def test_a_filter_says_how_many_it_leaves(visit: Visit):
    page = visit()
    page.locator(NOW).check()
    expect(said(page)).to_have_text("36 av 68 insatser som görs nu")
    expect(page.locator(NOW)).to_be_focused()
    page.locator("#vk-clear").click()
    expect(said(page)).to_have_text(f"Alla {INITIATIVES} insatser")


def test_another_page_says_what_it_is(visit: Visit):
    page = visit("?stage=doing-now")
    menu(page, "Skeden").click()
    expect(said(page)).to_have_text("Skeden")
    wait_until_drawn(page)
    menu(page, "Bildspel").click()
    expect(said(page)).to_contain_text("Bildspel")
    wait_until_drawn(page)
    menu(page, "Översikt").click()
    expect(said(page)).to_have_text("Översikt. 36 av 68 insatser som görs nu")
    wait_until_drawn(page)


def test_another_language_says_both(visit: Visit):
    page = visit("skeden")
    page.get_by_role("link", name="English").click()
    expect(said(page)).to_have_text(f"Stages. All {INITIATIVES} initiatives")
    wait_until_drawn(page)


def test_a_chart_is_a_region_with_its_name_its_sentence_and_its_table(visit: Visit):
    page = visit("skeden")
    for chart in page.locator("section.vk-chart").all():
        heading = chart.get_by_role("heading", level=2)
        expect(chart).to_have_role("region")
        expect(chart).to_have_accessible_name(heading.inner_text())
        expect(chart.locator(".vk-sentence")).not_to_be_empty()
