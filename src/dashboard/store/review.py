"""Doubts that an import has left to a person: settled one by one, and remembered."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from unicodedata import normalize

from dashboard.store.check import check_data, judge
from dashboard.store.read import Problem, parse_table, problem
from dashboard.store.rows import Row, format_rows, key_of, new_row, read_rows
from dashboard.store.snapshots import change_files, read_files, writing
from dashboard.store.tables import ACCEPTED, CLASSIFICATIONS, REVIEW, STATED, TABLE_OF

_LABELS, _REVIEW = TABLE_OF[CLASSIFICATIONS], TABLE_OF[REVIEW]
ROLES = _LABELS["role"].choices
"""What a place may have to do with an initiative."""


@dataclass(frozen=True)
class Doubt:
    """Which doubt it is, and the words that whoever settles it has seen; "" where something is not known."""

    initiative: str
    reason: str
    dimension: str
    term: str
    quote: str

    @property
    def asks_for_role(self) -> bool:
        """Whether to accept it makes a label of a place: no rule says for good what happens there."""
        return self.dimension == "place" and not self.is_of_label

    @property
    def is_of_label(self) -> bool:
        """Whether it is about a label that is set: to accept it takes the label away."""
        return self.reason == "quote-gone"


def settle(data: Path, doubt: Doubt, decision: str, by: str, today: date, role: str = "") -> list[Problem]:
    """Accept or reject what is in doubt; what keeps it from being settled, nothing where it is.

    What is accepted becomes a label that bears the name of who has settled it, or takes away the one whose
    words are gone. `role` is what an accepted place has to do with the initiative. A doubt that is settled by
    now, or that has other words, is refused. Problems of what is said have no line.
    Raises SnapshotError where the folder cannot be read or written; nothing is changed then.
    """
    name = " ".join(normalize("NFC", by).split())
    said = {"settled": decision, "settled_by": name, "settled_at": str(today)}
    role = role if doubt.asks_for_role and decision == ACCEPTED else ""
    with writing(data):
        files = read_files(data)
        tables = [parse_table(table, files) for table in (_LABELS, _REVIEW)]
        if broken := [each for table in tables for each in table.problems]:
            return broken
        problems = _problems_of(said) + _problems_of_role(doubt, decision, role)
        if problems:
            return problems
        labels, review = (read_rows(table, files) for table in (_LABELS, _REVIEW))
        place = next((place for place, row in enumerate(review) if _is_open(row, doubt)), None)
        if place is None or (decision == ACCEPTED and _is_overtaken(doubt, labels)):
            return [problem(REVIEW, "seen", _OVERTAKEN)]
        review[place] = review[place] | said
        changed = {REVIEW: format_rows(_REVIEW, review)}
        if decision == ACCEPTED:
            accepted = _accepted(labels, doubt, review[place], role)
            changed |= {CLASSIFICATIONS: format_rows(_LABELS, accepted)} if accepted != labels else {}
        _, problems = check_data({**files, **changed})
        if not problems:
            change_files(data, changed)
        return problems


_OVERTAKEN = (
    "uppgiften är redan avgjord, eller så har den ändrats sedan du såg den. Ladda om sidan och se vad som "
    "gäller nu."
)


def _problems_of(said: Mapping[str, str]) -> list[Problem]:
    found = []
    for name, value in said.items():
        wrong = judge(_REVIEW[name], value) or (None if value else ("required", "värdet saknas. Fyll i det."))
        if wrong:
            found.append(problem(REVIEW, *wrong, column=name, value=value))
    return found


def _problems_of_role(doubt: Doubt, decision: str, role: str) -> list[Problem]:
    if decision != ACCEPTED or not doubt.asks_for_role or role in ROLES:
        return []
    says = f"välj något av {', '.join(ROLES)}."
    return [problem(CLASSIFICATIONS, "role", says, column="role", value=role)]


def _is_open(row: Row, doubt: Doubt) -> bool:
    return not row["settled"] and (*key_of(_REVIEW, row), row["quote"]) == astuple(doubt)


def _label_key(doubt: Doubt) -> tuple[str, ...]:
    return doubt.initiative, doubt.dimension, doubt.term


def _is_overtaken(doubt: Doubt, labels: list[Row]) -> bool:
    """Whether the label whose words were gone rests on others by now."""
    return doubt.is_of_label and any(
        key_of(_LABELS, row) == _label_key(doubt) and row["quote"] != doubt.quote for row in labels
    )


def _accepted(labels: list[Row], doubt: Doubt, settled: Row, role: str) -> list[Row]:
    """The labels after that; one that somebody has set meanwhile stays as they set it."""
    others = [row for row in labels if key_of(_LABELS, row) != _label_key(doubt)]
    if doubt.is_of_label:
        return others
    if len(others) < len(labels):
        return labels
    provenance = "stated" if settled["rule"].startswith(STATED) else "inferred"
    seen = {name: settled[name] for name in ("initiative", "dimension", "term", "rule", "quote", "source")}
    reviewed = {"reviewer": settled["settled_by"], "reviewed_at": settled["settled_at"]}
    return [*labels, new_row(_LABELS, **seen, **reviewed, role=role, provenance=provenance)]
