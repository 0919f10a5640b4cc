"""Bars of initiatives on one scale, with marks where a target profile would have them end."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.charts.fragments import fragment


@dataclass(frozen=True)
class Stretch:
    """A part of a bar, in initiatives; `kind` picks how it is drawn: only, shared or rest."""

    kind: str
    initiatives: float


@dataclass(frozen=True)
class Target:
    """Where a bar ought to end, in initiatives; `profile` (a or b) picks the shape of its mark."""

    profile: str
    initiatives: float


@dataclass(frozen=True)
class ShareBar:
    """One class: its number in words, the stretches that make up its bar, and what they are held against.

    `notes` say in words what the marks show, one for each profile.
    """

    label: str
    href: str
    number: str
    stretches: Sequence[Stretch]
    targets: Sequence[Target] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Key:
    """An entry of the legend: a kind of stretch or of mark, and what it stands for."""

    kind: str
    meaning: str


@dataclass(frozen=True)
class ShareBars:
    """A bar per class on a scale from nought to `whole` initiatives, whose `ends` are labelled."""

    bars: Sequence[ShareBar]
    whole: int
    keys: Sequence[Key]
    ends: tuple[str, str]

    def html(self) -> Markup:
        drawn = [
            {
                "bar": bar,
                "stretches": [(each.kind, _percent(each.initiatives, self.whole)) for each in bar.stretches],
                "targets": [(each.profile, _percent(each.initiatives, self.whole)) for each in bar.targets],
            }
            for bar in self.bars
        ]
        return fragment("shares", bars=drawn, keys=self.keys, ends=self.ends)


def _percent(initiatives: float, whole: int) -> float:
    return round(100 * initiatives / whole, 2) if whole else 0.0
