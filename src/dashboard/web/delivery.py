"""Static files as they travel best: compressed beforehand, and kept by browsers as long as they hold."""

import re

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.web.compression import IDENTITY, pick_encoding
from dashboard.web.static_files import StaticFile, static_files
from dashboard.web.twins import Twins

_NAME = re.compile(r".*/((?:assets|static)/.+)")
_FOR_GOOD = "public, max-age=31536000, immutable"
_ASK_FIRST = "no-cache"


class Delivery:
    """Answers requests for static files; everything else is the app's.

    Streamlit sends its own scripts as they are, 2.6 MB of them for a page. An address may have any path
    before it, as that of an app has that is served below another path.
    """

    def __init__(self, app: ASGIApp, twins: Twins) -> None:
        self.app = app
        self.twins = twins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asks = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        found = _NAME.fullmatch(scope["path"]) if asks else None
        name = found[1] if found else ""
        answer = self.app
        if file := static_files().get(name):
            answer = await self._answer(file, scope) or answer
        elif name.startswith("assets/"):
            # Streamlit would answer with a page, and the browser would take that for the file.
            answer = PlainTextResponse("Filen finns inte längre. Ladda om sidan.", 404)
        await answer(scope, receive, send)

    async def _answer(self, file: StaticFile, scope: Scope) -> Response | None:
        """None for a part of one of Streamlit's files, which it cuts out of the file as it is."""
        asked = Headers(scope=scope)
        if "range" in asked and not file.ours:
            return None
        ready = self.twins.of(file)
        encoding = pick_encoding(_joined(asked, "accept-encoding"), ready)
        tag = f'"{file.digest}-{encoding}"'
        headers = {"cache-control": _FOR_GOOD if file.lasts else _ASK_FIRST, "etag": tag}
        if file.shrinks:
            headers["vary"] = "Accept-Encoding"
        if _has(tag, _joined(asked, "if-none-match")):
            return Response(status_code=304, headers=headers)
        headers["content-type"] = file.mime
        if encoding == IDENTITY:
            body = await run_in_threadpool(file.path.read_bytes)
        else:
            body, headers["content-encoding"] = ready[encoding], encoding
        answer = Response(body, headers=headers)
        if scope["method"] == "HEAD":
            answer.body = b""
        return answer


def _joined(asked: Headers, name: str) -> str:
    """A header may come in several lines."""
    return ",".join(asked.getlist(name))


def _has(tag: str, if_none_match: str) -> bool:
    """Whether the browser has this very answer. A proxy on the way may have marked the tag as weak."""
    known = [each.strip().removeprefix("W/") for each in if_none_match.split(",")]
    return tag in known or "*" in known
