"""Drawings as charts that PowerPoint draws itself, with their numbers in a sheet that can be edited."""

from collections.abc import Sequence
from math import ceil, isnan
from typing import Any, NamedTuple

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries, LineSeries
from pptx.dml.fill import FillFormat
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.charts.bars import Bars
from dashboard.charts.dumbbell import Dumbbells
from dashboard.charts.shares import ShareBars
from dashboard.charts.units import Units
from dashboard.exports.slides.lettering import SMALLEST, clean
from dashboard.exports.slides.template import ACCENTS, QUIET, Box, Template
from dashboard.spreadsheet import quote_formula

Charted = Bars | Dumbbells | ShareBars | Units
"""What PowerPoint can draw; a matrix is a table there, and a map a picture."""

_ROOM = 15
"""Points that a row needs beside its neighbours to be read."""
_HATCHED = {"/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, ".": MSO_PATTERN.PERCENT_25}
_STRETCHES = {"only": (0, ""), "shared": (0, "/"), "rest": (None, ".")}
"""Tone and hatching of each kind."""
_WOVEN = (
    MSO_PATTERN.PERCENT_25,
    MSO_PATTERN.DASHED_HORIZONTAL,
    None,
    MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    MSO_PATTERN.DASHED_VERTICAL,
)
"""Of squares, by the place of their vision area, then of those that stand under several."""
_SHAPES = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND)
_STROKE, _FAINT = -0.4, 0.75
"""How much lighter than the colour of the theme: hatching is darker, for numbers stand on it; lines."""
_TARGETS = (
    (MSO_THEME_COLOR.TEXT_1, MSO_LINE_DASH_STYLE.SOLID),
    (MSO_THEME_COLOR.ACCENT_2, MSO_LINE_DASH_STYLE.DASH),
)
"""The frames of profile a and b."""
_SIZES = (13, 11, 12)
_LARGEST = 14
_LEAN = 6
"""With more labels than this below a chart they stand aslant."""
_SECOND_BARS = """
<c:barChart {ns}><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>
<c:gapWidth val="25"/><c:overlap val="100"/><c:axId val="9001"/><c:axId val="9002"/></c:barChart>"""
_SECOND_LABELS = """
<c:catAx {ns}><c:axId val="9001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="1"/>
<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>
<c:crossAx val="9002"/><c:crosses val="autoZero"/></c:catAx>"""
_SECOND_SCALE = """
<c:valAx {ns}><c:axId val="9002"/><c:scaling><c:orientation val="minMax"/><c:max val="{whole}"/>
<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/>
<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="9001"/><c:crosses val="max"/>
</c:valAx>"""
_SECOND = (_SECOND_BARS, _SECOND_LABELS, _SECOND_SCALE)
_AFTER_SERIES = 4
"""Elements of the second bars that stand after their series."""
_SPACES = nsdecls("a", "c")
_RANGE_LINES = """
<c:hiLowLines {ns}><c:spPr><a:ln w="25400"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="50000"/>
<a:lumOff val="50000"/></a:schemeClr></a:solidFill></a:ln></c:spPr></c:hiLowLines>"""


class _Layer(NamedTuple):
    """A series; `tone` is the place of its colour in the theme, none for a quiet one."""

    name: str
    values: Sequence[float | None]
    tone: int | None
    pattern: MSO_PATTERN | None = None
    is_target: bool = False


def rows_of(drawn: Charted) -> list[str]:
    """What its rows are called, in reading order; a class of a balance with its number."""
    match drawn:
        case ShareBars():
            return [f"{bar.label}: {bar.number}" for bar in drawn.bars]
        case Units():
            return [group.label for group in drawn.groups]
        case _:
            return list(drawn.labels)


def spans(drawn: Charted, box: Box) -> list[slice]:
    """The rows of each chart, where one would be too crowded: marks stand side by side, bars do not."""
    rows, room = len(rows_of(drawn)), box.width if isinstance(drawn, Dumbbells) else box.height
    charts = ceil(rows / max(1, int(room / Pt(_ROOM))))
    each = ceil(rows / charts)
    return [slice(start, start + each) for start in range(0, rows, each)]


