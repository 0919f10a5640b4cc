"""What the commands share: their folders, and how they build, fail and say so."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from dashboard.settings import SETTINGS
from dashboard.store.build import CheckFailed, Step, build_store
from dashboard.store.connection import StoreUnavailable
from dashboard.store.read import Problem

_SHOWN_PROBLEMS = 200
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
    help="Mappen med CSV-filerna; annars DASHBOARD_DATA eller projektets data/.",
)
store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default=SETTINGS.store,
    help="Mappen för datafilen; annars DASHBOARD_STORE eller projektets var/store/.",
)


class Failure(click.ClickException):
    """Ends the command with its message alone, on standard error."""

    def show(self, file: object = None) -> None:
        click.echo(self.format_message(), err=True)


class Misused(Failure):
    """What was asked for is no command of ours."""

    exit_code = click.UsageError.exit_code


class Commands(click.Group):
    """Commands that say in Swedish what about their options cannot be."""

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
