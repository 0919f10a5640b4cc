"""Bildspel: adding views to a deck, arranging it, saving it, and all its slides to present."""

import re
import zlib
from base64 import urlsafe_b64encode
from html import unescape
from pathlib import Path
from random import Random
from shutil import copy, copytree
from string import ascii_letters
from urllib.parse import parse_qs, urlencode

import pytest

from dashboard.deck_files import check_decks, open_deck
from dashboard.decks import (
    LONGEST_NOTE,
    MOST_BYTES,
    MOST_PACKED,
    MOST_SLIDES,
    Deck,
    DeckSlide,
    deck_href,
    pack,
    unpack,
    write_deck,
)
from dashboard.panels.view import view_of
from dashboard.settings import SETTINGS
from dashboard.store import snapshots
from dashboard.ui.deck_edits import open_deck_of
from dashboard.ui.deck_saving import SAID, save
from dashboard.ui.first_view import first_view
from dashboard.ui.presenter import present
from tests.app.conftest import Visit, visit_page, words
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


def told(**params: str) -> dict[str, str]:
    """What the document tells the browser of a deck page with these parameters."""
    asked = {name: [value] for name, value in params.items()}
    first = first_view("deck", asked, "", False).html.partition(">")[0]
    return {name: unescape(value) for name, value in re.findall(r'data-([a-z-]+)="([^"]*)"', first)}


def after(deck: Deck, *edits: str) -> Deck | None:
    """The deck as the page has it when these changes have been asked for."""
    page = visit_page("deck", urlencode({"deck": pack(deck), "edit": edits}, doseq=True))
    assert "edit" not in page.link
    return opened(page)


def presented(address: str, whole: bool = True) -> str:
    return present(parse_qs(address, keep_blank_values=True), "", whole).html


def save_as(page: Visit, code: str) -> None:
    """What the form does: `AppTest` cannot press a button within a component."""
    view = view_of(page.link, "deck")
    page.app.session_state[SAID], _ = save(view, open_deck_of(view).deck, code)
    page.run()


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


@pytest.fixture(autouse=True)
def store(use_folders, real_store: Path) -> None:
    use_folders(store=real_store)


def test_views_that_are_added_are_slides_in_the_order_in_which_they_came():
    first = visit_page("deck", urlencode({"add": AREAS.view, "panel": AREAS.panel}))
    assert opened(first) == Deck("", (AREAS,))
    added = urlencode({"deck": first.link["deck"][0], "add": STAGES.view, "panel": STAGES.panel})
    assert opened(visit_page("deck", added)) == Deck("", (AREAS, STAGES))


def test_what_is_added_is_said_and_can_be_given_a_title_at_once():
    told_of = told(deck=pack(DECK), add="omraden?q=barn", panel="district-map")
    assert told_of["said"] == "Bilden är tillagd sist i bildspelet."
    assert told_of["then"] == "deck-title-4"
    assert told_of["mended"] == deck_href(pack(DECK.with_slide(DeckSlide("omraden?q=barn", "district-map"))))


def test_a_view_that_is_added_twice_is_there_once():
    told_of = told(deck=pack(DECK), add=MAP.view, panel=MAP.panel)
    assert (told_of["said"], told_of["then"]) == ("Bilden finns redan i bildspelet.", "deck-title-2")
    assert told_of["mended"] == deck_href(pack(DECK))


@pytest.mark.parametrize("slide", [DeckSlide("finns-inte", "stages"), DeckSlide("skeden", "no-such")])
def test_what_is_no_chart_is_not_added(slide):
    told_of = told(deck=pack(DECK), add=slide.view, panel=slide.panel)
    assert told_of["said"] == "Länken leder inte till något diagram, så ingen bild är tillagd."
    assert told_of["mended"] == deck_href(pack(DECK))


def test_a_full_deck_takes_no_more_and_says_so():
    full = Deck("", tuple(DeckSlide(f"skeden?q={n}", "no-such") for n in range(MOST_SLIDES)))
    told_of = told(deck=pack(full), add=AREAS.view, panel=AREAS.panel)
    assert told_of["said"].startswith("Bildspelet rymmer högst 100 bilder och den text som dess länk")
    assert told_of["mended"] == deck_href(pack(full))


