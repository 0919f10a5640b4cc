"""A report as a PowerPoint presentation: charts and tables that can be edited, in the city's own template."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as Shown
from pptx.slide import SlideLayout
from pptx.util import Emu, Pt

from dashboard.charts.district_map import DistrictMap
from dashboard.charts.grid import Grid, Legend
from dashboard.charts.palette import LIGHT
from dashboard.charts.panel import Panel
from dashboard.charts.shares import ShareBars
from dashboard.charts.still import still
from dashboard.charts.table import Table
from dashboard.exports.printed import colours
from dashboard.exports.report import Report, Slide, Told
from dashboard.exports.slides.lettering import (
    LANGUAGES,
    SMALLEST,
    Line,
    add_run,
    clean,
    describe,
    fit,
    height_of,
    tag_language,
    write,
)
from dashboard.exports.slides.native_charts import add_chart, rows_of, spans
from dashboard.exports.slides.native_tables import Sheet, Written, add_table, pages, sheet_of, sheets_of
from dashboard.exports.slides.package import packed
from dashboard.exports.slides.template import Box, Template, open_template
from dashboard.exports.typesetting import typeset

_TITLES = (28, 26, 24, 22, 20, 18, 16, 14)
_FIRST_TITLES = (44, 40, 36, 32, 28, 24, 20, 18)
_SENTENCES = (24, 22, 20, 18, 16, 14, 12, SMALLEST)
_LEGENDS = (13, 12, 11, SMALLEST)
_FEET = (11, SMALLEST)
_HEADING, _ALONE = 14, 20
_BOLD = 0.88
"""How much narrower a box is to letters as heavy as those of most titles."""
_INSET, _GAP = Pt(16), Pt(6)
_ABOVE, _BELOW = Pt(26), Pt(48)
"""Room for the heading over a chart, and for three lines under it."""
_LEGEND = 0.26
"""Share of the width that the legend of a matrix takes."""
_MOST_TABLES = 4
_PICTURE = 760
"""Units across a map: few enough that its letters are as large as those of a chart."""
_WORDS = (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_KEPT = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SLIDE_NUMBER)


class _Part(NamedTuple):
    """What one slide shows; `note` says which part of it, or what is left out. Of a table, how many rows."""

    layout: SlideLayout
    place: Callable[[Shown], BaseShape]
    rows: int = 0
    note: str = ""
    legend: Legend | None = None


class _Words(NamedTuple):
    """What is written around it, and in the notes for who presents."""

    title: str
    heading: str
    sentence: str
    basis: str
    origin: str
    address: str
    notes: Sequence[str]


def pptx(report: Report, template: Path | None = None, told: Told = lambda done, of: None) -> bytes:
    """A slide for the whole, one or more for each of the report's slides, then what its words mean.

    `told` hears of each slide, and of the whole. Raises TemplateUnusable (a ValueError) where no presentation
    can be made from the template; without one, ours is used. The same report gives the same bytes.
    """
    making = _Making(open_template(template), report)
    parts = len(report.slides) + 1
    making.add_first()
    for done, slide in enumerate(report.slides):
        told(done, parts)
        making.add_panel(slide)
    told(parts - 1, parts)
    making.add_definitions()
    making.finish()
    file = packed(making.template.deck)
    told(parts, parts)
    return file


@dataclass(frozen=True)
class _Making:
    template: Template
    report: Report

    def add_first(self) -> None:
        report, layout = self.report, self.template.first
        shown = self.template.add_slide(layout)
        _write_title(shown, report.title, _FIRST_TITLES)
        shapes: Any = shown.shapes
        holders = (each for each in shapes.placeholders if each.placeholder_format.type in _WORDS)
        holder = next(holders, None) or shapes.add_textbox(*self.template.area(layout))
        facts = [report.basis, f"{report.dated} · {report.source}"]
        room = Box(holder.left, holder.top, holder.width, holder.height)
        holder.text_frame.word_wrap = True
        write(holder.text_frame, self._opening(facts, room))
        _remove_empty(shown)
        self._end(shown, [report.title, report.sentence, *facts, report.address])

    def add_panel(self, slide: Slide) -> None:
        panel = slide.panel
        facts = [panel.basis, slide.dated, slide.source]
        notes = [
            *slide.note.splitlines(),
            slide.title,
            panel.sentence,
            *facts,
            slide.address,
            *_further(panel),
        ]
        origin = " · ".join(facts[1:])
        words = _Words(slide.title, panel.title, panel.sentence, panel.basis, origin, slide.address, notes)
        self._add(list(self._parts(panel)), words)

    def add_definitions(self) -> None:
        report, text = self.report, self.report.text
        rows = [
            [Written(clean(word), strong=True), Written(clean(means))] for word, means in report.definitions
        ]
        sheet = Sheet([text("workbook-word"), text("workbook-means")], rows)
        title, means = text("document-definitions"), text("workbook-shows-definitions")
        words = _Words(
            title, "", means, report.dated, report.source, report.address, [report.dated, report.source]
        )
        self._add(self._table_parts(sheet) if rows else [], words)

    def finish(self) -> None:
        """What holds for the file, whoever made the template."""
        report, about = self.report, self.template.deck.core_properties
        about.title, about.subject = clean(report.title), clean(report.basis)
        about.author = about.last_modified_by = about.comments = about.keywords = about.category = ""
        about.language, about.revision = LANGUAGES[report.language], 1

    def _opening(self, facts: Sequence[str], room: Box) -> list[Line]:
        """The sentence as large as leaves room for the facts, and for the way to the living view."""
        report, lines = self.report, []
        for size in _SENTENCES:
            small = max(SMALLEST, round(size * 0.7))
            lines = [Line(clean(report.sentence), size), *(Line(clean(fact), small) for fact in facts)]
            if _is_address(report.address):
                lines.append(Line(report.text("document-open-view"), small, href=report.address))
            if _height(lines, room.width - _INSET) <= room.height:
                break
        return lines

    def _parts(self, panel: Panel) -> Iterator[_Part]:
        layout = self.template.chart
        match panel.drawing:
            case Grid() as grid:
                yield from self._matrix(grid)
            case DistrictMap() as districts:
                yield _Part(layout, partial(_add_picture, drawn=districts, box=self._body(layout)))
                yield from self._tables(panel.table)
            case None:
                yield from self._tables(panel.table)
            case drawn if not rows_of(drawn):
                yield from self._tables(panel.table)
            case drawn:
                box = self._body(layout)
                for span in spans(drawn, box):
                    yield _Part(
                        layout, partial(add_chart, box=box, drawn=drawn, span=span, template=self.template)
                    )

    def _matrix(self, grid: Grid) -> Iterator[_Part]:
        for title, sheet in sheets_of(grid):
            for part in self._table_parts(sheet, _LEGEND if grid.legend else 0):
                yield part._replace(note=title, legend=grid.legend)

    def _tables(self, table: Table) -> Iterator[_Part]:
        """The first ones, and on the last of them how many rows are left; words where there is no table."""
        if not table.columns:
            layout, lines = self.template.table, [Line(clean(table.caption), _ALONE)]
            return iter([_Part(layout, partial(_add_words, box=self._body(layout), lines=lines))])
        text, parts = self.report.text, self._table_parts(sheet_of(table))
        shown = parts[:_MOST_TABLES]
        printed = sum(part.rows for part in shown)
        note = text("document-more-rows", n=len(table.rows) - printed, printed=printed)
        if len(parts) > len(shown):
            shown[-1] = shown[-1]._replace(note=note)
        if not table.rows:
            shown[-1] = shown[-1]._replace(note=text("document-no-rows"))
        return iter(shown)

    def _table_parts(self, sheet: Sheet, beside: float = 0) -> list[_Part]:
        layout = self.template.table
        box = self._body(layout)
        box = box.cut(right=int(box.width * beside))
        return [
            _Part(layout, partial(add_table, box=box, page=page), len(page.rows))
            for page in pages(sheet, box)
        ]

    def _body(self, layout: SlideLayout) -> Box:
        """Between the heading and the foot."""
        return self.template.area(layout).cut(top=_ABOVE, bottom=_BELOW)

    def _add(self, parts: Sequence[_Part], words: _Words) -> None:
        """A slide for each part, that says which of how many it is; its shapes in reading order."""
        for number, part in enumerate(parts, 1):
            of = self.report.text("of", part=number, whole=len(parts)).replace(" ", "\u00a0")
            of = f" ({of})" if len(parts) > 1 else ""
            shown = self.template.add_slide(part.layout)
            _write_title(shown, words.title, _TITLES, of)
            _remove_empty(shown)
            area, body = self.template.area(part.layout), self._body(part.layout)
            heading = ": ".join(filter(None, (words.heading, part.note if part.legend else "")))
            if heading:
                _add_words(shown, area._replace(height=_ABOVE), [Line(clean(heading), _HEADING, bold=True)])
            describe(part.place(shown), clean(f"{words.heading or words.title}{of}"), clean(words.sentence))
            if part.legend:
                _add_legend(shown, body, part.legend)
            self._add_foot(shown, area._replace(top=body.top + body.height, height=_BELOW), part, words)
            self._end(shown, words.notes)

    def _add_foot(self, shown: Shown, box: Box, part: _Part, words: _Words) -> None:
        """Where there is no room for all of it, the filter line is cut: it is whole in the notes."""
        link = self.report.text("document-open-view") if _is_address(words.address) else ""
        end = "".join(f" · {clean(each)}" for each in (words.origin, link) if each)
        said = " · ".join(filter(None, ("" if part.legend else part.note, words.basis)))
        text, size = fit(clean(said), box.cut(top=_GAP), _FEET, end)
        shape = _add_words(shown, box.cut(top=_GAP), [Line(text.removesuffix(link), size)])
        if link:
            add_run(shape.text_frame.paragraphs[0], link, size, href=words.address)

    def _end(self, shown: Shown, notes: Sequence[str]) -> None:
        """The number last, notes below, and a language for all of it."""
        for each in shown.placeholders:
            if each.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER:
                shown.shapes.element.insert_element_before(each.element, "p:extLst")
        lines = [clean(note) for note in [*notes, self.report.text("presentation-reading")]]
        told: Any = shown.notes_slide
        told.notes_text_frame.text = "\n".join(dict.fromkeys(filter(None, lines)))
        charts = [
            each.chart.element for each in shown.shapes if isinstance(each, GraphicFrame) and each.has_chart
        ]
        for element in (shown.element, told.element, *charts):
            tag_language(element, self.report.language)


def _further(panel: Panel) -> list[str]:
    """What is read beside a chart on its page, and has no room on its slide."""
    match panel.drawing:
        case ShareBars(bars=bars):
            return [f"{bar.label}: {bar.number}. {'; '.join(bar.notes)}" for bar in bars]
        case Grid(legend=Legend(notes=notes)):
            return list(notes)
    return []


def _write_title(shown: Shown, title: str, sizes: Sequence[int], end: str = "") -> None:
    """As large as it fits; a title that cannot is cut, and whole in the notes."""
    holder: Any = shown.shapes.title
    room = Box(holder.left, holder.top, int((holder.width - _INSET) * _BOLD), holder.height - _GAP)
    text, size = fit(clean(title), room, sizes, end)
    write(holder.text_frame, [Line(text, size)])


def _remove_empty(shown: Shown) -> None:
    """Placeholders that nothing was written in would tell the presenter to write there."""
    placeholders: Any = shown.placeholders
    for each in list(placeholders):
        if each.placeholder_format.type not in _KEPT and not (each.has_text_frame and each.text_frame.text):
            each.element.getparent().remove(each.element)


def _add_words(shown: Shown, box: Box, lines: Sequence[Line]) -> Any:
    """A text box whose letters stand where a chart's do: at its very edge."""
    shape = shown.shapes.add_textbox(*map(Emu, box))
    frame: Any = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, lines)
    return shape


