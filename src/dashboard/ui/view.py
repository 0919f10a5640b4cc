"""What the reader looks at right now: read from the URL, which is the only place it is kept."""

import streamlit as st

from dashboard.panels.view import View, view_of


def url_params() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def is_embedded() -> bool:
    """Whether another page shows this one in a frame: Streamlit keeps `embed=true` from `st.query_params`."""
    return bool(st.context.is_embedded)


def read_view(page: str = "overview") -> View:
    """The view that the URL spells. Raises `StoreUnavailable` where there is no data to look at."""
    return view_of(url_params(), page)
