"""Many readers at once, without browsers: clients that speak Streamlit's own protocol, or ask our sections.

Each reader opens the page, then flips a filter every second or so. Answers are timed until the server has
said all; what a browser would do with them is measured elsewhere.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import NamedTuple, Protocol
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench.contenders import Served, Term
from bench.pages.portfolio import FILTERS
from bench.processes import cpu_seconds, megabytes
from dashboard.dimensions import BY_CODE

CROWDS = (1, 5, 20, 50)
_SEED = 68
_PAUSE = (0.5, 1.5)
"""Seconds between a reader's flips."""
_LARGEST = 64 * 2**20


class Crowd(NamedTuple):
    """What so many readers saw, and what they cost the server."""

    readers: int
    times_ms: list[float]
    """Of every flip."""
    cpu_ms: float
    """Processor time for each flip."""
    megabytes: float
    """More than with no reader, for each."""


class Reader(Protocol):
    async def open(self) -> None: ...

    async def flip(self, picked: Sequence[Term]) -> None: ...

    async def close(self) -> None: ...


@dataclass
class Session:
    """A Streamlit session. Filters are its multiselects where the page has some, else the address."""

    address: str
    _socket: ClientConnection | None = None
    _widgets: dict[str, tuple[str, list[str]]] | None = None

    async def open(self) -> None:
        """Connect as Streamlit's own page does, and wait for the first run."""
        self._widgets = {}
        address = f"ws://{urlsplit(self.address).netloc}/_stcore/stream"
        # Compression is not offered, as the server's own is off.
        self._socket = await connect(
            address,
            subprotocols=[Subprotocol("streamlit")],
            compression=None,
            max_size=_LARGEST,
            open_timeout=60,
        )
        await self._run(BackMsg())

    async def flip(self, picked: Sequence[Term]) -> None:
        assert self._widgets is not None
        asked = BackMsg()
        if not self._widgets:
            params = {BY_CODE[each.dimension].param: each.code for each in picked}
            asked.rerun_script.query_string = urlencode(params)
        for dimension, label in FILTERS.items():
            if label in self._widgets:
                code, _ = self._widgets[label]
                state = asked.rerun_script.widget_states.widgets.add(id=code)
                state.string_array_value.data.extend(
                    each.label for each in picked if each.dimension == dimension
                )
        await self._run(asked)

    async def close(self) -> None:
        assert self._socket is not None
        await self._socket.close()

    async def _run(self, asked: BackMsg) -> None:
        """Ask for a run of the script, and read until it is over."""
        assert self._socket is not None
        asked.rerun_script.SetInParent()
        await self._socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg.FromString(await self._socket.recv(decode=False))
            if told.WhichOneof("type") == "script_finished":
                if told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return
            elif told.delta.new_element.WhichOneof("type") == "multiselect":
                found = told.delta.new_element.multiselect
                assert self._widgets is not None
                self._widgets[found.label] = found.id, list(found.options)


@dataclass
class Sections:
    """A reader of ours whose browser asks for the sections that a click changes, with its connection kept."""

    address: str
    path: str = "/sections/oversikt"
    _connection: HTTPConnection | None = None

    async def open(self) -> None:
        self._connection = HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        await self.flip([])

    async def flip(self, picked: Sequence[Term]) -> None:
        params = [(BY_CODE[each.dimension].param, each.code) for each in picked]
        await asyncio.to_thread(self._get, f"{self.path}?{urlencode(params)}")

    async def close(self) -> None:
        assert self._connection is not None
        self._connection.close()

    def _get(self, path: str) -> None:
        assert self._connection is not None
        self._connection.request("GET", path, headers={"accept-encoding": "gzip"})
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != 200 or not body:
            raise SystemExit(f"{self.address}{path} answered {answer.status} with {len(body)} bytes")


def measure_crowds(
    server: Served,
    make: Callable[[str], Reader],
    terms: Sequence[Term],
    crowds: Sequence[int] = CROWDS,
    flips: int = 6,
) -> list[Crowd]:
    """Crowds of readers of one server, from small to large; one comes before them and is not counted."""
    asyncio.run(_measure(server, make, terms, 1, 2))
    return [asyncio.run(_measure(server, make, terms, readers, flips)) for readers in crowds]


async def _measure(
    server: Served, make: Callable[[str], Reader], terms: Sequence[Term], readers: int, flips: int
) -> Crowd:
    before = megabytes(server.pid)
    crowd = [make(server.address) for _ in range(readers)]
    for reader in crowd:
        await reader.open()
    begun = cpu_seconds(server.pid)
    times = await asyncio.gather(
        *(_flip(reader, terms, flips, random.Random(_SEED + i)) for i, reader in enumerate(crowd))
    )
    spent = cpu_seconds(server.pid) - begun
    held = megabytes(server.pid) - before
    for reader in crowd:
        await reader.close()
    return Crowd(
        readers,
        [each for reader in times for each in reader],
        1000 * spent / (readers * flips),
        held / readers,
    )


async def _flip(reader: Reader, terms: Sequence[Term], flips: int, chance: random.Random) -> list[float]:
    """Picks a term, takes it back, picks another …"""
    times = []
    for number in range(flips):
        await asyncio.sleep(chance.uniform(*_PAUSE))
        picked = [chance.choice(terms)] if number % 2 == 0 else []
        times.append(await _timed(reader.flip(picked)))
    return times


async def _timed(done: Awaitable[None]) -> float:
    begun = time.perf_counter()
    await done
    return 1000 * (time.perf_counter() - begun)
