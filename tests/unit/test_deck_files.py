"""The decks in a data folder: which there are, and what `dashboard check` says of them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.deck_files import NoDeck, check_decks, deck_codes, find_deck, open_deck, save_deck
from dashboard.decks import Deck, DeckSlide, DeckUnreadable, pack, write_deck
from dashboard.settings import SETTINGS
from dashboard.text import text_of

RIGHT = DeckSlide("skeden?stage=developing&lang=en", "stages")


def keep(data: Path, *slides: DeckSlide) -> None:
    (data / "decks").mkdir(exist_ok=True)
    (data / "decks" / "x.toml").write_text(write_deck(Deck("x", slides)), "utf-8")


def test_a_saved_deck_is_found_and_opened(portfolio_folder):
    deck = Deck("En berättelse", (RIGHT,), "en-berattelse")
    save_deck(portfolio_folder, deck)
    assert deck_codes(portfolio_folder) == ["en-berattelse"]
    assert open_deck(portfolio_folder, "en-berattelse") == deck


@pytest.mark.parametrize("code", ["", "no-such", "../municipality", "../../data/decks/x"])
def test_there_is_no_deck_of_any_other_code(portfolio_folder, code):
    keep(portfolio_folder, RIGHT)
    assert open_deck(portfolio_folder, code) is None


def test_a_deck_in_a_place_that_cannot_be_read_is_told(portfolio_folder):
    (portfolio_folder / "decks" / "x.toml").mkdir(parents=True)
    with pytest.raises(DeckUnreadable, match=r"^decks/x.toml: filen kan inte läsas"):
        open_deck(portfolio_folder, "x")


def test_an_address_spells_a_deck_by_its_code_or_whole(portfolio_folder):
    keep(portfolio_folder, RIGHT)
    packed = Deck("En berättelse", (RIGHT,))
    assert find_deck(portfolio_folder, "x") == Deck("x", (RIGHT,), "x")
    assert find_deck(portfolio_folder, pack(packed)) == packed


@pytest.mark.parametrize(
    ("spelt", "key", "says"),
    [
        ("no-such", "deck-no-such", "There is no deck no-such here."),
        ("../x", "deck-no-such", "There is no deck ../x here."),
        ("1.cut-short", "deck-broken-link", "The link to the deck has been cut short or changed"),
        ("x", "deck-broken-file", "The deck x cannot be read."),
    ],
)
def test_where_there_is_no_deck_it_is_said_why_in_the_readers_language(portfolio_folder, spelt, key, says):
    keep(portfolio_folder)
    (portfolio_folder / "decks" / "x.toml").write_text("title = 1", "utf-8")
    with pytest.raises(NoDeck) as missing:
        find_deck(portfolio_folder, spelt)
    assert missing.value.key == key
    assert missing.value.told(text_of("en")).startswith(says)
    assert [each.file for each in missing.value.problems] == ["decks/x.toml"] * (spelt == "x")


def test_the_decks_that_come_with_the_project_are_right():
    assert check_decks(SETTINGS.data) == []
    assert deck_codes(SETTINGS.data)


def test_a_folder_without_decks_is_right(portfolio_folder):
    assert check_decks(portfolio_folder) == []


@pytest.mark.parametrize(
    ("slide", "says"),
    [
        (
            DeckSlide("finns-inte?stage=developing", "stages"),
            "bild 2, view: «finns-inte?stage=developing» leder inte till någon sida. "
            "Skriv som omraden?target=housing.",
        ),
        (
            DeckSlide("skeden", "no-such"),
            "bild 2, panel: «no-such» är inget diagram på sidan. Där finns stages, stages-by-target-area.",
        ),
        (
            DeckSlide("bildspel", "stages"),
            "bild 2, panel: «stages» är inget diagram på sidan. Där finns inga.",
        ),
        (
            DeckSlide("skeden?stage=developing&stage=atlantis", "stages"),
            "bild 2, view: «stage=atlantis» finns inte i ordlistorna. Rätta koden.",
        ),
        (
            DeckSlide("skeden?stages=developing", "stages"),
            "bild 2, view: «stages» är inget som en vy har i sin adress. Rätta namnet eller ta bort det.",
        ),
        (
            DeckSlide("skeden?snap=1999-01-01", "stages"),
            "bild 2, view: «snap=1999-01-01» är ingen ögonblicksbild i data/snapshots/. Rätta koden.",
        ),
        (
            DeckSlide("skeden?lang=tlh", "stages"),
            "bild 2, view: «lang=tlh» är inget av språken sv, en. Rätta det.",
        ),
    ],
)
def test_what_a_slide_asks_for_and_nobody_has_is_told(portfolio_folder, slide, says):
    keep(portfolio_folder, RIGHT, slide)
    assert [str(each) for each in check_decks(portfolio_folder)] == [f"decks/x.toml, {says}"]


def test_everything_wrong_with_every_deck_is_told_at_once(portfolio_folder):
    keep(portfolio_folder, DeckSlide("skeden?lang=tlh&stage=atlantis", "no-such"))
    for name, toml in {"Å.toml": "", "b.txt": "", "c.toml": "title ="}.items():
        (portfolio_folder / "decks" / name).write_text(toml, "utf-8")
    found = check_decks(portfolio_folder)
    assert [each.file for each in found] == [
        "decks/b.txt", "decks/c.toml", *["decks/x.toml"] * 3, "decks/Å.toml",
    ]  # fmt: skip


def test_the_check_command_tells_of_decks_and_the_build_does_not_mind(portfolio_folder, tmp_path):
    keep(portfolio_folder, DeckSlide("skeden", "no-such"))
    checked = CliRunner().invoke(main, ["check", "--data", str(portfolio_folder)])
    assert checked.exit_code == 1
    assert "decks/x.toml, bild 1, panel: «no-such»" in checked.stderr
    built = CliRunner().invoke(
        main, ["build", "--data", str(portfolio_folder), "--store", str(tmp_path / "store")]
    )
    assert built.exit_code == 0