def zipped(file: str) -> str:
    """As the browser packs a file that is to be opened."""
    return urlsafe_b64encode(zlib.compress(file.encode())).decode().rstrip("=")


def test_a_file_that_somebody_sent_is_opened_as_the_readers_own_deck():
    told_of = told(file=zipped(write_deck(DECK)))
    assert told_of["said"].startswith("Bildspelet i filen är öppnat.")
    assert told_of["mended"] == deck_href(pack(DECK))


def test_a_file_with_a_fault_is_told_line_by_line_and_the_open_deck_stays():
    file = 'title = "Två fel"\n[[slide]]\nview = "omraden"\ntitel = "Ny"\n'
    told_of = told(deck=pack(DECK), file=zipped(file))
    first, *faults = told_of["said"].splitlines()
    assert first == "Filen går inte att öppna som bildspel. Rätta den och välj den igen:"
    assert faults == [
        "Filen, bild 1: panel saknas. Kopiera det från ett diagrams länk Lägg till i bildspel.",
        "Filen, bild 1: «titel» hör inte hemma i en bild: där står view, panel, title, note.",
    ]
    assert told_of["mended"] == deck_href(pack(DECK))


@pytest.mark.parametrize("packed", ["no-deck", zipped("title = 1")[:-9], zipped("#" * 2 * MOST_BYTES + "#")])
def test_what_is_no_file_of_a_deck_is_refused_whoever_packed_it(packed):
    told_of = told(deck=pack(DECK), file=packed)
    assert told_of["said"].startswith("Filen går inte att öppna: den är inget bildspel")
    assert told_of["mended"] == deck_href(pack(DECK))


def slides(html: str) -> list[str]:
    """The HTML of each slide."""
    return re.findall(r"<article.*?</article>", html, re.DOTALL)


def test_a_deck_shows_every_slide_as_its_own_address_says(shown):
    page = shown("deck", f"deck={pack(DECK)}")
    areas, district_map, stages = slides(page.html["deck"])
    assert "Flest har" in words(areas)
    assert "av 68 insatser som utvecklas" in words(areas)
    assert "2. Vilka områden" in words(district_map)
    assert "All 68 initiatives" in words(stages)
    assert 'href="visionsomraden?stage=developing&amp;' in areas
    assert all("<svg" in each for each in (areas, district_map, stages))


def test_the_fields_of_a_slide_hold_what_is_told_of_it(shown):
    html = slides(shown("deck", f"deck={pack(DECK)}").html["deck"])[1]
    assert 'id="deck-title-2" data-edit="title:2" value="Vilka områden"' in html
    assert ">Säg något om Norrby.\nOch sen?</textarea>" in html


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (["title:1:  Det som\tkommer "], DECK.told(0, title="Det som kommer")),
        (["title:2:"], DECK.told(1, title="")),
        (["title:0:Ny titel"], Deck("Ny titel", DECK.slides)),
        (["note:3:Först.\r\n  Sedan. \n"], DECK.told(2, note="Först.\nSedan.")),
        (["note:1:a:b\u0065\u0301"], DECK.told(0, note="a:b\u00e9")),
        (["title:1:Först", "note:1:Sedan"], DECK.told(0, title="Först", note="Sedan")),
        (["up:2"], Deck(DECK.title, (MAP, AREAS, STAGES))),
        (["down:2"], Deck(DECK.title, (AREAS, STAGES, MAP))),
        (["down:1", "title:2:Nu tvåa"], Deck(DECK.title, (MAP, AREAS, STAGES)).told(1, title="Nu tvåa")),
        (["remove:2", "remove:2"], Deck(DECK.title, (AREAS,))),
    ],
    ids=str,
)
def test_a_change_is_in_the_address_at_once(edits, expected):
    assert after(DECK, *edits) == expected


@pytest.mark.parametrize(
    "edit",
    ["up:1", "down:3", "up:0", "remove:0", "remove:4", "note:0:x", "title:9:x", "swap:1", "up", "up:x", ""],
)
def test_what_cannot_be_changed_stays_as_it_is(edit):
    assert after(DECK, edit) == DECK


