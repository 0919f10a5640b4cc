"""Drawings on a stage: as much of one as can still be read from the last row of the room."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.district_map import DistrictMap
from dashboard.charts.drawing import Drawing
from dashboard.charts.grid import Grid
from dashboard.charts.palette import LIGHT
from dashboard.charts.still import picture
from dashboard.charts.stills import svg
from dashboard.charts.stills.shapes import Picture, Words

SMALLEST = 1.2
"""Of a letter, in units of a stage."""
_LARGE = 2
"""Letters larger than this are no better."""
_TOLD = 4.3
"""Units down for the line that says how many rows are left out."""
_BROKEN = 0.8
"""As good as with letters so much smaller is what has broken words."""
_WIDTHS = range(480, 1281, 40)
_ROOMY = 720
"""Width of a map at least, so that its names find places."""


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
        widths = (each for each in _WIDTHS if each >= _ROOMY or not isinstance(drawn, DistrictMap))
        room = stage._replace(height=stage.height - (_TOLD if left_out else 0))
        best = max((_read(smaller, width, room) for width in widths), key=lambda each: each[:-1])
        if best[0]:
            return Staged(svg(best[-1], LIGHT.paper), left_out)
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


def _read(drawn: Drawing, width: int, stage: Stage) -> tuple[bool, float, float, Picture]:
    """Whether its letters are large enough, how well it reads, how much of the stage it fills, and it."""
    made = picture(drawn, LIGHT, width, width * stage.height / stage.width)
    texts = [shape for shape in made.shapes if isinstance(shape, Words)]
    scale = min(stage.width / made.width, stage.height / made.height)
    letter = scale * min((text.size for text in texts), default=_LARGE)
    broken = any(line.endswith("-") for text in texts for line in text.lines[:-1])
    well = min(letter, _LARGE) * (_BROKEN if broken else 1)
    return letter >= SMALLEST, well, scale * scale * made.width * made.height, made
