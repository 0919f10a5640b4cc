"""Whether the dashboard is well, for whatever watches it.

    GET  health/live    this process answers
    GET  health/ready   pages have data to show, and which version of it; 503 and why not

Neither is kept by anything on the way. The server answers nothing at all before its pages are warm.
"""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from dashboard.panels.view import view_of
from dashboard.store.connection import StoreBroken, StoreUnavailable

_UNKEPT = {"cache-control": "no-store"}

_log = logging.getLogger(__name__)


def health_routes() -> list[BaseRoute]:
    """They hold below any other path, too."""

    async def live(_: Request) -> JSONResponse:
        return JSONResponse({"live": True}, headers=_UNKEPT)

    async def ready(_: Request) -> JSONResponse:
        found = await run_in_threadpool(readiness)
        return JSONResponse(found, 200 if found["ready"] else 503, _UNKEPT)

    endpoints = {"live": live, "ready": ready}
    return [
        Route(f"{below}/health/{name}", endpoint)
        for name, endpoint in endpoints.items()
        for below in ("", "/{below:path}")
    ]


def readiness() -> dict[str, object]:
    """Looks at the first page's data as a reader would: `ready`, and `version` or the `reason` in words."""
    try:
        view = view_of({})
        return {"ready": True, "version": view.store.version, "initiatives": view.totals.all_initiatives}
    except StoreUnavailable as problem:
        return _unready(problem.says)
    except Exception:
        _log.exception("the data could not be read")
        return _unready(StoreBroken.says)


def _unready(says: str) -> dict[str, object]:
    return {"ready": False, "reason": f"{says[0].upper()}{says[1:]}"}
