"""Matrices and tables as PowerPoint's own tables, over as many slides as they take."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu, Pt

from dashboard.charts.fragments import Part
from dashboard.charts.grid import Grid, GridCell, GridRow
from dashboard.charts.stills.lettering import longest_word, narrowest, text_width
from dashboard.charts.table import Cell, Table
from dashboard.exports.plain import one_line, shortened
from dashboard.exports.slides.lettering import SMALLEST, add_run, height_of
from dashboard.exports.slides.template import Box, Template

_SIZES = (20, 18, 16, 14, 13, 12, 11, SMALLEST)
_SEVERAL, _READABLE = 14, 12
"""A table that takes several slides is no larger than brings it onto the fewest, and smaller than a room can
read only where its words have no place otherwise."""
_PAD_X, _PAD_Y = Pt(6), Pt(3)
_LONGEST = 240
"""Characters of a cell: a slide is no place to read a page in."""
_WORD, _WIDEST = 13, 20
"""Sizes beyond which a word and a cell claim no wider column."""
_HEAD_LINES = 3
_SURE = 0.94
"""Of a column's width, what a head can count on: bold letters of some themes are wider than those here."""
_EVEN = 5
"""Points of size that columns as wide as each other are worth."""
_AIR = 1.5
"""How much higher rows may get where there is room, in sizes."""
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines or fills: those are drawn here, to mean something."""
_STRONG = ("count", "none")
_HATCHED = {"not-stated": "pct5", "not-captured": "ltUpDiag"}
_SPACES = nsdecls("a")
_LINE = """
<a:ln{side} {ns} w="{width}"><a:solidFill>{ink}</a:solidFill></a:ln{side}>"""
_THIN, _FRAME = 6350, 19050
_SHADE = """
<a:solidFill {ns}><a:schemeClr val="accent1"><a:alpha val="{alpha}"/></a:schemeClr></a:solidFill>"""
_HATCHING = """
<a:pattFill {ns} prst="{pattern}"><a:fgClr>{ink}</a:fgClr>
<a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>"""
_LIGHT, _LIGHTER = 0.75, 0.9
"""How near to the paper lines and hatching are."""


class Written(NamedTuple):
    """A cell as it is written: `small` stands after its text; `kind` and `weight` are those of a matrix."""

    text: str
    small: str = ""
    kind: str = ""
    weight: float = 0
    strong: bool = False
    align: PP_ALIGN | None = None
    parts: Sequence[Part] = ()
    """The text, each language for itself, where it is not all the reader's."""


