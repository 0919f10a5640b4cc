"""Where names stand on a map: beside their symbol, and off what lies around it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

SIDES = ((0, 1), (0, -1), (1, 0), (-1, 0))
"""Above, below, right and left of the symbol, the most readable first: steps to the right and up."""


class Box(NamedTuple):
    """A rectangle by its middle and its sides, in pixels; y grows upwards."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: "Box") -> float:
        """Square pixels that both cover."""
        width = (self.width + other.width) / 2 - abs(self.x - other.x)
        height = (self.height + other.height) / 2 - abs(self.y - other.y)
        width, height = min(width, self.width, other.width), min(height, self.height, other.height)
        return max(width, 0) * max(height, 0)


class Screen(NamedTuple):
    """How a map is shown: pixels per unit of the map, and what of it is in sight."""

    scale: float
    sight: Box


class Name(NamedTuple):
    """A name in lines of these widths, one `line` high each, at a place on the map; in pixels.

    Its symbol reaches `reach` pixels from there.
    """

    x: float
    y: float
    reach: float
    widths: Sequence[float]
    line: float


def sides(
    names: Sequence[Name], symbols: Sequence[tuple[float, float, float]], screens: Sequence[Screen]
) -> Iterator[tuple[int, int]]:
    """The one of `SIDES` for each name where least of it is out of sight or over what else stands there.

    That is other symbols and the names before it. `symbols` are x, y and reach, the names' own among them.
    All `screens` count alike: the name must be readable on each.
    """
    taken = [
        [Box(x * scale, y * scale, 2 * reach, 2 * reach) for x, y, reach in symbols] for scale, _ in screens
    ]
    for name in names:
        boxes = {side: [_boxes(name, side, scale) for scale, _ in screens] for side in SIDES}
        lost = {side: round(sum(map(_lost, tried, screens, taken))) for side, tried in boxes.items()}
        best = min(SIDES, key=lost.__getitem__)
        for there, lines in zip(taken, boxes[best], strict=True):
            there.extend(lines)
        yield best


def _boxes(name: Name, side: tuple[int, int], scale: float) -> list[Box]:
    """Of its lines, the first one on top: a short line leaves room beside it."""
    (right, up), height = side, name.line * len(name.widths)
    x = name.x * scale + right * (name.reach + max(name.widths) / 2)
    top = name.y * scale + up * (name.reach + height / 2) + height / 2
    return [Box(x, top - (n + 0.5) * name.line, width, name.line) for n, width in enumerate(name.widths)]


def _lost(lines: Sequence[Box], screen: Screen, taken: Sequence[Box]) -> float:
    """Square pixels of them that cannot be read, or that hide something else."""
    return sum(
        line.width * line.height - line.overlap(screen.sight) + sum(map(line.overlap, taken))
        for line in lines
    )
