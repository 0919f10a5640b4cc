"""Thousands of readers come and go: what each leaves behind is nothing."""

import asyncio
from collections.abc import Iterator

import pytest
from bench.processes import megabytes

from tests.apart import run_apart
from tests.browser.serving import ROOT, Server, serving
from tests.streamlit_session import StreamlitSession
from tests.trust import Kind, Ledger

AT_A_TIME = 10
WARM, MORE = 500, 2000
"""Sessions: Streamlit keeps some hundred for readers who lose their connection and come back."""
PATHS = ["", "omraden", "luckor", "insatser"]
MOST_MORE = 1.1
"""Memory after all of them, of that after the first."""


@pytest.fixture
def server(tmp_path) -> Iterator[Server]:
    with serving(tmp_path / "store", ROOT / "tests/data/exempelby") as server:
        yield server


async def come_and_go(address: str, sessions: int) -> None:
    async def one(number: int) -> None:
        async with StreamlitSession(address) as session:
            assert "header" in await session.pieces(PATHS[number % len(PATHS)])

    for first in range(0, sessions, AT_A_TIME):
        await asyncio.gather(*map(one, range(first, first + AT_A_TIME)))


def test_memory_is_flat_however_many_readers_come_and_go(server: Server, ledger: Ledger):
    run_apart(come_and_go(server.address, WARM))
    warm = megabytes(server.pid)
    run_apart(come_and_go(server.address, MORE))
    assert megabytes(server.pid) < MOST_MORE * warm
    ledger.note(Kind.SESSIONS, "of four pages, ten at a time, one after another", WARM + MORE)
