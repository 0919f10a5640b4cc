"""Bildspel: adding views to a deck, arranging it, saving it, and all its slides to present."""

import json
import re
from html import unescape
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs

import pytest

from dashboard.deck_files import check_decks, open_deck
from dashboard.decks import MOST_SLIDES, Deck, DeckSlide, pack, unpack
from dashboard.settings import SETTINGS
from dashboard.store import snapshots
from tests.app.conftest import Visit, visit_page
from tests.app.controls import picks
from tests.snapshots import MAY, build_two_snapshots

AREAS = DeckSlide("visionsomraden?stage=developing", "vision-areas")
MAP = DeckSlide("omraden", "district-map", "Vilka områden", "Säg något om Norrby.\nOch sen?")
STAGES = DeckSlide("skeden?lang=en", "stages")
DECK = Deck("Min berättelse", (AREAS, MAP, STAGES))
EXAMPLE = "balans-och-luckor"


@pytest.fixture
def data(tmp_path: Path, use_folders, real_store: Path, monkeypatch) -> Path:
    """A copy of the data that the pages may write to."""
    copy = Path(copytree(SETTINGS.data, tmp_path / "data"))
    use_folders(data=copy, store=real_store)
    monkeypatch.setitem(vars(SETTINGS), "editable", True)
    return copy


def opened(page: Visit) -> Deck | None:
    """The deck in the page's address."""
    return unpack(page.link["deck"][0])


def press(page: Visit, label: str) -> None:
    next(button for button in page.app.button if button.label == label).click()
    page.run()


def write(page: Visit, label: str, words: str) -> None:
    fields = [*page.app.text_input, *page.app.text_area]
    next(field for field in fields if field.label == label).set_value(words)
    page.run()


def add(page: Visit, slide: DeckSlide) -> None:
    """Follow the link to add it, in a browser that has answered what it remembers."""
    if "own-deck" not in page.app.session_state:
        page.app.session_state["own-deck"] = ""
    page.app.query_params = {"add": slide.view, "panel": slide.panel}
    page.run()


def memory(page: Visit) -> dict[str, str | None]:
    """What the browser is to remember, and the address that it is to show."""
    drawn = {each.key: json.loads(each.proto.json) for each in page.app.get("bidi_component")}
    return drawn["deck-memory"]


def test_whoever_has_no_deck_yet_reads_how_to_make_one_in_three_steps(shown):
    page = shown("deck")
    assert page.html["deck-how"].count("<li>") == 3
    assert "Balans och luckor i Borås 6 bilder" in page.text("deck-list")


def test_every_chart_leads_into_the_deck_with_its_view(shown):
    page = shown("stages", "stage=developing&lang=en")
    found = re.search(
        r'href="(bildspel\?add=[^"]*&amp;panel=stages&amp;lang=en)"', "".join(page.html.values())
    )
    assert found
    [view] = parse_qs(unescape(found[1]).partition("?")[2])["add"]
    assert view == (
        "skeden?stage=developing&profile=mojlighet:50,motas:50&count=full&weight=population"
        "&lang=en&provenance=all"
    )


def test_views_that_are_added_are_slides_in_the_order_in_which_they_came(visit):
    page = visit("deck")
    add(page, AREAS)
    add(page, STAGES)
    deck = Deck("", (AREAS, STAGES))
    assert memory(page) == {"deck": pack(deck), "address": f"bildspel?deck={pack(deck)}"}


def test_a_view_that_is_added_twice_is_there_once(visit):
    page = visit("deck")
    add(page, AREAS)
    add(page, AREAS)
    assert memory(page)["deck"] == pack(Deck("", (AREAS,)))


def test_nothing_is_added_before_the_browser_has_told_what_it_remembers(visit):
    page = visit("deck", "add=skeden&panel=stages")
    assert memory(page) == {"deck": None, "address": ""}


@pytest.mark.parametrize("slide", [DeckSlide("finns-inte", "stages"), DeckSlide("skeden", "no-such")])
def test_what_is_no_chart_is_not_added(visit, slide):
    page = visit("deck")
    add(page, slide)
    assert memory(page) == {"deck": "", "address": "bildspel"}
    page.app.query_params = {}
    page.run()
    assert "ingen bild är tillagd" in page.text("deck-notes")


