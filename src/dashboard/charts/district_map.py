"""The municipality with a symbol per district, drawn from its own outlines: no map tiles, no requests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, radians
from typing import Any

import plotly.graph_objects as go
from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.map_geometry import Outlines, Part, Placed, Scene, Spot, Symbol, layers, named, rings
from dashboard.charts.map_names import Box, Screen
from dashboard.charts.palette import Palette

_HEIGHT = 520
_WIDTHS = (340, 540)
"""Of the map on a telephone and on a large screen: names must miss their neighbours on both."""
_CHARACTER, _LINE = 8, 20
"""About how many pixels a character of a name is wide, and its line high."""
_LOCATOR = 300
"""Units along the longer side of the small map: enough to tell the outlines, few enough to be light."""


@dataclass(frozen=True)
class Sign:
    """An entry of the legend: how a district looks that has, or has not, great need and initiatives."""

    great_need: bool
    aimed: bool
    label: str


@dataclass(frozen=True)
class DistrictMap:
    """Districts on their outlines; `town` holds those that are shown again at closer range, if any.

    `signs` is the legend, for where the map stands alone.
    """

    spots: Sequence[Spot]
    outlines: Outlines
    town: Sequence[Spot] = ()
    signs: Sequence[Sign] = ()


def district_maps(drawn: DistrictMap, palette: Palette) -> list[go.Figure]:
    """Everything, and the town again at closer range."""
    ranges = (False, True) if drawn.town else (False,)
    return [district_map(drawn.spots, drawn.outlines, palette, drawn.town, closer) for closer in ranges]


def district_map(
    spots: Sequence[Spot],
    outlines: Outlines,
    palette: Palette,
    frame: Sequence[Spot] = (),
    closer: bool = False,
) -> go.Figure:
    """A diamond is a district with great need, a circle any other; a hollow one has no initiative.

    A `frame` is the part of the map that holds these spots: shown `closer` alone, or else drawn as a frame,
    and what it holds left to the closer map.
    """
    scene = Scene.of(spots, outlines, frame)
    land, shown, part = _land(scene), scene.shown(closer), scene.part(closer)
    figure = go.Figure()
    figure.add_scatter(
        x=[x for x, _ in land], y=[y for _, y in land], mode="lines", fill="toself", fillcolor=palette.land,
        line={"color": palette.paper, "width": 1.5}, hoverinfo="skip",
    )  # fmt: skip
    if scene.town and not closer:
        _add_frame(figure, scene.town, palette)
    for alike in layers(shown):
        _add_symbols(figure, alike, palette)
    if part:
        for name in named(shown, lambda line: _CHARACTER * len(line), _LINE, list(_screens(part))):
            _add_name(figure, name, palette)
        _lay_out(figure, part, palette)
    return figure


def _screens(part: Part) -> Iterator[Screen]:
    """As it is shown on each of `_WIDTHS`: as large as there is room for."""
    x, y = (part.west + part.east) / 2, (part.south + part.north) / 2
    for width in _WIDTHS:
        scale = min(width / part.across, _HEIGHT / part.along)
        yield Screen(scale, Box(x * scale, y * scale, width, _HEIGHT))


def _add_frame(figure: go.Figure, town: Part, palette: Palette) -> None:
    figure.add_shape(
        type="rect", x0=town.west, x1=town.east, y0=town.south, y1=town.north,
        line={"color": palette.ink, "width": 1.5, "dash": "dot"},
    )  # fmt: skip


def _add_symbols(figure: go.Figure, symbols: Sequence[Symbol], palette: Palette) -> None:
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


def _add_name(figure: go.Figure, name: Placed, palette: Palette) -> None:
    symbol, (right, up) = name.symbol, name.side
    figure.add_annotation(
        x=symbol.x,
        y=symbol.y,
        text="<br>".join(f"<b>{line}</b>" for line in name.lines),
        showarrow=False,
        xanchor=("center", "left", "right")[right],
        yanchor=("middle", "bottom", "top")[up],
        xshift=right * symbol.reach,
        yshift=up * symbol.reach,
        font={"color": palette.ink},
    )


def _lay_out(figure: go.Figure, part: Part, palette: Palette) -> None:
    still = {"visible": False, "fixedrange": True}
    figure.update_layout(
        height=_HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False,
        xaxis=still | {"range": (part.west, part.east)},
        yaxis=still | {"range": (part.south, part.north), "scaleanchor": "x"},
        **palette.layout(),
    )


def _land(scene: Scene) -> list[tuple[Any, Any]]:
    """All rings as one line with a gap between rings: a single trace instead of one per district."""
    gap = (None, None)
    return [point for ring in scene.rings for point in [*ring, gap]]


def locator(outlines: Outlines, district: str, label: str) -> Markup:
    """A small map as SVG in the page's own colours, the district filled and ringed; `label` says what it is.

    Nothing where there are no outlines.
    """
    outlined = list(rings(outlines))
    if not outlined:
        return Markup()
    longitudes, latitudes = zip(*(point[:2] for _, ring in outlined for point in ring), strict=True)
    west, north = min(longitudes), max(latitudes)
    squeeze = cos(radians((north + min(latitudes)) / 2))
    width, height = (max(longitudes) - west) * squeeze, north - min(latitudes)
    scale = _LOCATOR / max(width, height)

    def place(point: Sequence[float]) -> tuple[int, int]:
        return round((point[0] - west) * squeeze * scale), round((north - point[1]) * scale)

    land, here, corners = [], [], []
    for code, ring in outlined:
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
