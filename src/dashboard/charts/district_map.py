"""The municipality with a symbol per district, drawn from its own outlines: no map tiles, no requests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.palette import Palette

_LARGEST = 46
_SMALLEST = 24
_HOLLOW = 9
_HEIGHT = 520
_AIR = 0.12


@dataclass(frozen=True)
class Spot:
    """A district on the map: WGS84 degrees, its count and what to say of it."""

    label: str
    latitude: float
    longitude: float
    initiatives: int
    sentence: str
    href: str


def district_map(
    spots: Sequence[Spot], outlines: dict[str, Any], palette: Palette, frame: Sequence[Spot] = ()
) -> go.Figure:
    """The area of a symbol follows the count; a hollow ring is a district that no initiative names.

    `outlines` is a GeoJSON FeatureCollection of (Multi)Polygons. With a `frame`, only the part of the map
    that holds these spots is shown, and symbols carry their names. Longitude is squeezed by the cosine of
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
        _add_spots(
            figure, [spot for spot in spots if bool(spot.initiatives) == aimed], aimed, most, squeeze, palette
        )
    if frame:
        _add_names(figure, [spot for spot in frame if spot.initiatives], squeeze, palette)
    figure.update_layout(
        height=_HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False,
        xaxis={"visible": False, "fixedrange": True, "range": _range(frame, squeeze)},
        yaxis={"visible": False, "fixedrange": True, "scaleanchor": "x", "range": _range(frame)},
        **palette.layout(),
    )
    return figure


def _add_spots(
    figure: go.Figure, spots: Sequence[Spot], aimed: bool, most: int, squeeze: float, palette: Palette
) -> None:
    figure.add_scatter(
        x=[spot.longitude * squeeze for spot in spots],
        y=[spot.latitude for spot in spots],
        mode="markers+text" if aimed else "markers",
        text=[str(spot.initiatives) for spot in spots] if aimed else None,
        textfont={"color": palette.paper, "size": 15},
        marker={
            "size": [_size(spot.initiatives, most) for spot in spots],
            "color": palette.stage(0) if aimed else palette.land,
            "opacity": 1,
            "line": {"color": palette.paper if aimed else palette.ink, "width": 1.5},
        },
        customdata=[spot.href for spot in spots],
        hovertext=[spot.sentence for spot in spots],
        hoverinfo="text",
    )


def _add_names(figure: go.Figure, spots: Sequence[Spot], squeeze: float, palette: Palette) -> None:
    for spot in spots:
        figure.add_annotation(
            x=spot.longitude * squeeze,
            y=spot.latitude,
            text=f"<b>{spot.label}</b>",
            showarrow=False,
            yshift=_LARGEST / 2 + 12,
            font={"color": palette.ink},
        )


def _range(frame: Sequence[Spot], squeeze: float | None = None) -> list[float] | None:
    """From the first to the last of these spots with some air; None shows everything."""
    if not frame:
        return None
    places = [spot.latitude if squeeze is None else spot.longitude * squeeze for spot in frame]
    air = (max(places) - min(places)) * _AIR
    return [min(places) - air, max(places) + air]


def _middle_latitude(spots: Sequence[Spot]) -> float:
    return sum(spot.latitude for spot in spots) / len(spots) if spots else 0.0


def _size(initiatives: int, most: int) -> float:
    return max(_SMALLEST, _LARGEST * sqrt(initiatives / most)) if initiatives else _HOLLOW


def _outline_points(
    outlines: dict[str, Any], squeeze: float
) -> tuple[list[float | None], list[float | None]]:
    """All rings as one line with a gap between rings: a single trace instead of one per district."""
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
