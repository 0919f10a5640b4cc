"""Horizontal bars: how many initiatives carry each term, in parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.palette import Palette


@dataclass(frozen=True)
class Part:
    """One layer of every bar, e.g. a stage: its name, numbers in label order, colour and hatching.

    `tone` is the place of its colour among those of the stages, none for a quiet one. `hrefs` lead to what is
    behind each number; an empty one leads nowhere.
    """

    name: str
    values: Sequence[int]
    tone: int | None = 0
    pattern: str = ""
    hrefs: Sequence[str] = ()

    def color(self, palette: Palette) -> str:
        return palette.quiet if self.tone is None else palette.stage(self.tone)


@dataclass(frozen=True)
class Bars:
    """A bar per label, read from the top, in parts; `labels` must be unique."""

    labels: Sequence[str]
    parts: Sequence[Part]
