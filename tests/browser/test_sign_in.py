"""Signing in at a real provider, writing and signing out in a real browser; and what is forged on the way."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs, quote, urlencode, urljoin, urlsplit, urlunsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Cookie, Locator, Page, Request, Route, expect

from dashboard.store.tables import GAP_DECISIONS
from tests.browser import provider
from tests.browser.barriers import barriers
from tests.browser.conftest import PATIENCE_MS
from tests.browser.provider import DOMAIN, EDITOR, GROUP, PASSWORD, READER, SITE, SITE_SECRET
from tests.browser.serving import ROOT, served, wait_until_drawn
from tests.ports import free_port
from tests.trust import Kind, Ledger

GAP = "luckor?gap=district:hulta-och-sormarken"
IDENTITY = "_streamlit_user"
OPTIONS = {
    "SIGN_IN": "oidc",
    "EDITORS": f"group:{GROUP}, {READER}@{DOMAIN}",
    "OIDC_CLIENT_ID": SITE,
    "OIDC_CLIENT_SECRET": SITE_SECRET,
    "OIDC_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
    "OIDC_REDIRECT_URI": "http://127.0.0.1:{port}/oauth2callback",
    "OIDC_SCOPE": "openid email profile groups",
}
"""Whoever reads may not write, though their address is an editor's: the provider does not vouch for it."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(copytree(ROOT / "data", tmp_path_factory.mktemp("signed-in") / "data"))


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    """The dashboard, and the provider that it sends people to."""
    port = free_port()
    metadata = f"http://127.0.0.1:{port}/.well-known/openid-configuration"
    options = OPTIONS | {"OIDC_METADATA_URL": metadata, "WRITES": str(data.parent / "writes.jsonl")}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in options.items():
            patch.setenv(f"DASHBOARD_{name}", value)
        with served(data.parent / "store", data) as url, _provided(port, f"{url}/oauth2callback"):
            yield url


@contextmanager
def _provided(port: int, callback: str) -> Iterator[None]:
    """The provider, in a process of its own."""
    command = [sys.executable, "-m", provider.__name__, str(port), callback]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "ready\n", "the provider did not start"
            yield
        finally:
            process.terminate()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser of its own for each test, in which nobody is signed in.

    The provider's pages do without their scripts, one of which fails now and then.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.route(re.compile(rf"^(?!{address}/).*\.js\b"), lambda route: route.abort())
    yield context
    context.close()


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def begin(page: Page, address: str) -> None:
    """Go to the provider from the page of a gap."""
    page.goto(f"{address}/{GAP}")
    wait_until_drawn(page)
    button(page, "Logga in").click()


def finish(page: Page, name: str) -> None:
    """Say at the provider who one is."""
    page.get_by_role("textbox").fill(name)
    page.keyboard.press("Enter")
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")


def sign_in(page: Page, address: str, name: str) -> None:
    begin(page, address)
    finish(page, name)
    page.wait_for_url(f"{address}/{GAP}")
    wait_until_drawn(page)
    expect(page.locator(".vk-signing")).to_contain_text("Inloggad som")


def identity(context: BrowserContext) -> Cookie:
    return next(each for each in context.cookies() if each.get("name") == IDENTITY)


def decided(data: Path) -> str:
    path = data / GAP_DECISIONS
    return path.read_text("utf-8") if path.exists() else ""


def check_nobody(page: Page, address: str) -> None:
    page.goto(f"{address}/{GAP}")
    wait_until_drawn(page)
    expect(button(page, "Logga in")).to_be_visible()
    expect(button(page, "Spara beslutet")).to_have_count(0)


def test_an_editor_signs_in_where_they_stand_decides_and_signs_out(page: Page, address: str, data: Path):
    check_nobody(page, address)
    sign_in(page, address, EDITOR)
    expect(page.locator(".vk-signing")).to_contain_text(
        f"Inloggad som {EDITOR}@{DOMAIN}, som får skriva här."
    )
    assert barriers(page) == []

    page.get_by_text("Utreds", exact=True).click()
    for label, words in (("Ansvarig roll", "Områdesutvecklare"), ("Beslutat av", "Kommunstyrelsen")):
        page.get_by_label(label).fill(words)
    page.get_by_label("Motivering").fill("Behovet är stort")
    button(page, "Spara beslutet").click()
    expect(page.get_by_role("alert").filter(has_text="Beslutet är sparat")).to_be_visible()
    assert "looking-into,Områdesutvecklare,Kommunstyrelsen" in decided(data)
    [note] = (data.parent / "writes.jsonl").read_text("utf-8").splitlines()
    assert json.loads(note)["who"] == f"{EDITOR}@{DOMAIN}"

    wait_until_drawn(page)
    button(page, "Logga ut").click()
    page.wait_for_url(lambda url: not url.startswith(f"{address}/luckor"))
    check_nobody(page, address)
    assert not any(each.get("name", "").startswith(IDENTITY) for each in page.context.cookies())


