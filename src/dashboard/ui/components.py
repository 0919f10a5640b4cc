"""The two light components of our own: HTML with links, and a search field."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from dashboard.charts import Figure
from dashboard.text import Text

_FOLDER = Path(__file__).parent
_GO = "go"
_STEP = "step"

_linked = component(
    "visionskollen_linked",
    html='<div class="vk"></div>\n',
    js="".join((_FOLDER / name).read_text("utf-8") for name in ("take_along.js", "share.js", "linked.js")),
    isolate_styles=False,
)
_search = component(
    "visionskollen_search",
    html='<div class="vk-search"><label></label><input type="search" autocomplete="off"></div>\n',
    js=(_FOLDER / "search.js").read_text("utf-8"),
    isolate_styles=False,
)


def show_html(
    html: str,
    key: str,
    language: str,
    go: dict[str, str] | None = None,
    hear: Callable[[str], None] = lambda asked: None,
) -> None:
    """Show HTML whose links lead within the dashboard; `go` follows one at once.

    What an element with `data-asks` asks for is heard before the page is drawn again.
    """

    def pass_on() -> None:
        asked = st.session_state[key].asked
        if asked:
            hear(asked)

    _linked(data={"html": html, "lang": language, "go": go}, key=key, on_asked_change=pass_on)


def show_figure(figure: Figure, key: str, alt: str) -> None:
    """Show a figure whose marks lead to the address in their `customdata`."""

    def keep_click() -> None:
        points = st.session_state[key]["selection"]["points"]
        hrefs = [point["customdata"] for point in points if point.get("customdata")]
        if hrefs:
            st.session_state[_GO] = hrefs[0] if isinstance(hrefs[0], str) else hrefs[0][0]

    st.plotly_chart(
        figure,
        theme=None,
        key=key,
        config={"displayModeBar": False},
        alt=alt,
        on_select=keep_click,
        selection_mode="points",
    )


def clicked_mark() -> dict[str, str] | None:
    """Where the mark leads that was clicked since the last run; numbered, so that it is followed once."""
    href = st.session_state.pop(_GO, None)
    if href is None:
        return None
    st.session_state[_STEP] = st.session_state.get(_STEP, 0) + 1
    return {"href": href, "step": str(st.session_state[_STEP])}


def pick_words(words: str, key: str, text: Text) -> str:
    """A search field; what has been typed, or the given words while nothing has."""
    answer = _search(
        data={
            "words": words,
            "label": text("search-label"),
            "placeholder": text("search-placeholder"),
            "id": key,
        },
        key=key,
        on_words_change=lambda: None,
    )
    return words if answer.words is None else " ".join(answer.words.split())
