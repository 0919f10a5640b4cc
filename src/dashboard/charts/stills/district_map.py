"""The map of districts, and the town again at closer range beside it."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, groupby, pairwise

from dashboard.charts.district_map import DistrictMap, Sign
from dashboard.charts.map_geometry import Part, Placed, Point, Scene, Symbol, layers, named
from dashboard.charts.map_names import Box, Screen
from dashboard.charts.palette import Palette
from dashboard.charts.stills.keys import Key, keys
from dashboard.charts.stills.lettering import LEADING, text_width
from dashboard.charts.stills.shapes import (
    Circle,
    Frame,
    Path,
    Picture,
    Rect,
    Shape,
    Words,
    diamond,
    tall,
    words,
)

NUMBER, _NAME, _LEGEND = 22, 20, 18
_EDGE, _GAP = 10, 24
_LOWEST, _TALLEST = 330, 660
_ZOOM = 1.1
"""Symbols are larger than on the page, as their numbers are."""


def draw(drawn: DistrictMap, palette: Palette, width: float) -> Picture:
    plot = Plot(drawn, palette, width)
    shapes = chain.from_iterable(part.shapes() for part in plot.maps)
    return Picture(width, plot.height, [*shapes, *plot.legend.shapes])


class Plot:
    """The maps, and the legend below them."""

    def __init__(self, drawn: DistrictMap, palette: Palette, width: float) -> None:
        scene = Scene.of(drawn.spots, drawn.outlines, drawn.town, _ZOOM)
        ranges = (False, True) if scene.town else (False,)
        parts = [part for closer in ranges if (part := scene.part(closer))]
        self.maps = [
            Map(scene, part, closer, frame, palette)
            for closer, part, frame in zip(ranges, parts, _frames(parts, width), strict=False)
        ]
        bottom = self.maps[-1].frame.bottom if self.maps else float(_EDGE)
        entries = [Key(partial(_sign, each, palette), each.label) for each in drawn.signs]
        below = Frame(_EDGE, bottom + _GAP / 2, width - 2 * _EDGE, 0)
        self.legend = keys(entries, below, _LEGEND, palette.ink, wide=1.2)
        self.height = self.legend.bottom + _EDGE


def _frames(parts: Sequence[Part], width: float) -> Iterator[Frame]:
    """Beside each other and as high as each other; below each other where that would be too low."""
    shapes = [part.across / part.along for part in parts]
    inner, gaps = width - 2 * _EDGE, _GAP * (len(parts) - 1)
    high = min((inner - gaps) / (sum(shapes) or 1), _TALLEST)
    left, top = (width - high * sum(shapes) - gaps) / 2, float(_EDGE)
    for shape in shapes:
        if high >= _LOWEST:
            yield Frame(left, top, high * shape, high)
            left += high * shape + _GAP
        else:
            own = min(inner / shape, _TALLEST)
            yield Frame((width - own * shape) / 2, top, own * shape, own)
            top += own + _GAP


class Map:
    """A part of the scene, filling its frame."""

    def __init__(self, scene: Scene, part: Part, closer: bool, frame: Frame, palette: Palette) -> None:
        self.scene, self.part, self.closer, self.frame, self.palette = scene, part, closer, frame, palette
        self.scale = frame.height / part.along

    def place(self, point: Point) -> Point:
        right, down = point[0] - self.part.west, self.part.north - point[1]
        return self.frame.left + right * self.scale, self.frame.top + down * self.scale

    def shapes(self) -> Iterator[Shape]:
        scene, palette, shown = self.scene, self.palette, self.scene.shown(self.closer)
        yield Path("".join(self._rings()), palette.land, palette.paper, 2)
        if scene.town:
            yield self._town(scene.town)
        for symbol in chain.from_iterable(layers(shown)):
            yield from self._symbol(symbol)
        yield from (name for _, name in self.names())

    def _rings(self) -> Iterator[str]:
        """To the nearest pixel, as steps from point to point: outlines are most of a map's weight."""
        for ring in self.scene.rings:
            inside = clipped([self.place(point) for point in ring], self.frame)
            points = [point for point, _ in groupby((round(x), round(y)) for x, y in inside)]
            if len(points) > 2:
                (x, y), *_ = points
                steps = (f"{x - was_x} {y - was_y}" for (was_x, was_y), (x, y) in pairwise(points))
                yield f"M{x} {y}l{' '.join(steps)}Z".replace(" -", "-")

    def _town(self, town: Part) -> Rect:
        (left, top), (right, bottom) = (
            self.place((town.west, town.north)),
            self.place((town.east, town.south)),
        )
        return Rect(
            Frame(left, top, right - left, bottom - top), stroke=self.palette.ink, thickness=2, dash="2 4"
        )

    def _symbol(self, symbol: Symbol) -> Iterator[Shape]:
        palette, (aimed, great_need) = self.palette, symbol.spot.layer
        x, y = self.place((symbol.x, symbol.y))
        yield _look(aimed, great_need, x, y, symbol.reach, palette)
        if symbol.spot.remarkable:
            color, number = palette.paper if aimed else palette.ink, [str(symbol.spot.initiatives)]
            yield words(number, x, y - tall(number, NUMBER) / 2, NUMBER, color, "middle", bold=aimed)

    def _screen(self) -> Screen:
        x, y = (self.part.west + self.part.east) / 2, (self.part.south + self.part.north) / 2
        return Screen(self.scale, Box(x * self.scale, y * self.scale, self.frame.width, self.frame.height))

    def names(self) -> Iterator[tuple[Symbol, Words]]:
        """Each with the symbol that it belongs to."""
        shown = self.scene.shown(self.closer)
        for name in named(shown, _wide, LEADING * _NAME, [self._screen()]):
            yield name.symbol, self._name(name)

    def _name(self, name: Placed) -> Words:
        """Beside its symbol, and inside the frame."""
        width, height, (right, up) = max(map(_wide, name.lines)), tall(name.lines, _NAME), name.side
        x, y = self.place((name.symbol.x, name.symbol.y))
        middle = x + right * (name.symbol.reach + width / 2)
        top = y - up * (name.symbol.reach + height / 2) - height / 2
        middle = min(max(middle, self.frame.left + width / 2), self.frame.right - width / 2)
        top = min(max(top, self.frame.top), self.frame.bottom - height)
        return words(name.lines, middle, top, _NAME, self.palette.ink, "middle", bold=True)