@pytest.mark.parametrize(
    ("edit", "said", "then"),
    [
        ("up:3", "Bilden är nu nummer 2.", "deck-up-2"),
        ("up:2", "Bilden är nu nummer 1.", "deck-down-1"),
        ("down:1", "Bilden är nu nummer 2.", "deck-down-2"),
        ("down:2", "Bilden är nu nummer 3.", "deck-up-3"),
        ("remove:3", "Bild 3 är borttagen. Webbläsarens bakåtknapp tar tillbaka den.", "deck-remove-2"),
    ],
)
def test_what_has_been_moved_is_said_and_the_focus_goes_with_it(edit, said, then):
    told_of = told(deck=pack(DECK), edit=edit)
    assert (told_of["said"], told_of["then"]) == (said, then)
    assert told(deck=pack(DECK)).get("said") is None


def test_a_note_that_makes_the_deck_too_large_is_refused_and_said():
    long = DECK.told(0, note="å" * LONGEST_NOTE)
    told_of = told(deck=pack(long), edit="note:1:" + "å" * (LONGEST_NOTE + 1))
    assert "ändringen är inte gjord" in told_of["said"]
    assert "korta det med 1 tecken" in told_of["said"]
    assert told_of["then"] == "deck-note-1"
    assert told_of["mended"] == deck_href(pack(long))


def letters(count: int) -> str:
    """That cannot be packed much; the same each time."""
    return "".join(Random(count).choices(ascii_letters, k=count))


LONG = Deck(
    "Långt", (*(DeckSlide("omraden", "district-map", "", letters(2990 + n)) for n in range(8)), AREAS)
)


def test_a_note_is_to_be_shortened_by_just_as_much_as_the_link_has_no_room_for():
    def refused(note: str) -> str:
        return told(deck=pack(LONG), edit=f"note:9:{note}").get("said", "")

    note = letters(LONGEST_NOTE)
    found = re.search(r"korta det med ([\d\s]+) tecken", refused(note))
    assert len(pack(LONG)) < MOST_PACKED
    assert found
    fits = LONGEST_NOTE - int("".join(found[1].split()))
    assert refused(note[:fits]) == ""
    assert "korta det med 1 tecken" in refused(note[: fits + 1])


def test_a_deck_whose_link_is_too_long_already_can_grow_shorter_a_little_at_a_time():
    note = letters(LONGEST_NOTE)
    longer, shorter = (LONG.told(8, note=note[:count]) for count in (3000, 2900))
    assert len(pack(shorter)) > MOST_PACKED
    assert after(longer, f"note:9:{note[:2900]}") == shorter
    assert "said" in told(deck=pack(shorter), edit=f"note:9:{note}")


def test_a_deck_of_a_file_is_changed_in_the_address_alone_and_keeps_its_name(shown):
    page = shown("deck", f"deck={EXAMPLE}&edit=title:0:Ny")
    changed = opened(page)
    assert changed
    assert (changed.title, changed.code, len(changed.slides)) == ("Ny", EXAMPLE, 6)


def test_the_first_slide_does_not_move_up_nor_the_last_one_down(shown):
    html = shown("deck", f"deck={pack(DECK)}").html["deck"]
    assert re.findall(r'aria-label="([^"]*)" disabled', html) == ["Flytta upp bild 1", "Flytta ned bild 3"]


def test_a_deck_stands_in_the_document_before_there_is_a_session():
    html = first_view("deck", {"deck": [pack(DECK)]}, "", False).html
    assert [f'id="deck-slide-{number}"' in html for number in (1, 2, 3, 4)] == [True, True, True, False]


def test_decks_of_the_same_title_are_told_apart_by_their_files(data):
    folder = data / "decks"
    copy(folder / f"{EXAMPLE}.toml", folder / "samma-titel.toml")
    (folder / "annan.toml").write_text('title = "En annan"\n', "utf-8")
    listed = words(visit_page("deck").html["deck-list"])
    assert "6 bilder, samma-titel" in listed
    assert f"6 bilder, {EXAMPLE}" in listed
    assert "inga bilder, annan" not in listed


