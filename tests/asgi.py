"""Requests to an ASGI app in this process: what a browser or a program would get, without a server."""

import json
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message

from tests.apart import run_apart


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    pieces: tuple[int, ...] = ()
    """Bytes of each message that the body came in."""

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def ask(app: ASGIApp, target: str, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
    """`target` is path and parameters, from the root of https://visionskollen.example."""
    path, _, query = target.partition("?")
    sent = {"host": "visionskollen.example"} | (headers or {})
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "https",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
        "server": ("visionskollen.example", 443),
    }
    return run_apart(_answer(app, scope))


async def _answer(app: ASGIApp, scope: dict[str, Any]) -> Answer:
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, send)
    start, *parts = messages
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    bodies = [part.get("body", b"") for part in parts]
    return Answer(start["status"], headers, b"".join(bodies), tuple(map(len, bodies)))
