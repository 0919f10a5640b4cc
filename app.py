"""Launcher: `streamlit run app.py`, `uvicorn app:app` and `dashboard serve` all serve this."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import dashboard.ui
from dashboard.ui.document import DocumentLanguage
from dashboard.ui.export_jobs import Jobs
from dashboard.ui.export_routes import export_routes
from dashboard.ui.unavailable import show_unexpected

_jobs = Jobs()


@asynccontextmanager
async def _close_jobs(_: st.App) -> AsyncIterator[None]:
    yield
    _jobs.close()


app = st.App(
    Path(dashboard.ui.__file__).with_name("router.py"),
    lifespan=_close_jobs,
    routes=export_routes(_jobs),
    middleware=[Middleware(DocumentLanguage)],
    on_script_error=show_unexpected,
)
