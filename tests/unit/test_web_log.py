"""The log tells how requests went, and of nobody who made them."""

import json
import logging

import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route, Router
from tests.asgi import ask
from tests.trust import Kind

from dashboard.settings import SettingError, read_settings
from dashboard.web.log import JsonLines, check_log, log_served, start_log
from dashboard.web.places import Place
from dashboard.web.watch import Served, Watch

READER = {
    "user-agent": "hemlighet",
    "cookie": "a=hemlighet",
    "x-forwarded-for": "192.0.2.7",
    "referer": "hemlighet",
}


def fails(_):
    raise ValueError("hemlighet i /srv/data")


async def breaks_off(_scope, _receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"half", "more_body": True})
    raise ValueError("hemlighet i /srv/data")


@pytest.fixture
def served():
    return []


@pytest.fixture
def app(served):
    routes = [
        Route("/", fails),
        Route("/{path:path}", lambda _: PlainTextResponse("åäö"), methods=["GET", "PURGE"]),
    ]
    return Watch(Router(routes), [served.append, log_served])


@pytest.fixture
def told(caplog):
    """What the log says, line for line, as programs read it."""
    caplog.set_level(logging.INFO, "dashboard.web.log")
    return lambda: [json.loads(JsonLines().format(record)) for record in caplog.records]


@pytest.fixture
def loggers():
    """As they were before somebody else's log has been taken over."""
    names = ("", "dashboard.web.log", "uvicorn.error", "uvicorn.access", "streamlit.made_up")
    kept = [
        (each, each.level, list(each.handlers), list(each.filters), each.propagate, each.disabled)
        for each in map(logging.getLogger, names)
    ]
    yield
    for each, level, handlers, filters, propagate, disabled in kept:
        each.setLevel(level)
        each.handlers, each.filters, each.propagate, each.disabled = handlers, filters, propagate, disabled


def test_a_request_is_told_with_its_page_and_without_its_reader(app, told, served):
    ask(app, "/omraden?q=hemlighet", headers=READER)
    ask(app, "/hemlighet", headers=READER)
    ask(app, "/omraden", "PURGE")
    assert [
        (line["method"], line["route"], line["page"], line["status"], line["bytes"]) for line in told()
    ] == [
        ("GET", "page", "districts", 200, 6),
        ("GET", "nowhere", "", 200, 6),
        ("OTHER", "page", "districts", 200, 6),
    ]
    assert all(line["ms"] >= 0 for line in told())
    assert "hemlighet" not in json.dumps(told())
    assert "192.0.2.7" not in json.dumps(told())
    assert len(served) == 3


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_a_failure_is_answered_without_details_and_logged_with_all(app, told, accept, ledger):
    answer = ask(app, "/?q=hemlighet", headers={"accept": accept})
    assert answer.status == 500
    assert "Något gick fel" in answer.text
    assert "Something went wrong" in answer.text
    assert not [word for word in ("hemlighet", "srv", "Traceback", "ValueError") if word in answer.text]
    failure, line = told()
    assert "ValueError: hemlighet i /srv/data" in failure["trace"]
    assert (line["status"], line["level"]) == (500, "error")
    ledger.note(Kind.FAULTS, "a route that fails")


def test_an_answer_that_breaks_off_is_not_taken_for_whole(told):
    with pytest.raises(ValueError, match=r"hemlighet"):
        ask(Watch(breaks_off, [log_served]), "/skeden")
    assert [line.get("status") for line in told()] == [None, 200]


def test_a_line_is_one_line_whatever_it_says(told):
    logging.getLogger("dashboard.web.log").info("två\nrader %s", '"citat"')
    [line] = told()
    assert line["message"] == 'två\nrader "citat"'
    assert set(line) == {"time", "level", "logger", "message"}
    assert line["time"].endswith("+00:00")


def test_all_loggers_of_others_speak_through_ours(loggers, capsys):
    logging.getLogger("streamlit.made_up").addHandler(logging.StreamHandler())
    start_log(read_settings({"DASHBOARD_LOG": "json"}))
    logging.getLogger("streamlit.made_up").warning("från Streamlit")
    logging.getLogger("uvicorn.error").warning(
        '%s - "WebSocket %s" [accepted]', "192.0.2.7:1", "/?q=hemlighet"
    )
    logging.getLogger("uvicorn.access").warning("192.0.2.7 hemlighet")
    log_served(Served("GET", Place("page", "stages"), 200, 0.0123, 7))
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert first["message"] == "från Streamlit"
    assert (second["page"], second["ms"]) == ("stages", 12.3)


def test_people_are_told_only_of_what_failed(loggers, capsys):
    start_log(read_settings({}))
    for status in (200, 404, 503):
        log_served(Served("GET", Place("page", "stages"), status, 0.01, 7))
    [line] = capsys.readouterr().err.splitlines()
    assert "ERROR dashboard.web.log: GET page stages 503 10.0 7" in line


def test_another_kind_of_log_ends_the_start_with_a_sentence():
    with pytest.raises(SettingError, match=r"DASHBOARD_LOG: «xml» finns inte. Skriv json eller text"):
        check_log(read_settings({"DASHBOARD_LOG": "xml"}))
