"""Figures that take the place of their stills where readers point at them.

    GET  figures/omraden/district-map?target=housing&theme=dark&width=narrow

The parameters are those of the view, with the theme (`light`, `dark`) and the still (`wide`, `narrow`) that
the figure is laid over. The answer is what Plotly.js draws; what keeps it from being made is said in words.
"""

from collections.abc import Hashable
from functools import lru_cache
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.charts.drawing import Plotted
from dashboard.charts.palette import palette_of
from dashboard.charts.still import WIDTHS
from dashboard.links import DEFAULT_LANGUAGE, LANGUAGE
from dashboard.panels.pages import panel_of
from dashboard.panels.view import as_of, view_of
from dashboard.store.connection import StoreUnavailable
from dashboard.store.edition import one_edition
from dashboard.text import text_of
from dashboard.ui.export_address import FIGURES, NoSuchFile, parse_place
from dashboard.web.compression import answer

_KEPT = 128
_NARROWEST = "narrow"


def figure_routes() -> list[BaseRoute]:
    """They hold below any other path, too."""

    async def figure(request: Request) -> Response:
        text = text_of(request.query_params.get(LANGUAGE, DEFAULT_LANGUAGE))
        try:
            return await run_in_threadpool(_answer, request)
        except NoSuchFile as error:
            return PlainTextResponse(error.told(text), 404)
        except StoreUnavailable:
            return PlainTextResponse(text("export-no-data"), 503)

    path = f"/{FIGURES}/{{place:path}}"
    return [Route(path, figure), Route(f"/{{below:path}}{path}", figure)]


def _answer(request: Request) -> Response:
    page, name = parse_place(request.path_params["place"])
    with one_edition():
        return answer(request, _figure(page, name, request.url.query, as_of()), "application/json")


@lru_cache(maxsize=_KEPT)
def _figure(page: str, name: str, query: str, _as_of: Hashable) -> bytes:
    """As JSON. Only here is Plotly imported, a quarter of a second: pages do without."""
    from dashboard.charts.figures import figure

    params = parse_qs(query)
    theme, width = (params.pop(each, [""])[-1] for each in ("theme", "width"))
    view = view_of(params, page)
    panel = panel_of(view, name) if name else None
    if panel is None or not isinstance(panel.drawing, Plotted):
        raise NoSuchFile("figure-none", name, [])
    drawn = figure(panel.drawing, palette_of(theme), WIDTHS.get(width, WIDTHS[_NARROWEST]))
    return str(drawn.to_json()).encode()
