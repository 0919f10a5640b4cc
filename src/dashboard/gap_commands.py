"""The commands that list, record and export what is decided about gaps."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
import pandas as pd

from dashboard.commands import Commands, Failure, build_from, data_option, store_option
from dashboard.exports.spreadsheet_csv import spreadsheet_csv
from dashboard.gaps import Decision, Gap
from dashboard.queries import each_row
from dashboard.queries.gap_register import history, latest_decisions, overdue, register
from dashboard.queries.gap_standing import Standing, named_gap, standing, standings
from dashboard.queries.portfolio import read_vocabularies
from dashboard.settings import SETTINGS
from dashboard.store.connection import Store, open_store
from dashboard.store.gap_register import record_decision, told
from dashboard.store.snapshots import SnapshotError
from dashboard.store.tables import GAP_DECISIONS, TABLE_OF
from dashboard.text import text_of
from dashboard.text.sentences import decision_sentence, gap_label
from dashboard.vocabularies import Vocabularies

_SV = text_of("sv")
_OPTIONS = {
    "decision": "--decision",
    "owner_role": "--owner",
    "decided_by": "--by",
    "reason": "--reason",
    "decided_at": "--decided",
    "review_at": "--review",
    "case_number": "--case",
    "case_address": "--case-address",
}


def _said(column: str, explained: str, **how: Any) -> Callable[[Callable], Callable]:
    """An option for what the decision says in a column."""
    return click.option(_OPTIONS[column], column, help=explained, **how)


@click.group("gaps", cls=Commands)
@click.help_option(help="Visa den här hjälpen.")
def gaps() -> None:
    """Se vilka luckor områdena har och anteckna vad som beslutas om dem."""


@gaps.command("list")
@click.option("--overdue", "only_overdue", is_flag=True, help="Bara beslut som skulle ha setts över.")
@data_option
@store_option
@click.help_option(help="Visa den här hjälpen.")
def list_gaps(only_overdue: bool, data: Path, store: Path) -> None:
    """Visa områdenas luckor och de beslut som gäller."""
    found = _open(data, store)
    for line in _overdue(found) if only_overdue else _standing(found):
        click.echo(line)


@gaps.command()
@click.argument("gap", metavar="LUCKA")
@_said("decision", "Vad som är beslutat.", type=click.Choice([each.value for each in Decision]))
@_said("owner_role", "Den roll som ansvarar, inte en persons namn.", metavar="ROLL")
@_said("decided_by", "Den eller de som har beslutat.", metavar="VEM")
@_said("reason", "Varför.", metavar="TEXT")
@_said("decided_at", "Dagen för beslutet; annars i dag.", metavar="ÅÅÅÅ-MM-DD")
@_said("review_at", "Dagen då beslutet ska ses över.", metavar="ÅÅÅÅ-MM-DD")
@_said("case_number", "Diarienummer.", metavar="NUMMER")
@_said("case_address", "Ärendets webbadress.", metavar="ADRESS")
@data_option
@store_option
@click.help_option(help="Visa den här hjälpen.")
def decide(gap: str, data: Path, store: Path, **said: str | None) -> None:
    """Anteckna ett beslut om en LUCKA, som district:KOD eller district:KOD,stage:KOD.

    Koderna står i data/vocabularies/. Beslut läggs till sist i data/portfolio/gap_decisions.csv och ändras
    aldrig; det senaste om en lucka gäller, och beslutet reopened tar tillbaka det.
    """
    found = _open(data, store)
    vocabularies = read_vocabularies(found)
    meant = _read_gap(gap, vocabularies)
    earlier = len(history(found, meant))
    now = standing(found, vocabularies, meant)
    if now.refusal and not earlier:
        why = _SV(f"decision-refused-{now.refusal}", n=now.initiatives, unknown=now.unknown)
        raise Failure(f"{_label(vocabularies, meant)}: {why}")
    row = {name: value or "" for name, value in _asked(said).items()}
    try:
        problems = record_decision(data, meant, row, today(), earlier)
    except SnapshotError as error:
        raise Failure(str(error)) from error
    if problems:
        raise Failure("\n".join(told(each, _OPTIONS) for each in problems))
    click.echo(f"Sparade beslutet om {_label(vocabularies, meant)}.")
    build_from(data, store, SETTINGS.captures)


@gaps.command()
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path, dir_okay=False))
@data_option
@store_option
@click.help_option(help="Visa den här hjälpen.")
def export(file: Path, data: Path, store: Path) -> None:
    """Skriv hela registret som CSV till FIL, så att svenska Excel öppnar den rätt."""
    table = _table(_open(data, store))
    try:
        file.write_bytes(spreadsheet_csv(table))
    except OSError as error:
        raise Failure(f"{file}: filen kan inte skrivas ({error.strerror}). Ange en annan.") from error
    click.echo(f"Skrev {len(table)} beslut till {file}.")


def _open(data: Path, store: Path) -> Store:
    """The store of the data as it is now: people also edit the files by hand."""
    build_from(data, store, SETTINGS.captures)
    return open_store(store)


def today() -> date:
    return datetime.now(UTC).astimezone().date()


def at_terminal() -> bool:
    return sys.stdin.isatty()


def _read_gap(spelt: str, vocabularies: Vocabularies) -> Gap:
    gap = named_gap(spelt, vocabularies)
    if gap is None:
        raise Failure(
            f"{spelt}: är ingen lucka. Skriv som district:norrby eller district:norrby,stage:developing; "
            "koderna står i data/vocabularies/."
        )
    return gap


def _label(vocabularies: Vocabularies, gap: Gap) -> str:
    return gap_label(_SV, vocabularies, gap)


def _asked(said: dict[str, str | None]) -> dict[str, str | None]:
    """The same, with what is missing asked for where somebody sits at the terminal."""
    said["decided_at"] = said["decided_at"] or today().isoformat()
    if not at_terminal():
        return said
    return {name: _ask(name) if value is None else value for name, value in said.items()}


def _ask(name: str) -> str:
    column = TABLE_OF[GAP_DECISIONS][name]
    choices = click.Choice([str(each) for each in column.choices]) if column.choices else None
    default = None if column.required else ""
    return click.prompt(_SV(f"decision-{name}"), default=default, type=choices, show_default=False)


def _standing(store: Store) -> Iterator[str]:
    """A line per district that lacks something, then the cells about which something is decided."""
    vocabularies = read_vocabularies(store)
    decided = {_read_gap(row.gap, vocabularies): _decided(row) for row in each_row(latest_decisions(store))}
    districts = [Gap.at(district=term.code) for term in vocabularies.terms("district")]
    for gap, now in standings(store, vocabularies, [*districts, *decided]).items():
        said = " ".join(filter(None, (_now(now, gap in decided), decided.get(gap))))
        if said:
            yield f"{_label(vocabularies, gap)}: {said}"


def _now(now: Standing, decided: bool) -> str:
    """What a district lacks, or that what is decided is about no gap any more."""
    if now.filled and decided:
        return _SV("gap-now-filled", n=now.initiatives)
    counts = {"wide": now.wide, "unknown": now.unplaced, "nowhere": now.unplaced}
    return " ".join(_SV(f"lacks-{kind}", **counts) for kind in now.kinds)


def _overdue(store: Store) -> Iterator[str]:
    vocabularies, found = read_vocabularies(store), overdue(store, today())
    for row in each_row(found):
        late = _SV("decision-overdue", date=_SV.date(row.review_at), days=int(row.days))
        yield f"{_label(vocabularies, _read_gap(row.gap, vocabularies))}: {_decided(row)}. {late}"
    if found.empty:
        yield _SV("decisions-none-overdue")


def _decided(row: Any) -> str:
    return decision_sentence(_SV, row.decision, row.owner_role, row.review_at)


def _table(store: Store) -> pd.DataFrame:
    """The register under Swedish heads, empty where nothing is said."""
    vocabularies, found = read_vocabularies(store), register(store)
    days = {name: found[name].dt.strftime("%Y-%m-%d").fillna("") for name in ("decided_at", "review_at")}
    words = {
        "gap": [_label(vocabularies, _read_gap(gap, vocabularies)) for gap in found["gap"]],
        "decision": [_SV(f"decision-{decision}") for decision in found["decision"]],
        "in_force": [_SV(f"decision-in_force-{bool(each)}") for each in found["in_force"]],
    }
    heads = {name: _SV(f"decision-{name}") for name in ("position", "gap", "in_force", *_OPTIONS)}
    return found.assign(**days, **words)[[*heads]].rename(columns=heads)
