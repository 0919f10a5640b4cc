"""What is taken along: panels, with what has to be said wherever they are read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from dashboard.charts.panel import Panel
from dashboard.text import text_of

Told = Callable[[int, int], None]
"""Called with how many parts are done, and of how many."""


def untold(done: int, of: int) -> None:
    """Where nobody follows the progress."""


@dataclass(frozen=True)
class Rows:
    """A table of `count` rows that may be longer than memory has room for.

    `parts` reads it anew, some thousand rows at a time; there is one part at least, with the columns.
    """

    count: int
    parts: Callable[[], Iterator[pd.DataFrame]]

    @classmethod
    def of(cls, table: pd.DataFrame) -> "Rows":
        return cls(len(table), lambda: iter((table,)))

    def read(self, told: Told = untold) -> Iterator[pd.DataFrame]:
        done = 0
        for part in self.parts():
            yield part
            done += len(part)
            if done:
                told(done, self.count)


@dataclass(frozen=True)
class Slide:
    """A panel as somebody wants it told; `title` is the panel's sentence where nobody has given another.

    It is told in `language`; in the report's where that is empty. `dated` says which data it shows. `address`
    is the whole address of what it shows, `living` that of the same with the data of the day; both are empty
    where nobody has said where the dashboard is served.
    """

    panel: Panel
    title: str
    dated: str
    source: str
    address: str = ""
    living: str = ""
    note: str = ""
    language: str = ""


@dataclass(frozen=True)
class Report:
    """One page or one deck. `initiatives` are those behind it, as the list's download has them; `labels` what
    is known of them, a row each; `codes` the same as both for machines. None of them where a report is of
    several selections, nor `counted`: how many initiatives are selected, and of how many. `definitions`
    explain its words.

    `href` is what it shows, relative to where the dashboard is served, and `address` the whole of that.
    """

    title: str
    sentence: str
    basis: str
    dated: str
    source: str
    href: str
    address: str
    day: date
    """Of the data."""
    language: str
    text: Callable[..., str]
    slides: Sequence[Slide]
    definitions: Sequence[tuple[str, str]] = ()
    of_panel: bool = False
    """Whether somebody has asked for just this one panel."""
    counted: tuple[int, int] | None = None
    initiatives: Rows | None = None
    labels: Rows | None = None
    codes: Rows | None = None

    def around(self, slide: Slide) -> "Report":
        """The same report as it speaks on the slide: in the slide's language."""
        if slide.language in ("", self.language):
            return self
        return replace(self, language=slide.language, text=text_of(slide.language))
