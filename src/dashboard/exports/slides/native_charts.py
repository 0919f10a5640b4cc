"""Drawings as charts that PowerPoint draws itself, with their numbers in a sheet that can be edited."""

from collections.abc import Sequence
from math import ceil, isnan
from typing import Any, NamedTuple

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.fill import FillFormat
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
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
from dashboard.exports.plain import one_line
from dashboard.exports.slides.lettering import SMALLEST
from dashboard.exports.slides.template import ACCENTS, QUIET, Box, Template
from dashboard.spreadsheet import quote_formula

Charted = Bars | Dumbbells | ShareBars | Units
"""What PowerPoint can draw; a matrix is a table there, and a map a group of shapes.

Dumbbells become bars beside each other: a line chart's high and low lines slant the names below them and are
gone in LibreOffice, and the sheet behind a scatter chart has no names to edit the numbers by.
"""

_ROOM, _BAR = 15, 8
"""Points that a row needs to be read, and each of the bars that stand beside each other in one."""
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
_FAINT = 0.75
"""How near to the paper lines are."""
_TARGETS = (
    (MSO_THEME_COLOR.TEXT_1, MSO_LINE_DASH_STYLE.SOLID),
    (MSO_THEME_COLOR.ACCENT_2, MSO_LINE_DASH_STYLE.DASH),
)
"""The frames of profile a and b."""
_NARROWEST, _WIDEST = 10, 60
"""Characters across the columns of a sheet."""
_IDS = 2**31
"""How many ids an axis may have, from 0: the standard has none below, and LibreOffice reads none above."""
_LEGEND, _SCALE = Pt(36), Pt(18)
"""About how much of a chart's height they take."""
_LARGEST, _BESIDE = 16, 12
"""Points of a chart's letters at most; of one whose bars stand beside each other."""
_LABEL = """
<c:spPr {ns}><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></c:spPr>"""
"""Paper below a number, for what is hatched on paper."""


class _Layer(NamedTuple):
    """A series; `tone` is the place of its colour in the theme, none for a quiet one. A target is a frame.
    `printed` stands at each bar instead of its number.
    """

    name: str
    values: Sequence[float | None]
    tone: int | None
    pattern: MSO_PATTERN | None = None
    is_target: bool = False
    printed: Sequence[str] = ()


def rows_of(drawn: Charted) -> list[str]:
    """What its rows are called, in reading order; a class of a balance with its number, above its targets."""
    match drawn:
        case ShareBars():
            targets = [name for _, name in _profiles(drawn)]
            return [row for bar in drawn.bars for row in (f"{bar.label}: {bar.number}", *targets)]
        case Units():
            return [group.label for group in drawn.groups]
        case _:
            return list(drawn.labels)


def spans(drawn: Charted, box: Box) -> list[slice]:
    """The rows of each chart, where one would be too crowded."""
    rows, room = len(rows_of(drawn)), Pt(_ROOM)
    if isinstance(drawn, Dumbbells):
        room = Pt(_BAR) * (len(drawn.series) + 1)
    charts = ceil(rows / max(1, int(box.height / room)))
    each = ceil(rows / charts)
    return [slice(start, start + each) for start in range(0, rows, each)]


def add_chart(slide: Slide, box: Box, drawn: Charted, span: slice, template: Template) -> GraphicFrame:
    """Some rows of a drawing, on the scale of all of them."""
    layers, rows, beside = _layers(drawn), rows_of(drawn)[span], isinstance(drawn, Dumbbells)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if beside else XL_CHART_TYPE.BAR_STACKED
    frame = _add_series(slide, box, kind, rows, layers, span)
    plot: Any = frame.chart.plots[0]
    for layer, series in zip(layers, plot.series, strict=True):
        colour = QUIET if layer.tone is None else ACCENTS[layer.tone % len(ACCENTS)]
        _fill(series, layer, colour)
        if beside:
            _print(series, layer.printed[span])
        else:
            _number(series, layer, template.legible_on(colour))
    few, least, plot.overlap = (260 - 40 * len(rows), 40, 0) if beside else (150 - 20 * len(rows), 45, 100)
    plot.gap_width = max(few, least)
    around = _LEGEND * (len(layers) > 1) + _SCALE * _is_measured(drawn)
    size = _font_size(box.height - around, rows)
    _lay_out(frame.chart, drawn, _reach(layers), min(size, _BESIDE) if beside else size, template)
    return frame


