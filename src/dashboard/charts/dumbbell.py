"""Dumbbells: per district, its share of the initiatives beside its shares of what they are held against."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, isnan

_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)
_MOST_STEPS = 6

SHAPES = ("circle", "square", "diamond")
"""Of the first series, whose marks are filled, and of the two hollow ones."""


@dataclass(frozen=True)
class Series:
    """What one shape of mark shows: in row order, shares of 1 with what is said when pointed at.

    A share that is not known (NaN) has no mark. `printed` is written beside each, `hrefs` lead to the lists.
    """

    name: str
    shares: Sequence[float]
    sentences: Sequence[str]
    printed: Sequence[str] = ()
    hrefs: Sequence[str] = ()


@dataclass(frozen=True)
class Dumbbells:
    """A row per label, read from the top, with up to three marks told apart by shape, and a line between.

    `labels` must be unique; `percent` writes a share of 1 as readers read it.
    """

    labels: Sequence[str]
    series: Sequence[Series]
    percent: Callable[[float], str]

    @property
    def ticks(self) -> list[float]:
        """Even steps from nothing until every share has its place."""
        shares = (share for each in self.series for share in each.shares if not isnan(share))
        most = max(shares, default=0)
        step = next((step for step in _STEPS if most <= step * _MOST_STEPS), _STEPS[-1])
        return [each * step for each in range(max(1, ceil(most / step)) + 1)]