def add_chart(slide: Slide, box: Box, drawn: Charted, span: slice, template: Template) -> GraphicFrame:
    """Some rows of a drawing, on the scale of all of them."""
    if isinstance(drawn, Dumbbells):
        return _add_dumbbells(slide, box, drawn, span)
    layers = _layers(drawn)
    rows = rows_of(drawn)[span]
    frame = _add_series(slide, box, XL_CHART_TYPE.BAR_STACKED, rows, layers, span)
    plot: Any = frame.chart.plots[0]
    for layer, series in zip(layers, plot.series, strict=True):
        _paint(series, layer, template)
    plot.gap_width, plot.overlap = max(45, 150 - 20 * len(rows)), 100
    _lay_out(frame.chart, drawn, _reach(layers), _font_size(box.height, rows))
    targets = sum(layer.is_target for layer in layers)
    if isinstance(drawn, ShareBars) and targets:
        _move_to_second_axes(frame.chart, targets, drawn.whole)
    return frame


def _reach(layers: Sequence[_Layer]) -> float:
    """How long the longest bar is; the scale of nothing at all is one long."""
    stretches = [[value or 0 for value in layer.values] for layer in layers if not layer.is_target]
    return max((sum(values) for values in zip(*stretches, strict=True)), default=0) or 1


def _layers(drawn: Bars | ShareBars | Units) -> list[_Layer]:
    match drawn:
        case Bars():
            return [
                _Layer(each.name, each.values, each.tone, _HATCHED.get(each.pattern)) for each in drawn.parts
            ]
        case ShareBars():
            return [*_stretches(drawn), *_targets(drawn)]
        case Units():
            return _squares(drawn)


def _squares(drawn: Units) -> list[_Layer]:
    """How many squares of each weave a stage has."""
    layers = []
    for entry in drawn.legend:
        counts = [sum(unit.pattern == entry.pattern for unit in group.units) for group in drawn.groups]
        if any(counts):
            tone = len(layers)
            layers.append(_Layer(entry.label, counts, tone, _WOVEN[tone % len(_WOVEN)]))
    return layers


def _stretches(drawn: ShareBars) -> list[_Layer]:
    names, layers = {key.kind: key.meaning for key in drawn.keys}, []
    for kind, (tone, pattern) in _STRETCHES.items():
        sums = [sum(each.initiatives for each in bar.stretches if each.kind == kind) for bar in drawn.bars]
        if any(sums) or not layers:
            layers.append(_Layer(names.get(kind, kind), sums, tone, _HATCHED.get(pattern)))
    return layers


def _targets(drawn: ShareBars) -> list[_Layer]:
    names, layers = {key.kind: key.meaning for key in drawn.keys}, []
    for profile in sorted({each.profile for bar in drawn.bars for each in bar.targets}):
        ends = [{each.profile: each.initiatives for each in bar.targets}.get(profile) for bar in drawn.bars]
        layers.append(_Layer(names.get(f"target-{profile}", profile), ends, len(layers), is_target=True))
    return layers


def _add_series(
    slide: Slide, box: Box, kind: XL_CHART_TYPE, rows: Sequence[str], layers: Sequence[_Layer], span: slice
) -> GraphicFrame:
    data = CategoryChartData(number_format="General")
    data.categories = [_named(row) for row in rows]
    for layer in layers:
        data.add_series(_named(layer.name), layer.values[span])
    shapes: Any = slide.shapes
    return shapes.add_chart(kind, *box, data)


def _named(text: str) -> str:
    """Without anything that the sheet behind the chart would run."""
    return quote_formula(clean(text))


def _paint(series: BarSeries, layer: _Layer, template: Template) -> None:
    """Targets are frames around the bars; on the bars stand their numbers, but no noughts."""
    if layer.is_target:
        series.format.fill.background()
        line = series.format.line
        colour, line.dash_style = _TARGETS[(layer.tone or 0) % len(_TARGETS)]
        _colour(line.fill, colour)
        line.width = Pt(2.25)
        return
    colour = QUIET if layer.tone is None else ACCENTS[layer.tone % len(ACCENTS)]
    fill = series.format.fill
    if layer.pattern:
        fill.patterned()
        fill.pattern = layer.pattern
        fill.fore_color.theme_color = fill.back_color.theme_color = colour
        fill.fore_color.brightness = _STROKE
    else:
        _colour(fill, colour)
    _colour(series.format.line.fill, MSO_THEME_COLOR.BACKGROUND_1)
    labels = series.data_labels
    whole = all(float(value or 0).is_integer() for value in layer.values)
    labels.number_format, labels.number_format_is_linked = ("#,##0" if whole else "#,##0.0") + ";;;", False
    labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
    labels.font.bold = True
    labels.font.color.theme_color = template.legible_on(colour)


def _colour(fill: FillFormat, colour: MSO_THEME_COLOR, brightness: float = 0.0) -> None:
    fill.solid()
    fill.fore_color.theme_color = colour
    fill.fore_color.brightness = brightness


