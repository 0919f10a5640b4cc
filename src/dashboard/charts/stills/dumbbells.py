"""Shares of one thing beside shares of others, as marks of different shapes on a line."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from math import ceil, isnan

from dashboard.charts.dumbbell import SHAPES, Dumbbells
from dashboard.charts.palette import Palette
from dashboard.charts.stills.keys import Key, keys
from dashboard.charts.stills.lettering import balanced, column, text_width
from dashboard.charts.stills.shapes import (
    Circle,
    Frame,
    Path,
    Picture,
    Rect,
    Shape,
    diamond,
    line,
    more_each,
    tall,
    words,
)

_SIZE, _SMALL = 22, 20
_EDGE, _GAP = 10, 14
_ROW = 50
_LABELS = 0.34
REACHES = (8, 10, 15)
"""From the middle of each mark to its edge or corner: all can be told apart where they lie on one spot."""
_ABOVE = 11
"""From a mark's middle to what is printed above it."""


def draw(drawn: Dumbbells, palette: Palette, width: float, height: float = 0) -> Picture:
    plot = Plot(drawn, palette, width, height)
    return Picture(width, plot.height, list(plot.shapes()))


class Plot:
    def __init__(self, drawn: Dumbbells, palette: Palette, width: float, height: float = 0) -> None:
        self.drawn, self.palette = drawn, palette
        self.left = _EDGE + column(drawn.labels, _SIZE, _LABELS * width) + _GAP
        self.right = width - _EDGE - text_width(drawn.percent(drawn.ticks[-1]), _SIZE) / 2
        self.lines = [balanced(label, _SIZE, self.left - _EDGE - _GAP) for label in drawn.labels]
        entries = [Key(partial(_sign, place, palette), each.name) for place, each in enumerate(drawn.series)]
        self.legend = keys(entries, Frame(_EDGE, _EDGE, width - 2 * _EDGE, 0), _SIZE, palette.ink, wide=1.4)
        self.scale_top = self.legend.bottom + _GAP
        self.top = self.scale_top + tall([""], _SMALL) + 8
        rows = [max(_ROW, tall(lines, _SIZE) + _GAP) for lines in self.lines]
        more = more_each(rows, height - self.top - _EDGE)
        self.rows = [row + more for row in rows]
        self.bottom = self.top + sum(self.rows)
        self.height = self.bottom + _EDGE

    @property
    def ends(self) -> tuple[float, float]:
        """The shares at the left and the right end; a mark at nothing has its room."""
        return -self.drawn.ticks[1] / 5, self.drawn.ticks[-1]

    def middles(self) -> Iterator[float]:
        """The height of each row's marks: below the row's middle, as something may be printed above them."""
        top = self.top
        for high in self.rows:
            yield top + high / 2 + _SIZE * 0.5
            top += high

    def _x(self, share: float) -> float:
        first, last = self.ends
        return self.left + (self.right - self.left) * (share - first) / (last - first)

    def shapes(self) -> Iterator[Shape]:
        yield from self.legend.shapes
        yield from self._scale()
        for row, (lines, y) in enumerate(zip(self.lines, self.middles(), strict=True)):
            yield words(lines, self.left - _GAP, y - tall(lines, _SIZE) / 2, _SIZE, self.palette.ink, "end")
            yield from self._marks(row, y)
        yield from self.numbers()

    def _scale(self) -> Iterator[Shape]:
        """A line for each tick, and the share above as often as there is room for it."""
        shares = [self.drawn.percent(tick) for tick in self.drawn.ticks]
        xs = [self._x(tick) for tick in self.drawn.ticks]
        each = ceil((max(text_width(share, _SMALL) for share in shares) + _GAP) / (xs[1] - xs[0]))
        for place, (share, x) in enumerate(zip(shares, xs, strict=True)):
            yield line(x, self.top, x, self.bottom, self.palette.line)
            if place % each == 0:
                yield words([share], x, self.scale_top, _SMALL, self.palette.quiet, "middle")

    def _known(self, row: int) -> dict[int, float]:
        """Where each series of which there is a share has its mark."""
        shares = [each.shares[row] for each in self.drawn.series]
        return {place: self._x(share) for place, share in enumerate(shares) if not isnan(share)}

    def _marks(self, row: int, y: float) -> Iterator[Shape]:
        """And the line between them."""
        known = self._known(row)
        if known:
            yield line(min(known.values()), y, max(known.values()), y, self.palette.quiet, 2)
        for place, x in reversed(known.items()):
            yield from _mark(place, self.palette, x, y)

    def numbers(self) -> Iterator[Shape]:
        """What is printed above the marks."""
        for row, y in enumerate(self.middles()):
            yield from self._printed(row, self._known(row), y - _ABOVE)

    def _printed(self, row: int, known: dict[int, float], bottom: float) -> Iterator[Shape]:
        """Each above its mark, or as near as its neighbours let it."""
        texts = [
            (known[place], each.printed[row])
            for place, each in enumerate(self.drawn.series)
            if each.printed and place in known
        ]
        texts.sort()
        widths = [text_width(text, _SIZE, True) + 6 for _, text in texts]
        xs = spread([x for x, _ in texts], widths, self.left, self.right + _EDGE)
        for x, (_, text) in zip(xs, texts, strict=True):
            top = bottom - tall([text], _SIZE)
            yield words([text], x, top, _SIZE, self.palette.ink, "middle", bold=True)


def spread(wanted: list[float], widths: list[float], left: float, right: float) -> list[float]:
    """Middles in the order given, moved to the right, then back to the left, until no two overlap."""
    apart = [(one + two) / 2 for one, two in pairwise(widths)]
    xs = list(wanted)
    for place, width in enumerate(widths):
        first = left + width / 2 if place == 0 else xs[place - 1] + apart[place - 1]
        xs[place] = max(xs[place], first)
    for place in reversed(range(len(xs))):
        last = right - widths[place] / 2 if place == len(xs) - 1 else xs[place + 1] - apart[place]
        xs[place] = min(xs[place], last)
    return xs


def _sign(place: int, palette: Palette, frame: Frame) -> Iterator[Shape]:
    return _mark(place, palette, frame.x, frame.y)


def _mark(place: int, palette: Palette, x: float, y: float) -> Iterator[Shape]:
    """The first is filled, the others are hollow."""
    colour = palette.stage(place)
    fill, stroke = ("none", colour) if place else (colour, palette.paper)
    reach = REACHES[place]
    match SHAPES[place]:
        case "circle":
            yield Circle(x, y, reach, fill, stroke, 1)
        case "square":
            yield Rect(Frame(x, y, 0, 0).inset(-reach), fill, stroke, 2.5)
        case _:
            yield Path(diamond(x, y, reach), fill, stroke, 2.5)
