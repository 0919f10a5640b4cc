"""A report as a PowerPoint presentation: charts, maps and tables to edit, in the city's own template."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER

from dashboard.cells import Kind
from dashboard.charts.grid import Grid, Legend
from dashboard.charts.panel import Panel
from dashboard.charts.shares import ShareBars
from dashboard.exports.plain import is_address, one_line
from dashboard.exports.printed import said
from dashboard.exports.report import Report, Slide, Told, untold
from dashboard.exports.slides.frame import INSET, finish_slide, remove_empty, write_title
from dashboard.exports.slides.lettering import LANGUAGES, SMALLEST, Line, height_of_lines, write
from dashboard.exports.slides.native_tables import Sheet, Written
from dashboard.exports.slides.package import packed
from dashboard.exports.slides.setting import Setting
from dashboard.exports.slides.template import Box, Template, open_template

_TITLES = (44, 40, 36, 32, 28, 24, 20)
_SENTENCES = (24, 22, 20, 18, 16, 14, 12, SMALLEST)
_WORDS = (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)


def pptx(report: Report, template: Path | None = None, told: Told = untold) -> bytes:
    """A slide for the whole, one or more for each of the report's slides, then what its words mean.

    `told` hears of each slide, and of the whole. Raises TemplateUnusable (a ValueError) where no presentation
    can be made from the template; without one, ours is used. The same report gives the same bytes.
    """
    opened, parts = open_template(template), len(report.slides) + 1
    _add_first(opened, report)
    for done, slide in enumerate(report.slides):
        told(done, parts)
        _add_panel(opened, report.around(slide), slide)
    told(parts - 1, parts)
    _add_definitions(opened, report)
    _describe_file(opened, report)
    file = packed(opened.deck)
    told(parts, parts)
    return file


def _add_first(template: Template, report: Report) -> None:
    slide = template.add_slide(template.first)
    write_title(slide, report.title, _TITLES)
    shapes: Any = slide.shapes
    holders = (each for each in shapes.placeholders if each.placeholder_format.type in _WORDS)
    holder = next(holders, None) or shapes.add_textbox(*template.area(template.first))
    facts = [report.basis, f"{report.dated} · {report.source}"]
    room = Box(holder.left, holder.top, holder.width, holder.height)
    holder.text_frame.word_wrap = True
    write(holder.text_frame, _opening(report, facts, room))
    remove_empty(slide)
    finish_slide(slide, [report.title, report.sentence, *facts, report.address], report)


def _opening(report: Report, facts: Sequence[str], room: Box) -> list[Line]:
    """The sentence as large as leaves room for the facts, and for the way to the living view."""
    lines: list[Line] = []
    for size in _SENTENCES:
        small = max(SMALLEST, round(size * 0.7))
        lines = [Line(one_line(report.sentence), size), *(Line(one_line(fact), small) for fact in facts)]
        if is_address(report.address):
            lines.append(Line(report.text("document-open-view"), small, href=report.address))
        if height_of_lines(lines, room.width - INSET) <= room.height:
            break
    return lines


def _add_panel(template: Template, report: Report, slide: Slide) -> None:
    panel, words = slide.panel, said(slide)
    is_table = panel.drawing is None or isinstance(panel.drawing, Grid)
    facts = [panel.basis, slide.dated, slide.source, slide.address]
    setting = Setting(
        report,
        template,
        layout=template.table if is_table else template.chart,
        title=words.title,
        heading=words.above,
        further=words.sentence,
        sentence=panel.sentence,
        basis=panel.basis,
        origin=f"{slide.dated} · {slide.source}",
        address=slide.address,
        notes=[*slide.note.splitlines(), slide.title, panel.sentence, *facts, *_beside(panel)],
    )
    setting.add(setting.parts().of_panel(panel))


def _beside(panel: Panel) -> list[str]:
    """What is read beside a chart on its page, and has no room on its slide."""
    match panel.drawing:
        case ShareBars(bars=bars):
            return [f"{bar.label}: {bar.number}. {'; '.join(bar.notes)}" for bar in bars]
        case Grid(legend=Legend(notes=notes)):
            return list(notes)
    return []


def _add_definitions(template: Template, report: Report) -> None:
    """Not of the signs: each matrix has those beside it."""
    text = report.text
    signs = {text(f"meaning-{kind}") for kind in Kind}
    rows = [
        [Written(one_line(word), strong=True), Written(one_line(means))]
        for word, means in report.definitions
        if means not in signs
    ]
    if rows:
        setting = Setting(
            report,
            template,
            layout=template.table,
            title=text("document-definitions"),
            sentence=text("workbook-shows-definitions"),
            origin=f"{report.dated} · {report.source}",
            address=report.address,
            notes=[report.dated, report.source],
        )
        sheet = Sheet([text("workbook-word"), text("workbook-means")], rows)
        setting.add(setting.parts().of_sheet(sheet))


def _describe_file(template: Template, report: Report) -> None:
    """What holds for the file, whoever made the template."""
    about = template.deck.core_properties
    about.title, about.subject = one_line(report.title), one_line(report.basis)
    about.author = about.last_modified_by = about.comments = about.keywords = about.category = ""
    about.language, about.revision = LANGUAGES[report.language], 1
