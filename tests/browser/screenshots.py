"""The README's pictures: `python -m tests.browser.screenshots docs/pictures`."""

import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from dashboard.links import PATHS
from tests.browser.serving import BY_STREAMLIT, launch, served, wait_until_drawn
from tests.snapshots import build_two_snapshots

WIDTH, HIGHEST = 1280, 1600
PROJECTOR: ViewportSize = {"width": 1024, "height": 768}
PRESENTED = "bildspel?deck=balans-och-luckor&slide=4"
COLOURS = 128
"""As many as nobody misses, in a third of the bytes."""
NAMES = {"about": "about-data"}


def take_pictures(folder: Path) -> None:
    """Write NAME-1280.png for each page: the whole of it, or its upper part where it is long.

    Changes are shown of the made-up municipality, which has two snapshots; a slide as it is presented.
    """
    folder.mkdir(parents=True, exist_ok=True)
    others = {code: path for code, path in PATHS.items() if code != "changes"}
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = launch(playwright)
        with served(Path(made) / "real") as address:
            _take(browser, address, others, folder)
            _take_presented(browser, f"{address}/{PRESENTED}", folder)
        build_two_snapshots(Path(made))
        with served(Path(made) / "store", Path(made) / "data", by=BY_STREAMLIT) as address:
            _take(browser, address, {"changes": PATHS["changes"]}, folder)


def _take(browser: Browser, address: str, paths: Mapping[str, str], folder: Path) -> None:
    page = browser.new_page()
    for code, path in paths.items():
        page.set_viewport_size({"width": WIDTH, "height": HIGHEST})
        page.goto(f"{address}/{path}")
        wait_until_drawn(page)
        page.set_viewport_size({"width": WIDTH, "height": min(_height(page), HIGHEST)})
        wait_until_drawn(page)
        name = NAMES.get(code, code.replace("_", "-"))
        _save(page, folder / f"{name}-{WIDTH}.png")


def _take_presented(browser: Browser, address: str, folder: Path) -> None:
    page = browser.new_page(viewport=PROJECTOR)
    page.goto(address)
    page.wait_for_selector("[data-resting] .vk-slide[data-current]")
    _save(page, folder / f"presented-{PROJECTOR['width']}.png")


def _save(page: Page, path: Path) -> None:
    picture = Image.open(BytesIO(page.screenshot(animations="disabled")))
    picture.quantize(COLOURS).save(path, optimize=True)


def _height(page: Page) -> int:
    """Streamlit's page stays as high as the window; what scrolls in it ends with our footer."""
    return page.locator(".vk-footer").evaluate(
        "footer => Math.ceil(footer.getBoundingClientRect().bottom) + 48"
    )


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]))
