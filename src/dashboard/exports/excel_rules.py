"""What Excel allows in names and cells, and how wide and high they are best shown in it."""

import re
from collections.abc import Sequence
from math import ceil
from textwrap import wrap

from dashboard.exports.plain import one_line, plain

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
_WRAPPED = 32
"""Width to which columns may be narrowed to save a page."""

_LONGEST_HEAD = 255
_NO_NAME = re.compile(r"[\[\]:*?/\\\U00010000-\U0010ffff]")
_NO_CELL = re.compile(r"[^\W\d]{4}")


def cut_text(text: str) -> str:
    """As much of it as a cell holds."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def sheet_name(title: str, taken: set[str]) -> str:
    """The title, or the nearest that Excel allows."""
    name = one_line(_NO_NAME.sub(" ", plain(title)))
    return _unique(name[:LONGEST_NAME].strip("' ") or "–", taken, LONGEST_NAME, " ")


def table_name(name: str, taken: set[str]) -> str:
    """A name for formulas, which begins as no cell's does."""
    joined = re.sub(r"\W+", "_", name)
    return _unique(joined if _NO_CELL.match(joined) else f"_{joined}", taken, _LONGEST_HEAD, "_")


def column_heads(columns: Sequence[str]) -> list[str]:
    """Each with words of its own: a table of Excel's tells its columns apart by them, whatever their case."""
    taken: set[str] = set()
    return [_unique(one_line(head) or "–", taken, _LONGEST_HEAD, " ") for head in columns]


def _unique(name: str, taken: set[str], longest: int, joint: str) -> str:
    """The name, cut and numbered where it must be; no other in `taken` differs from it in case alone."""
    found, number = name[:longest].strip(), 1
    while found.casefold() in taken:
        number += 1
        end = f"{joint}{number}"
        found = name[: longest - len(end)].strip() + end
    taken.add(found.casefold())
    return found


def column_width(head: str, shown: Sequence[str]) -> int:
    """In characters: as wide as the longest line, within limits; longer ones are wrapped."""
    longest = max((len(line) for text in shown for line in text.split("\n")), default=0)
    return max(min(longest + BUTTON + 1, _WIDEST), min(len(head) + BUTTON + 1, _WIDEST_HEAD), _NARROWEST)


def fit_widths(widths: Sequence[int], page: int) -> list[int]:
    """The same, the widest narrowed as much as lets them stand on the fewest pages of this width."""

    def narrowed(most: int) -> list[int]:
        return [min(width, most) for width in widths]

    pages = ceil(sum(narrowed(_WRAPPED)) / page)
    fitting = (most for most in range(_WIDEST, _WRAPPED, -1) if sum(narrowed(most)) <= pages * page)
    return narrowed(next(fitting, _WRAPPED))


def line_count(shown: str, width: int) -> int:
    """How many lines a cell of this width needs."""
    return sum(1 if len(line) <= width else len(wrap(line, width)) for line in shown.split("\n"))
