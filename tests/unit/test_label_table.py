"""The labels as a long table, against what the pages count."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard import reports
from dashboard.dimensions import NOT_STATED
from dashboard.exports.report import Rows
from dashboard.panels.view import View, view_of
from dashboard.queries.coverage import count_by_term
from dashboard.reports import coded_initiatives, labelled_initiatives, labels_of_initiatives
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    build_store(SETTINGS.data, folder)
    return folder


@pytest.fixture
def view(store: Path, monkeypatch: pytest.MonkeyPatch) -> View:
    monkeypatch.setitem(vars(SETTINGS), "store", store)
    return view_of({}, "initiatives")


def whole(rows: Rows) -> pd.DataFrame:
    return pd.concat(rows.parts(), ignore_index=True)


@pytest.mark.parametrize("dimension", ["vision_area", "stage", "target_area", "district", "target_group"])
def test_the_rows_of_a_value_are_as_many_as_the_pages_count(view, dimension):
    table = whole(labels_of_initiatives(view))
    mine = table[table["Uppgift"] == view.text(f"dimension-{dimension}")]
    found = mine["Värde"].value_counts().to_dict()
    counted = count_by_term(view.store, view.filters, view.vocabularies, dimension)
    wanted = {
        view.text("not-stated") if code == NOT_STATED else view.label(dimension, code): n
        for code, n in zip(counted["term"], counted["initiatives"], strict=True)
        if n
    }
    assert found == wanted


def test_every_initiative_has_a_row_for_each_dimension_and_none_twice(view):
    table = whole(labels_of_initiatives(view))
    assert len(table) == len(table.drop_duplicates())
    assert set(table.groupby("Kod")["Uppgift"].nunique()) == {8}


def test_a_value_says_whether_the_city_states_it(view):
    table = whole(labels_of_initiatives(view))
    inferred = table[table["Angiven eller härledd"] == "härledd"]
    known = pd.read_csv(SETTINGS.data / "portfolio" / "classifications.csv")
    assert len(inferred) == (known["provenance"] == "inferred").sum()
    assert set(table.loc[table["Angiven eller härledd"] == "", "Värde"]) == {"Ej angivet"}


@pytest.mark.parametrize("make", [labelled_initiatives, labels_of_initiatives, coded_initiatives])
def test_in_parts_it_is_what_it_is_at_once(view, make, monkeypatch):
    told: list[tuple[int, int]] = []
    at_once = whole(make(view))
    monkeypatch.setattr(reports, "_PART", 30)
    in_parts = list(make(view).read(lambda done, of: told.append((done, of))))
    assert len(in_parts) == 3
    pd.testing.assert_frame_equal(pd.concat(in_parts, ignore_index=True), at_once)
    assert told[-1][0] == len(at_once)
