"""What the commands share: their folders, and how they build, fail and say so."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

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
