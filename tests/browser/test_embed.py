"""Pages and charts in the frames of another page: by themselves, light, as wide and high as there is room."""

import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.links import PATHS
from dashboard.panels.pages import PANELS
from tests.browser.barriers import barriers, sideways
from tests.browser.conftest import Visit
from tests.browser.naive import INITIATIVES
from tests.browser.serving import wait_until_drawn
from tests.browser.test_explore import point_at, words

FURNITURE = ".vk-header, .vk-first-side, .vk-filters, .vk-take, .vk-share, .vk-nav, #vk-clear"
NARROWEST, WIDEST = 300, 900
CHART = "skeden?embed=true&panel=stages"


def check_alone(page: Page, language: str) -> None:
    """Nothing around it; its filters, source and date, and the way to all of it; no wider than the frame."""
    expect(page.locator(FURNITURE).filter(visible=True)).to_have_count(0)
    said = page.locator("main").inner_text()
    filtered = {
        "sv": rf"av {INITIATIVES} insatser som utvecklas",
        "en": rf"of {INITIATIVES} initiatives being",
    }
    assert re.search(rf"{filtered[language]}|oavsett filter|whatever the filters", said)
    foot = page.locator(".vk-embedded")
    dated = {"sv": r"Källa: .* Uppgifter per \d+ \w+ \d{4}\.", "en": r"Source: .* Data as of \d+ \w+ \d{4}\."}
    expect(foot).to_contain_text(re.compile(dated[language]))
    expect(foot.get_by_role("link")).to_have_attribute("target", "_blank")
    for width in (NARROWEST, WIDEST):
        page.set_viewport_size({"width": width, "height": 600})
        assert sideways(page) <= 0, (page.url, width)


@pytest.mark.parametrize("code", PANELS)
def test_a_page_and_each_of_its_charts_stand_alone_in_a_frame(page: Page, visit: Visit, code):
    for place, name in enumerate(("", *PANELS[code])):
        language = ("sv", "en")[place % 2]
        visit(f"{PATHS[code]}?embed=true&stage=developing&lang={language}{f'&panel={name}' * bool(name)}")
        check_alone(page, language)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_chart_in_a_frame_shows_no_more_than_the_chart_and_has_no_barriers(
    page: Page, visit: Visit, colours
):
    page.emulate_media(color_scheme=colours)
    visit(CHART)
    expect(page.get_by_role("heading", level=2)).to_have_text(["Insatser per skede"])
    top = page.get_by_role("heading", level=2).bounding_box()
    assert top
    assert top["y"] < 40  # what names the page is for those who hear it
    assert barriers(page) == []


def test_a_frame_starts_no_session_and_loads_only_the_document_and_its_fonts(page: Page, visit: Visit):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.on("websocket", lambda socket: asked.append("websocket"))
    visit(CHART)
    page.wait_for_load_state("networkidle")
    assert set(asked) <= {"document", "font", "other"}
    assert len(asked) <= 4  # the last is the icon, which a frame does without


def test_numbers_and_marks_in_a_frame_open_the_dashboard_beside_it(page: Page, visit: Visit):
    visit(f"{CHART}&lang=en")
    here = page.url
    point_at(page)
    mark = next(iter(words(page, ".vk-live .annotation-text").values()))
    page.mouse.move(*mark)
    expect(page.locator(".vk-live .hoverlayer")).not_to_be_empty()
    with page.expect_popup() as opened:
        page.mouse.click(*mark)
    expect(opened.value).to_have_url(re.compile(r"/insatser\?.*stage="))
    expect(opened.value.locator(".vk-header")).to_be_visible()
    opened.value.close()

    page.locator("#stages-table summary").click()
    with page.expect_popup() as opened:
        page.locator("#stages-table td a").first.click()
    expect(opened.value).to_have_url(re.compile("/insatser"))
    opened.value.close()
    assert page.url == f"{here}&open=stages-table"


def test_the_list_in_a_frame_is_searched_and_ordered_where_it_stands(page: Page, visit: Visit):
    visit("insatser?embed=true&stage=networks")
    page.get_by_role("link", name="titel").click()
    expect(page).to_have_url(re.compile("sort=title.*embed=true"))
    wait_until_drawn(page)
    titles = page.locator(".vk-list h2").all_inner_texts()
    page.locator("#list-words").fill("barn")
    expect(page).to_have_url(re.compile("q=barn.*embed=true|embed=true.*q=barn"))
    wait_until_drawn(page)
    expect(page.locator(".vk-list h2")).not_to_have_text(titles)
    page.go_back()
    expect(page.locator(".vk-list h2")).to_have_text(titles)
    expect(page.locator(".vk-header")).to_have_count(0)


def test_the_frame_that_is_copied_becomes_as_high_as_what_it_shows(page: Page, visit: Visit, address: str):
    """The snippet as it stands in «Dela», on a page of another hand."""
    visit("skeden")
    page.locator("#vk-share").click()
    snippets = page.locator("[data-fills] option").evaluate_all("all => all.map(each => each.value)")
    html = next(each for each in snippets if "panel=stages&" in each).replace('loading="lazy"', "")
    around = page.context.new_page()
    around.route(f"{address}/intranet", lambda route: route.fulfill(content_type="text/html", body=html))
    around.goto(f"{address}/intranet")
    frame = around.frame_locator("iframe")
    expect(frame.locator(".vk-embedded")).to_be_visible()
    around.wait_for_function("document.querySelector('iframe').height < 600")
    closed = int(around.locator("iframe").get_attribute("height") or 0)
    frame.locator("#stages-table summary").click()
    around.wait_for_function(f"document.querySelector('iframe').height > {closed}")
    around.wait_for_function(
        """() => {
            const frame = document.querySelector("iframe");
            const shown = frame.contentDocument.querySelector("main");
            return Math.ceil(shown.getBoundingClientRect().height) === Number(frame.height);
        }"""
    )
    assert frame.locator("html").evaluate("html => html.scrollHeight - html.clientHeight") <= 0
    around.close()


def test_a_frame_prints_all_of_what_it_shows(page: Page, visit: Visit):
    page.set_viewport_size({"width": 500, "height": 300})
    visit("omraden?embed=true")
    page.emulate_media(media="print")
    foot = page.locator(".vk-embedded")
    expect(foot).to_be_visible()
    bottom = foot.evaluate("foot => foot.getBoundingClientRect().bottom")
    assert bottom > 300
    assert page.evaluate("document.documentElement.scrollHeight") >= bottom
