"""The municipality with a symbol per district, drawn from its own outlines: no map tiles, no requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, radians

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.map_geometry import Outlines, Spot, rings

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
