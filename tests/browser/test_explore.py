"""A chart is a still until somebody points at it: then it tells, leads and, on the map, comes closer."""

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import Visit
from tests.browser.naive import INITIATIVES, aimed_at
from tests.browser.serving import wait_until_drawn

CHARTS = ["visionsomraden", "malomraden", "skeden", "omraden", "luckor"]
FIGURE, LIVE = ".vk-figure", ".vk-live .main-svg >> nth=0"


def point_at(page: Page) -> None:
    """Move the pointer onto the chart, to a corner where no mark is."""
    page.locator(FIGURE).hover(position={"x": 2, "y": 2})
    expect(page.locator(LIVE)).to_be_visible()


def selection(page: Page) -> Locator:
    """While one page covers another, the upper one's."""
    return page.locator(".vk-selection strong").first


def words(page: Page, of: str) -> dict[str, tuple[float, float]]:
    """Where on the screen each text that occurs once has its middle."""
    found = page.locator(of).evaluate_all(
        """each => each.map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
            .map(([text, { x, y, width, height }]) => [text, x + width / 2, y + height / 2])"""
    )
    texts = [text for text, _, _ in found]
    return {text: (x, y) for text, x, y in found if texts.count(text) == 1}


@pytest.fixture
def asked(page: Page) -> list[str]:
    """What the browser asks for."""
    urls: list[str] = []

    def note(request: Request) -> None:
        urls.append(request.url)

    page.on("request", note)
    return urls


@pytest.mark.parametrize("path", CHARTS)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_living_chart_has_the_same_words_in_the_same_places_and_nothing_moves(visit: Visit, path, width):
    page = visit(path)
    page.set_viewport_size({"width": width, "height": 900})
    page.locator(FIGURE).scroll_into_view_if_needed()
    before, still = page.locator(FIGURE).bounding_box(), words(page, f"{FIGURE} .vk-still:visible > svg text")
    page.locator(FIGURE).dispatch_event("pointerover", {"pointerType": "mouse"})
    expect(page.locator(LIVE)).to_be_visible()
    assert page.locator(FIGURE).bounding_box() == before
    living = words(page, ".vk-live :is(.annotation-text, .textpoint text)")
    shared = living.keys() & still.keys()
    assert len(shared) > 1
    for text in shared:
        assert living[text] == pytest.approx(still[text], abs=3), text


def test_a_mark_tells_what_it_stands_for_and_leads_to_what_it_counts(visit: Visit):
    page = visit("luckor")
    point_at(page)
    x, y = words(page, ".vk-live .annotation-text")[f"{aimed_at('norrby')} av 19"]
    page.mouse.move(x, y + 18)
    expect(page.locator(".vk-live .hoverlayer")).to_contain_text("Norrby")
    page.mouse.click(x, y + 18)
    expect(selection(page)).to_have_text(f"{aimed_at('norrby')} av {INITIATIVES} insatser i Norrby")


def test_a_bar_leads_to_the_list_that_it_counts_and_back(visit: Visit):
    page = visit("skeden")
    point_at(page)
    number, (x, y) = next(iter(words(page, ".vk-live .annotation-text").items()))
    page.mouse.move(x, y)
    expect(page.locator(".vk-live .hoverlayer")).to_contain_text(number)
    page.mouse.click(x, y)
    expect(selection(page)).to_contain_text(f"{number} av {INITIATIVES} insatser")
    page.go_back()
    expect(page.locator(FIGURE).first).to_be_visible()


def test_a_new_selection_shows_its_still_at_once(visit: Visit):
    page = visit("skeden")
    point_at(page)
    page.mouse.move(0, 0)
    page.evaluate("visionskollen.follow('skeden?district=norrby')")
    expect(selection(page)).to_contain_text("i Norrby")
    expect(page.locator(".vk-live")).to_have_count(0)
    expect(page.locator(f"{FIGURE} .vk-still:visible > svg")).to_have_count(1)


def test_the_part_of_the_map_that_is_dragged_over_comes_closer(visit: Visit):
    page = visit("omraden")
    point_at(page)
    norrby = words(page, ".vk-live .annotation-text")["Norrby"]
    x, y = norrby[0], norrby[1] + 30
    page.mouse.move(x - 60, y - 60)
    page.mouse.down()
    page.mouse.move(x + 60, y + 60, steps=5)
    page.mouse.up()
    expect(page.locator(".vk-live .annotation-text", has_text="Viskafors")).to_have_count(1)
    expect(page.locator(".vk-live .annotation-text", has_text="Sjöbo")).to_have_count(0)
    page.mouse.dblclick(x, y)
    expect(page.locator(".vk-live .annotation-text", has_text="Sjöbo")).to_have_count(1)


def test_plotly_is_asked_for_once_and_only_from_here(visit: Visit, asked, address):
    page = visit("skeden")
    point_at(page)
    page.mouse.move(0, 0)
    point_at(page)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert len([url for url in asked if "plotly" in url]) <= 1
    assert len([url for url in asked if "/figures/" in url]) == 1


def test_where_plotly_cannot_be_had_the_still_stays(visit: Visit, page: Page):
    page.route("**/assets/plotly*", lambda route: route.abort())
    visit("skeden")
    with page.expect_event("requestfailed"):
        page.locator(FIGURE).hover()
    expect(page.locator(f"{FIGURE} .vk-still:visible > svg")).to_have_count(1)
    expect(page.locator(".vk-live")).to_have_count(0)


def test_on_paper_the_still_is_seen_and_not_what_was_drawn_over_it(visit: Visit):
    page = visit("skeden")
    point_at(page)
    page.emulate_media(media="print")
    expect(page.locator(".vk-live")).to_be_hidden()
    expect(page.locator(f"{FIGURE} .vk-wide > svg")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_living_chart_passes_axe(browser: Browser, address: str, theme):
    with browser.new_context(color_scheme=theme, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}/malomraden")
        wait_until_drawn(page)
        point_at(page)
        assert barriers(page) == []
        paper = page.locator(".vk-live .bg").first.evaluate("each => getComputedStyle(each).fill")
        assert paper == page.locator(".vk-wide > svg > rect").first.evaluate(
            "each => getComputedStyle(each).fill"
        )


def test_a_finger_asks_first_and_follows_when_it_taps_again(browser: Browser, address: str):
    with browser.new_context(has_touch=True, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{address}/skeden")
        wait_until_drawn(page)
        page.locator(FIGURE).scroll_into_view_if_needed()
        x, y = words(page, f"{FIGURE} .vk-narrow > svg text")["36"]
        page.touchscreen.tap(x, y)
        expect(page.locator(".vk-live .hoverlayer")).to_contain_text("36")
        page.touchscreen.tap(x, y)
        expect(selection(page)).to_contain_text(f"36 av {INITIATIVES} insatser")
