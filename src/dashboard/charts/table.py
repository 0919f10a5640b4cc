"""A table as readers see it: the twin of every chart, and what its CSV holds."""

from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from dashboard.charts.fragments import IN_SWEDISH, Part, fragment, language_parts


class Share(float):
    """A part of 1, which a spreadsheet shows as per cent."""


@dataclass(frozen=True)
class Cell:
    """`value` goes into files, `text` on the screen; `href` leads to what is behind the number.

    `html` is the text with the languages that are not the reader's marked, where there are any.
    """

    value: int | float | str | date | None
    text: str
    href: str = ""
    label: str = ""
    html: Markup | None = None

    def parts(self) -> list[Part]:
        """The text, part by part, each in one language."""
        return [Part(self.text)] if self.html is None else language_parts(self.html)


@dataclass(frozen=True)
class Table:
    """The first cell of a row is its header. `sums` is a row that counts all of them: a file's last.

    `telling` says of each row whether it matters most; empty where they all matter as much.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    sums: tuple[Cell, ...] = ()
    telling: tuple[bool, ...] = ()

    def lines(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, and the sums where there are any."""
        return (*self.rows, self.sums) if self.sums else self.rows

    def foremost(self) -> "Table":
        """With the rows that matter most before the others, for where there may not be room for all."""
        if not self.telling:
            return self
        order = sorted(range(len(self.rows)), key=lambda place: not self.telling[place])
        rows, telling = (tuple(each[place] for place in order) for each in (self.rows, self.telling))
        return replace(self, rows=rows, telling=telling)

    def is_numeric(self, column: int) -> bool:
        return any(isinstance(row[column].value, (int, float)) for row in self.rows)

    def html(self, stacked: bool = False) -> Markup:
        """`stacked`: on a small screen each row is a card, and every cell says the name of its column."""
        numeric = [self.is_numeric(i) for i in range(len(self.columns))]
        return fragment("table", table=self, numeric=numeric, stacked=stacked)


def words(text: str, href: str = "") -> Cell:
    """A cell that holds words."""
    return Cell(text, text, href)


def city_words(text: str, href: str = "") -> Cell:
    """A cell that holds words of the city's, which are Swedish."""
    return Cell(text, text, href, html=IN_SWEDISH.format(text) if text else None)
