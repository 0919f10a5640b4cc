"""The map of districts, and the town again at closer range beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, groupby, pairwise
from math import dist

from dashboard.charts.district_map import DistrictMap, Sign
from dashboard.charts.map_geometry import Part, Point, Scene, Symbol, layers
from dashboard.charts.map_names import Box, Name, places
from dashboard.charts.palette import Palette
from dashboard.charts.stills.keys import Key, Stack, keys
from dashboard.charts.stills.lettering import LEADING, narrowest, text_width, wrap
from dashboard.charts.stills.shapes import (
    Circle,
    Frame,
    Path,
    Picture,
    Rect,
    Shape,
    Words,
    diamond,
    line,
    tall,
    words,
)

NUMBER, _NAME, _LEGEND = 22, 20, 20
_EDGE, _GAP = 10, 24
_LOWEST, _TALLEST = 330, 660
_UPRIGHT = 0.8
"""Sheets that are higher than so many widths have the closer map below the whole one."""
_WHOLE_WIDE, _WHOLE_HIGH = 0.58, 0.48
"""Of such a sheet, for the whole map."""
_ASIDE = 1.3
"""How much wider than it must be the whole map is beside the closer one, for names at its sides."""
_LINE = LEADING * _NAME
_INSIDE = 4
"""Pixels between a name and the frame that it stands in."""
_ZOOM = 1.1
"""Symbols are larger than on the page, as their numbers are."""
_FAR = 12
"""Pixels from a symbol to its name, from which on another symbol may seem to have it."""


def draw(drawn: DistrictMap, palette: Palette, width: float, height: float = 0) -> Picture:
    plot = Plot(drawn, palette, width, height)
    shapes = chain.from_iterable(part.shapes() for part in plot.maps)
    return Picture(width, plot.height, [*shapes, *plot.legend.shapes])


class Plot:
    """The maps, and the legend below them, or beside the first where they stand on an upright sheet."""

    def __init__(self, drawn: DistrictMap, palette: Palette, width: float, height: float = 0) -> None:
        self.signs, self.palette = drawn.signs, palette
        scene = Scene.of(drawn.spots, drawn.outlines, drawn.town, _ZOOM)
        parts = [part for part in (scene.whole, scene.town) if part]
        room = Frame(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE)
        standing = len(parts) > 1 and height > _UPRIGHT * width
        if standing:
            frames = _stacked(room)
        elif height:
            above = room.height - (self._legend(room).bottom - room.top + _GAP / 2)
            frames = _abreast(parts, room._replace(height=above))
        else:
            frames = list(_frames(parts, width))
        shaped = [part.shaped(frame.width / frame.height) for part, frame in zip(parts, frames, strict=True)]
        scene = replace(scene, whole=shaped[0], town=shaped[1]) if len(shaped) > 1 else scene
        self.maps = [
            Map(scene, part, place > 0, frame, palette)
            for place, (part, frame) in enumerate(zip(shaped, frames, strict=True))
        ]
        bottom = max((frame.bottom for frame in frames), default=room.top)
        if standing:
            left = frames[0].right + _GAP
            self.legend = self._legend(room._replace(left=left, width=room.right - left))
        else:
            self.legend = self._legend(room._replace(top=bottom + _GAP / 2))
        self.height = max(self.legend.bottom, bottom) + _EDGE

    def _legend(self, room: Frame) -> Stack:
        entries = [Key(partial(_sign, each, self.palette), each.label) for each in self.signs]
        return keys(entries, room, _LEGEND, self.palette.ink, wide=1.2)


def _frames(parts: Sequence[Part], width: float) -> Iterator[Frame]:
    """Beside each other and as high as each other; below each other where that would be too low."""
    shapes = [part.shape for part in parts]
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


def _abreast(parts: Sequence[Part], room: Frame) -> list[Frame]:
    """The closer map takes what the whole one leaves; without one, that has all the room."""
    if len(parts) < 2:
        return [room] * len(parts)
    first, second = parts[0].shape * _ASIDE, parts[1].shape
    high = min((room.width - _GAP) / (first + second), room.height)
    whole = Frame(room.left, room.top, high * first, high)
    left = whole.right + _GAP
    return [whole, Frame(left, room.top, room.right - left, high)]


def _stacked(room: Frame) -> list[Frame]:
    """The closer map across the room, below the whole one, which leaves some room to the legend."""
    whole = Frame(room.left, room.top, _WHOLE_WIDE * room.width, _WHOLE_HIGH * room.height)
    top = whole.bottom + _GAP / 2
    return [whole, Frame(room.left, top, room.width, room.bottom - top)]


class Map:
    """A part of the scene, filling its frame."""

    def __init__(self, scene: Scene, part: Part, closer: bool, frame: Frame, palette: Palette) -> None:
        self.scene, self.part, self.closer, self.frame, self.palette = scene, part, closer, frame, palette
        self.scale = frame.height / part.along
        self.shown = scene.shown(closer)

    def place(self, point: Point) -> Point:
        right, down = point[0] - self.part.west, self.part.north - point[1]
        return self.frame.left + right * self.scale, self.frame.top + down * self.scale

    def shapes(self) -> Iterator[Shape]:
        yield Path("".join(self._rings()), self.palette.land, self.palette.paper, 2)
        if self.town:
            yield Rect(self.town, stroke=self.palette.ink, thickness=2, dash="2 4")
        names = list(self.names())
        for symbol, name in names:
            yield from self._leader(symbol, name)
        for symbol in chain.from_iterable(layers(self.shown)):
            yield from self._symbol(symbol)
        yield from (name for _, name in names)

    def _rings(self) -> Iterator[str]:
        """To the nearest pixel, as steps from point to point: outlines are most of a map's weight."""
        for ring in self.scene.rings:
            inside = clipped([self.place(point) for point in ring], self.frame)
            points = [point for point, _ in groupby((round(x), round(y)) for x, y in inside)]
            if len(points) > 2:
                (x, y), *_ = points
                steps = (f"{x - was_x} {y - was_y}" for (was_x, was_y), (x, y) in pairwise(points))
                yield f"M{x} {y}l{' '.join(steps)}Z".replace(" -", "-")

    @property
    def town(self) -> Frame | None:
        """What of this map is shown again, closer."""
        if self.scene.town is None:
            return None
        west, east, south, north = self.scene.town
        (left, top), (right, bottom) = self.place((west, north)), self.place((east, south))
        return Frame(left, top, right - left, bottom - top)

    def _symbol(self, symbol: Symbol) -> Iterator[Shape]:
        palette, (aimed, great_need) = self.palette, symbol.spot.layer
        x, y = self.place((symbol.x, symbol.y))
        yield _look(aimed, great_need, x, y, symbol.reach, palette)
        if symbol.spot.remarkable:
            color, number = palette.paper if aimed else palette.ink, [str(symbol.spot.initiatives)]
            yield words(number, x, y - tall(number, NUMBER) / 2, NUMBER, color, "middle", bold=aimed)

    def names(self) -> Iterator[tuple[Symbol, Words]]:
        """Of those worth one and with room for it, each with the symbol that it belongs to."""
        remarkable = [symbol for symbol in self.shown if symbol.spot.remarkable]
        symbols = sorted(remarkable, key=lambda each: (not each.spot.great_need, -each.spot.initiatives))
        texts = [_forms(symbol.spot.label) for symbol in symbols]
        names = [
            Name(*self.place((symbol.x, symbol.y)), symbol.reach, [*map(_widths, forms)], _LINE)
            for symbol, forms in zip(symbols, texts, strict=True)
        ]
        sight = self.frame.inset(_INSIDE) if self.closer else self.frame
        found = places(names, self._marks(), Box(*sight))
        for symbol, forms, place in zip(symbols, texts, found, strict=True):
            if place:
                first, ink = place.lines[0], self.palette.ink
                middle = first.left + first.width / 2
                yield symbol, words(forms[place.form], middle, first.top, _NAME, ink, "middle", bold=True)

    def _leader(self, symbol: Symbol, name: Words) -> Iterator[Shape]:
        """A thin line from the middle of a symbol, which covers its end, to a name that stands far away."""
        middle = self.place((symbol.x, symbol.y))
        nearest = min((_nearest(middle, Box(*row).ink) for row in name.rows), key=partial(dist, middle))
        if dist(middle, nearest) > symbol.reach + _FAR:
            yield line(*middle, *nearest, self.palette.ink, 1.5)

    def _marks(self) -> list[Box]:
        """What names must not stand on; whatever stands in the frame would be sought on the closer map."""
        marks = [Box.around(*self.place((each.x, each.y)), each.reach) for each in self.shown]
        return [*marks, Box(*self.town)] if self.town and not self.closer else marks


def _nearest(point: Point, box: Box) -> Point:
    """Where a box is nearest to the point."""
    x, y = point
    return min(max(x, box.left), box.left + box.width), min(max(y, box.top), box.top + box.height)


def _forms(label: str) -> list[list[str]]:
    """In one line, and in two or three, no longer than they must be."""
    tried = (wrap(label, _NAME, narrowest(label, _NAME, lines, True), True) for lines in (1, 2, 3))
    return [lines for lines, _ in groupby(tried)]


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


def _widths(lines: Sequence[str]) -> list[float]:
    return [text_width(said, _NAME, True) for said in lines]


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
