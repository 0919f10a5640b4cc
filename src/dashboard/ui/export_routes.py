"""Files to take along, over HTTP.

    GET  export/omraden.pdf?target=housing   the file of a view: for links, programs, Excel's own queries
    POST the same address                    begins to make it, and answers at once with a job's address
    GET  export/jobs/CODE                    how far it has come, and where the file is once it is made
    GET  export/jobs/CODE/file               the file

Addresses in answers are relative to the one that was asked. Whatever goes wrong is said in a sentence of the
reader's language, as plain text.
"""

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from functools import wraps
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from dashboard.exports.refusal import ExportRefused
from dashboard.links import DEFAULT_LANGUAGE, LANGUAGE
from dashboard.store.connection import StoreUnavailable
from dashboard.text import text_of
from dashboard.ui.export_address import FOLDER, NoSuchFile, parse_asked
from dashboard.ui.export_jobs import Busy, Job, Jobs, Order, State
from dashboard.ui.export_orders import order_of

_SECONDS_TO_RETRY = 5
_PIECE = 1_000_000
"""Bytes of a file that are sent at a time."""
_UNKEPT = "no-store"
_KEPT = "private, max-age=3600"

Endpoint = Callable[[Request], Awaitable[Response]]


class _Refused(Exception):
    """An answer other than what was asked for; `key` is the text that says why."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(key)
        self.status, self.key = status, key


def export_routes(jobs: Jobs) -> list[BaseRoute]:
    """They hold below any other path, too: `server.baseUrlPath` moves only Streamlit's own routes."""

    @_in_words
    async def file(request: Request) -> Response:
        order = await _order(request)
        if request.method == "HEAD":
            answer = Response(headers=_headers(order), media_type=order.mime)
            del answer.headers["content-length"]  # of a file that is not made
            return answer
        job = jobs.start(order)
        with suppress(Exception):  # who stops waiting stops nothing: others may want the same
            await asyncio.shield(asyncio.wrap_future(job.made))
        if job.state is State.FAILED:
            return PlainTextResponse(_said(job), 422 if job.refusal else 500)
        return _file(job)

    @_in_words
    async def begin(request: Request) -> Response:
        if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise _Refused(403, "export-other-site")
        job = jobs.start(await _order(request))
        up = "../" * request.path_params["asked"].count("/")
        language = job.order.language
        query = "" if language == DEFAULT_LANGUAGE else f"?{LANGUAGE}={language}"
        return JSONResponse({"id": job.code, "address": f"{up}jobs/{job.code}{query}"}, 202)

    @_in_words
    async def standing(request: Request) -> Response:
        job = _found(jobs, request)
        done, total = job.progress
        answer = {"state": job.state, "done": done, "total": total, "says": _said(job)}
        if job.state is State.DONE:
            answer["file"] = f"{job.code}/file"
        return JSONResponse(answer, headers={"Cache-Control": _UNKEPT})

    @_in_words
    async def made(request: Request) -> Response:
        job = _found(jobs, request)
        if job.state is not State.DONE:
            raise _Refused(409, "export-not-made")
        return _file(job)

    def routes(path: str, endpoint: Endpoint, method: str) -> list[BaseRoute]:
        whole = f"/{FOLDER}/{path}"
        return [Route(each, endpoint, methods=[method]) for each in (whole, f"/{{below:path}}{whole}")]

    return [
        *routes("jobs/{code}", standing, "GET"),
        *routes("jobs/{code}/file", made, "GET"),
        *routes("{asked:path}", file, "GET"),
        *routes("{asked:path}", begin, "POST"),
    ]


def _in_words(endpoint: Endpoint) -> Endpoint:
    """Says what keeps the endpoint from answering."""

    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        text = text_of(request.query_params.get(LANGUAGE, DEFAULT_LANGUAGE))
        try:
            return await endpoint(request)
        except NoSuchFile as error:
            return PlainTextResponse(error.told(text), 404)
        except ExportRefused as error:
            return PlainTextResponse(str(error), 422)
        except StoreUnavailable:
            return PlainTextResponse(text("export-no-data"), 503)
        except Busy:
            return PlainTextResponse(text("export-busy"), 429, {"Retry-After": str(_SECONDS_TO_RETRY)})
        except _Refused as refused:
            return PlainTextResponse(text(refused.key), refused.status)

    return answer


async def _order(request: Request) -> Order:
    """Opening the data takes a moment, so not on the event loop."""
    asked = parse_asked(request.path_params["asked"])
    below = request.path_params.get("below", "").strip("/")
    address = f"{request.base_url}{below}/" if below else str(request.base_url)
    return await run_in_threadpool(order_of, asked, parse_qs(request.url.query), address)


def _found(jobs: Jobs, request: Request) -> Job:
    job = jobs.find(request.path_params["code"])
    if job is None:
        raise _Refused(404, "export-gone")
    return job


def _said(job: Job) -> str:
    """What goes on, or why it failed."""
    text, name = text_of(job.order.language), job.order.name
    made = text(f"format-{name.rpartition('.')[2]}")
    return job.refusal or text(f"export-{job.state}", format=made, name=name)


def _file(job: Job) -> Response:
    """Piece by piece: sent whole, it would be in memory once more for each reader, twice for a slow one."""
    made = memoryview(job.made.result())

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(made), _PIECE):
            yield bytes(made[start : start + _PIECE])

    headers = {**_headers(job.order), "Content-Length": str(len(made))}
    return StreamingResponse(pieces(), media_type=job.order.mime, headers=headers)


def _headers(order: Order) -> dict[str, str]:
    """The name twice, as RFC 6266 asks: in letters that any program knows, then in its own."""
    plain = unicodedata.normalize("NFKD", order.name.replace("–", "-")).encode("ascii", "ignore").decode()
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(order.name)}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": _KEPT if order.keeps else _UNKEPT,
    }
