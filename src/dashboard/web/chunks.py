"""The pieces of Streamlit's script that pages come to need: to be fetched before they are missed."""

import re
from collections.abc import Iterable
from functools import cache

from dashboard.web.static_files import STREAMLIT, StaticFile, static_files

ELEMENTS = ("BidiComponent",)
"""What every page consists of, as Streamlit names the pieces that draw it."""
_NAMED = re.compile(r'(?:src|href)="\./(static/[^"]+\.(?:js|css))"')
_ENTRY = re.compile(r"static/js/index\.[\w-]+\.js")
_LISTED = re.compile(r"__vite__mapDeps=.*?\[([^\]]*)\]")
_LAZY = re.compile(r"import\(.\./(\w+)(\.[\w-]+\.js).\),__vite__mapDeps\(\[([\d,]+)\]\)")


def chunks_needed(elements: Iterable[str] = ELEMENTS) -> list[str]:
    """Scripts, seen from a page, that elements need beyond those that Streamlit's document names itself.

    Names have hashes in them, so the list is read from Streamlit's first script. An element that a later
    version names otherwise is left out: it is then fetched when it is missed, as all are without us.
    """
    wanted = dict.fromkeys(chunk for element in elements for chunk in _lazy_chunks().get(element, ()))
    return [f"./{name}" for name in wanted if name.endswith(".js") and name not in _named_chunks()]


def first_files() -> list[StaticFile]:
    """What any page loads, in that order, and our own assets."""
    files = static_files()
    names = [*_named_chunks(), *(href.removeprefix("./") for href in chunks_needed())]
    own = [name for name, file in files.items() if file.ours]
    return [files[name] for name in [*names, *own] if name in files]


@cache
def _named_chunks() -> tuple[str, ...]:
    """Those that Streamlit's document names: its first script, what this one imports, and its styles."""
    return tuple(_NAMED.findall((STREAMLIT / "index.html").read_text("utf-8")))


@cache
def _lazy_chunks() -> dict[str, tuple[str, ...]]:
    """By name of the element: its own script, and those that this one imports."""
    entry = next((name for name in _named_chunks() if _ENTRY.fullmatch(name)), None)
    script = (STREAMLIT / entry).read_text("utf-8") if entry else ""
    listed = _LISTED.search(script)
    files = [name.strip("\"'` ").removeprefix("./") for name in listed[1].split(",")] if listed else []
    return {
        name: (
            f"static/js/{name}{ending}",
            *(f"static/js/{files[int(place)]}" for place in places.split(",")),
        )
        for name, ending, places in _LAZY.findall(script)
    }
