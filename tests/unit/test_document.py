"""The PDF, read back: what it says, to whom, and that all of it is on the page."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader
from tests.reports import (
    BASIS,
    DATED,
    LONG,
    SOURCE,
    TRICKY,
    bars,
    grid,
    made_up_report,
    numbers,
    panel,
    slide,
)

from dashboard.charts.stills.lettering import text_width
from dashboard.charts.table import Cell, Table, words
from dashboard.exports.document import pdf
from dashboard.exports.printed import first_sentence
from dashboard.text import text_of


def read(**changes: Any) -> PdfReader:
    return PdfReader(BytesIO(pdf(made_up_report(**changes))))


@cache
def texts(document: PdfReader) -> list[str]:
    """Of each page, on one line: where lines end is not what is tested."""
    return [" ".join(page.extract_text().replace("\xad", "").split()) for page in document.pages]


def whole(document: PdfReader) -> str:
    return " ".join(texts(document))


def without_space(text: str) -> str:
    return "".join(text.split())


def root(document: PdfReader) -> Any:
    return document.trailer["/Root"]


@pytest.fixture(scope="module")
def made_up() -> PdfReader:
    return read()


def test_it_is_tagged_titled_and_says_its_language_and_standard(made_up: PdfReader):
    assert root(made_up)["/MarkInfo"]["/Marked"]
    assert root(made_up)["/Lang"] == "sv"
    assert root(made_up)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made_up.metadata
    assert made_up.metadata.title == "Visionskollen: det mesta på en gång"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root(made_up)["/Metadata"].get_data()


def test_the_first_page_says_what_when_of_which_and_from_where(made_up: PdfReader):
    report, first = made_up_report(), texts(made_up)[0]
    for line in (report.title, report.sentence, BASIS, DATED, SOURCE, report.address):
        assert line in first


def test_every_slide_has_its_heading_its_filter_line_and_its_numbers(made_up: PdfReader):
    said = whole(made_up)
    headings = set(bookmarks(made_up.outline))
    for shown in made_up_report().slides:
        assert shown.title in headings
        assert shown.panel.basis in said
    assert said.count(f"{DATED} · {SOURCE}") == len(made_up_report().slides)
    assert "1 200" in said.replace("\xa0", " ")


def test_what_the_first_slide_says_is_not_said_twice():
    only = slide(panel("words", sentence="Sjutton pågår."))
    assert whole(read(slides=[only], sentence="Sjutton pågår.")).count("Sjutton pågår.") == 1


def test_the_first_of_several_sentences_is_the_heading():
    told = panel("words", sentence="Sjutton pågår. Två av dem når alla.")
    document = read(slides=[slide(told)])
    assert "Sjutton pågår." in bookmarks(document.outline)
    assert "Sjutton pågår. Två av dem når alla." in whole(document)


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Flest har Norrby med 1,49.", "10 räknas i flera."),
        ("Det finns flera, t.ex. Norrby och bl.a. Sjöbo.", "Inget är gissat."),
        ("Mötet är kl. 9 i nr. 3 och ca. 50 kommer.", "Alla är välkomna."),
        ("Nog?", "Ja! Nu."),
        ("Bara en.", ""),
        ("", ""),
    ],
)
def test_where_a_sentence_ends(first: str, rest: str):
    assert first_sentence(f"{first} {rest}") == (first, rest)


def bookmarks(outline: list[Any]) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from bookmarks(each)
        else:
            yield each.title


def test_a_sentence_is_printed_once_unless_somebody_gave_another_title():
    told = panel("words", sentence="Sjutton pågår.", title="Skeden")
    assert whole(read(slides=[slide(told)])).count("Sjutton pågår.") == 1
    both = whole(read(slides=[slide(told, title="Det går framåt")]))
    assert "Skeden Det går framåt Sjutton pågår." in both


def test_no_letter_is_taken_for_markup(made_up: PdfReader):
    report = made_up_report(title=TRICKY, sentence=LONG, definitions=[(TRICKY, TRICKY)])
    alone = whole(PdfReader(BytesIO(pdf(report))))
    assert without_space(alone).count(without_space(TRICKY)) > 3
    assert without_space(LONG) in without_space(whole(made_up))


def test_the_drawing_is_text_in_our_own_fonts_and_told_to_those_who_do_not_see_it():
    drawn = panel("bars", bars())
    document = read(slides=[slide(drawn)])
    assert "Utvecklas" in whole(document)
    assert f"{drawn.title}. {drawn.sentence}" in alternatives(document)
    assert {font.partition("+")[2] for font in fonts(document)} == {
        "VisionskollenSans-Regular", "VisionskollenSans-SemiBold", "VisionskollenSerif-SemiBold",
    }  # fmt: skip


def test_what_a_grid_folds_away_stands_below_it_and_is_told():
    document = read(slides=[slide(panel("grid", grid()))])
    said = whole(document)
    assert said.index("Summa") < said.index("Parker och natur") < said.index("Annelund")
    assert "Diagram grid: Parker och natur" in alternatives(document)


def alternatives(document: PdfReader) -> set[str]:
    objects = (document.get_object(n) for n in range(1, len(document.xref[0]) + len(document.xref_objStm)))
    return {str(each["/Alt"]) for each in objects if isinstance(each, dict) and "/Alt" in each}


def fonts(document: PdfReader) -> set[str]:
    """Also those of drawings, which are pages within the page."""
    found, left = set(), [page["/Resources"] for page in document.pages]
    while left:
        resources: Any = left.pop()
        found |= {str(font["/BaseFont"])[1:] for font in resources.get("/Font", {}).values()}
        inner = (each.get_object() for each in resources.get("/XObject", {}).values())
        left += [each["/Resources"] for each in inner if "/Resources" in each]
    return found


def test_notes_are_for_the_presenter_alone(made_up: PdfReader):
    assert "Säg något om" not in whole(made_up)


def test_a_long_table_repeats_its_head_and_says_how_much_is_left_out():
    pages = texts(read(slides=[slide(panel("long", rows=600))], definitions=()))
    assert len(pages) > 3
    assert all("Skede Insatser Invånare Andel" in page for page in pages)
    assert "Rad 300 300 " in pages[-1]
    assert "Rad 301" not in pages[-1]
    assert "de 300 första raderna. 300 rader till finns" in pages[-1]


def test_an_empty_table_says_so():
    assert "Tabellen har inga rader." in whole(read(slides=[slide(panel("empty", rows=0))]))


def test_every_page_has_its_number_and_says_which_report_it_is_of(made_up: PdfReader):
    pages = texts(made_up)
    for number, page in enumerate(pages, start=1):
        said = f"Visionskollen: det mesta på en gång · {BASIS.removesuffix('.')} · {DATED}"
        assert f"{said} Sida {number} av {len(pages)}" in page


def test_definitions_come_last(made_up: PdfReader):
    assert "Vad orden betyder Insats Något som staden beskriver på sin webb." in texts(made_up)[-1]


@pytest.mark.parametrize("filled", [20, 26, 32])
def test_definitions_that_fit_a_page_stay_together(filled: int):
    words = [(f"Ord {n}", "Vad det betyder.") for n in range(20)]
    pages = texts(read(slides=[slide(panel("long", rows=filled))], definitions=words))
    assert sum("Vad det betyder." in page for page in pages) == 1


def test_a_table_with_a_section_of_its_own_is_not_printed_below_its_drawing_too():
    table = Table("Skeden", ("Skede", "Insatser"), ((words("Bara här"), Cell(7, "7")),))
    drawn, listed = panel("bars", bars(), table=table), panel("list", table=table, title="Hela listan")
    said = whole(read(slides=[slide(drawn), slide(listed)]))
    assert said.count("Bara här 7") == 1
    assert said.index("Tabellen står under ”Hela listan”") < said.index("Bara här 7")
    assert whole(read(slides=[slide(drawn), slide(drawn)])).count("Bara här 7") == 2


def test_it_speaks_english():
    document = read(language="en", text=text_of("en"), slides=[slide(panel("long", rows=302))])
    assert root(document)["/Lang"] == "en"
    assert "first 300 rows. 2 more rows are" in whole(document)
    assert "Page 1 of" in whole(document)


def test_the_living_view_is_a_click_away():
    address = "https://visionskollen.example/?omrade=norrby#sida"
    document = read(slides=[slide(panel("words"), address=address)], address="")
    links = [note["/A"]["/URI"] for page in document.pages for note in page.get("/Annots", [])]
    assert links == [address]


@pytest.mark.parametrize(
    ("query", "shown_whole"),
    [("amne=boende", True), ("deck=" + "mWmW" * 40, True), ("deck=" + "eJyN" * 200, False)],
)
def test_an_address_can_be_copied_or_is_a_link_with_a_name(query: str, shown_whole: bool):
    address = f"https://visionskollen.example/bildspel?{query}"
    document = read(slides=(), address=address)
    said = whole(document)
    assert (without_space(address) in without_space(said)) == shown_whole
    assert ("Öppna på webben" in said) != shown_whole
    links = {note["/A"]["/URI"] for page in document.pages for note in page.get("/Annots", [])}
    assert links == {address}
    assert all(right < document.pages[0].mediabox.width for _, right in reaches(document.pages[0]))


def test_a_few_rows_stay_together():
    few = slide(panel("few", table=Table("Få", ("Rad",), tuple((words(f"Sist {n}"),) for n in range(8)))))
    for filled in range(24, 32):
        pages = texts(read(slides=[slide(panel("long", rows=filled)), few], definitions=()))
        assert sum("Sist" in page for page in pages) == 1


WIDE = Table(
    "Bred",
    tuple(f"Kommunfullmäktigebeslut {n}" for n in range(9)),
    tuple((words(LONG), *numbers("Område", *range(n, n + 7))) for n in range(40)),
)
ENDLESS = Table("Ord utan slut", ("Å" * 90, "n"), ((words("mW" * 200), Cell(1, "1")),))
MANY = Table(
    "Många", tuple(f"Spalt {n}" for n in range(45)), (tuple(Cell(n, f"{n} 000") for n in range(45)),)
)


@pytest.mark.parametrize("table", [WIDE, ENDLESS, MANY], ids=["wide", "endless", "many"])
def test_no_table_is_wider_than_its_page(table: Table):
    document = read(slides=[slide(panel("table", table=table, title="Ö" * 300))])
    for page in document.pages:
        assert all(left > 0 and right < page.mediabox.width for left, right in reaches(page))
    last = without_space(table.rows[-1][0].text)
    assert last in without_space(whole(document)).replace("\u200b", "")


def test_nothing_in_the_report_is_wider_than_its_page(made_up: PdfReader):
    for page in made_up.pages:
        assert all(left > 0 and right < page.mediabox.width for left, right in reaches(page))


def reaches(page: PageObject) -> Iterator[tuple[float, float]]:
    """From where to where each piece of text goes, in points; its width is guessed a little too large."""
    found: list[tuple[float, float]] = []

    def visit(text: str, matrix: list[float], place: list[float], _font: object, size: float) -> None:
        left = place[4] * matrix[0] + matrix[4]
        width = text_width(text.strip(), size * abs(place[0] * matrix[0]))
        found.append((left, left + width))

    page.extract_text(visitor_text=visit)
    yield from (each for each in found if each[1] > each[0])


def test_a_wide_table_turns_its_page_and_the_next_section_stands_upright():
    document = read(slides=[slide(panel("wide", bars(), table=WIDE)), slide(panel("words"))])
    turned = [page.mediabox.width > page.mediabox.height for page in document.pages]
    assert turned[0] is False
    assert any(turned)
    assert turned[-1] is False


def test_the_same_report_gives_the_same_bytes():
    assert pdf(made_up_report()) == pdf(made_up_report())


def test_progress_is_told_from_nothing_to_all():
    heard = []
    pdf(made_up_report(), lambda done, of: heard.append((done, of)))
    slides = len(made_up_report().slides)
    assert heard == [(done, slides + 1) for done in range(slides + 2)]


def test_letters_that_no_font_has_are_boxes_and_the_rest_is_readable():
    said = whole(read(title="Tråd 🧵\u200d, 日本 och a\u0308", slides=()))
    assert "Tråd □, □□ och ä" in said


@settings(max_examples=25)
@given(st.text())
def test_any_text_can_be_printed(text: str):
    shown = panel("words", table=Table(text, (text or "n",), ((words(text),),)), sentence=text, basis=text)
    assert read(slides=[slide(shown, title=text)], sentence=text, definitions=[(text, text)]).pages


def test_every_letter_that_is_let_through_has_its_shape():
    said = without_space(whole(read(slides=(), definitions=[("Allt", "".join(map(chr, range(0x3000))))])))
    assert set("ÅÄÖåäöŁőŞ€–−×↔→≤≥●○◆□") <= set(said)
