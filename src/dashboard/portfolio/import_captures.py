"""The command that brings captured pages into the portfolio."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from dashboard.portfolio.add_sheet import source_code
from dashboard.portfolio.difference import describe_changes, format_changes
from dashboard.portfolio.identify import Answers
from dashboard.portfolio.normalise import comparison_key
from dashboard.portfolio.plan import ImportPlan, plan_import
from dashboard.portfolio.read_pages import LONG_IMPORT, CaptureOptions, keep_texts, read_pages
from dashboard.portfolio.reading import Reader
from dashboard.portfolio.refusal import MOST_SHOWN, NEW, ImportRefused, Unanswered
from dashboard.portfolio.tables import Portfolio
from dashboard.settings import SETTINGS
from dashboard.sources.vision_area_page import VisionAreaPage
from dashboard.store.check import check_data
from dashboard.store.rows import Row, TableError
from dashboard.store.snapshots import SnapshotError, clock_remark, read_files, take_snapshot, writing
from dashboard.store.texts import Texts, read_texts
from dashboard.text import text_of
from dashboard.vocabularies import Vocabularies

MOST_ROWS = 20
"""Rows of one kind that an import tells one by one."""


@click.command("import")
@click.argument("places", metavar="KÄLLA…", nargs=-1, required=True)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=SETTINGS.data,
    metavar="MAPP",
    help="Mappen med CSV-filerna.",
)
@click.option(
    "--captures",
    type=click.Path(path_type=Path),
    default=SETTINGS.captures,
    metavar="MAPP",
    help="Mappen där det lästa sparas på den här datorn; annars DASHBOARD_CAPTURES eller var/captures/.",
)
@click.option("--dry-run", is_flag=True, help="Visa skillnaden men skriv ingenting.")
@click.option(
    "--answer",
    "answers",
    metavar="TITEL=KOD",
    multiple=True,
    help=f"Vilken insats en titel är, eller TITEL={NEW}; får upprepas.",
)
@click.option(
    "--fetched",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="ÅÅÅÅ-MM-DD",
    help="Dagen då sidorna hämtades, för dem som inte själva säger det.",
)
@click.option("--relabel", is_flag=True, help="Pröva reglerna också på insatser som redan är kända.")
@click.option("--allow-private", is_flag=True, help="Hämta också från adresser i privata nät.")
@click.help_option(help="Visa den här hjälpen.")
def import_captures(
    places: tuple[str, ...],
    data: Path,
    captures: Path,
    dry_run: bool,
    answers: tuple[str, ...],
    fetched: datetime | None,
    relabel: bool,
    allow_private: bool,
) -> None:
    """Läs stadens sidor och för in vad de säger i portföljen.

    En KÄLLA är en sida sparad som text eller HTML, ett WARC-arkiv, en mapp med sådana, eller en adress på
    webben. Den kan också vara insatslistans CSV- eller Excelfil, ändrad eller påbyggd.

    Kan någon av dem inte läsas skrivs ingenting.
    """
    today = datetime.now(UTC).astimezone().date()
    day = fetched.date() if fetched else None
    how = CaptureOptions(today, day, allow_private, None if dry_run else captures)
    try:
        with nullcontext() if dry_run else writing(data):
            prepared = prepare(places, data, captures, how, read_answers(answers), relabel)
            code = None if dry_run else write(prepared, data, captures, today)
    except SnapshotError as error:
        raise refused(str(error)) from error
    except (TableError, ImportRefused) as error:
        raise refused(f"{error}\nPortföljen är oförändrad.") from error
    show_plan(prepared.plan, prepared.before, prepared.vocabularies)
    if dry_run:
        click.echo("Ingenting har skrivits (--dry-run).")
    elif code:
        for name in prepared.changed:
            click.echo(f"Skrev {data / name}")
        click.echo(f"Sparade läget som {code}. Kör `dashboard build` för att visa det.")
        for remark in clock_remark(code, today):
            click.echo(remark)


@dataclass(frozen=True)
class Prepared:
    """An import that may be carried out; `changed` are the files that it would write."""

    vocabularies: Vocabularies
    before: Portfolio
    plan: ImportPlan
    changed: Mapping[str, bytes]
    texts: Texts
    is_long: bool


def prepare(
    places: Sequence[str], data: Path, captures: Path, how: CaptureOptions, answers: Answers, relabel: bool
) -> Prepared:
    """Read, plan and check. Raises ImportRefused, TableError or SnapshotError; no table has been touched."""
    files = read_files(data)
    refuse_broken(files, f"rätta {data} först")
    before, texts = Portfolio.parse(files), read_texts(captures)
    vocabularies = Vocabularies.read(data / "vocabularies")
    pages, unread = read_pages(places, vocabularies, how)
    is_long = len(pages) >= LONG_IMPORT
    tell("Jämför med portföljen och prövar reglerna …", is_long)
    reader = Reader.read_folder(data, vocabularies)
    plan = ask_until_planned(
        lambda given: plan_import(pages, before, vocabularies, reader, texts, given, relabel, unread), answers
    )
    tell("Kontrollerar …", is_long)
    changed = plan.after.changed_files(before)
    refuse_broken({**files, **changed}, "portföljen skulle bli felaktig")
    return Prepared(vocabularies, before, plan, changed, texts, is_long)


def write(prepared: Prepared, data: Path, captures: Path, today: date) -> str | None:
    """Carry it out: the snapshot's code, or None where nothing changes. Texts come before what names them."""
    tell("Skriver …", prepared.is_long)
    keep_texts(captures, prepared.texts, prepared.plan.texts)
    return (
        take_snapshot(data, today, prepared.changed, record_of(prepared.plan)) if prepared.changed else None
    )


