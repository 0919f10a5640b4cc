"""Random portfolios and selections, and how a reader sees them: by plain loops, without SQL.

What the queries give is held against numbers that are recomputed from these.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from dashboard.dimensions import ANY, DEVELOPING, DIMENSIONS, DOING_NOW, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters, pickable_codes
from dashboard.gaps import Decision, Gap
from dashboard.store.connection import Store
from dashboard.vocabularies import Term, Vocabularies
from tests.spec.tables import (
    FACTS,
    LABELS,
    Rows,
    decision_row,
    district_row,
    empty_store,
    fact_row,
    fill,
    label_row,
    listing_row,
    number,
)

examples = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


TERMS = [
    Term("vision_area", "gone", "Gone", "Gone", 1, captured=False),
    Term("vision_area", "seen", "Seen", "Seen", 2),
    Term("stage", DOING_NOW, "Now", "Now", 1),
    Term("stage", DEVELOPING, "Then", "Then", 2),
    Term("stage", "networks", "Together", "Together", 3),
    Term("district", "north", "North", "North", 1),
    Term("district", "south", "South", "South", 2),
    Term("district", MUNICIPALITY_WIDE, "All", "All", 3, kind="whole"),
    *(
        Term(dimension, f"{dimension.replace('_', '-')}-{position}", "", "", position)
        for dimension in LABELS
        if dimension != "district"
        for position in (1, 2)
    ),
    *(Term("fact", kind, "", "", position) for position, kind in enumerate(("link", *FACTS), 1)),
]
VOCABULARIES = Vocabularies.of(TERMS)
CODES = {dimension.code: VOCABULARIES.codes(dimension.code) for dimension in DIMENSIONS}
DISTRICTS = ["north", "south"]
GAPS = [
    *(Gap.at(district=district) for district in DISTRICTS),
    *(Gap.at(district=district, stage=stage) for district in DISTRICTS for stage in CODES["stage"]),
    *(Gap.at(target_area=area, stage=stage) for area in CODES["target_area"] for stage in CODES["stage"]),
]
TITLES = ["i-ö", "i-å", "i-z", "i-ä", "i-a"]
"""Of the initiatives, and their codes too; by Swedish alphabet a, z, å, ä, ö."""
WORDS = ["odla", "Ärlig", "ÖPPET", "z%"]


@dataclass
class Listing:
    """A listing with all that is known of it and of its initiative; `labels` says which are stated."""

    initiative: str
    code: str
    position: int
    text: str
    link: str | None
    labels: dict[str, dict[str, bool]]
    facts: Mapping[str, str]

    @property
    def cell(self) -> tuple[str, str]:
        area, stage, _ = self.code.split(":")
        return area, stage

    def facets(self, dimension: str, inferred: bool) -> dict[str, bool]:
        """The terms that readers see, and whether each is stated."""
        seen = {term: stated for term, stated in self.labels[dimension].items() if stated or inferred}
        return seen or {NOT_STATED: True}

    def is_under(self, dimension: str, codes: Iterable[str], inferred: bool) -> bool:
        seen = self.facets(dimension, inferred)
        return any(code in seen or (code == ANY and NOT_STATED not in seen) for code in codes)

    def holds(self, word: str) -> bool:
        return word.lower() in f"{self.text} {self.link or ''}".lower()


class People(NamedTuple):
    """Who live in a district; None where nobody knows."""

    population: int | None
    low_income_pct: float | None
    area_type: list[str]


class Case(NamedTuple):
    """A portfolio and a selection of it, with what is known of districts and decided about gaps."""

    listings: list[Listing]
    filters: Filters
    people: Mapping[str, People]
    decisions: list[tuple[Gap, Decision]]

    def seen_by(self, filters: Filters) -> "Case":
        return self._replace(filters=filters)

    def lifted(self) -> "Case":
        """The same selection, whichever district is picked."""
        return self.seen_by(self.filters.pick(district=()))

    def whole(self) -> "Case":
        """Everything, by the labels that count."""
        return self.seen_by(Filters(inferred=self.filters.inferred))

    def otherwise(self) -> "Case":
        """The same selection, with the other choice about inferred labels."""
        return self.seen_by(replace(self.filters, inferred=not self.filters.inferred))

    def selected(self) -> list[Listing]:
        picks, words, inferred = self.filters.picks, self.filters.words, self.filters.inferred
        return [
            listing
            for listing in self.listings
            if all(listing.is_under(dimension, codes, inferred) for dimension, codes in picks.items())
            and all(listing.holds(word) for word in words.split())
        ]

    def facets(self, listing: Listing, dimension: str) -> dict[str, bool]:
        return listing.facets(dimension, self.filters.inferred)

    def in_sight(self, dimension: str, code: str) -> bool:
        picked = self.filters.picks.get(dimension, ())
        return not picked or code in picked or (ANY in picked and code != NOT_STATED)


CELLS = [(area, stage) for area in CODES["vision_area"] for stage in CODES["stage"]]


def labels() -> st.SearchStrategy[dict[str, dict[str, bool]]]:
    return st.fixed_dictionaries(
        {
            dimension: st.dictionaries(st.sampled_from(CODES[dimension]), st.booleans(), max_size=2)
            for dimension in LABELS
        }
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    positions: dict[tuple[str, str], int] = {}
    listings = []
    for initiative in TITLES[: draw(st.integers(0, 5))]:
        text = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=2)))
        known, link = draw(labels()), draw(st.sampled_from([None, "öppet"]))
        facts = draw(st.dictionaries(st.sampled_from(FACTS), st.just("1"), max_size=2))
        for cell in draw(st.lists(st.sampled_from(CELLS), min_size=1, max_size=3)):
            position = positions[cell] = positions.get(cell, 0) + 1
            code = f"{cell[0]}:{cell[1]}:{position}"
            told = dict.fromkeys([*facts, *(["link"] if link else [])], True)
            own = {"vision_area": {cell[0]: True}, "stage": {cell[1]: True}, "fact": told} | known
            listings.append(Listing(initiative, code, position, text, link, own, facts))
    decisions = draw(st.lists(st.tuples(st.sampled_from(GAPS), st.sampled_from(Decision)), max_size=3))
    return Case(listings, draw(selections()), draw(people()), decisions)


def people() -> st.SearchStrategy[dict[str, People]]:
    population = st.none() | st.integers(0, 50_000)
    low_income_pct = st.none() | st.floats(0, 100, allow_subnormal=False)
    area_type = st.lists(st.sampled_from("12345"), max_size=2, unique=True)
    known = st.builds(People, population, low_income_pct, area_type)
    return st.fixed_dictionaries({}, optional=dict.fromkeys(DISTRICTS, known))


@st.composite
def selections(draw: st.DrawFn) -> Filters:
    picks = {}
    for dimension in draw(st.lists(st.sampled_from(DIMENSIONS), max_size=2, unique=True)):
        codes = pickable_codes(VOCABULARIES, dimension.code)
        picks[dimension.code] = tuple(draw(st.sets(st.sampled_from(codes), min_size=1, max_size=3)))
    words = draw(st.sampled_from(["", "", "", "odla", "ärl öppet", "Z%", "_"]))
    return Filters(picks, words, draw(st.booleans()))


def refillable_store() -> Callable[[Case], Store]:
    """A store in memory that each portfolio fills anew; what was made of the one before is forgotten."""
    _, connection = empty_store()
    sources = [{"code": f"page-{area}", "kind": "", "title": ""} for area in CODES["vision_area"]]
    fill(connection, {"term": [vars(term) for term in TERMS], "source": sources})

    def refill(case: Case) -> Store:
        rows = rows_of(case)
        for table in rows:
            connection.execute(f"truncate {table}")
        fill(connection, rows)
        number(connection)
        return Store(Path(":memory:"), connection)

    return refill


def rows_of(case: Case) -> Rows:
    by_initiative = {listing.initiative: listing for listing in case.listings}
    return {
        "initiative": [
            {"code": code, "title": each.text, "display_title": code, "summary_sv": "", "summary_en": ""}
            for code, each in by_initiative.items()
        ],
        "listing": [
            listing_row(each.initiative, *each.cell, each.position, each.text, each.link)
            for each in case.listings
        ],
        "classification": [
            label_row(code, dimension, term, stated)
            for code, each in by_initiative.items()
            for dimension in LABELS
            for term, stated in each.labels[dimension].items()
        ],
        "fact": [
            fact_row(code, kind, value)
            for code, each in by_initiative.items()
            for kind, value in each.facts.items()
        ],
        "district_fact": [district_row(district, *known) for district, known in case.people.items()],
        "gap_decision": [
            decision_row(number, str(gap), decision)
            for number, (gap, decision) in enumerate(case.decisions, 1)
        ],
    }