def _look(aimed: bool, great_need: bool, x: float, y: float, reach: float, palette: Palette) -> Shape:
    """A diamond where need is great, filled where an initiative is aimed."""
    fill = palette.stage(0) if aimed else palette.paper if great_need else palette.land
    stroke = palette.paper if aimed else palette.ink
    if great_need:
        return Path(diamond(x, y, reach), fill, stroke, 2 if aimed else 4)
    return Circle(x, y, reach, fill, stroke, 2)


def _sign(sign: Sign, palette: Palette, frame: Frame) -> Iterator[Shape]:
    reach = frame.width * (0.55 if sign.great_need else 0.45 if sign.aimed else 0.25)
    yield _look(sign.aimed, sign.great_need, frame.x, frame.y, reach, palette)


def _wide(line: str) -> float:
    return text_width(line, _NAME, True)


def clipped(ring: Sequence[Point], frame: Frame) -> list[Point]:
    """What of a closed ring lies inside the frame, cut off at the sides beyond which it reaches."""
    points = list(ring)
    for axis, edge, sign in (
        (0, frame.left, 1),
        (0, frame.right, -1),
        (1, frame.top, 1),
        (1, frame.bottom, -1),
    ):
        if any((point[axis] - edge) * sign < 0 for point in points):
            points = list(_cut(points, axis, edge, sign))
    return points


def _cut(points: Sequence[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    """Those beyond the edge, with a corner wherever the ring crosses it; both axes are treated alike."""
    for before, here in zip([*points[-1:], *points], points, strict=False):
        within, was = ((each[axis] - edge) * sign >= 0 for each in (here, before))
        if within != was:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            yield (
                before[0] + (here[0] - before[0]) * share,
                before[1] + (here[1] - before[1]) * share,
            )
        if within:
            yield here
