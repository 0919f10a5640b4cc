"""The commands that keep what cannot be made anew in one file, and bring it back."""

from pathlib import Path

import click

from dashboard.commands import Failure, build_from, data_option, store_option
from dashboard.gap_commands import today
from dashboard.settings import SETTINGS
from dashboard.store.backup import BackupError, Contents, build_backup
from dashboard.store.restore import restore_backup
from dashboard.store.snapshots import SnapshotError

_captures_option = click.option(
    "--captures",
    type=click.Path(path_type=Path),
    default=SETTINGS.captures,
    metavar="MAPP",
    help="Mappen med det som importer har läst; annars DASHBOARD_CAPTURES eller var/captures/.",
)


@click.command()
@click.argument("file", metavar="[FIL]", required=False, type=click.Path(path_type=Path))
@data_option
@_captures_option
@click.help_option(help="Visa den här hjälpen.")
def backup(file: Path | None, data: Path, captures: Path) -> None:
    """Spara allt som inte kan göras på nytt i en enda FIL.

    Det är mappen med CSV-filer, beslut, bildspel och ögonblicksbilder, och de sidor som importer har läst.
    Datafilen är inte med: den byggs av det andra. Utan FIL, eller med en mapp, får filen namn efter dagen.
    Kopian läses tillbaka innan den tar en tidigares plats.
    """
    named = f"visionskollen-{today()}.tar"
    file = Path(named) if file is None else file / named if file.is_dir() else file
    try:
        contents = build_backup(data, captures, file)
    except (BackupError, SnapshotError) as error:
        raise Failure(str(error)) from error
    click.echo(f"Skrev {file}: {_told(contents)}.")


@click.command()
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@data_option
@_captures_option
@store_option
@click.help_option(help="Visa den här hjälpen.")
def restore(file: Path, data: Path, captures: Path, store: Path) -> None:
    """Lägg tillbaka det som `dashboard backup` har sparat i FIL, och bygg datafilen av det.

    Hela kopian prövas innan något ändras. Det som fanns före ligger kvar under ett annat namn.
    """
    try:
        contents, replaced = restore_backup(file, data, captures)
    except (BackupError, SnapshotError) as error:
        raise Failure(str(error)) from error
    click.echo(f"Lade tillbaka {_told(contents)}.")
    if replaced:
        click.echo(f"Det som fanns före ligger i {replaced}.")
    build_from(data, store, captures)


def _told(contents: Contents) -> str:
    version = f", version {contents.version}" if contents.version else ""
    return f"{len(contents.files)} filer, {contents.size // 1000} kB{version}"
