"""Stored script in a real browser: nothing of it runs, opens, loads or is an element of the page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.decks import Deck, DeckSlide, pack
from dashboard.links import PATHS
from tests.browser.serving import BY_STREAMLIT, served, wait_until_drawn
from tests.hostile import TEXTS, hostile_folder, with_two_snapshots
from tests.trust import Kind, Ledger

FORBIDDEN = (
    "vkhit, [vkhit], [onclick], [onerror], [onload], [onmouseover], [onfocus],"
    "a[href^='javascript:' i], a[href^='data:' i]:not([download])"
)
"""What only an attack can have put on a page."""

DECK = pack(Deck(TEXTS[3], (DeckSlide("skeden", "stages", TEXTS[1], "\n".join(TEXTS[:12])),)))

PAGES = {
    **{page: path for page, path in PATHS.items() if page != "deck"},
    "a district's sheet": "omraden?sheet=norr",
    "a gap": "luckor?gap=district:udden",
    "an initiative": "insatser?initiative=tool-pool",
    "a search": "insatser?q=%3Cimg+src%3Dx+onerror%3D__hit%3D1%3E",
    "forged codes": "omraden?district=%22%3E%3Cvkhit%3E&stage=javascript:__hit%3D1&lang=%3Cvkhit%3E",
    "a forged snapshot": "omraden?snap=%3Cvkhit%3E",
    "a deck of a file": "bildspel?deck=ont",
    "a deck of a link": f"bildspel?deck={DECK}",
    "the presenter": "bildspel?deck=ont&slide=1",
    "a page within another": "omraden?embed=true",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serves the hostile municipality."""
    folder = tmp_path_factory.mktemp("hostile")
    data = with_two_snapshots(hostile_folder(folder / "data"))
    with served(folder / "store", data) as address:
        yield address


class Watch:
    """What a page does that it should not."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.dialogs: list[str] = []
        self.elsewhere: list[str] = []
        page.on("dialog", self._dismiss)
        page.on("request", lambda request: self._note(request.url))

    def _dismiss(self, dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:image/", "data:font/", "blob:")):
            self.elsewhere.append(url)

    def assert_nothing_happened(self) -> None:
        assert self.page.evaluate("window.__hit") is None
        assert self.page.locator(FORBIDDEN).count() == 0
        assert (self.dialogs, self.elsewhere) == ([], [])


@pytest.fixture
def watch(page: Page, hostile: str) -> Watch:
    return Watch(page, hostile)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_it_runs_on_any_page(watch: Watch, page: Page, hostile: str, name: str, ledger: Ledger):
    page.goto(f"{hostile}/{PAGES[name]}")
    if name == "the presenter":
        expect(page.locator(".vk-slide, .vk-presenter, [data-testid=stApp]").first).to_be_visible()
    else:
        wait_until_drawn(page)
    watch.assert_nothing_happened()
    ledger.note(Kind.HOSTILE, "a page of stored script in a browser")


@pytest.mark.parametrize("path", ["luckor"])
def test_what_plotly_tells_of_a_mark_is_text(
    watch: Watch, page: Page, hostile: str, path: str, ledger: Ledger
):
    page.goto(f"{hostile}/{path}")
    wait_until_drawn(page)
    page.locator(".vk-figure").first.hover(position={"x": 2, "y": 2})
    marks = page.locator(".vk-live .point path, .vk-live path.point")
    expect(marks.first).to_be_attached()
    widest = max(filter(None, (mark.bounding_box() for mark in marks.all())), key=lambda box: box["width"])
    page.mouse.move(widest["x"] + widest["width"] / 2, widest["y"] + widest["height"] / 2, steps=3)
    expect(page.locator(".vk-live .hoverlayer")).to_contain_text(re.compile("[<>=]"))  # the attack, as words
    assert page.locator(".vk-live a, .vk-live .hoverlayer [style*='font-weight: bold']").count() == 0
    watch.assert_nothing_happened()
    ledger.note(Kind.HOSTILE, "a figure of stored script, pointed at")


def test_a_fault_in_the_data_is_told_as_text(page: Page, tmp_path: Path, ledger: Ledger):
    """The message quotes what stands there, and Streamlit reads Markdown: a picture would be fetched."""
    data = hostile_folder(tmp_path / "data")
    listings = data / "portfolio" / "listings.csv"
    evil = "![x](https://vkhit.example/x.png)[y](https://vkhit.example/) **z** :red[w] <vkhit>"
    listings.write_text(listings.read_text("utf-8").replace("page-mod", evil, 1), "utf-8")
    with served(tmp_path / "store", data, by=BY_STREAMLIT) as address:
        watch = Watch(page, address)
        page.goto(f"{address}/skeden")
        told = page.get_by_role("listitem").filter(has_text="![x](https://vkhit.example/x.png)[y]")
        expect(told.first).to_be_visible()
        assert told.locator("img, a, strong, vkhit, span[style*=color]").count() == 0
        watch.assert_nothing_happened()
    ledger.note(Kind.HOSTILE, "a fault in the data that quotes Markdown")
