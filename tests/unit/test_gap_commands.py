"""`dashboard gaps` as a person in a terminal meets it."""

import csv
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard import gap_commands
from dashboard.cli import main
from dashboard.store.snapshots import take_snapshot, writing
from dashboard.store.tables import GAP_DECISIONS

DECISION = {
    "--decision": "looking-into",
    "--owner": "Områdeschef",
    "--by": "Nämnden",
    "--reason": "=1+1 är ingen formel",
    "--decided": "2031-05-02",
}
UDDEN_DEVELOPING = "district:udden,stage:developing"


@pytest.fixture
def gaps(portfolio_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs `dashboard gaps` on the made-up municipality, on the twentieth of May."""
    monkeypatch.setattr(gap_commands, "today", lambda: date(2031, 5, 20))

    def run(command: str, *arguments: str, answers: str = "") -> Result:
        folders = ("--data", str(portfolio_folder), "--store", str(tmp_path / "store"))
        return CliRunner().invoke(main, ["gaps", command, *arguments, *folders], input=answers)

    return run


def options(**changed: str) -> list[str]:
    given = DECISION | {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    return [part for option, value in given.items() for part in (option, value)]


def test_the_list_has_every_district_that_lacks_something_and_what_is_decided(gaps):
    gaps("decide", "district:udden", *options())
    gaps("decide", UDDEN_DEVELOPING, *options(decision="chosen", review="2031-06-01"))
    lacks = (
        "En eller två insatser pekar ut området. "
        "Det som pekar ut området görs nu; inget av det är under utveckling."
    )
    assert gaps("list").stdout.splitlines() == [
        f"Norr: {lacks}",
        f"Söder: {lacks}",
        f"Udden: {lacks} Utreds, ansvarig Områdeschef",
        "Udden: Det här utvecklar vi: Medvetet vald, ansvarig Områdeschef, ses över 1 juni 2031",
    ]


def test_a_decision_on_a_gap_that_has_been_filled_since_is_listed_as_such(gaps, portfolio_folder):
    gaps("decide", UDDEN_DEVELOPING, *options(decision="chosen"))
    path = portfolio_folder / GAP_DECISIONS
    path.write_text(path.read_text("utf-8").replace("developing", "doing-now"), "utf-8")
    assert gaps("list").stdout.splitlines()[-1] == (
        "Udden: Det här gör vi nu: Luckan är fylld sedan dess: här finns nu en insats. "
        "Medvetet vald, ansvarig Områdeschef"
    )


def test_reviews_past_their_date_are_listed_with_the_days_since(gaps):
    assert gaps("list", "--overdue").stdout == "Inget beslut har passerat sin dag för översyn.\n"
    gaps("decide", "district:udden", *options(decided="2020-01-01", review="2020-02-01"))
    [line] = gaps("list", "--overdue").stdout.splitlines()
    assert line.startswith(
        "Udden: Utreds, ansvarig Områdeschef, ses över 1 februari 2020. Skulle ha setts över"
    )


def test_a_decision_is_added_and_the_store_is_built_anew(gaps, portfolio_folder):
    result = gaps("decide", "district:udden", *options())
    assert (result.exit_code, result.stdout) == (0, "Sparade beslutet om Udden.\n")
    assert (portfolio_folder / GAP_DECISIONS).read_text("utf-8").splitlines()[1:] == [
        "1,district,udden,,,looking-into,Områdeschef,Nämnden,=1+1 är ingen formel,2031-05-02,,,"
    ]


@pytest.mark.parametrize(
    ("gap", "changed", "says"),
    [
        ("udden", {}, "udden: är ingen lucka. Skriv som district:norrby"),
        ("district:hamnen", {}, "district:hamnen: är ingen lucka."),
        ("district:udden,stage:doing-now", {}, "Här finns 1 insats, så det är ingen lucka att besluta om."),
        ("stage:developing", {}, "varken ett område eller två uppgifter som möts"),
        ("district:udden", {"owner": ""}, "--owner: värdet saknas. Fyll i det."),
        (
            "district:udden",
            {"decided": "2031-05-21"},
            "--decided: «2031-05-21» är senare än i dag, 2031-05-20. Ange dagen då beslutet fattades.",
        ),
        ("district:udden", {"review": "snart"}, "--review: «snart» är inte ett datum som 2026-11-21."),
        ("district:udden", {"case_address": "x"}, "--case-address: «x» är inte en webbadress."),
    ],
)
def test_what_cannot_be_recorded_is_told_in_a_sentence(gaps, portfolio_folder, gap, changed, says):
    result = gaps("decide", gap, *options(**changed))
    assert result.exit_code == 1
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert not (portfolio_folder / GAP_DECISIONS).exists()


def test_what_is_not_given_is_asked_for_at_a_terminal(gaps, portfolio_folder, monkeypatch):
    monkeypatch.setattr(gap_commands, "at_terminal", lambda: True)
    answers = "chosen\nOmrådeschef\nNämnden\nSkäl\n2031-06-01\n\n\n"
    result = gaps("decide", "district:udden", "--decided", "2031-05-02", answers=answers)
    assert result.exit_code == 0
    assert "Ses över senast" in result.stdout
    [row] = (portfolio_folder / GAP_DECISIONS).read_text("utf-8").splitlines()[1:]
    assert row == "1,district,udden,,,chosen,Områdeschef,Nämnden,Skäl,2031-05-02,2031-06-01,,"


def test_the_whole_register_is_exported_for_a_swedish_spreadsheet(gaps, tmp_path):
    gaps("decide", "district:udden", *options(review="2031-06-01"))
    gaps("decide", "district:udden", *options(decision="reopened"))
    assert gaps("export", str(tmp_path / "beslut.csv")).exit_code == 0
    content = (tmp_path / "beslut.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [(row["Lucka"], row["Beslut"], row["Gäller"], row["Ses över senast"]) for row in rows] == [
        ("Udden", "Utreds", "nej", "2031-06-01"),
        ("Udden", "Öppnad igen", "nej", ""),
    ]
    assert rows[0]["Motivering"] == "'=1+1 är ingen formel"


def test_a_file_that_cannot_be_written_is_named(gaps, tmp_path):
    result = gaps("export", str(tmp_path / "finns-inte" / "beslut.csv"))
    assert (result.exit_code, "kan inte skrivas" in result.stderr) == (1, True)


def test_faulty_data_is_told_and_nothing_is_listed(gaps, portfolio_folder):
    (portfolio_folder / GAP_DECISIONS).write_text("position\nett\n", "utf-8")
    result = gaps("list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{GAP_DECISIONS} rad 1, dimension: kolumnen saknas" in result.stderr


def test_check_tells_of_a_decision_that_a_snapshot_holds_and_that_is_gone(gaps, portfolio_folder):
    gaps("decide", "district:udden", *options())
    with writing(portfolio_folder):
        take_snapshot(portfolio_folder, gap_commands.today())
    assert CliRunner().invoke(main, ["check", "--data", str(portfolio_folder)]).exit_code == 0
    path = portfolio_folder / GAP_DECISIONS
    path.write_text(path.read_text("utf-8").splitlines()[0], "utf-8")
    result = CliRunner().invoke(main, ["check", "--data", str(portfolio_folder)])
    assert result.exit_code == 1
    assert f"{GAP_DECISIONS}: beslut 1 är borttaget sedan ögonblicksbilden" in result.stderr
