"""`dashboard export` as a person in a terminal meets it."""

import csv
import io
import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from dashboard import export_commands
from dashboard.cli import main
from dashboard.settings import SETTINGS

EXEMPELBY = Path(__file__).parents[1] / "data" / "exempelby"
DECK = """
title = "Till nämnden"

[[slide]]
view = "skeden?district=norr"
panel = "stages"
"""

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The made-up municipality with a deck, its store and room for exports."""
    folder = tmp_path_factory.mktemp("exempelby")
    shutil.copytree(EXEMPELBY, folder / "data")
    (folder / "data" / "decks").mkdir(exist_ok=True)
    (folder / "data" / "decks" / "namnden.toml").write_text(DECK, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "data", folder / "data")
        patch.setitem(vars(SETTINGS), "store", folder / "store")
        yield folder


@pytest.fixture
def run(folder: Path, tmp_path: Path) -> Run:
    """Runs `dashboard export` with the file's name first."""

    def run(name: str, *arguments: str) -> Result:
        return CliRunner().invoke(main, ["export", "--output", str(tmp_path / name), *arguments])

    return run


def lines(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))


# What comes out


def test_the_list_of_initiatives_with_what_it_shows(run, tmp_path):
    result = run("insatser.csv", "--filter", "district=norr")
    assert (result.exit_code, result.stdout) == (
        0,
        f"Skrev {tmp_path / 'insatser.csv'}. Underlag: 1 av 9 insatser i Norr.\n",
    )
    rows = lines(tmp_path / "insatser.csv")
    assert [row[0] for row in rows[:2]] == ["Kod", "tool-pool"]
    assert ["Underlag", "1 av 9 insatser i Norr."] in rows


@pytest.mark.parametrize("suffix", ["csv", "json", "parquet"])
def test_a_dash_for_a_name_writes_the_same_to_the_next_program_and_the_rest_to_standard_error(
    run, tmp_path, suffix
):
    run(f"a.{suffix}", "--filter", "district=norr")
    piped = CliRunner().invoke(main, ["export", "--output", f"-.{suffix}", "--filter", "district=norr"])
    assert piped.stdout_bytes == (tmp_path / f"a.{suffix}").read_bytes()
    assert piped.stderr.endswith(f"Skrev -.{suffix}. Underlag: 1 av 9 insatser i Norr.\n")


