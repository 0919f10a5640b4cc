"""What an import changes in the listings: found, told in Swedish words, and set as a table of text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.portfolio.tables import Row
from dashboard.vocabularies import Vocabularies

WORDS = {
    "added": "tillkommer",
    "removed": "försvinner",
    "moved": "byter skede",
    "edited": "ändrar titel eller länk",
    "reordered": "ändrar bara plats",
}
"""Kinds of change, in the order in which they are told. The verbs are the same in singular and plural."""


@dataclass(frozen=True)
class Change:
    """A listing before and after; one of them is None where it was added or removed."""

    before: Row | None
    after: Row | None

    @property
    def kind(self) -> str:
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        if self.before["stage"] != self.after["stage"]:
            return "moved"
        return "reordered" if self.before | {"position": self.after["position"]} == self.after else "edited"

    @property
    def listing(self) -> Row:
        listing = self.after or self.before
        assert listing is not None, "a change has a before or an after"
        return listing


def compare_listings(before: Iterable[Row], after: Iterable[Row]) -> list[Change]:
    """Changes in page order, removed ones last. Vision area and initiative identify a listing."""
    known: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in before:
        known[row["vision_area"], row["initiative"]].append(row)
    changes = []
    for row in after:
        same = known[row["vision_area"], row["initiative"]]
        changes.append(Change(same.pop(0) if same else None, row))
    changes += [Change(row, None) for rows in known.values() for row in rows]
    return [change for change in changes if change.before != change.after]


def describe_changes(changes: Sequence[Change]) -> str:
    """A half-sentence such as "2 tillkommer, 1 byter skede"."""
    counts = Counter(change.kind for change in changes)
    told = [f"{counts[kind]} {words}" for kind, words in WORDS.items() if counts[kind]]
    return ", ".join(told) or "ingen skillnad"


def format_changes(changes: Iterable[Change], vocabularies: Vocabularies) -> str:
    """One line per listing that is not merely reordered; columns aligned with spaces."""
    rows = [("Ändring", "Visionsområde", "Skede", "Insats")]
    for change in changes:
        if change.kind != "reordered":
            area = _label(vocabularies, "vision_area", change.listing["vision_area"])
            rows.append((WORDS[change.kind], area, _stages(change, vocabularies), change.listing["title"]))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines) if len(rows) > 1 else ""


def _stages(change: Change, vocabularies: Vocabularies) -> str:
    stages = [row["stage"] for row in (change.before, change.after) if row]
    return " → ".join(_label(vocabularies, "stage", stage) for stage in dict.fromkeys(stages))


def _label(vocabularies: Vocabularies, dimension: str, code: str) -> str:
    """The code itself where an older table holds one that the vocabulary has since lost."""
    term = vocabularies.by_dimension[dimension].get(code)
    return term.label_sv if term else code
