"""What a panel becomes: parts, each of which takes a slide."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from dashboard.charts.district_map import DistrictMap
from dashboard.charts.grid import Grid, Legend
from dashboard.charts.panel import Panel
from dashboard.charts.table import Table
from dashboard.exports.plain import one_line
from dashboard.exports.slides.legend import SHARE
from dashboard.exports.slides.lettering import GAP, Line, add_words
from dashboard.exports.slides.native_charts import Charted, add_chart, rows_of, spans
from dashboard.exports.slides.native_map import add_map
from dashboard.exports.slides.native_tables import Page, Sheet, add_table, matrix_sheet, pages, sheet_of
from dashboard.exports.slides.template import Box, Template

_ALONE, _BESIDE_CHART = 20, 14
"""Points of words on a slide of their own, and of a table beside something else, at most."""
_MOST_TABLES = 2
_MAP, _BESIDE_MAP = 0.57, 5
"""Share of the width that a map takes, and how many columns its table has beside it."""
_BELOW_CHART = 0.45
"""Of the height, at most, for the table under a chart."""

Place = Callable[[Slide], BaseShape]


class Part(NamedTuple):
    """What one slide shows; `note` says which part of it, or what is left out. Of a table, how many rows."""

    place: Place
    rows: int = 0
    note: str = ""
    legend: Legend | None = None
    beside: Place | None = None


class Parts(NamedTuple):
    """Made for one template, between what is said above and the foot."""

    template: Template
    body: Box
    text: Callable[..., str]

    def of_panel(self, panel: Panel) -> Iterator[Part]:
        match panel.drawing:
            case Grid() as grid:
                return self._matrix(grid)
            case DistrictMap() as districts:
                return self._map(districts, panel.table)
            case None:
                return self._table(panel.table)
            case drawn if not rows_of(drawn):
                return self._table(panel.table)
            case drawn:
                return self._charts(drawn, panel.table)

    def of_sheet(self, sheet: Sheet, right: int = 0) -> list[Part]:
        """As many as it takes, with so much room left to the right of them."""
        cut = pages(sheet, self.body.cut(right=right))
        return [Part(self._placed(page, self.body), len(page.rows)) for page in cut]

    def _matrix(self, grid: Grid) -> Iterator[Part]:
        """With a word on the rows that fold away."""
        note = self.text("presentation-rest", rest=grid.rest.title) if grid.rest else ""
        legend = int(self.body.width * SHARE) if grid.legend else 0
        for part in self.of_sheet(matrix_sheet(grid), right=legend):
            yield part._replace(note=note, legend=grid.legend)

    def _charts(self, drawn: Charted, table: Table) -> Iterator[Part]:
        """Under a single one, its numbers where they are few: among them are some that it does not show."""
        page = self._few(table)
        if page:
            under = sum(page.heights)
            box = self.body.cut(bottom=under + GAP)
            if len(spans(drawn, box)) == 1:
                below = self._placed(page, self.body.cut(top=self.body.height - under))
                yield self._chart(drawn, box, slice(None))._replace(beside=below)
                return
        yield from (self._chart(drawn, self.body, span) for span in spans(drawn, self.body))

    def _chart(self, drawn: Charted, box: Box, span: slice) -> Part:
        return Part(partial(add_chart, box=box, drawn=drawn, span=span, template=self.template))

    def _few(self, table: Table) -> Page | None:
        """All of a table in what a chart can spare; None where it takes more, or tells no numbers."""
        if not any(isinstance(cell.value, int | float) for row in table.rows for cell in row):
            return None
        height = int(self.body.height * _BELOW_CHART)
        page, *more = pages(sheet_of(table), self.body._replace(height=height), _BESIDE_CHART, air=0)
        return None if more or sum(page.heights) > height else page

    def _map(self, districts: DistrictMap, table: Table) -> Iterator[Part]:
        """With the districts of interest beside it, or behind it where they would be too crowded there."""
        named = {spot.label for spot in districts.spots if spot.remarkable}
        rows = tuple(row[:_BESIDE_MAP] for row in table.rows if row[0].text in named)
        alone = Part(partial(add_map, box=self.body, drawn=districts, template=self.template))
        if not rows:
            yield alone
            return
        sheet = sheet_of(replace(table, columns=table.columns[:_BESIDE_MAP], rows=rows))
        note = self.text("presentation-districts", n=len(table.rows))
        width = int(self.body.width * _MAP)
        right = self.body._replace(left=self.body.left + width, width=self.body.width - width)
        page, *more = pages(sheet, right, _BESIDE_CHART)
        if more or page.breaks_words:
            yield alone
            yield from (part._replace(note=note) for part in self.of_sheet(sheet))
            return
        left = self.body.cut(right=self.body.width - width + 2 * GAP)
        place = partial(add_map, box=left, drawn=districts, template=self.template)
        yield Part(place, note=note, beside=self._placed(page, right))

    def _table(self, table: Table) -> Iterator[Part]:
        """The first ones, and on the last of them how many rows are left; words where there is nothing."""
        if not table.rows:
            says = self.text("document-no-rows") if table.columns else table.caption
            yield Part(partial(add_words, box=self.body, lines=[Line(one_line(says), _ALONE)]))
            return
        *before, last = self.of_sheet(sheet_of(table))[:_MOST_TABLES]
        printed = last.rows + sum(part.rows for part in before)
        left = len(table.rows) - printed
        yield from before
        yield last._replace(note=self.text("document-more-rows", n=left, printed=printed) if left else "")

    def _placed(self, page: Page, box: Box) -> Place:
        return partial(add_table, box=box, page=page, template=self.template)
