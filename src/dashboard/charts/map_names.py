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
    """A name of so many pixels at a place on the map; its symbol reaches `reach` pixels from there."""

    x: float
    y: float
    reach: float
    width: float
    height: float


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
        boxes = {side: [_box(name, side, scale) for scale, _ in screens] for side in SIDES}
        lost = {side: round(sum(map(_lost, tried, screens, taken))) for side, tried in boxes.items()}
        best = min(SIDES, key=lost.__getitem__)
        for there, box in zip(taken, boxes[best], strict=True):
            there.append(box)
        yield best


def _box(name: Name, side: tuple[int, int], scale: float) -> Box:
    right, up = side
    x = name.x * scale + right * (name.reach + name.width / 2)
    return Box(x, name.y * scale + up * (name.reach + name.height / 2), name.width, name.height)


def _lost(box: Box, screen: Screen, taken: Sequence[Box]) -> float:
    """Square pixels of it that cannot be read, or that hide something else."""
    return box.width * box.height - box.overlap(screen.sight) + sum(box.overlap(other) for other in taken)
