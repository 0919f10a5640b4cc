"""The forms that write, in a real browser and on a copy of the data that may be written to."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page, expect

from dashboard.deck_files import open_deck
from dashboard.decks import Deck, DeckSlide, pack
from dashboard.store.tables import GAP_DECISIONS
from tests.browser.barriers import barriers, sideways
from tests.browser.conftest import Visit
from tests.browser.serving import ROOT, served, wait_until_drawn
from tests.browser.test_keyboard import check_focus_with_tab
from tests.browser.test_streamlit_words import english
from tests.trust import Kind, Ledger

DECK = Deck("", (DeckSlide("skeden", "stages"),))
EDITABLE = ("dashboard.cli", "serve", "--edit")
HULTA, GOTA = "district:hulta-och-sormarken", "district:gota-och-kristineberg-vast"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(copytree(ROOT / "data", tmp_path_factory.mktemp("editable") / "data"))


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    with served(data.parent / "store", data, by=EDITABLE) as url:
        yield url


def save(page: Page) -> None:
    page.get_by_role("button", name="Spara beslutet").click()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_form_has_no_barriers_also_where_it_says_what_is_wrong(
    page: Page, visit: Visit, ledger: Ledger, colours, language
):
    page.emulate_media(color_scheme=colours)
    visit(f"luckor?gap={GOTA}&lang={language}")
    assert barriers(page) == []
    page.get_by_role("button", name="Spara beslutet" if language == "sv" else "Save the decision").click()
    expect(page.get_by_role("alert").filter(has_text="Fyll i det")).to_be_visible()
    wait_until_drawn(page)
    assert barriers(page) == []
    assert (english(page) == set()) == (language == "sv")
    ledger.note(Kind.STATES, "the form of a gap, as it opens and when it says what is wrong", 2)


def test_a_deck_is_saved_with_what_was_written_last_and_has_an_address_of_its_own(visit: Visit, data: Path):
    page = visit(f"bildspel?deck={pack(DECK)}")
    page.get_by_role("textbox", name="Bildspelets titel").fill("Nämnden i maj")
    page.get_by_role("textbox", name="Bildspelets filnamn").fill("namnden")
    assert barriers(page) == []
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("Bildspelet är sparat som data/decks/namnden.toml.")
    expect(page).to_have_url(re.compile(r"bildspel\?deck=namnden$"))
    expect(page.get_by_role("link", name="Nämnden i maj")).to_have_attribute("aria-current", "true")
    assert open_deck(data, "namnden") == Deck("Nämnden i maj", DECK.slides, "namnden")
    assert english(page) == set()


@pytest.mark.parametrize(("language", "colours"), [("sv", "light"), ("en", "dark")])
def test_the_form_that_settles_a_doubt_has_none_either(
    page: Page, visit: Visit, ledger: Ledger, language, colours
):
    page.emulate_media(color_scheme=colours)
    visit(f"om-data?lang={language}")
    assert barriers(page) == []
    save = page.get_by_test_id("stForm").get_by_role("button", name="Spara" if language == "sv" else "Save")
    save.click()
    expect(page.get_by_role("alert")).to_be_visible()
    wait_until_drawn(page)
    assert barriers(page) == []
    assert (english(page) == set()) == (language == "sv")
    ledger.note(Kind.STATES, "the form of a doubt, as it opens and when it says what is wrong", 2)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_form_fits_the_screen(page: Page, visit: Visit, width):
    page.set_viewport_size({"width": width, "height": 800})
    visit(f"luckor?gap={GOTA}")
    assert sideways(page) <= 0


def test_every_link_and_field_of_the_form_is_reached_with_tab_and_the_focus_always_shows(visit: Visit):
    check_focus_with_tab(visit(f"luckor?gap={GOTA}"))


def test_a_decision_is_made_with_the_keyboard_alone_and_shown_at_once(page: Page, visit: Visit, data: Path):
    visit(f"luckor?gap={HULTA}")
    page.get_by_role("radio", name="Medvetet vald").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    for words in ("Områdesutvecklare", "Kommunstyrelsen", "Behovet är stort"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("i höst")
    page.get_by_role("button", name="Spara beslutet").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert").filter(has_text="«i höst» är inte ett datum")).to_be_visible()
    expect(page.get_by_label("Motivering")).to_have_value("Behovet är stort")

    page.get_by_label("Ses över senast").fill("2099-01-01")
    save(page)
    expect(page.get_by_role("alert").filter(has_text="Beslutet är sparat")).to_be_visible()
    expect(page.locator(".vk-gap ol")).to_contain_text("Utreds")
    expect(page.get_by_label("Motivering")).to_have_value("")
    visit("luckor")
    expect(page.locator(".vk-chart").filter(has_text="Ett beslut gäller.")).to_be_visible()
    assert "looking-into,Områdesutvecklare,Kommunstyrelsen" in (data / GAP_DECISIONS).read_text("utf-8")


def test_a_plus_in_a_matrix_leads_to_the_form_of_its_gap(visit: Visit):
    page = visit("omraden")
    page.get_by_role(
        "link", name="Anteckna ett beslut om luckan Hulta och Sörmarken: Boende och närmiljö"
    ).click()
    expect(page.locator("#gap-title")).to_have_text("Hulta och Sörmarken: Boende och närmiljö")
    expect(page.get_by_role("button", name="Spara beslutet")).to_be_visible()
