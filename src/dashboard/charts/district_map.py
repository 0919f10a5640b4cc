"""The municipality with a symbol per district, drawn from its own outlines: no map tiles, no requests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, radians, sqrt
from statistics import mean
from textwrap import wrap
from typing import Any, NamedTuple

import plotly.graph_objects as go
from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.map_names import Box, Name, Screen, sides
from dashboard.charts.palette import Palette

Outlines = Mapping[str, Any]
"""A GeoJSON FeatureCollection of (Multi)Polygons in WGS84 degrees, each with its district's code."""

_LARGEST = 46
_SMALLEST = 26
_HOLLOW = {False: 8, True: 24}
_POINTED = 1.25
"""A diamond looks smaller than a circle as wide."""
_TIP = 1.3
"""How far a diamond reaches beyond a circle of the same size."""
_HEIGHT = 520
_WIDTHS = (340, 540)
"""Of the map on a telephone and on a large screen: names must miss their neighbours on both."""
_AIR, _EDGE = 0.14, 0.02
"""Around the closer map and the whole one, as shares of what they show."""
_LABEL_WIDTH = 17
"""In characters: longer names take several lines, so that they stay on a small screen."""
_CHARACTER, _LINE = 8, 20
"""About how many pixels a character of a name is wide, and its line high."""
_LOCATOR = 300
"""Units along the longer side of the small map: enough to tell the outlines, few enough to be light."""


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


class _Symbol(NamedTuple):
    """A spot on the flat map, x with the longitude squeezed; its size in pixels."""

    spot: Spot
    x: float
    y: float
    size: float

    @property
    def reach(self) -> float:
        return self.size / 2 * (_TIP if self.spot.great_need else 1)


class _Part(NamedTuple):
    """A part of the flat map, from edge to edge."""

    west: float
    east: float
    south: float
    north: float

    def holds(self, symbol: _Symbol) -> bool:
        return self.west <= symbol.x <= self.east and self.south <= symbol.y <= self.north

    def screens(self) -> Iterator[Screen]:
        """As it is shown on each of `_WIDTHS`: as large as there is room for."""
        across, along = (self.east - self.west) or 1, (self.north - self.south) or 1
        x, y = (self.west + self.east) / 2, (self.south + self.north) / 2
        for width in _WIDTHS:
            scale = min(width / across, _HEIGHT / along)
            yield Screen(scale, Box(x * scale, y * scale, width, _HEIGHT))


def district_map(
    spots: Sequence[Spot],
    outlines: Outlines,
    palette: Palette,
    frame: Sequence[Spot] = (),
    closer: bool = False,
) -> go.Figure:
    """A diamond is a district with great need, a circle any other; a hollow one has no initiative.

    The area of a filled symbol follows the count. A `frame` is the part of the map that holds these spots:
    shown `closer` alone, or else drawn as a frame, and what it holds left to the closer map. Longitude is
    squeezed by the cosine of the latitude, so that distances look right.
    """
    squeeze = cos(radians(mean(spot.latitude for spot in spots))) if spots else 1
    land, symbols = _land(outlines, squeeze), _symbols(spots, squeeze)
    town = _part([(each.x, each.y) for each in symbols if each.spot in frame], _AIR)
    corners = [point for point in land if None not in point]
    everything = _part(corners or [(each.x, each.y) for each in symbols], _EDGE)
    shown = [symbol for symbol in symbols if not town or town.holds(symbol) == closer]
    figure = go.Figure()
    figure.add_scatter(
        x=[x for x, _ in land], y=[y for _, y in land], mode="lines", fill="toself", fillcolor=palette.land,
        line={"color": palette.paper, "width": 1.5}, hoverinfo="skip",
    )  # fmt: skip
    if town and not closer:
        _add_frame(figure, town, palette)
    for _, alike in groupby(sorted(shown, key=_layer), key=_layer):
        _add_symbols(figure, list(alike), palette)
    part = town if town and closer else everything
    if part:
        _add_names(figure, shown, list(part.screens()), palette)
        _lay_out(figure, part, palette)
    return figure


def _symbols(spots: Sequence[Spot], squeeze: float) -> list[_Symbol]:
    most = max((spot.initiatives for spot in spots), default=0)
    return [_Symbol(spot, spot.longitude * squeeze, spot.latitude, _size(spot, most)) for spot in spots]


def _size(spot: Spot, most: int) -> float:
    if not spot.initiatives:
        return _HOLLOW[spot.great_need]
    size = max(_SMALLEST, _LARGEST * sqrt(spot.initiatives / most))
    return size * _POINTED if spot.great_need else size


def _part(points: Sequence[tuple[float, float]], air: float = 0) -> _Part | None:
    """What holds these points, with some air around; nothing where there are none."""
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    across, along = (max(xs) - min(xs)) * air, (max(ys) - min(ys)) * air
    return _Part(min(xs) - across, max(xs) + across, min(ys) - along, max(ys) + along)


