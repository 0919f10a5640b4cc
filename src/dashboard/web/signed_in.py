"""Whose word is taken for who a reader is: a trusted proxy's, and nobody else's.

Streamlit shows its scripts the headers of the session's connection as they came. These guards see to it that
those of ours can only come from here.
"""

import logging

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.settings import LOOPBACK, Settings
from dashboard.sign_in import PROXY, is_trusted, normalise_email

USER, GROUPS = "visionskollen-user", "visionskollen-groups"
"""Headers that only this process sets: who a trusted proxy says it is, and of which groups."""
_FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
_ONLY_HERE = "Sidorna är startade för att skriva i på den egna datorn och nås bara från den.\n"

_log = logging.getLogger(__name__)


def guards(settings: Settings) -> list[Middleware]:
    """What stands before everything else."""
    if settings.editable:
        return [Middleware(OwnMachine)]
    return [Middleware(SignedIn, settings)] if settings.sign_in == PROXY else []


class SignedIn:
    """Hands on whom the proxy has signed in, in headers of ours, and strikes out every other claim to it."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.proxies = settings.proxies
        self.headers = {USER: settings.user_header, GROUPS: settings.groups_header}
        self.claims = {_plain(name) for pair in self.headers.items() for name in pair}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            rest = [each for each in scope["headers"] if _plain(each[0].decode("latin-1")) not in self.claims]
            scope = {**scope, "headers": [*rest, *self._vouched(scope)]}
        await self.app(scope, receive, send)

    def _vouched(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        """Nobody where the header comes twice: one of the two is not the proxy's."""
        said = {ours: Headers(scope=scope).getlist(theirs) for ours, theirs in self.headers.items()}
        users = said[USER]
        if not users or not self._is_from_proxy(scope):
            return []
        if any(len(values) > 1 for values in said.values()) or not normalise_email(users[0]):
            _log.warning("a proxy says in more than one way who the reader is, or in none that is an address")
            return []
        return [(name.encode(), values[0].encode("latin-1")) for name, values in said.items() if values]

    def _is_from_proxy(self, scope: Scope) -> bool:
        """Servers take the client's address from X-Forwarded-For where they trust whoever sent it.

        Nobody can tell here whether that has happened, so a request with that header has no address.
        """
        if "x-forwarded-for" in Headers(scope=scope):
            _log.warning("a request with X-Forwarded-For signs nobody in: let the proxy leave it out")
            return False
        return is_trusted(_client(scope), self.proxies)


class OwnMachine:
    """Turns away whoever does not sit at this machine, where everyone who reaches the pages may write."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or _is_at_this_machine(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(_ONLY_HERE, 403)(scope, receive, send)


def _is_at_this_machine(scope: Scope) -> bool:
    """A proxy may stand here and its readers elsewhere. That no other host is meant, the gate sees to."""
    headers = Headers(scope=scope)
    return is_trusted(_client(scope), LOOPBACK) and not any(name in headers for name in _FORWARDED)


def _client(scope: Scope) -> str:
    host, *_ = scope.get("client") or ("",)
    return host


def _plain(name: str) -> str:
    """Some proxies and servers take the two for the same."""
    return name.lower().replace("_", "-")
