"""What every answer tells browsers to keep from: scripts, frames and requests that are not ours."""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.settings import SettingError, Settings
from dashboard.web.static_files import STREAMLIT

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ANCESTOR = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?", re.IGNORECASE)
_READ_BY_SCRIPTS = "_streamlit_xsrf"
_POWERS = (
    "accelerometer", "autoplay", "camera", "clipboard-read", "display-capture",
    "encrypted-media", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts",
    "magnetometer", "microphone", "midi",
    "payment", "publickey-credentials-get", "serial", "storage-access", "usb",
    "window-management", "xr-spatial-tracking",
)  # fmt: skip
_OURS = ("clipboard-write", "fullscreen", "screen-wake-lock")
"""Copied addresses, and slides that fill the screen and keep it lit."""
_ALWAYS = {
    "x-content-type-options": "nosniff",
    # An address says what a reader has searched for and picked, and may hold a whole deck with its notes.
    "referrer-policy": "same-origin",
    "permissions-policy": ", ".join(
        [*(f"{each}=()" for each in _POWERS), *(f"{each}=(self)" for each in _OURS)]
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_OVER_TLS = {"strict-transport-security": "max-age=31536000"}
"""A year, and this host alone: what else the domain serves is not ours to speak for."""


def frame_ancestors(settings: Settings) -> str:
    """Who may show the pages in a frame, as the policy spells it. Raises SettingError."""
    asked = settings.frame_ancestors
    if asked == ("none",):
        return "'none'"
    for each in asked:
        if not _ANCESTOR.fullmatch(each):
            raise SettingError(
                f"DASHBOARD_FRAME_ANCESTORS: «{each}» är ingen webbplats. Skriv none, eller webbplatser med "
                "https:// och utan sökväg, med komma emellan: https://www.example.se, https://*.example.org."
            )
    return " ".join(("'self'", *asked))


def content_policy(scripts: Iterable[str], ancestors: str) -> str:
    """For `scripts` of ours that stand in the document, and the one that Streamlit has there.

    Streamlit's components import their scripts from `blob:`, which only a script that already runs can make.
    Its styles come in elements and attributes without number.
    """
    theirs = _INLINE.findall((STREAMLIT / "index.html").read_text("utf-8"))
    hashes = (f"'sha256-{_hash(each)}'" for each in (*scripts, *theirs))
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(("'self'", "blob:", *hashes)),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


class SecurityHeaders:
    """Puts them on every answer, refusals and failures included, and keeps cookies to where they belong."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app, self.always = app, {"content-security-policy": policy} | _ALWAYS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        secure = scope.get("scheme") in ("https", "wss")
        told = self.always | (_OVER_TLS if secure else {})

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                _guard_cookies(message, secure)
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self.app(scope, receive, tell)


def _guard_cookies(message: Message, secure: bool) -> None:
    headers = message["headers"] = list(message["headers"])
    for at, (name, value) in enumerate(headers):
        if name.lower() == b"set-cookie":
            headers[at] = name, guarded(value.decode("latin-1"), secure).encode("latin-1")


def guarded(cookie: str, secure: bool) -> str:
    """A `Set-Cookie` with what it lacks: for our own pages only, over TLS if they are, and for no script."""
    pair, *attributes = (part.strip() for part in cookie.split(";"))
    has = {attribute.partition("=")[0].lower() for attribute in attributes}
    if secure and "secure" not in has:
        attributes.append("Secure")
    if "samesite" not in has:
        attributes.append("SameSite=Lax")
    if "httponly" not in has and pair.partition("=")[0] != _READ_BY_SCRIPTS:
        attributes.append("HttpOnly")
    return "; ".join((pair, *attributes))
