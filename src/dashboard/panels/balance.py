"""Balance: where the initiatives lie beside where a target profile would have them, in whole initiatives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.panel import Panel
from dashboard.charts.shares import Key, ShareBar, ShareBars, Stretch, Target
from dashboard.charts.table import Cell, Share, Table, words
from dashboard.links import COUNT, OTHER, PROFILE
from dashboard.panels.panel import panel
from dashboard.panels.view import BALANCED, View
from dashboard.profile import Profile, equal_profile, parse_profile
from dashboard.queries import each_row
from dashboard.queries.balance import Balance, Counting, balance, balanced_classes
from dashboard.text import Text
from dashboard.text.sentences import share

LETTERS = {PROFILE: "a", OTHER: "b"}
"""What two profiles are called beside each other."""


def profiles_of(view: View) -> dict[str, Profile]:
    """The reader's profile, and the one that it is compared with if there is one, by URL parameter."""
    codes = balanced_classes(view.vocabularies, BALANCED)
    own = parse_profile(view.param(PROFILE), codes) or equal_profile(codes)
    other = parse_profile(view.param(OTHER), codes)
    return {PROFILE: own} | ({OTHER: other} if other else {})


def profile_name(view: View, name: str) -> str:
    return view.text(f"profile-{LETTERS[name]}")


def balance_panel(view: View, name: str) -> Panel | None:
    """The balance of the selection against the reader's profiles; None where there is but one class."""
    held = view.once(hold)
    if held is None:
        return None
    return panel(view, name, held.sentence(), held.table(), held.bars(), _counting(view, held.own))


def hold(view: View) -> "Held | None":
    """The selection beside the reader's profiles; None where there is but one class to balance."""
    if len(balanced_classes(view.vocabularies, BALANCED, view.filters)) < 2:
        return None
    # Whole per cent of three classes are not quite equal; no profile is.
    wanted = {
        name: None if profile == equal_profile(list(profile)) else profile
        for name, profile in profiles_of(view).items()
    }
    return Held(
        view,
        {
            name: balance(view.store, view.filters, view.vocabularies, BALANCED, profile)
            for name, profile in wanted.items()
        },
    )


