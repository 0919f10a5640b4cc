"""Presenting a deck in a real browser: keys, touch, two windows, any screen; and making one."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from string import ascii_letters

import pytest
from playwright.sync_api import Error, Page, expect

from dashboard.charts.staging import SMALLEST
from dashboard.decks import LONGEST_NOTE, LONGEST_TITLE, Deck, DeckSlide, add_href, pack, write_deck
from dashboard.links import PATHS
from dashboard.panels.pages import PANELS
from dashboard.store.snapshots import taken_snapshots
from tests.browser.barriers import barriers, sideways
from tests.browser.conftest import Visit
from tests.browser.serving import ROOT, served, wait_until_drawn
from tests.browser.test_keyboard import check_focus_with_tab
from tests.browser.test_take_along import menu
from tests.trust import Kind, Ledger

TITLES = ("Hela bilden", "Alla områden", "Skeden")
DECK = Deck(
    "Kort berättelse",
    (
        DeckSlide("./", "vision-areas-by-stage", TITLES[0], "Börja lugnt."),
        DeckSlide("omraden", "district-list", TITLES[1]),
        DeckSlide("skeden", "stages", TITLES[2], "Sluta framåt."),
    ),
)
EVERYTHING = Deck(
    "Allt",
    (
        *(DeckSlide(PATHS[page] or "./", name) for page, names in PANELS.items() for name in names),
        DeckSlide("omraden", "districts-by-target-area", "R" * LONGEST_TITLE),
        DeckSlide("omraden", "district-list", "Ord " * (LONGEST_TITLE // 4)),
    ),
)
"""Every panel, and titles as long as they may be, with and without spaces."""
EXAMPLE = "bildspel?deck=balans-och-luckor"
SCREENS = [(1024, 768), (1280, 720), (1920, 1080), (768, 1024)]

Present = Callable[..., Page]


@pytest.fixture
def open_slides(page: Page, address: str) -> Callable[[str], Page]:
    """Opens an address of slides and waits until all of them are there, and nothing fades."""

    def open_path(path: str) -> Page:
        page.goto(f"{address}/{path}")
        wait_for_slides(page)
        return page

    return open_path


def wait_for_slides(page: Page) -> None:
    presenter = page.locator(".vk-presenter")
    expect(page.locator(".vk-slide")).to_have_count(int(presenter.get_attribute("data-count") or 0))
    expect(page.locator(".vk-slide[data-current]")).to_be_visible()
    page.evaluate("document.fonts.ready")


@pytest.fixture
def present(open_slides) -> Present:
    """Presents the deck of three slides, from the one with this number."""
    return lambda number=1, more="": open_slides(f"bildspel?deck={pack(DECK)}&slide={number}{more}")


def check_shown(page: Page, number: int) -> None:
    """The slide with this number, and no other, and the address says so."""
    expect(page.locator(".vk-slide[data-current] h2")).to_have_text(TITLES[number - 1])
    expect(page.locator(".vk-slide:visible")).to_have_count(1)
    expect(page).to_have_url(re.compile(rf"[?&]slide={number}\b"))


def cut_off(page: Page) -> list[str]:
    """What of the slide in sight reaches beyond the screen or its own part of it."""
    return page.evaluate(
        """() => [...document.querySelectorAll(
            ".vk-presenter, [data-current], [data-current] :is(.vk-slide-stage, .vk-scroll, h2, p, li, svg)"
        )].filter((each) => {
            const { left, top, right, bottom } = each.getBoundingClientRect();
            const beyond = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
            const down = each.scrollHeight - each.clientHeight;
            const across = each.scrollWidth - each.clientWidth;
            const scrolls = each.matches("div, section") && (down > 1 || across > 1);
            return each.checkVisibility() && (beyond || scrolls);
        }).map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 40)}`)"""
    )


def smallest_letter(page: Page) -> float:
    """Of the slide in sight, in hundredths of the screen in the proportions 4:3."""
    return page.evaluate(
        """() => {
            const unit = Math.min(innerWidth, innerHeight / 0.75, innerHeight) / 100;
            const sizes = [...document.querySelectorAll("[data-current] :is(text, h2, p, th, td, li)")]
                .filter((each) => each.checkVisibility() && each.textContent.trim())
                .map((each) => parseFloat(getComputedStyle(each).fontSize) * (each.getScreenCTM?.().a ?? 1));
            return Math.min(...sizes) / unit;
        }"""
    )


def test_arrow_keys_lead_through_the_slides_and_the_address_keeps_the_place(present: Present):
    page = present()
    check_shown(page, 1)
    for key, number in (
        ("ArrowRight", 2), ("PageDown", 3), ("ArrowRight", 3), ("ArrowLeft", 2), ("Home", 1),
        ("PageUp", 1), ("End", 3), ("PageUp", 2), ("Space", 3),
    ):  # fmt: skip
        page.keyboard.press(key)
        check_shown(page, number)
    page.reload()
    check_shown(page, 3)


def test_the_first_slide_is_there_before_any_script_and_all_of_them_when_the_net_is_gone(
    page: Page, address: str, present: Present
):
    page.route("**/sections/**", lambda route: route.abort())
    page.goto(f"{address}/bildspel?deck={pack(DECK)}&slide=2")
    check_shown(page, 2)
    expect(page.locator(".vk-slide")).to_have_count(1)
    page.unroute("**/sections/**")
    wait_for_slides(page)
    page.context.set_offline(True)
    for key, number in (("ArrowRight", 3), ("Home", 1), ("ArrowRight", 2)):
        page.keyboard.press(key)
        check_shown(page, number)
    page.context.set_offline(False)


def test_a_number_and_enter_lead_to_that_slide(present: Present):
    page = present()
    for keys, number in ((("3", "Enter"), 3), (("1", "Enter"), 1), (("9", "9", "Enter"), 3), (("Enter",), 3)):
        for key in keys:
            page.keyboard.press(key)
        check_shown(page, number)


def test_the_screen_stays_lit_while_slides_are_shown(page: Page, present: Present):
    page.add_init_script("navigator.wakeLock.request = (kind) => Promise.resolve(window.awake = kind)")
    present()
    assert page.evaluate("window.awake") == "screen"
    assert page.evaluate("document.featurePolicy.allowsFeature('screen-wake-lock')")


@pytest.mark.parametrize(("number", "shown"), [("0", 1), ("-5", 1), ("99", 3), ("x", 1), ("2.5", 2)])
def test_a_slide_that_does_not_exist_is_the_nearest_that_does(present: Present, number, shown):
    check_shown(present(number), shown)


def test_a_presenter_has_no_furniture(present: Present):
    page = present()
    expect(page.locator("[data-testid], .vk-header, .vk-footer, .vk-selection")).to_have_count(0)
    area = page.locator(".vk-presenter").bounding_box()
    assert area == {"x": 0, "y": 0, "width": 1280, "height": 900}


def test_the_controls_are_gone_while_nobody_moves_and_come_with_touch_and_focus(page: Page, present: Present):
    page.clock.install()
    present()
    controls = page.locator(".vk-presenter-controls")
    shows = "each => getComputedStyle(each).pointerEvents"
    page.clock.run_for(4000)
    assert controls.evaluate(shows) == "none"
    box = page.get_by_role("button", name="Släck skärmen").bounding_box()
    assert box
    touch = {"pointerType": "touch", "bubbles": True}
    page.locator(".vk-presenter").dispatch_event("pointerdown", touch)
    assert controls.evaluate(shows) == "auto"
    page.get_by_role("button", name="Släck skärmen").dispatch_event(
        "click", {"detail": 1, "clientX": box["x"]}
    )
    check_shown(page, 2)  # the finger that woke the button has not seen it
    page.clock.run_for(4000)
    assert controls.evaluate(shows) == "none"
    page.get_by_role("button", name="Nästa bild").focus()
    assert controls.evaluate(shows) == "auto"


@pytest.mark.parametrize("leave", [lambda page: page.keyboard.press("Escape"), Page.go_back])
def test_escape_and_the_back_button_lead_to_the_deck_in_one_step(page: Page, visit: Visit, leave):
    visit(f"bildspel?deck={pack(DECK)}")
    steps = page.evaluate("history.length")
    page.get_by_role("link", name="Presentera").click()
    wait_for_slides(page)
    page.keyboard.press("ArrowRight")
    leave(page)
    expect(page).to_have_url(re.compile(r"bildspel\?deck=[^&]+$"))
    expect(page.get_by_role("textbox", name="Bildspelets titel")).to_have_value(DECK.title)
    expect(page.locator(".vk-presenter")).to_have_count(0)
    assert page.evaluate("history.length") == steps + 1


def test_escape_leads_to_the_deck_for_whoever_has_come_by_a_link(present: Present):
    page = present(2)
    page.keyboard.press("Escape")
    expect(page.get_by_role("textbox", name="Bildspelets titel")).to_have_value(DECK.title)


def test_notes_show_when_they_are_asked_for(present: Present):
    page = present()
    note = page.locator(".vk-slide[data-current] .vk-slide-note")
    expect(note).to_be_hidden()
    page.keyboard.press("n")
    expect(note).to_have_text("Börja lugnt.")
    expect(note).to_be_visible()
    expect(page.get_by_role("button", name="Visa anteckningar")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("n")
    expect(note).to_be_hidden()


def test_the_screen_goes_dark_and_the_next_step_lights_it(present: Present):
    page = present()
    dark = page.locator(".vk-presenter-blank")
    page.keyboard.press("b")
    expect(dark).to_be_visible()
    page.keyboard.press("b")
    expect(dark).to_be_hidden()
    page.keyboard.press("b")
    page.keyboard.press("ArrowRight")
    expect(dark).to_be_hidden()
    check_shown(page, 2)


def test_full_screen_is_a_key_away(present: Present):
    page = present()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")


def test_the_speaker_has_a_window_with_notes_time_and_what_is_next_and_both_follow_each_other(
    present: Present,
):
    page = present()
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    wait_for_slides(speaker)
    expect(speaker.get_by_text("Börja lugnt.")).to_be_visible()
    expect(speaker.locator(".vk-slide[data-current] .vk-lying svg")).to_be_visible()
    expect(speaker.locator(".vk-slide[data-next] h2")).to_have_text(TITLES[1])
    expect(speaker.locator("[data-elapsed]")).to_have_text(re.compile(r"^\d+:\d\d$"))
    expect(speaker.locator("[data-clock]")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    assert barriers(speaker) == []

    page.keyboard.press("ArrowRight")
    expect(speaker.locator(".vk-slide[data-current] h2")).to_have_text(TITLES[1])
    expect(speaker.get_by_text("Ingen anteckning till den här bilden.")).to_be_visible()
    speaker.keyboard.press("End")
    check_shown(page, 3)
    expect(speaker.get_by_text("Det här är sista bilden.")).to_be_visible()
    speaker.keyboard.press("b")
    expect(page.locator(".vk-presenter-blank")).to_be_visible()
    speaker.keyboard.press("Escape")
    expect(page.locator(".vk-presenter-blank")).to_be_hidden()
    with speaker.expect_event("close"), suppress(Error):  # the window is gone before the key comes up
        speaker.keyboard.press("Escape")
    check_shown(page, 3)


def test_clicks_at_the_edges_and_the_buttons_lead_on_too(present: Present):
    page = present()
    page.mouse.click(1200, 80)
    check_shown(page, 2)
    page.mouse.click(40, 80)
    check_shown(page, 1)
    page.mouse.click(640, 300)
    check_shown(page, 1)
    page.get_by_role("button", name="Nästa bild").click()
    check_shown(page, 2)
    page.get_by_role("button", name="Föregående bild").press("Enter")
    check_shown(page, 1)


@pytest.mark.parametrize(("from_x", "to_x", "number"), [(600, 300, 3), (300, 600, 1), (300, 310, 2)])
def test_a_swipe_leads_on(present: Present, from_x, to_x, number):
    page = present(2)
    for name, x in (("pointerdown", from_x), ("pointerup", to_x)):
        touch = {"pointerType": "touch", "clientX": x, "clientY": 400, "bubbles": True}
        page.locator(".vk-presenter").dispatch_event(name, touch)
    check_shown(page, number)


def test_every_step_is_told_to_those_who_listen(present: Present):
    page = present()
    said = page.locator("[data-said]")
    expect(said).to_have_attribute("aria-live", "polite")
    expect(said).to_have_text("Bild 1 av 3: Hela bilden")
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text("Bild 2 av 3: Alla områden")
    page.keyboard.press("b")
    expect(said).to_have_text("Skärmen är släckt. Tryck B för att tända den.")


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_every_panel_fits_the_screen_and_is_read_from_afar(page: Page, open_slides, width, height):
    page.set_viewport_size({"width": width, "height": height})
    open_slides(f"bildspel?deck={pack(EVERYTHING)}&slide=1")
    check_every_slide(page)


def test_slides_that_say_what_has_changed_since_they_were_frozen_fit_the_smallest_screen(
    page: Page, open_slides
):
    page.set_viewport_size({"width": 1024, "height": 768})
    *_, last = taken_snapshots(ROOT / "data")
    open_slides(f"bildspel?deck={pack(EVERYTHING.at(last))}&slide=1")
    expect(page.locator(".vk-slide[data-current] footer")).to_contain_text("Sedan dess:")
    check_every_slide(page)


def check_every_slide(page: Page) -> None:
    """From the first on."""
    for number in range(1, len(EVERYTHING.slides) + 1):
        expect(page).to_have_url(re.compile(rf"slide={number}$"))
        assert (number, cut_off(page)) == (number, [])
        assert (number, smallest_letter(page) >= SMALLEST) == (number, True)
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_table_shows_as_many_rows_as_fit_and_tells_how_many_do_not(page: Page, present, width, height):
    page.set_viewport_size({"width": width, "height": height})
    present(2)
    assert cut_off(page) == []
    rows = page.locator(".vk-slide[data-current] tbody tr")
    seen = len([row for row in rows.all() if row.is_visible()])
    assert 5 <= seen < 38
    expect(page.locator("[data-current] .vk-slide-more")).to_have_text(f"… och {38 - seen} till")


def test_where_not_all_districts_fit_those_that_matter_come_first(present: Present):
    first = present(2).locator(".vk-slide[data-current] tbody th").all_text_contents()[:9]
    assert {"Norrby", "Hässleholmen", "Göta och Kristineberg väst"} <= {each.strip() for each in first}


def test_a_matrix_of_districts_is_shown_in_signs_and_tells_what_it_leaves_out(open_slides):
    deck = Deck("Områden", (DeckSlide("omraden", "districts-by-target-area"),))
    slide = open_slides(f"bildspel?deck={pack(deck)}&slide=1").locator(".vk-slide[data-current]")
    expect(slide.locator(".vk-lying text", has_text="Norrby")).to_be_visible()
    expect(slide.locator("table")).to_have_count(0)
    expect(slide.locator(".vk-slide-more:visible")).to_have_text(re.compile(r"^… och \d+ till$"))
    expect(slide.locator(".vk-slide-legend:visible")).to_contain_text("Endast kommunövergripande")


def test_the_presenter_has_the_focus_and_nothing_behind_it_can_have_it(present: Present):
    page = present()
    expect(page.get_by_role("main", name=DECK.title, exact=True)).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('.vk-presenter')"
        )


def test_on_paper_every_slide_has_its_page_with_all_rows_and_no_controls(present: Present):
    page = present(2)
    page.emulate_media(media="print")
    expect(page.locator(".vk-slide:visible")).to_have_count(3)
    expect(page.locator(".vk-presenter-controls")).to_be_hidden()
    expect(page.locator(".vk-slide tbody tr:visible")).to_have_count(38)
    breaks = page.locator(".vk-slide").evaluate_all(
        "all => all.map(each => getComputedStyle(each).breakAfter)"
    )
    assert breaks == ["page", "page", "auto"]
    page.emulate_media(media="screen")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_slide_has_barriers_and_a_phone_never_scrolls_sideways(
    page: Page, open_slides, ledger: Ledger, language
):
    open_slides(f"{EXAMPLE}&slide=1&lang={language}")
    for _ in range(6):
        assert barriers(page) == []
        page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    assert barriers(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert sideways(page) <= 0
    assert page.locator(".vk-presenter").evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    ledger.note(Kind.STATES, "slides, and one with its note", 7)


def test_a_slide_leads_to_the_living_view_without_a_code_that_no_other_device_can_follow(
    present: Present, address
):
    page = present()
    link = page.locator("[data-current] .vk-slide-qr")
    expect(link).to_have_attribute("href", re.compile(rf"^{address}/"))
    expect(link).to_have_text("Levande vy")
    expect(link.locator("svg")).to_have_count(0)


@pytest.fixture(scope="module")
def public(tmp_path_factory) -> Iterator[str]:
    """A dashboard whose operator has told by which address others reach it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_ADDRESS", "https://visionskollen.example")
        with served(tmp_path_factory.mktemp("public")) as address:
            yield address


def test_the_code_to_the_living_view_fills_the_screen_when_it_is_asked_for(page: Page, public: str):
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{public}/bildspel?deck={pack(DECK)}&slide=3")
    wait_for_slides(page)
    small = page.get_by_role("button", name="Koden till vyn, stor (Q)").and_(
        page.locator(".vk-slide-qr:visible")
    )
    assert (small.locator("svg").bounding_box() or {})[
        "width"
    ] > 85  # 17 cm where the picture is two metres wide
    large = page.locator(".vk-presenter-code")
    for ask in (small.click, lambda: page.keyboard.press("q")):
        ask()
        assert (large.locator("svg").bounding_box() or {})["width"] > 600
        link = large.get_by_role("link", name="Levande vy")
        expect(link).to_have_attribute("href", re.compile(r"^https://visionskollen\.example/skeden\?"))
        assert barriers(page) == []
        page.keyboard.press("Escape")
        expect(large).to_be_hidden()
    check_shown(page, 3)


def test_the_page_of_a_deck_fits_any_screen(page: Page, visit: Visit):
    visit(EXAMPLE)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        wait_until_drawn(page)
        assert sideways(page) <= 0


def test_a_slide_that_is_moved_takes_the_focus_with_it_and_where_it_is_now_is_said(visit: Visit):
    page = visit(f"bildspel?deck={pack(DECK)}")
    page.get_by_role("button", name="Flytta upp bild 3").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Bilden är nu nummer 2.")).to_be_visible()
    expect(page.locator(".vk-deck-slide h3").nth(1)).to_have_text(f"2. {TITLES[2]}")
    expect(page.get_by_role("button", name="Flytta upp bild 2")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".vk-deck-slide h3").first).to_have_text(f"1. {TITLES[2]}")
    expect(page.get_by_role("button", name="Flytta ned bild 1")).to_be_focused()


def test_what_is_written_last_is_in_what_is_presented_at_once(visit: Visit):
    page = visit(f"bildspel?deck={pack(DECK)}")
    page.get_by_role("textbox", name="Egen rubrik på bild 1").fill("I sista stund")
    page.get_by_role("textbox", name="Anteckning till bild 1").fill("Nästan glömt.")
    page.get_by_role("link", name="Presentera").click()
    expect(page.locator(".vk-slide[data-current] h2")).to_have_text("I sista stund")
    expect(page.locator(".vk-slide[data-current] .vk-slide-note")).to_have_text("Nästan glömt.")


def test_a_note_that_the_address_has_no_room_for_stays_in_its_field_and_says_how_much_is_too_much(
    visit: Visit,
):
    told = ("".join(Random(n).choices(ascii_letters, k=2900)) for n in range(8))
    long = Deck("Långt", tuple(DeckSlide("skeden", "stages", "", note) for note in told))
    page = visit(f"bildspel?deck={pack(long)}")
    note = page.get_by_role("textbox", name="Anteckning till bild 8")
    too_long = "å" * LONGEST_NOTE
    note.fill(too_long)
    note.blur()
    said = page.get_by_role("status").filter(has_text="Länken bär hela bildspelet")
    expect(said).to_contain_text(re.compile(r"korta det med [\d\s]+ tecken"))
    page.get_by_role("button", name="Ta bort bild 1", exact=True).click()
    page.get_by_role("link", name="Presentera").click()
    expect(note).to_be_focused()
    expect(note).to_have_value(too_long)
    expect(page.locator(".vk-deck-slide")).to_have_count(8)
    too_many = int("".join(re.findall(r"\d", said.inner_text())))
    note.fill(too_long[too_many:])
    page.get_by_role("link", name="Presentera").click()
    wait_for_slides(page)
    expect(page.locator(".vk-slide-note").last).to_have_text(too_long[too_many:])


def test_every_link_and_field_of_a_deck_is_reached_with_tab_and_the_focus_always_shows(visit: Visit):
    check_focus_with_tab(visit(f"bildspel?deck={pack(DECK)}"))


def test_a_deck_is_made_of_views_kept_in_the_browser_and_undone_with_the_back_button(
    page: Page, visit: Visit
):
    visit("om-data")
    page.evaluate("localStorage.clear()")  # other tests have made decks in this browser
    visit(add_href("skeden?stage=developing", "stages"))
    expect(page.get_by_role("status").filter(has_text="tillagd sist")).to_be_visible()
    expect(page.get_by_role("textbox", name="Egen rubrik på bild 1")).to_be_focused()
    visit("omraden")
    menu(page, "district-map").get_by_role("link", name="Lägg till i bildspel").click()
    expect(page.locator(".vk-deck-slide")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"bildspel\?deck=1\."))

    title = page.get_by_role("textbox", name="Egen rubrik på bild 1")
    title.fill("Det som kommer")
    title.press("Tab")
    page.keyboard.type("Säg det här.")
    page.keyboard.press("Tab")
    expect(page.locator(".vk-deck-slide h3").first).to_have_text("1. Det som kommer")
    page.get_by_role("button", name="Ta bort bild 1").click()
    expect(page.locator(".vk-deck-slide")).to_have_count(1)
    page.go_back()
    expect(page.locator(".vk-deck-slide")).to_have_count(2)
    expect(title).to_have_value("Det som kommer")
    expect(page.get_by_role("textbox", name="Anteckning till bild 1")).to_have_value("Säg det här.")

    title.fill("Ännu hellre")
    title.press("Enter")
    expect(page.locator(".vk-deck-slide h3").first).to_have_text("1. Ännu hellre")
    visit("bildspel")
    expect(title).to_have_value("Ännu hellre")


def test_a_deck_that_somebody_sent_as_a_file_is_opened_from_there(visit: Visit, tmp_path: Path):
    file = tmp_path / "bildspel.toml"
    page = visit("bildspel")
    pick = page.get_by_label("Öppna ett bildspel från en fil")
    file.write_text(write_deck(DECK).replace("panel", "diagram", 1), "utf-8")
    pick.set_input_files(file)
    expect(page.get_by_role("status").filter(has_text="«diagram» hör inte hemma i en bild")).to_be_visible()
    assert barriers(page) == []
    file.write_text(write_deck(DECK), "utf-8")
    pick.set_input_files(file)
    expect(page.get_by_role("status").filter(has_text="Bildspelet i filen är öppnat.")).to_be_visible()
    expect(page.locator(".vk-deck-slide")).to_have_count(len(DECK.slides))
    expect(page).to_have_url(re.compile(r"bildspel\?deck=1\.[\w-]+$"))
    wait_until_drawn(page)
    expect(page.get_by_role("status").filter(has_text="Bildspelet i filen är öppnat.")).to_be_visible()


def test_a_file_that_no_address_can_carry_is_refused_before_it_is_sent(visit: Visit, tmp_path: Path):
    file = tmp_path / "bildspel.toml"
    file.write_text("".join(Random(0).choices(ascii_letters, k=90_000)), "utf-8")
    page = visit(f"bildspel?deck={pack(DECK)}")
    page.get_by_label("Öppna ett bildspel från en fil").set_input_files(file)
    expect(page.get_by_role("status").filter(has_text="Filen är större än ett bildspel kan")).to_be_visible()
    expect(page.locator(".vk-deck-slide")).to_have_count(len(DECK.slides))