def test_no_script_can_read_who_it_is_and_no_other_site_send_it(page: Page, address: str):
    sign_in(page, address, EDITOR)
    cookie = identity(page.context)
    assert (cookie.get("httpOnly"), cookie.get("sameSite")) == (True, "Lax")
    assert IDENTITY not in page.evaluate("document.cookie")


def test_whoever_is_no_editor_sees_who_they_are_and_no_form(page: Page, address: str, data: Path):
    before = decided(data)
    sign_in(page, address, READER)
    expect(page.locator(".vk-signing")).to_contain_text("som får läsa men inte skriva här.")
    expect(page.locator(".vk-gap")).to_contain_text("Du är inloggad men får inte skriva här.")
    expect(button(page, "Spara beslutet")).to_have_count(0)
    assert barriers(page) == []
    assert decided(data) == before


def forged(value: str) -> list[str]:
    """The cookie with a letter changed in what it says or in its signature, unsigned, and made up."""
    first, last = ("A" if value[at] != "A" else "B" for at in (20, -9))
    return [
        f"{value[:20]}{first}{value[21:]}",
        f"{value[:-9]}{last}{value[-8:]}",
        value.rpartition("|")[0] + "|",
        quote(json.dumps({"is_logged_in": True, "groups": [GROUP]})),
    ]


def test_a_cookie_that_has_been_changed_signs_nobody_in(page: Page, address: str, ledger: Ledger):
    sign_in(page, address, EDITOR)
    value = identity(page.context).get("value", "")
    for forgery in forged(value):
        page.context.add_cookies([{"name": IDENTITY, "value": forgery, "url": address}])
        assert identity(page.context).get("value") == forgery
        check_nobody(page, address)
        ledger.note(Kind.HOSTILE, "cookies forged to be signed in by")


@pytest.mark.parametrize("changed", ["nonce", "code_challenge", "state"])
def test_an_answer_to_another_question_than_ours_signs_nobody_in(
    page: Page, address: str, ledger: Ledger, changed: str
):
    """Somebody on the way changes what the provider is asked, so that its answer is meant for them."""
    asked: list[str] = []

    def change(route: Route) -> None:
        answer = route.fetch(max_redirects=0)
        parts = urlsplit(answer.headers["location"])
        told = {name: values[0] for name, values in parse_qs(parts.query).items()}
        told[changed] = "a" * len(told[changed])
        asked.append(urlunsplit(parts._replace(query=urlencode(told))))
        route.fulfill(response=answer, headers=answer.headers | {"location": asked[0]})

    page.route("**/auth/login?**", change)
    begin(page, address)
    finish(page, EDITOR)
    page.wait_for_url(f"{address}/**")
    assert asked
    check_nobody(page, address)
    ledger.note(Kind.HOSTILE, "answers of a provider forged to be signed in by")


def test_somebody_elses_answer_signs_nobody_in(page: Page, address: str, browser: Browser, ledger: Ledger):
    """A link that would sign its reader in as whoever made it."""
    answers: list[str] = []

    def catch(route: Route) -> None:
        """Ask on in the browser's place, until the provider leads back to the site."""
        answers.append(route.fetch(max_redirects=0).headers["location"])
        while not answers[-1].startswith(address):
            step = urljoin(route.request.url, answers[-1])
            answers.append(page.request.get(step, max_redirects=0).headers["location"])
        route.abort()

    page.route(
        "**/auth/password", lambda route: catch(route) if is_password(route.request) else route.continue_()
    )
    begin(page, address)
    with page.expect_event("requestfailed", is_password):
        finish(page, EDITOR)
    assert "/oauth2callback?code=" in answers[-1]
    with browser.new_context() as other:
        victim = other.new_page()
        victim.set_default_timeout(PATIENCE_MS)
        for answer in (answers[-1], f"{address}/oauth2callback?code=guessed&state=guessed"):
            victim.goto(answer)
            check_nobody(victim, address)
            ledger.note(Kind.HOSTILE, "answers of a provider forged to be signed in by")


def is_password(request: Request) -> bool:
    return request.method == "POST" and request.url.endswith("/auth/password")