def test_a_file_that_has_changed_is_read_again(data):
    path = data / "decks" / f"{EXAMPLE}.toml"
    before = first_view("deck", {"deck": [EXAMPLE]}, "", False).html
    path.write_text(path.read_text("utf-8").replace("Balans och luckor i Borås", "En annan titel"), "utf-8")
    assert "En annan titel" not in before
    assert "En annan titel" in first_view("deck", {"deck": [EXAMPLE]}, "", False).html


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_example_deck_can_be_opened_and_all_its_slides_show_something(language):
    html = presented(f"deck={EXAMPLE}&slide=1&lang={language}")
    deck = open_deck(SETTINGS.data, EXAMPLE)
    assert deck
    assert html.count('<section class="vk-slide"') == len(deck.slides) == 6
    assert html.count('class="vk-lying"') == html.count('class="vk-upright"') == len(deck.slides)
    assert "går inte att visa" not in html


@pytest.mark.parametrize(
    ("asked", "shown_first"),
    [
        ("slide=2", [2]),
        ("slide=2&notes=1", [2, 3]),
        ("slide=3&notes=1", [3]),
        ("slide=0", [1]),
        ("slide=", [1]),
    ],
)
def test_a_document_has_the_slide_that_is_asked_for_and_the_others_come_after(asked, shown_first):
    numbers = [
        [
            int(each)
            for each in re.findall(r'data-number="(\d)"', presented(f"deck={pack(DECK)}&{asked}", whole))
        ]
        for whole in (False, True)
    ]
    assert numbers == [shown_first, [1, 2, 3]]


def test_what_a_slide_says_of_itself_is_marked_as_its_language_and_the_way_to_it_as_the_page_s(shown):
    html = slides(shown("deck", f"deck={EXAMPLE}&lang=en").html["deck"])[0]
    assert '<div class="vk-deck-slide" lang="sv"' in html
    assert re.search(r'<p lang="en"><a href="[^"]*">Open the view</a>', html)


@pytest.mark.parametrize("params", ["deck=no-such&slide=1", "slide=1", f"deck={pack(Deck('Tomt'))}&slide=1"])
def test_where_there_is_nothing_to_present_the_page_says_why(params):
    assert presented(params) == ""


def test_the_presenter_has_title_sentence_basis_date_source_number_and_note_of_each_slide():
    said = words(presented(f"deck={pack(DECK)}&slide=2"))
    for each in (
        "Vilka områden",
        "7 av 38 områden pekas ut",
        "Underlag: Alla 68 insatser.",
        "Uppgifter per",
        "Källa: webbsidor från Borås Stad",
        "2 / 3",
        "Säg något om Norrby.",
    ):
        assert each in said


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
def test_a_slide_that_cannot_be_shown_says_why_and_the_others_are_shown(slide, says):
    html = presented(f"deck={pack(Deck('', (slide, AREAS)))}&slide=1")
    assert says in words(html)
    assert "Flest har" in words(html)
    assert "<img" not in html


def test_a_frozen_slide_says_of_when_it_is():
    frozen = DeckSlide("skeden?snap=2026-11-21", "stages")
    said = words(presented(f"deck={pack(Deck('', (frozen,)))}&slide=1"))
    assert "Uppgifter per 21 november 2026 (fryst läge)" in said


WHOLE, DEVELOPING = DeckSlide("skeden", "stages"), DeckSlide("skeden?stage=developing&lang=en", "stages")


@pytest.mark.parametrize(
    ("slide", "says"),
    [
        (WHOLE, "(fryst läge). Sedan dess: 1 insats tillkom, 1 försvann, 7 ändrades; 1 är som förut."),
        (DEVELOPING, "(frozen). Since then: 2 initiatives changed; none is as before."),
    ],
)
def test_a_frozen_slide_says_how_much_has_changed_since_in_what_it_shows(tmp_path, use_folders, slide, says):
    build_two_snapshots(tmp_path)
    use_folders(**{name: tmp_path / name for name in ("data", "store", "captures")})
    frozen = Deck("", (slide.at(MAY),))
    deck = Deck("", (slide,))
    assert says in words(presented(f"deck={pack(deck)}&snap={MAY}&slide=1"))
    assert says in words(presented(f"deck={pack(frozen)}&slide=1"))
    assert says.partition(". ")[2][:10] not in words(presented(f"deck={pack(deck)}&slide=1"))


