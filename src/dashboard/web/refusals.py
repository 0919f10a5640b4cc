"""What is answered to what is not let in, not found or not managed: short, in both languages, no details."""

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Scope

from dashboard.charts.templates import templates
from dashboard.links import DEFAULT_LANGUAGE, LANGUAGE, PATHS
from dashboard.text import LANGUAGES, Text, text_of

_TEMPLATES = templates("dashboard.web")
_UNKEPT = {"cache-control": "no-store"}


def refuse(scope: Scope, status: int, why: str, home: str = "", **headers: str) -> Response:
    """Says why and what to do: `refused-path` and `refused-advice-path` where `why` is `path`.

    Browsers get a page, with links where `home`, the relative address of the first page, is known.
    """
    unkept = _UNKEPT | headers
    if "text/html" in Headers(scope=scope).get("accept", ""):
        return HTMLResponse(_page(why, home), status, unkept)
    said = (
        f"{text(f'refused-{why}')}. {text(f'refused-advice-{why}')}\n" for text in map(text_of, LANGUAGES)
    )
    return PlainTextResponse("".join(said), status, unkept)


def _page(why: str, home: str) -> str:
    said = [_said(text, why, home) for text in map(text_of, LANGUAGES)]
    return _TEMPLATES.get_template("refusal.html").render(
        product=text_of(DEFAULT_LANGUAGE)("product"), said=said
    )


def _said(text: Text, why: str, home: str) -> dict[str, object]:
    query = "" if text.language == DEFAULT_LANGUAGE else f"?{LANGUAGE}={text.language}"
    pages = [(f"{home}{path}{query}", text(f"page-{page}")) for page, path in PATHS.items()]
    return {
        "language": text.language,
        "title": text(f"refused-{why}"),
        "advice": text(f"refused-advice-{why}"),
        "menu": text("menu"),
        "pages": pages if home else [],
    }
