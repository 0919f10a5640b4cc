"""A matrix of two dimensions: numbers that lead to their lists, and a sign for each kind of empty."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import pandas as pd
from markupsafe import escape

from dashboard.cells import ALL_STATED, EMPTY, Content, Kind, Met
from dashboard.charts.grid import Grid, GridCell, GridRow, Legend, Mark, Rest
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, words
from dashboard.dimensions import MUNICIPALITY_WIDE
from dashboard.filters import facet_codes
from dashboard.gaps import Gap
from dashboard.panels.gap_register import marks
from dashboard.panels.panel import extremes, panel
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.coverage import count_by_term, kinds_in, matrix
from dashboard.text.sentences import (
    cell_range,
    cell_sentence,
    cell_sign,
    gap_label,
    matrix_sentence,
    otherwise,
    range_line,
    said_range,
    within_sentence,
)

DENSE_FROM = 12
"""With more rows than this they stand closer together, and those of least interest fold away."""

_COUNTED = {Kind.COUNT, Kind.NONE, Kind.NOT_STATED, ALL_STATED}
"""Names of cells whose number the table gives; of the others it tells in words."""


def matrix_panel(
    view: View,
    name: str,
    rows: str,
    columns: str,
    about: str = "",
    folded: Collection[str] = (),
) -> Panel:
    """Rows and columns in vocabulary order, with the distinct count of each row beside it.

    The sentence tells where most meet and what is empty; with `about`, the extremes of that dimension.
    Of many districts, the `folded` ones and the places that are none stand in a part that opens below.
    """
    crossing = Crossing(
        view, rows, columns, matrix(view.store, view.filters, view.vocabularies, rows, columns)
    )
    sentence = extremes(view, about) if about else crossing.sentence()
    table, grid = crossing.table(view.text(f"chart-{name}")), crossing.grid(name, folded)
    return panel(view, name, sentence, table, grid, is_table=True)


def legend(view: View, kinds: Sequence[Kind], notes: Sequence[str] = ()) -> Legend:
    """What each kind of cell in sight means, and what else there is to know about the numbers."""
    text = view.text
    entries = [
        (
            GridCell(cell_sign(text, Content(kind, initiatives=3, wide=3, most=3)), kind=str(kind)),
            text(f"meaning-{kind}"),
        )
        for kind in kinds
    ]
    return Legend(text("legend"), entries, notes)


@dataclass(frozen=True)
class Crossing:
    """Two dimensions where they meet; `cells` as `queries.coverage.matrix` gives them."""

    view: View
    rows: str
    columns: str
    cells: pd.DataFrame

    @cached_property
    def met(self) -> dict[str, list[Met]]:
        """The cells of each row, by its code, in order."""
        found: dict[str, list[Met]] = {}
        for cell in each_row(self.cells):
            found.setdefault(cell.row, []).append(Met(cell.row, cell.column, Content.of(cell)))
        return found

    @cached_property
    def column_codes(self) -> list[str]:
        return list(self.cells["column"].unique())

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        return marks(self.view)

    @cached_property
    def sums(self) -> dict[tuple[str, str], tuple[int, int, int]]:
        """Distinct initiatives and their range, by dimension and term.

        Not the sum of the cells, where one initiative may stand in several. Terms whose page was never
        captured have none.
        """
        view = self.view
        counts = {
            each: count_by_term(view.store, view.filters, view.vocabularies, each)
            for each in (self.rows, self.columns)
        }
        return {
            (dimension, row.term): (row.initiatives, row.least, row.most)
            for dimension, table in counts.items()
            for row in each_row(table[table["captured"]])
        }

    def row_label(self, code: str) -> str:
        """Below the districts stand places that are none."""
        return self.view.label(self.rows if self.has_row(code) else "place", code)

    def has_row(self, code: str) -> bool:
        return code in facet_codes(self.view.vocabularies, self.rows)

    def sentence(self) -> str:
        view = self.view
        return matrix_sentence(
            view.text,
            chain.from_iterable(self.met.values()),
            lambda code: within_sentence(view.text, self.rows, self.row_label(code)),
            lambda code: within_sentence(view.text, self.columns, view.label(self.columns, code)),
        )

    def notes(self) -> list[str]:
        """Below the legend: what a filter, labels and decisions do to the cells in sight."""
        cells = [cell for row in self.met.values() for cell in row]
        contents = [cell.content for cell in cells]
        there = {
            "legend-selection": (each.kind is Kind.COUNT and not each.initiatives for each in contents),
            "legend-all-stated": (each.name == ALL_STATED for each in contents),
            "legend-range": (cell_range(self.view.text, each) for each in contents),
            "legend-decision": (self.mark(cell) or self.row_mark(cell.row) for cell in cells),
            "legend-undecided": map(self.undecided, cells),
        }
        return [self.view.text(note) for note, holds in there.items() if any(holds)]

    def grid(self, name: str, folded: Collection[str] = ()) -> Grid:
        """The whole matrix under the title of the chart `name`; see `matrix_panel`."""
        view, text = self.view, self.view.text
        rows, away = self._grid_rows(), self._away(folded)
        opened, rest = ([rows[code] for code in rows if (code in away) == folds] for folds in (False, True))
        return Grid(
            caption=text(f"chart-{name}"),
            columns=[view.label(self.columns, code) for code in self.column_codes],
            rows=opened,
            foot=[self._sum(self.columns, code) for code in self.column_codes],
            whole=GridCell(
                text.number(view.totals.initiatives),
                view.selection(),
                view.href("initiatives"),
                range=range_line(text, view.totals.least, view.totals.most),
            ),
            total=text("initiatives-total"),
            dense=len(rows) > DENSE_FROM,
            rest=Rest(f"{name}-rest", self._away_title(away), rest) if rest else None,
            legend=legend(view, kinds_in(self.cells), self.notes()),
        )

    def _grid_rows(self) -> dict[str, GridRow]:
        """By code, in order."""
        view, most = self.view, max(int(self.cells["initiatives"].max()), 1)
        return {
            code: GridRow(
                self.row_label(code),
                [self.cell(cell, most) for cell in cells],
                self._sum(self.rows, code),
                href=view.list_href(**{self.rows: code}) if self.has_row(code) else "",
                apart=code == MUNICIPALITY_WIDE or code not in view.vocabularies.codes(self.rows),
                mark=self.row_mark(code),
            )
            for code, cells in self.met.items()
        }

    def _away(self, folded: Collection[str]) -> list[str]:
        """The rows that fold away, none where there are few."""
        away = [code for code in self.met if code in folded or not self.has_row(code)]
        return away if folded and len(self.met) > DENSE_FROM else []

    def _away_title(self, away: Collection[str]) -> str:
        """«29 områden till och 4 platser»"""
        text, districts = self.view.text, sum(map(self.has_row, away))
        counts = {"more-districts": districts, "more-places": len(away) - districts}
        return text.all_of(text(key, n=n) for key, n in counts.items() if n)

    def cell(self, met: Met, most: int) -> GridCell:
        view, content = self.view, met.content
        place = f"{self.row_label(met.row)}, {view.label(self.columns, met.column)}"
        return GridCell(
            cell_sign(view.text, content),
            f"{place}: {cell_sentence(view.text, content, view.filters.inferred)}",
            self.href(met),
            kind="zero" if content.name == ALL_STATED else str(content.kind),
            range=cell_range(view.text, content),
            weight=round(content.initiatives / most, 2),
            mark=None if content.kind is Kind.NOT_RELEVANT else self.mark(met),
            undecided=self.undecided(met),
        )

    def href(self, met: Met) -> str:
        """What is behind the cell: its list, the one that reaches everyone, or what is known of the gap."""
        codes, content = {self.rows: met.row, self.columns: met.column}, met.content
        if content.initiatives and content.kind is not Kind.NOT_CAPTURED:
            return self.view.list_href(**codes)
        if content.kind is Kind.WIDE_ONLY:
            return self.view.list_href(**(codes | {"district": MUNICIPALITY_WIDE}))
        if gap := self.gap(met):
            return self.view.href("gaps", gap=str(gap))
        mark = self.mark(met) or self.row_mark(met.row)
        return mark.href if mark and content.kind is Kind.NOT_RELEVANT else ""

    def gap(self, met: Met) -> Gap | None:
        """The gap that a district's empty cell is."""
        codes = {self.rows: met.row, self.columns: met.column}
        empty = met.content.kind in EMPTY
        return (
            Gap.at(**codes)
            if empty and codes.get("district", MUNICIPALITY_WIDE) != MUNICIPALITY_WIDE
            else None
        )

    def mark(self, met: Met) -> Mark | None:
        """What is decided about the gap where the row and the column meet."""
        return self.marks.get(str(Gap.at(**{self.rows: met.row, self.columns: met.column})))

    def row_mark(self, code: str) -> Mark | None:
        """What is decided about the row as a whole."""
        return self.marks.get(str(Gap.at(**{self.rows: code})))

    def undecided(self, met: Met) -> Mark | None:
        """The way to a gap on which nothing is decided, where readers may decide."""
        view, gap = self.view, self.gap(met)
        if gap is None or self.mark(met) or view.snapshot or not view.writable:
            return None
        said = view.text("decide-on", gap=gap_label(view.text, view.vocabularies, gap))
        return Mark(view.text("decision-sign-undecided"), escape(said), view.href("gaps", gap=str(gap)))

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
                *(self._table_cell(cell.content) for cell in cells),
                self._table_sum(self.rows, code),
            )
            for code, cells in self.met.items()
        )
        return Table(caption, heads, tuple(lines), self._table_sums())

    def _table_cell(self, content: Content) -> Cell:
        text = self.view.text
        if content.name not in _COUNTED:
            return words(text(f"sheet-cell-{content.name}"))
        return Cell(content.initiatives, said_range(text, content.initiatives, content.least, content.most))

    def _sum(self, dimension: str, code: str) -> GridCell:
        view, counted = self.view, self.sums.get((dimension, code))
        if not counted:
            return GridCell("")
        n, *between = counted
        said = [view.text("initiatives", n=n), otherwise(view.text, view.filters.inferred, *counted)]
        return GridCell(
            view.text.number(n),
            f"{view.label(dimension, code)}: {', '.join(filter(None, said))}",
            view.list_href(**{dimension: code}) if n else "",
            range=range_line(view.text, *between),
        )

    def _table_sum(self, dimension: str, code: str) -> Cell:
        counted = self.sums.get((dimension, code))
        return Cell(counted[0], said_range(self.view.text, *counted)) if counted else words("")

    def _table_sums(self) -> tuple[Cell, ...]:
        """As below the picture: each initiative once, so not what the rows add up to."""
        text, whole = self.view.text, self.view.totals
        columns = (self._table_sum(self.columns, code) for code in self.column_codes)
        everything = Cell(whole.initiatives, said_range(text, whole.initiatives, whole.least, whole.most))
        return (words(text("initiatives-total")), *columns, everything)