def tell(step: str, is_long: bool) -> None:
    """A sign of life on an import that takes long, none on one that does not."""
    if is_long:
        click.echo(step, err=True)


def refused(says: str) -> click.exceptions.Exit:
    click.echo(says, err=True)
    return click.exceptions.Exit(1)


def refuse_broken(files: Mapping[str, bytes], says: str) -> None:
    """Raises TableError with what `dashboard check` would say of the files."""
    _, problems = check_data(files)
    if problems:
        told = [problem.message for problem in problems[:MOST_SHOWN]]
        raise TableError("\n".join([*told, f"{len(problems)} fel; {says}."]))


def read_answers(answers: Iterable[str]) -> dict[str, str]:
    """By title. Raises a usage error for what is not TITEL=KOD."""
    given = {}
    for answer in answers:
        title, _, code = answer.rpartition("=")
        if not title.strip() or not code.strip():
            raise click.BadParameter(f"«{answer}» är inte TITEL=KOD.", param_hint="--answer")
        given[comparison_key(title)] = code.strip()
    return given


def ask_until_planned(plan: Callable[[Answers], ImportPlan], answers: Answers) -> ImportPlan:
    """The plan; where listings may be one initiative or another, a person at the terminal is asked."""
    while True:
        try:
            return plan(answers)
        except ImportRefused as refused:
            questions = [each for each in refused.problems if isinstance(each, Unanswered)]
            if len(questions) < len(refused.problems) or not sys.stdin.isatty():
                raise
            answers = {**answers, **{comparison_key(each.title): _ask(each) for each in questions}}


def _ask(question: Unanswered) -> str:
    click.echo(f"{question.file}:{question.line}: är «{question.title}» en ny insats, eller någon av dessa?")
    for code, title in question.candidates.items():
        click.echo(f"  {code}: «{title}»")
    return click.prompt("Svar", type=click.Choice([*question.candidates, NEW]))


def show_plan(plan: ImportPlan, before: Portfolio, vocabularies: Vocabularies) -> None:
    for page in plan.pages:
        file, parsed = page.captured.capture.file, page.captured.page
        if isinstance(parsed, VisionAreaPage):
            click.echo(f"{file}: «{parsed.title}», {len(parsed.listings)} insatser på sidan")
        else:
            click.echo(f"{file}: «{parsed.title}», {len(parsed.sections)} målområden på sidan")
        for remark in parsed.remarks:
            click.echo(f"{file}:{remark.line}: {remark.says}")
    for sheet in plan.sheets:
        rows = len(sheet.sheet.rows)
        click.echo(f"{sheet.capture.file}: {rows} {'insats' if rows == 1 else 'insatser'} i kalkylbladet")
    click.echo(f"Insatslistorna: {describe_changes(plan.changes)}.")
    if table := format_changes(plan.changes, vocabularies):
        click.echo(table)
    _show_what_to_do(plan.after, before, vocabularies)


def _show_what_to_do(after: Portfolio, before: Portfolio, vocabularies: Vocabularies) -> None:
    """What the rules have set, and what only a person can add or settle."""
    known = {row["code"] for row in before.initiatives}
    for row in after.initiatives:
        if row["code"] not in known:
            click.echo(f"Ny insats {row['code']}; skriv en sammanfattning i initiatives.csv.")
    labels = _new_rows(after.classifications, before.classifications)
    _show_rows("Uppgifter som reglerna har satt", labels, vocabularies)
    _show_rows("Att granska i review.csv", _new_rows(after.review, before.review), vocabularies)
    problems = _new_rows(after.problems, before.problems)
    _show_rows("Att se över, i problems.csv", problems, vocabularies)
    old = {row["code"]: row for row in before.sources}
    for row in after.sources:
        if row != old.get(row["code"]) and not row["fetched"]:
            click.echo(f"Källan {row['code']} säger inte när den hämtades; ange --fetched.")


def _new_rows(after: Iterable[Row], before: Iterable[Row]) -> list[Row]:
    known = {tuple(row.values()) for row in before}
    return [row for row in after if tuple(row.values()) not in known]


def _show_rows(heading: str, rows: Sequence[Row], vocabularies: Vocabularies) -> None:
    if not rows:
        return
    click.echo(f"{heading}: {len(rows)} {'ny' if len(rows) == 1 else 'nya'}.")
    for row in rows[:MOST_ROWS]:
        click.echo(f"  {_told(row, vocabularies)}")
    if len(rows) > MOST_ROWS:
        click.echo(f"  … och {len(rows) - MOST_ROWS} till.")


def _told(row: Row, vocabularies: Vocabularies) -> str:
    """A label or doubt as «kod: Område Norrby («orden»)», a problem as «källa:rad: orden»."""
    if "initiative" not in row:
        return f"{row['source']}:{row['line']}: {row['value']}"
    term = vocabularies.by_dimension.get(row["dimension"], {}).get(row["term"])
    dimension = text_of("sv")(f"dimension-{row['dimension']}") if row["dimension"] else ""
    quote = f" («{row['quote']}»)" if row["quote"] else ""
    return f"{row['initiative']}: {dimension} {term.label_sv if term else row['term']}{quote}"


def record_of(plan: ImportPlan) -> dict[str, object]:
    """What the snapshot says of how it came about."""
    told = ("code", "address", "fetched", "sha256")
    rows = [page.source_row() for page in plan.pages]
    sheets = [{"code": source_code(each.capture), "sha256": each.capture.sha256} for each in plan.sheets]
    return {
        "read": [{name: row[name] for name in told} for row in rows] + sheets,
        "changes": [change.record() for change in plan.changes],
    }
