"""The command that brings captured pages into the portfolio."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from dashboard.portfolio.difference import describe_changes, format_changes
from dashboard.portfolio.plan import CapturedPage, ImportPlan, ImportRefused, collect_problem, plan_import
from dashboard.portfolio.tables import LISTING_FIELDS, SOURCE_FIELDS, Portfolio, TableError, replace_table
from dashboard.settings import SETTINGS
from dashboard.sources.capture import CaptureError
from dashboard.sources.capture_text import read_text_capture
from dashboard.sources.page import parse_page
from dashboard.sources.vision_area_page import VisionAreaPage
from dashboard.vocabularies import Vocabularies


@click.command("import")
@click.argument("captures", metavar="FIL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--data", type=click.Path(path_type=Path), default=SETTINGS.data, help="Mappen med CSV-filerna."
)
@click.option("--dry-run", is_flag=True, help="Visa skillnaden men skriv ingenting.")
def import_captures(captures: tuple[Path, ...], data: Path, dry_run: bool) -> None:
    """Läs sparade sidor och uppdatera listings.csv och sources.csv.

    Varje FIL är en av stadens sidor sparad som text. Kan någon av dem inte läsas skrivs ingenting.
    """
    try:
        vocabularies = read_vocabularies(data / "vocabularies")
        portfolio = Portfolio.read(data / "portfolio")
        pages = read_pages(captures, vocabularies)
        plan = plan_import(pages, portfolio, vocabularies)
    except (TableError, ImportRefused) as error:
        click.echo(f"{error}\nIngenting har skrivits.", err=True)
        raise click.exceptions.Exit(1) from error
    show_plan(pages, plan, vocabularies)
    if dry_run:
        click.echo("Ingenting har skrivits (--dry-run).")
        return
    try:
        for path in write_plan(plan, portfolio):
            click.echo(f"Skrev {path}")
    except TableError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(1) from error


def read_vocabularies(folder: Path) -> Vocabularies:
    """The vocabularies, which nobody may have checked yet. Raises TableError where one cannot be read."""
    try:
        vocabularies = Vocabularies.read(folder)
    except (KeyError, TypeError, ValueError) as error:
        raise TableError(f"{folder}: en ordlista är trasig ({error}); rätta den och försök igen") from error
    if not vocabularies.terms("stage"):
        raise TableError(
            f"{folder / 'stage.csv'}: ordlistan saknas eller är tom; utan den känns inga rubriker igen"
        )
    return vocabularies


def read_pages(files: Iterable[Path], vocabularies: Vocabularies) -> list[CapturedPage]:
    """All pages, or ImportRefused with the reason for each file that could not be read."""
    pages: list[CapturedPage] = []
    problems: list[CaptureError] = []
    for file in files:
        with collect_problem(problems):
            capture = read_text_capture(file)
            pages.append(CapturedPage(capture, parse_page(capture.text, capture.file, vocabularies)))
    if problems:
        raise ImportRefused(problems)
    return pages


def show_plan(pages: Iterable[CapturedPage], plan: ImportPlan, vocabularies: Vocabularies) -> None:
    for captured in pages:
        page = captured.page
        if isinstance(page, VisionAreaPage):
            click.echo(f"{captured.capture.file}: «{page.title}», {len(page.listings)} insatser på sidan")
        else:
            click.echo(f"{captured.capture.file}: «{page.title}», {len(page.sections)} målområden på sidan")
    click.echo(f"Insatslistorna: {describe_changes(plan.changes)}.")
    if table := format_changes(plan.changes, vocabularies):
        click.echo(table)
    for code in plan.renewed:
        click.echo(f"Källan {code} har en ny kontrollsumma; kontrollera att fetched är rätt i sources.csv.")


def write_plan(plan: ImportPlan, portfolio: Portfolio) -> Iterator[Path]:
    """Write the tables that differ, and tell each path once it is written.

    sources.csv comes last: its check sums tell which captures the listings hold. A run that is killed
    between the two leaves whole tables, and the next run finishes the work.
    """
    tables = (
        ("listings.csv", LISTING_FIELDS, portfolio.listings, plan.listings),
        ("sources.csv", SOURCE_FIELDS, portfolio.sources, plan.sources),
    )
    for name, fields, before, after in tables:
        if before != after:
            replace_table(portfolio.folder / name, fields, after)
            yield portfolio.folder / name
