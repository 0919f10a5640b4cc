"""A table as readers see it: the twin of every chart, and what its CSV holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from dashboard.charts.fragments import fragment


class Share(float):
    """A part of 1, which a spreadsheet shows as per cent."""


@dataclass(frozen=True)
class Cell:
    """`value` goes into files, `text` on the screen; `href` leads to what is behind the number."""

    value: int | float | str | date | None
    text: str
    href: str = ""
    label: str = ""


@dataclass(frozen=True)
class Table:
    """The first cell of a row is its header. `sums` is a row that counts all of them: a file's last."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    sums: tuple[Cell, ...] = ()

    def lines(self) -> Iterator[tuple[Cell, ...]]:
        """The rows, and the sums where there are any."""
        yield from (*self.rows, *([self.sums] if self.sums else []))

    def is_numeric(self, column: int) -> bool:
        return any(isinstance(row[column].value, (int, float)) for row in self.rows)

    def html(self, stacked: bool = False) -> Markup:
        """`stacked`: on a small screen each row is a card, and every cell says the name of its column."""
        numeric = [self.is_numeric(i) for i in range(len(self.columns))]
        return fragment("table", table=self, numeric=numeric, stacked=stacked)


def words(text: str, href: str = "") -> Cell:
    """A cell that holds words."""
    return Cell(text, text, href)
