"""Importing a sheet with the columns of our own download: it adds and changes, and takes nothing away."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from tests.reports import made_up_report

from dashboard.exports import report
from dashboard.exports.spreadsheet_csv import report_csv, spreadsheet_csv
from dashboard.exports.workbook import xlsx
from dashboard.filters import Filters
from dashboard.links import Links
from dashboard.panels.view import View
from dashboard.portfolio.import_captures import import_captures
from dashboard.queries.portfolio import read_vocabularies
from dashboard.reports import labelled_initiatives
from dashboard.store.build import build_store
from dashboard.store.connection import open_store
from dashboard.store.review import Doubt, settle
from dashboard.text import text_of

EXEMPELBY = Path(__file__).parents[1] / "data" / "exempelby"

Rows = list[dict[str, str]]


@pytest.fixture
def data(portfolio_folder: Path) -> Path:
    return portfolio_folder


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The list of initiatives as somebody who reads Swedish takes it along."""
    folder = tmp_path_factory.mktemp("store")
    build_store(EXEMPELBY, folder)
    store = open_store(folder)
    view = View(
        store=store,
        vocabularies=read_vocabularies(store),
        filters=Filters(),
        unknown=(),
        text=text_of("sv"),
        links=Links("sv"),
        params={},
        today=date(2031, 5, 2),
    )
    return pd.concat(labelled_initiatives(view).parts())


@pytest.fixture
def downloaded(listed: pd.DataFrame) -> Rows:
    """Its rows, which a test may change."""
    written = spreadsheet_csv(listed).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(written), delimiter=";"))


@pytest.fixture
def bring(data: Path, tmp_path: Path) -> Callable[..., Result]:
    """Import these rows, saved as the file of this name."""

    def bring(rows: Rows, name: str = "insatser.csv") -> Result:
        path = tmp_path / name
        (save_workbook if name.endswith(".xlsx") else save_csv)(path, rows)
        return CliRunner().invoke(
            import_captures, ["--data", str(data), "--captures", str(tmp_path / "kept"), str(path)]
        )

    return bring


