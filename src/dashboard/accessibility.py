"""The accessibility statement that `data/accessibility.toml` holds, and what is wrong with that file."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.store.check import judge
from dashboard.store.columns import ADDRESS, DATE, Column, Type
from dashboard.store.read import Problem, problem

FILE = "accessibility.toml"
REASONS = ("non-compliance", "burden", "exempt", "not-assessed")
"""Why something is not accessible, as far as is known, in the order in which the page tells it."""

_LONGEST = 2000
_EMAIL = Type("email", "en e-postadress", lambda value: re.fullmatch(r"[^\s@]+@[^\s@]+", value) is not None)
_CRITERION = Type(
    "criterion",
    "ett kriterium i WCAG som 1.4.3",
    lambda value: re.fullmatch(r"[1-4]\.[1-5]\.[0-9]{1,2}", value) is not None,
)
_KEYS = (
    Column("responsible", max_length=_LONGEST),
    Column("website", ADDRESS),
    Column("email", _EMAIL),
    Column("phone", max_length=_LONGEST),
    Column("form", ADDRESS),
    Column("conformance", required=True, choices=("fully", "partly", "not")),
    Column("tested_by", required=True, choices=("self", "external")),
    Column("tested_on", DATE, required=True),
    Column("tested_sv", required=True, max_length=_LONGEST),
    Column("tested_en", required=True, max_length=_LONGEST),
    Column("updated_on", DATE, required=True),
    Column("approved_on", DATE),
    Column("approved_by", max_length=_LONGEST),
    Column("supervisor_sv", required=True, max_length=_LONGEST),
    Column("supervisor_en", required=True, max_length=_LONGEST),
    Column("supervisor_address", ADDRESS, required=True),
)
"""What the file says; a key that is not required may be empty or missing."""
_SHORTCOMING = "shortcoming"
_SHORTCOMING_KEYS = (
    Column("reason", required=True, choices=REASONS),
    Column("criteria", _CRITERION, many=True),
    Column("sv", required=True, max_length=_LONGEST),
    Column("en", required=True, max_length=_LONGEST),
)


class StatementUnreadable(Exception):
    """All that keeps the statement from being shown, in Swedish: where, what, and what to do."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Shortcoming:
    """What is not accessible; `reason` is one of `REASONS`, `criteria` are those of WCAG, as «1.4.3»."""

    reason: str
    criteria: tuple[str, ...]
    said: Mapping[str, str]
    """The same by language."""


@dataclass(frozen=True)
class Statement:
    """What the municipality states; empty is what it has not filled in."""

    facts: Mapping[str, str]
    """By key of the file, an empty text where there is none."""
    shortcomings: tuple[Shortcoming, ...]

    def __getitem__(self, key: str) -> str:
        return self.facts[key]

    def day(self, key: str) -> date | None:
        return date.fromisoformat(self.facts[key]) if self.facts[key] else None


def read_statement(data: Path) -> Statement | None:
    """The statement of a data folder, None where there is none. Raises StatementUnreadable."""
    try:
        content = (data / FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        says = f"filen kan inte läsas ({error.strerror}). Se över rättigheterna."
        raise StatementUnreadable([problem(FILE, "file", says)]) from error
    return parse_statement(content)


def parse_statement(content: bytes) -> Statement:
    """The statement that the file's bytes hold. Raises StatementUnreadable with all that is wrong."""
    try:
        said = tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        says = "filen är inte UTF-8. Spara den som UTF-8."
        raise StatementUnreadable([problem(FILE, "encoding", says, line=line)]) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is a ValueError
        says = f"filen går inte att läsa som TOML ({error}). Rätta det stället."
        raise StatementUnreadable([problem(FILE, "malformed", says)]) from error
    shortcomings = said.pop(_SHORTCOMING, [])
    problems = [*_problems(said, _KEYS), *_problems_of_shortcomings(shortcomings)]
    if problems:
        raise StatementUnreadable(problems)
    facts = {column.name: said.get(column.name, "") for column in _KEYS}
    return Statement(facts, tuple(map(_shortcoming, shortcomings)))


def check_statement(data: Path) -> list[Problem]:
    """All that is wrong with the statement; nothing where there is none, as the page itself says that."""
    try:
        read_statement(data)
    except StatementUnreadable as unreadable:
        return unreadable.problems
    return []


def statement_changed(data: Path) -> int:
    """When the file was last written, in nanoseconds; 0 where there is none."""
    try:
        return (data / FILE).stat().st_mtime_ns
    except OSError:
        return 0


def _shortcoming(said: Mapping[str, str]) -> Shortcoming:
    criteria = tuple(filter(None, said.get("criteria", "").split("|")))
    return Shortcoming(said["reason"], criteria, {language: said[language] for language in ("sv", "en")})


def _problems_of_shortcomings(said: Any) -> Iterator[Problem]:
    if not isinstance(said, list) or not all(isinstance(each, dict) for each in said):
        says = "är inga brister. Börja var och en med [[shortcoming]]."
        yield problem(FILE, "type", says, column=_SHORTCOMING)
        return
    for number, each in enumerate(said, 1):
        yield from _problems(each, _SHORTCOMING_KEYS, f"brist {number}, ")


def _problems(said: Mapping[str, Any], columns: tuple[Column, ...], place: str = "") -> Iterator[Problem]:
    """`place` says which part of the file it is."""
    names = [column.name for column in columns]
    for name in sorted(said.keys() - {*names}):
        says = f"är ingen nyckel här. De som finns är {', '.join(names)}. Rätta eller ta bort den."
        yield problem(FILE, "key", says, column=f"{place}nyckel", value=name)
    for column in columns:
        value = said.get(column.name, "")
        if not isinstance(value, str):
            says = "är ingen text. Skriv värdet inom citattecken."
            yield problem(FILE, "type", says, column=f"{place}{column.name}", value=str(value))
        elif wrong := judge(column, value):
            yield problem(FILE, *wrong, column=f"{place}{column.name}", value=value)
