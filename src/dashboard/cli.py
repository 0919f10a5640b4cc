"""The `dashboard` command: check and build the data, write the documents, serve the app."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from dashboard.portfolio.evaluate_rules import rules
from dashboard.portfolio.import_captures import import_captures
from dashboard.settings import SETTINGS
from dashboard.store.build import CheckFailed, Step, build_store
from dashboard.store.check import check_data
from dashboard.store.connection import StoreUnavailable
from dashboard.store.document import data_dictionary
from dashboard.store.read import Problem
from dashboard.store.snapshots import (
    SnapshotError,
    is_pending,
    read_files,
    read_snapshot,
    take_snapshot,
    taken_snapshots,
    writing,
)

_SHOWN_PROBLEMS = 200
_STEPS: dict[Step, str] = {
    "read": "Läser",
    "check": "Kontrollerar",
    "write": "Skriver",
    "publish": "Tar i bruk",
    "snapshot": "Ser till ögonblicksbilderna",
}

_data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=SETTINGS.data,
    help="Mappen med CSV-filerna; annars DASHBOARD_DATA eller projektets data/.",
)
_store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default=SETTINGS.store,
    help="Mappen för datafilen; annars DASHBOARD_STORE eller projektets var/store/.",
)


@click.group(context_settings={"max_content_width": 100})
@click.help_option(help="Visa den här hjälpen.")
def main() -> None:
    """Visionskollen: från stadens egna sidor till en översikt av vad som görs för visionen."""


@main.command()
@_data_option
@click.help_option(help="Visa den här hjälpen.")
def check(data: Path) -> None:
    """Kontrollera CSV-filerna och visa allt som är fel."""
    try:
        files = read_files(data)
        portfolio, problems = check_data(files)
        for code in taken_snapshots(data):
            read_snapshot(data, code)
    except SnapshotError as error:
        raise _Failure(str(error)) from error
    if problems:
        _fail(problems)
    if is_pending(data):
        click.echo("En ändring är sparad men inte på plats; nästa import eller snapshot gör den klar.")
    tables = [text for file, text in portfolio.tables.items() if file in files]
    click.echo(f"{len(tables)} filer med {sum(len(text.lines) for text in tables)} rader utan fel.")


@main.command()
@_data_option
@click.help_option(help="Visa den här hjälpen.")
def snapshot(data: Path) -> None:
    """Spara portföljen som den är nu, för att kunna jämföra med den och visa den senare.

    En import gör det själv; det här är för egna ändringar i CSV-filerna, till exempel före ett sammanträde.
    """
    try:
        with writing(data):
            code = take_snapshot(data, datetime.now(UTC).astimezone().date())
    except SnapshotError as error:
        raise _Failure(str(error)) from error
    click.echo(f"Sparade läget som {code}." if code else "Läget är redan sparat.")


@main.command()
@_data_option
@_store_option
@click.help_option(help="Visa den här hjälpen.")
def build(data: Path, store: Path) -> None:
    """Kontrollera CSV-filerna, bygg datafilen och ta den i bruk.

    Är något fel ligger den gamla datafilen kvar.
    """
    click.echo(_build(data, store))


@main.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Skriv inget; misslyckas om dokumentet är inaktuellt."
)
@click.help_option(help="Visa den här hjälpen.")
def docs(only_check: bool) -> None:
    """Skriv docs/data.md.

    Dokumentet säger vad tabellerna innehåller och vad CSV-filerna måste uppfylla.
    """
    path = SETTINGS.root / "docs" / "data.md"
    wanted = data_dictionary()
    if path.is_file() and path.read_text("utf-8") == wanted:
        return
    if only_check:
        raise _Failure("docs/data.md stämmer inte med schemat. Kör `dashboard docs`.")
    path.write_text(wanted, "utf-8")
    click.echo("docs/data.md")


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", metavar="[STREAMLIT-VAL]…", nargs=-1, type=click.UNPROCESSED)
@click.help_option(help="Visa den här hjälpen.")
def serve(arguments: tuple[str, ...]) -> NoReturn:
    """Bygg datafilen om CSV-filerna har ändrats, och starta webbplatsen.

    Går det inte att bygga visas den förra datafilen. Streamlits egna val, som --server.port 8080, får följa
    med.
    """
    try:
        _build(SETTINGS.data, SETTINGS.store)
    except _Failure as failed:
        failed.show()
    # Streamlit reads `.streamlit/` where it starts; relative folders are meant from where the user stands.
    os.environ |= {
        "DASHBOARD_DATA": str(SETTINGS.data.absolute()),
        "DASHBOARD_STORE": str(SETTINGS.store.absolute()),
        "DASHBOARD_CAPTURES": str(SETTINGS.captures.absolute()),
    }
    os.chdir(SETTINGS.root)
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", "app.py", *arguments])


main.add_command(import_captures)
main.add_command(rules)


class _Failure(click.ClickException):
    def show(self, file: object = None) -> None:
        click.echo(self.format_message(), err=True)


def _build(data: Path, store: Path) -> Path:
    try:
        return build_store(
            data,
            store,
            lambda share, step: click.echo(f"{share:4.0%} {_STEPS[step]}", err=True),
            SETTINGS.captures,
        )
    except CheckFailed as failed:
        _fail(failed.problems)
    except StoreUnavailable as failed:
        raise _Failure(f"{failed} ({failed.__cause__})") from failed


def _fail(problems: list[Problem]) -> NoReturn:
    for problem in problems[:_SHOWN_PROBLEMS]:
        click.echo(problem.message, err=True)
    if len(problems) > _SHOWN_PROBLEMS:
        click.echo(f"… och {len(problems) - _SHOWN_PROBLEMS} till.", err=True)
    raise _Failure(f"{len(problems)} fel.")


if __name__ == "__main__":
    main()
