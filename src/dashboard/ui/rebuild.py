"""The store built for a page: where there is none yet, and after something has been written."""

import streamlit as st

from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.store.build import BuildFailed, CheckFailed, build_store
from dashboard.text import Text


def rebuild(view: View) -> str:
    """Build the store with what has been written; why that failed, "" where it has not."""
    try:
        build_shown(view.text)
    except (CheckFailed, BuildFailed) as failed:
        return str(failed)
    return ""


def build_shown(text: Text) -> None:
    """Build the store, with a bar that shows how far it is. Raises CheckFailed, BuildFailed."""
    progress = st.progress(0.0, text("building"))
    try:
        build_store(
            SETTINGS.data, SETTINGS.store, lambda share, _: progress.progress(share), SETTINGS.captures
        )
    finally:
        progress.empty()
