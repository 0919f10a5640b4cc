"""Launcher: `streamlit run app.py`, `uvicorn app:app` and `dashboard serve` all serve this."""

from asyncio import create_task
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

import dashboard.ui
from dashboard.settings import SETTINGS
from dashboard.ui.document import FirstDocument, section_routes
from dashboard.ui.export_jobs import Jobs
from dashboard.ui.export_routes import export_routes
from dashboard.ui.figure_routes import figure_routes
from dashboard.ui.first_view import warm, warm_counts
from dashboard.ui.unavailable import show_unexpected
from dashboard.web.chunks import first_files
from dashboard.web.delivery import Delivery
from dashboard.web.static_files import static_files
from dashboard.web.twins import Twins

_jobs = Jobs()
_twins = Twins(SETTINGS.store / "static")


@asynccontextmanager
async def _serve(_: st.App) -> AsyncIterator[None]:
    _twins.start(first_files(), static_files().values())
    await run_in_threadpool(warm)
    counting = create_task(run_in_threadpool(warm_counts))
    yield
    counting.cancel()
    _twins.close()
    _jobs.close()


app = st.App(
    Path(dashboard.ui.__file__).with_name("router.py"),
    lifespan=_serve,
    routes=[*export_routes(_jobs), *section_routes(), *figure_routes()],
    middleware=[Middleware(Delivery, _twins), Middleware(FirstDocument)],
    on_script_error=show_unexpected,
)
