"""A matrix of two dimensions: numbers that lead to their lists, and a sign for each kind of empty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.cells import Content, Kind
from dashboard.charts.fragments import fragment
from dashboard.charts.table import Cell, Table, words
from dashboard.dimensions import MUNICIPALITY_WIDE
from dashboard.filters import facet_codes
from dashboard.gaps import Gap
from dashboard.queries import each_row
from dashboard.queries.coverage import count_by_term, kinds_in, matrix
from dashboard.text.sentences import (
    cell_sentence,
    cell_sign,
    matrix_sentence,
    otherwise,
    range_line,
    said_range,
)
from dashboard.ui.gap_register import Mark, marks
from dashboard.ui.show import extremes, show_chart
from dashboard.ui.view import View

DENSE_FROM = 12
"""With more rows than this they stand closer together."""

_COUNTED = {Kind.COUNT, Kind.NONE, Kind.NOT_STATED}
"""Kinds whose number the table gives; of the others it tells in words."""
_WITHOUT_NUMBER = {Kind.NOT_CAPTURED, Kind.NOT_RELEVANT}


def show_matrix(view: View, name: str, rows: str, columns: str, about: str = "") -> None:
    """Rows and columns in vocabulary order, with the distinct count of each row beside it.

    The sentence tells where most meet and what is empty; with `about`, the extremes of that dimension.
    """
    title = view.text(f"chart-{name}")
    crossing = Crossing(
        view, rows, columns, matrix(view.store, view.filters, view.vocabularies, rows, columns)
    )
    body = crossing.html(title) + legend(view, kinds_in(crossing.cells), crossing.notes())
    sentence = extremes(view, about) if about else crossing.sentence()
    show_chart(view, name, sentence, body, crossing.table(title), open_table=True)


def legend(view: View, kinds: Sequence[Kind], notes: Sequence[str] = ()) -> Markup:
    """What each kind of cell in sight means, and what else there is to know about the numbers."""
    text = view.text
    entries = [
        {
            "kind": str(kind),
            "sign": cell_sign(text, Content(kind, initiatives=3, wide=3)),
            "meaning": text(f"meaning-{kind}"),
        }
        for kind in kinds
    ]
    return fragment("legend", title=text("legend"), entries=entries, notes=notes)


@dataclass(frozen=True)
class Crossing:
    """Two dimensions where they meet; `cells` as `queries.coverage.matrix` gives them."""

    view: View
    rows: str
    columns: str
    cells: pd.DataFrame

    @cached_property
    def column_codes(self) -> list[str]:
        return list(self.cells["column"].unique())

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        return marks(self.view)

    @cached_property
    def row_sums(self) -> pd.DataFrame:
        return _sums(self.view, self.rows)

    def by_row(self) -> Iterator[tuple[str, pd.DataFrame]]:
        return ((str(code), group) for code, group in self.cells.groupby("row", sort=False))

    def row_label(self, code: str) -> str:
        """Below the districts stand places that are none."""
        return self.view.label(self.rows if self.has_row(code) else "place", code)

    def has_row(self, code: str) -> bool:
        return code in facet_codes(self.view.vocabularies, self.rows)

    def sentence(self) -> str:
        return matrix_sentence(
            self.view.text, self.cells, self.row_label, lambda code: self.view.label(self.columns, code)
        )

    def notes(self) -> list[str]:
        """Below the legend: what a filter, inferred labels and decisions do to the cells in sight."""
        decided = [self.mark(row) or self.row_mark(row.row) for row in each_row(self.cells)]
        there = {
            "legend-selection": self.view.filters.narrow and Kind.COUNT in kinds_in(self.cells),
            "legend-range": (self.cells["least"] != self.cells["most"]).any(),
            "legend-decision": any(decided),
        }
        return [self.view.text(note) for note, holds in there.items() if holds]

    def html(self, caption: str) -> Markup:
        view, most = self.view, max(int(self.cells["initiatives"].max()), 1)
        column_sums = _sums(view, self.columns)
        return fragment(
            "matrix",
            caption=caption,
            dense=self.cells["row"].nunique() > DENSE_FROM,
            total=view.text("initiatives-total"),
            columns=[{"label": view.label(self.columns, code)} for code in self.column_codes],
            rows=[
                {
                    "label": self.row_label(code),
                    "href": view.list_href(**{self.rows: code}) if self.has_row(code) else "",
                    "apart": code == MUNICIPALITY_WIDE or code not in view.vocabularies.codes(self.rows),
                    "mark": self.row_mark(code),
                    "cells": [self.cell(row, most) for row in each_row(group)],
                    "sum": _sum(view, self.rows, code, self.row_sums),
                }
                for code, group in self.by_row()
            ],
            foot=[_sum(view, self.columns, code, column_sums) for code in self.column_codes],
            whole={
                "sign": view.text.number(view.totals.initiatives),
                "range": range_line(view.text, view.totals.least, view.totals.most),
                "href": view.href("initiatives"),
                "sentence": view.selection(),
            },
        )

    def cell(self, row: Any, most: int) -> dict[str, object]:
        text, content, mark = self.view.text, Content.of(row), self.mark(row)
        hidden = content.kind in _WITHOUT_NUMBER
        counted = (content.initiatives, content.least, content.most)
        said = [
            cell_sentence(text, content),
            "" if hidden else otherwise(text, self.view.filters.inferred, *counted),
        ]
        place = f"{self.row_label(row.row)}, {self.view.label(self.columns, row.column)}"
        return {
            "kind": str(content.kind),
            "sign": cell_sign(text, content),
            "range": "" if hidden else range_line(text, content.least, content.most),
            "sentence": f"{place}: {', '.join(part for part in said if part)}",
            "weight": round(content.initiatives / most, 2),
            "href": self.href(row, content),
            "mark": None if content.kind is Kind.NOT_RELEVANT else mark,
        }

    def href(self, row: Any, content: Content) -> str:
        """What is behind the cell: its list, the one that reaches everyone, or what is known of the gap."""
        codes = {self.rows: row.row, self.columns: row.column}
        if content.initiatives and content.kind is not Kind.NOT_CAPTURED:
            return self.view.list_href(**codes)
        if content.kind is Kind.WIDE_ONLY:
            return self.view.list_href(**(codes | {"district": MUNICIPALITY_WIDE}))
        if content.kind is Kind.NONE and codes.get("district", MUNICIPALITY_WIDE) != MUNICIPALITY_WIDE:
            return self.view.href("gaps", gap=str(Gap.at(**codes)))
        mark = self.mark(row) or self.row_mark(row.row)
        return mark.href if mark and content.kind is Kind.NOT_RELEVANT else ""

    def mark(self, row: Any) -> Mark | None:
        """What is decided about the gap where the row and the column meet."""
        return self.marks.get(str(Gap.at(**{self.rows: row.row, self.columns: row.column})))

    def row_mark(self, code: str) -> Mark | None:
        """What is decided about the row as a whole."""
        return self.marks.get(str(Gap.at(**{self.rows: code})))

    def table(self, caption: str) -> Table:
        view = self.view
        heads = (
            view.text(f"dimension-{self.rows}"),
            *(view.label(self.columns, code) for code in self.column_codes),
            view.text("initiatives-total"),
        )
        lines = (
            (
                words(self.row_label(code)),
                *(self.table_cell(row) for row in each_row(group)),
                _sum_cell(view, code, self.row_sums),
            )
            for code, group in self.by_row()
        )
        return Table(caption, heads, tuple(lines))

    def table_cell(self, row: Any) -> Cell:
        content = Content.of(row)
        if content.name not in _COUNTED:
            return words(cell_sentence(self.view.text, content))
        said = said_range(self.view.text, content.initiatives, content.least, content.most)
        return Cell(content.initiatives, said)


def _sums(view: View, dimension: str) -> pd.DataFrame:
    """Distinct initiatives per term: not the sum of the cells, where one initiative may stand in several.

    Terms whose page was never captured have none.
    """
    sums = count_by_term(view.store, view.filters, view.vocabularies, dimension).set_index("term")
    return sums[sums["captured"]]


def _sum(view: View, dimension: str, code: str, sums: pd.DataFrame) -> dict[str, str]:
    if code not in sums.index:
        return {"sign": "", "href": "", "sentence": ""}
    counted = _range_of(sums, code)
    said = [view.text("initiatives", n=counted[0]), otherwise(view.text, view.filters.inferred, *counted)]
    return {
        "sign": view.text.number(counted[0]),
        "range": range_line(view.text, *counted[1:]),
        "href": view.list_href(**{dimension: code}) if counted[0] else "",
        "sentence": f"{view.label(dimension, code)}: {', '.join(part for part in said if part)}",
    }


def _sum_cell(view: View, code: str, sums: pd.DataFrame) -> Cell:
    if code not in sums.index:
        return Cell(None, "")
    counted = _range_of(sums, code)
    return Cell(counted[0], said_range(view.text, *counted))


def _range_of(sums: pd.DataFrame, code: str) -> tuple[int, int, int]:
    """A term's count and the two between which it lies, whichever labels count."""
    return int(sums["initiatives"][code]), int(sums["least"][code]), int(sums["most"][code])
