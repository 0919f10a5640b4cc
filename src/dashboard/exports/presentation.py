"""A report as a PowerPoint presentation: charts and tables that can be edited, in the city's own template."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as Shown
from pptx.slide import SlideLayout
from pptx.util import Pt

from dashboard.cells import Kind
from dashboard.charts.district_map import DistrictMap
from dashboard.charts.grid import Grid, Legend
from dashboard.charts.panel import Panel
from dashboard.charts.shares import ShareBars
from dashboard.charts.table import Table
from dashboard.exports.plain import is_address, one_line
from dashboard.exports.printed import said
from dashboard.exports.report import Report, Slide, Told
from dashboard.exports.slides.legend import SHARE, add_legend
from dashboard.exports.slides.lettering import (
    GAP,
    LANGUAGES,
    SMALLEST,
    Line,
    add_run,
    add_words,
    describe,
    fit,
    height_of_lines,
    tag_language,
    write,
)
from dashboard.exports.slides.native_charts import Charted, add_chart, rows_of, spans
from dashboard.exports.slides.native_tables import (
    Page,
    Sheet,
    Written,
    add_table,
    matrix_sheet,
    pages,
    sheet_of,
)
from dashboard.exports.slides.package import packed
from dashboard.exports.slides.picture import add_picture
from dashboard.exports.slides.template import Box, Template, open_template

_TITLES = (28, 26, 24, 22, 20)
_FIRST_TITLES = (44, 40, 36, 32, 28, 24, 20)
_FIRST_SENTENCES = (24, 22, 20, 18, 16, 14, 12, SMALLEST)
_SENTENCES = (16, 14, 12)
_FEET = (11, SMALLEST)
_HEADING, _ALONE = 14, 20
_BOLD = 0.88
"""How much narrower a box is to letters as heavy as those of most titles."""
_INSET = Pt(16)
_SAID, _BELOW = Pt(56), Pt(38)
"""Room for what is said above a chart, and for two lines under it."""
_MOST_TABLES = 2
_MAP, _BESIDE_MAP = 0.57, 5
"""Share of the width that a map takes, and how many columns its table has beside it."""
_BELOW_CHART = 0.45
"""Of the height, at most, for the table under a chart."""
_WORDS = (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_KEPT = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SLIDE_NUMBER)


class _Part(NamedTuple):
    """What one slide shows; `note` says which part of it, or what is left out. Of a table, how many rows."""

    place: Callable[[Shown], BaseShape]
    rows: int = 0
    note: str = ""
    legend: Legend | None = None
    beside: Callable[[Shown], BaseShape] | None = None


class _Words(NamedTuple):
    """What is written around it, and in the notes for who presents; `sentence` is all that it says."""

    title: str
    above: Sequence[Line]
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
        panel, words = slide.panel, said(slide)
        is_table = panel.drawing is None or isinstance(panel.drawing, Grid)
        layout = self.template.table if is_table else self.template.chart
        facts = [panel.basis, slide.dated, slide.source]
        around = _Words(
            title=words.title,
            above=self._above(words.above, words.sentence, self.template.area(layout)),
            sentence=panel.sentence,
            basis=panel.basis,
            origin=" · ".join(facts[1:]),
            address=slide.address,
            notes=[
                *slide.note.splitlines(),
                slide.title,
                panel.sentence,
                *facts,
                slide.address,
                *_further(panel),
            ],
        )
        self._add(layout, list(self._parts(panel, self._body(layout, around))), around)

    def add_definitions(self) -> None:
        """Not of the signs: each matrix has those beside it."""
        report, text, layout = self.report, self.report.text, self.template.table
        signs = {text(f"meaning-{kind}") for kind in Kind}
        rows = [
            [Written(one_line(word), strong=True), Written(one_line(means))]
            for word, means in report.definitions
            if means not in signs
        ]
        title, means = text("document-definitions"), text("workbook-shows-definitions")
        facts = [report.dated, report.source]
        words = _Words(title, [], means, "", " · ".join(facts), report.address, facts)
        sheet = Sheet([text("workbook-word"), text("workbook-means")], rows)
        self._add(layout, _table_parts(sheet, self._body(layout, words)) if rows else [], words)

    def finish(self) -> None:
        """What holds for the file, whoever made the template."""
        report, about = self.report, self.template.deck.core_properties
        about.title, about.subject = one_line(report.title), one_line(report.basis)
        about.author = about.last_modified_by = about.comments = about.keywords = about.category = ""
        about.language, about.revision = LANGUAGES[report.language], 1

    def _opening(self, facts: Sequence[str], room: Box) -> list[Line]:
        """The sentence as large as leaves room for the facts, and for the way to the living view."""
        report, lines = self.report, []
        for size in _FIRST_SENTENCES:
            small = max(SMALLEST, round(size * 0.7))
            lines = [Line(one_line(report.sentence), size), *(Line(one_line(fact), small) for fact in facts)]
            if is_address(report.address):
                lines.append(Line(report.text("document-open-view"), small, href=report.address))
            if height_of_lines(lines, room.width - _INSET) <= room.height:
                break
        return lines

    def _above(self, heading: str, sentence: str, area: Box) -> list[Line]:
        """What the panel is called, and what it says that the title does not."""
        text, size = fit(one_line(sentence), area._replace(height=_SAID), _SENTENCES)
        lines = [Line(one_line(heading), _HEADING, bold=True), Line(text, size)]
        return [line for line in lines if line.text]

    def _body(self, layout: SlideLayout, words: _Words) -> Box:
        """Between what is said above and the foot."""
        area = self.template.area(layout)
        return area.cut(top=height_of_lines(words.above, area.width), bottom=_BELOW)

    def _parts(self, panel: Panel, body: Box) -> Iterator[_Part]:
        match panel.drawing:
            case Grid() as grid:
                yield from self._matrix(grid, body)
            case DistrictMap() as districts:
                yield self._map(districts, panel.table, body)
            case None:
                yield from self._tables(panel.table, body)
            case drawn if not rows_of(drawn):
                yield from self._tables(panel.table, body)
            case drawn:
                yield from self._charts(drawn, panel.table, body)

    def _matrix(self, grid: Grid, body: Box) -> Iterator[_Part]:
        """With a word on the rows that fold away."""
        box = body.cut(right=int(body.width * SHARE) if grid.legend else 0)
        note = self.report.text("presentation-rest", rest=grid.rest.title) if grid.rest else ""
        for part in _table_parts(matrix_sheet(grid), box):
            yield part._replace(note=note, legend=grid.legend)

    def _charts(self, drawn: Charted, table: Table, body: Box) -> Iterator[_Part]:
        """Under a single one, its numbers where they are few: among them are some that it does not show."""
        page = _few(table, body)
        if page:
            under = sum(page.heights)
            box = body.cut(bottom=under + GAP)
            place = partial(add_table, box=body.cut(top=body.height - under), page=page)
            if len(spans(drawn, box)) == 1:
                yield self._chart(drawn, box, slice(None))._replace(beside=place)
                return
        yield from (self._chart(drawn, body, span) for span in spans(drawn, body))

    def _chart(self, drawn: Charted, box: Box, span: slice) -> _Part:
        return _Part(partial(add_chart, box=box, drawn=drawn, span=span, template=self.template))

    def _map(self, districts: DistrictMap, table: Table, body: Box) -> _Part:
        """With the districts of interest beside it, in as many columns as there is room for."""
        width = int(body.width * _MAP)
        box = body.cut(right=body.width - width + 2 * GAP)
        part = _Part(partial(add_picture, box=box, drawn=districts, language=self.report.language))
        named = {spot.label for spot in districts.spots if spot.great_need or spot.initiatives}
        rows = tuple(row[:_BESIDE_MAP] for row in table.rows if row[0].text in named)
        if not rows:
            return part
        beside = replace(table, columns=table.columns[:_BESIDE_MAP], rows=rows)
        right = body._replace(left=body.left + width, width=body.width - width)
        page, *more = pages(sheet_of(beside), right, _HEADING)
        if more:
            return part
        note = self.report.text("presentation-districts", n=len(table.rows))
        return part._replace(note=note, beside=partial(add_table, box=right, page=page))

    def _tables(self, table: Table, body: Box) -> Iterator[_Part]:
        """The first ones, and on the last of them how many rows are left; words where there is nothing."""
        text = self.report.text
        if not table.rows:
            says = text("document-no-rows") if table.columns else table.caption
            return iter([_Part(partial(add_words, box=body, lines=[Line(one_line(says), _ALONE)]))])
        parts = _table_parts(sheet_of(table), body)
        shown = parts[:_MOST_TABLES]
        printed = sum(part.rows for part in shown)
        if len(parts) > len(shown):
            note = text("document-more-rows", n=len(table.rows) - printed, printed=printed)
            shown[-1] = shown[-1]._replace(note=note)
        return iter(shown)

    def _add(self, layout: SlideLayout, parts: Sequence[_Part], words: _Words) -> None:
        """A slide for each part, that says which of how many it is; its shapes in reading order."""
        area, body = self.template.area(layout), self._body(layout, words)
        for number, part in enumerate(parts, 1):
            of = self.report.text("of", part=number, whole=len(parts)).replace(" ", "\u00a0")
            of = f" ({of})" if len(parts) > 1 else ""
            shown = self.template.add_slide(layout)
            _write_title(shown, words.title, _TITLES, of)
            _remove_empty(shown)
            if words.above:
                first, *rest = words.above
                if part.legend and part.note:
                    first = first._replace(text=f"{first.text}: {one_line(part.note)}")
                add_words(shown, area._replace(height=body.top - area.top), [first, *rest])
            heading = one_line(f"{words.title}{of}")
            for place in filter(None, (part.place, part.beside)):
                describe(place(shown), heading, one_line(words.sentence))
            if part.legend:
                add_legend(shown, body, part.legend)
            self._add_foot(shown, area._replace(top=body.top + body.height, height=_BELOW), part, words)
            self._end(shown, words.notes)

    def _add_foot(self, shown: Shown, box: Box, part: _Part, words: _Words) -> None:
        """Where there is no room for all of it, the filter line is cut: it is whole in the notes."""
        link = self.report.text("document-open-view") if is_address(words.address) else ""
        end = "".join(f" · {one_line(each)}" for each in (words.origin, link) if each)
        before = " · ".join(filter(None, ("" if part.legend else part.note, words.basis)))
        text, size = fit(one_line(before), box.cut(top=GAP), _FEET, end)
        shape = add_words(shown, box.cut(top=GAP), [Line(text.removesuffix(link).removeprefix(" · "), size)])
        if link:
            add_run(shape.text_frame.paragraphs[0], link, size, href=words.address)

    def _end(self, shown: Shown, notes: Sequence[str]) -> None:
        """The number last, notes below, and a language for all of it."""
        for each in shown.placeholders:
            if each.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER:
                shown.shapes.element.insert_element_before(each.element, "p:extLst")
        lines = [one_line(note) for note in [*notes, self.report.text("presentation-reading")]]
        told: Any = shown.notes_slide
        told.notes_text_frame.text = "\n".join(dict.fromkeys(filter(None, lines)))
        charts = [
            each.chart.element for each in shown.shapes if isinstance(each, GraphicFrame) and each.has_chart
        ]
        for element in (shown.element, told.element, *charts):
            tag_language(element, self.report.language)


def _table_parts(sheet: Sheet, box: Box) -> list[_Part]:
    return [_Part(partial(add_table, box=box, page=page), len(page.rows)) for page in pages(sheet, box)]


def _few(table: Table, body: Box) -> Page | None:
    """All of a table in what a chart can spare; None where it takes more, or tells no numbers."""
    if not any(isinstance(cell.value, int | float) for row in table.rows for cell in row):
        return None
    height = int(body.height * _BELOW_CHART)
    page, *more = pages(sheet_of(table), body._replace(height=height), _HEADING, air=0)
    return None if more or sum(page.heights) > height else page


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
    room = Box(holder.left, holder.top, int((holder.width - _INSET) * _BOLD), holder.height)
    text, size = fit(one_line(title), room, sizes, end, bold=True)
    write(holder.text_frame, [Line(text, size)])


def _remove_empty(shown: Shown) -> None:
    """Placeholders that nothing was written in would tell the presenter to write there."""
    placeholders: Any = shown.placeholders
    for each in list(placeholders):
        if each.placeholder_format.type not in _KEPT and not (each.has_text_frame and each.text_frame.text):
            each.element.getparent().remove(each.element)
