"""One reader in a real browser: loads, clicks, and what came over the wire, timed inside the page."""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright

from bench.contenders import Contender, Served, Term
from bench.processes import cpu_seconds

_WATCH = Path(__file__).with_name("watch.js").read_text("utf-8")
_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_PATIENCE_MS = 60_000
_CHART_PATIENCE_MS = 20_000
_REST_MS = 400
"""Between one click and the next: nobody is quicker, and what a page does after a click is over."""


class Condition(NamedTuple):
    """`megabits` a second and `latency_ms` there and back; the processor is `slower` times."""

    name: str
    megabits: float = 0
    latency_ms: int = 0
    slower: int = 1


PLAIN = Condition("plain")
THROTTLED = Condition("throttled", megabits=10, latency_ms=40, slower=4)


class Flip(NamedTuple):
    """One click on a filter, and what the page must say after it."""

    term: Term
    on: bool
    numbers: list[int]


@dataclass(frozen=True)
class Load:
    """Milliseconds since the navigation began; kilobytes on the wire until then. Of the chart None where
    the page had none within the patience."""

    complete_ms: float
    complete_kb: float
    chart_ms: float | None = None
    chart_kb: float | None = None


@dataclass(frozen=True)
class Visit:
    """A reader with an empty cache, and the same one coming back."""

    cold: Load
    warm: Load
    flips_ms: list[float]
    cpu_ms: float
    """Processor time of the server for each flip, what follows the answer included."""


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium: Playwright's own is never downloaded."""
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"), args=_FLAGS
    )


def visit(
    browser: Browser,
    contender: Contender,
    server: Served,
    numbers: list[int],
    flips: Sequence[Flip],
    condition: Condition,
) -> Visit:
    """Load the page with an empty cache, flip filters, come back."""
    watch = {"selectors": contender.numbers, "expected": numbers, "view": contender.view}
    with _context(browser, watch) as context:
        with _page(context, condition) as (page, wire):
            cold = _load(page, wire, server)
            if not contender.chart_page:
                cold = _await_chart(page, wire, contender, cold)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(_REST_MS)
            begun = cpu_seconds(server.pid)
            times = [_flip(page, contender, each) for each in flips]
            spent = cpu_seconds(server.pid) - begun
        with _page(context, condition) as (page, wire):
            warm = _load(page, wire, server)
    if contender.chart_page:
        with _context(browser, watch) as context, _page(context, condition) as (page, wire):
            page.goto(f"{server.address}/{contender.chart_page}", wait_until="commit")
            cold = _await_chart(page, wire, contender, cold)
    return Visit(cold, warm, times, 1000 * spent / (len(flips) or 1))


@contextmanager
def _context(browser: Browser, watch: dict[str, Any]) -> Iterator[BrowserContext]:
    """A browser of its own, with nothing kept, whose pages are watched."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    context.set_default_timeout(_PATIENCE_MS)
    context.add_init_script(f"{_WATCH.strip()}({json.dumps(watch)})")
    yield context
    context.close()


def _load(page: Page, wire: "Wire", server: Served) -> Load:
    page.goto(server.address, wait_until="commit")
    done = _awaited(page, "bench.loaded")
    return Load(done["at"], wire.kilobytes(done["origin"] + done["at"]))


def _await_chart(page: Page, wire: "Wire", contender: Contender, load: Load) -> Load:
    """The load, and with it the moment when the page's chart stands, if it ever does."""
    drawn = page.evaluate(_UNTIL_CHART % (contender.chart, _CHART_PATIENCE_MS)) if contender.chart else None
    if drawn is None:
        return load
    at = drawn["at"]
    return replace(load, chart_ms=at, chart_kb=wire.kilobytes(drawn["origin"] + at))


_UNTIL_CHART = """new Promise(resolve => {
    const look = () => {
        if (%s) resolve({ at: performance.now(), origin: performance.timeOrigin })
        else if (performance.now() > %d) resolve(null)
        else requestAnimationFrame(look)
    }
    look()
})"""


def _flip(page: Page, contender: Contender, flip: Flip) -> float:
    """Milliseconds from the click until every number is right."""
    target = (contender.pick if flip.on else contender.unpick)(page, flip.term)
    page.evaluate("numbers => { bench.flipped = bench.until(numbers) }", flip.numbers)
    target.click()
    done = _awaited(page, "bench.flipped")
    page.wait_for_timeout(_REST_MS)
    return done["at"] - done["clicked"]


def _awaited(page: Page, promise: str) -> dict[str, Any]:
    """What the page's promise comes to. Raises SystemExit with the numbers that the page shows instead."""
    late = f"new Promise(resolve => setTimeout(resolve, {_PATIENCE_MS}, null))"
    done = page.evaluate(f"Promise.race([{promise}, {late}])")
    if done is None:
        raise SystemExit(
            f"{page.url}: the page never showed the right numbers, but {page.evaluate('bench.numbers()')}"
        )
    return done


@contextmanager
def _page(context: BrowserContext, condition: Condition) -> Iterator[tuple[Page, "Wire"]]:
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    wire = Wire(protocol)
    if condition.megabits:
        bytes_per_second = condition.megabits * 1e6 / 8
        protocol.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": condition.latency_ms,
                "downloadThroughput": bytes_per_second,
                "uploadThroughput": bytes_per_second,
            },
        )
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": condition.slower})
    try:
        yield page, wire
    finally:
        page.close()


class Wire:
    """Everything that a page has received, with the moment of each piece."""

    def __init__(self, protocol: CDPSession) -> None:
        self._began: float | None = None
        """What to add to the protocol's clock for seconds since 1970."""
        self._pieces: list[tuple[float, float]] = []
        self._pending: dict[str, float] = {}
        for event, hear in {
            "requestWillBeSent": self._sent,
            "dataReceived": self._part,
            "loadingFinished": self._finished,
            "webSocketFrameReceived": self._frame,
        }.items():
            protocol.on(f"Network.{event}", hear)
        protocol.send("Network.enable")

    def kilobytes(self, until_ms: float) -> float:
        """Received until this moment, headers included: milliseconds since 1970."""
        assert self._began is not None
        moment = until_ms / 1000 - self._began
        return sum(size for at, size in self._pieces if at <= moment) / 1000

    def _sent(self, event: dict[str, Any]) -> None:
        if self._began is None:
            self._began = event["wallTime"] - event["timestamp"]

    def _part(self, event: dict[str, Any]) -> None:
        name, size = event["requestId"], event["encodedDataLength"]
        self._pending[name] = self._pending.get(name, 0) + size
        self._pieces.append((event["timestamp"], size))

    def _finished(self, event: dict[str, Any]) -> None:
        rest = event["encodedDataLength"] - self._pending.pop(event["requestId"], 0)
        self._pieces.append((event["timestamp"], rest))

    def _frame(self, event: dict[str, Any]) -> None:
        """Binary frames are told in base64."""
        frame = event["response"]
        length = len(frame["payloadData"])
        self._pieces.append((event["timestamp"], length * 3 / 4 if frame["opcode"] == 2 else length))
