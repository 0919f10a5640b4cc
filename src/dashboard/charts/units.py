"""The unit matrix: one square per initiative, woven by stage and vision area."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.charts.fragments import fragment

MIXED = "mixed"
"""Pattern of a square that stands under several vision areas."""


@dataclass(frozen=True)
class Unit:
    """One square. `pattern` is a vision area's position, or `MIXED`.

    `title` is the initiative's, empty where the square stands for several; `note` is what else is said of it.
    """

    title: str
    note: str
    href: str
    pattern: int | str


@dataclass(frozen=True)
class UnitGroup:
    """The squares of one stage; `position` picks the colour."""

    label: str
    href: str
    position: int
    units: Sequence[Unit]


@dataclass(frozen=True)
class UnitLegend:
    label: str
    pattern: int | str
    href: str = ""


@dataclass(frozen=True)
class Units:
    """Squares keep their order, so that the same portfolio always weaves the same cloth."""

    groups: Sequence[UnitGroup]
    legend: Sequence[UnitLegend]

    def html(self) -> Markup:
        return fragment("units", groups=self.groups, legend=self.legend)
