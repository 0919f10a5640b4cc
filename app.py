"""Launcher: `streamlit run app.py`, `uvicorn app:app` and `dashboard serve` all serve this."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import dashboard.ui
from dashboard.ui.document import DocumentLanguage
from dashboard.ui.unavailable import show_unexpected

app = st.App(
    Path(dashboard.ui.__file__).with_name("router.py"),
    middleware=[Middleware(DocumentLanguage)],
    on_script_error=show_unexpected,
)
