"""What docs/files.md and the files themselves say of their columns, held against what they have in them."""

import io
import json
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from tests.reports import made_up_report

from dashboard.exports.code_table import COLUMNS, Column
from dashboard.exports.file_dictionary import file_dictionary
from dashboard.exports.json_document import PANEL, PARTS, json_document
from dashboard.exports.parquet import parquet
from dashboard.exports.provenance import TO_PROGRAMS, said_to_programs
from dashboard.exports.report import Rows
from dashboard.panels.view import view_of
from dashboard.reports import coded_initiatives
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.vocabularies import Vocabularies

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, Vocabularies]:
    """All initiatives of the project's own data, and what their codes are codes of."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "store", tmp_path_factory.mktemp("store"))
        build_store(SETTINGS.data, SETTINGS.store)
        view = view_of({}, "initiatives")
        return pd.concat(coded_initiatives(view).read()), view.vocabularies


def test_the_document_is_the_one_that_is_generated():
    assert (ROOT / "docs" / "files.md").read_text("utf-8") == file_dictionary(), "run `dashboard docs`"


def test_it_has_a_row_for_each_column_of_the_files_for_programs():
    rows = file_dictionary().splitlines()
    for name in (*(each.name for each in COLUMNS), *TO_PROGRAMS, *PARTS, *PANEL):
        assert any(row.startswith(f"| `{name}` | ") for row in rows), name


def test_a_column_tells_its_codes_and_what_empty_means_in_one_line():
    column = Column("place", "Places.", "nobody says", many=True, vocabulary="place")
    assert column.description == "Places. Codes of data/vocabularies/place.csv. Empty where nobody says."


def test_what_a_file_says_of_itself_is_explained_in_its_order():
    document = json.loads(json_document(made_up_report()))
    assert list(document) == [*TO_PROGRAMS, *PARTS]
    assert list(document["panels"][0]) == list(PANEL)
    assert list(said_to_programs(made_up_report())) == list(TO_PROGRAMS)


def test_parquet_and_json_describe_their_own_columns(coded):
    told = {each.name: each.description for each in COLUMNS}
    report = made_up_report(codes=Rows.of(coded[0]))
    schema = pq.read_schema(io.BytesIO(parquet(report)))
    assert {field.name: field.metadata[b"description"].decode() for field in schema} == told
    document = json.loads(json_document(report))
    assert document["fields"] == told
    assert list(document["initiatives"][0]) == list(told)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda each: each.name)
def test_its_type_its_codes_and_that_it_is_never_empty_are_true_of_the_data(coded, column):
    table, vocabularies = coded
    values = list(table[column.name])
    assert all(isinstance(value, list) == column.many for value in values)
    single = [each for value in values for each in (value if column.many else [value])]
    assert {type(each) for each in single} == {int if column.whole else str}
    assert column.empty or all([*values, *single])
    if column.vocabulary:
        assert set(single) <= set(vocabularies.codes(column.vocabulary))
