"""What the commands share: their folders, and how they build, fail and say so."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from dashboard.settings import SETTINGS
from dashboard.store.build import CheckFailed, Step, build_store
from dashboard.store.connection import StoreUnavailable
from dashboard.store.read import Problem

_SHOWN_PROBLEMS = 200
_OPTIONS = "[VAL]"
_HEADINGS = {"Options": "Val", "Commands": "Kommandon"}
_STEPS: dict[Step, str] = {
    "read": "Läser",
    "check": "Kontrollerar",
    "write": "Skriver",
    "publish": "Tar i bruk",
    "snapshot": "Ser till ögonblicksbilderna",
}

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=SETTINGS.data,
    metavar="MAPP",
    help="Mappen med CSV-filerna; annars DASHBOARD_DATA eller projektets data/.",
)
store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default=SETTINGS.store,
    metavar="MAPP",
    help="Mappen för datafilen; annars DASHBOARD_STORE eller projektets var/store/.",
)


class Failure(click.ClickException):
    """Ends the command with its message alone, on standard error."""

    def show(self, file: object = None) -> None:
        click.echo(self.format_message(), err=True)


class Misused(Failure):
    """What was asked for is no command of ours."""

    exit_code = click.UsageError.exit_code


class _Help(click.HelpFormatter):
    """Click's own words in Swedish: it takes them from nothing but the machine's own translations."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Användning: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        told = [(name, says.replace("[required]", "[krävs]")) for name, says in rows]
        super().write_dl(told, col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Help


class Commands(click.Group):
    """Commands whose help is in Swedish, and what they say of options that cannot be."""

    context_class = _Context

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, options_metavar=_OPTIONS, subcommand_metavar="KOMMANDO …", **settings)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        cmd.context_class, cmd.options_metavar = _Context, _OPTIONS
        super().add_command(cmd, name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            known = ", ".join(self.list_commands(ctx))
            raise Misused(f"Kommandot «{args[0]}» finns inte. De som finns är {known}.")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _in_swedish(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with _in_swedish(ctx):
            return super().invoke(ctx)


@contextmanager
def _in_swedish(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        asked = (error.ctx or ctx).command_path
        raise Misused(f"{_said(error)} Kör {asked} --help för att se vad som går.") from error


def _said(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f" Menade du {' eller '.join(error.possibilities)}?" if error.possibilities else ""
            return f"Valet {error.option_name} finns inte.{near}"
        case click.MissingParameter(param=click.Parameter() as param):
            return f"{_spelt(param)} saknas."
        case click.BadOptionUsage():
            return f"{error.option_name}: värdet saknas, eller ska inte vara där."
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice) as param):
            return f"{_spelt(param)}: värdet är inte något av {', '.join(map(str, choice.choices))}."
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_spelt(param)}: värdet går inte att läsa."
    return "Det står ett ord för mycket. Sätt citattecken runt värden med mellanslag."


def _spelt(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def fail(problems: Sequence[Problem]) -> NoReturn:
    for problem in problems[:_SHOWN_PROBLEMS]:
        click.echo(problem.message, err=True)
    if len(problems) > _SHOWN_PROBLEMS:
        click.echo(f"… och {len(problems) - _SHOWN_PROBLEMS} till.", err=True)
    raise Failure(f"{len(problems)} fel.")


def build_from(data: Path, store: Path, captures: Path) -> Path:
    """Build with each step told on standard error. Raises Failure with what is wrong."""
    try:
        return build_store(
            data, store, lambda share, step: click.echo(f"{share:4.0%} {_STEPS[step]}", err=True), captures
        )
    except CheckFailed as failed:
        fail(failed.problems)
    except StoreUnavailable as failed:
        raise Failure(f"{failed} ({failed.__cause__})") from failed