def arranged(address: str) -> str:
    return words(visit_page("deck", address).html["deck"])


@pytest.mark.parametrize("show", [arranged, lambda address: words(presented(f"{address}&slide=1"))])
def test_a_locked_deck_shows_the_numbers_of_its_day(tmp_path, use_folders, show):
    build_two_snapshots(tmp_path)
    use_folders(**{name: tmp_path / name for name in ("data", "store", "captures")})
    changes = Deck("", (DeckSlide("forandringar?to=now", "stage-transitions"),))
    stages = Deck("", (DeckSlide("skeden?stage=developing", "stages"),))
    now, then = show(f"deck={pack(stages)}"), show(f"deck={pack(stages)}&snap={MAY}")
    assert ("1 av 9 insatser" in now, "2 av 9 insatser" in then) == (True, True)
    assert "Uppgifter per 1 maj 2031 (fryst läge)" in then
    assert "har ingenting att visa" in show(f"deck={pack(changes)}&snap={MAY}")


def test_a_slide_whose_data_are_damaged_says_so_and_not_where_they_lie(tmp_path, use_folders):
    build_two_snapshots(tmp_path)
    use_folders(**{name: tmp_path / name for name in ("data", "store", "captures")})
    (tmp_path / "store" / f"snapshot-{MAY}").write_text("damaged", "utf-8")
    then = presented(f"deck={pack(Deck('', (DeckSlide(f'skeden?snap={MAY}', 'stages'),)))}&slide=1")
    assert "Vyns uppgifter går inte att läsa: datafilen är trasig" in words(then)
    assert str(tmp_path) not in then


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
    assert len(slides(page.html["deck"])) == 6
    assert "Balans och luckor i Borås" in page.text("deck")
    assert not re.search("<(button|input|textarea)", page.html["deck"])
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
    save_as(page, "min-berattelse")
    assert page.text("deck-notes") == "Bildspelet är sparat som data/decks/min-berattelse.toml."
    assert open_deck(data, "min-berattelse") == Deck(DECK.title, DECK.slides, "min-berattelse")
    assert "Min berättelse 3 bilder" in page.text("deck-list")
    assert check_decks(data) == []


@pytest.mark.parametrize(
    ("deck", "code"), [(EXAMPLE, EXAMPLE), (pack(DECK), "min-berattelse"), (pack(Deck("", (AREAS,))), "")]
)
def test_the_name_that_is_offered_is_that_of_the_file_or_what_the_title_says(data, deck, code):
    assert f'placeholder="{code}" maxlength="60"' in visit_page("deck", f"deck={deck}").html["deck"]


@pytest.mark.parametrize(
    ("code", "says"), [("Å nej", "Namnet Å nej går inte."), ("", "går inte."), (EXAMPLE, "redan ett annat")]
)
def test_a_name_that_is_wrong_or_taken_is_told_and_nothing_saved(data, code, says):
    page = visit_page("deck", f"deck={pack(DECK)}")
    save_as(page, code)
    assert says in page.text("deck-notes")
    assert len(list((data / "decks").iterdir())) == 1


def test_a_saved_deck_is_changed_and_saved_over(data):
    page = visit_page("deck", f"deck={EXAMPLE}&edit=title:0:Ny titel")
    save_as(page, EXAMPLE)
    saved = open_deck(data, EXAMPLE)
    assert saved
    assert (saved.title, len(saved.slides)) == ("Ny titel", 6)


def test_a_full_disk_is_told(data, monkeypatch):
    page = visit_page("deck", f"deck={EXAMPLE}")

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dashboard.deck_files.replace_file", refuse)
    save_as(page, EXAMPLE)
    assert "bildspelet är inte sparat" in page.text("deck-notes")
    assert snapshots.read_files(data)


def test_where_readers_may_not_write_there_is_nothing_to_save_with(shown):
    assert "deck-code" not in shown("deck", f"deck={pack(DECK)}").html["deck"]