def _lay_out(chart: Any, drawn: Bars | ShareBars | Units, most: float, size: int) -> None:
    """Read from the top; a scale is written out only where a whole is measured."""
    _letter(chart, size)
    chart.has_legend = len(chart.plots[0].series) > 1
    _lay_out_legend(chart, size)
    labels, scale = chart.category_axis, chart.value_axis
    labels.reverse_order = True
    scale._element.find(qn("c:crosses")).set("val", "max")  # at the bottom, where the last label is
    _quieten(labels)
    scale.minimum_scale, scale.maximum_scale = 0, most
    scale.has_major_gridlines = False
    scale.visible = isinstance(drawn, ShareBars)
    if isinstance(drawn, ShareBars):
        scale.maximum_scale = scale.major_unit = max(drawn.whole, 1)
        first, last = (clean(end).replace('"', "") for end in drawn.ends)
        scale.tick_labels.number_format = f'[=0]"{first}";"{last}"'
        scale.tick_labels.number_format_is_linked = False
        _quieten(scale)


def _letter(chart: Chart, size: int) -> None:
    chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _lay_out_legend(chart: Chart, size: int) -> None:
    if chart.has_legend and chart.legend is not None:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(size)


def _quieten(axis: Any) -> None:
    """A thin line without ticks."""
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    _colour(axis.format.line.fill, MSO_THEME_COLOR.TEXT_1, _FAINT)


def _font_size(room: int, rows: Sequence[str]) -> int:
    """In points, by the room that a row has."""
    return int(min(max(room / Pt(1) / max(len(rows), 1) * 0.6, SMALLEST), _LARGEST))


def _move_to_second_axes(chart: Chart, targets: int, whole: int) -> None:
    """The last series lie over the bars, on the same scale: python-pptx makes no such charts."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    bars = area.find(qn("c:barChart"))
    over, labels, scale = (parse_xml(each.format(ns=_SPACES, whole=max(whole, 1))) for each in _SECOND)
    for series in bars.findall(qn("c:ser"))[-targets:]:
        over.insert(len(over) - _AFTER_SERIES, series)
    bars.addnext(over)
    area.findall(qn("c:valAx"))[-1].addnext(labels)
    labels.addnext(scale)


def _add_dumbbells(slide: Slide, box: Box, drawn: Dumbbells, span: slice) -> GraphicFrame:
    """A mark of its own shape for each series, and a line from the lowest to the highest."""
    layers = [
        _Layer(each.name, [None if isnan(share) else share for share in each.shares], tone)
        for tone, each in enumerate(drawn.series)
    ]
    rows = rows_of(drawn)[span]
    frame = _add_series(slide, box, XL_CHART_TYPE.LINE_MARKERS, rows, layers, span)
    chart, size = frame.chart, _font_size(box.height, rows)
    plot: Any = chart.plots[0]
    for position, series in enumerate(plot.series):
        _mark(series, position, drawn.series[position].printed[span])
    lines = chart._chartSpace.find(f".//{qn('c:lineChart')}/{qn('c:marker')}")
    lines.addprevious(parse_xml(_RANGE_LINES.format(ns=_SPACES)))
    _letter(chart, size)
    chart.has_legend = True
    _lay_out_legend(chart, size)
    scale = chart.value_axis
    scale.minimum_scale, scale.maximum_scale, scale.major_unit = 0, drawn.ticks[-1], drawn.ticks[1]
    scale.tick_labels.number_format, scale.tick_labels.number_format_is_linked = "0%", False
    _colour(scale.major_gridlines.format.line.fill, MSO_THEME_COLOR.TEXT_1, _FAINT)
    for axis in (chart.category_axis, scale):
        _quieten(axis)
    if len(rows) > _LEAN:
        chart.category_axis._element.get_or_add_txPr().bodyPr.set("rot", str(-45 * 60000))
    return frame


def _mark(series: LineSeries, position: int, printed: Sequence[str]) -> None:
    """Told apart by shape; not hollow, for LibreOffice draws no outlines of marks."""
    series.smooth = False
    series.format.line.fill.background()
    accent = ACCENTS[position % len(ACCENTS)]
    marker = series.marker
    marker.style, marker.size = _SHAPES[position % len(_SHAPES)], _SIZES[position % len(_SIZES)]
    _colour(marker.format.fill, accent)
    _colour(marker.format.line.fill, MSO_THEME_COLOR.BACKGROUND_1)
    for point, text in enumerate(printed):
        label = series.points[point].data_label
        label.text_frame.text = clean(text)
        label.position = XL_LABEL_POSITION.RIGHT
