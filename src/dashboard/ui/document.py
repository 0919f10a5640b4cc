"""The HTML document that carries the app: Streamlit writes `lang="en"` into it, whatever the content."""

from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.links import DEFAULT_LANGUAGE, LANGUAGE
from dashboard.text import LANGUAGES

_CONDITIONAL = {b"accept-encoding", b"if-none-match", b"if-modified-since"}


class DocumentLanguage:
    """Writes the language of the link into the document.

    Requests for a document lose their `Accept-Encoding` and conditional headers on the way in: a compressed
    or "not modified" answer has no text to write into.
    """

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        accepts = dict(scope.get("headers", [])).get(b"accept", b"")
        if scope["type"] != "http" or b"text/html" not in accepts:
            await self.app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name not in _CONDITIONAL]
        await self.app({**scope, "headers": headers}, receive, _Rewriter(send, _language(scope)))


def _language(scope: Scope) -> str:
    asked = parse_qs(scope["query_string"].decode("latin-1")).get(LANGUAGE, [DEFAULT_LANGUAGE])[-1]
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


class _Rewriter:
    """Holds back an HTML response until it is whole, then sends it with the right language."""

    def __init__(self, send: Send, language: str):
        self.send = send
        self.language = language
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = MutableHeaders(raw=message["headers"]).get("content-type", "")
            if kind.startswith("text/html"):
                self.start = message
                return
        if self.start is None or message["type"] != "http.response.body":
            await self.send(message)
            return
        self.body += message.get("body", b"")
        if not message.get("more_body"):
            await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = self.body.replace(b'<html lang="en"', f'<html lang="{self.language}"'.encode(), 1)
        headers = MutableHeaders(raw=start["headers"])
        headers["content-length"] = str(len(body))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})
