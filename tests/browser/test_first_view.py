"""The first view, the clicks that the server answers at once, and Streamlit taking over and following."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from dashboard.links import PATHS
from tests.browser.barriers import barriers, check_headings, sideways
from tests.browser.serving import wait_until_drawn
from tests.trust import Kind, Ledger

SELECTION = ".vk-selection strong"
NOW, HOUSING = "#pick-stage-doing-now", "#pick-target-housing"


@pytest.fixture
def before_streamlit(page: Page, address: str):
    """Opens a path where Streamlit's scripts never come."""

    def open_path(path: str = "") -> Page:
        page.route("**/static/js/index.*", lambda route: route.abort())
        page.goto(f"{address}/{path}")
        return page

    return open_path


def test_the_page_can_be_read_before_streamlit_has_begun(before_streamlit):
    page = before_streamlit("omraden?district=norrby")
    expect(page).to_have_title("Områden | Visionskollen")
    expect(page.locator("h1")).to_have_text("Områden")
    expect(page.locator(SELECTION)).to_have_text("8 av 68 insatser i Norrby")
    expect(page.locator(".vk-footer")).to_be_attached()


def test_filters_and_links_work_before_streamlit_has_begun(before_streamlit):
    page = before_streamlit()
    page.locator(NOW).check()
    expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
    expect(page).to_have_url(re.compile(r"/\?stage=doing-now$"))
    page.get_by_role("link", name="Insatser", exact=True).click()
    expect(page.locator("h1")).to_have_text("Insatser")
    expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Översikt")


@pytest.mark.parametrize("code", PATHS)
@pytest.mark.parametrize(("colours", "language"), [("light", "sv"), ("dark", "en")])
def test_it_has_no_barriers_and_fits_the_screen(
    page: Page, before_streamlit, ledger: Ledger, code, colours, language
):
    page.emulate_media(color_scheme=colours)
    before_streamlit(f"{PATHS[code]}?district=norrby&stage=developing&lang={language}")
    check_headings(page)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert barriers(page) == []
        assert sideways(page) <= 0
    ledger.note(Kind.STATES, "the page before Streamlit, on a large screen and a small one", 2)


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_small_screen_its_filters_open_over_the_page(
    page: Page, before_streamlit, ledger: Ledger, width
):
    page.set_viewport_size({"width": width, "height": 800})
    before_streamlit()
    expect(page.locator("#search")).to_be_hidden()
    page.get_by_role("button", name="Filter").click()
    assert barriers(page) == []
    assert sideways(page) <= 0
    page.locator(NOW).check()
    expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
    page.locator("#lift-stage").click()
    expect(page.locator(SELECTION)).to_have_text("Alla 68 insatser")
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()
    ledger.note(Kind.STATES, "the filters before Streamlit, over the page")


def test_on_a_small_screen_its_filters_stay_open_when_streamlit_takes_over(page: Page, address: str):
    page.set_viewport_size({"width": 390, "height": 800})
    held: list[Route] = []
    page.route("**/static/js/index.*", lambda route: held.append(route))
    with page.expect_request("**/static/js/index.*"):
        page.goto(address, wait_until="commit")
    page.get_by_role("button", name="Filter").click()
    page.locator(NOW).focus()
    for route in held:
        route.continue_()
    wait_until_drawn(page)
    expect(page.locator(NOW)).to_be_visible()
    expect(page.locator(NOW)).to_be_focused()


def test_a_filter_is_reached_found_in_and_picked_with_the_keyboard_alone(before_streamlit):
    page = before_streamlit()
    tab_to(page, "#filter-district > summary")
    page.keyboard.press("Enter")
    tab_to(page, "#find-district")
    page.keyboard.type("norr")
    tab_to(page, "#pick-district-norrby")
    page.keyboard.press("Space")
    expect(page.locator(SELECTION)).to_have_text("8 av 68 insatser i Norrby")
    expect(page.locator("#pick-district-norrby")).to_be_focused()
    expect(page.locator("#find-district")).to_have_value("norr")


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(selector).evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"{selector} is not reached with Tab")


def test_it_can_be_read_without_any_script(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/skeden?lang=en")
    expect(page.locator("h1")).to_have_text("Stages")
    assert "Without JavaScript you can read the page" in page.content()
    page.get_by_role("link", name="Svenska").click()
    expect(page.locator("h1")).to_have_text("Skeden")
    context.close()


def test_streamlit_takes_over_where_the_reader_is(page: Page, address: str):
    """Focus, scroll and open menus go along, and nothing stands twice."""
    held: list[Route] = []
    page.route("**/static/js/index.*", lambda route: held.append(route))
    with page.expect_request("**/static/js/index.*"):
        page.goto(f"{address}/visionsomraden", wait_until="commit")
    page.locator("#share > summary").click()
    page.locator(NOW).focus()
    view = page.locator("#first-view")
    view.evaluate("each => { each.scrollTop = 400; }")
    expect(page.locator("#vision-areas-title")).to_be_in_viewport()
    for route in held:
        route.continue_()
    wait_until_drawn(page)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(NOW)).to_be_focused()
    expect(page.locator("#share")).to_have_attribute("open", "")
    expect(page.locator("#vision-areas-title")).to_be_in_viewport()
    assert page.locator("#root").evaluate("each => each.inert") is False


