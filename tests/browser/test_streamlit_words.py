"""On a Swedish page Streamlit's own parts speak Swedish, and on an English one English."""

import json

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.conftest import Visit
from tests.browser.serving import ROOT, wait_until_drawn

WORDS: dict[str, str] = json.loads(
    (ROOT / "src" / "dashboard" / "ui" / "streamlit_words.json").read_text("utf-8")
)
SAID = """() => {
    const said = new Set();
    for (const each of document.querySelectorAll("body, body *")) {
        if (each.closest(".vk, #first-view, script, style, noscript, [data-testid=stIconMaterial]")) continue;
        const texts = [...each.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
        texts.forEach(({ data }) => said.add(data.trim()));
        ["aria-label", "title", "placeholder", "alt"].forEach((name) => said.add(each.getAttribute(name)));
    }
    return [...said].filter(Boolean);
}"""


def said_by_streamlit(page: Page) -> set[str]:
    return set(page.evaluate(SAID))


def english(page: Page) -> set[str]:
    return said_by_streamlit(page) & (WORDS.keys() - WORDS.values())


@pytest.mark.parametrize("path", ["", "insatser", "tillganglighet"])
def test_all_that_streamlit_says_on_a_swedish_page_is_swedish(visit: Visit, path):
    page = visit(path)
    assert said_by_streamlit(page) <= set(WORDS.values())
    assert "Till huvudinnehållet" in said_by_streamlit(page)


def test_an_english_page_has_it_in_english_and_a_change_of_language_changes_it(visit: Visit):
    page = visit("skeden?lang=en")
    assert {"Skip to main content", "Sidebar"} <= english(page)
    page.get_by_role("link", name="Svenska").click()
    wait_until_drawn(page)
    assert english(page) == set()
    page.get_by_role("link", name="English").click()
    wait_until_drawn(page)
    assert {"Skip to main content", "Sidebar"} <= english(page)


@pytest.mark.parametrize(
    ("language", "heading"), [("sv", "Ingen kontakt med servern"), ("en", "Connection error")]
)
def test_where_the_server_is_gone_the_reader_is_told_in_the_language_of_the_page(
    page: Page, visit: Visit, language, heading
):
    sockets: list[WebSocketRoute] = []

    def pass_on(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    page.route_web_socket("**/_stcore/stream*", pass_on)
    visit(f"?lang={language}")
    page.route("**/_stcore/**", lambda route: route.abort())
    for socket in sockets:
        socket.close(code=1011)
    expect(page.get_by_role("dialog")).to_contain_text(heading)
    assert (english(page) == set()) == (language == "sv")


def test_no_letter_alone_runs_the_page_anew(page: Page, visit: Visit):
    """As whoever speaks to the browser may happen to say one: WCAG 2.1.4."""
    sent: list[str | bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    visit()
    assert sent
    sent.clear()
    page.locator("body").press("r")
    assert sent == []
