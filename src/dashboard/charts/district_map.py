"""The municipality with a symbol per district, drawn from its own outlines: no map tiles, no requests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, radians, sqrt
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go
from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.palette import Palette

Outlines = Mapping[str, Any]
"""A GeoJSON FeatureCollection of (Multi)Polygons in WGS84 degrees, each with its district's code."""

_LARGEST = 46
_SMALLEST = 26
_HOLLOW = {False: 8, True: 24}
_POINTED = 1.25
"""A diamond looks smaller than a circle as wide."""
_HEIGHT = 520
_AIR = 0.14
_LABEL_WIDTH = 17
"""In characters: longer names take several lines, so that they stay on a small screen."""
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
    squeeze = cos(radians(_middle_latitude(spots)))
    xs, ys = _outline_points(outlines, squeeze)
    horizontal, vertical = (
        _range([spot.longitude * squeeze for spot in frame]),
        _range([spot.latitude for spot in frame]),
    )
    figure = go.Figure()
    figure.add_scatter(
        x=xs, y=ys, mode="lines", fill="toself", fillcolor=palette.land,
        line={"color": palette.paper, "width": 1.5}, hoverinfo="skip",
    )  # fmt: skip
    most = max((spot.initiatives for spot in spots), default=0)
    if frame:
        shown = [spot for spot in spots if _within(spot, horizontal, vertical, squeeze) == closer]
        if not closer:
            figure.add_shape(
                type="rect", x0=horizontal[0], x1=horizontal[1], y0=vertical[0], y1=vertical[1],
                line={"color": palette.ink, "width": 1.5, "dash": "dot"},
            )  # fmt: skip
    else:
        shown = list(spots)
    for (aimed, great_need), alike in groupby(sorted(shown, key=_layer), key=_layer):
        _add_spots(figure, list(alike), aimed, great_need, most, squeeze, palette)
    _add_names(figure, [spot for spot in shown if spot.remarkable], most, squeeze, palette)
    figure.update_layout(
        height=_HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False,
        xaxis={"visible": False, "fixedrange": True, "range": horizontal if closer else None},
        yaxis={
            "visible": False,
            "fixedrange": True,
            "scaleanchor": "x",
            "range": vertical if closer else None,
        },
        **palette.layout(),
    )
    return figure


def _layer(spot: Spot) -> tuple[bool, bool]:
    """Numbers lie above hollow symbols, and diamonds above circles."""
    return bool(spot.initiatives), spot.great_need


def _add_spots(
    figure: go.Figure,
    spots: Sequence[Spot],
    aimed: bool,
    great_need: bool,
    most: int,
    squeeze: float,
    palette: Palette,
) -> None:
    printed = aimed or great_need
    figure.add_scatter(
        x=[spot.longitude * squeeze for spot in spots],
        y=[spot.latitude for spot in spots],
        mode="markers+text" if printed else "markers",
        text=[str(spot.initiatives) for spot in spots] if printed else None,
        textfont={"color": palette.paper if aimed else palette.ink, "size": 15},
        marker={
            "symbol": "diamond" if great_need else "circle",
            "size": [_size(spot, most) for spot in spots],
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


def _add_names(figure: go.Figure, spots: Sequence[Spot], most: int, squeeze: float, palette: Palette) -> None:
    for spot in spots:
        figure.add_annotation(
            x=spot.longitude * squeeze,
            y=spot.latitude,
            text="<br>".join(f"<b>{line}</b>" for line in wrap(spot.label, _LABEL_WIDTH)),
            showarrow=False,
            yanchor="bottom",
            yshift=_size(spot, most) / 2,
            font={"color": palette.ink},
        )


def _range(places: Sequence[float]) -> list[float]:
    """From the first to the last of these places with some air."""
    if not places:
        return []
    air = (max(places) - min(places)) * _AIR
    return [min(places) - air, max(places) + air]


def _within(spot: Spot, horizontal: Sequence[float], vertical: Sequence[float], squeeze: float) -> bool:
    (west, east), (south, north) = horizontal, vertical
    return west <= spot.longitude * squeeze <= east and south <= spot.latitude <= north


def _middle_latitude(spots: Sequence[Spot]) -> float:
    return sum(spot.latitude for spot in spots) / len(spots) if spots else 0.0


def _size(spot: Spot, most: int) -> float:
    if not spot.initiatives:
        return _HOLLOW[spot.great_need]
    size = max(_SMALLEST, _LARGEST * sqrt(spot.initiatives / most))
    return size * _POINTED if spot.great_need else size


def _outline_points(outlines: Outlines, squeeze: float) -> tuple[list[float | None], list[float | None]]:
    """All rings as one line with a gap between rings: a single trace instead of one per district."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for _, ring in _rings(outlines):
        xs += [*(point[0] * squeeze for point in ring), None]
        ys += [*(point[1] for point in ring), None]
    return xs, ys


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
