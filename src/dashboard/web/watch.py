"""What becomes of each request, for the log and the metrics; and what readers get where the code fails."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.places import Place, place_of
from dashboard.web.refusals import refuse

_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_SWITCHED = 101
_REFUSED = 403
_NO_ANSWER = 499
"""The reader left before there was one; as nginx counts it."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Served:
    """One request and its answer, without anything that says who asked or for what in particular."""

    method: str
    place: Place
    status: int
    seconds: float
    bytes: int


class Watch:
    """Tells of each request once it is over: a websocket when it closes, with the bytes that it sent."""

    def __init__(self, app: ASGIApp, told: Iterable[Callable[[Served], None]]) -> None:
        self.app, self.told = app, tuple(told)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        began, status, sent = perf_counter(), 0, 0

        async def count(message: Message) -> None:
            nonlocal status, sent
            kind = message["type"]
            if kind == "http.response.start":
                status = message["status"]
            elif kind == "websocket.accept":
                status = _SWITCHED
            elif kind == "websocket.close":
                status = status or _REFUSED
            elif kind == "http.response.body":
                sent += len(message.get("body", b""))
            elif kind == "websocket.send":
                sent += len(message.get("bytes") or message.get("text") or b"")
            await send(message)

        try:
            await self.app(scope, receive, count)
        except Exception:
            _log.exception("a request failed")
            if status or scope["type"] == "websocket":
                raise  # what has begun is broken off, so that the browser knows that it is not whole
            await refuse(scope, 500, "failed")(scope, receive, count)
        finally:
            self._tell(scope, status or _NO_ANSWER, perf_counter() - began, sent)

    def _tell(self, scope: Scope, status: int, seconds: float, sent: int) -> None:
        method = scope.get("method", "WEBSOCKET")
        known = method if method in _METHODS | {"WEBSOCKET"} else "OTHER"
        served = Served(known, place_of(scope), status, seconds, sent)
        for tell in self.told:
            tell(served)
