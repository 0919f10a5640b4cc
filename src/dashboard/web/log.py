"""The log, on standard error: for people, or as one JSON object a line for programs.

A line tells of a request which page it was for and how it went. Never who asked: no number of a network, no
browser, no cookie, no parameter, as these hold what readers search for.
"""

import json
import logging
from datetime import UTC, datetime

from dashboard.settings import SETTINGS, SettingError, Settings
from dashboard.store.connection import StoreUnavailable, read_pointer
from dashboard.web.watch import Served

JSON, TEXT = "json", "text"
_OTHERS = ("streamlit", "uvicorn", "websockets")
_TELLING = "WebSocket"
"""In lines of uvicorn's that hold a number of a network and an address with its parameters."""

_log = logging.getLogger(__name__)


def start_log(settings: Settings) -> None:
    """One way out for what anybody in this process logs. Raises SettingError.

    As text, of requests only those that fail are told: a page is a hundred of them.
    """
    check_log(settings)
    handler = logging.StreamHandler()
    plain = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonLines() if settings.log == JSON else plain)
    logging.root.handlers = [handler]
    _log.setLevel(logging.INFO if settings.log == JSON else logging.WARNING)
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in _OTHERS:
            logger = logging.getLogger(name)
            logger.handlers, logger.propagate = [], True
    logging.getLogger("uvicorn.error").addFilter(_tells_of_nobody)
    logging.getLogger("uvicorn.access").disabled = True


def check_log(settings: Settings) -> None:
    if settings.log not in (JSON, TEXT):
        raise SettingError(f"DASHBOARD_LOG: «{settings.log}» finns inte. Skriv {JSON} eller {TEXT}.")


def log_served(served: Served) -> None:
    failed = served.status >= 500
    level = logging.ERROR if failed else logging.INFO
    if _log.isEnabledFor(level):
        fields = {
            "method": served.method,
            "route": served.place.route,
            "page": served.place.page,
            "status": served.status,
            "ms": round(served.seconds * 1000, 1),
            "bytes": served.bytes,
            "data": _version(),
        }
        said = " ".join(str(value) for value in fields.values() if value != "")
        _log.log(level, "%s", said, extra={"fields": fields})


class JsonLines(logging.Formatter):
    """time, level, logger and message; of a request its parts instead of a message; `trace` of a failure."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        line |= getattr(record, "fields", None) or {"message": record.getMessage()}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def _tells_of_nobody(record: logging.LogRecord) -> bool:
    return _TELLING not in str(record.msg)


def _version() -> str:
    try:
        return read_pointer(SETTINGS.store)[0].stem.removeprefix("portfolio-")
    except StoreUnavailable:
        return ""
