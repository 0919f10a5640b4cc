"""Legends: small pictures with their meaning, one after the other."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from dashboard.charts.stills.lettering import LEADING, text_width, wrap
from dashboard.charts.stills.shapes import Frame, Shape, tall, words

_GAP, _BETWEEN = 10, 24
"""Between a picture and its meaning, and before the next one."""


class Key(NamedTuple):
    """`draw` fills the frame that it is given."""

    draw: Callable[[Frame], Iterable[Shape]]
    meaning: str


class Stack(NamedTuple):
    """Shapes that are done, and where the next may begin."""

    shapes: list[Shape]
    bottom: float


def keys(
    entries: Sequence[Key], room: Frame, size: float, fill: str, wide: float = 1.5, high: float = 1
) -> Stack:
    """As many side by side as there is room for; `room` says where they begin, and how wide they may get.

    `wide` and `high` are a picture's sides, in sizes of the text.
    """
    shapes: list[Shape] = []
    left, top, bottom = room.left, room.top, room.top
    indent = wide * size + _GAP
    for entry in entries:
        lines = wrap(entry.meaning, size, room.width - indent)
        needed = indent + max(text_width(line, size) for line in lines)
        if left > room.left and left + needed > room.right:
            left, top = room.left, bottom + size * 0.3
        picture = Frame(left, top + (LEADING - high) / 2 * size, wide * size, high * size)
        shapes += [*entry.draw(picture), words(lines, left + indent, top, size, fill)]
        left, bottom = left + needed + _BETWEEN, max(bottom, top + tall(lines, size))
    return Stack(shapes, bottom)
