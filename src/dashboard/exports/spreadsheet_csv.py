"""CSV that a Swedish Excel opens right."""

import csv
import io
from collections.abc import Iterable

import pandas as pd

from dashboard.exports.provenance import labelled, said_of_report, said_of_slide
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report
from dashboard.spreadsheet import quote_formula


def spreadsheet_csv(table: pd.DataFrame, about: Iterable[tuple[str, str]] = ()) -> bytes:
    """Semicolons, decimal commas and a byte order mark; text that a spreadsheet would run is made text.

    `about` are labels and values, as `provenance.labelled` gives them: they follow after an empty line, where
    they leave the table's head on the first.
    """
    safe = pd.DataFrame({_neutral(name): _neutral_column(table[name]) for name in table})
    below = io.StringIO()
    csv.writer(below, delimiter=";", lineterminator="\n").writerows(map(_neutral, line) for line in about)
    said = f"\n{below.getvalue()}" if below.getvalue() else ""
    return (safe.to_csv(sep=";", decimal=",", index=False) + said).encode("utf-8-sig")


def report_csv(report: Report) -> bytes:
    """The list of initiatives, or the table of the panel that alone was asked for. Raises ExportRefused."""
    if report.of_panel:
        if len(report.slides) != 1:
            raise ExportRefused(report.text("export-one-table", n=len(report.slides)))
        [slide] = report.slides
        return spreadsheet_csv(slide.panel.table.frame(), labelled(said_of_slide(slide), report.text))
    if report.initiatives is None:
        raise ExportRefused(report.text("export-without-codes"))
    return spreadsheet_csv(report.initiatives, labelled(said_of_report(report), report.text))


def _neutral_column(values: pd.Series) -> pd.Series:
    """Whole numbers stay whole beside empty cells, where pandas would make them decimals."""
    safe = [_neutral(value) for value in values]
    decimals = any(isinstance(value, float) for value in safe)
    return pd.Series(safe, dtype=None if decimals else object)


def _neutral(value: object) -> object:
    return quote_formula(value) if isinstance(value, str) else value
