"""CSV that a Swedish Excel opens right."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import isnan

import pandas as pd

from dashboard.exports.addresses import with_addresses
from dashboard.exports.provenance import labelled, said_of_report, said_of_slide
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report, Rows, Told, untold
from dashboard.spreadsheet import quote_formula


def spreadsheet_csv(table: pd.DataFrame) -> bytes:
    """Semicolons, decimal commas and a byte order mark; text that a spreadsheet would run is made text."""
    return _written(_lines(Rows.of(table)))


def report_csv(report: Report, told: Told = untold) -> bytes:
    """The list of initiatives, or the table of the panel that alone was asked for. Raises ExportRefused.

    Below, after an empty line, which leaves the head on the first, stands where it is from.
    """
    if report.of_panel:
        if len(report.slides) != 1:
            raise ExportRefused(report.text("export-one-table", n=len(report.slides)))
        [slide] = report.slides
        table = with_addresses(slide.panel.table, report.text)
        lines = [table.columns, *([cell.value for cell in row] for row in table.lines())]
        return _written([*lines, [], *labelled(said_of_slide(slide), report.text)])
    if report.initiatives is None:
        raise ExportRefused(report.text("export-without-codes"))
    below = [[], *labelled(said_of_report(report), report.text)]
    return _written(chain(_lines(report.initiatives, told), below))


def _lines(table: Rows, told: Told = untold) -> Iterator[Sequence[object]]:
    for number, part in enumerate(table.read(told)):
        if number == 0:
            yield list(part.columns)
        yield from part.itertuples(index=False, name=None)


def _written(lines: Iterable[Sequence[object]]) -> bytes:
    file = io.BytesIO()
    with io.TextIOWrapper(file, "utf-8-sig", newline="") as text:
        csv.writer(text, delimiter=";", lineterminator="\n").writerows(
            [_neutral(value) for value in line] for line in lines
        )
        text.flush()
        return file.getvalue()


def _neutral(value: object) -> object:
    match value:
        case str():  # a return alone would not be quoted, and begin a line
            return quote_formula(value.replace("\r\n", "\n").replace("\r", "\n"))
        case float():
            return "" if isnan(value) else str(value).replace(".", ",")
    return value
