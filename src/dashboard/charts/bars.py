"""Horizontal bars: how many initiatives carry each term, in parts."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.charts.palette import Palette

_ROW_HEIGHT = 34
_MARGIN = 56


@dataclass(frozen=True)
class Part:
    """One layer of every bar, e.g. a stage: its name, numbers in label order, colour and hatching.

    `hrefs` lead to what is behind each number; an empty one leads nowhere.
    """

    name: str
    values: Sequence[int]
    color: str
    pattern: str = ""
    hrefs: Sequence[str] = ()


def stacked_bars(labels: Sequence[str], parts: Sequence[Part], palette: Palette) -> go.Figure:
    """A bar per label, read from the top, each part with its number printed; `labels` must be unique."""
    figure = go.Figure()
    for part in parts:
        figure.add_bar(
            name=part.name,
            y=list(labels),
            x=list(part.values),
            orientation="h",
            marker={
                "color": part.color,
                "pattern": {
                    "shape": part.pattern,
                    "bgcolor": part.color,
                    "fgcolor": palette.paper,
                    "fgopacity": 0.45,
                    "solidity": 0.2,
                },
                "line": {"color": palette.paper, "width": 1},
            },
            text=[str(value) if value else "" for value in part.values],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": palette.paper, "size": 15},
            constraintext="none",
            customdata=list(part.hrefs) or None,
            hovertemplate="%{y}<br>" + part.name + ": %{x}<extra></extra>",
        )
    figure.update_layout(
        barmode="stack",
        bargap=0.28,
        height=_ROW_HEIGHT * len(labels) + _MARGIN + 28,
        margin={"l": 0, "r": 8, "t": 36, "b": 28},
        showlegend=len(parts) > 1,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"},
        xaxis={"rangemode": "tozero", "tickformat": "d", "gridcolor": palette.line, "fixedrange": True},
        yaxis={"autorange": "reversed", "automargin": True, "fixedrange": True, "ticksuffix": "  "},
        **palette.layout(),
    )
    return figure
