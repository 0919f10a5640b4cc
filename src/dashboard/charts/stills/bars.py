"""Bars with the number of each part in it, and their sum behind."""

from collections.abc import Iterator
from functools import partial
from math import floor, log10

from dashboard.charts.bars import Bars, Part
from dashboard.charts.palette import Palette, mix
from dashboard.charts.stills.hatching import dots, rising
from dashboard.charts.stills.keys import Key, Stack, keys
from dashboard.charts.stills.lettering import balanced, column, text_width
from dashboard.charts.stills.shapes import Frame, Path, Picture, Rect, Shape, line, more_each, tall, words

_SIZE, _SMALL = 22, 18
_EDGE, _GAP, _AIR = 10, 12, 5
BAR, _APART = 36, 14
_THICKER = 0.7
"""Of what a row is higher than it must be, for its bar."""
_LABELS = 0.36
"""How much of the width the labels take at most."""
_MOST_TICKS, _TICK = 5, 60
"""Of the scale, and the pixels that each takes at least."""


def draw(bars: Bars, palette: Palette, width: float, height: float = 0) -> Picture:
    plot = Plot(bars, palette, width, height)
    return Picture(width, plot.height, list(plot.shapes()))


class Plot:
    """Where everything stands: labels in a column, then the bars, with room for what is written behind."""

    def __init__(self, bars: Bars, palette: Palette, width: float, height: float = 0) -> None:
        self.bars, self.palette, self.width = bars, palette, width
        self.left = _EDGE + column(bars.labels, _SIZE, _LABELS * width) + _GAP
        self.lines = [balanced(label, _SIZE, self.left - _EDGE - _GAP) for label in bars.labels]
        self.room = width - _EDGE - self.left
        self.most = max((sum(self._values(row)) for row in range(len(self.lines))), default=0)
        self.scale = self._scale()
        self.legend = self._legend()
        self.top = self.legend.bottom + _GAP
        below = _SMALL * 1.25 + _EDGE + _AIR
        rows = [max(BAR, tall(lines, _SIZE)) + _APART for lines in self.lines]
        more = more_each(rows, height - self.top - below)
        self.bar, self.rows = BAR + _THICKER * more, [row + more for row in rows]
        self.bottom = self.top + sum(self.rows)
        self.height = self.bottom + below

    def _legend(self) -> Stack:
        room = Frame(_EDGE, _EDGE, self.width - 2 * _EDGE, 0)
        several = self.bars.parts if len(self.bars.parts) > 1 else ()
        entries = [Key(partial(_part, each, self.palette), each.name) for each in several]
        return keys(entries, room, _SIZE, self.palette.ink)

    def _values(self, row: int) -> list[int]:
        return [part.values[row] for part in self.bars.parts]

    def _scale(self) -> float:
        """Pixels per initiative: what leaves room behind each bar. Fewer may need more room, so try again."""
        scale = self.room / max(self.most, 1)
        while (fits := min(self._fitting(scale), default=scale)) < scale:
            scale = fits
        return scale

    def _fitting(self, scale: float) -> Iterator[float]:
        """The greatest scale for each bar, if what stands behind it is as at this scale."""
        for row in range(len(self.lines)):
            if total := sum(self._values(row)):
                behind = text_width(self._behind(row, scale), _SIZE, True) + 2 * _AIR
                yield max(self.room - behind, 0) / total

    def _behind(self, row: int, scale: float) -> str:
        """The sum; and what it is the sum of, where a part is too small for its number."""
        values = [value for value in self._values(row) if value]
        if not values:
            return "0"
        if len(self.bars.parts) == 1 and _fits(values[0], scale):
            return ""
        if all(_fits(value, scale) for value in values) or len(values) == 1:
            return str(sum(values))
        return f"{' + '.join(map(str, values))} = {sum(values)}"

    def shapes(self) -> Iterator[Shape]:
        yield from self.legend.shapes
        yield from self._axis()
        for row, (lines, y) in enumerate(zip(self.lines, self.middles(), strict=True)):
            yield words(lines, self.left - _GAP, y - tall(lines, _SIZE) / 2, _SIZE, self.palette.ink, "end")
            yield from self._bar(row, y)
        yield from self.numbers()
        yield line(self.left, self.top, self.left, self.bottom, self.palette.quiet, 1.5)

    def middles(self) -> Iterator[float]:
        """The height of each bar's middle."""
        top = self.top
        for high in self.rows:
            yield top + high / 2
            top += high

    @property
    def ticks(self) -> list[int]:
        return ticks(self.most, self.most * self.scale)

    def _axis(self) -> Iterator[Shape]:
        for tick in self.ticks:
            x = self.left + tick * self.scale
            yield line(x, self.top, x, self.bottom, self.palette.line)
            yield words([str(tick)], x, self.bottom + _AIR, _SMALL, self.palette.quiet, "middle")

    def _parts(self, row: int, y: float) -> Iterator[tuple[Part, int, Frame]]:
        """Those of a bar that can be seen, from left to right."""
        left = self.left
        for part, value in zip(self.bars.parts, self._values(row), strict=True):
            frame = Frame(left, y - self.bar / 2, value * self.scale, self.bar)
            left = frame.right
            if value:
                yield part, value, frame

    def _bar(self, row: int, y: float) -> Iterator[Shape]:
        for part, _, frame in self._parts(row, y):
            yield from _part(part, self.palette, frame)

    def numbers(self) -> Iterator[Shape]:
        """What is written in the bars, as far as there is room, and behind them."""
        for row, y in enumerate(self.middles()):
            right = self.left
            for part, value, frame in self._parts(row, y):
                right = frame.right
                if _fits(value, self.scale):
                    yield from self._number(part, frame, value)
            if behind := self._behind(row, self.scale):
                top = y - tall([behind], _SIZE) / 2
                yield words([behind], right + 2 * _AIR, top, _SIZE, self.palette.ink, bold=True)

    def _number(self, part: Part, frame: Frame, value: int) -> Iterator[Shape]:
        """On a plain ground, whatever the part's hatching."""
        text = str(value)
        width, height = text_width(text, _SIZE, True) + 4, 1.1 * _SIZE
        if part.pattern:
            yield Rect(
                Frame(frame.x - width / 2, frame.y - height / 2, width, height), part.color(self.palette)
            )
        top = frame.y - tall([text], _SIZE) / 2
        yield words([text], frame.x, top, _SIZE, self.palette.paper, "middle", bold=True)


def _fits(value: int, scale: float) -> bool:
    return value * scale >= text_width(str(value), _SIZE, True) + _AIR


def _part(part: Part, palette: Palette, frame: Frame) -> Iterator[Shape]:
    color = part.color(palette)
    lighter = mix(color, palette.paper, 0.5)
    yield Rect(frame, color, palette.paper, 1.5)
    if part.pattern == "/":
        yield Path(rising(frame.inset(1), 8), stroke=lighter, thickness=2)
    elif part.pattern:
        yield Path(dots(frame.inset(2), 9, 3), fill=lighter)


def ticks(most: int, room: float) -> list[int]:
    """A few even steps from nothing, the last no greater than `most`, which stands at the end of the room."""
    rough = max(most / min(_MOST_TICKS, max(room / _TICK, 0.5)), 1)
    power = 10 ** floor(log10(rough))
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= rough)
    return list(range(0, most + 1, step))
