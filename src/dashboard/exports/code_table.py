"""The initiatives as a table for programs: codes instead of labels, lists instead of joined cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.dimensions import LABELS
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report, Rows
from dashboard.spreadsheet import LISTING_COLUMNS

INFERRED = "inferred"


@dataclass(frozen=True)
class Column:
    """What the files and `docs/files.md` tell of a column: what it means, and what it means where `empty`.

    `many`: the value is a list. `vocabulary`: of `data/vocabularies/`, where the value is a code of it.
    """

    name: str
    meaning: str
    empty: str = ""
    many: bool = False
    whole: bool = False
    vocabulary: str = ""

    @property
    def description(self) -> str:
        """All of it in a line."""
        codes = f"Codes of data/vocabularies/{self.vocabulary}.csv." if self.vocabulary else ""
        empty = f"Empty where {self.empty}." if self.empty else ""
        return " ".join(filter(None, (self.meaning, codes, empty)))


def _of_listings(name: str, meaning: str, **more: Any) -> Column:
    return Column(name, f"{meaning}, one value per listing.", many=True, **more)


def _of_dimension(dimension: str) -> Column:
    meaning = f"The initiative's labels in the dimension {dimension}, inferred ones too."
    return Column(dimension, meaning, "the source does not say", many=True, vocabulary=dimension)


COLUMNS = (
    Column("code", "The initiative's own name: the same in every file, link and snapshot."),
    Column("title", "The title as published, misspellings kept."),
    Column("display_title", "The title as the pages of the dashboard show it."),
    Column("summary_sv", "Our own summary in a Swedish sentence.", "nobody has written it"),
    Column("summary_en", "The same in English.", "nobody has written it"),
    _of_listings("vision_area", "The vision areas whose pages list it", vocabulary="vision_area"),
    _of_listings("stage", "The headings that it stands under there", vocabulary="stage"),
    _of_listings("position", "Its places below them, from 1", whole=True),
    _of_listings("link_label", "The texts of its links", empty="a listing has none"),
    *map(_of_dimension, LABELS),
    Column(
        INFERRED,
        "Which of those labels a rule has read out of the text, as dimension:code; the others are stated.",
        "all are stated, or the view leaves inferred ones out",
        many=True,
    ),
)
"""In order."""

TEXT_COLUMNS = tuple(each.name for each in COLUMNS if not each.many)
LIST_COLUMNS = tuple(each.name for each in COLUMNS if each.many)
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
