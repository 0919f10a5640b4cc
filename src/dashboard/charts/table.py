"""A table as readers see it: the twin of every chart, and what its CSV holds."""

from dataclasses import dataclass, field

import pandas as pd
from markupsafe import Markup

from dashboard.charts.fragments import fragment


@dataclass(frozen=True)
class Cell:
    """`value` goes to the CSV, `text` on the screen; `href` leads to what is behind the number."""

    value: int | float | str | None
    text: str
    href: str = ""
    label: str = ""


@dataclass(frozen=True)
class Table:
    """The first cell of a row is its header."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(default=())

    def frame(self) -> pd.DataFrame:
        values = [[cell.value for cell in row] for row in self.rows]
        return pd.DataFrame(values, columns=list(self.columns), dtype=object)

    def html(self, stacked: bool = False) -> Markup:
        """`stacked`: on a small screen each row is a card, and every cell says the name of its column."""
        numeric = [self._is_numeric(i) for i in range(len(self.columns))]
        return fragment("table", table=self, numeric=numeric, stacked=stacked)

    def _is_numeric(self, column: int) -> bool:
        return any(isinstance(row[column].value, (int, float)) for row in self.rows)


def words(text: str, href: str = "") -> Cell:
    """A cell that holds words."""
    return Cell(text, text, href)
