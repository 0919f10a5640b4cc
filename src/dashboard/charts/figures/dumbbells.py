"""Dumbbells whose marks say what they stand for when pointed at."""

from collections.abc import Sequence
from math import isnan
from typing import Any

from plotly.graph_objects import Figure

from dashboard.charts.dumbbell import SHAPES, Dumbbells
from dashboard.charts.figures.paper import Sheet, said
from dashboard.charts.palette import Palette
from dashboard.charts.stills.dumbbells import REACHES, Plot
from dashboard.charts.stills.shapes import Frame

_SIZES = {"circle": 2, "square": 2, "diamond": 2 / 1.3}
"""Of Plotly's marks, for a still's reach of 1."""


def draw(drawn: Dumbbells, palette: Palette, width: float) -> Figure:
    plot = Plot(drawn, palette, width)
    sheet = Sheet(width, plot.height, palette)
    middles = list(plot.middles())
    for row, y in enumerate(middles):
        _add_line(sheet.figure, y, [each.shares[row] for each in drawn.series], palette)
    for place, each in reversed(list(enumerate(drawn.series))):
        sheet.figure.add_scatter(
            name=each.name,
            mode="markers",
            x=[None if isnan(share) else share for share in each.shares],
            y=middles,
            cliponaxis=False,
            marker=_mark(place, palette),
            customdata=list(each.hrefs) or None,
            hovertext=list(map(said, each.sentences)),
            hoverinfo="text",
        )
    frame = Frame(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top)
    sheet.figure.update_layout(
        xaxis=sheet.across(frame)
        | {"range": plot.ends, "tickvals": drawn.ticks, "showgrid": True, "gridcolor": palette.line},
        yaxis=sheet.along(frame) | {"range": [plot.bottom, plot.top]},
    )
    sheet.write(plot.numbers())
    return sheet.figure


def _add_line(figure: Figure, y: float, shares: Sequence[float], palette: Palette) -> None:
    known = [share for share in shares if not isnan(share)]
    figure.add_scatter(
        x=[min(known, default=0), max(known, default=0)], y=[y, y], mode="lines",
        line={"color": palette.quiet, "width": 2}, hoverinfo="skip",
    )  # fmt: skip


def _mark(place: int, palette: Palette) -> dict[str, Any]:
    """The first is filled, the others are hollow."""
    colour, shape = palette.stage(place), SHAPES[place]
    line = {"color": colour, "width": 2.5} if place else {"color": palette.paper, "width": 1}
    symbol = f"{shape}-open" if place else shape
    return {
        "symbol": symbol,
        "size": REACHES[place] * _SIZES[shape],
        "color": colour,
        "opacity": 1,
        "line": line,
    }