def test_a_full_deck_takes_no_more_and_says_so(visit):
    page = visit("deck")
    full = Deck("", tuple(DeckSlide(f"skeden?q={n}", "stages") for n in range(MOST_SLIDES)))
    page.app.session_state["own-deck"] = pack(full)
    add(page, AREAS)
    assert memory(page)["deck"] == pack(full)
    page.app.query_params = {}
    page.run()
    assert "högst 100 bilder" in page.text("deck-notes")


def test_a_deck_shows_every_slide_as_its_own_address_says(shown):
    page = shown("deck", f"deck={pack(DECK)}")
    assert "Flest har" in page.text("deck-slide-1")
    assert "av 68 insatser som utvecklas" in page.text("deck-slide-1")
    assert "2. Vilka områden" in page.text("deck-slide-2")
    assert "All 68 initiatives" in page.text("deck-slide-3")
    assert 'href="visionsomraden?stage=developing&amp;' in page.html["deck-slide-1"]
    assert all("<svg" in page.html[f"deck-slide-{number}"] for number in (1, 2, 3))


def test_what_is_told_of_a_slide_is_in_the_address_at_once(visit):
    page = visit("deck", f"deck={pack(DECK)}")
    write(page, "Egen rubrik på bild 1", "  Det som\tkommer ")
    write(page, "Anteckning till bild 3", "Först.\r\n  Sedan. \n")
    write(page, "Bildspelets titel", "Ny titel")
    told = DECK.told(0, title="Det som kommer").told(2, note="Först.\nSedan.")
    assert opened(page) == Deck("Ny titel", told.slides)
    assert memory(page)["deck"] == pack(Deck("Ny titel", told.slides))


def test_slides_are_moved_and_removed_and_the_fields_follow(visit):
    page = visit("deck", f"deck={pack(DECK)}")
    press(page, "Flytta upp bild 2")
    assert opened(page) == Deck(DECK.title, (MAP, AREAS, STAGES))
    assert page.text("deck-notes") == "Bilden är nu nummer 1."
    assert [field.value for field in page.app.text_area] == [MAP.note, "", ""]
    press(page, "Ta bort bild 1")
    assert opened(page) == Deck(DECK.title, (AREAS, STAGES))
    press(page, "Flytta ned bild 1")
    assert opened(page) == Deck(DECK.title, (STAGES, AREAS))


def test_a_change_that_comes_before_the_page_has_answered_the_one_before_loses_nothing(visit):
    page = visit("deck", f"deck={pack(DECK)}")
    write(page, "Egen rubrik på bild 1", "Det som kommer")
    page.app.query_params = {"deck": pack(DECK)}
    write(page, "Anteckning till bild 1", "Säg det här.")
    assert opened(page) == DECK.told(0, title="Det som kommer", note="Säg det här.")


def test_whoever_has_gone_back_changes_the_deck_that_is_there(visit):
    page = visit("deck", f"deck={pack(DECK)}")
    write(page, "Egen rubrik på bild 1", "Det som kommer")
    page.app.query_params = {"deck": pack(DECK)}
    page.run()
    write(page, "Anteckning till bild 1", "Säg det här.")
    assert opened(page) == DECK.told(0, note="Säg det här.")