def _is_measured(drawn: Charted) -> bool:
    """Whether its bars are held against a scale that is written out."""
    return isinstance(drawn, ShareBars | Dumbbells)


def _reach(layers: Sequence[_Layer]) -> float:
    """How long the longest bar is; the scale of nothing at all is one long."""
    stretches = [[value or 0 for value in layer.values] for layer in layers if not layer.is_target]
    return max((sum(values) for values in zip(*stretches, strict=True)), default=0) or 1


def _layers(drawn: Charted) -> list[_Layer]:
    match drawn:
        case Bars():
            return [
                _Layer(each.name, each.values, each.tone, _HATCHED.get(each.pattern)) for each in drawn.parts
            ]
        case ShareBars():
            return [*_stretches(drawn), *_targets(drawn)]
        case Units():
            return _squares(drawn)
        case Dumbbells():
            return [
                _Layer(
                    each.name,
                    [None if isnan(share) else share for share in each.shares],
                    tone,
                    printed=each.printed,
                )
                for tone, each in enumerate(drawn.series)
            ]


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
    between = [None] * len(_profiles(drawn))
    for kind, (tone, pattern) in _STRETCHES.items():
        sums = [sum(each.initiatives for each in bar.stretches if each.kind == kind) for bar in drawn.bars]
        if any(sums) or not layers:
            values = [value for each in sums for value in (each, *between)]
            layers.append(_Layer(names.get(kind, kind), values, tone, _HATCHED.get(pattern)))
    return layers


def _targets(drawn: ShareBars) -> list[_Layer]:
    """Each on a row of its own, below that of its class."""
    layers, profiles = [], _profiles(drawn)
    for tone, (profile, name) in enumerate(profiles):
        values: list[float | None] = []
        for bar in drawn.bars:
            end = {each.profile: each.initiatives for each in bar.targets}.get(profile)
            values += [None, *(end if each == tone else None for each in range(len(profiles)))]
        layers.append(_Layer(name, values, tone, is_target=True))
    return layers


def _profiles(drawn: ShareBars) -> list[tuple[str, str]]:
    """Of the targets, with what they are called."""
    names = {key.kind: key.meaning for key in drawn.keys}
    profiles = sorted({each.profile for bar in drawn.bars for each in bar.targets})
    return [(each, names.get(f"target-{each}", each)) for each in profiles]


def _add_series(
    slide: Slide, box: Box, kind: XL_CHART_TYPE, rows: Sequence[str], layers: Sequence[_Layer], span: slice
) -> GraphicFrame:
    data = CategoryChartData(number_format="0%" if kind == XL_CHART_TYPE.BAR_CLUSTERED else "General")
    data.categories = [_named(row) for row in rows]
    for layer in layers:
        data.add_series(_named(layer.name), layer.values[span])
    shapes: Any = slide.shapes
    frame: GraphicFrame = shapes.add_chart(kind, *box, data)
    part: Any = frame.chart.part
    part.chart_workbook.update_from_xlsx_blob(_Sheet(data).xlsx_blob)
    for axis in frame.chart.element.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", str(int(axis.get("val")) % _IDS))
    return frame


class _Sheet(CategoryWorkbookWriter):
    """What opens to those who edit a chart's numbers: in columns wide enough to read them."""

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        super()._populate_worksheet(workbook, worksheet)
        data: Any = self._chart_data
        heads = [
            max((len(each.label) for each in data.categories), default=0),
            *(len(each.name) for each in data),
        ]
        for column, letters in enumerate(heads):
            worksheet.set_column(column, column, min(max(letters + 1, _NARROWEST), _WIDEST))


