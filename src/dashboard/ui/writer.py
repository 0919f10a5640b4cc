"""Who is signed in, whether they may write, and the note of what they wrote.

The page asks when it draws a form, and again when something is about to be written: by then the sign-in may
have run out, and what a browser sends need not come from a form that it was shown.
"""

import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, BinaryIO

import streamlit as st

from dashboard.settings import SETTINGS
from dashboard.sign_in import OIDC, PROXY, Person, is_editor, normalise_email
from dashboard.ui.reader import draft, memory
from dashboard.web.signed_in import GROUPS, USER

SIGN_IN, SIGN_OUT = "sign-in", "sign-out"
"""What the footer asks for."""
_SEEN = "has-signed-in"
"""In the session."""
_WORKING_DAY = timedelta(hours=8)
"""How long a sign-in lets one write; Streamlit's cookie would last for thirty days."""
_CLOCKS_DIFFER = timedelta(minutes=5)
_OURS_ALONE = 0o600

_log = logging.getLogger(__name__)


class MayNotWrite(Exception):
    """Nobody is signed in who may, or what they write could not be noted. `key` names the words for it."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def person() -> Person | None:
    """Who is signed in to this session; nobody where it is a draft, which all readers share."""
    if draft():
        return None
    if SETTINGS.sign_in == OIDC:
        return _of_claims(st.user, datetime.now(UTC)) if st.user.get("is_logged_in") is True else None
    return _of_headers(st.context.headers) if SETTINGS.sign_in == PROXY else None


def may_write() -> bool:
    """Whether what this session asks for may be written now."""
    who = person()
    return SETTINGS.editable or (who is not None and is_editor(who, SETTINGS.editors))


def has_signed_in() -> bool:
    """Whether somebody is signed in to this session or has been: it shows more than what readers share."""
    if person():
        memory()[_SEEN] = True
    return _SEEN in memory()


def _of_claims(claims: Mapping[str, Any], now: datetime) -> Person | None:
    """Who a provider says it is; nobody where that is long ago, or not said when.

    An address counts only where the provider has verified it: at many of them, people change their own.
    """
    issued = claims.get("iat")
    if not isinstance(issued, int) or not -_CLOCKS_DIFFER <= now - _moment(issued) <= _WORKING_DAY:
        return None
    email = normalise_email(claims.get("email"))
    groups = frozenset(each for name in ("groups", "roles") for each in _listed(claims.get(name)))
    name = email or str(claims.get("name") or claims.get("sub") or "")
    return Person(email if claims.get("email_verified") is True else "", groups, name)


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(min(max(seconds, 0), 2**32), UTC)


def _listed(claim: object) -> list[str]:
    """One name may come by itself."""
    names = claim if isinstance(claim, list) else [claim]
    return [name for name in names if isinstance(name, str)]


def _of_headers(headers: Mapping[str, str]) -> Person | None:
    """Who a proxy says it is: the guard before the app has seen to it that nobody else says so."""
    email = normalise_email(headers.get(USER))
    groups = frozenset(each.strip() for each in _letters(headers.get(GROUPS, "")).split(",") if each.strip())
    return Person(email, groups, email) if email else None


def _letters(header: str) -> str:
    """Headers come as Latin-1, whatever they were written in."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def hear_signing(asked: str) -> None:
    """Lead to the provider's page, or away from it."""
    if SETTINGS.sign_in == OIDC and asked == SIGN_IN:
        st.login()
    if SETTINGS.sign_in == OIDC and asked == SIGN_OUT:
        st.logout()


@contextmanager
def writing(what: str) -> Iterator[Callable[[str], None]]:
    """Around what writes: asks whether it may, and hands over what notes that it has, with what it was about.

    Who wrote stands in a file of its own, and never in the data or the log. Where it cannot be written,
    nothing else is. Raises MayNotWrite.
    """
    if SETTINGS.editable:
        yield lambda about: None  # whoever sits at this machine
        return
    who = person()
    if who is None or not is_editor(who, SETTINGS.editors):
        raise MayNotWrite("write-not-editor" if who else "write-not-signed-in")
    try:
        file = _open_writes()
    except OSError as error:
        _log.exception("%s cannot be written to", SETTINGS.writes)
        raise MayNotWrite("write-not-noted") from error
    with file:
        yield partial(_note, file, who, what)


def _open_writes() -> BinaryIO:
    """To add lines to, for the site's own account to read. Each line is one write, so lines never mix."""
    SETTINGS.writes.parent.mkdir(parents=True, exist_ok=True)
    opened = os.open(SETTINGS.writes, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _OURS_ALONE)
    return os.fdopen(opened, "ab", buffering=0)


def _note(file: BinaryIO, who: Person, what: str, about: str) -> None:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    line = json.dumps({"at": at, "who": who.name, "what": what, "about": about}, ensure_ascii=False)
    try:
        file.write(f"{line}\n".encode())
    except OSError:  # what it is about has been written
        _log.exception("%s cannot be written to", SETTINGS.writes)
