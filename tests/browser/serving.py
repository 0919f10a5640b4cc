"""A dashboard that is served for real, and the browser that opens it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, Playwright, expect

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
BY_COMMAND = ("dashboard.cli", "serve")
"""As `make run` serves it: the store is built first."""
BY_STREAMLIT = ("streamlit", "run", "app.py")
"""As a host serves it: the app finds the store in whatever state it is."""
_CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_PATIENCE_SECONDS = 120
"""A busy machine takes its time; what never comes, comes no sooner."""


class Server(NamedTuple):
    address: str
    pid: int


@contextmanager
def served(store: Path, data: Path = ROOT / "data", by: tuple[str, ...] = BY_COMMAND) -> Iterator[str]:
    """Serve the dashboard on a free port, with its store in a folder of its own; gives the address."""
    with serving(store, data, by) as server:
        yield server.address


@contextmanager
def serving(store: Path, data: Path, by: tuple[str, ...] = BY_COMMAND) -> Iterator[Server]:
    """The same, for tests that also look at the process."""
    port = free_port()
    environ = os.environ | {
        "DASHBOARD_DATA": str(data),
        "DASHBOARD_STORE": str(store),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_HEADLESS": "true",
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", *by]
    with subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _await_health(server, address)
            yield Server(address, server.pid)
            assert server.poll() is None, f"the server ended by itself, with status {server.poll()}"
        finally:
            server.terminate()
            server.wait(timeout=_PATIENCE_SECONDS)


def _await_health(server: subprocess.Popen, address: str) -> None:
    """Streamlit says its address on standard output once it listens."""
    assert server.stdout is not None
    assert any(address.rsplit(":", 1)[1] in line for line in server.stdout), "the server never said its port"
    with urlopen(f"{address}/_stcore/health", timeout=_PATIENCE_SECONDS) as answer:
        assert answer.status == 200


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium: Playwright's own is never downloaded."""
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"), args=_CHROMIUM_FLAGS
    )


def wait_until_drawn(page: Page) -> None:
    """Until the script rests, the page stands down to its footer and nothing in it moves or fades."""
    page.wait_for_selector("#first-view:not([data-alone])", state="detached")
    page.wait_for_selector("html:not([data-asking])", state="attached")
    page.wait_for_selector(
        "[data-alone] .vk-footer, [data-testid=stApp][data-test-script-state=notRunning]:has(.vk-footer)"
    )
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    page.evaluate(
        """Promise.allSettled(
            document.getAnimations().filter(each => each instanceof CSSTransition).map(each => each.finished)
        )"""
    )
