"""Swedish words on English pages say that they are Swedish, or they are read aloud as English ones.

A page may say unmarked names that are the same in both languages (districts, places, Borås Stad), and our own
English sentences that use such a name.
"""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from dashboard.links import PATHS
from dashboard.settings import SETTINGS
from dashboard.text import LANGUAGES, text_of
from dashboard.ui.first_view import draw_ahead, forget_drawn
from tests.snapshots import build_two_snapshots
from tests.swedish import city_words, column, left_in

VOID = {"br", "circle", "hr", "img", "input", "line", "link", "meta", "path", "rect"}
SAID_BY_ATTRIBUTES = ("aria-label", "alt", "placeholder")
"""What an element says in its own language. A `title` only repeats what stands elsewhere, marked."""


class Parts(HTMLParser):
    """What HTML says, part by part, each with its language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.open = [("", language)]
        self.said: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        language = known.get("lang") or self.open[-1][1]
        self.said += [(language, said) for name in SAID_BY_ATTRIBUTES if (said := known.get(name))]
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag):
        while tag not in VOID and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip():
            self.said.append((self.open[-1][1], " ".join(data.split())))


def parts(html: str, language: str) -> list[tuple[str, str]]:
    parser = Parts(language)
    parser.feed(html)
    return parser.said


def unmarked(data: Path, page: str, query: str) -> list[str]:
    """What the English page says in Swedish without saying so."""
    ours = {*column(data / "portfolio/initiatives.csv", "summary_en")}
    pieces = draw_ahead(page, {"lang": ["en"], **parse_qs(query)}, "", False)
    said = [each for piece in pieces for each in parts(str(piece.html), "en")]
    assert len(said) > 40
    english = [text for language, text in said if language == "en" and text not in ours]
    return [text for text in english if city_words(data).search(text) or left_in(data, text)]


def marked(page: str, query: str) -> set[str]:
    pieces = draw_ahead(page, {"lang": ["en"], **parse_qs(query)}, "", False)
    return {text for piece in pieces for language, text in parts(str(piece.html), "en") if language == "sv"}


def test_the_parser_tells_marked_from_unmarked():
    html = '<p aria-label="one">two <q lang="sv">tre<br><b>fyra</b></q> five<img alt="six" lang="sv"></p>'
    expected = [("en", "one"), ("en", "two"), ("sv", "tre"), ("sv", "fyra"), ("en", "five"), ("sv", "six")]
    assert sorted(parts(html, "en")) == sorted(expected)


@pytest.mark.parametrize("page", PATHS)
def test_swedish_on_an_english_page_is_marked(use_folders, real_store, page):
    use_folders(store=real_store)
    assert unmarked(SETTINGS.data, page, "") == []


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        ("initiatives", "initiative=anbudsskola-for-lokalt-naringsliv", "Anbudsskola för"),
        ("initiatives", "initiative=fritidsbanken", "Borås Energi och Miljö"),
        ("districts", "sheet=norrby", "Drömmen om Norrby"),
        ("initiatives", "sort=title", "Klimatprat"),
    ],
)
def test_swedish_in_what_opens_on_an_english_page_is_marked(use_folders, real_store, page, query, said):
    use_folders(store=real_store)
    assert unmarked(SETTINGS.data, page, query) == []
    assert any(said in each for each in marked(page, query))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("snapshots")
    build_two_snapshots(folder)
    return folder


def test_swedish_among_the_changes_is_marked(folder, use_folders, monkeypatch):
    """Titles, links and texts before and after, in sentences and in the table."""
    use_folders(**{name: folder / name for name in ("data", "captures", "store")})
    monkeypatch.setattr("dashboard.panels.view.today", lambda: date(2031, 12, 1))
    forget_drawn()
    assert unmarked(folder / "data", "changes", "was=doing-now") == []
    assert {"Bänkar med armstöd och skugga", "Boka läxhjälp", "Tider för läxhjälp"} <= marked("changes", "")


@pytest.mark.parametrize("page", PATHS)
def test_the_only_english_on_a_swedish_page_leads_to_the_english_one(use_folders, real_store, page):
    use_folders(store=real_store)
    pieces = draw_ahead(page, {}, "", False)
    foreign = [
        text for piece in pieces for language, text in parts(str(piece.html), "sv") if language == "en"
    ]
    assert foreign == [text_of(LANGUAGES[1])("language-name")]
