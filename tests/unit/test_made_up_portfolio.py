"""The made-up data folder that growth is measured on."""

import csv
from pathlib import Path

import pytest
from bench.made_up_portfolio import write_portfolio

from dashboard.store.check import check_data
from dashboard.store.snapshots import read_files
from dashboard.store.tables import CLASSIFICATIONS, INITIATIVES, LISTINGS

INITIATIVES_ASKED = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("made-up") / "data"
    write_portfolio(path, INITIATIVES_ASKED)
    return path


def rows(folder: Path, file: str) -> list[dict[str, str]]:
    with (folder / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_it_passes_every_check(folder):
    assert check_data(read_files(folder))[1] == []


def test_it_has_the_initiatives_that_were_asked_for_and_some_are_listed_twice(folder):
    assert len(rows(folder, INITIATIVES)) == INITIATIVES_ASKED
    listed = [row["initiative"] for row in rows(folder, LISTINGS)]
    assert len(set(listed)) == INITIATIVES_ASKED
    assert 1.10 < len(listed) / INITIATIVES_ASKED < 1.25


def test_some_labels_are_stated_and_some_inferred_and_two_in_five_have_a_district(folder):
    labels = rows(folder, CLASSIFICATIONS)
    assert {row["provenance"] for row in labels} == {"stated", "inferred"}
    placed = {row["initiative"] for row in labels if row["dimension"] == "district"}
    assert 0.3 < len(placed) / INITIATIVES_ASKED < 0.5


def test_it_is_the_same_each_time(folder, tmp_path):
    write_portfolio(tmp_path / "again", INITIATIVES_ASKED)
    assert read_files(tmp_path / "again") == read_files(folder)
