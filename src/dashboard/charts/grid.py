"""A matrix: what meets where two things cross, with a sign for each kind of cell, and sums around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.fragments import fragment


class Mark(NamedTuple):
    """A sign beside a cell or row, the same in words, and the way to what it stands for.

    `sentence` has what is not in the reader's language marked.
    """

    sign: str
    sentence: Markup
    href: str


@dataclass(frozen=True)
class GridCell:
    """`kind` picks how the cell is drawn, `weight` (0-1) how much of its colour it takes.

    Empty cells have a sign too, never a colour alone; `sentence` says the cell in words. `range` stands small
    beside the sign. `undecided` is a mark that shows only when the cell is pointed at.
    """

    sign: str
    sentence: str = ""
    href: str = ""
    kind: str = ""
    range: str = ""
    weight: float = 0
    mark: Mark | None = None
    undecided: Mark | None = None


@dataclass(frozen=True)
class GridRow:
    """`apart` is what does not belong to the rows above, such as "not stated"."""

    label: str
    cells: Sequence[GridCell]
    sum: GridCell
    href: str = ""
    apart: bool = False
    mark: Mark | None = None


@dataclass(frozen=True)
class Rest:
    """Rows that fold away under a title."""

    code: str
    title: str
    rows: Sequence[GridRow]


@dataclass(frozen=True)
class Legend:
    """What each kind of cell in sight means, and what else there is to know about the numbers."""

    title: str
    entries: Sequence[tuple[GridCell, str]]
    notes: Sequence[str] = ()

    def html(self) -> Markup:
        return fragment("legend", legend=self)

    def names(self) -> list[tuple[GridCell, str]]:
        """The entries where there is no room to explain: each kind by what stands before the colon."""
        return [(cell, meaning.partition(":")[0].rstrip(".")) for cell, meaning in self.entries]


@dataclass(frozen=True)
class Grid:
    """`columns` are heads, `foot` their sums, `whole` the sum of all; `total` is what the sums are called."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[GridRow]
    foot: Sequence[GridCell]
    whole: GridCell
    total: str
    corner: str = ""
    dense: bool = False
    rest: Rest | None = None
    legend: Legend | None = None

    @property
    def sums(self) -> list[GridCell]:
        """The last line: of each column, then of all."""
        return [*self.foot, self.whole]

    def html(self) -> Markup:
        legend = self.legend.html() if self.legend else Markup()
        return fragment("matrix", grid=self) + legend
