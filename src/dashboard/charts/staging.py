"""Drawings on a stage: as much of one as can still be read from the last row of the room."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.drawing import Drawing
from dashboard.charts.grid import Grid
from dashboard.charts.still import still

SMALLEST = 1.2
"""Of a letter, in units of a stage."""
_LARGE = 2
"""Letters larger than this are no better."""
_WIDTHS = (480, 600, 720, 840, 960, 1280)
_SIZE = re.compile(r'width="([0-9.]+)" height="([0-9.]+)"')
_LETTERS = re.compile(r'font-size="([0-9.]+)"')


class Stage(NamedTuple):
    """Units across and down: the screen of a projector is 100 wide and 75 high."""

    width: float
    height: float


class Staged(NamedTuple):
    """`left_out` counts rows for which there is no room."""

    picture: Markup
    left_out: int = 0


def staged(drawn: Drawing, stage: Stage) -> Staged | None:
    """The still that reads best on the stage; None where its letters would be too small.

    A matrix is without its legend and what folds away, and loses rows until it can be read.
    """
    for smaller, left_out in _smaller(drawn):
        best = max((_read(smaller, width, stage) for width in _WIDTHS), key=lambda each: each[:2])
        if best[0] >= SMALLEST:
            return Staged(best[2], left_out)
    return None


def _smaller(drawn: Drawing) -> Iterator[tuple[Drawing, int]]:
    """The drawing; a matrix with ever fewer of its rows, save those that stand apart."""
    if not isinstance(drawn, Grid):
        yield drawn, 0
        return
    places, apart = ([row for row in drawn.rows if row.apart == each] for each in (False, True))
    folded = len(drawn.rest.rows) if drawn.rest else 0
    kept = len(places)
    while kept >= 0:
        rows = [*places[:kept], *apart]
        yield replace(drawn, rows=rows, rest=None, legend=None), folded + len(places) - kept
        kept -= max(kept // 8, 1)


def _read(drawn: Drawing, width: int, stage: Stage) -> tuple[float, float, Markup]:
    """How large its smallest letters are, if not large, how much of the stage's width it fills, and it."""
    picture = still(drawn, width=width)
    size = _SIZE.search(picture)
    assert size, "a still says its size"
    scale = min(stage.width / float(size[1]), stage.height / float(size[2]))
    letter = scale * min(map(float, _LETTERS.findall(picture)), default=_LARGE)
    return min(letter, _LARGE), width * scale, picture
