"""Förändringar and locked views in a real browser, on two snapshots of a made-up municipality."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers, check_headings, sideways
from tests.browser.conftest import Visit
from tests.browser.serving import BY_STREAMLIT, served, wait_until_drawn
from tests.browser.test_keyboard import check_focus_with_tab
from tests.snapshots import MAY, build_two_snapshots
from tests.trust import Kind, Ledger

CHANGES = "forandringar"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """By Streamlit alone: `dashboard serve` would build without the wordings that this store has."""
    folder = tmp_path_factory.mktemp("snapshots")
    build_two_snapshots(folder)
    with served(folder / "store", folder / "data", by=BY_STREAMLIT) as url:
        yield url


STATES = {
    "two snapshots": CHANGES,
    "a number of the matrix, in English": f"{CHANGES}?was=doing-now&lang=en",
    "a locked list": f"insatser?snap={MAY}",
    "the first snapshot": f"{CHANGES}?snap={MAY}",
    "an initiative that is gone": "insatser?initiative=language-cafe",
    "a snapshot that is not there": "?snap=2030-01-01",
    "what waits for review": "om-data",
}


@pytest.mark.parametrize("path", STATES.values(), ids=STATES)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_changes_and_locked_views_have_no_barriers(page: Page, visit: Visit, ledger: Ledger, path, colours):
    page.emulate_media(color_scheme=colours)
    visit(path)
    check_headings(page)
    assert barriers(page) == []
    ledger.note(Kind.STATES, "changes, and views of a snapshot")


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("path", [CHANGES, f"?snap={MAY}"])
def test_changes_and_locked_views_fit_the_screen(page: Page, visit: Visit, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    visit(path)
    assert sideways(page) <= 0


def test_every_link_of_the_changes_is_reached_with_tab_and_the_focus_always_shows(visit: Visit):
    check_focus_with_tab(visit(CHANGES))


def test_changed_words_are_struck_and_underlined_and_so_seen_without_colours(visit: Visit):
    page = visit(CHANGES)

    expect(page.locator("del").first).to_have_css("text-decoration-line", "line-through")
    expect(page.locator("ins").first).to_have_css("text-decoration-line", "underline")
    expect(page.locator("del .vk-hidden").first).to_have_text("Borttaget:")


def test_a_figure_leads_to_its_list_on_the_same_page(visit: Visit):
    page = visit(CHANGES)
    page.get_by_role("link", name="Fick ny text").click()

    expect(page.get_by_role("heading", level=3, name="Fick ny text")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_text("Förändringar")


def test_a_number_of_the_matrix_leads_to_its_listings_and_back_again(visit: Visit):
    page = visit(CHANGES)
    page.get_by_role("link", name="Före: Det här utvecklar vi, efter: Det här gör vi nu: 1 post").click()

    expect(page.locator("#changed-transition")).to_contain_text("Flytande scen")
    expect(page).to_have_url(re.compile(r"\?was=developing&is=doing-now$"))
    page.go_back()
    expect(page.locator("#changed-transition")).to_have_count(0)


def test_what_is_gone_is_read_in_the_snapshot_where_it_last_stood(visit: Visit):
    page = visit(CHANGES)
    page.locator("#changed-gone").get_by_role("link").click()

    expect(page.get_by_role("article", name="Språkcafé över kaffe")).to_be_visible()
    expect(page.locator(".vk-lock")).to_contain_text("Vyn är låst till läget den 1 maj 2031.")


def test_a_view_is_locked_stays_so_from_page_to_page_and_after_a_reload_and_is_let_go(visit: Visit):
    page = visit("skeden")
    lock = page.locator(".vk-lock")
    page.get_by_label("Lås vyn till läget").select_option(f"1 maj 2031 · {MAY}")
    wait_until_drawn(page)

    expect(lock).to_contain_text("Vyn är låst")
    expect(page).to_have_url(re.compile(rf"/skeden\?snap={MAY}$"))
    menu = page.get_by_role("navigation", name="Sidor")
    menu.get_by_role("link", name="Insatser").click()
    expect(page).to_have_url(re.compile(rf"/insatser\?snap={MAY}$"))
    expect(page.get_by_role("link", name="Språkcafé över kaffe")).to_be_visible()
    page.reload()
    wait_until_drawn(page)
    expect(page.get_by_role("link", name="Språkcafé över kaffe")).to_be_visible()

    page.get_by_role("link", name="Visa läget nu").click()
    expect(lock).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/insatser$"))
    expect(page.get_by_role("link", name="Språkcafé över kaffe")).to_have_count(0)


def test_on_paper_stand_the_changes_and_not_the_controls(page: Page, visit: Visit):
    visit(CHANGES)
    page.emulate_media(media="print")

    expect(page.locator("#changed-text del")).to_be_visible()
    for control in (".vk-nav", "[data-testid=stSidebar]", "[data-testid=stSelectbox]"):
        assert [each for each in page.locator(control).all() if each.is_visible()] == []
