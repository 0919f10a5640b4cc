"""What a column of a CSV file may hold, and how its values are spelt."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Type:
    """How a value is spelt; `says` completes the Swedish sentence "… är inte ___"."""

    name: str
    says: str
    valid: Callable[[str], bool]


def _spelt(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value) is not None


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_regex(value: str) -> bool:
    try:
        re.compile(value)
    except (re.error, OverflowError, RecursionError):  # too often, too deep
        return False
    return True


TEXT = Type("text", "text", lambda value: True)
SLUG = Type("slug", "en kod av små bokstäver a–z, siffror och bindestreck", _spelt(r"[a-z0-9]+(-[a-z0-9]+)*"))
INTEGER = Type("integer", "ett heltal", _spelt(r"-?[0-9]{1,9}"))
NUMBER = Type("number", "ett tal med decimalpunkt", _spelt(r"-?[0-9]{1,9}(\.[0-9]{1,9})?"))
FLAG = Type("yes/no", "yes eller no", _spelt("yes|no"))
DATE = Type("date", "ett datum som 2026-11-21", _is_date)
ADDRESS = Type("address", "en webbadress", _spelt(r"https?://\S+"))
TEXT_ID = Type("text id", "16 hexadecimala siffror", _spelt("[0-9a-f]{16}"))
SHA256 = Type("sha256", "64 hexadecimala siffror", _spelt("[0-9a-f]{64}"))
AGE = Type("age", "en ålder som 16-20", _spelt(r"[0-9]{1,3}-[0-9]{1,3}"))
AMOUNT = Type("amount", "ett belopp i hela kronor", _spelt(r"[1-9][0-9]{0,11}"))
REGEX = Type("regex", "ett reguljärt uttryck som Python förstår", _is_regex)


@dataclass(frozen=True)
class Column:
    """One column and its rules. An empty field means that the value is not known.

    `references` is the file whose first key column must hold the value; a column's name in braces, such as
    `{dimension}`, stands for what the row has there. In a `many` column, `|` separates values and the rules
    hold for each of them.
    """

    name: str
    type: Type = TEXT
    required: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    max_length: int | None = None
    max_words: int | None = None
    references: str | None = None


@dataclass(frozen=True)
class Table:
    """One CSV file and the store's table that it fills; an `optional` one may be missing, and is then empty.

    Rows with the same `numbered_within` values are numbered 1, 2, 3 … in `position`, in the file's order.
    """

    file: str
    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    numbered_within: tuple[str, ...] | None = None
    optional: bool = False

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)