def test_the_first_slide_does_not_move_up_nor_the_last_one_down(shown):
    page = shown("deck", f"deck={pack(DECK)}")
    disabled = [button.label for button in page.app.button if button.disabled]
    assert disabled == ["Flytta upp bild 1", "Flytta ned bild 3"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_example_deck_can_be_opened_and_all_its_slides_show_something(shown, language):
    page = shown("deck", f"deck={EXAMPLE}&slide=1&lang={language}")
    deck = open_deck(SETTINGS.data, EXAMPLE)
    assert deck
    assert page.html["presenter"].count('<section class="vk-slide"') == len(deck.slides) == 6
    assert page.html["presenter"].count("<svg") >= len(deck.slides)
    assert "går inte att visa" not in page.text("presenter")


def test_what_a_slide_says_of_itself_is_marked_as_its_language_and_the_way_to_it_as_the_page_s(shown):
    page = shown("deck", f"deck={EXAMPLE}&lang=en")
    assert '<article class="vk-deck-slide" lang="sv"' in page.html["deck-slide-1"]
    assert re.search(r'<p lang="en"><a href="[^"]*">Open the view</a>', page.html["deck-slide-1"])


def test_the_presenter_has_title_sentence_basis_date_source_number_and_note_of_each_slide(shown):
    said = shown("deck", f"deck={pack(DECK)}&slide=2").text("presenter")
    for words in (
        "Vilka områden",
        "7 av 38 områden pekas ut",
        "Underlag: Alla 68 insatser.",
        "Uppgifter per",
        "Källa: webbsidor från Borås Stad",
        "2 / 3",
        "Säg något om Norrby.",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("slide", "says"),
    [
        (DeckSlide("finns-inte", "stages"), "Adressen finns-inte leder inte till någon sida."),
        (DeckSlide("skeden", "no-such"), "Sidan har inget diagram som heter no-such."),
        (DeckSlide("bildspel", "stages"), "Sidan har inget diagram som heter stages."),
        (DeckSlide("tillganglighet", "statement"), "Sidan har inget diagram som heter statement."),
        (DeckSlide("skeden?snap=1999-01-01", "stages"), "snap = 1999-01-01"),
        (DeckSlide("omraden?district=atlantis", "district-map"), "district = atlantis"),
        (DeckSlide("skeden?lang=tlh", "stages"), "lang = tlh"),
        (DeckSlide("forandringar", "changes"), "har ingenting att visa"),
        (DeckSlide("insatser", "<img src=x>"), "heter <img src=x>"),
    ],
)
def test_a_slide_that_cannot_be_shown_says_why_and_the_others_are_shown(shown, slide, says):
    page = shown("deck", f"deck={pack(Deck('', (slide, AREAS)))}&slide=1")
    assert says in page.text("presenter")
    assert "Flest har" in page.text("presenter")
    assert "<img" not in page.html["presenter"]


def test_a_frozen_slide_says_of_when_it_is(shown):
    frozen = DeckSlide("skeden?snap=2026-11-21", "stages")
    said = shown("deck", f"deck={pack(Deck('', (frozen,)))}&slide=1").text("presenter")
    assert "Uppgifter per 21 november 2026 (fryst läge)" in said


@pytest.mark.parametrize("part", ["deck-slide-1", "presenter"])
def test_a_locked_deck_shows_the_numbers_of_its_day(tmp_path, use_folders, part):
    build_two_snapshots(tmp_path)
    use_folders(**{name: tmp_path / name for name in ("data", "store", "captures")})
    changes = Deck("", (DeckSlide("forandringar?to=now", "stage-transitions"),))
    stages = Deck("", (DeckSlide("skeden?stage=developing", "stages"),))
    slide = "&slide=1" if part == "presenter" else ""
    now = visit_page("deck", f"deck={pack(stages)}{slide}").text(part)
    then = visit_page("deck", f"deck={pack(stages)}&snap={MAY}{slide}").text(part)
    assert ("1 av 9 insatser" in now, "2 av 9 insatser" in then) == (True, True)
    assert "Uppgifter per 1 maj 2031 (fryst läge)" in then
    assert "har ingenting att visa" in visit_page("deck", f"deck={pack(changes)}&snap={MAY}{slide}").text(
        part
    )


def test_there_are_no_filters_where_they_would_do_nothing_and_the_other_pages_keep_theirs(shown):
    page = shown("deck", f"deck={pack(DECK)}&stage=developing")
    assert picks(page) == {}
    assert 'id="search"' not in page.html["filters"]
    assert "vk-selection" not in page.html["head-deck"]
    assert 'href="insatser?stage=developing"' in page.html["header"]
    assert f'value="bildspel?deck={pack(DECK)}&amp;lang=sv"' in page.html["head-deck"]


def test_the_filters_of_the_address_are_there_again_after_a_visit_to_the_deck(visit):
    page = visit("deck", "stage=developing")
    page.app.switch_page(str(SETTINGS.root / "pages" / "stages.py"))
    page.run()
    assert picks(page)["pick-stage-developing"].picked
    assert page.link["stage"] == ["developing"]


def test_in_a_frame_there_are_the_slides_and_nothing_to_change_them_with(visit):
    page = visit("deck", f"deck={EXAMPLE}")
    page.app.context = {"is_embedded": True}
    page.run()
    assert {f"deck-slide-{number}" for number in range(1, 7)} <= page.html.keys()
    assert "Balans och luckor i Borås" in page.text("deck-head")
    assert [*page.app.button, *page.app.text_input, *page.app.text_area] == []
    assert not {"deck-list", "deck-how"} & page.html.keys()


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ("deck=no-such", "Det finns inget bildspel no-such här."),
        ("deck=..%2F..%2Fmunicipality", "Det finns inget bildspel ../../municipality här."),
        (f"deck={pack(DECK)[:-4]}&slide=1", "avkortad eller ändrad"),
    ],
)
def test_a_deck_that_does_not_exist_is_said_and_the_way_to_another_shown(shown, params, says):
    page = shown("deck", params)
    assert says in page.text("deck-notes")
    assert "deck-how" in page.html


