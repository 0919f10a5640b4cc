"""Whose word is taken for who a reader is, request by request."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from starlette.middleware import Middleware
from starlette.types import Message, Receive, Scope, Send
from tests.apart import run_apart
from tests.trust import Kind, Ledger

from dashboard.settings import read_settings
from dashboard.web.signed_in import GROUPS, USER, guards

PROXY = {"DASHBOARD_SIGN_IN": "proxy", "DASHBOARD_PROXIES": "192.0.2.7, 10.0.0.0/8"}
EDIT = {"DASHBOARD_EDIT": "yes"}
EDITOR = ("x-forwarded-email", "redaktor@stad.example")

Header = tuple[str, str]


def passed(
    environ: Mapping[str, str],
    headers: Sequence[Header] = (),
    client: tuple[str, int] | None = ("192.0.2.7", 40000),
    kind: str = "websocket",
) -> tuple[list[Header] | None, list[Message]]:
    """The headers that come through to the app, None where nothing does; and what the guards answer."""
    seen: list[Header] = []
    said: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(("came", "through"))
        seen.extend((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])

    async def receive() -> Message:
        return {"type": f"{kind}.connect"}

    async def send(message: Message) -> None:
        said.append(message)

    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    scope: dict[str, Any] = {"type": kind, "method": "GET", "path": "/", "headers": raw, "client": client}
    guarded: Any = app
    found: list[Middleware] = guards(read_settings(environ))
    for each in reversed(found):
        guarded = each.cls(guarded, *each.args, **each.kwargs)
    run_apart(guarded(scope, receive, send))
    return (seen[1:] if seen else None), said


def who(environ: Mapping[str, str], *headers: Header, **scope: Any) -> dict[str, str]:
    """Whom the app takes the reader for."""
    found, _ = passed(environ, headers, **scope)
    assert found is not None
    assert [name for name, _ in found].count(USER) <= 1
    return {name: value for name, value in found if name in (USER, GROUPS)}


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_trusted_proxy_says_who_it_is_and_of_which_groups(kind):
    said = who(PROXY, EDITOR, ("x-forwarded-groups", "redaktörer,alla"), kind=kind)
    assert said == {USER: "redaktor@stad.example", GROUPS: "redaktörer,alla"}


@pytest.mark.parametrize("host", ["192.0.2.7", "::ffff:192.0.2.7", "10.200.0.1"])
def test_proxies_are_known_by_their_addresses(host):
    assert who(PROXY, EDITOR, client=(host, 1)) == {USER: "redaktor@stad.example"}


def test_the_header_may_have_another_name():
    environ = PROXY | {"DASHBOARD_USER_HEADER": "Remote-Email"}
    assert who(environ, ("remote-email", "redaktor@stad.example")) == {USER: "redaktor@stad.example"}
    assert who(environ, EDITOR) == {}


@pytest.mark.parametrize(
    ("headers", "client"),
    [
        pytest.param([EDITOR], ("192.0.2.8", 1), id="straight to the app, past the proxy"),
        pytest.param([EDITOR], ("127.0.0.1", 1), id="from this machine, where the proxy stands elsewhere"),
        pytest.param([EDITOR], None, id="from nowhere"),
        pytest.param([EDITOR], ("", 0), id="from an empty address"),
        pytest.param([EDITOR], ("unix:", 0), id="from what is no address"),
        pytest.param([(USER, EDITOR[1])], ("192.0.2.7", 1), id="in the header of ours"),
        pytest.param([(USER, EDITOR[1])], ("192.0.2.8", 1), id="in the header of ours, past the proxy"),
        pytest.param([(USER.replace("-", "_"), EDITOR[1])], ("192.0.2.7", 1), id="ours with an underscore"),
        pytest.param([("x_forwarded_email", EDITOR[1])], ("192.0.2.7", 1), id="with underscores"),
        pytest.param([EDITOR, EDITOR], ("192.0.2.7", 1), id="twice"),
        pytest.param([EDITOR, (EDITOR[0], "lasare@stad.example")], ("192.0.2.7", 1), id="twice, as two"),
        pytest.param(
            [(EDITOR[0], "redaktor@stad.example, lasare@stad.example")], ("192.0.2.7", 1), id="as a list"
        ),
        pytest.param([(EDITOR[0], "")], ("192.0.2.7", 1), id="empty"),
        pytest.param([(EDITOR[0], "redaktor")], ("192.0.2.7", 1), id="as no address"),
        pytest.param([("x-forwarded-groups", "redaktörer")], ("192.0.2.7", 1), id="groups alone"),
        pytest.param(
            [EDITOR, ("x-forwarded-groups", "alla"), ("x-forwarded-groups", "redaktörer")],
            ("192.0.2.7", 1),
            id="groups twice",
        ),
        pytest.param(
            [EDITOR, ("x-forwarded-for", "192.0.2.7")],
            ("192.0.2.7", 0),
            id="an address that a server has read",
        ),
        pytest.param(
            [EDITOR, ("x-forwarded-for", "192.0.2.7:40000")], ("192.0.2.7", 40000), id="and one with a port"
        ),
    ],
)
def test_forged_headers_sign_nobody_in(headers, client, ledger: Ledger):
    assert who(PROXY, *headers, client=client) == {}
    ledger.note(Kind.HOSTILE, "headers forged to be signed in by")


def test_whatever_else_a_request_says_comes_through_as_it_is():
    found, _ = passed(PROXY, [("cookie", "a=1"), ("x-forwarded-proto", "https"), ("cookie", "b=2")])
    assert found == [("cookie", "a=1"), ("x-forwarded-proto", "https"), ("cookie", "b=2")]


def test_an_operator_reads_why_nobody_is_signed_in_and_no_address_of_anybodys(caplog):
    with caplog.at_level(logging.WARNING):
        who(PROXY, EDITOR, ("x-forwarded-for", "198.51.100.9"))
    assert "let the proxy leave it out" in caplog.text
    assert not any(each in caplog.text for each in ("redaktor", "198.51.100.9"))


@pytest.mark.parametrize("environ", [{}, {"DASHBOARD_SIGN_IN": "oidc"}])
def test_where_no_proxy_signs_in_nothing_is_in_the_way(environ):
    assert guards(read_settings(environ)) == []


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("headers", "client"),
    [
        pytest.param([], ("192.0.2.8", 1), id="from another machine"),
        pytest.param([], None, id="from nowhere"),
        pytest.param([("x-forwarded-for", "127.0.0.1")], ("127.0.0.1", 0), id="through a proxy here"),
        pytest.param([("forwarded", "for=127.0.0.1")], ("127.0.0.1", 1), id="through another proxy here"),
        pytest.param([("via", "1.1 cache")], ("127.0.0.1", 1), id="through a cache here"),
        pytest.param([("x-real-ip", "192.0.2.8")], ("127.0.0.1", 1), id="as nginx passes on"),
    ],
)
def test_where_anyone_may_write_nobody_gets_in_who_sits_elsewhere(kind, headers, client, ledger: Ledger):
    found, said = passed(EDIT, headers, client, kind)
    assert found is None
    assert said[0].get("status", said[0].get("code")) in (403, 1008)
    ledger.note(Kind.HOSTILE, "ways in to pages that anyone at the machine may write to")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_where_anyone_may_write_whoever_sits_there_gets_in(host):
    assert passed(EDIT, [("host", "localhost:8501")], (host, 1))[0] is not None
