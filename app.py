"""Launcher: `streamlit run app.py`, `uvicorn app:app` and `dashboard serve` all serve this."""

from asyncio import create_task
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from os import environ
from pathlib import Path
from sys import setswitchinterval

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

import dashboard.ui
from dashboard.settings import SETTINGS
from dashboard.sign_in import check_sign_in, oidc_secrets
from dashboard.ui.document import FirstDocument, inline_script, section_routes
from dashboard.ui.export_jobs import Jobs
from dashboard.ui.export_routes import export_routes
from dashboard.ui.figure_routes import figure_routes
from dashboard.ui.first_view import drawn_letters, warm, warm_counts
from dashboard.ui.presenter import presenter_script
from dashboard.ui.unavailable import show_unexpected
from dashboard.web.chunks import first_files
from dashboard.web.delivery import Delivery
from dashboard.web.gate import Gate, allowed_hosts
from dashboard.web.headers import SecurityHeaders, content_policy, frame_ancestors
from dashboard.web.health import health_routes
from dashboard.web.log import check_log, log_served, start_log
from dashboard.web.metrics import Metrics, check_metrics
from dashboard.web.signed_in import guards
from dashboard.web.static_files import static_files
from dashboard.web.twins import Twins
from dashboard.web.watch import Watch

_TURN = 0.0005
"""Seconds that a thread works while others wait. A page waits for a turn after each of its queries, behind
every file that is being made: with two of them a click took half as long again at Python's own 5 ms.
"""

_SCRIPTS = (inline_script(), presenter_script())
_jobs = Jobs()
_twins = Twins(SETTINGS.store / "static")
_metrics = Metrics(
    {
        "drawn_letters": ("Letters of HTML that are drawn and kept for the next reader", drawn_letters),
        "export_jobs": ("Files to take along: waiting, working, done and failed", _jobs.counts),
    }
)
check_log(SETTINGS)
check_metrics(SETTINGS)
check_sign_in(SETTINGS, environ, st.get_option("server.address") or "")


@asynccontextmanager
async def _serve(_: st.App) -> AsyncIterator[None]:
    start_log(SETTINGS)
    setswitchinterval(_TURN)
    stop_metrics = _metrics.serve(SETTINGS)
    _twins.start(first_files(), static_files().values())
    await run_in_threadpool(warm)
    counting = create_task(run_in_threadpool(warm_counts))
    yield
    counting.cancel()
    _twins.close()
    _jobs.close()
    stop_metrics()


app = st.App(
    Path(dashboard.ui.__file__).with_name("router.py"),
    lifespan=_serve,
    routes=[*health_routes(), *export_routes(_jobs), *section_routes(), *figure_routes()],
    # From the network inwards: what is refused has headers, too, and is counted; files need no pages.
    middleware=[
        Middleware(SecurityHeaders, content_policy(_SCRIPTS, frame_ancestors(SETTINGS))),
        Middleware(Watch, [log_served, _metrics.count]),
        Middleware(Gate, allowed_hosts(SETTINGS)),
        *guards(SETTINGS),
        Middleware(Delivery, _twins),
        Middleware(FirstDocument),
    ],
    secrets=oidc_secrets(SETTINGS, environ),
    on_script_error=show_unexpected,
)
