"""A large file is read part by part, which nobody notices."""

import pytest

from dashboard.store import read
from dashboard.store.check import check_data
from dashboard.store.rows import read_rows
from dashboard.store.snapshots import read_files
from dashboard.store.tables import CLASSIFICATIONS, INITIATIVES, TABLES


@pytest.fixture
def in_small_parts(monkeypatch):
    monkeypatch.setattr(read, "_ROWS", 2)


def test_parts_hold_the_rows_of_the_whole(portfolio_folder, monkeypatch):
    files = read_files(portfolio_folder)
    whole = {table.file: read_rows(table, files) for table in TABLES}
    monkeypatch.setattr(read, "_ROWS", 2)
    assert {table.file: read_rows(table, files) for table in TABLES} == whole
    assert len(whole[CLASSIFICATIONS]) > 4


def test_a_problem_in_a_later_part_has_its_own_line_and_that_of_the_first_part(
    portfolio_folder, in_small_parts
):
    path = portfolio_folder / INITIATIVES
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[1], "short,row\n"]), "utf-8")
    assert [str(problem) for problem in check_data(read_files(portfolio_folder))[1]] == [
        f"{INITIATIVES} rad {len(lines) + 1}, code: «{lines[1].split(',')[0]}» står redan på rad 2. "
        "Ta bort eller ändra en av raderna.",
        f"{INITIATIVES} rad {len(lines) + 2}: raden har 2 fält men första raden har "
        f"{lines[0].count(',') + 1}. Lägg till eller ta bort kommatecken; ett fält som innehåller komma "
        "ska stå inom citattecken.",
    ]


def test_letters_that_are_not_utf_8_are_told_with_their_line_however_far_in_they_stand(
    portfolio_folder, in_small_parts
):
    path = portfolio_folder / INITIATIVES
    content = path.read_bytes()
    path.write_bytes(content + b"\xff\n")
    [found] = [each for each in check_data(read_files(portfolio_folder))[1] if each.rule == "encoding"]
    assert found.line == content.count(b"\n") + 1
