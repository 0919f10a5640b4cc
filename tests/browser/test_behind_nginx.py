"""A reader's browser at a machine of two replicas, one of which is killed under it."""

import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import wait_until_drawn
from tests.operations.machine import Machine, running
from tests.trust import Kind, Ledger


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    with running(tmp_path_factory.mktemp("machine")) as made:
        yield made


@pytest.fixture
def page(browser: Browser, machine: Machine) -> Iterator[Page]:
    context = browser.new_context(ignore_https_errors=True, base_url=f"https://localhost:{machine.https}")
    yield context.new_page()
    context.close()


def test_a_page_comes_by_http_2_and_its_session_lives(page: Page):
    page.goto("/omraden")
    wait_until_drawn(page)
    assert page.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol") == "h2"
    kept = {each.get("name"): each for each in page.context.cookies()}["visionskollen_replica"]
    assert (kept.get("secure"), kept.get("httpOnly")) == (True, True)


def test_a_page_goes_on_when_its_replica_is_killed(page: Page, machine: Machine, ledger: Ledger):
    """Whichever the reader is on: first one is killed, and when it is back the other."""
    first, second = machine.replicas
    page.goto("/insatser")
    wait_until_drawn(page)
    first.stop(signal.SIGKILL)
    go_there_and_back(page)
    first.start()
    first.await_ready()
    second.stop(signal.SIGKILL)
    go_there_and_back(page)
    ledger.note(Kind.FAULTS, "a replica killed under an open page", 2)


def go_there_and_back(page: Page) -> None:
    """The reader sees each page at once; a session lives again at the latest when it is loaded anew."""
    for name in ("Områden", "Insatser"):
        page.get_by_role("link", name=name, exact=True).first.click()
        expect(page.get_by_role("heading", level=1, name=name).first).to_be_visible()
    page.reload()
    wait_until_drawn(page)
