"""The data dictionary: what the store holds, and what the CSV files behind it must look like."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby
from typing import Any

import duckdb

from dashboard.store.columns import Column, Table
from dashboard.store.connection import SQL
from dashboard.store.tables import TABLES, TERM_ACROSS, TERM_OF_ROW

_INTRODUCTION = """\
# Data dictionary

Written by `dashboard docs` from `schema.sql` and `tables.py` in `src/dashboard/store`: change those instead.

`dashboard build` checks the CSV files in `data/` and makes the tables below of them. The files are UTF-8 with
a header line and commas. An empty field means that the value is not known and becomes null; `|` separates
several values in one field. *In the file* says what the check demands: *required* means never empty, *key*
that no two rows share it.
"""


def data_dictionary() -> str:
    """Markdown with a section per table of the store."""
    with duckdb.connect() as connection:
        connection.execute((SQL / "schema.sql").read_text("utf-8"))
        columns = connection.execute((SQL / "columns.sql").read_text("utf-8")).df().to_dict("records")
    sections = [_section(name, list(rows)) for name, rows in groupby(columns, key=lambda row: row["table"])]
    return "\n".join([_INTRODUCTION, *sections])


def _section(name: str, rows: Sequence[Mapping[Hashable, Any]]) -> str:
    tables = [table for table in TABLES if table.name == name]
    lines = [f"## {name}", "", rows[0]["table_comment"], ""]
    if tables:
        lines += ["From " + ", ".join(f"`data/{table.file}`" for table in tables) + ".", ""]
    lines += ["| Column | Type | Meaning | In the file |", "| --- | --- | --- | --- |"]
    for row in rows:
        demands = _demands(tables[0], row["column"]) if tables else ""
        lines.append(f"| {row['column']} | {row['type']} | {_cell(row['comment'])} | {_cell(demands)} |")
    return "\n".join([*lines, ""])


def _demands(table: Table, name: str) -> str:
    column = next((column for column in table.columns if column.name == name), None)
    if not column:
        return "not in the file"
    return ", ".join(filter(None, [*_rules(column), "key" if name in table.key else ""]))


def _rules(column: Column) -> list[str]:
    return [
        f"{column.type.name}, several" if column.many else column.type.name,
        "required" if column.required else "",
        _bounds(column),
        "one of " + ", ".join(column.choices) if column.choices else "",
        f"at most {column.max_length} characters" if column.max_length else "",
        f"at most {column.max_words} words" if column.max_words else "",
        _reference(column),
    ]


def _bounds(column: Column) -> str:
    if column.low is None:
        return ""
    return f"{column.low:g} or more" if column.high is None else f"{column.low:g} to {column.high:g}"


def _reference(column: Column) -> str:
    if column.references == TERM_OF_ROW:
        return "in the vocabulary of the row's dimension"
    if column.references == TERM_ACROSS:
        return "in the vocabulary of the row's across_dimension"
    return f"in `{column.references}`" if column.references else ""


def _cell(text: str) -> str:
    return text.replace("|", r"\|")
