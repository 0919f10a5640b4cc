"""Pictures, read back: what is drawn comes with what must be said of it."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from struct import unpack
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.reports import DATED, DRAWINGS, LONG, SOURCE, TRICKY, panel, slide, slides

from dashboard.charts.stills.lettering import text_width
from dashboard.charts.table import Table
from dashboard.exports.picture import picture_png, picture_svg
from dashboard.exports.report import Slide
from dashboard.text import text_of

SVG = "{http://www.w3.org/2000/svg}"
EVERY = pytest.mark.parametrize("shown", slides(), ids=lambda shown: shown.panel.name)


def svg(shown: Slide, language: str = "sv") -> ElementTree.Element:
    return ElementTree.fromstring(picture_svg(shown, text_of(language), language))


def png(shown: Slide) -> bytes:
    return picture_png(shown, text_of("sv"), "sv")


def lines(picture: ElementTree.Element) -> list[ElementTree.Element]:
    """Those of the frame, not of the drawing in it."""
    return picture.findall(f"{SVG}text")


def said(picture: ElementTree.Element) -> str:
    return " ".join("".join(line.itertext()) for line in lines(picture))


def chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(picture):
        length, kind = unpack(">I4s", picture[at : at + 8])
        yield kind, picture[at + 8 : at + 8 + length]
        at += length + 12


@EVERY
def test_every_picture_says_what_when_and_from_where(shown: Slide):
    words = said(svg(shown))
    for line in (shown.title, shown.panel.title, shown.panel.sentence, shown.panel.basis, DATED, SOURCE):
        assert line in words


@EVERY
def test_no_line_reaches_out_of_the_picture_or_into_another(shown: Slide):
    picture = svg(shown)
    feet = [float(line.attrib["y"]) for line in lines(picture)]
    assert all(below - above >= 16 for above, below in pairwise(feet))
    assert feet[-1] < float(picture.attrib["height"])
    for line in lines(picture):
        width = text_width("".join(line.itertext()), float(line.attrib["font-size"]))
        assert float(line.attrib["x"]) + width <= float(picture.attrib["width"])


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_drawing_stands_between_its_title_and_its_source_and_its_words_are_text(name: str):
    shown = slide(panel(name, DRAWINGS[name]()))
    picture = svg(shown)
    group = picture.find(f"{SVG}g")
    assert group is not None
    drawn = group.find(f"{SVG}svg")
    assert drawn is not None
    assert list(drawn.iter(f"{SVG}text"))
    match = re.search(r"translate\([\d.]+ ([\d.]+)\)", group.attrib["transform"])
    assert match
    top = float(match[1])
    feet = [float(line.attrib["y"]) for line in lines(picture)]
    assert feet[0] < top
    assert feet[-2] > top + float(drawn.attrib["height"])


def test_those_who_do_not_see_it_hear_title_and_sentence():
    picture = svg(slide(panel("words", title=TRICKY)), "en")
    assert picture.attrib["role"] == "img"
    assert picture.attrib["lang"] == "en"
    ids = [found.attrib["id"] for tag in ("title", "desc") if (found := picture.find(SVG + tag)) is not None]
    assert picture.attrib["aria-labelledby"].split() == ids
    assert picture.findtext(f"{SVG}title") == TRICKY
    assert picture.findtext(f"{SVG}desc") == panel("words").sentence


def test_it_is_white_and_set_in_letters_that_office_programs_have():
    for shown in slides():
        picture = picture_svg(shown, text_of("sv"), "sv").decode()
        assert set(re.findall(r'font-family="([^,"]+)', picture)) == {"Arial"}
        assert re.findall(r'<rect[^>]*fill="(#\w+)"', picture)[0] == "#ffffff"


def test_nothing_in_it_is_fetched_from_elsewhere():
    for shown in slides():
        picture = picture_svg(shown, text_of("sv"), "sv").decode()
        assert not re.findall(r'(?:href|src)="(?!#)[^"]*"|url\((?!#)|<script|<foreignObject', picture)


@EVERY
def test_the_raster_is_as_wide_as_a_screen_and_as_high_as_the_picture(shown: Slide):
    kind, header = next(chunks(png(shown)))
    assert kind == b"IHDR"
    width, height = unpack(">II", header[:8])
    assert width == 1920
    assert height == pytest.approx(2 * float(svg(shown).attrib["height"]), abs=1)


def test_the_raster_is_ten_inches_wide_where_it_is_put_in():
    with Image.open(BytesIO(png(slide(panel("words"))))) as image:
        assert image.width / image.info["dpi"][0] == pytest.approx(10, rel=0.01)


def test_the_raster_carries_its_title_and_description_as_text():
    shown = slide(panel("words", title=TRICKY), title=LONG)
    texts = dict(body.split(b"\0\0\0\0\0") for kind, body in chunks(png(shown)) if kind == b"iTXt")
    assert texts[b"Title"].decode() == LONG
    assert texts[b"Description"].decode() == f"{TRICKY}. {shown.panel.sentence}"


@pytest.mark.parametrize(
    ("address", "shown_below"),
    [
        ("https://visionskollen.example/omraden?district=norrby", True),
        ("https://visionskollen.example/?" + "ort=norrby&" * 15, True),
        ("https://visionskollen.example/?" + "ort=norrby&" * 30, False),
        ("javascript:alert(1)", False),
        ("", False),
    ],
)
def test_a_picture_says_where_it_is_from_if_that_can_be_read_off(address: str, shown_below: bool):
    below = said(svg(slide(panel("words"), address=address))).partition(SOURCE)[2]
    assert below.replace(" ", "") == (address if shown_below else "")


def test_a_long_address_is_broken_before_one_of_its_parts():
    address = f"https://visionskollen.example/omraden?profile={'x' * 30}&count=full&weight=population&lang=sv"
    picture = svg(slide(panel("words"), address=address))
    shown_below = [line.text or "" for line in lines(picture) if "=" in (line.text or "")]
    assert "".join(shown_below) == address
    assert [line[0] for line in shown_below] == ["h", "&"]


def test_the_raster_carries_its_address_however_long():
    address = "https://visionskollen.example/?" + "ort=norrby&" * 30
    assert b"Source\0\0\0\0\0" + address.encode() in png(slide(panel("words"), address=address))
    assert b"Source" not in png(slide(panel("words"), address=""))


def test_a_picture_of_a_long_table_is_its_first_rows():
    short, long = (svg(slide(panel("table", rows=rows))) for rows in (60, 600))
    more = float(long.attrib["height"]) - float(short.attrib["height"])
    assert 0 < more < 60, "only the line that says how many more there are"


def test_a_slide_that_shows_nothing_is_what_it_says():
    broken = slide(panel("broken", table=Table("Borta", ()), title="Borta", sentence="Borta", basis=""))
    assert said(svg(broken)) == f"Borta {DATED} · {SOURCE}"
    assert next(chunks(png(broken)))[0] == b"IHDR"


@settings(max_examples=25)
@given(st.text())
def test_any_text_can_be_in_a_picture(text: str):
    shown = slide(panel("words", rows=0, title=text or "–", sentence=text, basis=text), title=text)
    svg(shown)
    assert next(chunks(png(shown)))[0] == b"IHDR"


def test_the_same_slide_gives_the_same_bytes():
    for shown in (slide(panel("bars", DRAWINGS["bars"]())), slide(panel("table"))):
        assert picture_svg(shown, text_of("sv"), "sv") == picture_svg(shown, text_of("sv"), "sv")
        assert png(shown) == png(shown)