def save_csv(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def save_workbook(path: Path, rows: Rows) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (list(rows[0]), *(list(row.values()) for row in rows)):
        sheet.append(row)
    book.save(path)


@pytest.fixture
def exported(listed: pd.DataFrame, tmp_path: Path) -> Callable[[str], Path]:
    """Writes the export of this suffix: a report of which the list is the last part."""

    def export(suffix: str) -> Path:
        path = tmp_path / f"export.{suffix}"
        path.write_bytes(EXPORTS[suffix](made_up_report(initiatives=report.Rows.of(listed))))
        return path

    return export


EXPORTS = {"csv": report_csv, "xlsx": xlsx}


def run_import(data: Path, *arguments: str | Path) -> Result:
    kept = data.parent / "kept"
    return CliRunner().invoke(
        import_captures, ["--data", str(data), "--captures", str(kept), *map(str, arguments)]
    )


def tables(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (data / "portfolio").iterdir()}


def rows_of(data: Path, table: str) -> Rows:
    with (data / "portfolio" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["insatser.csv", "insatser.xlsx"])
def test_what_was_downloaded_comes_back_without_changing_a_byte(data, downloaded, bring, name):
    before = tables(data)
    result = bring(downloaded, name)
    assert (result.exit_code, tables(data)) == (0, before)
    assert "9 insatser i kalkylbladet" in result.stdout


@pytest.mark.parametrize("suffix", EXPORTS)
def test_an_export_that_nobody_has_changed_changes_nothing(data, exported, suffix):
    before = tables(data)
    tried = run_import(data, "--dry-run", exported(suffix))
    assert (tried.exit_code, tried.stderr) == (0, "")
    assert tried.stdout.splitlines()[-2:] == [
        "Insatslistorna: ingen skillnad.",
        "Ingenting har skrivits (--dry-run).",
    ]
    done = run_import(data, exported(suffix))
    assert (done.exit_code, "Skrev" in done.stdout, tables(data)) == (0, False, before)


def test_a_cell_that_is_changed_in_an_exported_workbook_comes_through(data, exported):
    path = exported("xlsx")
    book = load_workbook(path)
    cell = next(cell for row in book["Insatser"] for cell in row if cell.value == "Verktygspoolen")
    cell.value = "=Verktygspoolen | Norr"
    cell.data_type = "s"
    book.save(path)
    assert run_import(data, path).exit_code == 0
    titles = {row["code"]: row["title"] for row in rows_of(data, "initiatives")}
    assert titles["tool-pool"] == "=Verktygspoolen | Norr"


def test_rows_that_were_filtered_away_are_not_taken_away(data, downloaded, bring):
    before = tables(data)
    assert bring(downloaded[:2]).exit_code == 0
    assert tables(data) == before


def test_a_corrected_title_and_summary_are_taken_over_and_the_old_title_is_kept(data, downloaded, bring):
    downloaded[0] |= {"Insats": "Verktygspoolen i Norr", "Sammanfattning": "Låna verktyg."}
    assert bring(downloaded).exit_code == 0
    [row] = [row for row in rows_of(data, "initiatives") if row["code"] == "tool-pool"]
    assert (row["title"], row["other_titles"]) == ("Verktygspoolen i Norr", "Verktygspoolen")
    assert (row["summary_sv"], row["summary_en"]) == ("Låna verktyg.", "Made up.")


def test_an_initiative_that_moves_stage_is_numbered_last_or_where_the_sheet_says(data, downloaded, bring):
    downloaded[2] |= {"Skede": "Det här utvecklar vi", "Nummer i skedet": "3"}
    assert bring(downloaded).exit_code == 0
    developing = [row for row in rows_of(data, "listings") if row["stage"] == "developing"]
    assert [(row["initiative"], row["position"]) for row in developing] == [
        ("roof-garden", "1"),
        ("floating-stage", "2"),
        ("carpentry-night", "3"),
    ]
    doing = [row["position"] for row in rows_of(data, "listings") if row["stage"] == "doing-now"]
    assert doing == ["1", "2", "3", "4", "1", "2"]


def test_a_row_without_code_is_a_new_initiative_with_the_labels_of_the_sheet(data, downloaded, bring):
    new = dict.fromkeys(downloaded[0], "") | {
        "Insats": "Simskola",
        "Visionsområde": "Lugna stunder",
        "Skede": "Det här gör vi nu",
        "Nummer i skedet": "1",
        "Område": "Norr",
    }
    assert bring([*downloaded, new]).exit_code == 0
    [listing] = [row for row in rows_of(data, "listings") if row["initiative"] == "simskola"]
    assert (listing["vision_area"], listing["source"]) == ("lugn", "sheet-insatser")
    [label] = [row for row in rows_of(data, "classifications") if row["initiative"] == "simskola"]
    assert (label["term"], label["provenance"], label["rule"]) == ("norr", "stated", "stated-by-sheet")
    assert "lugn,Lugna stunder,Quiet moments,3,term,yes" in (
        data / "vocabularies" / "vision_area.csv"
    ).read_text("utf-8")


def test_another_label_of_a_known_initiative_is_for_a_person_to_settle(data, downloaded, bring):
    labels = (data / "portfolio" / "classifications.csv").read_bytes()
    downloaded[0]["Område"] = "Söder"
    assert bring(downloaded).exit_code == 0
    assert (data / "portfolio" / "classifications.csv").read_bytes() == labels
    [doubt] = rows_of(data, "review")
    assert (doubt["initiative"], doubt["reason"], doubt["term"]) == ("tool-pool", "sheet-differs", "soder")


def test_what_a_sheet_says_and_somebody_has_rejected_is_not_asked_again(data, downloaded, bring):
    downloaded[0]["Område"] = "Söder"
    assert bring(downloaded).exit_code == 0
    doubt = Doubt("tool-pool", "sheet-differs", "district", "soder", "Söder")
    assert settle(data, doubt, "rejected", "Redaktören", date(2031, 6, 1)) == []
    [settled] = rows_of(data, "review")
    assert bring(downloaded).exit_code == 0
    assert rows_of(data, "review") == [settled]
    assert settled["settled"] == "rejected"


def test_what_is_wrong_is_told_cell_by_cell_and_nothing_is_written(data, downloaded, bring):
    before = tables(data)
    downloaded[0]["Område"] = "Månen"
    downloaded[1]["Skede"] = "Någon gång"
    result = bring(downloaded)
    assert (result.exit_code, tables(data)) == (1, before)
    assert "insatser.csv:2: kolumnen «Område»: «Månen» finns inte" in result.stderr
    assert "insatser.csv:3: kolumnen «Skede»: «Någon gång» finns inte" in result.stderr


def test_a_column_that_is_left_out_empties_nothing(data, downloaded, bring):
    before = tables(data)
    kept = ("Kod", "Insats", "Visionsområde", "Skede", "Nummer i skedet")
    assert bring([{name: row[name] for name in kept} for row in downloaded]).exit_code == 0
    assert tables(data) == before


def test_two_listings_in_one_vision_area_are_two(data, downloaded, bring):
    new = dict.fromkeys(downloaded[0], "") | {
        "Insats": "Simskola",
        "Visionsområde": "Lugna stunder | Lugna stunder",
        "Skede": "Det här gör vi nu | Det här utvecklar vi",
        "Nummer i skedet": "1 | 1",
    }
    assert bring([*downloaded, new]).exit_code == 0
    stages = [row["stage"] for row in rows_of(data, "listings") if row["initiative"] == "simskola"]
    assert stages == ["doing-now", "developing"]


def test_what_a_sheet_states_stays_when_the_page_is_captured_anew(data, downloaded, bring, tmp_path):
    new = dict.fromkeys(downloaded[0], "") | {
        "Insats": "Simskola",
        "Visionsområde": "Nära till varandra i Exempelby",
        "Skede": "Det här gör vi nu",
        "Nummer i skedet": "3",
    }
    assert bring([*downloaded, new]).exit_code == 0
    [listing] = [row for row in rows_of(data, "listings") if row["initiative"] == "simskola"]
    assert listing["source"] == "sheet-insatser"
    page = EXEMPELBY.parent / "captures" / "nara.txt"
    arguments = ["--data", str(data), "--captures", str(tmp_path / "kept"), str(page)]
    assert CliRunner().invoke(import_captures, arguments).exit_code == 0
    listed = [row["initiative"] for row in rows_of(data, "listings") if row["vision_area"] == "nara"]
    assert listed == ["benches", "tool-pool", "simskola", "neighbours"]
