"""Matrices and tables as PowerPoint's own tables, over as many slides as they take."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Any, NamedTuple

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu, Pt

from dashboard.charts.grid import Grid, GridCell, GridRow
from dashboard.charts.table import Table
from dashboard.exports.slides.lettering import SMALLEST, clean, height_of
from dashboard.exports.slides.template import Box

_SIZES = (20, 18, 16, 14, 12, 11, SMALLEST)
_SEVERAL = 14
"""The largest of a table that takes several slides: no larger than brings it onto the fewest."""
_PAD_X, _PAD_Y = Pt(6), Pt(2)
_LONGEST = 240
"""Characters of a cell: a slide is no place to read a page in."""
_WORD, _WIDEST = 24, 44
"""Characters of a word and of a cell beyond which a column claims no more width."""
_LETTER = 0.68
"""Width of a bold one, as a share of its size."""
_AIRY = 1.6
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines or fills: those are drawn here, to mean something."""
_STRONG = ("count", "none")
_HATCHED = {"not-stated": "pct5", "not-captured": "ltUpDiag"}
_SPACES = nsdecls("a")
_THIN = """
<a:ln{side} {ns} w="6350"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="25000"/>
<a:lumOff val="75000"/></a:schemeClr></a:solidFill></a:ln{side}>"""
_FRAME = """
<a:ln{side} {ns} w="19050"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln{side}>"""
_SHADE = """
<a:solidFill {ns}><a:schemeClr val="accent1"><a:alpha val="{alpha}"/></a:schemeClr></a:solidFill>"""
_HATCHING = """
<a:pattFill {ns} prst="{pattern}"><a:fgClr><a:schemeClr val="tx1"><a:lumMod val="10000"/>
<a:lumOff val="90000"/></a:schemeClr></a:fgClr><a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>"""


class Written(NamedTuple):
    """A cell as it is written: `small` stands after its text; `kind` and `weight` are those of a matrix."""

    text: str
    small: str = ""
    kind: str = ""
    weight: float = 0
    strong: bool = False
    align: PP_ALIGN | None = None


@dataclass(frozen=True)
class Page:
    """What stands on one slide, under the heads: rows, and how tall each is at least, in EMU."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Written]]
    widths: Sequence[int]
    heights: Sequence[int]
    size: int
    has_sums: bool = False


class Sheet(NamedTuple):
    """A table before it is cut into pages. With `sums` the last row is those of the others; an `even` one has
    columns as wide as each other between the first and the last.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[Written]]
    sums: bool = False
    even: bool = False


class _Measured(NamedTuple):
    """In letters of a size: whether the columns hold every word, their widths, heights of head and rows."""

    size: int
    fits: bool
    widths: list[int]
    heights: list[int]

    def pages(self, height: int) -> int:
        """How many it takes, about."""
        return max(1, ceil(sum(self.heights[1:]) / max(1, height - self.heights[0])))


def sheet_of(table: Table) -> Sheet:
    rows = [
        [
            Written(_shortened(cell.text), align=PP_ALIGN.RIGHT if _is_number(cell.value) else None)
            for cell in row
        ]
        for row in table.rows
    ]
    return Sheet(table.columns, rows)


def sheets_of(grid: Grid) -> list[tuple[str, Sheet]]:
    """The matrix with its sums, then under their title the rows that fold away."""
    heads = [grid.corner, *grid.columns, grid.total]
    sums = [Written(grid.total, strong=True), *(_cell(cell, strong=True) for cell in grid.sums)]
    sheets = [("", Sheet(heads, [*map(_row, grid.rows), sums], sums=True, even=True))]
    if grid.rest:
        sheets.append((grid.rest.title, Sheet(heads, [_row(row) for row in grid.rest.rows], even=True)))
    return sheets


def pages(sheet: Sheet, box: Box) -> list[Page]:
    """Cut so that each fits the box, and no last one is left with a row or two."""
    made = _largest(sheet, box)
    head, *tall = made.heights
    room = box.height - head
    share = sum(tall) / made.pages(box.height)
    starts, filled = [0], 0
    for row, height in enumerate(tall):
        if filled and (filled + height > room or filled >= share):
            starts.append(row)
            filled = 0
        filled += height
    cuts = [slice(*ends) for ends in pairwise([*starts, len(tall)])]
    return [
        Page(
            sheet.heads,
            sheet.rows[cut],
            made.widths,
            [head, *tall[cut]],
            made.size,
            sheet.sums and cut is cuts[-1],
        )
        for cut in cuts
    ]


