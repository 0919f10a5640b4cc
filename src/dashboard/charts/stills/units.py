"""One square per initiative, as cloth."""

from collections.abc import Iterator
from functools import partial

from dashboard.charts.palette import Palette
from dashboard.charts.stills.hatching import dots, level
from dashboard.charts.stills.keys import Key, keys
from dashboard.charts.stills.lettering import wrap
from dashboard.charts.stills.shapes import Frame, Path, Picture, Rect, Shape, at, tall, words
from dashboard.charts.units import MIXED, Units

_SIZE = 22
_EDGE, _GAP = 10, 24
_SIDES = ((100, 42), (250, 30), (1000, 20))
"""How many squares at most have sides of so many pixels."""
_LARGER = range(120, 40, -4)
_BETWEEN = 7


def draw(units: Units, palette: Palette, width: float, height: float = 0) -> Picture:
    """With the largest squares of which all have room in the height, if one is told."""
    count = sum(len(group.units) for group in units.groups)
    side = next((side for most, side in _SIDES if count <= most), _SIDES[-1][1])
    drawn = _drawn(units, palette, width, side)
    larger = (_drawn(units, palette, width, side) for side in _LARGER if drawn.height < height)
    return next((each for each in larger if each.height <= height), drawn)


def _drawn(units: Units, palette: Palette, width: float, side: float) -> Picture:
    """`side` is how wide a square is at least."""
    inner = width - 2 * _EDGE
    across = int((inner + _BETWEEN) // (side + _BETWEEN)) or 1
    step = (inner + _BETWEEN) / across
    shapes: list[Shape] = []
    top: float = _EDGE
    for group in units.groups:
        head = wrap(group.label, _SIZE, inner, True)
        shapes.append(words(head, _EDGE, top, _SIZE, palette.ink, bold=True))
        top += tall(head, _SIZE) + 6
        for place, unit in enumerate(group.units):
            row, column = divmod(place, across)
            frame = Frame(_EDGE + column * step, top + row * step, step - _BETWEEN, step - _BETWEEN)
            shapes += _square(unit.pattern, palette.stage(group.position - 1), frame)
        top += -(-len(group.units) // across) * step + _GAP - _BETWEEN
    entries = [Key(partial(_square, each.pattern, palette.ink), each.label) for each in units.legend]
    legend = keys(entries, Frame(_EDGE, top, inner, 0), _SIZE, palette.ink, wide=1.1, high=1.1)
    return Picture(width, legend.bottom + _EDGE, [*shapes, *legend.shapes])


def _square(pattern: int | str, thread: str, frame: Frame) -> Iterator[Shape]:
    """Woven as its pattern says; one that is not known stays empty."""
    inside, gap = frame.inset(3), frame.width / 5
    if pattern == 1:
        yield Path(dots(inside, gap, gap / 2), fill=thread)
    elif pattern == 2:
        yield Path(level(inside, gap), stroke=thread, thickness=gap / 2.5)
    elif pattern == 3:
        yield Rect(frame, thread)
    elif pattern == MIXED:
        side = frame.width
        yield Path(f"M{at(frame.left)} {at(frame.top)}h{at(side)}l{at(-side)} {at(side)}Z", fill=thread)
    yield Rect(frame.inset(1.25), stroke=thread, thickness=2.5)