def _layer(symbol: _Symbol) -> tuple[bool, bool]:
    return symbol.spot.layer


def _add_frame(figure: go.Figure, town: _Part, palette: Palette) -> None:
    figure.add_shape(
        type="rect", x0=town.west, x1=town.east, y0=town.south, y1=town.north,
        line={"color": palette.ink, "width": 1.5, "dash": "dot"},
    )  # fmt: skip


def _add_symbols(figure: go.Figure, symbols: Sequence[_Symbol], palette: Palette) -> None:
    """Of one layer."""
    spots = [symbol.spot for symbol in symbols]
    aimed, great_need = spots[0].layer
    printed = aimed or great_need
    figure.add_scatter(
        x=[symbol.x for symbol in symbols],
        y=[symbol.y for symbol in symbols],
        mode="markers+text" if printed else "markers",
        text=[str(spot.initiatives) for spot in spots] if printed else None,
        textfont={"color": palette.paper if aimed else palette.ink, "size": 15},
        marker={
            "symbol": "diamond" if great_need else "circle",
            "size": [symbol.size for symbol in symbols],
            "color": palette.stage(0) if aimed else palette.paper if great_need else palette.land,
            "opacity": 1,
            "line": {
                "color": palette.paper if aimed else palette.ink,
                "width": 3 if great_need and not aimed else 1.5,
            },
        },
        customdata=[spot.href for spot in spots],
        hovertext=[spot.sentence for spot in spots],
        hoverinfo="text",
    )


def _add_names(
    figure: go.Figure, symbols: Sequence[_Symbol], screens: Sequence[Screen], palette: Palette
) -> None:
    named = [symbol for symbol in symbols if symbol.spot.remarkable]
    wrapped = [wrap(symbol.spot.label, _LABEL_WIDTH) for symbol in named]
    names = [
        Name(each.x, each.y, each.reach, _CHARACTER * max(map(len, lines)), _LINE * len(lines))
        for each, lines in zip(named, wrapped, strict=True)
    ]
    chosen = sides(names, [(each.x, each.y, each.reach) for each in symbols], screens)
    for symbol, lines, (right, up) in zip(named, wrapped, chosen, strict=True):
        figure.add_annotation(
            x=symbol.x,
            y=symbol.y,
            text="<br>".join(f"<b>{line}</b>" for line in lines),
            showarrow=False,
            xanchor=("center", "left", "right")[right],
            yanchor=("middle", "bottom", "top")[up],
            xshift=right * symbol.reach,
            yshift=up * symbol.reach,
            font={"color": palette.ink},
        )


def _lay_out(figure: go.Figure, part: _Part, palette: Palette) -> None:
    still = {"visible": False, "fixedrange": True}
    figure.update_layout(
        height=_HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False,
        xaxis=still | {"range": (part.west, part.east)},
        yaxis=still | {"range": (part.south, part.north), "scaleanchor": "x"},
        **palette.layout(),
    )


def _land(outlines: Outlines, squeeze: float) -> list[tuple[Any, Any]]:
    """All rings as one line with a gap between rings: a single trace instead of one per district."""
    gap = (None, None)
    return [
        point
        for _, ring in _rings(outlines)
        for point in [*((longitude * squeeze, latitude) for longitude, latitude, *_ in ring), gap]
    ]


def _rings(outlines: Outlines) -> Iterator[tuple[str, list[list[float]]]]:
    """Each ring with the code of its district."""
    for feature in outlines["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
            for ring in polygon:
                yield feature["properties"]["code"], ring


def locator(outlines: Outlines, district: str, label: str) -> Markup:
    """A small map as SVG in the page's own colours, the district filled and ringed; `label` says what it is.

    Nothing where there are no outlines.
    """
    rings = list(_rings(outlines))
    if not rings:
        return Markup()
    longitudes, latitudes = zip(*(point[:2] for _, ring in rings for point in ring), strict=True)
    west, north = min(longitudes), max(latitudes)
    squeeze = cos(radians((north + min(latitudes)) / 2))
    width, height = (max(longitudes) - west) * squeeze, north - min(latitudes)
    scale = _LOCATOR / max(width, height)

    def place(point: Sequence[float]) -> tuple[int, int]:
        return round((point[0] - west) * squeeze * scale), round((north - point[1]) * scale)

    land, here, corners = [], [], []
    for code, ring in rings:
        points = [point for point, _ in groupby(map(place, ring))]
        drawn = "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"
        (here if code == district else land).append(drawn)
        corners += points if code == district else []
    return fragment(
        "locator",
        label=label,
        width=round(width * scale),
        height=round(height * scale),
        land="".join(land),
        here="".join(here),
        ring=_ring_around(corners),
    )


def _ring_around(corners: Sequence[tuple[int, int]]) -> dict[str, float] | None:
    """A circle around what may be too small to be seen."""
    if not corners:
        return None
    xs, ys = zip(*corners, strict=True)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {"x": x, "y": y, "radius": max(max(xs) - min(xs), max(ys) - min(ys)) / 2 + 10}
