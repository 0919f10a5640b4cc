"""The HTML document that carries the app: the first view of the page, ours to read and use, before Streamlit.

Streamlit's own document is an empty shell of fixed English; its scripts fill it a second or so later. Here it
gets the page's language, title, styles and first view, and the script that starts Streamlit's after the first
frame. In another page's frame Streamlit is left out. `sections/…` answers with the first view alone: that is
what a click shows.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs

import streamlit as st
from markupsafe import escape
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.links import EMBED, PATHS
from dashboard.text import text_of
from dashboard.ui.export_address import PAGES
from dashboard.ui.first_view import FirstView, first_view, no_view
from dashboard.ui.presenter import present, slides_document
from dashboard.ui.reader import Params
from dashboard.ui.styles import font_preloads, styles
from dashboard.web.chunks import chunks_needed
from dashboard.web.compression import answer

_FOLDER = Path(__file__).parent
_SCRIPTS = (
    "take_along.js", "share.js", "narrow.js", "redraw.js", "explore.js", "sign_in.js", "swedish.js",
    "deck.js", "addresses.js", "streamlit.js", "answers.js", "pieces.js", "first_view.js", "input.js",
    "page.js",
)  # fmt: skip
"""Parts of one script; the last of them sets it going."""
_ENTRY = '<script type="module" crossorigin src="./static/js/index.'
_UNUSED = re.compile(r'<link\s[^>]*(?:as="font"|rel="stylesheet"|rel="service-desc")[^>]*>')
"""Streamlit's fonts, 1 MB of them, and the sheet that names them: ours are cut to what is used. And where
its agents' door would be, which is closed.
"""
_OF_SESSIONS = re.compile(r'<script type="module".*?</script>|<link\s[^>]*rel="modulepreload"[^>]*>')
_AGENTS = re.compile(r"<p>\s*Reading this without a browser\?.*?(?=</noscript>)", re.DOTALL)
_WITHOUT_SCRIPTS = "You need to enable JavaScript to run this app."
_SAID = '<p id="vk-said" class="vk-hidden" role="status"></p>'
"""Says what a click has changed to those who do not see it: it stays while all else is drawn anew."""
_UNREADABLE = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
_OF_STREAMLIT = (EMBED, "embed_options")
"""Parameters that Streamlit keeps from the scripts of pages."""


def section_routes() -> list[BaseRoute]:
    async def sections(request: Request) -> Response:
        html = await run_in_threadpool(_sections, request, request.path_params["path"])
        return answer(request, html.encode(), "text/html") if html else Response(status_code=204)

    return [Route("/{below:path}sections/{path}", sections), Route("/sections/{path}", sections)]


class FirstDocument:
    """Makes Streamlit's documents ours.

    Requests for one lose their `Accept-Encoding` and conditional headers on the way in: a compressed or "not
    modified" answer has no text to write into.
    """

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name not in _UNREADABLE]
        await self.app({**scope, "headers": headers}, receive, _Document(scope, receive, send))


class _Document:
    """Holds back an HTML answer until it is whole, then sends what we make of it."""

    def __init__(self, scope: Scope, receive: Receive, send: Send):
        self.scope, self.receive, self.send = scope, receive, send
        self.held = False
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = MutableHeaders(raw=message["headers"]).get("content-type", "")
            self.held = kind.startswith("text/html") and message["status"] == 200
        if not self.held:
            await self.send(message)
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish()

    async def _finish(self) -> None:
        request = Request(self.scope)
        path = _path_below_base(self.scope)
        document = await run_in_threadpool(_document, request, path, self.body.decode())
        whole = answer(request, document.encode(), "text/html")
        await whole(self.scope, self.receive, self.send)


def _path_below_base(scope: Scope) -> str:
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return scope["path"].strip("/").removeprefix(base).strip("/")


def _document(request: Request, path: str, shell: str) -> str:
    """What is presented is a document by itself; all else is written into `shell`, which is Streamlit's."""
    slides = _slides(request, path, whole=False)
    return slides_document(slides) if slides.html else _filled(shell, _view(request, path))


def _sections(request: Request, path: str) -> str:
    return _slides(request, path, whole=True).html or _view(request, path).html


def _slides(request: Request, path: str, whole: bool) -> FirstView:
    page, params, url, _ = _asked(request, path)
    return present(params, url, whole) if page == "deck" else no_view(params)


def _view(request: Request, path: str) -> FirstView:
    """What the page at this path shows; it may wait for a store, so not in the server's own loop."""
    page, params, url, embedded = _asked(request, path)
    return first_view(page, params, url, embedded) if page else no_view(params)


class _Asked(NamedTuple):
    """`page` is None where the path leads to none; `url` is its address, without parameters."""

    page: str | None
    params: Params
    url: str
    embedded: bool


def _asked(request: Request, path: str) -> _Asked:
    params = parse_qs(request.url.query, keep_blank_values=True)
    embedded = "true" in (each.lower() for each in params.get(EMBED, []))
    asked = {name: values for name, values in params.items() if name.lower() not in _OF_STREAMLIT}
    page = PAGES.get(path) if path else "overview"
    url = str(request.url.replace(query="", fragment=""))
    return _Asked(page, asked, _page_url(url, page) if page else url, embedded)


def _page_url(url: str, page: str) -> str:
    """The document's address from the one of its sections, spelt as Streamlit spells it."""
    root, _, _ = url.rpartition("sections/")
    return f"{root}{PATHS[page]}".removesuffix("/") if root else url.removesuffix("/")


def _filled(shell: str, view: FirstView) -> str:
    """`shell` is Streamlit's; whatever of it is not as expected stays as it is.

    Our styles stand in the body, after those that Streamlit adds to the head: of equals, the later wins.
    """
    needed = _AGENTS.sub("", _UNUSED.sub("", shell))
    if view.alone:
        needed = _OF_SESSIONS.sub("", needed)
    later = needed.replace(_ENTRY, _ENTRY.replace('"module"', '"text/later"'), 1)
    body = (
        f'<style>{styles()}</style>{view.html}{_SAID}<div id="root"></div>'
        f'<script type="module">{inline_script()}</script>'
    )
    return (
        later.replace('<html lang="en"', f'<html lang="{view.language}"', 1)
        .replace("<title>Streamlit</title>", f"<title>{escape(view.title)}</title>", 1)
        .replace("</head>", f"{font_preloads()}{'' if view.alone else _preloads()}</head>", 1)
        .replace(_WITHOUT_SCRIPTS, text_of(view.language)("without-scripts"), 1)
        .replace('<div id="root"></div>', body, 1)
    )


@cache
def _preloads() -> str:
    return "".join(f'<link rel="modulepreload" crossorigin href="{href}">' for href in chunks_needed())


@cache
def inline_script() -> str:
    """The one script that stands in the document; the headers say by its hash that it may."""
    words = (_FOLDER / "streamlit_words.json").read_text("utf-8")
    scripts = ((_FOLDER / name).read_text("utf-8") for name in _SCRIPTS)
    return "".join((f"const streamlitWords = {words};", *scripts))
