"""Every number on the pages is in the files that are taken from them, on the project's own data."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from dashboard.charts.table import Share, Table
from dashboard.exports.report import Report
from dashboard.panels.pages import PANELS
from dashboard.panels.view import view_of
from dashboard.reports import FORMATS, report_of
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store

Found = set[tuple[int, str, Any]]
"""Row from 1, column and value, a day as in ISO 8601."""


@pytest.fixture(scope="module", params=PANELS)
def report(request: pytest.FixtureRequest, store: None) -> Report:
    """A whole page without a filter."""
    return report_of(view_of({}, request.param))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("store")
    build_store(SETTINGS.data, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "store", folder)
        yield


def shown(table: Table) -> Found:
    return found(table.columns, ([cell.value for cell in row] for row in table.lines()))


def found(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Found:
    """The numbers and days, of what a file has in its cells."""
    return {
        (number, head, told)
        for number, row in enumerate(rows, 1)
        for head, value in zip(columns, row, strict=True)
        if (told := plain(value)) is not None
    }


def plain(value: Any) -> Any:
    match value:
        case str():
            return value if is_day(value) else None
        case date():
            return value.isoformat()[:10]
    return value


def is_day(words: str) -> bool:
    try:
        return bool(date.fromisoformat(words))
    except ValueError:
        return False


def in_workbook(report: Report) -> Iterator[Found]:
    book: Any = load_workbook(io.BytesIO(FORMATS["xlsx"].write(report, lambda done, of: None)))
    for sheet in book.worksheets[1:]:
        [table] = sheet.tables.values()
        head = sheet[table.ref][0]
        rows = sheet.iter_rows(min_row=head[0].row + 1, max_col=len(head), values_only=True)
        yield found([str(cell.value) for cell in head], rows)


def in_csv(report: Report) -> Iterator[Found]:
    for slide in report.slides:
        written = FORMATS["csv"].write(replace(report, slides=[slide], of_panel=True), lambda done, of: None)
        head, *lines = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";")
        yield found(head, ([number(cell) for cell in line] for line in lines[: lines.index([])]))


def number(cell: str) -> Any:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return cell


def in_json(report: Report) -> Iterator[Found]:
    for panel in json.loads(FORMATS["json"].write(report, lambda done, of: None))["panels"]:
        yield found(panel["columns"], [*panel["rows"], *([panel["sums"]] if panel["sums"] else [])])


@pytest.mark.parametrize("read", [in_workbook, in_csv, in_json])
def test_every_number_and_day_of_every_panel_is_in_the_file(report, read):
    tables = [slide.panel.table for slide in report.slides]
    if read is in_workbook:
        tables = [table for table in tables if table.rows]
    missing = [shown(table) - there for table, there in zip(tables, read(report), strict=False)]
    assert missing == [set()] * len(tables)


def test_what_is_read_as_per_cent_is_held_as_a_part_of_one(report):
    rows = [row for slide in report.slides for row in slide.panel.table.rows]
    told = [cell.value for row in rows for cell in row if "%" in cell.text and isinstance(cell.value, float)]
    assert all(isinstance(value, Share) and 0 <= value <= 1 for value in told)
