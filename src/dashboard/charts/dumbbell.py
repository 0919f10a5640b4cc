"""Dumbbells: per district, its share of the initiatives beside its shares of what they are held against."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, isnan
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
"""Of the first series, whose marks are filled, and of the two hollow ones."""


@dataclass(frozen=True)
class Series:
    """What one shape of mark shows: in row order, shares of 1 with what is said when pointed at.

    A share that is not known (NaN) has no mark. `printed` is written beside each, `hrefs` lead to the lists.
    """

    name: str
    shares: Sequence[float]
    sentences: Sequence[str]
    printed: Sequence[str] = ()
    hrefs: Sequence[str] = ()


@dataclass(frozen=True)
class Dumbbells:
    """A row per label, read from the top, with up to three marks told apart by shape, and a line between.

    `labels` must be unique; `percent` writes a share of 1 as readers read it.
    """

    labels: Sequence[str]
    series: Sequence[Series]
    percent: Callable[[float], str]

    @property
    def ticks(self) -> list[float]:
        """Even steps from nothing until every share has its place."""
        shares = (share for each in self.series for share in each.shares if not isnan(share))
        most = max(shares, default=0)
        step = next((step for step in _STEPS if most <= step * _MOST_STEPS), _STEPS[-1])
        return [each * step for each in range(max(1, ceil(most / step)) + 1)]


def dumbbell(drawn: Dumbbells, palette: Palette) -> go.Figure:
    rows, series = ["<br>".join(wrap(label, _LABEL_WIDTH)) for label in drawn.labels], drawn.series
    figure = go.Figure()
    for position, row in enumerate(rows):
        _add_line(figure, row, [each.shares[position] for each in series], palette)
    for position, each in reversed(list(enumerate(series))):
        _add_marks(figure, rows, each, position, palette)
    _lay_out(figure, rows, drawn.ticks, palette, drawn.percent)
    return figure


def _add_line(figure: go.Figure, row: str, shares: Sequence[float], palette: Palette) -> None:
    known = [share for share in shares if not isnan(share)]
    figure.add_scatter(
        x=[min(known, default=0), max(known, default=0)], y=[row, row], mode="lines",
        line={"color": palette.quiet, "width": 2}, hoverinfo="skip",
    )  # fmt: skip


def _add_marks(
    figure: go.Figure, rows: Sequence[str], series: Series, position: int, palette: Palette
) -> None:
    hollow, colour = position > 0, palette.stage(position)
    figure.add_scatter(
        name=series.name,
        x=list(series.shares),
        y=list(rows),
        mode="markers+text" if series.printed else "markers",
        text=list(series.printed) or None,
        textposition="top center",
        textfont={"color": palette.ink, "size": 15},
        cliponaxis=False,
        marker={
            "symbol": SHAPES[position] + ("-open" if hollow else ""),
            "size": _SIZES[position],
            "opacity": 1,
            "color": colour,
            "line": {"color": colour if hollow else palette.paper, "width": 2.5},
        },
        customdata=list(series.hrefs) or None,
        hovertext=list(series.sentences),
        hoverinfo="text",
    )


def _lay_out(
    figure: go.Figure,
    rows: Sequence[str],
    ticks: Sequence[float],
    palette: Palette,
    percent: Callable[[float], str],
) -> None:
    broken = sum(row.count("<br>") for row in rows)
    figure.update_layout(
        height=_ROW_HEIGHT * len(rows) + _LINE_HEIGHT * broken + _MARGIN,
        margin={"l": 0, "r": 28, "t": 16, "b": 28},
        showlegend=False,
        xaxis={
            "range": [-ticks[1] / 5, ticks[-1]],
            "tickvals": ticks, "ticktext": [percent(each) for each in ticks],
            "gridcolor": palette.line, "zerolinecolor": palette.line, "fixedrange": True,
        },
        yaxis={
            "range": [len(rows) - 0.5, -0.7], "automargin": True, "ticklabelstandoff": 8,
            "showgrid": False, "fixedrange": True,
        },
        **palette.layout(),
    )  # fmt: skip
