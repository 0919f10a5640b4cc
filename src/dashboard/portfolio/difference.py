"""What an import changes in the listings: found, told in Swedish words, and set as a table of text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.store.rows import Row
from dashboard.vocabularies import Vocabularies

WORDS = {
    "added": "tillkommer",
    "removed": "försvinner",
    "moved-area": "byter visionsområde",
    "moved-stage": "byter skede",
    "renamed": "byter titel",
    "reworded": "får ny text",
    "relinked": "får annan länk",
    "reordered": "ändrar bara plats",
}
"""Kinds of change, in the order in which they are told. The verbs are the same in singular and plural."""

_COMPARED = {
    "moved-area": ("vision_area",),
    "moved-stage": ("stage",),
    "renamed": ("title",),
    "reworded": ("text_id",),
    "relinked": ("link_label", "link_external", "link_new_window"),
}


@dataclass(frozen=True)
class Change:
    """A listing before and after; one of them is None where it was added or removed."""

    before: Row | None
    after: Row | None

    @property
    def kinds(self) -> list[str]:
        """All that has changed; "reordered" stands alone. A text nobody had read before is not reworded."""
        if self.before is None or self.after is None:
            return ["removed" if self.before else "added"]
        before, after = self.before, self.after
        kinds = [
            kind for kind, names in _COMPARED.items() if any(before[each] != after[each] for each in names)
        ]
        if not before["text_id"] and "reworded" in kinds:
            kinds.remove("reworded")
        return kinds or (["reordered"] if before["position"] != after["position"] else [])

    def record(self) -> dict[str, object]:
        """Which listing, what has happened to it, and the values that differ, before and after."""
        before, after = self.before or {}, self.after or {}
        differ = [name for name in self.listing if before and after and before[name] != after[name]]
        named = {name: self.listing[name] for name in ("initiative", "vision_area", "stage")}
        values = {name: [before[name], after[name]] for name in differ}
        return {"kinds": self.kinds, **named, **values}

    @property
    def listing(self) -> Row:
        listing = self.after or self.before
        assert listing is not None, "a change has a before or an after"
        return listing


def compare_listings(before: Iterable[Row], after: Iterable[Row]) -> list[Change]:
    """Changes in page order, removed ones last.

    A listing is the same where vision area and initiative are; an initiative that leaves one vision area and
    comes to another has moved.
    """
    known: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in before:
        known[row["vision_area"], row["initiative"]].append(row)
    pairs = []
    for row in after:
        same = known[row["vision_area"], row["initiative"]]
        pairs.append((_take(same, row["stage"]), row))
    left = defaultdict(list)
    for row in (row for rows in known.values() for row in rows):
        left[row["initiative"]].append(row)
    changes = []
    for earlier, row in pairs:
        moved = left[row["initiative"]]
        changes.append(Change(earlier or (moved.pop(0) if moved else None), row))
    changes += [Change(row, None) for rows in left.values() for row in rows]
    return [change for change in changes if change.kinds]


def _take(rows: list[Row], stage: str) -> Row | None:
    """The listing that stood in the same stage, else the first; it is taken out of the rows."""
    number = next((number for number, row in enumerate(rows) if row["stage"] == stage), 0)
    return rows.pop(number) if rows else None


def describe_changes(changes: Sequence[Change]) -> str:
    """A half-sentence such as "2 tillkommer, 1 byter skede"."""
    counts = Counter(kind for change in changes for kind in change.kinds)
    told = [f"{counts[kind]} {words}" for kind, words in WORDS.items() if counts[kind]]
    return ", ".join(told) or "ingen skillnad"


def format_changes(changes: Iterable[Change], vocabularies: Vocabularies) -> str:
    """One line per listing that is not merely reordered; columns aligned with spaces."""
    rows = [("Ändring", "Visionsområde", "Skede", "Insats")]
    for change in changes:
        if change.kinds != ["reordered"]:
            words = ", ".join(WORDS[kind] for kind in change.kinds)
            areas, stages = (_told(change, name, vocabularies) for name in ("vision_area", "stage"))
            titles = dict.fromkeys(row["title"] for row in (change.before, change.after) if row)
            rows.append((words, areas, stages, " → ".join(titles)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines) if len(rows) > 1 else ""


def _told(change: Change, dimension: str, vocabularies: Vocabularies) -> str:
    codes = dict.fromkeys(row[dimension] for row in (change.before, change.after) if row)
    return " → ".join(_label(vocabularies, dimension, code) for code in codes)


def _label(vocabularies: Vocabularies, dimension: str, code: str) -> str:
    """The code itself where an older table holds one that the vocabulary has since lost."""
    term = vocabularies.by_dimension[dimension].get(code)
    return term.label_sv if term else code
