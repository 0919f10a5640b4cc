"""The pages that are compared: how each is served, where its numbers stand, how its filters are clicked."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Locator, Page

from bench.pages.portfolio import FILTERS
from bench.processes import cpu_seconds
from dashboard.dimensions import BY_CODE

ROOT = Path(__file__).parents[1]
_PAGES = ROOT / "bench" / "pages"
_STREAMLIT = (sys.executable, "-m", "streamlit", "run")
_QUIET = ("--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false")
_PATIENCE = 120
_REST = 0.03
"""Seconds of processor time in half a second that a server at rest may use."""


class Term(NamedTuple):
    """What a click picks in a filter."""

    dimension: str
    code: str
    label: str


Way = Callable[[Page, Term], Locator]
"""Brings what must be clicked on the screen, and gives it."""


@dataclass(frozen=True)
class Contender:
    """`numbers` are selectors in the order in which `Overview.numbers` tells them; `chart` is true in the
    browser once Plotly has drawn, or is ready to; empty where there is none."""

    name: str
    label: str
    command: Callable[[int], Sequence[str]]
    numbers: Sequence[str]
    pick: Way
    unpick: Way
    folder: Path = ROOT
    chart: str = "document.querySelector('.js-plotly-plot .main-svg')"
    chart_page: str = ""
    """Where there is a chart, if not on the page itself."""
    view: str = ":root"
    """Where all the numbers stand, if only there."""
    whole: bool = field(default=True)
    """Whether it is the page itself, and not something else to hold it against."""


class Served(NamedTuple):
    address: str
    pid: int
    seconds: float
    """From the start of the process to the first answer."""


@contextmanager
def served(contender: Contender, store: Path) -> Iterator[Served]:
    """Serve the page on a free port, with the store in this folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = os.environ | {"DASHBOARD_STORE": str(store.absolute()), "PYTHONPATH": str(ROOT)}
    begun = time.perf_counter()
    with subprocess.Popen(
        contender.command(port),
        env=environ,
        cwd=contender.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            while not _answers(address):
                if server.poll() is not None or time.perf_counter() - begun > _PATIENCE:
                    raise SystemExit(f"{contender.name} never answered: {' '.join(contender.command(port))}")
                time.sleep(0.01)
            seconds = time.perf_counter() - begun
            _await_rest(server.pid)
            yield Served(address, server.pid, seconds)
        finally:
            server.terminate()
            server.wait(timeout=20)


def _await_rest(pid: int) -> None:
    """Until what a server does after its start is over, such as compressing files."""
    used = cpu_seconds(pid)
    for _ in range(2 * _PATIENCE):
        time.sleep(0.5)
        before, used = used, cpu_seconds(pid)
        if used - before <= _REST:
            return


def _answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/", timeout=_PATIENCE) as answer:
            return answer.status == 200
    except (URLError, ConnectionError):
        return False


def _box(page: Page, term: Term, name: str) -> Locator:
    """A checkbox in a part that opens."""
    box = page.locator(f"details input[name='{name}'][value='{term.code}']").first
    if not box.is_visible():
        box.locator("xpath=ancestor::details").first.locator("summary").click()
    return box


def _static_box(page: Page, term: Term) -> Locator:
    return _box(page, term, term.dimension)


def _own_box(page: Page, term: Term) -> Locator:
    return _box(page, term, BY_CODE[term.dimension].param)


def _multiselect(page: Page, term: Term) -> Locator:
    return page.get_by_test_id("stMultiSelect").nth(list(FILTERS).index(term.dimension))


def _multiselect_option(page: Page, term: Term) -> Locator:
    """The list draws only what is in sight, so the term is typed first."""
    field = _multiselect(page, term).locator("input")
    field.click()
    field.fill(term.label)
    option = page.get_by_role("option", name=term.label, exact=True)
    option.wait_for()
    return option


def _multiselect_tag(page: Page, term: Term) -> Locator:
    page.keyboard.press("Escape")
    return _multiselect(page, term).get_by_test_id("stMultiSelectTagsContainer").get_by_role("button").first


def _dropdown_option(page: Page, term: Term) -> Locator:
    dropdown = page.locator(".dash-dropdown-wrapper").filter(has=page.locator(f"#{term.dimension}"))
    search = dropdown.locator(".dash-dropdown-search")
    if not search.is_visible():
        page.keyboard.press("Escape")
        page.locator(f"#{term.dimension}").click()
    search.fill(term.label)
    option = dropdown.locator(f".dash-dropdown-option:has(input[value='{term.code}'])")
    option.wait_for()
    return option


STATIC = Contender(
    "static",
    "static page",
    lambda port: (sys.executable, "-m", "bench.pages.static", str(port)),
    (".sentence", ".figures strong", "td", "#bars strong", "section h3"),
    _static_box,
    _static_box,
    chart="",
)
EMPTY = Contender(
    "empty",
    "empty Streamlit page",
    lambda port: (*_STREAMLIT, "empty.py", "--server.port", str(port), *_QUIET),
    ("[data-testid=stMarkdown]",),
    _multiselect_option,
    _multiselect_tag,
    folder=_PAGES,
    chart="",
    whole=False,
)
STOCK = Contender(
    "stock",
    "stock Streamlit",
    lambda port: (*_STREAMLIT, "stock.py", "--server.port", str(port), *_QUIET),
    (
        "[data-testid=stHeading] h3",
        "[data-testid=stMetricValue]",
        "[data-testid=stTable] td",
        ".st-key-bars .bartext",
        ".st-key-squares .ytick text",
    ),
    _multiselect_option,
    _multiselect_tag,
    folder=_PAGES,
)
DASH = Contender(
    "dash",
    "Dash",
    lambda port: (
        sys.executable,
        "-m",
        "gunicorn",
        "--threads=8",
        "--no-control-socket",
        f"--bind=127.0.0.1:{port}",
        "bench.pages.with_dash:server",
    ),
    ("#sentence", "#figures strong", "#matrix td", "#bars .bartext", "#squares .ytick text"),
    _dropdown_option,
    _dropdown_option,
)
OURS = Contender(
    "ours",
    "Visionskollen",
    lambda port: (*_STREAMLIT, "app.py", "--server.port", str(port), *_QUIET),
    (
        ".vk-headline",
        ".vk-figures strong",
        ".vk-matrix td.vk-cell :not(small, :has(*))",
        ".vk-share-head strong",
        ".vk-unit-group h3",
    ),
    _own_box,
    _own_box,
    chart="window.Plotly",
    chart_page="skeden",
    view="#first-view",
)
CONTENDERS = (STATIC, EMPTY, STOCK, DASH, OURS)
