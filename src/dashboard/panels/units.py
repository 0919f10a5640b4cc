"""The unit matrix: every selected initiative as a square that leads to it."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, city_words, words
from dashboard.charts.units import MIXED, Unit, UnitGroup, UnitLegend, Units
from dashboard.panels.panel import extremes, panel
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.coverage import count_by_term
from dashboard.queries.portfolio import marks

MOST_SQUARES = 600
"""With more initiatives than this a square stands for several: more could not be told apart."""


def units(view: View, name: str) -> Panel:
    stages = count_by_term(view.store, view.filters, view.vocabularies, "stage").set_index("term")
    numbers = {stage: int(stages["initiatives"].get(stage, 0)) for stage in view.vocabularies.codes("stage")}
    caption, each = view.text(f"chart-{name}"), -(-sum(numbers.values()) // MOST_SQUARES) or 1
    if each > 1:
        kinds = {stage: _kinds(view, stage, number) for stage, number in numbers.items()}
        squares = {stage: _squares_of_many(view, stage, found, each) for stage, found in kinds.items()}
        table = _table_of_many(view, caption, kinds)
    else:
        rows = list(each_row(marks(view.store, view.filters)))
        squares = {stage: [_square(view, row) for row in rows if row.stage == stage] for stage in numbers}
        table = _table(view, caption, rows)
    groups = [_group(view, stage, number, squares[stage]) for stage, number in numbers.items()]
    return panel(view, name, extremes(view, "stage"), table, Units(groups, _legend(view, each)))


def _group(view: View, stage: str, number: int, squares: Sequence[Unit]) -> UnitGroup:
    label = f"{view.label('stage', stage)}: {view.text.number(number)}"
    position = view.vocabularies.term("stage", stage).position
    return UnitGroup(label, view.list_href(stage=stage), position, squares)


def _square(view: View, row: Any) -> Unit:
    return Unit(
        row.display_title,
        _areas(view, row.vision_areas),
        view.href("initiatives", initiative=row.initiative),
        _pattern(view, row.vision_areas),
    )


def _kinds(view: View, stage: str, number: int) -> dict[str, int]:
    """Of the initiatives in a stage: how many stand under one vision area alone, how many under several."""
    if not number:
        return {}
    found = count_by_term(view.store, view.narrowed(stage=stage), view.vocabularies, "vision_area")
    alone = {row.term: row.only for row in each_row(found) if row.only}
    several = number - sum(alone.values())
    return alone | ({MIXED: several} if several else {})


def _squares_of_many(view: View, stage: str, kinds: dict[str, int], each: int) -> list[Unit]:
    """A square for every so many of a kind, and for the rest; it leads to the list of its kind."""
    squares = []
    for kind, number in kinds.items():
        pattern = kind if kind == MIXED else view.vocabularies.term("vision_area", kind).position
        label = f"{_kind(view, kind)}: {view.text.number(number)}"
        squares += [Unit("", label, _kind_href(view, stage, kind), pattern)] * -(-number // each)
    return squares


def _kind(view: View, kind: str) -> str:
    return view.text("several-vision-areas") if kind == MIXED else view.label("vision_area", kind)


def _kind_href(view: View, stage: str, kind: str) -> str:
    return view.list_href(stage=stage, **({} if kind == MIXED else {"vision_area": kind}))


def _table_of_many(view: View, caption: str, kinds: dict[str, dict[str, int]]) -> Table:
    lines = tuple(
        (
            words(view.label("stage", stage)),
            words(_kind(view, kind), _kind_href(view, stage, kind)),
            Cell(number, view.text.number(number)),
        )
        for stage, found in kinds.items()
        for kind, number in found.items()
    )
    names = ("dimension-stage", "dimension-vision_area", "initiatives-total")
    return Table(caption, tuple(map(view.text, names)), lines)


def _pattern(view: View, areas: list[str]) -> int | str:
    return view.vocabularies.term("vision_area", areas[0]).position if len(areas) == 1 else MIXED


def _areas(view: View, areas: list[str]) -> str:
    return view.text.all_of(view.label("vision_area", code) for code in areas)


def _legend(view: View, each: int) -> list[UnitLegend]:
    entries = [
        UnitLegend(
            term.label(view.text.language),
            term.position,
            view.list_href(vision_area=term.code),
        )
        for term in view.vocabularies.terms("vision_area")
        if term.captured
    ]
    return [
        *entries,
        UnitLegend(view.text("several-vision-areas"), MIXED),
        *([UnitLegend(view.text("square-stands-for", n=each), "key")] if each > 1 else []),
    ]


def _table(view: View, caption: str, rows: Sequence[Any]) -> Table:
    lines = tuple(
        (
            city_words(row.display_title, view.href("initiatives", initiative=row.initiative)),
            words(view.label("stage", row.stage)),
            words(_areas(view, row.vision_areas)),
        )
        for row in rows
    )
    columns = (view.text("initiative"), view.text("dimension-stage"), view.text("dimension-vision_area"))
    return Table(caption, columns, lines)
