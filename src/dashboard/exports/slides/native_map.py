"""The map of districts in shapes that PowerPoint knows: each outline, symbol and name can be edited."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from dashboard.charts.district_map import DistrictMap
from dashboard.charts.palette import Palette
from dashboard.charts.stills.district_map import draw
from dashboard.charts.stills.shapes import Circle, Frame, Path, Picture, Rect, Shape, Words
from dashboard.exports.slides.lettering import SMALLEST, Line, write
from dashboard.exports.slides.template import Box, Template

_WIDTHS = (760, 640, 540)
"""Units across, best first: the fewer, the larger its letters are beside the map."""
_PAPER, _INK, _LAND = "bg1", "tx1", "tx2"
_THEME = Palette(_PAPER, _INK, _INK, _LAND, _LAND, ("accent1", "accent2", "accent3"))
"""The still's colours by their names in a theme, whatever it is."""
_FAINT = 13000
"""How much of its colour land has, in thousandths of a per cent: ink can be read on it in any theme."""
_ALIGNED = {"start": (0, PP_ALIGN.LEFT), "middle": (0.5, PP_ALIGN.CENTER), "end": (1, PP_ALIGN.RIGHT)}
"""What of its width lies before where a text is anchored."""
_WIDER = 1.3
"""How much wider than ours the letters of a theme may be."""
_RING = """
<a:custGeom {ns}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>
<a:path w="{width}" h="{height}"><a:moveTo>{first}</a:moveTo>{lines}<a:close/></a:path>
</a:pathLst></a:custGeom>"""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def add_map(slide: Slide, box: Box, drawn: DistrictMap, template: Template) -> GroupShape:
    """Its still, shape by shape, in one group: as large as there is room for, in the middle of it."""
    picture = _picture(drawn, box)
    scale = _scale(picture, box)
    left = box.left + (box.width - picture.width * scale) / 2
    shapes: Any = slide.shapes
    canvas = _Canvas(shapes, left, box.top, scale, template.legible_on(MSO_THEME_COLOR.ACCENT_1))
    group: GroupShape = shapes.add_group_shape(
        [each for shape in picture.shapes for each in canvas.add(shape)]
    )
    return group


def _picture(drawn: DistrictMap, box: Box) -> Picture:
    """In as many units as leave its letters large enough to be read."""
    tries: list[Picture] = []
    for width in _WIDTHS:
        tries.append(draw(drawn, _THEME, width))
        if _letters(tries[-1], box) >= Pt(SMALLEST):
            return tries[-1]
    return max(tries, key=lambda each: _letters(each, box))


def _letters(picture: Picture, box: Box) -> float:
    """How large the smallest of them are, in EMU."""
    sizes = (shape.size for shape in picture.shapes if isinstance(shape, Words))
    return min(sizes, default=SMALLEST) * _scale(picture, box)


def _scale(picture: Picture, box: Box) -> float:
    """EMU for each of its units."""
    return min(box.width / picture.width, box.height / picture.height)


class _Canvas(NamedTuple):
    """Where shapes are put, how large a unit is there, and what can be read on a symbol."""

    shapes: Any
    left: float
    top: float
    scale: float
    on_symbol: MSO_THEME_COLOR

    def add(self, shape: Shape) -> Iterator[Any]:
        match shape:
            case Path():
                for ring in _rings(shape.d):
                    yield self._dressed(self._outline(ring), shape)
            case Circle(x, y, radius):
                frame = Frame(x - radius, y - radius, 2 * radius, 2 * radius)
                yield self._dressed(self.shapes.add_shape(MSO_SHAPE.OVAL, *self._box(frame)), shape)
            case Rect(frame):
                yield self._dressed(self.shapes.add_shape(MSO_SHAPE.RECTANGLE, *self._box(frame)), shape)
            case Words():
                yield self._written(shape)

    def _outline(self, ring: Sequence[tuple[float, float]]) -> Any:
        """A shape whose corners can be moved one by one."""
        xs, ys = zip(*ring, strict=True)
        box = self._box(Frame(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
        points = [
            f'<a:pt x="{round((x - min(xs)) * self.scale)}" y="{round((y - min(ys)) * self.scale)}"/>'
            for x, y in ring
        ]
        first, lines = points[0], "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
        made = self.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box)
        shape = _RING.format(ns=nsdecls("a"), width=box[2], height=box[3], first=first, lines=lines)
        properties = made.element.spPr
        properties.replace(properties.prstGeom, parse_xml(shape))
        return made

    def _box(self, frame: Frame) -> tuple[Emu, ...]:
        left, top = self.left + frame.left * self.scale, self.top + frame.top * self.scale
        return tuple(
            Emu(round(each)) for each in (left, top, frame.width * self.scale, frame.height * self.scale)
        )

    def _dressed(self, made: Any, shape: Path | Circle | Rect) -> Any:
        """In its own colours, without the shadow that a theme may give to shapes."""
        made.element.remove(made.element.find(qn("p:style")))
        _fill(made.fill, shape.fill)
        _fill(made.line.fill, shape.stroke)
        made.line.width = Emu(round(shape.thickness * self.scale))
        if shape.dash:
            made.line.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT
        return made

    def _written(self, words: Words) -> Any:
        before, alignment = _ALIGNED[words.anchor]
        box = words.frame._replace(width=words.frame.width * _WIDER)
        box = box._replace(left=words.x - before * box.width)
        made = self.shapes.add_textbox(*self._box(box))
        frame: Any = made.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        size = max(int(words.size * self.scale / Pt(1)), SMALLEST)
        write(frame, [Line(line, size, words.bold) for line in words.lines])
        colour = self.on_symbol if words.fill == _PAPER else MSO_THEME_COLOR.TEXT_1
        for paragraph in frame.paragraphs:
            paragraph.alignment = alignment
            for run in paragraph.runs:
                run.font.color.theme_color = colour
        return made


def _rings(path: str) -> Iterator[list[tuple[float, float]]]:
    """Of a path that starts each of them at a point and goes on in steps, as those of the still do."""
    for ring in path.split("M")[1:]:
        numbers = [float(each) for each in _NUMBER.findall(ring)]
        yield [*zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True)]


def _fill(fill: Any, colour: str) -> None:
    if colour == "none":
        fill.background()
        return
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.from_xml(colour)
    if colour == _LAND:
        named = fill.fore_color._color._xClr
        named.append(named.makeelement(qn("a:alpha"), val=str(_FAINT)))
