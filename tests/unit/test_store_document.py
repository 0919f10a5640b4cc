"""The schema explains itself, and the data dictionary says what it says."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.store.connection import SQL
from dashboard.store.document import data_dictionary
from dashboard.store.tables import TABLES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def columns() -> list[dict[Hashable, Any]]:
    with duckdb.connect() as connection:
        connection.execute((SQL / "schema.sql").read_text("utf-8"))
        return connection.execute((SQL / "columns.sql").read_text("utf-8")).df().to_dict("records")


def test_every_table_and_column_has_a_sentence(columns):
    for row in columns:
        for comment in (row["comment"], row["table_comment"]):
            assert isinstance(comment, str), row
            assert comment.endswith("."), row


def test_every_column_of_the_files_is_stored(columns):
    stored = {(row["table"], row["column"]) for row in columns}
    assert {(table.name, column.name) for table in TABLES for column in table.columns} <= stored


def test_what_the_store_demands_the_check_has_demanded(columns):
    computed = {"dimension", "summary_sv", "summary_en"}  # filled in when the file leaves them empty
    optional = {
        (row["table"], row["column"]) for row in columns if row["nullable"] and not row["type"].endswith("[]")
    }
    for table in TABLES:
        for column in table.columns:
            if not column.required and not column.many and column.name not in computed:
                assert (table.name, column.name) in optional, (table.file, column.name)


def test_the_dictionary_in_the_documents_is_the_schemas():
    assert (ROOT / "docs" / "data.md").read_text("utf-8") == data_dictionary(), "run `dashboard docs`"
