"""Whatever a reader clicks on a page, the link to share opens the same numbers for somebody else.

The controls are found on the page, not listed here: one of each kind, as two alike are changed alike,
and of the links three at most on each page. The pages take turns in being seen in Swedish, in English, on a
phone and locked to a snapshot, so that every kind that pages share is met in each of these.

Not in the link is what changes nothing of what is shown, only how somebody looks at it: which menus and
lists of filters stand open, what is looked for in these, how far the page is scrolled and the map enlarged,
what is pointed at; in the presenter a dark screen and notes that are shown. Nor is what nobody has saved
yet, in the forms of those who may write.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Route,
    TimeoutError,
    ViewportSize,
    expect,
)

from dashboard.decks import Deck, DeckSlide, write_deck
from dashboard.links import PATHS, UNSELECTED
from dashboard.store.build import build_store
from tests.browser.conftest import Visit
from tests.browser.serving import served, wait_until_drawn
from tests.snapshots import NOVEMBER, build_two_snapshots

DECK = "bildspel?deck=balans-och-luckor"
SHEET = "omraden?sheet=norrby"
FIRST = {path: ["filter", "labels"] for page, path in PATHS.items() if page not in UNSELECTED} | {
    SHEET: ["filter", "labels"],
    DECK: ["file", "words", "note", "button"],
}
"""Where the walk begins, and the first controls that it has to find there."""
PHONE: ViewportSize = {"width": 390, "height": 844}
SEEN = ("in Swedish", "on a phone", "in English", "locked")
FOLDED = {
    "table": ".vk-foot > details[id]",
    "districts left out": ":is(.vk-chart > details, .vk-lack details)[id]",
    "how a label is set": ".vk-tags details[id]",
    "another district": ".vk-sheet-nav details[id]",
}
MENUS = ".vk-header, .vk-share, .vk-take, .vk-filter > summary, [data-narrows], #vk-copy-link"
STREAMLITS = (
    "[data-testid=stSidebarCollapseButton] *, [data-testid=stExpandSidebarButton], [aria-hidden=true] *"
)
LINKS = "[data-testid=stMain] .vk a[href]"
SAME_PAGE = """(LINKS) => {
    const kinds = [".vk-sort", ".vk-pager", ".vk-matrix", ".vk-table", ".vk-list", ".vk-findings", ".vk-profile", ".vk-gap", ".vk-figures", ".vk-decks"];
    const links = [...document.querySelectorAll(LINKS)];
    const found = links.filter((link) => link.checkVisibility() && !link.closest(".vk-header, .vk-page-head, .vk-take, .vk-button")
        && !link.target && !link.hash && !("copies" in link.dataset) && !link.ariaCurrent
        && link.pathname === location.pathname && link.search !== location.search);
    const kindOf = (link) => kinds.find((kind) => link.closest(kind)) ?? "other";
    const first = new Map(found.reverse().map((link) => [kindOf(link), link]));
    return [...first.values()].slice(0, 3).map((link) => links.indexOf(link));
}"""  # noqa: E501
SHOWN = """() => {
    const main = document.querySelector("[data-testid=stMain]").cloneNode(true);
    const others = `.vk-tools, .vk-lock, .vk-notes, .vk-decks, .vk-deck-said, .vk-print-only, .vk-footer,
        .vk-live, style`;
    main.querySelectorAll(others).forEach((each) => each.remove());
    const numbers = main.textContent.match(/[0-9]+(?:[\\s\\u00a0.,][0-9]+)*/g) ?? [];
    const opened = [...document.querySelectorAll("details[open][id]:not(.vk-filter)")].map((each) => each.id);
    return [numbers, opened.filter((id) => id !== "share")];
}"""

UNKNOWN = """(known) => {
    const found = document.querySelectorAll("input:not([type=hidden]), select, textarea, summary, button");
    const isKnown = (each) => known.some((selector) => each.closest(selector));
    const unknown = [...found].filter((each) => each.checkVisibility() && !isKnown(each));
    return unknown.map((each) => each.outerHTML.slice(0, 300));
}"""
"""Controls that no test here knows of: another kind has to be walked, too, or told above why not."""

HOLD_ALL_BUT_THE_LINK = """() => {
    const { show } = visionskollen;
    window.held = [];
    visionskollen.show = (...said) => said[0].querySelector(".vk-share") ? show(...said) : held.push(said);
    window.release = () => {
        visionskollen.show = show;
        held.forEach((said) => show(...said));
    };
}"""
"""Of what Streamlit says, until it is released."""

Change = Callable[[Locator], object]


@pytest.fixture(scope="module")
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody else's browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def pick_fullest(choices: Locator) -> None:
    """The last choice that gives something: a page of nothing has nothing further to change."""
    choices.locator("label:not(.vk-zero) input:not(:checked)").last.click()


def pick_last(field: Locator) -> None:
    field.select_option(index=field.locator("option").count() - 1)


def open_file(field: Locator) -> None:
    sent = Deck("Från en kollega", (DeckSlide("skeden", "stages"), DeckSlide("omraden", "district-map")))
    content = write_deck(sent).encode()
    field.set_input_files({"name": "bildspel.toml", "mimeType": "application/toml", "buffer": content})


def rename(field: Locator) -> None:
    field.fill("Till sammanträdet")
    field.press("Enter")


def write(field: Locator) -> None:
    field.fill("Säg detta.")
    field.press("Tab")


def slide(field: Locator) -> None:
    field.press("ArrowRight")


MAIN, SIDE = "[data-testid=stMain]", "[data-testid=stSidebar]"
KINDS: dict[str, tuple[str, Change]] = {
    "filter": (f"{SIDE} .vk-filter[open] fieldset:not(:has([data-narrows]))", pick_fullest),
    "labels": (f"{SIDE} #pick-provenance", Locator.click),
    "file": (f"{MAIN} .vk-deck-file input", open_file),
    "words": (f"{MAIN} .vk-deck-field input", rename),
    "note": (f"{MAIN} .vk-deck-field textarea", write),
    "button": (f"{MAIN} .vk-deck-moves button", Locator.click),
    "choice": (f"{MAIN} .vk-choice select", pick_last),
    "slider": (f"{MAIN} .vk-profile-share input", slide),
    **{name: (f"{each} > summary", Locator.click) for name, each in FOLDED.items()},
}
"""What a reader can change: where it stands, and how it is changed."""
ELSEWHERE = f"{SIDE} .vk-filter fieldset, {SIDE} .vk-choice select, .vk-search input"
"""What else is found on the pages: more of the same filters, and what other tests here change."""


def widgets(page: Page, number: int) -> Iterator[tuple[str, Change, Locator]]:
    """One of each kind; of the filters, which all pages share, another one on each page."""
    for name, (selector, change) in KINDS.items():
        reach(page, selector)
        found = page.locator(f"{selector}:not(:disabled)").locator("visible=true")
        if found.count():
            yield name, change, found.nth(number % 3 if name == "filter" else 0)


def reach(page: Page, selector: str) -> None:
    """On a phone the filters stand before the page, or not at all."""
    opens, closes = (
        page.get_by_test_id("stExpandSidebarButton"),
        page.get_by_test_id("stSidebarCollapseButton"),
    )
    if page.viewport_size == PHONE and selector.startswith(SIDE) and opens.is_visible():
        opens.click()
    if page.viewport_size == PHONE and not selector.startswith(SIDE) and not opens.is_visible():
        closes.get_by_role("button").click()


def link(page: Page) -> Locator:
    """What «Kopiera länken» copies: the living link, or the frozen one of a page that is locked."""
    return page.locator(".vk-share [data-address]").first  # while the page is being drawn, of what covers it


def make(page: Page, change: Callable[[], object]) -> None:
    """Make a change, and wait until the page and its link tell of it."""
    before = link(page).input_value()
    change()
    expect(link(page)).not_to_have_value(before)
    wait_until_drawn(page)


def see(page: Page, how: str) -> None:
    """Look at the page as this turn has it, by the same clicks as a reader's."""
    if how == "on a phone":
        page.set_viewport_size(PHONE)
    if how == "in English":
        make(page, page.locator(".vk-language").first.click)
    if how == "locked":
        make(page, lambda: pick_last(page.locator("#pick-snap")))


