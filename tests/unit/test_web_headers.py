"""What every answer tells browsers to keep from, and what cookies may do."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from tests.asgi import ask

from dashboard.settings import SettingError, read_settings
from dashboard.ui.document import inline_script
from dashboard.web.headers import SecurityHeaders, content_policy, frame_ancestors, guarded
from dashboard.web.static_files import STREAMLIT

POLICY = content_policy([inline_script()], "'self'")


def rules(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (rule.split() for rule in policy.split("; "))}


def asked_for(ancestors: str) -> str:
    return frame_ancestors(read_settings({"DASHBOARD_FRAME_ANCESTORS": ancestors}))


@pytest.fixture
def app():
    answer = Route("/", lambda _: PlainTextResponse("här", headers={"x-content-type-options": "other"}))
    return SecurityHeaders(Starlette(routes=[answer]), POLICY)


@pytest.mark.parametrize("path", ["/", "/finns-inte"])
def test_every_answer_says_what_it_may_be_used_for(app, path):
    told = ask(app, path).headers
    assert told["content-security-policy"] == POLICY
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "same-origin"
    assert told["cross-origin-opener-policy"] == told["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in told["permissions-policy"]
    assert "fullscreen=(self)" in told["permissions-policy"]


def test_scripts_are_those_of_files_and_of_two_hashes():
    found = rules(POLICY)
    shell = (STREAMLIT / "index.html").read_text("utf-8")
    theirs = re.findall(r"<script>(.*?)</script>", shell, re.DOTALL)
    hashes = [b64encode(sha256(each.encode()).digest()).decode() for each in (inline_script(), *theirs)]
    assert len(hashes) == 2
    assert found["script-src"] == ["'self'", "blob:", *(f"'sha256-{each}'" for each in hashes)]
    assert found["default-src"] == found["base-uri"] == ["'none'"]
    assert "unsafe-eval" not in POLICY
    assert [name for name, values in found.items() if "'unsafe-inline'" in values] == ["style-src"]


def test_no_rule_names_another_machine():
    words = {word for values in rules(POLICY).values() for word in values if not word.startswith("'sha256-")}
    assert words == {"'none'", "'self'", "'unsafe-inline'", "blob:", "data:"}


@pytest.mark.parametrize(
    ("asked", "spelt"),
    [
        ("", "'self'"),
        ("none", "'none'"),
        ("https://intranet.example", "'self' https://intranet.example"),
        ("https://*.a.example, http://b.example:8080", "'self' https://*.a.example http://b.example:8080"),
    ],
)
def test_the_operator_says_who_may_frame_the_pages(asked, spelt):
    assert asked_for(asked) == spelt


@pytest.mark.parametrize(
    "asked",
    ["*", "intranet.example", "https://a.example/path", "https://a.example; script-src *",
     "none, https://a.example", "'self'"],
)  # fmt: skip
def test_what_is_no_site_ends_the_start_with_a_sentence(asked):
    with pytest.raises(SettingError, match=r"DASHBOARD_FRAME_ANCESTORS: «.*» är ingen webbplats"):
        asked_for(asked)


def test_only_over_tls_the_browser_is_told_to_stay_there(app):
    assert ask(app, "/").headers["strict-transport-security"] == "max-age=31536000"
    app.app, plain = SecurityHeaders(app.app, POLICY), app

    async def without_tls(scope, receive, send):
        await plain({**scope, "scheme": "http"}, receive, send)

    assert "strict-transport-security" not in ask(without_tls, "/").headers


@pytest.mark.parametrize(
    ("cookie", "secure", "sent"),
    [
        ("a=1", True, "a=1; Secure; SameSite=Lax; HttpOnly"),
        ("a=1", False, "a=1; SameSite=Lax; HttpOnly"),
        ("a=1; httponly; samesite=strict; secure", True, "a=1; httponly; samesite=strict; secure"),
        ("_streamlit_xsrf=2|a|b; Path=/", True, "_streamlit_xsrf=2|a|b; Path=/; Secure; SameSite=Lax"),
    ],
)  # fmt: skip
def test_a_cookie_goes_where_it_must_and_nowhere_else(cookie, secure, sent):
    assert guarded(cookie, secure) == sent


def test_each_of_several_cookies_is_guarded():
    def answer(_):
        response = PlainTextResponse("")
        response.set_cookie("a", "1", samesite="none")
        response.set_cookie("b", "2")
        return response

    sent: list[str] = []

    async def listening(scope, receive, send):
        async def note(message):
            sent.extend(value.decode() for name, value in message.get("headers", ()) if name == b"set-cookie")
            await send(message)

        await SecurityHeaders(Starlette(routes=[Route("/", answer)]), POLICY)(scope, receive, note)

    ask(listening, "/")
    assert len(sent) == 2
    assert all("Secure" in cookie and "HttpOnly" in cookie for cookie in sent)
