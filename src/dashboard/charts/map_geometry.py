"""Where things lie on the map of districts, whatever draws it: outlines, symbols, and the parts in sight."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, radians, sqrt
from statistics import mean
from typing import Any, NamedTuple, Self

Outlines = Mapping[str, Any]
"""A GeoJSON FeatureCollection of (Multi)Polygons in WGS84 degrees, each with its district's code."""

Point = tuple[float, float]

_LARGEST = 46
_SMALLEST = 26
_HOLLOW = {False: 8, True: 24}
_POINTED = 1.25
"""A diamond looks smaller than a circle as wide."""
_TIP = 1.3
"""How far a diamond reaches beyond a circle of the same size."""
_AIR, _EDGE = 0.14, 0.02
"""Around the closer map and the whole one, as shares of what they show."""


@dataclass(frozen=True)
class Spot:
    """A district on the map: WGS84 degrees, its count and what to say of it; `great_need` gives the shape."""

    label: str
    latitude: float
    longitude: float
    initiatives: int
    great_need: bool
    sentence: str
    href: str

    @property
    def remarkable(self) -> bool:
        """Whether it is worth a name on the map."""
        return self.great_need or self.initiatives > 0

    @property
    def layer(self) -> tuple[bool, bool]:
        """Numbers lie above hollow symbols, and diamonds above circles."""
        return self.initiatives > 0, self.great_need


class Symbol(NamedTuple):
    """A spot on the flat map, x with the longitude squeezed; its size in pixels."""

    spot: Spot
    x: float
    y: float
    size: float

    @property
    def reach(self) -> float:
        return self.size / 2 * (_TIP if self.spot.great_need else 1)


class Part(NamedTuple):
    """A part of the flat map, from edge to edge."""

    west: float
    east: float
    south: float
    north: float

    @classmethod
    def around(cls, points: Sequence[Point], air: float) -> Self | None:
        """What holds these points, with some air around; nothing where there are none."""
        if not points:
            return None
        xs, ys = zip(*points, strict=True)
        across, along = (max(xs) - min(xs)) * air, (max(ys) - min(ys)) * air
        return cls(min(xs) - across, max(xs) + across, min(ys) - along, max(ys) + along)

    @property
    def across(self) -> float:
        return (self.east - self.west) or 1

    @property
    def along(self) -> float:
        return (self.north - self.south) or 1

    @property
    def shape(self) -> float:
        """How many times as wide as high it is."""
        return self.across / self.along

    def shaped(self, shape: float) -> Self:
        """With more around it, until it is so many times as wide as high."""
        across = max(self.across, self.along * shape)
        along = across / shape
        x, y = (self.west + self.east) / 2, (self.south + self.north) / 2
        return type(self)(x - across / 2, x + across / 2, y - along / 2, y + along / 2)

    def holds(self, symbol: Symbol) -> bool:
        return self.west <= symbol.x <= self.east and self.south <= symbol.y <= self.north


@dataclass(frozen=True)
class Scene:
    """The flat map: `rings` of land, `symbols`, and its parts; `town` is shown again, closer."""

    rings: Sequence[Sequence[Point]]
    symbols: Sequence[Symbol]
    whole: Part | None
    town: Part | None

    @classmethod
    def of(
        cls, spots: Sequence[Spot], outlines: Outlines, town: Sequence[Spot] = (), zoom: float = 1
    ) -> Self:
        """Longitude is squeezed by the cosine of the latitude, so that distances look right.

        The area of a filled symbol follows the count; `zoom` enlarges all symbols.
        """
        squeeze = cos(radians(mean(spot.latitude for spot in spots))) if spots else 1
        most = max((spot.initiatives for spot in spots), default=0)
        symbols = [
            Symbol(spot, spot.longitude * squeeze, spot.latitude, _size(spot, most) * zoom) for spot in spots
        ]
        flat = [
            [(longitude * squeeze, latitude) for longitude, latitude, *_ in ring]
            for _, ring in rings(outlines)
        ]
        corners = [point for ring in flat for point in ring]
        return cls(
            flat,
            symbols,
            Part.around(corners or [(each.x, each.y) for each in symbols], _EDGE),
            Part.around([(each.x, each.y) for each in symbols if each.spot in town], _AIR),
        )

    def shown(self, closer: bool) -> list[Symbol]:
        """What the closer map holds is left to it."""
        return [each for each in self.symbols if not self.town or self.town.holds(each) == closer]


def layers(symbols: Sequence[Symbol]) -> Iterator[list[Symbol]]:
    """Symbols of one look at a time, from below upwards."""
    for _, alike in groupby(sorted(symbols, key=_layer), key=_layer):
        yield list(alike)


def _layer(symbol: Symbol) -> tuple[bool, bool]:
    return symbol.spot.layer


def rings(outlines: Outlines) -> Iterator[tuple[str, list[list[float]]]]:
    """Each ring with the code of its district."""
    for feature in outlines["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
            for ring in polygon:
                yield feature["properties"]["code"], ring


def _size(spot: Spot, most: int) -> float:
    if not spot.initiatives:
        return _HOLLOW[spot.great_need]
    size = max(_SMALLEST, _LARGEST * sqrt(spot.initiatives / most))
    return size * _POINTED if spot.great_need else size
