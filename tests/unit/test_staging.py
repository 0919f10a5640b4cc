"""How much of a drawing is shown where it must be read from afar."""

import re
from dataclasses import replace

import pytest
from tests.reports import DRAWINGS

from dashboard.charts.bars import Bars, Part
from dashboard.charts.grid import Grid, GridCell, GridRow, Legend, Rest
from dashboard.charts.staging import Stage, Staged, staged
from dashboard.charts.table import Table, words

PROJECTOR = Stage(91, 45)


def row(label: str, apart: bool = False) -> GridRow:
    return GridRow(label, [GridCell("3", kind="count")], GridCell("3"), apart=apart)


def matrix(rows: int) -> Grid:
    """With two rows that fold away."""
    return Grid(
        caption="Områden efter skede",
        columns=["Nu"],
        rows=[*(row(f"Område {n}") for n in range(1, rows + 1)), row("Hela kommunen", apart=True)],
        foot=[GridCell("9")],
        whole=GridCell("9"),
        total="Insatser",
        rest=Rest("rest", "2 områden till", [row("Bredared"), row("Rångedala")]),
        legend=Legend("Så läser du rutorna", [(GridCell("3", kind="count"), "Antal insatser här.")]),
    )


def test_a_matrix_is_shown_without_what_folds_away_and_without_its_legend():
    shown = staged(matrix(3), PROJECTOR)
    assert shown
    assert shown.left_out == 2
    assert "Område 3" in shown.picture
    assert "Bredared" not in shown.picture
    assert "Antal" not in shown.picture


def letters(shown: Staged, stage: Stage) -> float:
    """The size of the smallest ones, in units of the stage."""
    width, height = size(shown)
    scale = min(stage.width / width, stage.height / height)
    return scale * min(map(float, re.findall(r'font-size="([0-9.]+)"', shown.picture)))


def size(shown: Staged) -> tuple[float, float]:
    found = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', shown.picture)
    assert found
    return float(found[1]), float(found[2])


@pytest.mark.parametrize("stage", [PROJECTOR, Stage(65, 70)], ids=["lying", "standing"])
@pytest.mark.parametrize("drawn", [matrix(5), DRAWINGS["bars"](), DRAWINGS["shares"]()])
def test_a_drawing_fills_its_stage_in_letters_that_are_read_from_afar(drawn, stage):
    """Eighteen pixels, where a hundred units are a projector's 1024."""
    shown = staged(drawn, stage)
    assert shown
    width, height = size(shown)
    scale = min(stage.width / width, stage.height / height)
    assert width * scale > 0.8 * stage.width
    assert height * scale > 0.7 * stage.height
    assert letters(shown, stage) > 1.76


def test_the_districts_of_a_dense_matrix_stand_close_so_that_their_letters_are_larger():
    """Ten rows below a title and a long sentence."""
    stage = Stage(91, 37)
    shown = staged(replace(matrix(9), dense=True), stage)
    assert shown
    assert shown.left_out == 2
    assert letters(shown, stage) > 1.7


def test_a_word_is_broken_only_where_letters_would_be_much_smaller_otherwise():
    heads = ["Förutsättningar för arbete", "Uppväxtvillkor"]
    two = replace(matrix(3), columns=heads, foot=[GridCell("9")] * 2)
    rows = [replace(each, cells=[*each.cells] * 2) for each in two.rows]
    shown = staged(replace(two, rows=rows), Stage(65, 70))
    assert shown
    assert "-<" not in shown.picture


def test_a_long_matrix_loses_its_last_rows_but_never_those_that_stand_apart():
    shown = staged(matrix(60), PROJECTOR)
    assert shown
    seen = [n for n in range(1, 61) if f"Område {n}<" in shown.picture]
    assert seen == list(range(1, len(seen) + 1))
    assert 5 < len(seen) < 60
    assert shown.left_out == 2 + 60 - len(seen)
    assert "Hela kommunen" in shown.picture


@pytest.mark.parametrize(("bars", "is_shown"), [(4, True), (80, False)])
def test_another_drawing_is_shown_whole_or_not_at_all(bars, is_shown):
    labels = [f"Område {n}" for n in range(bars)]
    drawn = Bars(labels, [Part("Insatser", [1] * bars)])
    shown = staged(drawn, PROJECTOR)
    assert bool(shown) == is_shown
    assert not shown or all(f">{label}<" in shown.picture for label in labels)


def test_the_kinds_of_a_legend_have_names_without_their_meaning():
    cell = GridCell("–", kind="none")
    legend = Legend(
        "", [(cell, "Ingen utpekad insats: de lästa sidorna nämner ingen."), (cell, "Antal här.")]
    )
    assert legend.names() == [(cell, "Ingen utpekad insats"), (cell, "Antal här")]


def test_rows_that_matter_most_come_first_and_otherwise_keep_their_order():
    listed = Table("Områden", ("Område",), tuple((words(each),) for each in "ABCD"))
    assert listed.foremost() == listed
    told = replace(listed, telling=(False, True, False, True)).foremost()
    assert [cells[0].text for cells in told.rows] == ["B", "D", "A", "C"]
    assert told.telling == (True, True, False, False)
