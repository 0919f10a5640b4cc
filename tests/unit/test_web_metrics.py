"""Figures for Prometheus, as it would fetch them."""

import socket
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from tests.asgi import ask
from tests.ports import free_port

from dashboard.settings import SETTINGS, SettingError, read_settings
from dashboard.store.connection import open_store
from dashboard.web.metrics import Metrics, check_metrics
from dashboard.web.watch import Watch


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def metrics():
    return Metrics(
        {"drawn_letters": ("Letters", lambda: 12), "export_jobs": ("Jobs", lambda: {"waiting": 2, "done": 1})}
    )


def at(port) -> dict[str, str]:
    return {"DASHBOARD_METRICS_PORT": str(port)}


def scraped(port) -> dict[tuple[str, ...], float]:
    """The figures, by name and the values of their labels in the order of those."""
    with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        families = list(text_string_to_metric_families(answer.read().decode()))
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for each in families
        for sample in each.samples
    }


def test_requests_and_the_data_are_told_on_a_port_of_their_own(metrics, port, example_store, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "store", example_store)
    inside = Starlette(routes=[Route("/{path:path}", lambda _: PlainTextResponse("inne"))])
    app = Watch(inside, [metrics.count])
    for path in ("/", "/omraden?q=hemlighet", "/hemlighet"):
        ask(app, path)
    stop = metrics.serve(read_settings(at(port)))
    found = scraped(port)
    stop()

    assert found["visionskollen_requests_total", "GET", "page", "200"] == 2
    assert found["visionskollen_requests_total", "GET", "nowhere", "200"] == 1
    assert found["visionskollen_request_seconds_count", "page"] == 2
    assert found["visionskollen_ready",] == 1
    assert found["visionskollen_data_info", open_store(example_store).version] == 1
    built, published = (
        found[f"visionskollen_data_{each}_timestamp_seconds",] for each in ("built", "published")
    )
    assert 0 < built <= published + 1
    assert found["visionskollen_drawn_letters",] == 12
    assert found["visionskollen_export_jobs", "waiting"] == 2
    assert found["process_resident_memory_bytes",] > 1_000_000
    assert not [name for name in found if "hemlighet" in "".join(name)]
    with pytest.raises(URLError):
        urlopen(f"http://127.0.0.1:{port}/metrics")


def test_without_data_there_are_figures_all_the_same(metrics, port, tmp_path, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path)
    stop = metrics.serve(read_settings(at(port)))
    found = scraped(port)
    stop()
    assert found["visionskollen_ready",] == 0
    assert not [name for name, *_ in found if name.startswith("visionskollen_data")]


def test_no_port_is_opened_where_none_is_asked_for(metrics, monkeypatch):
    monkeypatch.setattr("dashboard.web.metrics.start_http_server", None)
    metrics.serve(read_settings({}))()


def test_a_port_that_is_taken_keeps_nobody_from_the_pages(metrics, port, caplog):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        metrics.serve(read_settings(at(port)))()
    assert f"porten {port} går inte att öppna" in caplog.text


@pytest.mark.parametrize("spelt", ["metrics", "0", "65536", "-1", "80 80", "1e3", "²"])
def test_what_is_no_port_ends_the_start_with_a_sentence(spelt):
    with pytest.raises(SettingError, match=r"DASHBOARD_METRICS_PORT: «.*» är ingen port"):
        check_metrics(read_settings(at(spelt)))
