"""What a replica needs, and what its readers cost: `python -m bench.sizing` writes docs/sizing.md.

Processor time and memory are what the system counted for the server; neither tells what else the machine did.
`--quick` measures the city's portfolio only and writes to var/bench.
"""

import argparse
import asyncio
from collections.abc import Iterable, Iterator
from http.client import HTTPConnection
from itertools import combinations, islice
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from bench.compare import tell, terms_to_pick
from bench.contenders import OURS, ROOT, Served, Term, served
from bench.import_growth import Cost
from bench.pages.portfolio import read_portfolio
from bench.processes import cpu_seconds, megabytes
from bench.readers import Session
from bench.stores import CITY, KEPT, build_store
from dashboard.dimensions import BY_CODE
from dashboard.links import PATHS

SIZES = (CITY, 10_000, 50_000)
SESSIONS = (10, 100, 300)
_VIEWS = 60
_FILES_EACH = 5
_FILES = ("insatser.csv", "insatser.xlsx", "omraden/district-map.png", "omraden.pdf", "omraden.pptx")

INTRODUCTION = """\
# What it takes to serve

Written by `python -m bench.sizing`, in one run on a machine with two processors. Megabytes are what the
process alone holds; processor time is the server's own, so what else ran hardly shows in it. Another machine
needs other milliseconds: measure yours with the same command. How long readers wait stands in
[performance.md](performance.md).
"""


class Replica(NamedTuple):
    """What one process needs by the number of initiatives: megabytes, and what its store cost to build."""

    at_start: float
    pages_opened: float
    store: float
    build: Cost


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.sizing", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    replicas = {size: measure_replica(size) for size in (SIZES[:1] if quick else SIZES)}
    store, _ = build_store(CITY)
    terms = terms_to_pick(read_portfolio(store))
    with served(OURS, store) as server:
        costs = dict(measure_answers(server, terms))
    with served(OURS, store) as server:
        sessions = asyncio.run(measure_sessions(server, SESSIONS))
    document = "\n".join([INTRODUCTION, *_replicas(replicas), *_costs(costs), *_sessions(sessions), ""])
    ((KEPT if quick else ROOT / "docs") / "sizing.md").write_text(document, "utf-8")


def measure_replica(size: int) -> Replica:
    tell(f"{size} initiatives: a replica …")
    store, build = build_store(size)
    with served(OURS, store) as server:
        at_start = megabytes(server.pid)
        ask(server, (f"/{path}?lang={language}" for path in PATHS.values() for language in ("sv", "en")))
        return Replica(at_start, megabytes(server.pid), _size(store), build)


def measure_answers(server: Served, terms: list[Term]) -> Iterator[tuple[str, float]]:
    """Milliseconds of processor time, by what is asked for; every view is new, then asked for again."""
    tell("answers …")
    picks = list(islice(combinations(terms, 2), 2 * _VIEWS))
    first, second = ([_query(each) for each in picks[start::2]] for start in (0, 1))
    pages = [f"/?{query}" for query in first]
    sections = [f"/sections/oversikt?{query}" for query in second]
    yield "a page, filtered as nobody did before", ask(server, pages)
    yield "the same page again", ask(server, pages)
    yield "a filter changed, as nobody did before", ask(server, sections)
    yield "the same change again", ask(server, sections)
    yield "a health check", ask(server, ["/health/ready"] * _VIEWS)
    for name in _FILES:
        yield f"a file: {name.rpartition('.')[2]}", ask(server, [f"/export/{name}"] * _FILES_EACH)


def ask(server: Served, targets: Iterable[str]) -> float:
    """The server's milliseconds of processor time for each. Raises SystemExit for an answer that is none."""
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=300)
    begun, asked = cpu_seconds(server.pid), 0
    for target in targets:
        connection.request("GET", target, headers={"accept": "text/html", "accept-encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{server.address}{target} answered {answer.status}")
        asked += 1
    connection.close()
    return 1000 * (cpu_seconds(server.pid) - begun) / asked


async def measure_sessions(server: Served, crowds: Iterable[int]) -> dict[int, tuple[float, float]]:
    """By how many are open: megabytes more than at the start, milliseconds of processor to open one."""
    at_start, opened = megabytes(server.pid), []
    found = {}
    for crowd in crowds:
        tell(f"{crowd} sessions …")
        begun, more = cpu_seconds(server.pid), crowd - len(opened)
        for _ in range(more):
            opened.append(Session(server.address))
            await opened[-1].open()
        found[crowd] = megabytes(server.pid) - at_start, 1000 * (cpu_seconds(server.pid) - begun) / more
    for session in opened:
        await session.close()
    return found


def _query(picked: Iterable[Term]) -> str:
    return urlencode([(BY_CODE[each.dimension].param, each.code) for each in picked])


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.glob("*.duckdb")) / 2**20


def _replicas(found: dict[int, Replica]) -> Iterator[str]:
    yield "## A replica\n"
    yield "| initiatives | memory at start | after every page | store file | memory of its build |"
    yield "|---:|---:|---:|---:|---:|"
    for size, each in found.items():
        cells = (
            f"{size:,}".replace(",", " "),
            f"{each.at_start:.0f} MB",
            f"{each.pages_opened:.0f} MB",
            f"{each.store:.0f} MB",
            f"{each.build.megabytes:.0f} MB",
        )
        yield f"| {' | '.join(cells)} |"


def _costs(found: dict[str, float]) -> Iterator[str]:
    yield "\n## What an answer costs\n"
    yield "The city's portfolio. *A second* is how many of them one processor can give.\n"
    yield "| | processor time | a second |"
    yield "|---|---:|---:|"
    for what, cost in found.items():
        yield f"| {what} | {cost:.1f} ms | {1000 / max(cost, 0.1):.0f} |"


def _sessions(found: dict[int, tuple[float, float]]) -> Iterator[str]:
    yield "\n## Open pages\n"
    yield "Each open page holds a session: a websocket and what Streamlit keeps for it.\n"
    yield "| open at a time | memory, in all | for each | processor time to open one |"
    yield "|---:|---:|---:|---:|"
    for crowd, (held, cost) in found.items():
        yield f"| {crowd} | {held:.0f} MB | {held / crowd:.1f} MB | {cost:.0f} ms |"


if __name__ == "__main__":
    main()
