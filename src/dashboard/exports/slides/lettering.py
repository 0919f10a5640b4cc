"""Words on slides: in a size that fits, in a language, and heard as well as seen."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from dashboard.charts.stills.lettering import wrap
from dashboard.exports.slides.template import Box

SMALLEST = 10
"""In points: nothing that a room is to read is smaller."""
_LINE = 1.2
GAP = Pt(6)
"""Between paragraphs, and between what stands below each other."""
LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_RUNS = tuple(qn(name) for name in ("a:rPr", "a:endParaRPr", "a:defRPr"))


class Line(NamedTuple):
    """A paragraph: its size in points, what stands bold before it, and the address it leads to, if any."""

    text: str
    size: int
    bold: bool = False
    lead: str = ""
    href: str = ""


def height_of(text: str, size: float, width: int, bold: bool = False) -> int:
    """About how high it is in a width, both in EMU."""
    return int(len(wrap(text, size, width / Pt(1), bold)) * size * _LINE * Pt(1))


def height_of_lines(lines: Sequence[Line], width: int) -> int:
    """Of paragraphs with a little air between them."""
    return sum(height_of(line.lead + line.text, line.size, width, line.bold) + GAP for line in lines)


def fit(text: str, box: Box, sizes: Sequence[int], end: str = "", bold: bool = False) -> tuple[str, int]:
    """The text with its end, and the largest of the sizes in which both fit; else as many words as do."""
    for size in sizes:
        if height_of(text + end, size, box.width, bold) <= box.height:
            return text + end, size
    words, size, end = text.split(" "), sizes[-1], f" …{end}"
    while len(words) > 1 and height_of(" ".join(words) + end, size, box.width, bold) > box.height:
        words.pop()
    return " ".join(words) + end, size


def write(frame: TextFrame, lines: Sequence[Line]) -> None:
    """In place of what the frame holds."""
    frame.clear()
    for position, line in enumerate(lines):
        paragraph = frame.add_paragraph() if position else frame.paragraphs[0]
        if line.lead:
            add_run(paragraph, f"{line.lead}  ", line.size, bold=True)
        add_run(paragraph, line.text, line.size, line.bold, line.href)


def add_words(slide: Slide, box: Box, lines: Sequence[Line]) -> Any:
    """A text box whose letters stand where a chart's do: at its very edge."""
    shape = slide.shapes.add_textbox(*map(Emu, box))
    frame: Any = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, lines)
    return shape


def add_run(
    paragraph: Any, text: str, size: int, bold: bool = False, href: str = "", language: str = ""
) -> None:
    """Bold only where asked for, so that a template's own titles keep their weight."""
    run = paragraph.add_run()
    run.text, run.font.size = text, Pt(size)
    if bold:
        run.font.bold = True
    if href:
        run.hyperlink.address = href
    if language:
        run.font._rPr.set("lang", LANGUAGES[language])


def describe(shape: BaseShape, title: str, sentence: str) -> None:
    """What a screen reader says of a shape."""
    properties = shape.element.find(f".//{qn('p:cNvPr')}")
    properties.set("name", title)
    properties.set("descr", f"{title}: {sentence}")


def tag_language(element: Any, language: str) -> None:
    """Every run below an XML element says its language, so that it is read aloud and spelt in it.

    One that was written in a language of its own keeps it.
    """
    for run in element.iter(qn("a:r"), qn("a:fld")):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, run.makeelement(qn("a:rPr")))
    for properties in element.iter(*_RUNS):
        if properties.getparent().tag != qn("a:r") or not properties.get("lang"):
            properties.set("lang", LANGUAGES[language])
