"""The gap register: which decisions it may hold, and which of them count.

A decision is a row; the latest on a gap holds, and one that reopens the gap takes it back.
"""

from datetime import date
from pathlib import Path

import pytest

from dashboard.cells import Kind
from dashboard.gaps import Gap, GapKind
from dashboard.queries.gap_register import decisions_since, history, latest_decisions, overdue, register
from dashboard.queries.gap_standing import empty_cells, named_gap, standing, standings
from dashboard.store.check import check_data
from dashboard.store.connection import Store
from dashboard.store.snapshots import read_files
from dashboard.store.tables import GAP_DECISIONS
from tests.spec.tables import decision_row, empty_store, expect, fill, portfolio, read_table, vocabularies

REGISTER = """
gap                               | decision     | review_at
district:norrby                   | looking-into | 2026-03-01
district:viskafors                    | chosen       |
district:norrby,stage:developing  | handled      | 2026-05-01
district:norrby                   | chosen       | 2027-01-01
district:viskafors                    | reopened     | 2026-02-01
district:viskafors,stage:doing-now    | not-relevant | 2026-04-01
"""


@pytest.fixture
def store() -> Store:
    made, connection = empty_store()
    decisions = [
        {**decision_row(position, row["gap"], row["decision"]), "review_at": row["review_at"] or None}
        for position, row in enumerate(read_table(REGISTER), 1)
    ]
    fill(connection, {"gap_decision": decisions})
    return made


def test_the_latest_decision_on_each_gap_holds_and_none_on_one_that_is_reopened(store):
    expect(
        latest_decisions(store),
        """
        gap                              | dimension | term   | across_dimension | across_term | decision
        district:norrby,stage:developing | district  | norrby | stage            | developing  | handled
        district:norrby                  | district  | norrby |                  |             | chosen
        district:viskafors,stage:doing-now | district | viskafors | stage | doing-now | not-relevant
        """,
    )


def test_the_register_tells_everything_in_order_and_what_holds(store):
    expect(
        register(store),
        """
        position | decision     | in_force
        1        | looking-into | False
        2        | chosen       | False
        3        | handled      | True
        4        | chosen       | True
        5        | reopened     | False
        6        | not-relevant | True
        """,
    )


def test_new_decisions_are_those_that_only_the_later_store_has(store):
    earlier = portfolio("initiative\na", decisions="gap | decision\ndistrict:norrby | looking-into")
    assert (decisions_since(earlier, store), decisions_since(store, store)) == (5, 0)


def test_the_history_of_a_gap_is_its_own_and_begins_with_the_latest(store):
    expect(
        history(store, Gap.at(district="norrby")),
        """
        position | decision
        4        | chosen
        1        | looking-into
        """,
    )


def test_a_review_is_overdue_the_day_after_and_only_where_the_decision_holds(store):
    assert overdue(store, date(2026, 4, 1)).empty
    expect(
        overdue(store, date(2026, 5, 2)),
        """
        gap                              | decision     | days
        district:viskafors,stage:doing-now   | not-relevant | 31
        district:norrby,stage:developing | handled      | 1
        """,
    )


LISTINGS = """
initiative | stage      | district          | target_area
a          | doing-now  | norrby            | housing
b          | developing | norrby            | housing
c          | doing-now  | norrby            | start
d          | developing | viskafors         |
e          | networks   | municipality-wide | start
"""

CONFIRMED = [
    ("district:viskafors", (GapKind.THIN, GapKind.PROMISE), None),
    ("district:norrby,stage:networks", (), Kind.WIDE_ONLY),
    ("district:viskafors,stage:doing-now", (), Kind.NONE),
    ("target_area:work,district:norrby", (), Kind.NONE),
]


@pytest.mark.parametrize(("gap", "kinds", "cell"), CONFIRMED, ids=lambda case: str(case))
def test_something_can_be_decided_about_a_confirmed_gap(gap, kinds, cell):
    named = named_gap(gap, vocabularies())
    assert named
    found = standing(portfolio(LISTINGS), vocabularies(), named)
    assert (found.kinds, found.cell, found.confirmed, found.refusal) == (kinds, cell, True, "")


@pytest.mark.parametrize(
    ("gap", "wide", "unplaced"),
    [
        ("district:viskafors", 1, 2),
        ("district:viskafors,stage:networks", 1, 1),
        ("district:viskafors,stage:doing-now", 0, 1),
        ("target_area:start,district:viskafors", 1, 1),
        ("target_area:housing,district:viskafors", 0, 0),
    ],
)
def test_beside_a_gap_stands_what_reaches_everyone_and_what_states_no_district(gap, wide, unplaced):
    named = named_gap(gap, vocabularies())
    assert named
    listings = f"{LISTINGS}f | networks | | start\ng | doing-now | | "
    found = standing(portfolio(listings), vocabularies(), named)
    assert (found.wide, found.unplaced) == (wide, unplaced)


def test_a_gap_is_filled_once_enough_is_aimed_there():
    gaps = [
        Gap.at(district="norrby"),
        Gap.at(district="viskafors"),
        Gap.at(district="viskafors", stage="developing"),
        Gap.at(district="viskafors", stage="networks"),
        Gap.at(vision_area="omsorg", stage="doing-now"),
    ]
    found = standings(portfolio(LISTINGS), vocabularies(), gaps)
    assert [str(gap) for gap in gaps if found[gap].filled] == [
        "district:norrby",
        "district:viskafors,stage:developing",
    ]


