"""Dumbbells: per district, its share of the initiatives beside its shares of what they are held against."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

import plotly.graph_objects as go

from dashboard.charts.palette import Palette

_ROW_HEIGHT = 46
_LINE_HEIGHT = 14
_MARGIN = 56
_LABEL_WIDTH = 22
"""In characters, as for bars: marks keep their room on a small screen."""
_SIZES = (17, 13, 15)
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)
_MOST_STEPS = 6

SHAPES = ("circle", "square", "diamond")
"""Of the first mark, which is filled, and of the two hollow ones."""


@dataclass(frozen=True)
class Mark:
    """One kind of mark: its name and, in row order, shares of 1 with what is said when pointed at.

    A share that is not known (NaN) has no mark. `printed` is written beside each, `hrefs` lead to the lists.
    """

    name: str
    shares: Sequence[float]
    sentences: Sequence[str]
    printed: Sequence[str] = ()
    hrefs: Sequence[str] = ()


def dumbbell(
    labels: Sequence[str], marks: Sequence[Mark], palette: Palette, percent: Callable[[float], str]
) -> go.Figure:
    """A row per label, read from the top, with up to three marks told apart by shape, and a line between.

    `labels` must be unique; `percent` writes a share of 1 as readers read it.
    """
    wrapped = ["<br>".join(wrap(label, _LABEL_WIDTH)) for label in labels]
    lines = sum(label.count("<br>") for label in wrapped)
    figure = go.Figure()
    for position, label in enumerate(wrapped):
        known = [mark.shares[position] for mark in marks if mark.shares[position] == mark.shares[position]]
        figure.add_scatter(
            x=[min(known, default=0), max(known, default=0)], y=[label, label], mode="lines",
            line={"color": palette.quiet, "width": 2}, hoverinfo="skip",
        )  # fmt: skip
    for position, mark in reversed(list(enumerate(marks))):
        figure.add_scatter(
            name=mark.name,
            x=list(mark.shares),
            y=wrapped,
            mode="markers+text" if mark.printed else "markers",
            text=list(mark.printed) or None,
            textposition="top center",
            textfont={"color": palette.ink, "size": 15},
            cliponaxis=False,
            marker={
                "symbol": SHAPES[position] + ("-open" if position else ""),
                "size": _SIZES[position],
                "opacity": 1,
                "color": palette.stage(position),
                "line": {"color": palette.paper if not position else palette.stage(position), "width": 2.5},
            },
            customdata=list(mark.hrefs) or None,
            hovertext=list(mark.sentences),
            hoverinfo="text",
        )
    most = max((share for mark in marks for share in mark.shares if share == share), default=0)
    step = next((each for each in _STEPS if most <= each * _MOST_STEPS), _STEPS[-1])
    ticks = [each * step for each in range(max(1, ceil(most / step)) + 1)]
    figure.update_layout(
        height=_ROW_HEIGHT * len(labels) + _LINE_HEIGHT * lines + _MARGIN,
        margin={"l": 0, "r": 28, "t": 16, "b": 28},
        showlegend=False,
        xaxis={
            "range": [-step / 5, ticks[-1]],
            "tickvals": ticks, "ticktext": [percent(each) for each in ticks],
            "gridcolor": palette.line, "zerolinecolor": palette.line, "fixedrange": True,
        },
        yaxis={
            "range": [len(labels) - 0.5, -0.7], "automargin": True, "ticklabelstandoff": 8,
            "showgrid": False, "fixedrange": True,
        },
        **palette.layout(),
    )  # fmt: skip
    return figure
