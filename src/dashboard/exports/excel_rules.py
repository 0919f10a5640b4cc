"""What Excel allows in names and cells, and how a column of cells is best shown in it."""

import re
from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from dashboard.charts.table import Cell, Table

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
"""Rows of a sheet, and UTF-16 units of a cell."""
LONGEST_NAME = 31
"""Of a sheet."""
RESERVED = ("history", "historik")
"""Names that Excel keeps for a sheet of its own."""
LONGEST_LINK = 2_000
"""Characters of an address that it follows."""

BUTTON = 2
"""Characters that a filter's button takes of a head."""
_WIDEST, _WIDEST_HEAD, _NARROWEST = 60, 20, 8
"""Of a column, in characters."""

_LONGEST_HEAD = 255
_NO_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = re.compile(r"[\[\]:*?/\\\U00010000-\U0010ffff]")
_NO_CELL = re.compile(r"[^\W\d]{4}")
_PER_CENT = re.compile(r"(\d+)\s?%")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def plain_text(value: str) -> str:
    """Without the signs that no workbook can hold."""
    return _NO_XML.sub("", value.replace("\r\n", "\n"))


def cut_text(text: str) -> str:
    """As much of it as a cell holds."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def sheet_name(title: str, taken: set[str]) -> str:
    """The title, or the nearest that Excel allows."""
    plain = " ".join(_NO_NAME.sub(" ", plain_text(title)).split())
    return _unique(plain[:LONGEST_NAME].strip("' ") or "–", taken, LONGEST_NAME, " ")


def table_name(name: str, taken: set[str]) -> str:
    """A name for formulas, which begins as no cell's does."""
    plain = re.sub(r"\W", "_", name)
    return _unique(plain if _NO_CELL.match(plain) else f"_{plain}", taken, _LONGEST_HEAD, "_")


def column_heads(columns: Sequence[str]) -> list[str]:
    """Each with words of its own: a table of Excel's tells its columns apart by them, whatever their case."""
    taken: set[str] = set()
    return [_unique(" ".join(plain_text(head).split()) or "–", taken, _LONGEST_HEAD, " ") for head in columns]


def _unique(name: str, taken: set[str], longest: int, joint: str) -> str:
    """The name, cut and numbered where it must be; no other in `taken` differs from it in case alone."""
    found, number = name[:longest].strip(), 1
    while found.casefold() in taken:
        number += 1
        end = f"{joint}{number}"
        found = name[: longest - len(end)].strip() + end
    taken.add(found.casefold())
    return found


def column_kind(table: Table, column: int) -> str:
    """«date», «text», «share», «grouped» or «number», by what stands in it and how the page shows it."""
    cells = [row[column] for row in table.rows if row[column].value not in (None, "")]
    if cells and all(_is_date(cell.value) for cell in cells):
        return "date"
    if all(isinstance(cell.value, str) for cell in cells):
        return "text"
    if any(map(_is_share, cells)):
        return "share"
    return "grouped" if any(map(_is_grouped, cells)) else "number"


def _is_grouped(cell: Cell) -> bool:
    """As against a year."""
    return isinstance(cell.value, int) and cell.value >= 1000 and str(cell.value) not in cell.text


def _is_share(cell: Cell) -> bool:
    """As against a number of per cent, which is as large as what is shown."""
    shown, value = _PER_CENT.search(cell.text), cell.value
    return isinstance(value, float) and value > 0 and shown is not None and _shows(value, int(shown[1]))


def _shows(share: float, per_cent: int) -> bool:
    """Both have been rounded."""
    return abs(share * 100 - per_cent) < 1


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        return False
    try:
        return date.fromisoformat(value).year >= 1900  # Excel's days begin there
    except ValueError:
        return False


def column_width(head: str, shown: Sequence[str]) -> int:
    """In characters: as wide as the longest line, within limits; longer ones are wrapped."""
    longest = max((len(line) for text in shown for line in text.split("\n")), default=0)
    return max(min(longest + BUTTON + 1, _WIDEST), min(len(head) + BUTTON + 1, _WIDEST_HEAD), _NARROWEST)


def line_count(shown: str, width: int) -> int:
    """How many lines a cell of this width needs."""
    return sum(1 if len(line) <= width else len(wrap(line, width)) for line in shown.split("\n"))
