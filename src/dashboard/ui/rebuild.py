"""After something has been written from a page: the store with it."""

import streamlit as st

from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.store.build import BuildFailed, CheckFailed, build_store


def rebuild(view: View) -> str:
    """Build the store, with a bar that shows how far it is; why that failed, "" where it has not."""
    progress = st.progress(0.0, view.text("building"))
    try:
        build_store(
            SETTINGS.data, SETTINGS.store, lambda share, _: progress.progress(share), SETTINGS.captures
        )
    except (CheckFailed, BuildFailed) as failed:
        return str(failed)
    finally:
        progress.empty()
    return ""
