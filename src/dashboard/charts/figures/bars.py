"""Bars that tell their numbers when pointed at, and lead to what they count."""

from plotly.graph_objects import Figure

from dashboard.charts.bars import Bars
from dashboard.charts.figures.paper import Sheet, said
from dashboard.charts.palette import Palette
from dashboard.charts.stills.bars import BAR, Plot
from dashboard.charts.stills.shapes import Frame

_HATCHING = {"/": {"size": 11, "solidity": 0.25}, ".": {"size": 9, "solidity": 0.12}}
"""Of Plotly, as it looks most like that of stills."""


def draw(bars: Bars, palette: Palette, width: float) -> Figure:
    plot = Plot(bars, palette, width)
    sheet = Sheet(width, plot.height, palette)
    middles = list(plot.middles())
    for part in bars.parts:
        color = part.color(palette)
        hatching = {"shape": part.pattern, "bgcolor": color, "fgcolor": palette.paper, "fgopacity": 0.5}
        sheet.figure.add_bar(
            name=part.name,
            orientation="h",
            x=list(part.values),
            y=middles,
            width=BAR,
            marker={
                "color": color,
                "line": {"color": palette.paper, "width": 1.5},
                "pattern": hatching | _HATCHING.get(part.pattern, {}),
            },
            customdata=list(part.hrefs) or None,
            hovertext=[
                said(f"{label}. {part.name}: {value}")
                for label, value in zip(bars.labels, part.values, strict=True)
            ],
            hoverinfo="text",
        )
    frame = Frame(plot.left, plot.top, plot.room, plot.bottom - plot.top)
    sheet.figure.update_layout(
        barmode="stack",
        xaxis=sheet.across(frame)
        | {"range": [0, plot.room / plot.scale], "showgrid": True, "gridcolor": palette.line}
        | {"tickvals": plot.ticks, "zeroline": True, "zerolinecolor": palette.quiet, "zerolinewidth": 1.5},
        yaxis=sheet.along(frame) | {"range": [plot.bottom, plot.top]},
    )
    sheet.write(plot.numbers())
    return sheet.figure
