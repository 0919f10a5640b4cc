"""QR codes as they are drawn on screens and on paper are read by another program than makes them."""

import io
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served, wait_until_drawn

SERVED = "https://visionskollen.example.se"
DISTRICTS = "district=norrby&district=hassleholmen&district=sjobo&district=hulta-och-sormarken"
WIDE = f"omraden?{DISTRICTS}&vision=mojlighet&vision=motas"


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard whose operator has said where others reach it: only then are there codes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_ADDRESS", SERVED)
        with served(tmp_path_factory.mktemp("store")) as address:
            yield address


def read(picture: bytes) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))]


@pytest.mark.parametrize("width", [1280, 390])
def test_both_links_are_read_from_the_screen(page: Page, reached: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{reached}/{WIDE}")
    wait_until_drawn(page)
    page.locator("#vk-share").click()
    codes = page.locator(".vk-share .vk-qr")
    expect(codes).to_have_count(2)
    wait_until_drawn(page)
    links = [field.input_value() for field in page.locator(".vk-share [data-address]").all()]
    assert [read(code.screenshot()) for code in codes.all()] == [[link] for link in links]
    assert all(link.startswith(f"{SERVED}/omraden?") for link in links)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 720), (768, 1024)])
def test_the_living_view_is_read_from_a_slide(page: Page, reached: str, width: int, height: int):
    """The fifth slide has the longest address; what others see is the whole screen."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{reached}/bildspel?deck=balans-och-luckor&slide=5")
    link = page.locator(".vk-slide[data-current] .vk-slide-qr")
    expect(link.locator("svg")).to_be_visible()
    assert read(page.screenshot()) == [link.get_attribute("data-href")]
    drawing, code = (
        page.locator(f".vk-slide[data-current] {each}") for each in (".vk-slide-stage", ".vk-qr")
    )
    stage, square = drawing.bounding_box(), code.bounding_box()
    assert stage
    assert square
    beside = stage["x"] + stage["width"] <= square["x"]
    assert beside or stage["y"] + stage["height"] <= square["y"]


def test_the_page_is_found_again_from_paper(browser: Browser, reached: str):
    """As a printer sets it, 300 dots to the inch."""
    context = browser.new_context(viewport={"width": 850, "height": 1100}, device_scale_factor=3)
    page = context.new_page()
    page.goto(f"{reached}/{WIDE}")
    wait_until_drawn(page)
    page.emulate_media(media="print")
    code = page.locator(".vk-printed .vk-qr")
    expect(code).to_be_visible()
    (found,) = read(page.screenshot())
    assert found.startswith(f"{SERVED}/omraden?")
    assert "provenance=all&lang=sv" in found
    context.close()