def _named(text: str) -> str:
    """Without anything that the sheet behind the chart would run."""
    return quote_formula(one_line(text))


def _number(series: BarSeries, layer: _Layer, ink: MSO_THEME_COLOR) -> None:
    """On each bar, but no noughts."""
    labels, on_paper = series.data_labels, layer.is_target or bool(layer.pattern)
    whole = all(float(value or 0).is_integer() for value in layer.values)
    labels.number_format, labels.number_format_is_linked = ("#,##0" if whole else "#,##0.0") + ";;;", False
    labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
    labels.font.bold = True
    labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_1 if on_paper else ink
    if on_paper:
        labels._element.find(qn("c:numFmt")).addnext(parse_xml(_LABEL.format(ns=nsdecls("a", "c"))))


def _fill(series: BarSeries, layer: _Layer, colour: MSO_THEME_COLOR) -> None:
    fill, line = series.format.fill, series.format.line
    if layer.is_target:
        frame, line.dash_style = _TARGETS[(layer.tone or 0) % len(_TARGETS)]
        _colour(fill, MSO_THEME_COLOR.BACKGROUND_1)
        _colour(line.fill, frame)
        line.width = Pt(2.25)
        return
    if layer.pattern:
        fill.patterned()
        fill.pattern = layer.pattern
        fill.fore_color.theme_color, fill.back_color.theme_color = colour, MSO_THEME_COLOR.BACKGROUND_1
    else:
        _colour(fill, colour)
    _colour(line.fill, colour if layer.pattern else MSO_THEME_COLOR.BACKGROUND_1)


def _print(series: BarSeries, printed: Sequence[str]) -> None:
    """At the end of each bar."""
    for point, text in enumerate(printed):
        label = series.points[point].data_label
        label.text_frame.text = one_line(text)
        label.font.size = Pt(SMALLEST)
        label.position = XL_LABEL_POSITION.OUTSIDE_END


def _colour(fill: FillFormat, colour: MSO_THEME_COLOR, brightness: float = 0.0) -> None:
    fill.solid()
    fill.fore_color.theme_color = colour
    fill.fore_color.brightness = brightness


def _lay_out(chart: Chart, drawn: Charted, most: float, size: int, template: Template) -> None:
    """Read from the top."""
    chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    _lay_out_legend(chart, size)
    labels, scale = chart.category_axis, chart.value_axis
    labels.reverse_order = True
    scale._element.find(qn("c:crosses")).set("val", "max")  # at the bottom, where the last label is
    scale.minimum_scale, scale.maximum_scale = 0, most
    scale.visible = _is_measured(drawn)
    scale.has_major_gridlines = isinstance(drawn, Dumbbells)
    faint = template.faint(_FAINT)
    for axis in (labels, scale):
        axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
        _colour(axis.format.line.fill, MSO_THEME_COLOR.TEXT_1, faint)
    match drawn:
        case ShareBars():
            first, last = (one_line(end).replace('"', "") for end in drawn.ends)
            _measure_by(scale, max(drawn.whole, 1), max(drawn.whole, 1), f'[=0]"{first}";"{last}"')
        case Dumbbells():
            _measure_by(scale, drawn.ticks[-1], drawn.ticks[1], "0%")
            _colour(scale.major_gridlines.format.line.fill, MSO_THEME_COLOR.TEXT_1, faint)


def _measure_by(scale: Any, most: float, step: float, written: str) -> None:
    scale.maximum_scale, scale.major_unit = most, step
    scale.tick_labels.number_format, scale.tick_labels.number_format_is_linked = written, False


def _lay_out_legend(chart: Chart, size: int) -> None:
    plot: Any = chart.plots[0]
    chart.has_legend = len(plot.series) > 1
    if chart.legend is not None:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(size)


def _font_size(room: int, rows: Sequence[str]) -> int:
    """In points, by the room that a row has."""
    return int(min(max(room / Pt(1) / max(len(rows), 1) * 0.6, SMALLEST), _LARGEST))
