"""Taking files along: asked for on the page, made in the background, fetched by themselves."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Download, Locator, Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.naive import INITIATIVES
from tests.browser.serving import wait_until_drawn

JOB = re.compile(r"/export/jobs/[^/]+$")
UNREACHABLE = "Servern svarade inte som den skulle. Kontrollera att du är ansluten, eller ladda om sidan."


def menu(page: Page, name: str = "page") -> Locator:
    """The part of a page or of a chart from which it is taken along, opened."""
    part = page.locator(f"[data-take={name}]")
    if not part.locator("details").evaluate("details => details.open"):
        part.locator("summary").click()
    return part


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def hold_jobs(page: Page, **standing: object) -> None:
    """Let every job stand so, until `page.unroute(JOB)`."""

    def answer(route: Route) -> None:
        route.fulfill(json={"state": "working", "done": 0, "total": 0, "says": "PDF görs."} | standing)

    page.route(JOB, answer)


def test_a_page_is_taken_along_while_it_stays_as_it_is(visit: Visit):
    page = visit("malomraden?stage=developing")
    part = menu(page)
    with page.expect_download() as got:
        part.get_by_role("link", name="JSON").click()
    name = r"Visionskollen – Målområden – som utvecklas \d{4}-\d\d-\d\d\.json"
    assert re.fullmatch(name, got.value.suggested_filename)
    taken = json.loads(content(got.value))
    assert taken["panels"][0]["name"] == "target-areas"
    assert page.locator(".vk-selection strong").inner_text() in taken["selection"]
    expect(part.get_by_role("status")).to_have_text(f"JSON är klar: {got.value.suggested_filename}")
    assert page.url.endswith("malomraden?stage=developing")
    expect(page.get_by_role("heading", level=1)).to_have_text("Målområden")


def test_a_chart_is_taken_along_in_the_language_of_the_page(visit: Visit):
    part = menu(visit("skeden?lang=en"), "stages")
    with part.page.expect_download() as got:
        part.get_by_role("link", name="CSV").click()
    lines = list(csv.reader(io.StringIO(content(got.value).decode("utf-8-sig")), delimiter=";"))
    assert lines[0][0] == "Stage"
    expect(part.get_by_role("status")).to_have_text(f"CSV is ready: {got.value.suggested_filename}")


def test_every_format_arrives_under_its_ending(visit: Visit):
    starts = {"png": b"\x89PNG", "svg": b"<svg", "xlsx": b"PK", "pptx": b"PK", "pdf": b"%PDF-"}
    part = menu(visit("skeden"), "stages")
    for ending, start in starts.items():
        with part.page.expect_download() as got:
            part.locator(f'a[href*=".{ending}"]').click()
        assert got.value.suggested_filename.endswith(f".{ending}")
        assert content(got.value).lstrip().startswith(start)


def test_the_list_is_taken_along_in_the_order_in_which_it_stands(visit: Visit):
    page = visit("insatser?stage=networks&sort=title")
    with page.expect_download() as got:
        page.locator("[data-take=list]").get_by_role("link", name="CSV").click()
    lines = csv.DictReader(io.StringIO(content(got.value).decode("utf-8-sig")), delimiter=";")
    titles = page.locator(".vk-list h2").all_inner_texts()
    assert titles
    assert [line["Insats"] for line in lines][: len(titles)] == titles


def test_with_the_keyboard_alone(visit: Visit):
    page = visit()
    page.locator("[data-take=page] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="PowerPoint").first).to_be_focused()
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    assert got.value.suggested_filename.endswith(".pptx")


def test_while_it_is_made_the_page_says_how_far_it_has_come_and_answers(visit: Visit):
    page = visit()
    hold_jobs(page, done=2, total=5, says="PDF görs.")
    part = menu(page)
    part.get_by_role("link", name="PDF").click()
    progress = part.get_by_role("progressbar", name="PDF görs.")
    expect(progress).to_have_attribute("max", "5")
    assert progress.evaluate("bar => bar.value") == 2

    page.get_by_label("Sök insats").fill("norrby")
    expect(page.locator(".vk-selection strong")).to_have_text(re.compile(rf"\d+ av {INITIATIVES} insatser"))
    wait_until_drawn(page)
    expect(progress).to_be_visible()  # the page has been drawn anew around it

    with page.expect_download() as got:
        page.unroute(JOB)
    assert got.value.suggested_filename.endswith(".pdf")
    expect(part.get_by_role("status")).to_have_text(f"PDF är klar: {got.value.suggested_filename}")


def test_it_goes_on_on_another_page_which_tells_of_it_too(visit: Visit):
    page = visit()
    hold_jobs(page)
    menu(page).get_by_role("link", name="PDF").click()
    page.get_by_role("link", name="Skeden").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Skeden")
    told = page.locator("[data-take=page]").get_by_role("status")
    expect(told).to_have_text("PDF görs.")
    with page.expect_download() as got:
        page.unroute(JOB)
    assert "Översikt" in got.value.suggested_filename
    expect(told).to_have_text(f"PDF är klar: {got.value.suggested_filename}")


def test_what_is_told_stays_as_it_is_while_the_page_is_drawn_anew_around_it(visit: Visit):
    """Else it would be read out again, and begin to fill again, at each click on a filter."""
    page = visit()
    hold_jobs(page)
    part = menu(page)
    part.get_by_role("link", name="PDF").click()
    expect(part.get_by_role("status")).to_have_text("PDF görs.")
    part.get_by_role("status").evaluate(
        """status => {
            window.touched = 0;
            new MutationObserver(() => (window.touched += 1)).observe(status, { childList: true });
        }"""
    )
    page.get_by_label("Sök insats").fill("norrby")
    expect(page.locator(".vk-selection strong")).to_have_text(re.compile(rf"\d+ av {INITIATIVES} insatser"))
    wait_until_drawn(page)
    expect(part.get_by_role("status")).to_have_text("PDF görs.")
    assert page.evaluate("window.touched") == 0


def test_where_its_chart_is_not_the_page_tells_of_it(visit: Visit):
    page = visit("skeden")
    hold_jobs(page)
    menu(page, "stages").get_by_role("link", name="PDF").click()
    page.get_by_role("link", name="Områden", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Områden")
    told = page.locator("[data-take=page]").get_by_role("status")
    expect(told).to_have_text("PDF görs.")
    with page.expect_download() as got:
        page.unroute(JOB)
    assert "Insatser per skede" in got.value.suggested_filename


def test_a_menu_says_what_each_file_is_for_what_is_shown_first(visit: Visit):
    page = visit("skeden")
    rows = menu(page, "stages").locator("details p")
    said = ["Att visa: PowerPoint PDF", "Tabeller: Excel CSV", "Bild: PNG SVG", "Lägg till i bildspel"]
    expect(rows).to_have_text(said)
    said[2:] = ["För program: CSV Parquet JSON", "Skriv ut"]
    expect(menu(page).locator("details p")).to_have_text(said)


def test_two_readers_take_along_at_once_what_each_has_picked(browser: Browser, visit: Visit, address: str):
    one = visit("skeden?stage=developing")
    with browser.new_context() as other_reader:
        two = other_reader.new_page()
        two.goto(f"{address}/skeden?stage=networks")
        wait_until_drawn(two)
        with one.expect_download() as first, two.expect_download() as second:
            for page in (one, two):
                menu(page).get_by_role("link", name="JSON").click()
        for page, got in ((one, first), (two, second)):
            taken = json.loads(content(got.value))["selection"]
            assert page.locator(".vk-selection strong").inner_text() in taken


def test_asking_twice_makes_it_once(visit: Visit):
    page = visit()
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    hold_jobs(page)
    link = menu(page).get_by_role("link", name="PDF")
    link.click()
    link.click()
    expect(page.get_by_role("progressbar", name="PDF görs.")).to_have_count(1)
    with page.expect_download():
        page.unroute(JOB)
    assert len([url for method, url in asked if method == "POST" and "/export/" in url]) == 1


@pytest.mark.parametrize(
    ("fails", "says"),
    [
        (
            {"status": 429, "content_type": "text/plain", "body": "Många filer görs just nu."},
            "Många filer görs just nu. Försök igen",
        ),
        (None, f"{UNREACHABLE} Försök igen"),
        (
            {"status": 502, "content_type": "text/html", "body": "<h1>Bad Gateway</h1>"},
            f"{UNREACHABLE} Försök igen",
        ),
        (
            {"status": 200, "content_type": "text/html", "body": "<h1>Logga in</h1>"},
            f"{UNREACHABLE} Försök igen",
        ),
        (
            {"status": 414, "content_type": "text/html", "body": "<h1>URI Too Long</h1>"},
            "Adressen är för lång för en server på vägen. Välj färre filter, eller hämta bildspelet som fil. "
            "Försök igen",
        ),
    ],
    ids=["too many", "nobody", "a proxy", "a page to sign in on", "an address too long"],
)
def test_what_fails_is_told_and_can_be_tried_again(visit: Visit, fails, says):
    page = visit()
    asked = re.compile(r"/export/oversikt\.json")
    page.route(asked, lambda route: route.fulfill(**fails) if fails else route.abort())
    part = menu(page)
    part.get_by_role("link", name="JSON").click()
    expect(part.get_by_role("status")).to_have_text(says)

    page.unroute(asked)
    with page.expect_download() as got:
        part.get_by_role("link", name="Försök igen").press("Enter")
    assert part.get_by_role("status").evaluate("status => status.contains(document.activeElement)")
    assert json.loads(content(got.value))["language"] == "sv"


def test_a_job_that_fails_says_why(visit: Visit):
    page = visit()
    hold_jobs(page, state="failed", says="Urvalet är för stort.")
    part = menu(page)
    part.get_by_role("link", name="PDF").click()
    expect(part.get_by_role("status")).to_have_text("Urvalet är för stort. Försök igen")


def test_a_link_is_an_address_that_answers_by_itself(visit: Visit):
    page = visit("skeden?stage=developing")
    href = menu(page, "stages").get_by_role("link", name="CSV").get_attribute("href")
    answer = page.request.get(page.url.replace("skeden?stage=developing", href or ""))
    assert answer.ok
    assert 'filename="Visionskollen - Insatser per skede ' in answer.headers["content-disposition"]


def test_a_chart_leads_into_a_deck(visit: Visit):
    page = visit("skeden?stage=developing")
    menu(page, "stages").get_by_role("link", name="Lägg till i bildspel").click()
    expect(page).to_have_url(re.compile(r"/bildspel\?"))


def test_the_menu_prints_the_page(visit: Visit):
    page = visit()
    page.evaluate("window.print = () => { document.title = 'printed' }")
    menu(page).get_by_role("button", name="Skriv ut").click()
    assert page.title() == "printed"


def test_on_paper_there_is_nothing_to_take_along(visit: Visit):
    page = visit()
    page.emulate_media(media="print")
    expect(page.locator("[data-take=page]")).to_be_hidden()
    expect(page.locator("[data-take=balance]")).to_be_hidden()


def test_a_narrow_screen_holds_the_menus_and_what_they_tell(visit: Visit):
    page = visit()
    page.set_viewport_size({"width": 320, "height": 700})
    part = menu(page)
    with page.expect_download():
        part.get_by_role("link", name="JSON").click()
    expect(part.get_by_role("status")).to_contain_text("JSON är klar")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_open_menus_and_progress_pass_axe(visit: Visit):
    page = visit("skeden")
    hold_jobs(page)
    part = menu(page, "stages")
    part.get_by_role("link", name="PDF").click()
    expect(part.get_by_role("progressbar")).to_be_visible()
    found = Axe().run(page, context="[data-take]")
    assert found.response["violations"] == []


def test_a_page_with_all_its_menus_and_tables_open_passes_axe(visit: Visit):
    page = visit("skeden?target=work&open=stages-table,stages-by-target-area-table")
    page.locator("#vk-share").click()
    menu(page)
    menu(page, "stages")
    wait_until_drawn(page)
    found = Axe().run(page, context=".vk")
    told = [(rule["id"], node["html"]) for rule in found.response["violations"] for node in rule["nodes"]]
    assert told == []


@pytest.mark.parametrize("width", [1280, 320])
def test_what_a_menu_opens_stands_below_the_row_of_menus(visit: Visit, width: int):
    page = visit("skeden")
    page.set_viewport_size({"width": width, "height": 900})
    page.locator("#vk-share").click()
    section = page.locator(".vk-share section").first
    expect(section).to_be_visible()
    wait_until_drawn(page)
    parts = (page.locator("#vk-share"), page.locator("[data-take=page] summary"), section)
    share, beside, opened = (part.bounding_box() for part in parts)
    assert share
    assert beside
    assert opened
    assert opened["y"] > max(each["y"] + each["height"] for each in (share, beside))


def test_on_a_narrow_screen_the_address_has_a_row_of_its_own(visit: Visit):
    page = visit("skeden")
    page.set_viewport_size({"width": 320, "height": 700})
    page.locator("#vk-share").click()
    wait_until_drawn(page)
    field, button = page.locator("#vk-share-living"), page.locator("[data-copies=vk-share-living]")
    rows = [each.bounding_box() for each in (field, button)]
    assert rows[0]
    assert rows[1]
    assert rows[0]["y"] + rows[0]["height"] <= rows[1]["y"]


def test_on_a_narrow_screen_what_is_shared_is_no_wider_than_the_screen(visit: Visit):
    """Områden has the longest names of charts to embed."""
    page = visit("omraden")
    page.set_viewport_size({"width": 320, "height": 700})
    page.locator("#vk-share").click()
    expect(page.locator(".vk-share section").first).to_be_visible()
    wait_until_drawn(page)
    edges = page.locator(".vk-share section").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().right)"
    )
    assert edges
    assert max(edges) <= 320
