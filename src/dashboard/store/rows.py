"""Files of the data folder as rows of strings, for what changes them: read whole, written whole."""

import csv
import io
from collections.abc import Iterable, Mapping

from dashboard.store.columns import Table
from dashboard.store.read import parse_table

Row = dict[str, str]
"""A value for every column of the table; "" where nothing is known."""


class TableError(Exception):
    """A table that cannot be read; the message names file and line, in the reader's language."""


def read_rows(table: Table, files: Mapping[str, bytes]) -> list[Row]:
    """Rows of one file. Raises TableError where a line or column of it cannot be read."""
    text = parse_table(table, files)
    if text.problems:
        raise TableError("\n".join(problem.message for problem in text.problems))
    names = [column.name for column in table.columns]
    shared: dict[str, str] = {}  # most values recur: one string each makes a large file fit in memory
    values = zip(*(text.values(name) for name in names), strict=True)
    return [dict(zip(names, map(shared.setdefault, row, row), strict=True)) for row in values]


def new_row(table: Table, **known: str) -> Row:
    """A row of which only this is known."""
    return {column.name: known.get(column.name, "") for column in table.columns}


def key_of(table: Table, row: Row) -> tuple[str, ...]:
    """What no two rows of the table share."""
    return tuple(row[name] for name in table.key)


def format_rows(table: Table, rows: Iterable[Row]) -> bytes:
    """The file that holds these rows."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [column.name for column in table.columns], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
