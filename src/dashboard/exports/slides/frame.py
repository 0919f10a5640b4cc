"""What every slide has, whatever it shows: a title, notes below, its number last, and a language."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.exports.plain import one_line
from dashboard.exports.report import Report
from dashboard.exports.slides.lettering import Line, fit, tag_language, write
from dashboard.exports.slides.template import Box

INSET = Pt(16)
"""Of a placeholder's letters, from its sides together."""
_BOLD = 0.88
"""How much narrower a box is to letters as heavy as those of most titles."""
_KEPT = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SLIDE_NUMBER)


def write_title(slide: Slide, title: str, sizes: Sequence[int], end: str = "") -> None:
    """As large as it fits; a title that cannot is cut, and whole in the notes."""
    holder: Any = slide.shapes.title
    room = Box(holder.left, holder.top, int((holder.width - INSET) * _BOLD), holder.height)
    text, size = fit(one_line(title), room, sizes, end, bold=True)
    write(holder.text_frame, [Line(text, size)])


def remove_empty(slide: Slide) -> None:
    """Placeholders that nothing was written in would tell the presenter to write there."""
    placeholders: Any = slide.placeholders
    for each in list(placeholders):
        if each.placeholder_format.type not in _KEPT and not (each.has_text_frame and each.text_frame.text):
            each.element.getparent().remove(each.element)


def finish_slide(slide: Slide, notes: Sequence[str], report: Report) -> None:
    """`notes` are what a presenter reads, each on a line of its own."""
    for each in slide.placeholders:
        if each.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER:
            slide.shapes.element.insert_element_before(each.element, "p:extLst")
    lines = [one_line(note) for note in [*notes, report.text("presentation-reading")]]
    told: Any = slide.notes_slide
    told.notes_text_frame.text = "\n".join(dict.fromkeys(filter(None, lines)))
    frames = (each for each in slide.shapes if isinstance(each, GraphicFrame) and each.has_chart)
    for element in (slide.element, told.element, *(each.chart.element for each in frames)):
        tag_language(element, report.language)
