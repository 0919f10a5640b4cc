"""What is taken along: panels, with what has to be said wherever they are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.charts.panel import Panel
from dashboard.text import text_of


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
    """One page or one deck. `initiatives` are those behind it, as the list's download has them; `codes` the
    same for machines. Neither where a report is of several selections. `definitions` explain its words.
    """

    title: str
    sentence: str
    basis: str
    dated: str
    source: str
    address: str
    language: str
    text: Callable[..., str]
    slides: Sequence[Slide]
    definitions: Sequence[tuple[str, str]] = ()
    of_panel: bool = False
    """Whether somebody has asked for just this one panel."""
    initiatives: pd.DataFrame | None = None
    codes: pd.DataFrame | None = None

    def around(self, slide: Slide) -> "Report":
        """The same report as it speaks on the slide: in the slide's language."""
        if slide.language in ("", self.language):
            return self
        return replace(self, language=slide.language, text=text_of(slide.language))


Told = Callable[[int, int], None]
"""Called with how many parts are done, and of how many."""
