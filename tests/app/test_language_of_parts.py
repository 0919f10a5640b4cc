"""Swedish words on English pages say that they are Swedish, or they are read aloud as English ones.

A page may say unmarked names that are the same in both languages (districts, places, Borås Stad), and our own
English sentences that use such a name.
"""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs

import pytest

from dashboard.gaps import Gap
from dashboard.links import PATHS
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.store.gap_register import record_decision
from dashboard.text import LANGUAGES, text_of
from dashboard.ui.first_view import draw_ahead, forget_drawn
from tests.snapshots import build_two_snapshots
from tests.swedish import city_words, column, left_in

VOID = {"br", "circle", "hr", "img", "input", "line", "link", "meta", "path", "rect"}
SAID_BY_ATTRIBUTES = ("aria-label", "alt", "placeholder")
"""What an element says in its own language; so does a `title`, but where it only repeats the content."""


class Parts(HTMLParser):
    """What HTML says, part by part, each with its language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.open = [("", language, "", 0)]
        self.said: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        language = known.get("lang") or self._language
        self.said += [(language, said) for name in SAID_BY_ATTRIBUTES if (said := known.get(name))]
        if tag not in VOID:
            self.open.append((tag, language, known.get("title") or "", len(self.said)))

    def handle_endtag(self, tag):
        closed = ""
        while tag not in VOID and closed != tag:
            closed, language, title, start = self.open.pop()
            content = "".join(said for _, said in self.said[start:])
            if "".join(title.split()) not in "".join(content.split()):
                self.said.append((language, title))

    def handle_data(self, data):
        if data.strip():
            self.said.append((self._language, " ".join(data.split())))

    @property
    def _language(self) -> str:
        return self.open[-1][1]


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
    html = (
        '<p aria-label="one">two <q lang="sv">tre<br><b>fyra</b></q> five<img alt="six" lang="sv">'
        '<a title="seven">eight</a> <a title="nine, tio">nine<i lang="sv">, tio</i></a></p>'
    )
    expected = [
        *(("en", said) for said in ("one", "two", "five", "seven", "eight", "nine")),
        *(("sv", said) for said in ("tre", "fyra", "six", ", tio")),
    ]
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


@pytest.fixture
def decided(tmp_path, real_store, use_folders) -> Path:
    """A copy of the data in which something is decided about Norrby, and about a part of it."""
    data = Path(copytree(SETTINGS.data, tmp_path / "data"))
    for gap in (Gap.at(district="hulta-och-sormarken"), Gap.at(district="norrby", stage="networks")):
        said = {"decision": "looking-into", "owner_role": "Områdesutvecklaren", "reason": "Behovet är stort"}
        said |= {"decided_by": "Kommunstyrelsen", "decided_at": "2026-03-01", "review_at": "2026-10-01"}
        assert not record_decision(data, gap, said, date(2026, 12, 1), 0)
    use_folders(data=data, store=tmp_path / "store")
    build_store(data, tmp_path / "store")
    forget_drawn()
    return data


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("gaps", ""),
        ("gaps", "gap=district:hulta-och-sormarken"),
        ("districts", ""),
        ("districts", "sheet=norrby"),
    ],
)
def test_swedish_in_decisions_on_gaps_is_marked(decided, page, query):
    assert unmarked(decided, page, query) == []
    assert "Områdesutvecklaren" in marked(page, query)


@pytest.mark.parametrize("page", PATHS)
def test_the_only_english_on_a_swedish_page_leads_to_the_english_one(use_folders, real_store, page):
    use_folders(store=real_store)
    pieces = draw_ahead(page, {}, "", False)
    foreign = [
        text for piece in pieces for language, text in parts(str(piece.html), "sv") if language == "en"
    ]
    assert foreign == [text_of(LANGUAGES[1])("language-name")]