def expect_same_elsewhere(page: Page, fresh: BrowserContext) -> None:
    other = fresh.new_page()
    other.goto(link(page).input_value())
    wait_until_drawn(other)
    expected = page.evaluate(SHOWN)
    with suppress(TimeoutError):  # what differs is said below
        other.wait_for_function(f"(expected) => String(({SHOWN})()) === String(expected)", arg=expected)
    assert other.evaluate(SHOWN) == expected, other.url
    other.close()


@pytest.fixture
def forgetful(page: Page) -> Iterator[None]:
    """The browser that all tests share does not remember that the filters were closed."""
    yield
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("path", FIRST)
def test_what_is_picked_slid_switched_written_and_unfolded_is_in_the_link(
    forgetful, visit: Visit, fresh, path: str
):
    page, number = visit(path), list(FIRST).index(path)
    see(page, SEEN[number % len(SEEN)])
    assert (
        page.evaluate(UNKNOWN, [MENUS, STREAMLITS, ELSEWHERE, *(selector for selector, _ in KINDS.values())])
        == []
    )
    made = []
    for name, change, control in widgets(page, number):
        make(page, lambda change=change, control=control: change(control))
        made.append(name)
    assert made[: len(FIRST[path])] == FIRST[path]
    expect_same_elsewhere(page, fresh)


