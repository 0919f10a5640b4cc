"""Runs for every page view: opens the data, then draws the page that the path names."""

from functools import partial

import streamlit as st

from dashboard.store.connection import StoreUnavailable
from dashboard.store.edition import one_edition
from dashboard.ui.components import begin_page, show_drawn
from dashboard.ui.first_view import draw_ahead, run_script
from dashboard.ui.navigation import all_pages
from dashboard.ui.page import show_page
from dashboard.ui.reader import is_embedded, page_url, params
from dashboard.ui.share import has_asked
from dashboard.ui.unavailable import build_missing_store, show_unavailable
from dashboard.ui.view import mend_address, read_view
from dashboard.ui.writer import has_signed_in


def run() -> None:
    build_missing_store()
    view = read_view()
    pages = all_pages(view.text)
    current = st.navigation(list(pages.values()), position="hidden")
    code = next(code for code, page in pages.items() if page == current)
    st.set_page_config(page_title=f"{current.title} | {view.text('product')}", page_icon="🧵", layout="wide")
    of_its_own = has_signed_in() or has_asked() or view.writable
    if not of_its_own:
        begin_page(code)
        show_drawn(draw_ahead(code, params(), page_url(), is_embedded()))
    else:
        show_page(code, partial(run_script, code))
    mend_address(code)


try:
    with one_edition():
        run()
except StoreUnavailable as problem:
    show_unavailable(problem)
