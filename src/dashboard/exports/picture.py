"""A panel as a picture that carries what must be said with it, wherever it is pasted."""

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree import ElementTree
from zlib import crc32

from markupsafe import Markup

from dashboard.charts.palette import PAPER
from dashboard.charts.still import still
from dashboard.charts.stills.lettering import LEADING, wrap
from dashboard.charts.templates import templates
from dashboard.exports.plain import READABLE, is_address, plain
from dashboard.exports.printed import colours, said, table_data
from dashboard.exports.report import Slide
from dashboard.exports.typesetting import typeset

_WIDTH, _MARGIN = 960, 40
_INNER = _WIDTH - 2 * _MARGIN
_GAP = 20
_MOST_ROWS = 60
_ADDRESS = re.compile(r".{1,80}(?=[?&#]|$)|.{1,80}")
"""A line of an address: as many characters as have room."""
_TABLE = _INNER / 2
"""Points across a table, which is then shown twice as large."""

_SANS = "Arial, 'Liberation Sans', sans-serif"
_TITLES = "Arial, 'Source Serif', sans-serif"
"""Office and LibreOffice look for the first font alone: one that they have, and that is as wide as guessed.

Our typesetter takes its own instead: the serif for what names one.
"""
_DENSITY = 7559
"""Pixels per metre of a raster: it comes out ten inches wide where it is put in."""

_FRAMES = templates(__name__.rpartition(".")[0], "frames")


@dataclass(frozen=True)
class _Style:
    """How a paragraph is set; `air` is what is left free below it."""

    size: float
    fill: str
    family: str = _SANS
    weight: int = 400
    air: float = 0

    def lines(self, words: str) -> list[str]:
        return wrap(words, self.size, _INNER, self.weight > 400) if words else []


_ABOVE = _Style(18, PAPER.stage(0), weight=600, air=4)
_TITLE = _Style(30, PAPER.ink, _TITLES, weight=600, air=6)
_SENTENCE = _Style(20, PAPER.ink)
_FACT = _Style(16, PAPER.quiet)


class _Line(NamedTuple):
    words: str
    foot: float
    style: _Style


def picture_svg(slide: Slide, text: Callable[..., str], language: str) -> bytes:
    """Real text around the still; a panel without drawing is the first rows of its table, as outlines.

    Its address is below, if it is one that can be read off.
    """
    words = said(slide)
    inner, height = _fitted(_drawn(slide, text, language))
    head, top = _set([(words.above, _ABOVE), (words.title, _TITLE), (words.sentence, _SENTENCE)], _MARGIN)
    facts = [*words.facts, *_address(slide.address)]
    foot, bottom = _set([(fact, _FACT) for fact in facts], top + height + 2 * _GAP)
    picture = _FRAMES.get_template("picture.svg").render(
        language=language,
        title=slide.panel.title,
        description=slide.panel.sentence,
        width=_WIDTH,
        height=round(bottom + _MARGIN, 1),
        margin=_MARGIN,
        palette=PAPER,
        lines=[*head, *foot],
        inner=inner,
        top=round(top + _GAP, 1),
    )
    return plain(picture).encode()


def picture_png(slide: Slide, text: Callable[..., str], language: str) -> bytes:
    """The same, 1920 pixels wide; title, description and address are in it as text."""
    svg = picture_svg(slide, text, language).decode()
    data = {"language": language, "palette": colours(PAPER), "svg": svg, "width": _WIDTH}
    texts = {"Title": said(slide).title, "Description": slide.panel.alternative, "Source": slide.address}
    return _described(typeset("picture", data, "png"), texts)


def _drawn(slide: Slide, text: Callable[..., str], language: str) -> str:
    if slide.panel.drawing:
        drawn = still(slide.panel.drawing, PAPER, _INNER)
        return re.sub('font-family="[^"]*"', f'font-family="{_SANS}"', drawn)
    table = table_data(slide.panel.table, _MOST_ROWS, text)
    data = {"language": language, "palette": colours(PAPER), "table": table, "width": _TABLE}
    return typeset("table", data, "svg").decode()


def _address(address: str) -> list[str]:
    """In lines without hyphens, broken between its parts where that can be."""
    if not is_address(address) or len(address) > READABLE:
        return []
    return _ADDRESS.findall(address)


def _fitted(svg: str) -> tuple[Markup, float]:
    """The picture as wide as there is room for, and how high that makes it."""
    *_, width, height = map(float, ElementTree.fromstring(svg).attrib["viewBox"].split())
    sizes = {"width": _INNER, "height": round(height * _INNER / width, 1)}
    return Markup(
        re.sub(r'\b(width|height)="[^"]*"', lambda each: f'{each[1]}="{sizes[each[1]]}"', svg, count=2)
    ), sizes["height"]


def _set(paragraphs: list[tuple[str, _Style]], top: float) -> tuple[list[_Line], float]:
    """The lines below `top`, and where the next would be."""
    lines = []
    for words, style in paragraphs:
        for line in style.lines(words):
            lines.append(_Line(line, round(top + style.size, 1), style))
            top += style.size * LEADING
        top += style.air if words else 0
    return lines, top


def _described(png: bytes, texts: dict[str, str]) -> bytes:
    """With its density and international texts behind the header, which is always as long."""
    header = 8 + 25
    density = _chunk(b"pHYs" + struct.pack(">IIB", _DENSITY, _DENSITY, 1))
    return png[:header] + density + b"".join(_chunks(texts)) + png[header:]


def _chunks(texts: dict[str, str]) -> Iterator[bytes]:
    for keyword, words in texts.items():
        if words:
            yield _chunk(b"iTXt" + keyword.encode() + b"\0\0\0\0\0" + plain(words).encode())


def _chunk(body: bytes) -> bytes:
    """`body` begins with the four letters of its kind."""
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", crc32(body))
