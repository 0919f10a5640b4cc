"""The matrix: numbers and signs in cells of their own look, sums around them, the legend below."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from dashboard.charts.grid import Grid, GridCell, GridRow, Legend
from dashboard.charts.palette import Palette
from dashboard.charts.stills.cells import Lettered, ground, key, mark
from dashboard.charts.stills.keys import Key, Stack, keys
from dashboard.charts.stills.lettering import balanced, column, longest_word, narrowest, text_width, wrap
from dashboard.charts.stills.shapes import Frame, Picture, Shape, line, more_each, tall, words

_SIZES, _SMALLER = (22, 20, 18, 16), (14, 12)
"""The first at which no word must be broken; the smaller ones only if numbers would not fit otherwise."""
_DENSE = 18
"""Size where rows stand close together."""
_HEAD, _CORNER, _MARK = 0.9, 0.8, 1.6
"""Of heads, of what stands in the corner, and how wide a mark is, in sizes of the numbers."""
_FEW, _UNBROKEN = 3, 5
"""Lines of a head, and how many sizes wide a word in it is that must not be broken."""
_EDGE, _PAD, _APART = 10, 8, 18
_CLOSE = 0.1
"""Of the padding, where rows stand close together: their lines keep them apart."""
_LABELS = 0.3
"""How much of the width the rows' labels take at most."""
_LEGEND, _NOTE = 18, 16


def draw(grid: Grid, palette: Palette, width: float, height: float = 0) -> Picture:
    table = next(table for table in _tried(grid, palette, width) if table.fits or table.size == _SMALLER[-1])
    shapes = list(table.shapes())
    legend = partial(_legend, grid.legend, palette)
    below = legend(Frame(_EDGE, table.bottom + _APART, width - 2 * _EDGE, 0))
    if table.grow(height - below.bottom - _EDGE):
        shapes = list(table.shapes())
        below = legend(Frame(_EDGE, table.bottom + _APART, width - 2 * _EDGE, 0))
    return Picture(width, below.bottom + _EDGE, shapes + below.shapes)


def _tried(grid: Grid, palette: Palette, width: float) -> Iterator["_Table"]:
    """Ever smaller: in even columns, then with heads of few lines, then of more, at last with broken ones."""
    sizes = [size for size in _SIZES if size <= _DENSE or not grid.dense]
    for size in sizes:
        yield _Table(grid, palette, width, size, longest_word, even=True)
        yield _Table(grid, palette, width, size, partial(narrowest, lines=_FEW))
        yield _Table(grid, palette, width, size, longest_word)
    for size in (sizes[-1], *_SMALLER):
        yield _Table(grid, palette, width, size, _shortest)
        yield _Table(grid, palette, width, size, lambda head, size, bold: 0)


def _shortest(head: str, size: float, bold: bool) -> float:
    """Only long words may be broken."""
    return min(longest_word(head, size, bold), _UNBROKEN * size)


