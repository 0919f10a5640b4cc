"""What the browser's own print gives: every page whole on A4, with nothing that only a screen can do."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PageObject, PdfReader

from dashboard.links import PATHS
from tests.browser.serving import BY_STREAMLIT, served, wait_until_drawn
from tests.snapshots import build_two_snapshots

A4 = (210, 297)
PRINTED_WIDTH, PRINTED_HEIGHT = 680, 1020
"""Pixels between the margins that the page rule sets: 180 mm by 270."""
MADE_UP = "made-up municipality"
VIEWS = PATHS | {
    "overview": "?district=norrby&lang=en",
    "vision_areas": "visionsomraden?profile=mojlighet:70,motas:30",
    "gaps": "luckor?weight=need&lang=en",
    "changes": MADE_UP,
    "deck": "bildspel?deck=balans-och-luckor",
    "sheet": "omraden?sheet=norrby",
    "gap": "luckor?gap=district:hulta-och-sormarken",
    "card": "insatser?initiative=arbetssatt-for-omradesutveckling",
    "nothing": "skeden?q=zzzz",
}
"""Each page, as it is or as a reader has made it, and what else pages can show."""
AHEAD = [name for name in VIEWS if name not in ("deck", "changes")]
"""What a document holds before any script has run; `made_up` is opened by a server of its own."""
WITHOUT_TABLES = {"initiatives", "deck", "accessibility", "card", "gap", "sheet", "nothing"}

SEEN = Path(__file__).with_name("seen_on_paper.js").read_text("utf-8")


@dataclass(frozen=True)
class Print:
    """`seen` is what the page shows as laid out for paper; of each sheet of the PDF, `pages` is the text and
    `inks` are the colours that fill something.
    """

    url: str
    seen: dict
    sizes: list[tuple[int, ...]]
    pages: list[str]
    inks: list[set[str]]

    @property
    def sheets(self) -> list[str]:
        """What each says, without what stands at its foot and without the addresses behind links."""
        sheets = [bare(page).removeprefix(self.foot(n)) for n, page in enumerate(self.pages, start=1)]
        for address in self.seen["addresses"]:
            sheets = [sheet.replace(bare(address), "") for sheet in sheets]
        return sheets

    def foot(self, number: int) -> str:
        """Which sheet it is, and of what: the PDF says it first."""
        heading_and_selection = self.seen["head"][1:]
        said = " · ".join([*heading_and_selection, self.seen["dated"]])
        return bare(f"{number} / {len(self.pages)} Visionskollen: {said}")

    @property
    def text(self) -> str:
        return "".join(self.sheets)


def bare(text: str) -> str:
    """Without what depends on line breaks and ligatures, and without quotation marks that browsers set."""
    return re.sub(r"[\s\u00ad\u2010\-”“\"]", "", normalize("NFKC", text))


def pdf_of(page: Page, graphics: bool = False) -> PdfReader:
    """As browsers print unless somebody asks for more: without background `graphics`."""
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=graphics)))


def inks(sheet: PageObject) -> set[str]:
    """As six hexadecimal digits."""
    contents = sheet.get_contents()
    assert contents is not None
    fills = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg\b", contents.get_data())
    return {"".join(f"{round(float(part) * 255):02x}" for part in fill) for fill in fills}


def print_page(context: BrowserContext, url: str) -> Print:
    page = context.new_page()
    page.goto(url)
    wait_until_drawn(page)
    document = pdf_of(page)
    page.set_viewport_size({"width": PRINTED_WIDTH, "height": 1000})
    page.emulate_media(media="print")
    seen = page.evaluate(SEEN)
    page.close()
    sizes = [tuple(round(float(side) / 72 * 25.4) for side in each.mediabox[2:]) for each in document.pages]
    texts = [each.extract_text() for each in document.pages]
    return Print(url, seen, sizes, texts, [inks(each) for each in document.pages])


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("snapshots")
    build_two_snapshots(folder)
    with served(folder / "store", folder / "data", by=BY_STREAMLIT) as url:
        yield url


@pytest.fixture(scope="module")
def dark(browser: Browser) -> Iterator[BrowserContext]:
    """Whoever reads on dark prints on white all the same."""
    with browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 900}) as context:
        yield context


@pytest.fixture(scope="module")
def printed(dark: BrowserContext, address: str, made_up: str) -> Callable[[str], Print]:
    """Each view is opened once and printed once, for all tests."""
    done: dict[str, Print] = {}

    def print_view(name: str) -> Print:
        if name not in done:
            path = VIEWS[name]
            url = f"{made_up}/forandringar" if path == MADE_UP else f"{address}/{path}"
            done[name] = print_page(dark, url)
        return done[name]

    return print_view


every_view = pytest.mark.parametrize("name", VIEWS)


@every_view
def test_nothing_is_cut_and_nothing_stands_beyond_the_edge(printed, name):
    seen = printed(name).seen
    assert (seen["beyond"], seen["cut"]) == ([], [])
    assert set(printed(name).sizes) == {A4}


@every_view
def test_nothing_is_printed_that_only_a_screen_can_do(printed, name):
    assert printed(name).seen["furniture"] == []


@every_view
def test_every_figure_is_one_still_with_all_its_words_inside(printed, name):
    seen = printed(name).seen
    assert seen["figures"] == [1] * len(seen["figures"])
    assert seen["protruding"] == []


@every_view
def test_every_figure_stands_whole_on_one_sheet(printed, name):
    view = printed(name)
    for still in view.seen["stills"]:
        assert still["height"] <= PRINTED_HEIGHT  # what is higher is cut, and its words told on both sheets
        assert any(all(bare(word) in sheet for word in still["words"]) for sheet in view.sheets)


@every_view
def test_every_row_of_every_table_stands_whole_on_one_sheet(printed, name):
    view = printed(name)
    rows = [bare("".join(row)) for row in view.seen["rows"]]
    assert [row for row in rows if not any(row in sheet for sheet in view.sheets)] == []
    assert view.seen["folded"] == []


def test_a_table_that_two_panels_share_is_printed_once(printed):
    view = printed("districts")
    rows = [bare("".join(row)) for row in view.seen["rows"] if row[0] == "Gånghester" and len(row) > 6]
    assert [view.text.count(row) for row in rows] == [1]


@pytest.mark.parametrize("name", [name for name in VIEWS if name not in WITHOUT_TABLES])
def test_there_are_tables_to_be_found(printed, name):
    assert len(printed(name).seen["rows"]) > 3


@every_view
def test_no_heading_stands_alone_at_the_foot_of_a_page(printed, name):
    view = printed(name)
    ends = view.sheets[:-1]
    assert [head for head in view.seen["headings"] for end in ends if end.endswith(bare(head))] == []


@every_view
def test_no_sheet_begins_with_what_only_closes_the_one_before(printed, name):
    view = printed(name)
    closing = [bare(each) for each in view.seen["closing"]]
    assert [sheet for sheet in view.sheets[1:] if any(sheet.startswith(each) for each in closing)] == []


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "sheet"])
def test_every_sheet_says_of_what_it_is_and_which_it_is(printed, name):
    view = printed(name)
    for number, page in enumerate(view.pages, start=1):
        assert bare(page).startswith(view.foot(number))


@pytest.mark.parametrize("path", ["", "skeden"])
def test_no_colour_needs_background_graphics(visit, path):
    page = visit(path)
    plain, coloured = (map(inks, pdf_of(page, graphics).pages) for graphics in (False, True))
    assert list(plain) == list(coloured)


@pytest.fixture(scope="module")
def scriptless(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(java_script_enabled=False, color_scheme="dark") as context:
        yield context


@pytest.mark.parametrize("name", AHEAD)
def test_a_page_that_has_run_no_script_prints_the_same(printed, scriptless, name):
    view, page = printed(name), scriptless.new_page()
    page.goto(view.url)
    sheets = pdf_of(page).pages
    page.close()
    assert len(sheets) == len(view.pages)
    text = replace(view, pages=[each.extract_text() for each in sheets]).text
    said = [*view.seen["headings"], *view.seen["closing"], *("".join(row) for row in view.seen["rows"])]
    assert [each for each in said if bare(each) not in text] == []
    assert set().union(*map(inks, sheets)) == set().union(*view.inks)


def test_the_list_says_how_much_of_it_is_there(printed):
    assert bare("Här står 1–68 av 68.") in printed("initiatives").text


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "sheet"])
def test_the_first_page_says_what_it_is_of_when_and_where_to_find_it(printed, name):
    view = printed(name)
    first = bare(view.pages[0])
    for said in view.seen["head"]:
        assert bare(said) in first
    assert bare("21 november 2031" if name == "changes" else "2026") in first
    assert bare(view.url.split("?")[0]) in first
    assert bare(f"1 / {len(view.pages)}") in first


def test_a_filtered_view_prints_its_selection(printed):
    assert bare("8 of 68 initiatives in Norrby") in printed("overview").text


def test_a_deck_prints_its_notes(printed):
    assert bare("Börja med helheten") in printed("deck").text


def test_sources_are_printed_with_their_addresses(printed):
    view = printed("about")
    assert len(view.seen["addresses"]) > 3
    for address in view.seen["addresses"]:
        assert bare(address) in bare("".join(view.pages))


@every_view
def test_a_page_that_is_dark_on_screen_is_dark_ink_on_white_paper(printed, name):
    seen = printed(name).seen
    assert (seen["paper"], seen["ink"]) == ("rgb(255, 255, 255)", "rgb(28, 37, 48)")


def test_printed_words_are_not_seen_on_a_screen(visit):
    printed_only = visit("skeden").locator(".vk-print-only")
    shown = [each for each in printed_only.all() if each.is_visible()]
    assert (printed_only.count() > 0, shown) == (True, [])