def test_bildspel_too_is_shown_before_streamlit_has_begun(page: Page, address: str):
    page.route("**/static/js/index.*", lambda route: route.abort())
    page.goto(address, wait_until="commit")
    page.get_by_role("link", name="Bildspel", exact=True).click()
    expect(page.locator("#first-view h1")).to_have_text("Bildspel")
    expect(page.locator("#first-view .vk-decks a:visible").first).to_be_visible()


def test_dela_opens_and_nothing_around_it_is_drawn_anew(visit):
    """From then on the session draws for this reader alone."""
    page = visit("skeden")
    page.evaluate("document.querySelectorAll('.vk').forEach((each) => { each.before = true; })")
    page.locator("#share > summary").click()
    wait_until_drawn(page)
    expect(page.locator("#share:not([data-asks])")).to_have_attribute("open", "")
    assert page.evaluate("[...document.querySelectorAll('.vk')].every((each) => each.before)")


def test_going_back_before_streamlit_has_heard_of_the_click_ends_where_it_began(visit):
    page = visit()
    page.locator(NOW).check()
    page.evaluate("history.back()")
    wait_until_drawn(page)
    expect(page.locator(SELECTION)).to_have_text("Alla 68 insatser")
    expect(page.locator(NOW)).not_to_be_checked()


def test_a_click_redraws_what_it_changes_and_nothing_else(visit):
    """Only what says something else is touched: first by the answer, then by Streamlit not at all."""
    page = visit()
    page.evaluate(
        """() => {
            window.touched = new Set();
            const note = (changes) => changes.forEach(({ target }) => {
                const piece = target.parentElement?.closest(".vk");
                if (piece) window.touched.add(piece.firstElementChild.className);
            });
            const everything = { subtree: true, childList: true, characterData: true };
            new MutationObserver(note).observe(document.body, everything);
        }"""
    )
    page.locator(NOW).check()
    expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
    wait_until_drawn(page)
    expect(page.locator(NOW)).to_be_focused()
    touched = page.evaluate("[...window.touched]")
    assert "vk-page-head" in " ".join(touched)
    assert not {"vk-footer", "vk-header"} & {name for names in touched for name in names.split()}
    page.locator(NOW).uncheck()
    expect(page.locator(SELECTION)).to_have_text("Alla 68 insatser")


def test_numbers_never_go_back_while_filters_are_flipped(visit):
    """Streamlit answers the clicks of a quick reader late; the page goes on to the last of them."""
    page = visit()
    page.evaluate(
        """() => {
            window.seen = [];
            const note = () => {
                const says = document.querySelector(".vk-selection strong")?.textContent;
                if (says && window.seen.at(-1) !== says) window.seen.push(says);
            };
            new MutationObserver(note).observe(document.body, { subtree: true, childList: true });
        }"""
    )
    for _ in range(3):
        page.locator(NOW).check()
        expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
        page.locator(NOW).uncheck()
        expect(page.locator(SELECTION)).to_have_text("Alla 68 insatser")
    wait_until_drawn(page)
    assert page.evaluate("window.seen") == ["36 av 68 insatser som görs nu", "Alla 68 insatser"] * 3


def test_of_clicks_faster_than_the_server_the_last_holds(visit):
    page = visit()
    page.evaluate(
        "([one, other]) => [one, other, one].forEach((id) => document.querySelector(id).click())",
        [NOW, HOUSING],
    )
    wait_until_drawn(page)
    chosen = page.evaluate("[...document.querySelectorAll('.vk-filter :checked')].map((each) => each.id)")
    link = page.evaluate("location.search")
    assert ("stage=" in link) == (NOW[1:] in chosen)
    assert ("target=" in link) == (HOUSING[1:] in chosen)


def test_back_leads_back_by_one_click(visit):
    page = visit()
    page.locator(NOW).check()
    expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
    page.locator(HOUSING).check()
    expect(page.locator(SELECTION)).to_contain_text("2 av 68")
    wait_until_drawn(page)
    page.go_back()
    expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
    wait_until_drawn(page)
    expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
    page.go_forward()
    expect(page.locator(SELECTION)).to_contain_text("2 av 68")


def test_what_is_typed_stays_while_the_page_answers(visit):
    page = visit("insatser")
    field = page.locator("#search")
    field.press_sequentially("ung", delay=30)
    expect(page.locator(SELECTION)).to_contain_text("av 68 insatser")
    wait_until_drawn(page)
    expect(field).to_be_focused()
    expect(field).to_have_value("ung")


def test_where_the_server_is_gone_the_page_stays_and_streamlit_is_asked(visit):
    page = visit()
    page.route("**/sections/*", lambda route: route.abort())
    page.locator(NOW).click()  # the box waits for Streamlit, too
    expect(page.locator(SELECTION)).to_have_text("36 av 68 insatser som görs nu")
