"""A panel: one chart with all that must go along with it, wherever it is shown."""

from dataclasses import dataclass

from markupsafe import Markup

from dashboard.charts.drawing import Drawing
from dashboard.charts.table import Table

NOTHING = Markup()


@dataclass(frozen=True)
class Panel:
    """`sentence` says what the numbers show: alt text, slide title and e-mail line at once.

    `basis` is the filter line with «n av N». `table` has every number. A panel without a `drawing` is its
    table. `body` is HTML for the page alone, below the drawing where there is one. `is_table` says that the
    page shows all numbers where they stand and needs no twin. `href` leads to its page and spells all of it.
    """

    name: str
    title: str
    sentence: str
    basis: str
    table: Table
    drawing: Drawing | None = None
    body: Markup = NOTHING
    is_table: bool = False
    href: str = ""

    @property
    def alternative(self) -> str:
        """For those who do not see the drawing."""
        return f"{self.title}. {self.sentence}"
