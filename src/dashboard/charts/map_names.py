"""Where names stand on a map: beside their symbol, and off every other mark, line and name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

AIR = 3
"""Pixels between a name and what stands beside it."""
_INK = 0.78
"""Of a line's height, what letters cover."""
_AWAY = (0, 8, 16, 28)
"""Pixels more between a symbol and its name, if it has no place close by."""
_SLIDES = (0, 0.5, -0.5, 1, -1, *(n / 8 for n in (2, -2, 6, -6, 1, -1, 3, -3, 5, -5, 7, -7)))
"""How far along a symbol's side a name may stand: at 1 it begins where the symbol ends."""
_WORSE = 50
"""How much worse it is to cover something than to come too close to it."""
_SPOILT = 1
"""Square pixels out of sight or on something else from which on a name is left out: it could not be read."""
_ROUNDS = 3
"""Names that have lost something choose before the others when all choose again."""


class Box(NamedTuple):
    """A rectangle by its upper left corner and its sides, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def around(cls, x: float, y: float, reach: float) -> "Box":
        return cls(x - reach, y - reach, 2 * reach, 2 * reach)

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    @property
    def ink(self) -> "Box":
        """Of a line of text, what its letters cover."""
        return Box(self.left, self.top + (1 - _INK) / 2 * self.height, self.width, _INK * self.height)

    def overlap(self, other: "Box") -> float:
        """Square pixels that both cover."""
        width = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        if width <= 0:
            return 0
        height = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return width * max(height, 0)


class Name(NamedTuple):
    """A name beside a symbol that reaches `reach` pixels around its place.

    `forms` are the ways to set it, best first: the widths of its lines, which are `line` high each.
    """

    x: float
    y: float
    reach: float
    forms: Sequence[Sequence[float]]
    line: float


class Place(NamedTuple):
    """The form that a name takes, and its lines, the first one on top, around one middle."""

    form: int
    lines: Sequence[Box]


def places(names: Sequence[Name], marks: Sequence[Box], sight: Box) -> list[Place | None]:
    """For each name, where it is in sight and over no mark or other name; None where there is no such place.

    Where not all find one, those that come first in `names` do.
    `marks` are all symbols, those of the names among them, and whatever else must not be written on.
    """
    kept = [mark.grown(AIR) for mark in marks]
    order, rounds = list(range(len(names))), []
    for _ in range(_ROUNDS):
        lost, chosen = _in_turn(names, order, kept, sight)
        left_out = [own not in chosen for own in range(len(names))]
        rounds.append((left_out, sum(lost.values()), chosen))
        if not any(lost.values()):
            break
        order.sort(key=lost.__getitem__, reverse=True)
    *_, best = min(rounds, key=lambda each: each[:2])
    return [best.get(own) for own in range(len(names))]


def _in_turn(
    names: Sequence[Name], order: Sequence[int], kept: Sequence[Box], sight: Box
) -> tuple[dict[int, float], dict[int, Place]]:
    """What of each name is lost where each makes do with what those before it have left, and their places."""
    taken, lost, chosen = list(kept), {}, {}
    for own in order:
        lost[own], found = _best(_tried(names[own]), taken, sight)
        if sum(_unread(line.ink, taken, sight) for line in found.lines) < _SPOILT:
            chosen[own] = found
            taken += [line.grown(AIR) for line in found.lines]
    return lost, chosen


def _tried(name: Name) -> Iterator[Place]:
    """Above, below, right and left of the symbol, the most readable first; then slid along it, then away."""
    for away, slide in product(_AWAY, _SLIDES):
        for right, up in ((slide, 1), (slide, -1), (1, slide), (-1, slide)):
            for form, widths in enumerate(name.forms):
                yield Place(form, list(_lines(name, widths, right, up, name.reach + AIR + away)))


def _lines(name: Name, widths: Sequence[float], right: float, up: float, away: float) -> Iterator[Box]:
    """A box each, as a short line leaves room beside it."""
    height = name.line * len(widths)
    x = name.x + right * (away + max(widths) / 2)
    top = name.y - up * (away + height / 2) - height / 2
    for n, width in enumerate(widths):
        yield Box(x - width / 2, top + n * name.line, width, name.line)


def _best(tried: Iterable[Place], taken: Sequence[Box], sight: Box) -> tuple[float, Place]:
    """The first of which nothing is lost, or the one of which least is, behind how much that is."""
    least, best = float("inf"), None
    for place in tried:
        lost = sum(_lost(line.ink, taken, sight) for line in place.lines)
        if lost < least:
            least, best = lost, place
        if not lost:
            break
    assert best, "every name has a form"
    return least, best


def _lost(line: Box, taken: Sequence[Box], sight: Box) -> float:
    """Square pixels of it that cannot be read, or that hide something else; those of air count little."""
    close = [box for box in taken if line.overlap(box)]
    return round(_WORSE * _unread(line, close, sight) + sum(map(line.overlap, close)), 3)


def _unread(line: Box, taken: Sequence[Box], sight: Box) -> float:
    """Square pixels of it that are out of sight, or on marks and other names, their air aside."""
    hidden = line.width * line.height - line.overlap(sight)
    return hidden + sum(line.overlap(box.grown(-AIR)) for box in taken)
