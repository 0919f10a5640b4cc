"""The municipality with a symbol per district, drawn from its own outlines: no map tiles, no requests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.palette import Palette

_LARGEST = 46
_HOLLOW = 9


@dataclass(frozen=True)
class Spot:
    """A district on the map: WGS84 degrees, its count and what to say of it."""

    code: str
    label: str
    latitude: float
    longitude: float
    initiatives: int
    sentence: str


def district_map(spots: Sequence[Spot], outlines: dict[str, Any], palette: Palette) -> go.Figure:
    """Area of a symbol follows the count; a hollow ring is a district that none names.

    `outlines` is a GeoJSON FeatureCollection of (Multi)Polygons. Longitude is squeezed by the cosine of
    the latitude, so that distances look right.
    """
    squeeze = cos(radians(_middle_latitude(spots)))
    xs, ys = _outline_points(outlines, squeeze)
    figure = go.Figure()
    figure.add_scatter(
        x=xs, y=ys, mode="lines", fill="toself", fillcolor=palette.land,
        line={"color": palette.paper, "width": 1.5}, hoverinfo="skip",
    )  # fmt: skip
    most = max((spot.initiatives for spot in spots), default=0)
    for aimed in (False, True):
        group = [spot for spot in spots if bool(spot.initiatives) == aimed]
        figure.add_scatter(
            x=[spot.longitude * squeeze for spot in group],
            y=[spot.latitude for spot in group],
            mode="markers+text" if aimed else "markers",
            text=[str(spot.initiatives) for spot in group] if aimed else None,
            textfont={"color": palette.paper, "size": 15},
            marker={
                "size": [_size(spot.initiatives, most) for spot in group],
                "color": palette.stage(0) if aimed else "rgba(0,0,0,0)",
                "line": {"color": palette.stage(0) if aimed else palette.ink, "width": 1.5},
            },
            customdata=[spot.code for spot in group],
            hovertext=[spot.sentence for spot in group],
            hoverinfo="text",
        )
    figure.update_layout(
        height=560,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False,
        xaxis={"visible": False, "fixedrange": True},
        yaxis={"visible": False, "fixedrange": True, "scaleanchor": "x"},
        **palette.layout(),
    )
    return figure


def _middle_latitude(spots: Sequence[Spot]) -> float:
    return sum(spot.latitude for spot in spots) / len(spots) if spots else 0.0


def _size(initiatives: int, most: int) -> float:
    return max(24.0, _LARGEST * sqrt(initiatives / most)) if initiatives else _HOLLOW


def _outline_points(
    outlines: dict[str, Any], squeeze: float
) -> tuple[list[float | None], list[float | None]]:
    """All rings as one line, with a gap between rings: one trace draws forty times faster than forty."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in _rings(outlines):
        xs += [*(point[0] * squeeze for point in ring), None]
        ys += [*(point[1] for point in ring), None]
    return xs, ys


def _rings(outlines: dict[str, Any]) -> Iterator[list[list[float]]]:
    for feature in outlines["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
            yield from polygon