@dataclass(frozen=True)
class Page:
    """What stands on one slide, under the heads: rows, and how tall each is at least, in EMU."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Written]]
    widths: Sequence[int]
    heights: Sequence[int]
    size: int
    has_sums: bool = False
    breaks_words: bool = False


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
    even: bool
    fits: bool
    widths: list[int]
    heights: list[int]

    def pages(self, height: int) -> int:
        """How many it takes."""
        return len(_cuts(self.heights[1:], height - self.heights[0]))


def sheet_of(table: Table) -> Sheet:
    numeric = [table.is_numeric(at) for at in range(len(table.columns))]
    rows = [
        [
            _told(cell, PP_ALIGN.RIGHT if is_number else None)
            for cell, is_number in zip(row, numeric, strict=True)
        ]
        for row in table.rows
    ]
    return Sheet(table.columns, rows)


def matrix_sheet(grid: Grid) -> Sheet:
    """The matrix with its sums, without the rows that fold away: in a room nobody reads those."""
    heads = [grid.corner, *grid.columns, grid.total]
    sums = [Written(grid.total, strong=True), *(_cell(cell, strong=True) for cell in grid.sums)]
    return Sheet(heads, [*map(_row, grid.rows), sums], sums=True, even=True)


def pages(sheet: Sheet, box: Box, largest: int = _SIZES[0], air: float = _AIR) -> list[Page]:
    """Cut so that each fits the box, and no last one is left with a row or two."""
    made = _largest(sheet, box, largest)
    head, *tall = made.heights
    room = box.height - head
    cuts = _even_cuts(tall, room)
    spare = min((room - sum(tall[cut])) / len(tall[cut]) for cut in cuts)
    more = int(min(max(spare, 0), air * made.size * Pt(1)))
    return [
        Page(
            sheet.heads,
            sheet.rows[cut],
            made.widths,
            [head, *(height + more for height in tall[cut])],
            made.size,
            has_sums=sheet.sums and cut is cuts[-1],
            breaks_words=not made.fits,
        )
        for cut in cuts
    ]


def _cuts(heights: Sequence[int], room: int) -> list[slice]:
    """Rows as long as there is room for them, one at least."""
    starts, filled = [0], 0
    for row, height in enumerate(heights):
        if filled and filled + height > room:
            starts.append(row)
            filled = 0
        filled += height
    return [slice(*ends) for ends in pairwise([*starts, len(heights)])]


def _even_cuts(heights: Sequence[int], room: int) -> list[slice]:
    """In the least room of each that takes no more of them."""
    fewest = _cuts(heights, room)
    rooms = range(sum(heights) // len(fewest), room, int(Pt(4)))
    tries = (_cuts(heights, less) for less in rooms)
    return next((cuts for cuts in tries if len(cuts) == len(fewest)), fewest)


def add_table(slide: Slide, box: Box, page: Page, template: Template) -> GraphicFrame:
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
        _write(table.cell(0, column), Written(one_line(head), strong=True, align=align), page.size, template)
        for number, row in enumerate(page.rows, 1):
            _write(table.cell(number, column), row[column], page.size, template)
    return frame


def _told(cell: Cell, align: PP_ALIGN | None) -> Written:
    """Cut where it is long: then the last of its parts that there is room for ends as the text does."""
    text, parts = shortened(cell.text, _LONGEST), list[Part]()
    for part in cell.parts():
        said = sum(len(each.text) for each in parts)
        parts.append(part._replace(text=text[said : said + len(part.text)]))
    return Written(text, align=align, parts=parts)


def _row(row: GridRow) -> list[Written]:
    sign = f" {row.mark.sign}" if row.mark else ""
    return [
        Written(shortened(row.label, _LONGEST), small=sign),
        *map(_cell, row.cells),
        _cell(row.sum, strong=True),
    ]


def _cell(cell: GridCell, strong: bool = False) -> Written:
    """With its range, and the sign of what is decided about it."""
    between = cell.range and f"({cell.range})"
    beside = " ".join(filter(None, (between, cell.mark.sign if cell.mark else "")))
    return Written(
        one_line(cell.sign), f" {one_line(beside)}" if beside else "", cell.kind, cell.weight,
        strong or cell.kind in _STRONG, PP_ALIGN.CENTER,
    )  # fmt: skip


def _largest(sheet: Sheet, box: Box, largest: int) -> _Measured:
    """In letters that bring all of it into the box; or else all its words into their columns."""
    evens = (True, False) if sheet.even else (False,)
    sizes = [size for size in _SIZES if size <= largest]
    made = [_measure(sheet, box.width, size, even) for size in sizes for even in evens]
    fitting = [each for each in made if each.fits and (each.size <= _SEVERAL or each.pages(box.height) == 1)]

    def rank(each: _Measured) -> tuple[bool, int, int]:
        return each.size < _READABLE, each.pages(box.height), -each.size - _EVEN * each.even

    return min(fitting, key=rank, default=made[-1])


def _measure(sheet: Sheet, width: int, size: int, even: bool) -> _Measured:
    rows = [[written.text + written.small for written in row] for row in sheet.rows]
    least = [
        [min(longest_word(text, size, True), size * _WORD) for text in row] for row in (sheet.heads, *rows)
    ]
    heads = [narrowest(head, size, _HEAD_LINES, True) for head in sheet.heads]
    whole = [heads, *([text_width(text, size, True) for text in row] for row in rows)]
    wanted = [[min(each, size * _WIDEST) for each in line] for line in whole]
    few, *more = (_claims(lines, even) for lines in (least, wanted, whole))
    widths = _widths(width, few, *more)
    heights = [_row_height(texts, widths, size, texts is sheet.heads) for texts in (sheet.heads, *rows)]
    return _Measured(size, even, sum(few) <= width, widths, heights)


def _claims(lines: Sequence[Sequence[float]], even: bool) -> list[int]:
    """How wide each column is, in EMU, for the widest in points that stands in it."""
    claims = [int(max(column) * Pt(1)) + 2 * _PAD_X for column in zip(*lines, strict=True)]
    between = claims[1:-1]
    return [claims[0], *[max(between)] * len(between), claims[-1]] if even and between else claims


def _widths(width: int, *claims: Sequence[int]) -> list[int]:
    """All the width: as the last claim asks that there is room for; what is left goes towards the next."""
    held = [0] * len(claims[0])
    for claim in claims:
        if sum(claim) > width:
            share = (width - sum(held)) / (sum(claim) - sum(held))
            return [int(few + (many - few) * share) for few, many in zip(held, claim, strict=True)]
        held = list(claim)
    return [int(each * width / sum(held)) for each in held]


def _row_height(texts: Sequence[str], widths: Sequence[int], size: int, bold: bool) -> int:
    sure = _SURE if bold else 1
    inner = (int((width - 2 * _PAD_X) * sure) for width in widths)
    return (
        max(height_of(text, size, room, bold) for text, room in zip(texts, inner, strict=True)) + 2 * _PAD_Y
    )


def _write(cell: _Cell, written: Written, size: int, template: Template) -> None:
    cell.margin_left = cell.margin_right = _PAD_X
    cell.margin_top = cell.margin_bottom = _PAD_Y
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment, paragraph.font.size = written.align, Pt(size)
    for text, language in written.parts or [Part(written.text)]:
        if text:
            add_run(paragraph, text, size, written.strong, language=language)
    if written.small:
        add_run(paragraph, written.small, max(size - 3, SMALLEST), written.strong)
    _dress(cell._tc.get_or_add_tcPr(), written, template)


def _dress(properties: Any, written: Written, template: Template) -> None:
    """A thin line below, a frame around a confirmed nothing, and what the kind of cell is filled with."""
    framed = written.kind == "none"
    width, ink = (_FRAME, template.ink()) if framed else (_THIN, template.ink(_LIGHT))
    for side in "LRTB" if framed else "B":
        properties.append(parse_xml(_LINE.format(ns=_SPACES, side=side, width=width, ink=ink)))
    if written.kind == "count":
        properties.append(parse_xml(_SHADE.format(ns=_SPACES, alpha=12000 + round(34000 * written.weight))))
    elif written.kind in _HATCHED:
        pattern, ink = _HATCHED[written.kind], template.ink(_LIGHTER)
        properties.append(parse_xml(_HATCHING.format(ns=_SPACES, pattern=pattern, ink=ink)))