def test_a_dash_alone_asks_for_a_format():
    result = CliRunner().invoke(main, ["export", "--output", "-"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "formatet saknas. Skriv det efter strecket, som -.csv eller -.json." in result.stderr


def test_progress_is_on_standard_error(run):
    result = run("insatser.xlsx")
    assert "  0% Räknar\n" in result.stderr
    assert result.stderr.endswith("100% Gör xlsx\n")


def test_all_formats_tell_of_the_same_initiatives(run, tmp_path):
    for name in ("a.csv", "a.codes.csv", "a.parquet", "a.json", "a.xlsx"):
        assert run(name, "--filter", "stage=developing").exit_code == 0
    codes = [row[0] for row in lines(tmp_path / "a.csv")[1:3]]
    assert codes == ["roof-garden", "floating-stage"]
    assert list(pd.read_csv(tmp_path / "a.codes.csv", comment="#")["code"]) == codes
    assert pq.read_table(tmp_path / "a.parquet")["code"].to_pylist() == codes
    assert [each["code"] for each in json.loads((tmp_path / "a.json").read_text())["initiatives"]] == codes
    sheet = load_workbook(tmp_path / "a.xlsx")["Insatser"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == codes


def test_a_panel_alone(run, tmp_path):
    assert run("skeden.csv", "--page", "skeden", "--panel", "stages").exit_code == 0
    assert lines(tmp_path / "skeden.csv")[0][0] == "Skede"


@pytest.mark.parametrize(
    ("name", "start"), [("a.pdf", b"%PDF"), ("a.png", b"\x89PNG"), ("a.svg", b"<svg"), ("A.PDF", b"%PDF")]
)
def test_documents_and_pictures(run, tmp_path, name, start):
    assert run(name, "--page", "stages", "--panel", "stages").exit_code == 0
    assert start in (tmp_path / name).read_bytes()[:100]


def test_a_copied_link_says_page_selection_language_and_where_the_dashboard_is(run, tmp_path):
    link = "https://vk.example/borås/skeden?district=norr&lang=en"
    assert run("a.json", "--view", link).exit_code == 0
    document = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert (document["language"], document["selection"]) == ("en", "Basis: 1 of 9 initiatives in Norr.")
    assert document["address"].startswith("https://vk.example/borås/skeden?district=norr&")
    assert "&lang=en" in document["address"]
    assert "stages" in [panel["name"] for panel in document["panels"]]


@pytest.mark.parametrize("link", ["?district=norr", "district=norr", "./?district=norr"])
def test_what_follows_the_question_mark_is_enough(run, tmp_path, link):
    assert "1 av 9 insatser i Norr" in run("a.json", "--view", link).stdout


def test_options_go_before_what_the_link_says(run, tmp_path):
    arguments = ("--view", "skeden?district=norr&lang=en", "--language", "sv", "--filter", "district=udden")
    assert "i Udden" in run("a.json", *arguments).stdout
    arguments = ("--view", "https://vk.example/?district=norr", "--address", "https://borås.example/vision")
    run("a.json", *arguments)
    address = json.loads((tmp_path / "a.json").read_text("utf-8"))["address"]
    assert address.startswith("https://borås.example/vision/")


def test_words_and_what_the_city_states_select_too(run):
    assert "1 av 9 insatser" in run("a.csv", "--words", "verktyg").stdout
    assert "som kommunen anger" in run("a.csv", "--stated-only").stdout


@pytest.mark.parametrize("deck", ["namnden", "FILE"])
def test_a_deck_of_the_data_or_of_a_file(run, folder, tmp_path, deck):
    named = str(folder / "data" / "decks" / "namnden.toml") if deck == "FILE" else deck
    assert run("a.pptx", "--deck", named).exit_code == 0
    with ZipFile(tmp_path / "a.pptx") as parts:
        told = " ".join(parts.read(name).decode() for name in parts.namelist() if "slides/slide" in name)
    assert "Till nämnden" in told
    assert "1 av 9 insatser i Norr" in told


def test_a_template_of_ones_own(run, tmp_path):
    assert run("mall.pptx", "--page", "stages").exit_code == 0
    assert run("a.pptx", "--page", "stages", "--template", str(tmp_path / "mall.pptx")).exit_code == 0
    with ZipFile(tmp_path / "a.pptx") as parts:
        assert parts.testzip() is None


def test_help_is_in_swedish_and_names_formats_pages_and_dimensions(run):
    told = " ".join(CliRunner().invoke(main, ["export", "--help"]).stdout.split())
    assert "vision, target, district, stage, approach, group, status, place, fact" in told
    assert "Skriv det som en sida visar till en fil." in told
    assert "codes.csv" in told
    assert "visionsomraden" in told


@pytest.mark.parametrize("command", [[], ["export"], ["gaps"], ["gaps", "decide"], ["import"]])
def test_the_words_of_the_help_itself_are_swedish_too(command):
    told = CliRunner().invoke(main, [*command, "--help"]).stdout
    assert told.startswith(" ".join(["Användning: main", *command, "[VAL]"]))
    assert "\nVal:\n" in told
    assert not re.search("Usage|Options|OPTIONS|Commands|COMMAND|ARGS|PATH|required", told)


# What is wrong is told


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("a.docx", (), "a.docx: formatet är okänt. Låt namnet sluta på .pptx, .pdf"),
        ("csv", (), "csv: formatet är okänt."),
        (
            "a.codes.csv",
            ("--page", "skeden", "--panel", "stages"),
            "codes.csv är alltid insatserna i urvalet",
        ),
        (
            "a.parquet",
            ("--page", "skeden", "--panel", "stages"),
            "Ta bort --panel, eller välj csv eller json.",
        ),
        ("a.csv", ("--view", "omraden?sheet=norr"), "länken visar ett enda område eller en enda insats"),
        ("a.csv", ("--view", "insatser?initiative=tool-pool"), "Ange ett urval med --filter i stället."),
        ("finns/inte/a.csv", (), "mappen finns inte. Skapa den"),
        ("a.csv", ("--page", "luckorna"), "--page: sidan «luckorna» finns inte."),
        ("a.csv", ("--page", "skede"), "Sidorna är skeden, "),
        ("a.csv", ("--view", "https://vk.example/skedena?x=1"), "--view: sidan «skedena» finns inte."),
        ("a.csv", ("--view", "https://vk.example/skedena?x=1"), "Sidorna är skeden, "),
        ("a.csv", ("--panel", "stagez"), "--panel: diagrammet «stagez» finns inte på sidan oversikt."),
        ("a.csv", ("--panel", "stages"), "Det finns på skeden: ange --page skeden."),
        ("a.csv", ("--page", "insatser", "--panel", "x"), "Där finns initiatives."),
        ("a.png", ("--page", "overview"), "En bild är ett enda diagram. Ange ett med --panel: "),
        ("a.png", ("--deck", "namnden"), "En bild är ett enda diagram, inte ett bildspel."),
        ("a.csv", ("--filter", "norr"), "--filter: «norr» går inte att läsa. Skriv som district=norrby"),
        ("a.csv", ("--filter", "provenance=stated"), "är ingen dimension. Skriv --stated-only i stället."),
        ("a.csv", ("--filter", "q=verktyg"), "är ingen dimension. Skriv --words i stället."),
        ("a.csv", ("--filter", "distrikt=norr"), "före = kan stå district, "),
        ("a.csv", ("--filter", "district=nor"), "district=nor: finns inte. Möjliga är norr, "),
        ("a.csv", ("--filter", "district=norr", "--filter", "stage=x"), "stage=x: finns inte."),
        ("a.csv", ("--snapshot", "2020-01-01"), "--snapshot=2020-01-01: finns inte. Ögonblicksbilderna är "),
        ("a.csv", ("--words", "finns ingenstans"), "Urvalet lämnar ingenting att ta med."),
        ("a.csv", ("--address", "vk.example"), "--address: «vk.example» är ingen webbadress."),
        ("a.csv", ("--template", "a.pptx"), "--template är en mall för pptx"),
        ("a.pptx", ("--template", "a.pptx"), "a.pptx: "),
        (
            "a.pdf",
            ("--deck", "namden"),
            "--deck: Det finns inget bildspel namden här.",
        ),
        ("a.pdf", ("--deck", "finns-inte.toml"), "--deck: finns-inte.toml kan inte läsas"),
        ("a.pdf", ("--view", "bildspel?deck=1.trasig"), "Länken till bildspelet är avkortad eller ändrad"),
        ("a.csv", ("--deck", "namnden"), "Filformatet rymmer en enda lista med insatser"),
        ("a.pdf", ("--deck", "namnden", "--panel", "stages"), "--panel gäller en sida, inte ett bildspel."),
    ],
)
def test_a_mistake_is_told_in_a_sentence_and_nothing_is_written(run, tmp_path, name, arguments, says):
    result = run(name, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr
    assert isinstance(result.exception, SystemExit)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["export"], "--output saknas."),
        (["export", "--output"], "--output: värdet saknas, eller ska inte vara där."),
        (["export", "--output", "a.csv", "--stated-only=1"], "--stated-only: värdet saknas, eller ska inte"),
        (["export", "--output", "a.csv", "--language", "de"], "--language: värdet är inte något av sv, en."),
        (["export", "--output", "a.csv", "b.csv"], "Det står ett ord för mycket."),
        (["export", "--outptu", "a.csv"], "Valet --outptu finns inte. Menade du --output?"),
        (["exprt"], "Kommandot «exprt» finns inte. De som finns är "),
        (["--exprt"], "Valet --exprt finns inte."),
        (["import"], "KÄLLA… saknas."),
        (["gaps", "decid"], "Kommandot «decid» finns inte. De som finns är decide"),
    ],
)
def test_what_cannot_be_read_of_a_command_is_told_in_swedish(arguments, says):
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert "Error" not in result.stderr


