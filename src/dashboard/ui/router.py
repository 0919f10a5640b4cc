"""Runs for every page view: opens the data, draws what all pages share, then the page."""

from pathlib import Path

import streamlit as st

from dashboard.store.connection import StoreUnavailable
from dashboard.ui.embed import show_embedded
from dashboard.ui.frame import show_footer, show_header, show_unknown
from dashboard.ui.navigation import all_pages
from dashboard.ui.sidebar import pick_filters, write_url
from dashboard.ui.snapshots import pick_snapshot, show_lock, show_missing_snapshot
from dashboard.ui.unavailable import build_missing_store, show_unavailable
from dashboard.ui.view import is_embedded, read_view


def run() -> None:
    for sheet in ("theme.css", "print.css"):
        st.html(Path(__file__).with_name(sheet))
    build_missing_store()
    pages = all_pages(read_view().text)
    current = st.navigation(list(pages.values()), position="hidden")
    code = next(code for code, page in pages.items() if page == current)
    view = read_view(code)
    st.set_page_config(page_title=f"{current.title} | {view.text('product')}", page_icon="🧵", layout="wide")
    if is_embedded():
        show_embedded(view, current.run)
        return
    with st.sidebar:
        write_url(view, pick_filters(view))
        pick_snapshot(view)
    picked = read_view(code)
    show_header(picked)
    show_unknown(view)
    show_missing_snapshot(view)
    show_lock(picked)
    current.run()
    show_footer(picked)


try:
    run()
except StoreUnavailable as problem:
    show_unavailable(problem)
