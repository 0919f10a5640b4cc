"""What is let in: known hosts, known paths, nothing that is too long or carries a body."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from tests.apart import run_apart
from tests.asgi import ask
from tests.trust import Kind

from dashboard.decks import MOST_BYTES, Deck, DeckSlide, pack
from dashboard.links import PATHS
from dashboard.settings import SettingError, read_settings
from dashboard.web import places
from dashboard.web.gate import LONGEST_ADDRESS, Gate, allowed_hosts
from dashboard.web.places import SIGN_IN, Place, place_of
from dashboard.web.static_files import static_files

PAGE = {"accept": "text/html,*/*"}
CLOSED = [
    "_stcore/metrics", "_stcore/script-health-check", "_stcore/upload_file/a/b", "_stcore/agent/openapi.json",
    "_stcore/agent/interact", "_stcore/agent/mcp", "_stcore/bidi-components/a/b.js", "_stcore/stream",
    "component/a/index.html", "media/abc.png", "app/static/a", "index.html", "manifest.json", "auth/login",
    "auth/logout", "oauth2callback",
]  # fmt: skip
NOWHERE = [
    "finns-inte", "omraden/x", "omraden/_stcore/health", "x/omraden", "OMRADEN", "omraden//", "static",
    "static/", "static/js/none.js", "static/../secrets.toml", "static/js/..%2f..%2fx", "assets/", "sections/",
    "export", ".git/config", ".env", "wp-login.php", "robots.txt", "\\\\server\\share", "omraden\x00",
    "health", "health/",
]  # fmt: skip
OPEN = [
    *PATHS.values(), "omraden/", "sections/oversikt", "figures/omraden/district-map", "export/omraden.pdf",
    "export/jobs/abc/file", "assets/any-0.woff2", "favicon.png", "_stcore/health", "_stcore/host-config",
    "health/live", "health/ready", next(iter(static_files())),
]  # fmt: skip


def behind(hosts: str = "", address: str = "https://visionskollen.example/stad/") -> Gate:
    settings = read_settings({"DASHBOARD_HOSTS": hosts, "DASHBOARD_ADDRESS": address})
    inside = Route("/{path:path}", lambda _: PlainTextResponse("inne"), methods=["GET", "POST", "PUT"])
    return Gate(Starlette(routes=[inside]), allowed_hosts(settings))


@pytest.fixture
def below(monkeypatch):
    monkeypatch.setattr(places, "base_path", lambda: "stad")
    monkeypatch.setattr("dashboard.web.gate.base_path", lambda: "stad")


def websocket(gate: Gate, path: str, host: str) -> list[str]:
    """The kinds of messages that a websocket at this path is answered with."""
    said = []

    async def inside(scope, receive, send):
        await send({"type": "websocket.accept"})

    async def note(message):
        said.append(message["type"])

    async def receive():
        return {"type": "websocket.connect"}

    scope = {"type": "websocket", "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": [(b"host", host.encode())]}  # fmt: skip
    gate.app = inside
    run_apart(gate(scope, receive, note))
    return said


@pytest.mark.parametrize("path", OPEN)
def test_what_pages_ask_for_is_let_in(path):
    assert ask(behind(), f"/{path}?q=barn").text == "inne"


def test_everything_else_is_not_there(ledger):
    gate = behind()
    for path in (*CLOSED, *NOWHERE):
        answer = ask(gate, f"/{path}")
        assert answer.status == 404, path
        assert answer.text.startswith("Sidan finns inte. Adressen leder ingenstans.")
        assert "There is no such page." in answer.text
    ledger.note(Kind.HOSTILE, "paths that lead nowhere, or to what is closed", len(CLOSED) + len(NOWHERE))


def test_the_doors_for_signing_in_open_with_signing_in(monkeypatch):
    monkeypatch.setattr(places, "SETTINGS", read_settings({"DASHBOARD_SIGN_IN": "oidc"}))
    assert [ask(behind(), f"/{path}").status for path in SIGN_IN] == [200] * len(SIGN_IN)


@pytest.mark.parametrize(
    ("path", "home"), [("/finns-inte", "./"), ("/omraden/x", "../"), ("/a/b/c/", "../../../")]
)
def test_a_page_that_does_not_exist_leads_to_those_that_do(path, home):
    page = ask(behind(), f"{path}?district=norrby", headers=PAGE).text
    assert '<html lang="sv">' in page
    assert '<section lang="en">' in page
    assert f'<a href="{home}omraden">Områden</a>' in page
    assert f'<a href="{home}omraden?lang=en">Districts</a>' in page
    assert '<base target="_top">' in page, "in a frame on another page the way on leads out of it"
    assert "<script" not in page


def test_a_path_without_end_is_answered_shortly():
    answer = ask(behind(), "/" + "a/" * 10_000, headers=PAGE)
    assert answer.status == 404
    assert len(answer.body) < 10_000


def test_below_a_path_only_that_leads_in(below):
    gate = behind()
    assert {ask(gate, path).status for path in ("/stad", "/stad/", "/stad/omraden", "/health/ready")} == {200}
    assert {ask(gate, path).status for path in ("/", "/omraden", "/stadomraden", "/stad/stad/x")} == {404}
    assert '<a href="./stad/omraden">' in ask(gate, "/omraden", headers=PAGE).text
    assert '<a href="../omraden">' in ask(gate, "/stad/a/b", headers=PAGE).text


@pytest.mark.parametrize("host", ["visionskollen.example", "VISIONSKOLLEN.example:443", "localhost:8501",
                                  "127.0.0.1:8501", "[::1]:8501", "a.intern.example", "b.a.intern.example",
                                  "vision.example."])  # fmt: skip
def test_known_hosts_are_answered(host):
    assert ask(behind("vision.example, *.intern.example"), "/", headers={"host": host}).status == 200


STRANGERS = [
    "stranger.example", "visionskollen.example.stranger.example", "intern.example", "xintern.example",
    "visionskollen.example@stranger.example", "visionskollen.example/x", "", "a b", "[::2]", "10.0.0.1",
    "visionskollen.example:port", "stranger.example, visionskollen.example",
]  # fmt: skip


def test_other_hosts_are_refused_and_the_operator_learns_what_to_set(ledger):
    gate = behind("*.intern.example")
    for host in STRANGERS:
        answer = ask(gate, "/", headers={"host": host, "x-forwarded-host": "visionskollen.example"})
        assert answer.status == 400, host
        assert "DASHBOARD_HOSTS" in answer.text
        assert "stranger" not in answer.text
        assert websocket(behind(), "/_stcore/stream", host) == ["websocket.close"]
    ledger.note(Kind.HOSTILE, "hosts that are not ours", 2 * len(STRANGERS))


def test_a_websocket_opens_at_one_path_alone():
    opened = {path: websocket(behind(), path, "localhost") for path in ("/_stcore/stream", "/omraden", "/x")}
    assert opened == {
        "/_stcore/stream": ["websocket.accept"],
        "/omraden": ["websocket.close"],
        "/x": ["websocket.close"],
    }


def test_any_host_may_be_asked_for_and_health_is_told_to_all():
    assert ask(behind("*"), "/", headers={"host": "stranger.example"}).status == 200
    assert ask(behind(), "/health/ready", headers={"host": "10.0.0.7:8501"}).status == 200


@pytest.mark.parametrize(
    "hosts", ["https://vision.example", "vision.example:443", "a_b", "*.*.example", "a b"]
)
def test_what_is_no_host_ends_the_start_with_a_sentence(hosts):
    with pytest.raises(SettingError, match=r"DASHBOARD_HOSTS: «.*» är inget värdnamn"):
        behind(hosts)


def test_the_address_of_a_large_deck_is_let_in_and_a_longer_one_is_not(ledger):
    words = "Kvällsöppet bibliotek i varje stadsdel, med läxhjälp och språkcafé. "
    slides = tuple(
        DeckSlide(f"omraden?district=norrby&page={place}", "district-map", note=f"{place}: {words * 12}")
        for place in range(MOST_BYTES // 1100)
    )
    deck = Deck("Stort", slides)
    assert deck.fits
    assert ask(behind(), f"/bildspel?deck={pack(deck)}").status == 200

    for address in ("/bildspel?deck=" + "x" * LONGEST_ADDRESS, "/" + "x" * LONGEST_ADDRESS):
        answer = ask(behind(), address)
        assert answer.status == 414
        assert answer.text.startswith("Adressen är för lång.")
    ledger.note(Kind.HOSTILE, "addresses longer than any of ours", 2)


@pytest.mark.parametrize("headers", [{"content-length": "1"}, {"content-length": "999999999"},
                                     {"content-length": "x"}, {"transfer-encoding": "chunked"}])  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_body_is_not_taken(headers, method, ledger):
    assert ask(behind(), "/export/omraden.pdf", method, headers).status == 413
    ledger.note(Kind.HOSTILE, "requests with a body")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/export/omraden.pdf", 200),
        ("HEAD", "/omraden", 200),
        ("POST", "/omraden", 405),
        ("PUT", "/export/omraden.pdf", 405),
        ("DELETE", "/", 405),
        ("OPTIONS", "/_stcore/health", 405),
        ("TRACE", "/", 405),
    ],
)
def test_files_are_ordered_and_all_else_is_only_read(method, path, status):
    answer = ask(behind(), path, method, {"content-length": "0"})
    assert answer.status == status
    if status == 405:
        assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/", Place("page", "overview")),
        ("/omraden", Place("page", "districts")),
        ("/sections/oversikt", Place("sections", "overview")),
        ("/export/omraden.pdf", Place("export", "districts")),
        ("/export/omraden/district-map.png", Place("export", "districts")),
        ("/export/jobs/hemligt", Place("export")),
        ("/figures/hemligt/x", Place("figures")),
        ("/hemligt", Place("nowhere")),
    ],
)
def test_a_place_has_a_name_that_no_reader_has_written(path, place):
    assert place_of({"type": "http", "path": path}) == place


def test_every_script_and_style_of_streamlit_is_let_in():
    theirs = [name for name, file in static_files().items() if not file.ours]
    assert len(theirs) > 100
    assert {place_of({"type": "http", "path": f"/{name}"}) for name in theirs} == {Place("static")}
