"""A map, which PowerPoint cannot draw."""

from io import BytesIO

from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.util import Emu

from dashboard.charts.district_map import DistrictMap
from dashboard.charts.palette import LIGHT
from dashboard.charts.still import still
from dashboard.exports.printed import colours
from dashboard.exports.slides.template import Box
from dashboard.exports.typesetting import typeset

_WIDTH = 760
"""Units across: few enough that its letters are as large as those of a chart."""


def add_picture(slide: Slide, box: Box, drawn: DistrictMap, language: str) -> Picture:
    """As large as there is room for, in the middle of it."""
    data = {
        "language": language,
        "palette": colours(LIGHT),
        "svg": still(drawn, LIGHT, _WIDTH),
        "width": _WIDTH,
    }
    shape: Picture = slide.shapes.add_picture(BytesIO(typeset("picture", data, "png")), *map(Emu, box[:2]))
    scale = min(box.width / shape.width, box.height / shape.height)
    shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
    shape.left = Emu(box.left + (box.width - shape.width) // 2)
    return shape
