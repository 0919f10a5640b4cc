"""Figures for Prometheus, on a port of their own: how much is asked for, how long it takes, of what data."""

import logging
from collections.abc import Callable, Iterable, Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, start_http_server
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.metrics_core import Metric
from streamlit import runtime

from dashboard.queries.about import build_facts
from dashboard.settings import SETTINGS, SettingError, Settings
from dashboard.store.connection import POINTER, StoreUnavailable, open_store
from dashboard.web.health import readiness
from dashboard.web.watch import Served

_PREFIX = "visionskollen"
_STEPS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

Reading = Callable[[], float | Mapping[str, float]]
"""A figure as it is when it is asked for, or one for each state."""

_log = logging.getLogger(__name__)


def check_metrics(settings: Settings) -> None:
    """Raises SettingError."""
    spelt = settings.metrics_port
    if spelt and not (spelt.isdecimal() and 0 < int(spelt) < 65536):
        raise SettingError(
            f"DASHBOARD_METRICS_PORT: «{spelt}» är ingen port. Skriv ett tal mellan 1 och 65535."
        )


class Metrics:
    """`readings` are figures of other rooms, by name, each with what it says."""

    def __init__(self, readings: Mapping[str, tuple[str, Reading]]) -> None:
        self.registry = CollectorRegistry()
        self._readings = readings
        self._requests = Counter(
            f"{_PREFIX}_requests", "Requests answered", ["route", "method", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            f"{_PREFIX}_request_seconds",
            "How long answers took, websockets apart",
            ["route"],
            buckets=_STEPS,
            registry=self.registry,
        )
        ProcessCollector(registry=self.registry)
        self.registry.register(self)

    def count(self, served: Served) -> None:
        self._requests.labels(served.place.route, served.method, str(served.status)).inc()
        if served.method != "WEBSOCKET":
            self._seconds.labels(served.place.route).observe(served.seconds)

    def collect(self) -> Iterable[Metric]:
        """What is read when Prometheus asks."""
        yield _gauge("sessions", "Open sessions", _sessions())
        yield _gauge("ready", "1 where pages have data to show", float(bool(readiness()["ready"])))
        yield from _data()
        for name, (says, read) in self._readings.items():
            yield _gauge(name, says, read())

    def serve(self, settings: Settings) -> Callable[[], None]:
        """Answer on the port of the settings, if there is one; call the result to stop.

        Where it is taken, pages are served all the same, and the log says why figures are missing.
        """
        if not settings.metrics_port:
            return lambda: None
        try:
            server, thread = start_http_server(
                int(settings.metrics_port), settings.metrics_address, self.registry
            )
        except OSError as problem:
            _log.error(
                "DASHBOARD_METRICS_PORT: porten %s går inte att öppna (%s). Mätvärden saknas.",
                settings.metrics_port,
                problem.strerror,
            )
            return lambda: None

        def stop() -> None:
            server.shutdown()
            server.server_close()
            thread.join()

        return stop


def _gauge(name: str, says: str, value: float | Mapping[str, float]) -> GaugeMetricFamily:
    if not isinstance(value, Mapping):
        return GaugeMetricFamily(f"{_PREFIX}_{name}", says, value)
    family = GaugeMetricFamily(f"{_PREFIX}_{name}", says, labels=["state"])
    for state, each in value.items():
        family.add_metric([state], each)
    return family


def _sessions() -> float:
    return len(runtime.get_instance()._session_mgr.list_active_sessions()) if runtime.exists() else 0


def _data() -> Iterable[Metric]:
    """Nothing where there is no data to tell of; `ready` says that."""
    try:
        facts = build_facts(open_store(SETTINGS.store))
        published = (SETTINGS.store / POINTER).stat().st_mtime
    except (StoreUnavailable, OSError):
        return
    yield InfoMetricFamily(f"{_PREFIX}_data", "The data that pages show", {"version": str(facts["version"])})
    built = facts["built_at"].tz_localize("UTC").timestamp()
    yield _gauge("data_built_timestamp_seconds", "When the data file was built", built)
    yield _gauge("data_published_timestamp_seconds", "When it was put into use", published)