def test_a_deck_file_with_mistakes_is_told_as_the_check_tells_it(run, tmp_path):
    (tmp_path / "fel.toml").write_text("titel = 1", "utf-8")
    result = run("a.pdf", "--deck", str(tmp_path / "fel.toml"))
    assert result.exit_code == 1
    assert "titeln saknas eller är ingen text" in result.stderr


def test_a_folder_in_the_files_place_is_told(run, tmp_path):
    (tmp_path / "a.csv").mkdir()
    assert "är en mapp eller annat som inte är en fil" in run("a.csv").stderr


def test_a_disk_that_is_full_leaves_the_old_file_as_it_was(run, tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("gammal")

    def fill_up(path: Path, content: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    result = run("a.csv")
    assert result.exit_code == 1
    assert "filen kan inte skrivas (No space left on device)" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_text() == "gammal"


def test_an_old_file_is_replaced_with_its_rights_and_where_a_link_leads(run, tmp_path):
    (tmp_path / "real.csv").write_text("gammal")
    (tmp_path / "real.csv").chmod(0o640)
    (tmp_path / "a.csv").symlink_to("real.csv")
    assert run("a.csv").exit_code == 0
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text("utf-8-sig").startswith("Kod;")
    assert stat.S_IMODE((tmp_path / "real.csv").stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "real.csv"]


def test_a_file_that_may_not_be_written_is_told_before_the_work(run, tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("gammal")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    result = run("a.csv")
    assert "filen får inte skrivas" in result.stderr
    assert "Räknar" not in result.stderr


def test_a_long_list_of_what_was_possible_ends_with_how_many_more_there_are():
    told = export_commands._nearest("kod-29", [f"kod-{n}" for n in range(30)])
    assert told.startswith("kod-29, ")
    assert told.endswith(" och 5 till")
