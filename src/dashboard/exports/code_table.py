"""The initiatives as a table for programs: codes instead of labels, lists instead of joined cells."""

from collections.abc import Sequence

import pandas as pd

from dashboard.dimensions import LABELS
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report, Rows
from dashboard.spreadsheet import LISTING_COLUMNS

TEXT_COLUMNS = ("code", "title", "display_title", "summary_sv", "summary_en")
INFERRED = "inferred"
"""The labels that a rule has set, as `dimension:term`; all others are stated by the city."""

LIST_COLUMNS = (*LISTING_COLUMNS, *LABELS, INFERRED)
"""Their values are lists. Those of LISTING_COLUMNS are parallel: one value per listing."""


def code_table(found: pd.DataFrame, placed: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """TEXT_COLUMNS and LIST_COLUMNS of each initiative, in the order of `found`.

    A row is an initiative, so that the rows are as many as the dashboard counts. `found` has TEXT_COLUMNS;
    `placed` a row per listing with initiative and LISTING_COLUMNS, in the order in which they are told;
    `known` a row per label with initiative, dimension, term, provenance. A listing without a link has an
    empty link label, a dimension that is not stated an empty list.
    """
    rows: dict[str, dict[str, list[str | int]]] = {
        code: {column: [] for column in LIST_COLUMNS} for code in found["code"]
    }
    for initiative, area, stage, position, link in _values(placed, "initiative", *LISTING_COLUMNS):
        listing = area, stage, int(position), link if isinstance(link, str) else ""
        for column, value in zip(LISTING_COLUMNS, listing, strict=True):
            rows[initiative][column].append(value)
    for initiative, dimension, term, provenance in _values(
        known, "initiative", "dimension", "term", "provenance"
    ):
        rows[initiative][dimension].append(term)
        if provenance == "inferred":
            rows[initiative][INFERRED].append(f"{dimension}:{term}")
    lists = pd.DataFrame(list(rows.values()), columns=list(LIST_COLUMNS), dtype=object)
    return found[list(TEXT_COLUMNS)].reset_index(drop=True).join(lists)


def codes_of(report: Report) -> Rows:
    """The report's table of codes. Raises ExportRefused where it has none, being of several selections."""
    if report.codes is None:
        raise ExportRefused(report.text("export-without-codes"))
    return report.codes


def _values(table: pd.DataFrame, *columns: str) -> Sequence[tuple]:
    return list(table[list(columns)].itertuples(index=False, name=None))
