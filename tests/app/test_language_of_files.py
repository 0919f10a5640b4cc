"""English files: nothing of ours is left in Swedish, and the city's words say so where they can."""

import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from pypdf import PdfReader

from dashboard.charts.fragments import Part
from dashboard.charts.table import Cell, city_words, words
from dashboard.decks import Deck, DeckSlide
from dashboard.exports.report import Report
from dashboard.panels.pages import PANELS
from dashboard.panels.quotes import quoting
from dashboard.panels.view import view_of
from dashboard.reports import FORMATS, report_of, report_of_deck
from dashboard.settings import SETTINGS
from dashboard.text import text_of
from tests import swedish

pytestmark = pytest.mark.usefixtures("real_data")


@pytest.fixture
def real_data(use_folders, real_store):
    use_folders(store=real_store)


def written(report: Report, format: str) -> io.BytesIO:
    return io.BytesIO(FORMATS[format].write(report, lambda done, of: None))


def english(page: str, **params: str) -> Report:
    asked = {name: [value] for name, value in {**params, "lang": "en"}.items()}
    return report_of(view_of(asked, page), address="https://vision.example/")


def in_workbook(file: io.BytesIO) -> Iterator[str]:
    book: Any = load_workbook(file)
    for sheet in book.worksheets:
        yield from (sheet.title, sheet.oddFooter.left.text or "", sheet.oddFooter.right.text or "")
        for check in sheet.data_validations.dataValidation:
            yield from filter(None, (check.promptTitle, check.prompt, check.errorTitle, check.error))
        for row in sheet.iter_rows(values_only=True):
            yield from (value for value in row if isinstance(value, str))


def in_json(file: io.BytesIO) -> Iterator[str]:
    """All but what is for programs: an address, and the initiatives with summaries in both languages."""
    return _strings({**json.load(file), "view": None, "initiatives": None})


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list() | dict():
            for each in value.values() if isinstance(value, dict) else value:
                yield from _strings(each)


def in_presentation(file: io.BytesIO) -> Iterator[str]:
    """Titles, tables, notes, alternative texts, the words of charts and the workbooks in them."""
    for slide in Presentation(file).slides:
        yield from (told.text or "" for told in slide.notes_slide.element.iter(qn("a:t")))
        yield from (told.text or "" for told in slide.element.iter(qn("a:t")))
        yield from (shape.get("descr", "") for shape in slide.element.iter(qn("p:cNvPr")))
        shapes: Any = slide.shapes
        for shape in shapes:
            if shape.has_chart:
                yield from (told.text or "" for told in shape.chart.element.iter(qn("a:t"), qn("c:v")))
                yield from in_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))


@pytest.mark.parametrize("page", PANELS)
@pytest.mark.parametrize(("format", "read"), [("xlsx", in_workbook), ("json", in_json)])
def test_no_word_of_ours_is_left_in_swedish(
    page: str, format: str, read: Callable[..., Iterator[str]]
) -> None:
    said = list(read(written(english(page), format)))
    left = {each: found for each in said if (found := swedish.left_in(SETTINGS.data, each))}
    assert len(said) > 20
    assert left == {}


def runs(slide: Any) -> Iterator[tuple[str, str]]:
    """Text and language of all that is written on it."""
    for run in slide.element.iter(qn("a:r")):
        yield run.find(qn("a:rPr")).get("lang"), run.find(qn("a:t")).text or ""


@pytest.mark.parametrize("page", ["districts", "initiatives", "about"])
def test_a_presentation_is_english_and_marks_the_words_of_the_city(page: str) -> None:
    file = written(english(page), "pptx")
    left = {each: found for each in in_presentation(file) if (found := swedish.left_in(SETTINGS.data, each))}
    assert left == {}
    theirs = swedish.city_words(SETTINGS.data)
    spoken = [told for slide in Presentation(file).slides for told in runs(slide)]
    assert [text for language, text in spoken if language != "sv-SE" and theirs.search(text)] == []
    assert any(language == "sv-SE" for language, _ in spoken) == (page != "districts")


def languages_of(pdf: io.BytesIO) -> set[str]:
    """Those that its tags name, the document's first."""

    def tagged(element: Any) -> Iterator[str]:
        each = element.get_object()
        if isinstance(each, list):
            for below in each:
                yield from tagged(below)
        elif isinstance(each, dict):
            if "/Lang" in each:
                yield str(each["/Lang"])
            if "/K" in each:
                yield from tagged(each["/K"])

    root: Any = PdfReader(pdf).trailer["/Root"]
    return {str(root["/Lang"]), *tagged(root["/StructTreeRoot"])}


def test_a_document_marks_the_words_of_the_city() -> None:
    assert languages_of(written(english("stages", district="norrby"), "pdf")) == {"en"}
    assert languages_of(written(english("initiatives", district="norrby"), "pdf")) == {"en", "sv"}


def test_every_slide_of_a_deck_speaks_its_own_language() -> None:
    """What stands around it, too: an English deck with a Swedish slide, as it was put in."""
    deck = Deck("Two", (DeckSlide("insatser", "initiatives"), DeckSlide("insatser?lang=en", "initiatives")))
    report = report_of_deck(deck, view_of({"lang": ["en"]}), "https://vision.example/")
    said: dict[str, str] = {}
    for slide in Presentation(written(report, "pptx")).slides:
        for language, text in runs(slide):
            said[language] = f"{said.get(language, '')} {text}"
    assert "Öppna vyn" in said["sv-SE"]
    assert "Open the view" in said["en-GB"]
    assert swedish.left_in(SETTINGS.data, said["en-GB"]) == set()
    assert languages_of(written(report, "pdf")) == {"en", "sv"}


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        (words("5 of 9"), [("5 of 9", "")]),
        (city_words("Barn & unga"), [("Barn & unga", "sv")]),
        (city_words(""), [("", "")]),
        (
            Cell("x", "x", html=quoting(text_of("en"), "Both link to “Läs <mer>”.", "Läs <mer>")),
            [("Both link to “", ""), ("Läs <mer>", "sv"), ("”.", "")],
        ),
    ],
)
def test_a_cell_tells_its_languages_apart(cell: Cell, parts: list[tuple[str, str]]) -> None:
    assert cell.parts() == [Part(*each) for each in parts]
