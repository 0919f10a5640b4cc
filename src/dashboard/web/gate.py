"""What is let in: requests for our own hosts and paths, of a size that one of ours can have."""

import logging
import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.settings import SettingError, Settings
from dashboard.web.places import NOWHERE, Place, base_path, below_base, place_of
from dashboard.web.refusals import refuse

LONGEST_ADDRESS = 32_768
"""Bytes of path and parameters. Decks travel in their addresses, with what is being written in them."""
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_ANY = "*"
_POLICY = 1008
_DEEPEST = 10
_LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_NAME = re.compile(rf"(\*\.)?{_LABEL}(\.{_LABEL})*")
_SIX = re.compile(r"[0-9a-f:]+")
_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:]+)\]|(?P<name>[^\[\]:@/?#\s]+))(?::\d{1,5})?")

_log = logging.getLogger(__name__)


def allowed_hosts(settings: Settings) -> frozenset[str]:
    """The machine's own names, the host of DASHBOARD_ADDRESS and DASHBOARD_HOSTS. Raises SettingError."""
    for host in settings.hosts:
        if host != _ANY and not _NAME.fullmatch(host) and not _SIX.fullmatch(host):
            raise SettingError(
                f"DASHBOARD_HOSTS: «{host}» är inget värdnamn. Skriv namn utan https:// och port, med komma "
                "emellan: vision.example, *.intern.example."
            )
    try:
        published = urlsplit(settings.address).hostname
    except ValueError as error:
        raise SettingError(f"DASHBOARD_ADDRESS: «{settings.address}» är ingen adress.") from error
    return frozenset((*_LOOPBACK, *settings.hosts, *([published] if published else [])))


class Gate:
    """Refuses, with a sentence, whatever no page of ours can have asked for.

    Health is told under any host: monitors ask by number. `X-Forwarded-Host` is anybody's to write, and is
    not read. No route takes a body.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self._refusal(scope) if scope["type"] in ("http", "websocket") else None
        if refused and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY})  # the server says 403
        else:
            await (refused or self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        place, asked = place_of(scope), Headers(scope=scope)
        if place.route != "health" and not _is_of(asked.getlist("host"), self.hosts):
            _log.warning("refused the host %.100r; DASHBOARD_HOSTS says which there are", asked.get("host"))
            return refuse(scope, 400, "host")
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return refuse(scope, 414, "length", _home(scope))
        if place == NOWHERE:
            return refuse(scope, 404, "path", _home(scope))
        if asked.get("content-length", "0") != "0" or "transfer-encoding" in asked:
            return refuse(scope, 413, "body", connection="close")
        methods = _methods(place)
        if scope.get("method", "GET") not in methods:
            return refuse(scope, 405, "method", allow=", ".join(methods))
        return None


def _home(scope: Scope) -> str:
    """Seen from the path that was asked for, so that it also holds behind a proxy that adds to paths.

    Empty for one with more slashes than anybody mistypes, as it would come with every link of the answer.
    """
    name = below_base(scope["path"])
    depth = (scope["path"] if name is None else f"/{name}").count("/", 1)
    up = "../" * depth or "./"
    home = f"{up}{base_path()}/" if name is None else up
    return home if depth <= _DEEPEST else ""


def _methods(place: Place) -> tuple[str, ...]:
    return ("GET", "HEAD", "POST") if place.route == "export" else ("GET", "HEAD")


def _is_of(asked: list[str], hosts: Collection[str]) -> bool:
    """Whether a request names one host, and one of these. A `*.` stands for one name or more before it."""
    found = _HOST.fullmatch(asked[0].lower()) if len(asked) == 1 else None
    if not found:
        return False
    host = found["six"] or found["name"].rstrip(".")
    wilds = (each[1:] for each in hosts if each.startswith("*."))
    return _ANY in hosts or host in hosts or any(host.endswith(wild) for wild in wilds)
