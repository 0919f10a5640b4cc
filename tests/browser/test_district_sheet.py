"""The sheet of one district: on paper exactly one page, and on screen without barriers."""

import re
import shutil

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import sideways
from tests.browser.conftest import Visit
from tests.browser.naive import aimed_at
from tests.browser.serving import BY_STREAMLIT, ROOT, served, wait_until_drawn
from tests.browser.test_keyboard import check_focus_with_tab

NORRBY, HULTA = "omraden?sheet=norrby", "omraden?sheet=hulta-och-sormarken"
A4 = b"/MediaBox [0 0 594.95996 841.91998]"


def printed_pages(page: Page) -> list[bytes]:
    """The pages' sizes when the reader prints, as the PDF spells them."""
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(re.findall(rb"/MediaBox", pdf))
    return re.findall(rb"/MediaBox \[[^\]]*\]", pdf)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("path", [NORRBY, HULTA, "omraden?sheet=sjobo"])
def test_a_sheet_is_one_page_of_a4(visit: Visit, path, language):
    assert printed_pages(visit(f"{path}&lang={language}")) == [A4]


def test_only_the_sheet_is_printed(visit: Visit):
    page = visit(NORRBY)
    page.emulate_media(media="print")
    for furniture in (".vk-header", ".vk-page-head", ".vk-sheet-nav", "[data-testid=stSidebar]"):
        expect(page.locator(furniture)).to_be_hidden()
    expect(page.get_by_role("heading", level=2, name="Norrby", exact=True)).to_be_visible()
    expect(page.locator(".vk-sheet-stages li")).to_have_count(aimed_at("norrby"))


def test_nothing_on_a_printed_sheet_is_smaller_than_eight_points(visit: Visit):
    page = visit(NORRBY)
    page.emulate_media(media="print")
    sizes = page.locator(".vk-sheet :is(p, li, th, td, small, span)").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) * 72 / 96 >= 8


def test_a_sheet_that_is_dark_on_screen_is_dark_ink_on_paper(page: Page, visit: Visit):
    page.emulate_media(color_scheme="dark")
    visit(NORRBY)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".vk-sheet h2")).to_have_css("color", "rgb(28, 37, 48)")
    expect(page.locator("[data-testid=stApp]")).to_have_css("background-color", "rgb(255, 255, 255)")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_sheet_fits_the_screen(page: Page, visit: Visit, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert sideways(visit(NORRBY)) <= 0


@pytest.mark.parametrize("chart", ["district-gaps", "expected", "district-list"])
def test_on_a_small_screen_the_last_column_is_seen_and_says_what_it_is(page: Page, visit: Visit, chart):
    page.set_viewport_size({"width": 390, "height": 800})
    visit("omraden" if chart == "district-list" else "luckor")
    last = page.locator(f"section[aria-labelledby={chart}-title] tbody td:last-child:visible").first
    expect(last).not_to_be_empty()
    seen = last.bounding_box()
    assert seen
    assert 0 <= seen["x"] < seen["x"] + seen["width"] <= 390
    label = last.evaluate("each => getComputedStyle(each, '::before').content")
    assert label == f'"{last.get_attribute("data-label")}"'


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [700, 900, 1280])
def test_the_heads_of_columns_do_not_touch(page: Page, visit: Visit, width, language):
    page.set_viewport_size({"width": width, "height": 800})
    visit(f"luckor?lang={language}")
    too_wide = page.locator(".vk-lack thead th:visible").evaluate_all(
        "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent)"
    )
    assert too_wide == []


def test_every_link_of_a_sheet_is_reached_with_tab_and_the_focus_always_shows(visit: Visit):
    check_focus_with_tab(visit(NORRBY))


def test_from_the_finding_to_the_sheet_to_the_next_district_and_back(visit: Visit):
    page = visit("omraden")
    page.locator(".vk-findings").get_by_role("link", name="Hulta och Sörmarken").click()
    sheet = page.locator(".vk-sheet h2:visible")
    expect(sheet).to_have_text("Hulta och Sörmarken")
    page.locator(".vk-sheet-nav [rel=next]:visible").click()
    expect(sheet).to_have_text("Hulta syd, Trandared norr och Brotorp")
    page.go_back()
    expect(sheet).to_have_text("Hulta och Sörmarken")
    page.locator("#vk-sheet-back:visible").click()
    expect(page.locator(".vk-findings:visible")).to_be_visible()
    wait_until_drawn(page)


@pytest.fixture
def crowded(tmp_path):
    """A copy of the city's data where every initiative names Norrby."""
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    path = data / "portfolio" / "classifications.csv"
    head, *lines = path.read_text("utf-8").splitlines()
    example = next(line for line in lines if ",district,norrby," in line)
    named = {line.split(",")[0] for line in lines if ",district,norrby," in line}
    everyone = {
        line.split(",")[0]
        for line in (data / "portfolio" / "initiatives.csv").read_text("utf-8").splitlines()[1:]
    }
    rest = example.split(",", 1)[1]
    path.write_text(
        "\n".join([head, *lines, *(f"{code},{rest}" for code in sorted(everyone - named))]) + "\n", "utf-8"
    )
    return data


def test_a_sheet_stays_one_page_however_much_is_aimed_at_the_district(browser: Browser, tmp_path, crowded):
    with served(tmp_path / "store", crowded, by=BY_STREAMLIT) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/{NORRBY}")
        wait_until_drawn(page)
        expect(page.locator(".vk-sheet .vk-figures")).to_contain_text(
            re.compile(r"68\s+insatser pekar ut området")
        )
        expect(page.locator(".vk-sheet-stages li")).to_have_count(7 + 7 + 6)
        assert printed_pages(page) == [A4]
