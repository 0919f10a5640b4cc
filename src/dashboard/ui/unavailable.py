"""The one failure the pages know: there is no data to look at, and how to get some."""

import streamlit as st

from dashboard.charts.fragments import fragment
from dashboard.links import DEFAULT_LANGUAGE, LANGUAGE
from dashboard.settings import SETTINGS
from dashboard.store.build import CheckFailed
from dashboard.store.connection import StoreMissing, StoreUnavailable, open_store
from dashboard.text import Text, text_of
from dashboard.ui.components import show_html
from dashboard.ui.rebuild import build_shown


def build_missing_store() -> None:
    """A fresh clone has tables but no store: make it, and show how far it has come."""
    try:
        open_store(SETTINGS.store)
    except StoreMissing:
        if not SETTINGS.data.is_dir():
            raise
        try:
            build_shown(_text())
        except CheckFailed as failed:
            _show_problems(failed)
    except StoreUnavailable:
        return


def _show_problems(failed: CheckFailed) -> None:
    text = _text()
    st.title(text("data-has-errors"))
    st.write(text("data-has-errors-advice"))
    messages = [problem.message for problem in failed.problems]
    html = fragment("check_problems", title=text("problems"), problems=messages)
    show_html(html, "check-problems", text.language)
    st.stop()


def show_unavailable(problem: StoreUnavailable) -> None:
    text = _text()
    st.title(text("no-data"))
    st.write(text(f"store-{problem.reason}"))
    st.code("dashboard build", language=None)


def show_unexpected(_error: Exception) -> bool:
    """Say that something went wrong, in the reader's language; what it was stands in the log."""
    text = _text()
    st.error(f"{text('unexpected')} {text('unexpected-advice')}")
    return True


def _text() -> Text:
    return text_of(st.query_params.get(LANGUAGE, DEFAULT_LANGUAGE))