@dataclass(frozen=True)
class Held:
    """The selection held against each of the reader's profiles: `found` by URL parameter, the own one first.

    Profiles differ in target, difference and distance only, so all else is read from the own one.
    """

    view: View
    found: Mapping[str, Balance]

    @property
    def own(self) -> Balance:
        return self.found[PROFILE]

    @property
    def counting(self) -> Counting:
        return _counting_of(self.view)

    def distances(self) -> dict[str, str]:
        """What each profile comes to, in words."""
        return {
            name: self.view.text("profile-distance", n=_whole(found.elsewhere), whole=found.known)
            for name, found in self.found.items()
        }

    def by_class(self) -> Iterator[dict[str, Any]]:
        """For each class, its row in the balance of each profile."""
        for rows in zip(*(each_row(found.classes) for found in self.found.values()), strict=True):
            yield dict(zip(self.found, rows, strict=True))

    def told(self, name: str, said: str) -> str:
        """What is said of a profile, with its name where there are two."""
        if len(self.found) == 1:
            return said
        return self.view.text("profile-says", profile=profile_name(self.view, name), sentence=said)

    def sentence(self) -> str:
        return " ".join(self.told(name, _distance(self.view, found)) for name, found in self.found.items())

    def bars(self) -> ShareBars:
        """A bar per class as the reader counts, and in unique counting one for those that are in several."""
        text, several = self.view.text, self.own.several
        bars = [self.bar(row) for row in self.by_class()]
        if several and self.counting is Counting.DISTINCT:
            said = text("initiatives", n=several)
            bars.append(ShareBar(text("balance-several"), "", said, [Stretch("rest", several)]))
        ends = "0", text("initiatives", n=self.own.known)
        return ShareBars(bars, self.own.known, list(self.keys()), ends)

    def bar(self, row: dict[str, Any]) -> ShareBar:
        """In unique counting without targets: those hold for shares that none of its bars shows."""
        text, own, known = self.view.text, row[PROFILE], self.own.known
        only, shared = Stretch("only", own.only), Stretch("shared", own.weight - own.only)
        targets = [Target(LETTERS[name], each.target * known) for name, each in row.items()]
        notes = [self.told(name, self.note(each)) for name, each in row.items()]
        match self.counting:
            case Counting.FULL:
                number = text("some-initiatives", n=own.full, whole=known)
                stretches = [only, shared, Stretch("rest", own.full - own.weight)]
            case Counting.DISTINCT:
                number, stretches, targets = text("balance-only", n=own.only), [only], []
            case Counting.SHARED:
                number, stretches = share(text, _rounded(own.weight), known), [only, shared]
        href = self.view.list_href(**{BALANCED: own.term}) if own.full else ""
        return ShareBar(self.view.label(BALANCED, own.term), href, number, stretches, targets, notes)

    def note(self, row: Any) -> str:
        """«54 mot målets 34 (50 %): 20 över», and how the 54 is counted where the bar is not."""
        text, difference = self.view.text, _rounded(row.difference)
        verdict = "over" if difference > 0 else "under" if difference < 0 else "even"
        note = text(
            "balance-note",
            weight=_number(text, row.weight),
            target=_number(text, row.target * self.own.known),
            share=text.percent(row.target),
            verdict=text(f"balance-{verdict}", n=_number(text, abs(difference))),
        )
        as_drawn = self.counting is Counting.SHARED or row.only == row.full
        return note if as_drawn else text("balance-shared", note=note)

    def keys(self) -> Iterator[Key]:
        """What the stretches and marks in sight stand for."""
        text, several = self.view.text, self.own.several
        yield Key("only", text("key-only"))
        if several and self.counting is not Counting.DISTINCT:
            yield Key("shared", text("key-shared"))
        if several and self.counting is not Counting.SHARED:
            yield Key("rest", text(f"key-rest-{self.counting}"))
        if self.counting is not Counting.DISTINCT:
            for name in self.found:
                kind = f"target-{LETTERS[name]}"
                yield Key(kind, text("key-target" if len(self.found) == 1 else f"key-{kind}"))

    def table(self) -> Table:
        """A line per class with all three ways of counting, then those in several, then the sums."""
        text, own = self.view.text, self.own
        heads = [text(f"dimension-{BALANCED}"), *(text(f"column-{counting}") for counting in Counting)]
        heads.append(text("column-share"))
        for name in self.found:
            heads += [self.told(name, text(f"column-{column}")) for column in ("target", "difference")]
        rest = [words("")] * (1 + 2 * len(self.found))
        several, known = _count(text, own.several), _count(text, own.known)
        full = _count(text, int(own.classes["full"].sum()))
        lines = [
            *(self.line(row) for row in self.by_class()),
            (words(text("balance-several")), words(""), several, words(""), *rest),
            (words(text("balance-total")), full, known, known, *rest),
        ]
        return Table(text("chart-balance"), tuple(heads), tuple(lines))

    def line(self, row: dict[str, Any]) -> tuple[Cell, ...]:
        text, own = self.view.text, row[PROFILE]
        label = words(self.view.label(BALANCED, own.term))
        counts = [_count(text, count) for count in (own.full, own.only, own.weight)]
        held = [Cell(Share(round(own.share, 3)), share(text, _rounded(own.weight), self.own.known))]
        for each in row.values():
            held += [
                Cell(Share(round(each.target, 3)), text.percent(each.target)),
                _count(text, each.difference),
            ]
        return (label, *counts, *held)


def _distance(view: View, found: Balance) -> str:
    """«20 av 68 insatser skulle behöva ligga någon annanstans för att nå lika delar (50/50).»"""
    if not found.known:
        return view.text("sentence-none")
    elsewhere = _whole(found.elsewhere)
    return view.text("balance-distance", n=elsewhere, whole=found.known, target=_wanted(view, found))


