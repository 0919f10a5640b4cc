"""Where a path leads: what is let in, and what the log and the metrics call it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import streamlit as st
from starlette.types import Scope

from dashboard.links import PATHS
from dashboard.settings import SETTINGS
from dashboard.web.static_files import STREAMLIT

_PAGES = {path: page for page, path in PATHS.items()}
_NAMES = _PAGES | {"oversikt": "overview"}
"""What stands for a page in addresses of its parts and files."""
_OF_PAGES = ("sections", "figures", "export")
HEALTH = ("health/live", "health/ready")
STREAM = "_stcore/stream"
_OF_STREAMLIT = {"_stcore/health": "streamlit", "_stcore/host-config": "streamlit", STREAM: "stream"}
"""All that its scripts ask for: its uploads, media, components, agents and figures are closed."""
SIGN_IN = ("auth/login", "auth/logout", "oauth2callback")
_PART = re.compile(r"[/.]")


@dataclass(frozen=True)
class Place:
    """`route` is one of a dozen words, `page` the code of a page or empty: nothing that a reader wrote."""

    route: str
    page: str = ""


NOWHERE = Place("nowhere")


@cache
def base_path() -> str:
    """What all paths begin with, without slashes; known once the app is, so not while it is imported."""
    return (st.get_option("server.baseUrlPath") or "").strip("/")


def below_base(path: str) -> str | None:
    """The path from the dashboard's own root, without a slash; None where it is outside of it.

    Monitors find what tells of health outside of it, too.
    """
    name, base = path.removeprefix("/"), base_path()
    if not base or name in HEALTH:
        return name
    return name.removeprefix(base).removeprefix("/") if f"{name}/".startswith(f"{base}/") else None


def place_of(scope: Scope) -> Place:
    """Where a request or websocket of this scope leads; NOWHERE if there is nothing."""
    name = below_base(scope["path"])
    if name is None or (scope["type"] == "websocket") != (name == STREAM):
        return NOWHERE
    fixed = _fixed(SETTINGS.sign_in == "oidc").get(name)
    if fixed:
        return Place(fixed)
    page = _PAGES.get(name.removesuffix("/"))
    if page:
        return Place("page", page)
    folder, _, rest = name.partition("/")
    if folder in _OF_PAGES and rest:
        return Place(folder, _NAMES.get(_PART.split(rest)[0], ""))
    return Place("static") if folder == "assets" and rest else NOWHERE


@cache
def _fixed(signs_in: bool) -> Mapping[str, str]:
    files = (path.relative_to(STREAMLIT).as_posix() for path in (STREAMLIT / "static").rglob("*.*"))
    return (
        dict.fromkeys(files, "static")
        | {"favicon.png": "static"}
        | dict.fromkeys(HEALTH, "health")
        | _OF_STREAMLIT
        | (dict.fromkeys(SIGN_IN, "sign-in") if signs_in else {})
    )
