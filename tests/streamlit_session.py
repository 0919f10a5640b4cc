"""A reader's session without a browser: what Streamlit's own page says to the server, and what it is told."""

import json
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

_LARGEST = 64 * 2**20
_PATIENCE_SECONDS = 120

Pieces = dict[str, str]
"""Name of each piece of HTML on a page, and the piece."""


class StreamlitSession:
    """`async with StreamlitSession(address) as session: await session.pieces("omraden")`.

    `headers` are further ones of its connection, one of which may come twice.
    """

    def __init__(self, address: str, headers: Sequence[tuple[str, str]] = ()) -> None:
        self.address = address
        self._headers = headers
        self._socket: ClientConnection | None = None

    async def __aenter__(self) -> "StreamlitSession":
        self._socket = await connect(
            f"ws://{urlsplit(self.address).netloc}/_stcore/stream",
            origin=None,
            subprotocols=[Subprotocol("streamlit")],
            additional_headers=self._headers,
            max_size=_LARGEST,
            open_timeout=_PATIENCE_SECONDS,
            ping_timeout=None,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._socket is not None
        await self._socket.close()

    async def pieces(self, page: str, query: str = "") -> Pieces:
        """What a run for this address shows; fails where the page shows an error instead."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        assert self._socket is not None
        await self._socket.send(asked.SerializeToString())
        shown: Pieces = {}
        while True:
            told = ForwardMsg.FromString(await self._socket.recv(decode=False))
            if told.WhichOneof("type") == "script_finished":
                assert told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                return shown
            element = told.delta.new_element
            assert element.WhichOneof("type") not in ("exception", "alert"), element
            if element.WhichOneof("type") == "bidi_component":
                with suppress(KeyError):  # other components carry no HTML
                    data = json.loads(element.bidi_component.json or element.bidi_component.mixed.json)
                    shown[data["key"]] = data["html"]
