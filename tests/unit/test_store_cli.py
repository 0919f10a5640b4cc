"""The commands as a person in a terminal meets them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard import cli
from dashboard.exports.file_dictionary import file_dictionary
from dashboard.settings import Settings, read_settings
from dashboard.store.connection import open_store
from dashboard.store.document import data_dictionary


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder of its own."""
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(
        cli, "SETTINGS", Settings(tmp_path, tmp_path / "data", tmp_path / "store", tmp_path / "captures")
    )
    return tmp_path


def test_help_names_and_explains_every_command():
    told = run("--help").stdout
    for name, command in cli.main.commands.items():
        assert name in told
        assert command.help
        assert command.help.splitlines()[0] in " ".join(run(name, "--help").stdout.split())


def test_check_counts_what_is_right(portfolio_folder):
    result = run("check", "--data", portfolio_folder)
    assert (result.exit_code, result.stdout) == (0, "19 filer med 91 rader utan fel.\n")


def test_build_says_which_file_is_now_in_use(portfolio_folder, tmp_path):
    result = run("build", "--data", portfolio_folder, "--store", tmp_path / "store")
    assert result.exit_code == 0
    assert open_store(tmp_path / "store").version in result.stdout
    assert "Kontrollerar" in result.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_every_problem_is_a_line_and_the_exit_code_says_so(portfolio_folder, tmp_path, command):
    path = portfolio_folder / "portfolio" / "listings.csv"
    path.write_text(path.read_text("utf-8").replace(",yes,yes", ",ja,ja"), "utf-8")
    store = ("--store", tmp_path / "store") if command == "build" else ()
    result = run(command, "--data", portfolio_folder, *store)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert [line.split(" rad ")[0] for line in result.stderr.splitlines() if " rad " in line] == [
        "portfolio/listings.csv"
    ] * 4
    assert result.stderr.endswith("4 fel.\n")


def test_so_many_problems_that_nobody_reads_them_are_summed_up(portfolio_folder):
    path = portfolio_folder / "portfolio" / "facts.csv"
    path.write_text(path.read_text("utf-8") + "x\n" * 1000, "utf-8")
    result = run("check", "--data", portfolio_folder)
    assert result.stderr.splitlines()[-2:] == ["… och 800 till.", "1000 fel."]


def test_a_folder_without_data_is_named_and_so_is_the_way_to_another(tmp_path):
    result = run("check", "--data", tmp_path)
    assert result.exit_code == 1
    assert "DASHBOARD_DATA" in result.stderr


def test_a_store_that_cannot_be_written_gives_a_sentence_and_no_traceback(portfolio_folder, tmp_path):
    (tmp_path / "store").write_text("not a folder", "utf-8")
    result = run("build", "--data", portfolio_folder, "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert "kunde inte skrivas" in result.stderr
    assert "Traceback" not in result.output


def test_docs_are_written_and_checked_to_be_current(root):
    assert run("docs", "--check").exit_code == 1
    assert run("docs").exit_code == 0
    assert (root / "docs" / "data.md").read_text("utf-8") == data_dictionary()
    assert (root / "docs" / "files.md").read_text("utf-8") == file_dictionary()
    assert run("docs", "--check").exit_code == 0


@pytest.mark.parametrize("name", ["data.md", "files.md"])
def test_a_document_that_is_out_of_date_is_named_and_left_as_it_is(root, name):
    run("docs")
    (root / "docs" / name).write_text("older", "utf-8")
    refused = run("docs", "--check")
    assert (refused.exit_code, f"docs/{name} stämmer inte" in refused.stderr) == (1, True)
    assert (root / "docs" / name).read_text("utf-8") == "older"


def test_serve_hands_over_to_streamlit_with_its_own_options(root, monkeypatch):
    monkeypatch.chdir(root)
    monkeypatch.setattr(cli.os, "environ", {})
    handed_over = []
    monkeypatch.setattr(cli.os, "execv", lambda program, command: handed_over.append(command[1:]))
    run("serve", "--server.port", "8080")
    assert handed_over == [["-m", "streamlit", "run", "app.py", "--server.port", "8080"]]
    folders = {"DASHBOARD_DATA": "data", "DASHBOARD_STORE": "store", "DASHBOARD_CAPTURES": "captures"}
    assert cli.os.environ == {
        **{name: str(root / folder) for name, folder in folders.items()},
        "DASHBOARD_WRITES": str(cli.SETTINGS.writes),
    }


def test_serve_makes_the_pages_editable_only_when_asked(root, monkeypatch):
    monkeypatch.chdir(root)
    monkeypatch.setattr(cli.os, "environ", {})
    monkeypatch.setattr(cli.os, "execv", lambda program, command: None)
    run("serve")
    assert not read_settings(cli.os.environ).editable
    run("serve", "--edit")
    assert read_settings(cli.os.environ).editable


def test_the_environment_may_name_other_folders():
    default = read_settings({"DASHBOARD_DATA": ""})
    assert (default.data, default.store) == (default.root / "data", default.root / "var" / "store")
    moved = read_settings({"DASHBOARD_DATA": "a", "DASHBOARD_STORE": "b", "DASHBOARD_CAPTURES": "c"})
    assert (moved.data, moved.store, moved.captures) == (Path("a"), Path("b"), Path("c"))