@pytest.mark.parametrize(
    ("district", "gaps"),
    [
        ("norrby", ["target_area:work,district:norrby", "district:norrby,stage:networks"]),
        ("viskafors", ["district:viskafors,stage:doing-now", "district:viskafors,stage:networks"]),
    ],
    ids=["all known", "a target area not stated"],
)
def test_the_gaps_within_a_district_are_the_cells_where_surely_nothing_is_aimed(district, gaps):
    assert [str(gap) for gap in empty_cells(portfolio(LISTINGS), vocabularies(), district)] == gaps


REFUSED = {
    "district:norrby": "filled",
    "district:norrby,stage:doing-now": "filled",
    "vision_area:omsorg,district:norrby": "not-captured",
    "target_area:work,stage:developing": "not-stated",
    "district:municipality-wide": "no-gap",
    "district:municipality-wide,stage:doing-now": "no-gap",
    "stage:developing": "no-gap",
}


@pytest.mark.parametrize(("gap", "why"), REFUSED.items(), ids=REFUSED)
def test_nothing_can_be_decided_about_what_is_no_confirmed_gap(gap, why):
    named = named_gap(gap, vocabularies())
    assert named
    found = standing(portfolio(LISTINGS), vocabularies(), named)
    assert (found.confirmed, found.refusal) == (False, why)


def test_what_is_declared_not_relevant_is_no_gap_until_it_is_reopened():
    gap = Gap.at(district="viskafors", stage="doing-now")
    head = "gap | decision\n"
    declared = f"{head}{gap} | not-relevant\n"
    assert standing(portfolio(LISTINGS, decisions=declared), vocabularies(), gap).refusal == "not-relevant"
    reopened = f"{declared}{gap} | reopened"
    assert standing(portfolio(LISTINGS, decisions=reopened), vocabularies(), gap).confirmed


@pytest.mark.parametrize(
    "spelt", ["", "norrby", "district:nowhere", "district:norrby,district:viskafors", "a:b,c:d"]
)
def test_a_link_that_names_no_gap_names_none(spelt):
    assert named_gap(spelt, vocabularies()) is None


HEAD = (
    "position,dimension,term,across_dimension,across_term,"
    "decision,owner_role,decided_by,reason,decided_at,review_at\n"
)
SAID = "chosen,Chef,Nämnden,Skäl,2031-05-02,"
ROWS = {
    f"1,district,udden,,,{SAID}": [],
    f"1,district,udden,stage,networks,{SAID}": [],
    f"1,target_area,work,stage,networks,{SAID}": [],
    f"2,district,udden,,,{SAID}": [
        "position: «2» ska vara 1: raderna numreras 1, 2, 3 … i den ordning de står."
    ],
    f"1,district,borta,,,{SAID}": [
        "term: «borta» finns inte i vocabularies/district.csv. Rätta koden eller lägg till en rad där."
    ],
    f"1,district,udden,stage,borta,{SAID}": [
        "across_term: «borta» finns inte i vocabularies/stage.csv. Rätta koden eller lägg till en rad där."
    ],
    f"1,district,udden,stage,,{SAID}": [
        "across_dimension: «stage» hör ihop med across_term. Fyll i båda eller ingen."
    ],
    f"1,district,udden,,networks,{SAID}": [
        "across_dimension: hör ihop med across_term. Fyll i båda eller ingen."
    ],
    f"1,stage,networks,,,{SAID}": [
        "dimension: «stage» är ensam ingen lucka. Ange ett område, eller två dimensioner som möts."
    ],
    f"1,stage,networks,district,udden,{SAID}": [
        "across_dimension: «district» ska stå efter «stage» i dimensionernas ordning. Byt plats på dem."
    ],
    f"1,district,udden,district,norr,{SAID}": [
        "across_dimension: «district» ska stå efter «district» i dimensionernas ordning. Byt plats på dem."
    ],
    f"1,district,municipality-wide,,,{SAID}": [
        "term: «municipality-wide» är inget område utan når alla. Ange ett område."
    ],
    f"1,target_area,work,district,municipality-wide,{SAID}": [
        "across_term: «municipality-wide» är inget område utan når alla. Ange ett område."
    ],
    f"1,district,udden,,,{SAID}2031-05-02": [
        "review_at: «2031-05-02» är inte efter beslutet 2031-05-02. Rätta den dag som är fel."
    ],
    f"1,district,udden,,,{SAID}2031-05-03": [],
}


@pytest.mark.parametrize(("row", "expected"), ROWS.items(), ids=ROWS)
def test_a_row_of_the_register_names_a_gap_and_is_reviewed_after_it_is_decided(
    portfolio_folder: Path, row: str, expected: list[str]
):
    (portfolio_folder / GAP_DECISIONS).write_text(f"{HEAD}{row}\n", "utf-8")
    found = [problem.message for problem in check_data(read_files(portfolio_folder))[1]]
    assert found == [f"{GAP_DECISIONS} rad 2, {says}" for says in expected]
