"""What the signs of a matrix mean, beside it."""

from collections.abc import Sequence

from pptx.slide import Slide
from pptx.util import Pt

from dashboard.charts.grid import Legend
from dashboard.exports.plain import one_line
from dashboard.exports.slides.lettering import GAP, SMALLEST, Line, add_words, height_of_lines
from dashboard.exports.slides.template import Box

SHARE = 0.26
"""Of the width."""
_SIZES = (14, 13, 12, 11, SMALLEST)
_INSET = Pt(16)


def add_legend(slide: Slide, body: Box, legend: Legend) -> None:
    """Its notes too, where there is room."""
    width = int(body.width * SHARE) - _INSET
    box = Box(body.left + body.width - width, body.top, width, body.height)
    tries = [_lines(legend, legend.notes, size) for size in _SIZES]
    tries.append(_lines(legend, (), SMALLEST))
    lines = next((each for each in tries if height_of_lines(each, width) <= box.height), tries[-1])
    for paragraph in add_words(slide, box, lines).text_frame.paragraphs:
        paragraph.space_after = GAP


def _lines(legend: Legend, notes: Sequence[str], size: int) -> list[Line]:
    return [
        Line(one_line(legend.title), size, bold=True),
        *(Line(one_line(meaning), size, lead=one_line(cell.sign)) for cell, meaning in legend.entries),
        *(Line(one_line(note), size) for note in notes),
    ]
