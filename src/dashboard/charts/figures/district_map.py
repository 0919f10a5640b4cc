"""Maps whose symbols tell of their districts when pointed at; each can be drawn closer."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from plotly.graph_objects import Figure

from dashboard.charts.district_map import DistrictMap
from dashboard.charts.figures.paper import Sheet, said, text_of
from dashboard.charts.map_geometry import Symbol, layers
from dashboard.charts.palette import Palette
from dashboard.charts.stills.district_map import NUMBER, Map, Plot, clipped
from dashboard.charts.stills.shapes import Frame

_GRAIN, _DECIMALS = 0.5, 5
"""How exact an outline is, in pixels of the still, and how its degrees are then written."""


def draw(drawn: DistrictMap, palette: Palette, width: float) -> Figure:
    plot = Plot(drawn, palette, width)
    sheet = Sheet(width, plot.height, palette)
    for number, part in enumerate(plot.maps, 1):
        _add_map(sheet, part, number)
    return sheet.figure


def _add_map(sheet: Sheet, drawn: Map, number: int) -> None:
    """With axes of this number."""
    axes = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
    figure, scene, palette, part = sheet.figure, drawn.scene, drawn.palette, drawn.part
    land = list(_land(drawn))
    figure.add_scatter(
        x=[x for x, _ in land], y=[y for _, y in land],
        mode="lines", fill="toself", fillcolor=palette.land, line={"color": palette.paper, "width": 2},
        hoverinfo="skip", **axes,
    )  # fmt: skip
    if scene.town:
        figure.add_shape(
            type="rect", xref=axes["xaxis"], yref=axes["yaxis"],
            x0=scene.town.west, x1=scene.town.east, y0=scene.town.south, y1=scene.town.north,
            line={"color": palette.ink, "width": 2, "dash": "dot"},
        )  # fmt: skip
    for alike in layers(scene.shown(drawn.closer)):
        figure.add_scatter(**_symbols(alike, palette), **axes)
    for symbol, name in drawn.names():
        x, y = drawn.place((symbol.x, symbol.y))
        beside = {"x": symbol.x, "y": symbol.y, "xshift": name.x - x, "yshift": y - name.frame.y}
        figure.add_annotation(text_of(name) | beside | {"xref": axes["xaxis"], "yref": axes["yaxis"]})
    ranges = {"x": (part.west, part.east), "y": (part.south, part.north)}
    figure.update_layout({
        f"xaxis{number}": sheet.across(drawn.frame)
        | {"range": ranges["x"], "anchor": axes["yaxis"], "fixedrange": False},
        f"yaxis{number}": sheet.along(drawn.frame)
        | {"range": ranges["y"], "anchor": axes["xaxis"], "fixedrange": False, "scaleanchor": axes["xaxis"],
           "scaleratio": 1, "constrain": "range"},
    })  # fmt: skip


def _land(drawn: Map) -> Iterator[tuple[float | None, float | None]]:
    """What of all rings is in sight, as one line with gaps: a single trace, and as light as can be."""
    grain, part = _GRAIN / drawn.scale, drawn.part
    sight = Frame(part.west, part.south, part.across, part.along)
    for ring in drawn.scene.rings:
        grains = ((round(x / grain), round(y / grain)) for x, y in clipped(ring, sight))
        yield from (
            (round(x * grain, _DECIMALS), round(y * grain, _DECIMALS)) for (x, y), _ in groupby(grains)
        )
        yield None, None


def _symbols(symbols: Sequence[Symbol], palette: Palette) -> dict[str, Any]:
    """Of one layer: a diamond is a district with great need, and a hollow one has no initiative."""
    spots = [symbol.spot for symbol in symbols]
    aimed, great_need = spots[0].layer
    printed = aimed or great_need
    return {
        "x": [symbol.x for symbol in symbols],
        "y": [symbol.y for symbol in symbols],
        "mode": "markers+text" if printed else "markers",
        "text": [str(spot.initiatives) for spot in spots] if printed else None,
        "textfont": {
            "color": palette.paper if aimed else palette.ink,
            "size": NUMBER,
            "weight": 600 if aimed else 400,
        },
        "marker": {
            "symbol": "diamond" if great_need else "circle",
            "size": [symbol.size for symbol in symbols],
            "color": palette.stage(0) if aimed else palette.paper if great_need else palette.land,
            "opacity": 1,
            "line": {
                "color": palette.paper if aimed else palette.ink,
                "width": 4 if great_need and not aimed else 2,
            },
        },
        "customdata": [spot.href for spot in spots],
        "hovertext": [said(spot.sentence) for spot in spots],
        "hoverinfo": "text",
    }
