"""Horizontal bars: how many initiatives carry each term, in parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from dashboard.charts.palette import Palette

_ROW_HEIGHT = 34
_LINE_HEIGHT = 14
_LEGEND_HEIGHT = 22
_MARGIN = 64
_LABEL_WIDTH = 26
"""In characters: longer labels take several lines, so that bars keep their room on a small screen."""


@dataclass(frozen=True)
class Part:
    """One layer of every bar, e.g. a stage: its name, numbers in label order, colour and hatching.

    `tone` is the place of its colour among those of the stages, none for a quiet one. `hrefs` lead to what is
    behind each number; an empty one leads nowhere.
    """

    name: str
    values: Sequence[int]
    tone: int | None = 0
    pattern: str = ""
    hrefs: Sequence[str] = ()

    def color(self, palette: Palette) -> str:
        return palette.quiet if self.tone is None else palette.stage(self.tone)


@dataclass(frozen=True)
class Bars:
    """A bar per label, read from the top, in parts; `labels` must be unique."""

    labels: Sequence[str]
    parts: Sequence[Part]


def stacked_bars(bars: Bars, palette: Palette) -> go.Figure:
    """Each part with its number printed."""
    figure, labels, parts = go.Figure(), bars.labels, bars.parts
    wrapped = ["<br>".join(wrap(label, _LABEL_WIDTH)) for label in labels]
    lines = sum(label.count("<br>") for label in wrapped)
    legend = len(parts) if len(parts) > 1 else 0
    for part in parts:
        color = part.color(palette)
        figure.add_bar(
            name=part.name,
            y=wrapped,
            x=list(part.values),
            orientation="h",
            marker={
                "color": color,
                "pattern": {
                    "shape": part.pattern,
                    "bgcolor": color,
                    "fgcolor": palette.paper,
                    "fgopacity": 0.3,
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
        height=_ROW_HEIGHT * len(labels) + _LINE_HEIGHT * lines + _LEGEND_HEIGHT * legend + _MARGIN,
        margin={"l": 0, "r": 8, "t": 36, "b": 28},
        showlegend=bool(legend),
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"},
        xaxis={"rangemode": "tozero", "tickformat": "d", "gridcolor": palette.line, "fixedrange": True},
        yaxis={"autorange": "reversed", "automargin": True, "fixedrange": True, "ticklabelstandoff": 8},
        **palette.layout(),
    )
    return figure
