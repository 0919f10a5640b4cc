"""Versions are published while hundreds of readers read: each answer is one version's, whole, to the byte.

Before the storm each version's answers are taken down in peace; in the storm there may be no others.
"""

import asyncio
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import pytest

from tests.apart import run_apart
from tests.browser.serving import ROOT, served
from tests.streamlit_session import Pieces, StreamlitSession
from tests.trust import Kind, Ledger

READERS = 200
SESSIONS = 20
PUBLISHED = 6
"""Times, by turns the two versions; the last is the second."""
PATHS = ["", "visionsomraden", "malomraden", "omraden", "luckor", "skeden", "insatser", "om-data"]
ANEW = "utm"
"""A parameter that makes no difference, save that nothing has been drawn for its value yet."""
TARGETS = [
    *(f"/{path}" for path in PATHS),
    *(f"/sections/{path}?stage=doing-now&{ANEW}=0" for path in PATHS[1:]),
    "/figures/skeden/stages?width=wide",
    "/export/insatser.csv",
]


@dataclass
class Peace:
    """What readers are told while nothing is published."""

    answers: dict[str, str] = field(default_factory=dict)
    """By target: a digest of status and body."""
    pieces: dict[str, Pieces] = field(default_factory=dict)
    """By page: what a session shows."""


@dataclass(frozen=True)
class City:
    """Two versions of a portfolio, and a server of the first."""

    address: str
    store: Path
    versions: tuple[Path, Path]

    def publish(self, version: Path) -> None:
        command = [sys.executable, "-m", "dashboard.cli", "build", "--data", version, "--store", self.store]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def in_peace(self) -> Peace:
        with closing(HTTPConnection(urlsplit(self.address).netloc)) as connection:
            answers = {target: ask(connection, target) for target in TARGETS}
        return Peace(answers, run_apart(self._pieces()))

    async def _pieces(self) -> dict[str, Pieces]:
        async with StreamlitSession(self.address) as session:
            return {path: await session.pieces(path) for path in PATHS}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    first, second = (tmp_path_factory.mktemp("city") / "data" for _ in range(2))
    for version in (first, second):
        shutil.copytree(ROOT / "tests/data/exempelby", version)
    listings = second / "portfolio/listings.csv"
    listings.write_text("".join(listings.read_text("utf-8").splitlines(keepends=True)[:-3]), "utf-8")
    store = tmp_path_factory.mktemp("store")
    with served(store, first) as address:
        yield City(address, store, (first, second))


def ask(connection: HTTPConnection, target: str, number: int = 0) -> str:
    """A digest of what is answered, where the same is drawn anew for each number."""
    anew = f"{ANEW}={number}"
    connection.request("GET", target.replace(f"{ANEW}=0", anew), headers={"Accept": "text/html"})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (target, answer.status, body[:200])
    return sha256(body.replace(anew.encode(), f"{ANEW}=0".encode())).hexdigest()


def read_on(city: City, seed: int, known: list[Peace], over: Event) -> Counter[int]:
    """Ask at random until it is over; how many answers were of each version."""
    chance, seen = random.Random(seed), Counter()
    with closing(HTTPConnection(urlsplit(city.address).netloc, timeout=120)) as connection:
        while not over.is_set():
            target = chance.choice(TARGETS)
            answer = ask(connection, target, chance.choice((0, chance.getrandbits(32))))
            of = [number for number, peace in enumerate(known) if peace.answers[target] == answer]
            assert of, f"{target} was answered with what is of no version"
            seen[of[0]] += 1
    return seen


async def look_on(city: City, known: list[Peace], over: Event) -> Counter[int]:
    """Sessions that go from page to page until it is over."""

    async def one(seed: int) -> Counter[int]:
        chance, seen = random.Random(seed), Counter()
        async with StreamlitSession(city.address) as session:
            while not over.is_set():
                path = chance.choice(PATHS)
                shown = await session.pieces(path, f"{ANEW}={chance.getrandbits(32)}")
                of = [number for number, peace in enumerate(known) if peace.pieces[path] == shown]
                assert of, f"a session saw {path} as it is in no version"
                seen[of[0]] += 1
        return seen

    return sum(await asyncio.gather(*map(one, range(SESSIONS))), Counter())


def test_no_reader_sees_an_error_or_a_mix_of_two_versions(city: City, ledger: Ledger):
    first, second = city.versions
    before = city.in_peace()
    city.publish(second)
    after = city.in_peace()
    assert all(before.answers[target] != after.answers[target] for target in TARGETS if target != "/om-data")

    over, known = Event(), [before, after]
    with ThreadPoolExecutor(READERS + 1) as crowd:
        sessions = crowd.submit(lambda: asyncio.run(look_on(city, known, over)))
        readers = [crowd.submit(read_on, city, seed, known, over) for seed in range(READERS)]
        try:
            for number in range(PUBLISHED):
                city.publish((first, second)[number % 2])
        finally:
            over.set()
        answers = sum((reader.result() for reader in readers), Counter())
        runs = sessions.result()

    assert set(answers) == {0, 1}
    peace = city.in_peace()
    assert peace.answers == known[(PUBLISHED - 1) % 2].answers
    assert peace.pieces == known[(PUBLISHED - 1) % 2].pieces
    ledger.note(
        Kind.SERVED,
        f"over HTTP, to {READERS} readers, while {PUBLISHED} versions were published",
        answers.total(),
    )
    ledger.note(Kind.SERVED, f"in {SESSIONS} sessions meanwhile", runs.total())
