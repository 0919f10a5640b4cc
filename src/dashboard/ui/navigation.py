"""The pages: a script in `pages/` for each, under a path that never changes."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.links import PATHS
from dashboard.settings import SETTINGS
from dashboard.text import Text


def all_pages(text: Text) -> dict[str, StreamlitPage]:
    """Page code to page. Absolute paths: Streamlit must not take the folder for its own kind of `pages/`."""
    return {
        code: st.Page(
            SETTINGS.root / "pages" / f"{code}.py",
            title=text(f"page-{code}"),
            url_path=path or None,
            default=not path,
        )
        for code, path in PATHS.items()
    }