def _wanted(view: View, found: Balance) -> str:
    """A profile in words: «lika delar (50/50)», «60 % i det ena och 40 % i det andra».

    With the areas that it is about, where those are not all there are.
    """
    text, targets = view.text, found.classes["target"]
    areas = areas_in_balance(view, of_all=True)
    if targets.nunique() == 1:
        shares = "/".join(_number(text, 100 * target) for target in targets)
        return text("profile-is-equal-of" if areas else "profile-is-equal", shares=shares, areas=areas)
    parts = text.all_of(
        text("profile-part", share=text.percent(row.target), label=view.label(BALANCED, row.term))
        for row in each_row(found.classes)
    )
    return text("profile-parts-of", parts=parts, areas=areas) if areas else parts


def areas_in_balance(view: View, of_all: bool = False) -> str:
    """«de 2 visionsområden som har underlag», or «de 2 av 4 …»; empty where those are all there are.

    A sentence about balance says so itself, because it is also read where nothing else does: as the text of a
    picture, as the title of a slide.
    """
    areas = balanced_classes(view.vocabularies, BALANCED, view.filters)
    captured = balanced_classes(view.vocabularies, BALANCED)
    whole = [term for term in view.vocabularies.terms(BALANCED) if term.kind == "term"]
    if len(areas) == len(whole):
        return ""
    why = "captured" if areas == captured else "picked"
    key = f"areas-{why}" + ("-of-all" if of_all else "")
    return view.text(key, n=len(areas), whole=len(whole))


def _whole(initiatives: float) -> int:
    """In whole initiatives; half a one is what no move can mend, so it is rounded down."""
    return max(ceil(round(initiatives, 6) - 0.5), 0)


def _count(text: Text, value: float) -> Cell:
    return Cell(_rounded(value), _number(text, value))


def _number(text: Text, value: float) -> str:
    """With a decimal only where initiatives are shared into parts that are not whole."""
    rounded = _rounded(value)
    return text.number(rounded, 0 if isinstance(rounded, int) else 1)


def _rounded(value: float) -> int | float:
    rounded = round(float(value), 1)
    return int(rounded) if rounded.is_integer() else rounded


def _counting_of(view: View) -> Counting:
    return Counting(view.param(COUNT) or Counting.FULL)


def _counting(view: View, found: Balance) -> Markup:
    """The switch between the ways of counting, and what the one in use does to the numbers."""
    text, used = view.text, _counting_of(view)
    switch = fragment(
        "sort",
        sort_label=text("counting"),
        sorts=[
            {
                "code": str(counting),
                "href": view.href(view.page, **{COUNT: "" if counting is Counting.FULL else str(counting)}),
                "label": text(f"counting-{counting}"),
                "current": counting is used,
            }
            for counting in Counting
        ],
    )
    total = int(found.classes["full"].sum())
    said = text(
        f"counted-{used}",
        several=found.several,
        whole=found.known,
        total=total,
        more=total - found.known,
        alone=found.known - found.several,
    )
    notes = [said, text("counted-distance")]
    missing = [term.label(text.language) for term in view.vocabularies.terms(BALANCED) if not term.captured]
    if missing:
        notes.append(text("balance-not-captured", labels=text.all_of(missing), n=len(missing)))
    return fragment("counting", switch=switch, notes=notes)


def spread(view: View, found: Balance) -> tuple[str, str]:
    """How many areas the initiatives really use, and what chance gives, as sentences."""
    text, (low, high) = view.text, found.band
    verdict = "uneven" if found.effective < low else "even" if found.effective > high else "within"
    classes, areas = len(found.classes), areas_in_balance(view)
    by_chance = text("spread-chance", low=text.number(low, 2), high=text.number(high, 2))
    used = text(
        "spread-effective",
        n=text.number(found.effective, 2),
        classes=classes,
        areas=areas or text("areas", n=classes),
    )
    return used, f"{by_chance} {text(f'spread-{verdict}')}"