def test_a_deck_whose_file_is_broken_is_told_with_the_line(data):
    (data / "decks" / "trasigt.toml").write_text('title = "x"\n[[slide]\n', "utf-8")
    page = visit_page("deck", "deck=trasigt")
    assert "decks/trasigt.toml rad 2: filen går inte att läsa som TOML" in page.text("deck-notes")
    assert "trasigt går inte att läsa" in page.text("deck-list")
    notes = visit_page("deck", "deck=trasigt&lang=en").html["deck-notes"]
    assert '<p><span lang="sv">decks/trasigt.toml rad 2' in notes


def test_a_deck_is_saved_where_readers_may_write_and_opens_under_its_name(data):
    page = visit_page("deck", f"deck={pack(DECK)}")
    next(field for field in page.app.text_input if field.key == "deck-code").set_value("min-berattelse")
    press(page, "Spara")
    assert page.text("deck-notes") == "Bildspelet är sparat som data/decks/min-berattelse.toml."
    assert open_deck(data, "min-berattelse") == Deck(DECK.title, DECK.slides, "min-berattelse")
    assert page.link["deck"] == ["min-berattelse"]
    assert "Min berättelse 3 bilder" in page.text("deck-list")
    assert check_decks(data) == []


@pytest.mark.parametrize(
    ("code", "says"), [("Å nej", "Namnet Å nej går inte."), ("", "går inte."), (EXAMPLE, "redan ett annat")]
)
def test_a_name_that_is_wrong_or_taken_is_told_and_nothing_saved(data, code, says):
    page = visit_page("deck", f"deck={pack(DECK)}")
    next(field for field in page.app.text_input if field.key == "deck-code").set_value(code)
    press(page, "Spara")
    assert says in page.text("deck-notes")
    assert len(list((data / "decks").iterdir())) == 1


def test_a_saved_deck_is_changed_and_saved_over(data):
    page = visit_page("deck", f"deck={EXAMPLE}")
    write(page, "Bildspelets titel", "Ny titel")
    press(page, "Spara")
    saved = open_deck(data, EXAMPLE)
    assert saved
    assert (saved.title, len(saved.slides)) == ("Ny titel", 6)


def test_a_full_disk_is_told(data, monkeypatch):
    page = visit_page("deck", f"deck={EXAMPLE}")

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dashboard.deck_files.replace_file", refuse)
    press(page, "Spara")
    assert "bildspelet är inte sparat" in page.text("deck-notes")
    assert snapshots.read_files(data)


def test_where_readers_may_not_write_there_is_nothing_to_save_with(shown):
    page = shown("deck", f"deck={pack(DECK)}")
    assert "Spara" not in [button.label for button in page.app.button]
