"""The unit matrix: every selected initiative as a square that leads to it."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.panel import Panel
from dashboard.charts.table import Table, words
from dashboard.charts.units import MIXED, Unit, UnitGroup, UnitLegend, Units
from dashboard.panels.panel import extremes, panel
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.portfolio import marks

MOST_SQUARES = 600
"""With more initiatives than this a square stands for several: more could not be told apart."""


def units(view: View, name: str) -> Panel:
    squares = list(each_row(marks(view.store, view.filters)))
    each = -(-len(squares) // MOST_SQUARES) or 1
    groups = [
        _group(view, stage, [square for square in squares if square.stage == stage], each)
        for stage in view.vocabularies.codes("stage")
    ]
    table = _table(view, view.text(f"chart-{name}"), squares)
    return panel(view, name, extremes(view, "stage"), table, Units(groups, _legend(view, each)))


def _group(view: View, stage: str, squares: Sequence[Any], each: int) -> UnitGroup:
    href = view.list_href(stage=stage)
    units = [
        Unit(
            f"{square.display_title} – {_areas(view, square.vision_areas)}",
            view.href("initiatives", initiative=square.initiative),
            _pattern(view, square.vision_areas),
        )
        for square in squares[::each]
    ]
    label = f"{view.label('stage', stage)}: {view.text.number(len(squares))}"
    return UnitGroup(label, href, view.vocabularies.term("stage", stage).position, units)


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


def _table(view: View, caption: str, squares: Sequence[Any]) -> Table:
    lines = tuple(
        (
            words(square.display_title, view.href("initiatives", initiative=square.initiative)),
            words(view.label("stage", square.stage)),
            words(_areas(view, square.vision_areas)),
        )
        for square in squares[:MOST_SQUARES]
    )
    columns = (view.text("initiative"), view.text("dimension-stage"), view.text("dimension-vision_area"))
    return Table(caption, columns, lines)
