"""Words on slides: clean, in a size that fits, in a language, and heard as well as seen."""

import re
from collections.abc import Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.exports.slides.template import Box

SMALLEST = 10
"""In points: nothing that a room is to read is smaller."""
LINE = 1.2
_WIDTH = 0.62
"""Of an average character, as a share of its size: that of a wide font, for templates bring their own."""
LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"[ \t\r\n]+")
"""Not what keeps two words on one line."""
_RUNS = tuple(qn(name) for name in ("a:rPr", "a:endParaRPr", "a:defRPr"))


class Line(NamedTuple):
    """A paragraph: its size in points, what stands bold before it, and the address it leads to, if any."""

    text: str
    size: int
    bold: bool = False
    lead: str = ""
    href: str = ""


def clean(text: str) -> str:
    """On one line, without what XML cannot hold."""
    return _SPACE.sub(" ", _FORBIDDEN.sub(" ", text)).strip()


def lines_of(text: str, size: float, width: int) -> int:
    """About how many lines it takes in a width, in EMU."""
    return len(wrap(text, max(1, int(width / Pt(1) / (size * _WIDTH))))) or 1


def height_of(text: str, size: float, width: int) -> int:
    """About how high it is, in EMU."""
    return int(lines_of(text, size, width) * size * LINE * Pt(1))


def fit(text: str, box: Box, sizes: Sequence[int], end: str = "") -> tuple[str, int]:
    """The text with its end, and the largest of the sizes in which both fit; else as many words as do."""
    for size in sizes:
        if height_of(text + end, size, box.width) <= box.height:
            return text + end, size
    words, size, end = text.split(" "), sizes[-1], f" …{end}"
    while len(words) > 1 and height_of(" ".join(words) + end, size, box.width) > box.height:
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


def add_run(paragraph: Any, text: str, size: int, bold: bool = False, href: str = "") -> None:
    """Bold only where asked for, so that a template's own titles keep their weight."""
    run = paragraph.add_run()
    run.text, run.font.size = text, Pt(size)
    if bold:
        run.font.bold = True
    if href:
        run.hyperlink.address = href


def describe(shape: BaseShape, title: str, sentence: str) -> None:
    """What a screen reader says of a shape."""
    properties = shape.element.find(f".//{qn('p:cNvPr')}")
    properties.set("name", title)
    properties.set("descr", f"{title}: {sentence}")


def tag_language(element: Any, language: str) -> None:
    """Every run below an XML element says its language, so that it is read aloud and spelt in it."""
    for run in element.iter(qn("a:r"), qn("a:fld")):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, run.makeelement(qn("a:rPr")))
    for properties in element.iter(*_RUNS):
        properties.set("lang", LANGUAGES[language])
