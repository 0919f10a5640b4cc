"""What is answered to what is not let in, not found or not managed: short, in both languages, no details."""

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Scope

from dashboard.charts.templates import templates
from dashboard.links import DEFAULT_LANGUAGE, LANGUAGE, PATHS
from dashboard.text import LANGUAGES, Text, text_of

_TEMPLATES = templates("dashboard.web")
_UNKEPT = {"cache-control": "no-store"}


def refuse(scope: Scope, status: int, key: str, home: str = "", **headers: str) -> Response:
    """`key` and `key-advice` are the texts; browsers get a page, with links where it is known from where.

    `home` is the relative address of the first page.
    """
    unkept = _UNKEPT | headers
    if "text/html" in Headers(scope=scope).get("accept", ""):
        return HTMLResponse(_page(key, home), status, unkept)
    said = (f"{text(key)}. {text(f'{key}-advice')}\n" for text in map(text_of, LANGUAGES))
    return PlainTextResponse("".join(said), status, unkept)


def _page(key: str, home: str) -> str:
    said = [_said(text, key, home) for text in map(text_of, LANGUAGES)]
    return _TEMPLATES.get_template("refusal.html").render(
        product=text_of(DEFAULT_LANGUAGE)("product"), said=said
    )


def _said(text: Text, key: str, home: str) -> dict[str, object]:
    query = "" if text.language == DEFAULT_LANGUAGE else f"?{LANGUAGE}={text.language}"
    pages = [(f"{home}{path}{query}", text(f"page-{page}")) for page, path in PATHS.items()]
    return {
        "language": text.language,
        "title": text(key),
        "advice": text(f"{key}-advice"),
        "menu": text("menu"),
        "pages": pages if home else [],
    }
