"""What the rules, the gazetteer and the patterns for facts make of one initiative's words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.dimensions import MUNICIPALITY_WIDE
from dashboard.portfolio.evidence import Fact, Label, Passage, Unknown
from dashboard.portfolio.facts import Facts
from dashboard.portfolio.gazetteer import Gazetteer
from dashboard.portfolio.partners import NAME_RULE
from dashboard.portfolio.rules import SURE, Rules
from dashboard.store.rows import read_rows
from dashboard.store.snapshots import read_files
from dashboard.store.tables import PLACE_FACTS, RULES, TABLE_OF
from dashboard.vocabularies import Vocabularies

__all__ = ["Fact", "Label", "Reader", "Reading", "Unknown"]


@dataclass(frozen=True)
class Reading:
    """`labels` are sure; `unsure` are for a person to settle; `unknown` is what no vocabulary has."""

    labels: tuple[Label, ...]
    unsure: tuple[Label, ...]
    facts: tuple[Fact, ...]
    unknown: tuple[Unknown, ...]

    def findings(self) -> list[tuple[Label, ...]]:
        """The sure labels, each with those that say the same: who doubts one of them doubts them all."""
        alike: dict[object, list[Label]] = defaultdict(list)
        for label in self.labels:
            alike[label.finding or (label.dimension, label.term)].append(label)
        return [tuple(labels) for labels in alike.values()]


class Reader:
    """Made once, with every pattern compiled; reading changes nothing in it."""

    def __init__(
        self,
        rules: Iterable[Mapping[str, str]],
        vocabularies: Vocabularies,
        place_facts: Iterable[Mapping[str, str]],
    ) -> None:
        rows = list(rules)
        self._rules = Rules(rows)
        self._gazetteer = Gazetteer(vocabularies, place_facts, rows)
        names = next((row["pattern"] for row in rows if row["code"] == NAME_RULE), "")
        self._facts = Facts(self._gazetteer.own_names, names)

    @classmethod
    def read_folder(cls, data: Path, vocabularies: Vocabularies) -> "Reader":
        """Raises TableError where rules.csv or place_facts.csv cannot be read."""
        files = read_files(data)
        return cls(read_rows(TABLE_OF[RULES], files), vocabularies, read_rows(TABLE_OF[PLACE_FACTS], files))

    def read(self, title: str, text: str) -> Reading:
        passage = Passage(title, text)
        named, unknown = self._gazetteer.find(passage)
        has_district = any(label.dimension == "district" for label in named)
        # What is aimed at a district reaches nobody else, whatever the text says of everyone.
        doubted, sure = [], []
        for label in (*named, *self._rules.find(passage)):
            is_doubted = label.weight < SURE or (has_district and _is_wide(label))
            (doubted if is_doubted else sure).append(label)
        facts = [fact for fact in self._facts.find(passage) if not self._gazetteer.knows(fact.value)]
        return Reading(tuple(sure), tuple(doubted), tuple(facts), tuple(unknown))


def _is_wide(label: Label) -> bool:
    return (label.dimension, label.term) == ("district", MUNICIPALITY_WIDE)
