"""What a still is made of: a few kinds of shapes, placed in pixels from the upper left corner."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from dashboard.charts.stills.lettering import LEADING, text_width

Anchor = Literal["start", "middle", "end"]
_GROWTH = 1.25
_RISE = 0.34
"""How far below the middle of its line a text stands, in sizes: half the height of a capital."""


class Frame(NamedTuple):
    """A rectangle by its upper left corner and its sides."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def x(self) -> float:
        """Of its middle."""
        return self.left + self.width / 2

    @property
    def y(self) -> float:
        return self.top + self.height / 2

    def inset(self, by: float) -> "Frame":
        return Frame(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True)
class Rect:
    element: ClassVar[str] = "rect"

    frame: Frame
    fill: str = "none"
    stroke: str = "none"
    thickness: float = 0
    dash: str = ""


@dataclass(frozen=True)
class Circle:
    element: ClassVar[str] = "circle"

    x: float
    y: float
    radius: float
    fill: str = "none"
    stroke: str = "none"
    thickness: float = 0
    dash: str = ""


@dataclass(frozen=True)
class Path:
    """`d` as SVG has it."""

    element: ClassVar[str] = "path"

    d: str
    fill: str = "none"
    stroke: str = "none"
    thickness: float = 0
    dash: str = ""


@dataclass(frozen=True)
class Words:
    """Lines of text; `x` is where `anchor` says, `y` the first line's foot."""

    element: ClassVar[str] = "text"

    lines: Sequence[str]
    x: float
    y: float
    size: float
    fill: str
    anchor: Anchor = "start"
    bold: bool = False
    italic: bool = False

    @property
    def leading(self) -> float:
        return LEADING * self.size

    @property
    def frame(self) -> Frame:
        """About what the text covers."""
        return self._frame(self.lines)

    @property
    def rows(self) -> list[Frame]:
        """About what each of its lines covers."""
        return [self._frame([line], above) for above, line in enumerate(self.lines)]

    def _frame(self, lines: Sequence[str], above: int = 0) -> Frame:
        """Of lines that have so many `above` them."""
        width = max((text_width(line, self.size, self.bold) for line in lines), default=0)
        before = {"start": 0, "middle": width / 2, "end": width}[self.anchor]
        top = self.y - (LEADING / 2 + _RISE) * self.size + above * self.leading
        return Frame(self.x - before, top, width, len(lines) * self.leading)


Shape = Rect | Circle | Path | Words


@dataclass(frozen=True)
class Picture:
    """Shapes in the order in which they are drawn."""

    width: float
    height: float
    shapes: Sequence[Shape]


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, thickness: float = 1) -> Path:
    """Spelt as a step, as all of a map is: slides read nothing else."""
    return Path(f"M{at(x1)} {at(y1)}l{at(x2 - x1)} {at(y2 - y1)}", stroke=stroke, thickness=thickness)


def diamond(x: float, y: float, reach: float) -> str:
    """The path of a square that stands on its corner, `reach` from middle to corner."""
    right, left = at(reach), at(-reach)
    return f"M{at(x)} {at(y - reach)}l{right} {right}l{left} {right}l{left} {left}Z"


def words(
    lines: Sequence[str],
    x: float,
    top: float,
    size: float,
    fill: str,
    anchor: Anchor = "start",
    bold: bool = False,
    italic: bool = False,
) -> Words:
    """Lines below `top`."""
    return Words(lines, x, top + (LEADING / 2 + _RISE) * size, size, fill, anchor, bold, italic)


def tall(lines: Sequence[str], size: float) -> float:
    """How high these lines are together."""
    return LEADING * size * len(lines)


def more_each(rows: Sequence[float], room: float) -> float:
    """How much higher each row can be, so that together they fill the room: not far beyond twice as high."""
    return max(min(room - sum(rows), _GROWTH * sum(rows)) / max(len(rows), 1), 0)


def at(number: float) -> str:
    """A number as short as a tenth of a pixel allows."""
    return f"{round(number, 1) + 0:.1f}".removesuffix(".0")
