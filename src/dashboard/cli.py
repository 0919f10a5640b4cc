"""The `dashboard` command: check and build the data, export it, write the documents, serve the app."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from dashboard.accessibility import check_statement
from dashboard.backup_commands import backup, restore
from dashboard.commands import Commands, Failure, build_from, data_option, fail, store_option
from dashboard.deck_files import check_decks
from dashboard.export_commands import export
from dashboard.exports.file_dictionary import file_dictionary
from dashboard.gap_commands import gaps, today
from dashboard.portfolio.evaluate_rules import rules
from dashboard.portfolio.import_captures import import_captures
from dashboard.settings import SETTINGS
from dashboard.store.build import keep_snapshot
from dashboard.store.check import check_data
from dashboard.store.document import data_dictionary
from dashboard.store.gap_register import check_appended
from dashboard.store.snapshots import (
    SnapshotError,
    clock_remark,
    is_pending,
    read_files,
    read_snapshot,
    taken_snapshots,
)


@click.group(cls=Commands, context_settings={"max_content_width": 100})
@click.help_option(help="Visa den här hjälpen.")
def main() -> None:
    """Visionskollen: från stadens egna sidor till en översikt av vad som görs för visionen."""


@main.command()
@data_option
@click.help_option(help="Visa den här hjälpen.")
def check(data: Path) -> None:
    """Kontrollera CSV-filerna och visa allt som är fel."""
    try:
        files = read_files(data)
        portfolio, problems = check_data(files)
        kept = ((code, read_snapshot(data, code)) for code in taken_snapshots(data))
        problems += check_appended(files, kept)
        problems = problems or check_decks(data)  # their codes are judged by the vocabularies
        problems += check_statement(data)
    except SnapshotError as error:
        raise Failure(str(error)) from error
    if problems:
        fail(problems)
    if is_pending(data):
        click.echo("En ändring är sparad men inte på plats; nästa import eller snapshot gör den klar.")
    tables = [text for file, text in portfolio.tables.items() if file in files]
    click.echo(f"{len(tables)} filer med {sum(len(text.lines) for text in tables)} rader utan fel.")


@main.command()
@data_option
@click.help_option(help="Visa den här hjälpen.")
def snapshot(data: Path) -> None:
    """Spara portföljen som den är nu, för att kunna jämföra med den och visa den senare.

    En import gör det själv; det här är för egna ändringar i CSV-filerna, till exempel före ett sammanträde.
    """
    try:
        code = keep_snapshot(data, SETTINGS.captures)
    except SnapshotError as error:
        raise Failure(str(error)) from error
    click.echo(f"Sparade läget som {code}." if code else "Läget är redan sparat.")
    for remark in clock_remark(code, today()) if code else []:
        click.echo(remark)


@main.command()
@data_option
@store_option
@click.help_option(help="Visa den här hjälpen.")
def build(data: Path, store: Path) -> None:
    """Kontrollera CSV-filerna, bygg datafilen och ta den i bruk.

    Är något fel ligger den gamla datafilen kvar.
    """
    click.echo(build_from(data, store, SETTINGS.captures))


@main.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Skriv inget; misslyckas om något dokument är inaktuellt."
)
@click.help_option(help="Visa den här hjälpen.")
def docs(only_check: bool) -> None:
    """Skriv docs/data.md och docs/files.md.

    Det ena säger vad tabellerna innehåller och vad CSV-filerna måste uppfylla, det andra vad kolumnerna
    betyder i filerna som går att ta med.
    """
    for name, wanted in (("data.md", data_dictionary()), ("files.md", file_dictionary())):
        path = SETTINGS.root / "docs" / name
        if path.is_file() and path.read_text("utf-8") == wanted:
            continue
        if only_check:
            raise Failure(f"docs/{name} stämmer inte med koden. Kör `dashboard docs`.")
        path.write_text(wanted, "utf-8")
        click.echo(f"docs/{name}")


@main.command(context_settings={"ignore_unknown_options": True})
@click.option(
    "--edit",
    is_flag=True,
    help="Låt var och en som når sidorna anteckna beslut om luckor; bara där ingen annan når dem.",
)
@click.argument("arguments", metavar="[STREAMLIT-VAL]…", nargs=-1, type=click.UNPROCESSED)
@click.help_option(help="Visa den här hjälpen.")
def serve(edit: bool, arguments: tuple[str, ...]) -> NoReturn:
    """Bygg datafilen om CSV-filerna har ändrats, och starta webbplatsen.

    Går det inte att bygga visas den förra datafilen. Streamlits egna val, som --server.port 8080, får följa
    med.
    """
    try:
        build_from(SETTINGS.data, SETTINGS.store, SETTINGS.captures)
    except Failure as failed:
        failed.show()
    # Streamlit reads `.streamlit/` where it starts; relative folders are meant from where the user stands.
    os.environ |= {
        "DASHBOARD_DATA": str(SETTINGS.data.absolute()),
        "DASHBOARD_STORE": str(SETTINGS.store.absolute()),
        "DASHBOARD_CAPTURES": str(SETTINGS.captures.absolute()),
        "DASHBOARD_WRITES": str(SETTINGS.writes.absolute()),
    }
    if edit:
        os.environ["DASHBOARD_EDIT"] = "yes"
    os.chdir(SETTINGS.root)
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", "app.py", *arguments])


main.add_command(import_captures)
main.add_command(rules)
main.add_command(gaps)
main.add_command(export)
main.add_command(backup)
main.add_command(restore)


if __name__ == "__main__":
    main()
