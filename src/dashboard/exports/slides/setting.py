"""Where the parts of a panel stand, and what is written around them: heading, foot and notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from dashboard.exports.plain import is_address, one_line
from dashboard.exports.report import Report
from dashboard.exports.slides.frame import finish_slide, remove_empty, write_title
from dashboard.exports.slides.legend import add_legend
from dashboard.exports.slides.lettering import (
    GAP,
    SMALLEST,
    Line,
    add_run,
    add_words,
    describe,
    fit,
    height_of_lines,
)
from dashboard.exports.slides.parts import Part, Parts
from dashboard.exports.slides.template import Box, Template

_TITLES = (28, 26, 24, 22, 20)
_HEADING = 14
_SENTENCES = (16, 14, 12)
_FEET = (11, SMALLEST)
_ABOVE, _BELOW = Pt(56), Pt(38)
"""Room for what is said above a part, and for two lines under it."""


@dataclass(frozen=True)
class Setting:
    """The slides of one panel. `heading` and `further` stand above its parts: what it is called, and what it
    says that the title does not. `sentence` is all that it says; `origin` when and where it is from.
    """

    report: Report
    template: Template
    layout: SlideLayout
    title: str
    sentence: str
    origin: str
    address: str
    notes: Sequence[str]
    heading: str = ""
    further: str = ""
    basis: str = ""

    def parts(self) -> Parts:
        """To be filled: what is left between what is said above and the foot."""
        return Parts(self.template, self._body(), self.report.text)

    def add(self, parts: Iterable[Part]) -> None:
        """A slide for each, that says which of how many it is; its shapes in reading order."""
        parts, above, body = list(parts), self._above(), self._body()
        for number, part in enumerate(parts, 1):
            of = self.report.text("of", part=number, whole=len(parts)).replace(" ", "\u00a0")
            of = f" ({of})" if len(parts) > 1 else ""
            slide = self.template.add_slide(self.layout)
            write_title(slide, self.title, _TITLES, of)
            remove_empty(slide)
            if above:
                first, *rest = above
                if part.legend and part.note:
                    first = first._replace(text=f"{first.text}: {one_line(part.note)}")
                area = self.template.area(self.layout)
                add_words(slide, area._replace(height=body.top - area.top), [first, *rest])
            for place in filter(None, (part.place, part.beside)):
                described = one_line(f"{self.heading or self.title}{of}")
                describe(place(slide), described, one_line(self.sentence))
            if part.legend:
                add_legend(slide, body, part.legend)
            self._add_foot(slide, body, "" if part.legend else part.note)
            finish_slide(slide, self.notes, self.report)

    def _above(self) -> list[Line]:
        room = self.template.area(self.layout)._replace(height=_ABOVE)
        further, size = fit(one_line(self.further), room, _SENTENCES)
        lines = [Line(one_line(self.heading), _HEADING, bold=True), Line(further, size)]
        return [line for line in lines if line.text]

    def _body(self) -> Box:
        area = self.template.area(self.layout)
        return area.cut(top=height_of_lines(self._above(), area.width), bottom=_BELOW)

    def _add_foot(self, slide: Slide, body: Box, note: str) -> None:
        """Where there is no room for all of it, the filter line is cut: it is whole in the notes."""
        box = body._replace(top=body.top + body.height + GAP, height=_BELOW - GAP)
        link = self.report.text("document-open-view") if is_address(self.address) else ""
        end = "".join(f" · {one_line(each)}" for each in (self.origin, link) if each)
        before = " · ".join(filter(None, (note, self.basis)))
        text, size = fit(one_line(before), box, _FEET, end)
        shape = add_words(slide, box, [Line(text.removesuffix(link).removeprefix(" · "), size)])
        if link:
            add_run(shape.text_frame.paragraphs[0], link, size, href=self.address)
