"""A served dashboard and a real browser, shared by all tests: both take seconds to start."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.serving import launch, served, wait_until_drawn

Visit = Callable[..., Page]
PATIENCE_MS = 60_000
"""A busy machine takes its time; what never comes, comes no sooner."""
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("store")) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield launch(playwright)


@pytest.fixture(scope="session")
def context(browser: Browser) -> BrowserContext:
    """One reader's browser: what it has fetched once, it has."""
    return browser.new_context(viewport={"width": 1280, "height": 900})


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of its own for each test; whatever the test does there, no script may fail."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    errors = []
    page.on("pageerror", lambda error: errors.append(error.message))
    yield page
    page.close()
    assert not errors


@pytest.fixture
def visit(page: Page, address: str) -> Visit:
    """Opens a path of the shared dashboard and waits until all of it is drawn."""

    def open_path(path: str = "") -> Page:
        page.goto(f"{address}/{path}")
        wait_until_drawn(page)
        return page

    return open_path
