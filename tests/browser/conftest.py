"""A served dashboard and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def served(store: Path) -> Iterator[str]:
    """Serve the dashboard on a free port with its store in a folder of its own; gives the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = os.environ | {
        "DASHBOARD_STORE": str(store),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    command = [sys.executable, "-m", "dashboard.cli", "serve"]
    with subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _await_health(server, address)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _await_health(server: subprocess.Popen, address: str) -> None:
    """Streamlit says its address on standard output once it listens."""
    assert server.stdout is not None
    for line in server.stdout:
        if address.rsplit(":", 1)[1] in line:
            break
    with urlopen(f"{address}/_stcore/health", timeout=20) as answer:
        assert answer.status == 200


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("store")) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"), args=CHROMIUM_FLAGS
        )


Visit = Callable[..., Page]


def wait_until_still(page: Page) -> None:
    """Until the page has been drawn to its footer and the script rests."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_selector(".vk-footer")


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens a path in a browser of its own: no cookies, no memory. Collects what went wrong in it."""
    contexts = []

    def open_path(path: str = "", width: int = 1280, height: int = 900, theme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/{path}")
        wait_until_still(page)
        return page

    yield open_path
    for context in contexts:
        context.close()
