"""Health tells the truth: a reader who came now would see data, or this is why not."""

import shutil

import pytest
from starlette.applications import Starlette
from tests.asgi import ask

from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.store.connection import POINTER, open_store
from dashboard.web.health import health_routes


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    build_store(SETTINGS.root / "tests" / "data" / "exempelby", folder)
    return folder


@pytest.fixture
def store(built, tmp_path, monkeypatch):
    """A store of the made-up municipality, to be broken."""
    folder = shutil.copytree(built, tmp_path / "store")
    monkeypatch.setitem(vars(SETTINGS), "store", folder)
    return folder


@pytest.fixture
def app():
    return Starlette(routes=health_routes())


def file_of(store):
    return next(store.glob("portfolio-*.duckdb"))


def test_with_data_it_is_ready_and_says_which(app, store):
    answer = ask(app, "/health/ready")
    assert answer.status == 200
    assert answer.json["ready"] is True
    assert answer.json["version"] == open_store(store).version
    assert answer.json["version"] in file_of(store).name
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (lambda store: shutil.rmtree(store), "Det finns ingen datafil än."),
        (lambda store: (store / POINTER).unlink(), "Det finns ingen datafil än."),
        (lambda store: file_of(store).unlink(), "Det finns ingen datafil än."),
        (lambda store: (store / POINTER).write_text("portfolio"), "Datafilen är trasig"),
        (lambda store: file_of(store).write_bytes(b"SQLite format 3"), "Datafilen är trasig"),
        (lambda store: file_of(store).write_bytes(file_of(store).read_bytes()[:5000]), "Datafilen är trasig"),
    ],
    ids=["no folder", "no pointer", "no file", "foreign pointer", "foreign file", "half a file"],
)
def test_without_data_it_is_not_ready_and_says_why_until_there_is_some(app, store, fault, reason):
    assert ask(app, "/health/ready").status == 200
    fault(store)
    answer = ask(app, "/health/ready")
    assert answer.status == 503
    assert answer.json["ready"] is False
    assert answer.json["reason"].startswith(reason)
    assert str(store) not in answer.text
    assert ask(app, "/health/live").json == {"live": True}

    shutil.rmtree(store, ignore_errors=True)
    build_store(SETTINGS.root / "tests" / "data" / "exempelby", store)
    assert ask(app, "/health/ready").json["ready"] is True


def test_what_nobody_foresaw_is_not_ready_either_and_stands_in_the_log(app, store, monkeypatch, caplog):
    def fail(_):
        raise MemoryError("in the room of /srv/secret")

    monkeypatch.setattr("dashboard.web.health.view_of", fail)
    answer = ask(app, "/health/ready")
    assert answer.status == 503
    assert "secret" not in answer.text
    assert "secret" in caplog.text


@pytest.mark.parametrize("path", ["/health", "/health/", "/health/well", "/ready", "/health/ready/x"])
def test_nothing_else_is_healthy(app, path):
    assert ask(app, path).status == 404
