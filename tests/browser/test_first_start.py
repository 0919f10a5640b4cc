"""A server that has just started: without a store, with faulty data, with a damaged store."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page, expect

from dashboard.store.build import build_store
from tests.browser.barriers import barriers, check_headings, show_in
from tests.browser.naive import INITIATIVES, aimed_at
from tests.browser.serving import BY_STREAMLIT, ROOT, served, wait_until_drawn
from tests.browser.test_streamlit_words import english
from tests.trust import Kind, Ledger


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A copy of the data in which an initiative stands on a page that nobody knows."""
    data = tmp_path / "data"
    copytree(ROOT / "data", data)
    listings = data / "portfolio" / "listings.csv"
    header, first, *rest = listings.read_text("utf-8").splitlines(keepends=True)
    listings.write_text(header + first.replace("page-", "finns-inte-", 1) + "".join(rest), "utf-8")
    return data


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A store whose file ends too early."""
    store = tmp_path / "store"
    file = build_store(ROOT / "data", store)
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:5000])
    return store


@pytest.fixture
def no_traceback(page: Page) -> Iterator[None]:
    yield
    expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.locator("[data-testid=stException]")).to_have_count(0)


def test_a_deep_link_works_as_the_very_first_request_and_the_app_builds_its_store(page: Page, tmp_path):
    with served(tmp_path / "store", by=BY_STREAMLIT) as address:
        page.goto(f"{address}/malomraden?district=norrby")
        wait_until_drawn(page)

        expect(page).to_have_title("Målområden | Visionskollen")
        expect(page.locator(".vk-selection strong")).to_have_text(
            f"{aimed_at('norrby')} av {INITIATIVES} insatser i Norrby"
        )
        assert list((tmp_path / "store").glob("portfolio-*.duckdb"))


@pytest.mark.usefixtures("no_traceback")
def test_faulty_data_is_shown_with_file_and_line(page: Page, tmp_path, faulty, ledger: Ledger):
    with served(tmp_path / "store", faulty, by=BY_STREAMLIT) as address:
        page.goto(f"{address}/skeden")

        expect(page.get_by_role("heading", level=1)).to_have_text("Datan går inte att läsa")
        problem = page.get_by_role("listitem").filter(has_text="portfolio/listings.csv")
        expect(problem.first).to_contain_text("finns-inte-")
        expect(problem.first).to_contain_text("2")
        check_without_data(page)
        ledger.note(Kind.STATES, "data with errors", 2)


@pytest.mark.usefixtures("no_traceback")
def test_a_damaged_store_is_answered_with_the_command_that_builds_it_anew(
    page: Page, damaged, ledger: Ledger
):
    with served(damaged, by=BY_STREAMLIT) as address:
        page.goto(f"{address}/?lang=sv")

        expect(page.get_by_role("heading", level=1)).to_have_text("Det finns ingen data att visa")
        expect(page.get_by_text("dashboard build", exact=True)).to_be_visible()
        check_without_data(page)
        ledger.note(Kind.STATES, "a store that cannot be read", 2)


def check_without_data(page: Page) -> None:
    """A page that has nothing to show is Streamlit's own, and yet without barriers and in Swedish."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    for colours in ("light", "dark"):
        show_in(page, colours)
        check_headings(page)
        assert barriers(page) == []
    assert english(page) == set()
