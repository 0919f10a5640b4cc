"""JSON: the whole report in one document, for programs that want its sentences too.

What is said of the whole as `said_to_programs` has it, then PARTS. A share is a part of 1, a day is spelt as
in ISO 8601; null stands where there is neither number nor word.
"""

import io
import json
from collections.abc import Callable, Sequence
from datetime import date
from math import isfinite
from typing import Any

from dashboard.charts.table import Cell
from dashboard.exports.addresses import with_addresses
from dashboard.exports.code_table import COLUMNS
from dashboard.exports.provenance import said_to_programs
from dashboard.exports.report import Report, Slide, Told, untold

PARTS = {
    "panels": "The page's charts and tables in reading order; what each has stands below.",
    "fields": "What each field of an initiative means, by its name.",
    "initiatives": "The initiatives in the selection, each on a line of its own; null in a deck.",
}
PANEL = {
    "name": "Its code, the same in addresses.",
    "title": "What it is called.",
    "sentence": "What its numbers say.",
    "basis": "Which initiatives it counts, and how many of how many.",
    "dated": "Which day's data it shows, in words.",
    "source": "Where the data is from.",
    "address": "Its whole address, where it is known where the dashboard is served.",
    "note": "What whoever presents it has noted, in a deck.",
    "columns": "The words above its table's columns, in the report's language.",
    "rows": "The values below them, row by row. A share is a part of 1, a day is as in ISO 8601.",
    "sums": "The same for all rows together, each initiative counted once; empty where there are none.",
}


def json_document(report: Report, told: Told = untold) -> bytes:
    """UTF-8, with a line end last."""
    panels = [_panel(slide, report.text) for slide in report.slides]
    fields = {column.name: column.description for column in COLUMNS}
    document = said_to_programs(report) | {"panels": panels, "fields": fields, "initiatives": None}
    if report.codes is None:
        return f"{_spelt(document, indent=1)}\n".encode()
    head, tail = _spelt(document, indent=1).rsplit("null", 1)
    file = io.BytesIO(f"{head}[".encode())
    file.seek(0, io.SEEK_END)
    before = "\n  "
    for part in report.codes.read(told):
        for initiative in part.to_dict("records"):
            file.write(f"{before}{_spelt(initiative)}".encode())
            before = ",\n  "
    file.write(f"\n ]{tail}\n".encode())
    return file.getvalue()


def _spelt(value: Any, indent: int | None = None) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False, indent=indent)


def _panel(slide: Slide, text: Callable[..., str]) -> dict[str, Any]:
    panel, table = slide.panel, with_addresses(slide.panel.table, text)
    return {
        "name": panel.name,
        "title": panel.title,
        "sentence": panel.sentence,
        "basis": panel.basis,
        "dated": slide.dated,
        "source": slide.source,
        "address": slide.address,
        "note": slide.note,
        "columns": table.columns,
        "rows": [_values(row) for row in table.rows],
        "sums": _values(table.sums),
    }


def _values(row: Sequence[Cell]) -> list[Any]:
    return [None if cell.value == "" else cell.value for cell in row]


def _plain(value: Any) -> Any:
    """The same as JSON knows it, also where pandas or NumPy has made a number."""
    match value:
        case dict():
            return {name: _plain(each) for name, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case str() | None:
            return value
        case date():
            return value.isoformat()
        case _:
            number = value.item() if hasattr(value, "item") else value
            return None if isinstance(number, float) and not isfinite(number) else number