class _Table:
    """The grid at one size of its text; columns are as even as what must stand in them allows.

    `head_need` gives how wide a head must be at least; `even` ones all need what the widest does.
    """

    def __init__(
        self,
        grid: Grid,
        palette: Palette,
        width: float,
        size: float,
        head_need: Callable[..., float],
        even: bool = False,
    ) -> None:
        self.grid, self.palette, self.size = grid, palette, size
        self.pad = _PAD * (_CLOSE if grid.dense else 1)
        self.heads = [*grid.columns, grid.total]
        self.foot = [GridRow(grid.total, grid.foot, grid.whole)] if grid.foot else []
        self.rest = grid.rest.rows if grid.rest else ()
        beside = _MARK * size * any(row.mark for row in self.rows) + 2 * _PAD
        labels = [row.label for row in self.rows]
        self.label_width = beside + column(labels, size, _LABELS * width - beside, self._bold)
        room = width - 2 * _EDGE - self.label_width
        needs = [self._column_need(place, head_need) for place in range(len(self.heads))]
        self.fits = (max(needs) * len(needs) if even else sum(needs)) <= room
        self.widths = leveled(needs, room)
        self.right = width - _EDGE
        self.more: float = 0
        self.bottom: float = 0
        self.highs: list[float] = []
        """Of the last row, and of each, as `shapes` has drawn them."""

    @property
    def rows(self) -> list[GridRow]:
        return [*self.grid.rows, *self.foot, *self.rest]

    @property
    def _bold(self) -> bool:
        return not self.grid.dense

    def _column_need(self, place: int, head_need: Callable[..., float]) -> float:
        cells = (_cells(row)[place] for row in self.rows)
        head = head_need(self.heads[place], size=self.size * _HEAD, bold=True)
        return max(head, *(self._lettered(cell).need for cell in cells)) + 2 * _PAD

    def _lettered(self, cell: GridCell) -> Lettered:
        return Lettered(cell, self.size, self.grid.dense)

    def grow(self, free: float) -> float:
        """How much higher rows are drawn from now on, so that they take up what is free."""
        self.more = more_each(self.highs, sum(self.highs) + free)
        return self.more

    def shapes(self) -> Iterator[Shape]:
        self.highs = []
        yield from self._head()
        yield from self._body(self.grid.rows)
        if self.foot:
            y = self.bottom + 2
            yield line(_EDGE, y, self.right, y, self.palette.quiet, 2)
            self.bottom = y + 2
            yield from self._body(self.foot)
        if self.grid.rest:
            title = wrap(self.grid.rest.title, self.size, self.right - _EDGE, True)
            top = self.bottom + self.size * 0.6
            yield words(title, _EDGE, top, self.size, self.palette.ink, bold=True)
            self.bottom = top + tall(title, self.size) + 4
            yield from self._body(self.rest)

    def _head(self) -> Iterator[Shape]:
        """Upwards from the first row."""
        size, small = self.size * _HEAD, self.size * _CORNER
        heads = [
            balanced(head, size, width - _PAD, True)
            for head, width in zip(self.heads, self.widths, strict=True)
        ]
        corner = wrap(self.grid.corner, small, self.label_width - _PAD)
        bottom = _EDGE + max(tall(corner, small), *(tall(head, size) for head in heads))
        if self.grid.corner:
            yield words(corner, _EDGE, bottom - tall(corner, small), small, self.palette.quiet)
        for place, head in enumerate(heads):
            x, top = self._frame(place, _EDGE, 0).x, bottom - tall(head, size)
            fill = self.palette.ink if place < len(self.grid.columns) else self.palette.quiet
            yield words(head, x, top, size, fill, "middle", bold=True)
        self.bottom = bottom + 4

    def _frame(self, place: int, top: float, high: float) -> Frame:
        left = _EDGE + self.label_width + sum(self.widths[:place])
        return Frame(left, top, self.widths[place], high)

    def _body(self, rows: Sequence[GridRow]) -> Iterator[Shape]:
        for row in rows:
            lines, cells = self._label_lines(row), [self._lettered(cell) for cell in _cells(row)]
            frames = [self._frame(place, 0, 0).inset(1.5) for place in range(len(cells))]
            highest = max(cell.high(frame.width) for cell, frame in zip(cells, frames, strict=True))
            high = max(tall(lines, self.size), highest) + 2 * self.pad + self.more
            self.highs.append(high)
            yield from self._label(row, lines, self.bottom + high / 2)
            for cell, frame in zip(cells, frames, strict=True):
                inside = frame._replace(top=self.bottom + 1.5, height=high - 3)
                yield from ground(cell.cell, self.palette, inside)
                yield from cell.shapes(inside, self.palette)
            self.bottom += high

    def _label_lines(self, row: GridRow) -> list[str]:
        room = self.label_width - _PAD - _MARK * self.size * bool(row.mark)
        return balanced(row.label, self.size, room, self._bold)

    def _label(self, row: GridRow, lines: list[str], y: float) -> Iterator[Shape]:
        top, size = y - tall(lines, self.size) / 2, self.size
        bold = self._bold and not row.apart
        yield words(lines, _EDGE, top, size, self.palette.ink, bold=bold, italic=row.apart)
        if row.mark:
            end = _EDGE + text_width(lines[-1], size, self._bold) + size * 0.35
            yield from mark(
                row.mark, end, top + tall(lines[1:], size) + tall([""], size) / 2, size, self.palette
            )


def _cells(row: GridRow) -> list[GridCell]:
    return [*row.cells, row.sum]


def leveled(needs: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room, none less than its need, the smallest as wide as can be.

    Where the needs are more than the room they share it in proportion.
    """
    if sum(needs) >= room:
        return [need * room / sum(needs) for need in needs]
    even, rest = 0.0, room
    for left, need in zip(range(len(needs), 0, -1), sorted(needs, reverse=True), strict=True):
        even = rest / left
        if need <= even:
            break
        rest -= need
    return [max(need, even) for need in needs]


def _legend(legend: Legend | None, palette: Palette, room: Frame) -> Stack:
    """Kinds of cells, one below the other, and notes in small print."""
    if not legend:
        return Stack([], room.top - _APART)
    shapes: list[Shape] = [words([legend.title], room.left, room.top, _LEGEND, palette.quiet, bold=True)]
    top = room.top + tall([""], _LEGEND) + 4
    for cell, meaning in legend.entries:
        entry = Key(partial(key, cell, _LEGEND, palette), meaning)
        stack = keys([entry], room._replace(top=top), _LEGEND, palette.ink, wide=3.6, high=1.3)
        shapes += stack.shapes
        top = stack.bottom + 6
    for note in legend.notes:
        lines = wrap(note, _NOTE, room.width)
        shapes.append(words(lines, room.left, top, _NOTE, palette.quiet))
        top += tall(lines, _NOTE) + 3
    return Stack(shapes, top)