def _add_legend(shown: Shown, body: Box, legend: Legend) -> None:
    """Beside the matrix; its notes too, where there is room."""
    width = int(body.width * _LEGEND) - _INSET
    box = Box(body.left + body.width - width, body.top, width, body.height)
    entries = [(clean(cell.sign), clean(meaning)) for cell, meaning in legend.entries]
    tries = [_legend_lines(legend.title, entries, legend.notes, size) for size in _LEGENDS]
    tries.append(_legend_lines(legend.title, entries, (), SMALLEST))
    lines = next((each for each in tries if _height(each, width) <= box.height), tries[-1])
    for paragraph in _add_words(shown, box, lines).text_frame.paragraphs:
        paragraph.space_after = Emu(_GAP)


def _legend_lines(
    title: str, entries: Sequence[tuple[str, str]], notes: Sequence[str], size: int
) -> list[Line]:
    return [
        Line(clean(title), size, bold=True),
        *(Line(meaning, size, lead=sign) for sign, meaning in entries),
        *(Line(clean(note), size) for note in notes),
    ]


def _height(lines: Sequence[Line], width: int) -> int:
    """Of paragraphs with a little air between them."""
    return sum(height_of(line.lead + line.text, line.size, width) + _GAP for line in lines)


def _add_picture(shown: Shown, drawn: DistrictMap, box: Box) -> BaseShape:
    """A map, which PowerPoint cannot draw, as large as there is room for."""
    data = {
        "language": "sv",
        "palette": colours(LIGHT),
        "svg": still(drawn, LIGHT, _PICTURE),
        "width": _PICTURE,
    }
    shape = shown.shapes.add_picture(BytesIO(typeset("picture", data, "png")), *map(Emu, box[:2]))
    scale = min(box.width / shape.width, box.height / shape.height)
    shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
    shape.left = Emu(box.left + (box.width - shape.width) // 2)
    return shape


def _is_address(address: str) -> bool:
    """Others would be no way out of a presentation."""
    return address.startswith(("https://", "http://"))
