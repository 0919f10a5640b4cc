"""What holds on every page: in both languages, filtered or not, on any screen and in either theme."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard.links import PATHS
from dashboard.text import LANGUAGES, text_of
from tests.browser.conftest import Visit
from tests.browser.naive import INITIATIVES, aimed_at
from tests.browser.serving import wait_until_drawn

WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
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


def barriers(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 A and AA: rule, element and what is wrong with it."""
    found = Axe().run(page, options={"runOnly": WCAG_22_AA, "resultTypes": ["violations"]}).response
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def sideways(page: Page) -> int:
    """By how many pixels the document, or what scrolls in it, is wider than the screen."""
    return page.locator("html, #first-view, [data-testid=stMain]").evaluate_all(
        "all => Math.max(...all.map(each => each.scrollWidth - each.clientWidth))"
    )


@every_page
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["", "district=norrby", "q=zzzz"])
def test_a_page_says_what_it_is_and_what_is_selected_to_everyone(visit: Visit, code, language, query):
    page = visit(f"{PATHS[code]}?lang={language}&{query}")

    heading = text_of(language)(f"page-{code}")
    expect(page).to_have_title(f"{heading} | Visionskollen")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page.locator("html")).to_have_attribute("lang", language)
    if code != "deck":  # its slides have selections of their own
        expect(page.locator(".vk-selection strong")).to_have_text(SELECTIONS[query, language])
    assert barriers(page) == []
    assert sideways(page) <= 0


@every_page
def test_a_page_in_dark_colours_has_no_barriers(page: Page, visit: Visit, code):
    page.emulate_media(color_scheme="dark")
    visit(f"{PATHS[code]}?district=norrby&stage=developing")

    expect(page.locator("[data-testid=stApp]")).to_have_css("color-scheme", "dark")
    assert barriers(page) == []


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


@pytest.mark.parametrize("path", ["finns-inte", "finns-inte?district=norrby"])
def test_a_path_that_leads_nowhere_shows_the_overview(visit: Visit, path):
    page = visit(path)

    expect(page.get_by_role("heading", level=1, name="Översikt")).to_be_attached()
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_an_initiative_that_does_not_exist_is_said_to_be_missing(visit: Visit):
    page = visit("insatser?initiative=finns-inte")

    expect(page.get_by_role("status").filter(has_text="finns-inte")).to_be_visible()
    page.get_by_role("link", name="Till listan").click()
    expect(page.locator(".vk-list")).to_be_visible()
    wait_until_drawn(page)