def add_table(slide: Slide, box: Box, page: Page) -> GraphicFrame:
    """In the box, only as high as its rows."""
    shapes: Any = slide.shapes
    size = len(page.rows) + 1, len(page.heads)
    frame: GraphicFrame = shapes.add_table(*size, box.left, box.top, sum(page.widths), sum(page.heights))
    table: Any = frame.table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    table.first_row, table.first_col, table.last_row, table.horz_banding = True, True, page.has_sums, False
    for column, width in zip(table.columns, page.widths, strict=True):
        column.width = Emu(width)
    for row, height in zip(table.rows, page.heights, strict=True):
        row.height = Emu(height)
    for column, head in enumerate(page.heads):
        align = next((row[column].align for row in page.rows if row[column].align), None)
        _write(table.cell(0, column), Written(clean(head), strong=True, align=align), page.size)
        for number, row in enumerate(page.rows, 1):
            _write(table.cell(number, column), row[column], page.size)
    return frame


def _row(row: GridRow) -> list[Written]:
    sign = f" {row.mark.sign}" if row.mark else ""
    return [Written(_shortened(row.label), small=sign), *map(_cell, row.cells), _cell(row.sum, strong=True)]


def _cell(cell: GridCell, strong: bool = False) -> Written:
    """With its range, and the sign of what is decided about it."""
    beside = " ".join(filter(None, (cell.range, cell.mark.sign if cell.mark else "")))
    return Written(
        clean(cell.sign), f" {clean(beside)}" if beside else "", cell.kind, cell.weight,
        strong or cell.kind in _STRONG, PP_ALIGN.CENTER,
    )  # fmt: skip


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _shortened(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _largest(sheet: Sheet, box: Box) -> _Measured:
    """In letters that bring all of it into the box; or else all its words into their columns."""
    evens = (True, False) if sheet.even else (False,)
    made = [_measure(sheet, box.width, size, even) for even in evens for size in _SIZES]
    whole = [each for each in made if each.fits and each.pages(box.height) == 1]
    split = [each for each in made if each.fits and each.size <= _SEVERAL]
    return [*whole, *sorted(split, key=lambda each: each.pages(box.height)), made[-1]][0]


def _measure(sheet: Sheet, width: int, size: int, even: bool) -> _Measured:
    lines = [sheet.heads, *([written.text + written.small for written in row] for row in sheet.rows)]
    words = [[_longest_word(text) for text in line] for line in lines]
    whole = [words[0], *([min(len(text), _WIDEST) for text in line] for line in lines[1:])]
    least, wanted = _claims(words, size, even), _claims(whole, size, even)
    widths = _widths(least, wanted, width)
    return _Measured(size, sum(least) <= width, widths, [_row_height(texts, widths, size) for texts in lines])


def _claims(lines: Sequence[Sequence[int]], size: int, even: bool) -> list[int]:
    """How wide each column is, in EMU, for the most characters that stand in it."""
    claims = [int(max(column) * size * _LETTER * Pt(1)) + 2 * _PAD_X for column in zip(*lines, strict=True)]
    between = claims[1:-1]
    return [claims[0], *[max(between)] * len(between), claims[-1]] if even and between else claims


def _widths(least: Sequence[int], wanted: Sequence[int], width: int) -> list[int]:
    """Somewhat more than is wanted where there is room for it; less than the least where there is none."""
    if sum(wanted) <= width:
        return [int(each * min(width / sum(wanted), _AIRY)) for each in wanted]
    share = max(width - sum(least), 0) / (sum(wanted) - sum(least) or 1)
    widths = [few + (many - few) * share for few, many in zip(least, wanted, strict=True)]
    return [int(each * min(width / sum(widths), 1)) for each in widths]


def _longest_word(text: str) -> int:
    return min(max(map(len, text.split(" "))), _WORD) + 1


def _row_height(texts: Sequence[str], widths: Sequence[int], size: int) -> int:
    inner = (width - 2 * _PAD_X for width in widths)
    return max(height_of(text, size, room) for text, room in zip(texts, inner, strict=True)) + 2 * _PAD_Y


def _write(cell: _Cell, written: Written, size: int) -> None:
    cell.margin_left = cell.margin_right = _PAD_X
    cell.margin_top = cell.margin_bottom = _PAD_Y
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment, paragraph.font.size = written.align, Pt(size)
    for text, points in ((written.text, size), (written.small, max(size - 3, SMALLEST))):
        if text:
            run = paragraph.add_run()
            run.text, run.font.size, run.font.bold = text, Pt(points), written.strong
    _dress(cell._tc.get_or_add_tcPr(), written)


def _dress(properties: Any, written: Written) -> None:
    """A thin line below, a frame around a confirmed nothing, and what the kind of cell is filled with."""
    framed = written.kind == "none"
    line = _FRAME if framed else _THIN
    for side in "LRTB" if framed else "B":
        properties.append(parse_xml(line.format(ns=_SPACES, side=side)))
    if written.kind == "count":
        properties.append(parse_xml(_SHADE.format(ns=_SPACES, alpha=12000 + round(34000 * written.weight))))
    elif written.kind in _HATCHED:
        properties.append(parse_xml(_HATCHING.format(ns=_SPACES, pattern=_HATCHED[written.kind])))