@pytest.mark.parametrize("path", FIRST)
def test_where_a_link_on_the_same_page_leads_is_in_the_link(visit: Visit, fresh, path: str):
    page = visit(path)
    see(page, SEEN[(list(FIRST).index(path) + 1) % len(SEEN)])
    for index in page.evaluate(SAME_PAGE, LINKS):
        make(page, page.locator(LINKS).nth(index).click)
        expect_same_elsewhere(page, fresh)
        make(page, page.go_back)


@pytest.mark.parametrize("path", ["", "insatser"])
def test_what_is_searched_is_in_the_link(visit: Visit, fresh, path: str):
    page = visit(path)
    make(page, lambda: page.locator(".vk-search input").last.press_sequentially("språk"))
    expect_same_elsewhere(page, fresh)


@pytest.fixture(scope="module")
def municipality(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("frozen")
    build_two_snapshots(folder)
    return Path(copytree(folder, folder / "served", ignore=lambda *_: ["served"]))


def test_a_frozen_link_shows_its_numbers_after_the_data_have_changed(municipality: Path, page: Page, fresh):
    data, store = municipality / "data", municipality / "store"
    with served(store, data) as address:
        page.goto(f"{address}/malomraden?lang=sv")
        wait_until_drawn(page)
        links = {kind: page.locator(f"#vk-share-{kind}").input_value() for kind in ("living", "frozen")}
        was = page.evaluate(SHOWN)
        assert f"snap={NOVEMBER}" in links["frozen"]

        labels = data / "portfolio" / "classifications.csv"
        lines = labels.read_text("utf-8").splitlines(keepends=True)
        labels.write_text("".join(line for line in lines if ",target_area,work," not in line), "utf-8")
        build_store(data, store)

        shown = {}
        for kind, link in links.items():
            other = fresh.new_page()
            other.goto(link)
            wait_until_drawn(other)
            shown[kind] = other.evaluate(SHOWN)
            if kind == "frozen":
                says = r"låst till läget den 21 november 2031\..*Sedan dess.*[1-9]"
                expect(other.locator(".vk-lock")).to_contain_text(re.compile(says))
        assert shown["frozen"] == was
        assert shown["living"] != was


def test_a_table_that_is_opened_stands_open_where_the_link_is_followed_and_after_going_back(visit: Visit):
    page = visit("malomraden")
    table = page.locator("#target-areas-table")
    table.locator("summary").click()
    expect(page).to_have_url(re.compile(r"\?open=target-areas-table$"))
    expect(table).to_have_attribute("open", "")
    expect(table.locator("summary")).to_be_focused()

    page.locator(".vk-matrix tbody a").first.click()
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?open=target-areas-table$"))
    expect(table).to_have_attribute("open", "")
    wait_until_drawn(page)
    table.locator("summary").click()
    expect(page).to_have_url(re.compile(r"/malomraden$"))
    expect(table).not_to_have_attribute("open", "")


def test_a_link_to_a_panel_arrives_there_once_it_is_drawn(visit: Visit):
    page = visit("omraden#districts-by-stage-title")
    title = page.locator("#districts-by-stage-title")
    expect(title).to_be_in_viewport()
    assert title.bounding_box()["y"] < 100  # type: ignore[index]


def pasted(context: BrowserContext) -> str:
    """What a reader pastes into another program; the dashboard itself may not read what has been copied."""
    elsewhere = context.new_page()
    elsewhere.set_content("<textarea autofocus></textarea>")
    elsewhere.locator("textarea").press("Control+V")
    return elsewhere.locator("textarea").input_value()


def test_copying_says_so_and_gives_the_whole_address(browser: Browser, address: str):
    context = browser.new_context(permissions=["clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/skeden?stage=developing")
    wait_until_drawn(page)
    page.locator("#vk-share").click()
    expect(page.locator(".vk-share")).to_contain_text("Adressen fungerar bara på den här datorn.")
    page.locator("[data-copies=vk-share-frozen]").click()
    expect(page.locator(".vk-copied")).to_contain_text("Kopierat.")
    copied = pasted(context)
    assert copied == page.locator("#vk-share-frozen").input_value()
    assert copied.startswith(f"{address}/skeden?stage=developing&")

    page.reload()
    wait_until_drawn(page)
    page.locator(".vk-anchor").first.click()
    expect(page.locator(".vk-copied")).to_contain_text("Kopierat.")
    expect(page).to_have_url(re.compile(r"skeden\?stage=developing$"))
    assert pasted(context).endswith("&lang=sv#stages-title")
    context.close()


@pytest.mark.parametrize("clipboard", ["", "granted"])
def test_the_link_is_one_press_away_also_where_the_browser_lets_no_page_write(browser, address, clipboard):
    """Without https there is no clipboard to ask; with the keys, the focus stays where it was."""
    context = browser.new_context(permissions=["clipboard-write"] if clipboard else [])
    page = context.new_page()
    if not clipboard:
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    page.goto(f"{address}/skeden?stage=developing&lang=en")
    wait_until_drawn(page)
    button = page.get_by_role("button", name="Copy the link").and_(page.locator(":visible"))
    button.press("Enter")
    expect(page.locator(".vk-share [role=status]")).to_have_text(
        "Copied. The address works on this computer only."
    )
    expect(button).to_be_focused()
    assert pasted(context) == link(page).input_value()
    context.close()


def test_a_link_that_cannot_be_copied_is_shown_and_marked_to_be_copied_by_hand(visit: Visit):
    page = visit("skeden")
    page.evaluate("""() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => false;
    }""")
    page.locator("#vk-copy-link").click()
    expect(page.locator(".vk-copied")).to_contain_text("Markera texten och tryck Ctrl+C.")
    expect(link(page)).to_be_visible()
    expect(link(page)).to_be_focused()
    assert page.evaluate("getSelection().toString()") == link(page).input_value()


def test_in_a_frame_sorting_stays_and_everything_else_opens_beside(visit: Visit, context: BrowserContext):
    page = visit("omraden?embed=true&panel=district-list")
    expect(page.locator(".vk-header, [data-testid=stSidebar]")).to_have_count(0)
    expect(page.locator(".vk-chart")).to_have_count(1)
    page.locator("#vk-sort-population").click()
    expect(page.locator("#vk-sort-population")).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(re.compile(r"sort=population.*embed=true"))
    expect(page.locator(".vk-chart")).to_have_count(1)
    with context.expect_page() as beside:
        page.locator(".vk-table a").first.click()
    beside.value.wait_for_load_state()
    assert "embed" not in beside.value.url
    beside.value.close()


def test_going_back_shows_that_page_whole_also_where_the_server_answers_while_streamlit_does(visit: Visit):
    page = visit("omraden")
    listed = link(page).input_value()
    page.locator(f"{MAIN} a[href*='sheet=']").first.click()
    wait_until_drawn(page)
    answers: list[Route] = []
    page.route("**/sections/omraden*", lambda route: answers.append(route))
    page.evaluate(HOLD_ALL_BUT_THE_LINK)
    page.go_back()
    page.wait_for_function("() => held.some(([, data]) => data.key === 'footer')")
    answers[0].continue_()
    page.wait_for_selector("#first-view")
    page.evaluate("release()")
    wait_until_drawn(page)
    expect(link(page)).to_have_value(listed)
    page.unroute_all()
