"""Every number that the queries give, recomputed by plain loops over random portfolios and selections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.spec.tables import FACTS, LABELS, Rows, empty_store, fact_row, fill, label_row, listing_row

from dashboard.cells import Kind
from dashboard.dimensions import ANY, BY_CODE, DIMENSIONS, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters, facet_codes, pickable_codes
from dashboard.queries import portfolio
from dashboard.queries.about import field_coverage
from dashboard.queries.coverage import count_by_term, matrix, shared_initiatives, totals
from dashboard.queries.portfolio import SORTS
from dashboard.vocabularies import Term, Vocabularies

TERMS = [
    Term("vision_area", "gone", "Gone", "Gone", 1, captured=False),
    Term("vision_area", "seen", "Seen", "Seen", 2),
    Term("stage", "now", "Now", "Now", 1),
    Term("stage", "then", "Then", "Then", 2),
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


class Case(NamedTuple):
    listings: list[Listing]
    filters: Filters

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
    return Case(listings, draw(selections()))


@st.composite
def selections(draw: st.DrawFn) -> Filters:
    picks = {}
    for dimension in draw(st.lists(st.sampled_from(DIMENSIONS), max_size=2, unique=True)):
        codes = pickable_codes(VOCABULARIES, dimension.code)
        picks[dimension.code] = tuple(draw(st.sets(st.sampled_from(codes), min_size=1, max_size=3)))
    words = draw(st.sampled_from(["", "", "", "odla", "ärl öppet", "Z%", "_"]))
    return Filters(picks, words, draw(st.booleans()))


@pytest.fixture(scope="module")
def emptied():
    """A store in memory that each example fills anew."""
    store, connection = empty_store()
    sources = [{"code": f"page-{area}", "kind": "", "title": ""} for area in CODES["vision_area"]]
    fill(connection, {"term": [vars(term) for term in TERMS], "source": sources})

    def refill(case: Case):
        for table in ("initiative", "listing", "classification", "fact"):
            connection.execute(f"truncate {table}")
        fill(connection, rows_of(case.listings))
        return store

    return refill


def rows_of(listings: list[Listing]) -> Rows:
    by_initiative = {listing.initiative: listing for listing in listings}
    return {
        "initiative": [
            {"code": code, "title": each.text, "display_title": code, "summary_sv": "", "summary_en": ""}
            for code, each in by_initiative.items()
        ],
        "listing": [
            listing_row(each.initiative, *each.cell, each.position, each.text, each.link) for each in listings
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
    }


examples = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@examples
@given(cases())
def test_totals(emptied, case):
    chosen = case.selected()
    assert totals(emptied(case), case.filters) == (
        len({listing.initiative for listing in chosen}),
        len(chosen),
        len({listing.initiative for listing in case.listings}),
    )


@examples
@given(cases(), st.sampled_from(DIMENSIONS))
def test_counts_by_term(emptied, case, dimension):
    carried: dict[str, dict[str, list[bool]]] = {}
    for listing in case.selected():
        for term, stated in case.facets(listing, dimension.code).items():
            if not in_sight(case, dimension.code, term):
                continue
            carried.setdefault(listing.initiative, {}).setdefault(term, []).append(stated)
    store = emptied(case)
    found = count_by_term(store, case.filters, VOCABULARIES, dimension.code)
    codes = facet_codes(VOCABULARIES, dimension.code)
    assert list(found["term"]) == [code for code in codes if in_sight(case, dimension.code, code)]
    for row in found.to_dict("records"):
        term = row["term"]
        having = [terms for terms in carried.values() if term in terms]
        assert row["initiatives"] == len(having)
        assert row["stated"] == sum(any(terms[term]) for terms in having)
        assert row["listings"] == sum(len(terms[term]) for terms in having)
        assert row["weight"] == pytest.approx(sum(1 / len(terms) for terms in having))
        assert row["captured"] == (term != "gone")
    assert found["weight"].sum() == pytest.approx(len(carried))
    shared = sum(len(terms) > 1 for terms in carried.values())
    assert shared_initiatives(store, case.filters, VOCABULARIES, dimension.code) == shared


@examples
@given(cases(), st.sampled_from(DIMENSIONS), st.sampled_from(DIMENSIONS))
def test_matrices(emptied, case, row_dimension, column_dimension):
    rows, columns = row_dimension.code, column_dimension.code
    selected = meetings(case, case.selected(), rows, columns)
    anywhere = Case(case.listings, case.filters.pick(district=()))
    not_by_district = meetings(anywhere, anywhere.selected(), rows, columns)
    everywhere = meetings(case, case.listings, rows, columns)
    cells = matrix(emptied(case), case.filters, VOCABULARIES, rows, columns)
    assert list(zip(cells["row"], cells["column"], strict=True)) == [
        (row, column)
        for row in facet_codes(VOCABULARIES, rows)
        for column in facet_codes(VOCABULARIES, columns)
        if in_sight(case, rows, row) and in_sight(case, columns, column)
    ]
    for cell in cells.to_dict("records"):
        row, column = cell["row"], cell["column"]
        there = selected.get((row, column), {})
        wide = reaching_everyone(not_by_district, rows, columns, row, column)
        assert (cell["initiatives"], cell["stated"], cell["wide"]) == (len(there), sum(there.values()), wide)
        in_all = len(everywhere.get((row, column), {}))
        wide_in_all = reaching_everyone(everywhere, rows, columns, row, column)
        unknown = 0 if NOT_STATED in (row, column) else naive_unknown(everywhere, rows, columns, row, column)
        assert cell["unknown"] == unknown
        assert cell["kind"] == naive_kind(row, column, in_all, wide_in_all, wide, unknown)


Meetings = dict[tuple[str, str], dict[str, bool]]


def meetings(case: Case, listings: list[Listing], rows: str, columns: str) -> Meetings:
    """Per pair of terms, the initiatives with a listing that has both, and whether both are stated."""
    met: Meetings = {}
    for listing in listings:
        for row, row_stated in case.facets(listing, rows).items():
            for column, column_stated in case.facets(listing, columns).items():
                stated = met.setdefault((row, column), {})
                both = row_stated and column_stated
                stated[listing.initiative] = stated.get(listing.initiative, False) or both
    return met


def in_sight(case: Case, dimension: str, code: str) -> bool:
    picked = case.filters.picks.get(dimension, ())
    return not picked or code in picked or (ANY in picked and code != NOT_STATED)


def reaching_everyone(met: Meetings, rows: str, columns: str, row: str, column: str) -> int:
    if rows == "district":
        return len(met.get((MUNICIPALITY_WIDE, column), {}))
    return len(met.get((row, MUNICIPALITY_WIDE), {})) if columns == "district" else 0


def naive_unknown(met: Meetings, rows: str, columns: str, row: str, column: str) -> int:
    """Who stands on one side and might stand on the other; a district is named or it is not."""
    rest = [met.get((NOT_STATED, column), {})] if rows != "district" else []
    rest += [met.get((row, NOT_STATED), {})] if columns != "district" else []
    return sum(map(len, rest))


def naive_kind(row: str, column: str, in_all: int, wide_in_all: int, wide: int, unknown: int) -> Kind:
    """A gap is a gap in the whole portfolio; a filter that leaves nothing makes none."""
    if "gone" in (row, column):
        return Kind.NOT_CAPTURED
    if NOT_STATED in (row, column):
        return Kind.NOT_STATED
    if in_all:
        return Kind.COUNT
    if wide_in_all and {row, column} & {"north", "south"}:
        return Kind.WIDE_ONLY if wide else Kind.COUNT
    return Kind.NOT_STATED if unknown else Kind.NONE


@examples
@given(cases())
def test_field_coverage(emptied, case):
    chosen = {listing.initiative for listing in case.selected()}
    known: dict[str, dict[str, bool]] = {name: {} for name in (*LABELS, *CODES["fact"])}
    for listing in case.listings:
        if listing.initiative not in chosen:
            continue
        for dimension in LABELS:
            seen = case.facets(listing, dimension)
            if NOT_STATED not in seen:
                known[dimension][listing.initiative] = any(seen.values())
        for name in [*listing.facts, *(["link"] if listing.link else [])]:
            known[name][listing.initiative] = True
    found = field_coverage(emptied(case), case.filters, VOCABULARIES)
    assert found.to_dict("records") == [
        {"field": name, "initiatives": len(stated), "stated": sum(stated.values())}
        for name, stated in known.items()
    ]


@examples
@given(cases(), st.sampled_from(SORTS), st.integers(1, 6), st.integers(0, 6))
def test_the_list_and_its_order(emptied, case, sort, limit, offset):
    published: dict[str, tuple[int, int, int]] = {}
    first_term: dict[str, int] = {}
    for listing in case.listings:
        area, stage = listing.cell
        if listing in case.selected():
            place = CODES["vision_area"].index(area), CODES["stage"].index(stage), listing.position
            published[listing.initiative] = min(published.get(listing.initiative, place), place)
        if sort in BY_CODE and listing in case.selected():
            seen = [CODES[sort].index(t) for t in case.facets(listing, sort) if t != NOT_STATED]
            least = min([*seen, first_term.get(listing.initiative, 99)])
            first_term[listing.initiative] = least
    expected = sorted(
        published,
        key=lambda code: (
            first_term.get(code, 99),
            "azåäö".index(code[-1]) if sort == "title" else 0,
            published[code],
        ),
    )
    found = portfolio.initiatives(emptied(case), case.filters, sort, limit, offset)
    assert list(found["code"]) == expected[offset : offset + limit]


@examples
@given(cases())
def test_squares_listings_and_labels(emptied, case):
    store, chosen = emptied(case), case.selected()
    squares: dict[tuple[str, str], set[str]] = {}
    for listing in chosen:
        area, stage = listing.cell
        squares.setdefault((listing.initiative, stage), set()).add(area)
    marks = portfolio.marks(store, case.filters).to_dict("records")
    assert {(mark["initiative"], mark["stage"]): set(mark["vision_areas"]) for mark in marks} == squares
    assert len(marks) == len(squares)

    codes = sorted({listing.initiative for listing in chosen})
    listed = portfolio.listings(store, codes).to_dict("records")
    described = {
        (each["initiative"], each["vision_area"], each["stage"], each["position"]) for each in listed
    }
    assert described == {
        (each.initiative, *each.cell, each.position) for each in case.listings if each.initiative in codes
    }
    assert len(listed) == len(described)
    known = portfolio.labels(store, codes, case.filters.inferred).to_dict("records")
    assert {(row["initiative"], row["dimension"], row["term"], row["provenance"]) for row in known} == {
        (listing.initiative, dimension, term, "stated" if stated else "inferred")
        for listing in case.listings
        if listing.initiative in codes
        for dimension in LABELS
        for term, stated in listing.labels[dimension].items()
        if stated or case.filters.inferred
    }
