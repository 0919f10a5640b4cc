"""What holds on every page: in both languages, filtered or not, on any screen and in either theme."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.links import PATHS, UNSELECTED
from dashboard.text import LANGUAGES, text_of
from tests.browser.barriers import sideways
from tests.browser.conftest import Visit
from tests.browser.naive import INITIATIVES, aimed_at
from tests.browser.serving import wait_until_drawn

NORRBY = aimed_at("norrby")
SELECTIONS = {
    ("", "sv"): f"Alla {INITIATIVES} insatser",
    ("", "en"): f"All {INITIATIVES} initiatives",
    ("district=norrby", "sv"): f"{NORRBY} av {INITIATIVES} insatser i Norrby",
    ("district=norrby", "en"): f"{NORRBY} of {INITIATIVES} initiatives in Norrby",
    ("q=zzzz", "sv"): f"0 av {INITIATIVES} insatser där det står ”zzzz”",
    ("q=zzzz", "en"): f"0 of {INITIATIVES} initiatives where it says “zzzz”",
}

every_page = pytest.mark.parametrize("code", PATHS)


@every_page
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["", "district=norrby", "q=zzzz"])
def test_a_page_says_what_it_is_and_what_is_selected_to_everyone(visit: Visit, code, language, query):
    page = visit(f"{PATHS[code]}?lang={language}&{query}")

    heading = text_of(language)(f"page-{code}")
    expect(page).to_have_title(f"{heading} | Visionskollen")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page.locator("html")).to_have_attribute("lang", language)
    if code not in UNSELECTED:
        expect(page.locator(".vk-selection strong")).to_have_text(SELECTIONS[query, language])
    assert sideways(page) <= 0


@every_page
def test_a_page_on_a_small_screen_does_not_scroll_sideways(page: Page, visit: Visit, code):
    page.set_viewport_size({"width": 390, "height": 800})
    visit(PATHS[code])
    assert sideways(page) <= 0

    page.set_viewport_size({"width": 320, "height": 800})
    wait_until_drawn(page)
    assert sideways(page) <= 0


@every_page
def test_a_page_asks_only_the_machine_that_serves_it(page: Page, visit: Visit, address, code):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    visit(PATHS[code])

    assert len(asked) > 5
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize(("query", "language"), [("", "sv"), ("?lang=en", "en"), ("?lang=de", "sv")])
def test_the_document_says_its_language_before_any_script_has_run(page: Page, address, query, language):
    answer = page.request.get(f"{address}/{query}", headers={"Accept": "text/html"})

    assert f'<html lang="{language}"' in answer.text()


def test_an_initiative_that_does_not_exist_is_said_to_be_missing(visit: Visit):
    page = visit("insatser?initiative=finns-inte")

    expect(page.get_by_role("status").filter(has_text="finns-inte")).to_be_visible()
    page.get_by_role("link", name="Till listan").click()
    expect(page.locator(".vk-list")).to_be_visible()
    wait_until_drawn(page)
