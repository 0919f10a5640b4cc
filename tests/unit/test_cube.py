"""Counts are made in memory; statements over the store's rows, and plain sets, must come to the same."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_portfolios import VOCABULARIES, Case, cases, examples, refillable_store

from dashboard.dimensions import DEVELOPING, DIMENSIONS, DOING_NOW, NOT_STATED
from dashboard.filters import Filters, facet_codes, pickable_codes
from dashboard.queries import counts
from dashboard.queries.about import field_coverage, inferred_initiatives
from dashboard.queries.coverage import totals
from dashboard.queries.portfolio import read_vocabularies
from dashboard.queries.selecting import select
from dashboard.store.build import build_store
from dashboard.store.connection import Store, open_store
from dashboard.vocabularies import Vocabularies

STATEMENTS = Path(__file__).parent / "counts"
DATA = Path(__file__).parents[2] / "data"

dimensions = st.sampled_from([each.code for each in DIMENSIONS])


@pytest.fixture(scope="module")
def emptied():
    return refillable_store()


@pytest.fixture(scope="module")
def real(tmp_path_factory) -> Store:
    folder = tmp_path_factory.mktemp("store")
    build_store(DATA, folder)
    return open_store(folder)


def stated_by_sql(store: Store, question: str, filters: Filters, **values: object) -> list[dict[Any, Any]]:
    """The rows that the statement in `counts` answers."""
    selection = {
        "picks": [f"{dimension}:{code}" for dimension, codes in filters.picks.items() for code in codes],
        "words": filters.words.lower().split(),
        "inferred": filters.inferred,
    }
    sql = (STATEMENTS / f"{question}.sql").read_text("utf-8")
    return store.rows(sql, selection | values).to_dict("records")


def agree_on_terms(store: Store, filters: Filters, dimension: str, codes: list[str]) -> None:
    selection, of_terms = select(store, filters, dimension), {"dimension": dimension, "terms": codes}

    found = counts.count_by_term(selection, dimension, codes)
    by_term = stated_by_sql(store, "count_by_term", filters, **of_terms)
    some = found[found["initiatives"] > 0].reset_index().to_dict("records")
    assert some == [pytest.approx(row) for row in sorted(by_term, key=lambda row: codes.index(row["term"]))]

    carried = stated_by_sql(store, "carried_terms", filters, **of_terms)
    assert counts.carried_codes(selection, dimension, codes) == {
        row["terms"]: row["initiatives"] for row in carried
    }

    met = counts.together(selection, dimension, codes)
    pairs = stated_by_sql(store, "together", filters, **of_terms)
    assert met.sum() == sum(row["initiatives"] for row in pairs)
    for row in pairs:
        assert met[codes.index(row["term"]), codes.index(row["other"])] == row["initiatives"]


def agree_on_meetings(store: Store, filters: Filters, rows: list[str], columns: list[str]) -> None:
    """Each is a dimension and its codes."""
    (row_dimension, *row_codes), (column_dimension, *column_codes) = rows, columns
    selection = select(store, filters, row_dimension, column_dimension)
    initiatives, stated = counts.cross_counts(
        selection, row_dimension, row_codes, column_dimension, column_codes
    )
    met = stated_by_sql(store, "cross_counts", filters, rows=row_dimension, columns=column_dimension)
    assert initiatives.sum() == sum(row["initiatives"] for row in met)
    for row in met:
        cell = row_codes.index(row["row_term"]), column_codes.index(row["column_term"])
        assert (initiatives[cell], stated[cell]) == (row["initiatives"], row["stated"])


def agree_on_all(store: Store, filters: Filters, vocabularies: Vocabularies) -> None:
    [row] = stated_by_sql(store, "totals", filters)
    found = totals(store, filters)
    assert (found.initiatives, found.listings, found.all_initiatives) == tuple(row.values())

    [row] = stated_by_sql(store, "inferred_initiatives", filters)
    assert inferred_initiatives(store, filters) == row["initiatives"]

    by_field = {row["field"]: row for row in stated_by_sql(store, "field_coverage", filters)}
    for row in field_coverage(store, filters, vocabularies).to_dict("records"):
        assert row == by_field.get(row["field"], {"field": row["field"], "initiatives": 0, "stated": 0})

    codes = vocabularies.codes("district")
    aimed = counts.district_stages(select(store, filters, "district", "stage"), codes, DOING_NOW, DEVELOPING)
    by_district = stated_by_sql(store, "district_stages", filters, now=DOING_NOW, developing=DEVELOPING)
    assert aimed[aimed["initiatives"] > 0].reset_index().to_dict("records") == sorted(
        (row for row in by_district if row["district"] != NOT_STATED),
        key=lambda row: codes.index(row["district"]),
    )


@examples
@given(cases())
def test_what_is_asked_of_a_selection_as_a_whole(emptied, case):
    agree_on_all(emptied(case), case.filters, VOCABULARIES)


@examples
@given(cases(), dimensions, st.data())
def test_what_is_asked_of_some_terms_of_a_dimension(emptied, case, dimension, data):
    every = facet_codes(VOCABULARIES, dimension)
    codes = data.draw(st.lists(st.sampled_from(every), unique=True))
    agree_on_terms(emptied(case), case.filters, dimension, codes)


@examples
@given(cases(), dimensions, dimensions)
def test_what_is_asked_where_two_dimensions_meet(emptied, case, rows, columns):
    sides = [[each, *facet_codes(VOCABULARIES, each)] for each in (rows, columns)]
    agree_on_meetings(emptied(case), case.filters, *sides)


@examples
@given(cases())
def test_no_cube_has_more_shapes_than_initiatives_or_more_rows_than_listings(emptied, case: Case):
    selection = select(emptied(case), Filters(), "vision_area", "stage")
    alike = {
        tuple(sorted(each.cell for each in case.listings if each.initiative == code))
        for code in {each.initiative for each in case.listings}
    }
    assert len(selection.cube.initiatives) == len(alike)
    assert len(selection.cube.shape) == sum(len(set(cells)) for cells in alike)
    assert selection.listings == len(case.listings)


def selections_of_one_code(vocabularies: Vocabularies) -> Iterator[Filters]:
    for dimension in DIMENSIONS:
        for code in pickable_codes(vocabularies, dimension.code):
            yield Filters().pick(**{dimension.code: code})


def test_codes_of_the_real_portfolio_can_be_picked(real):
    vocabularies = read_vocabularies(real)
    some = list(selections_of_one_code(vocabularies))[::8]  # statements take their time; all are below
    for number, filters in enumerate([Filters(), *some]):
        agree_on_all(real, filters, vocabularies)
        dimension = DIMENSIONS[number % len(DIMENSIONS)].code
        agree_on_terms(real, filters, dimension, facet_codes(vocabularies, dimension))
        sides = [[each, *facet_codes(vocabularies, each)] for each in (dimension, "stage")]
        agree_on_meetings(real, filters, *sides)


@pytest.mark.parametrize("inferred", [True, False])
def test_every_two_codes_of_the_real_portfolio_can_be_picked(real, inferred):
    """Listings by what they carry, as sets, which the picks of two dimensions intersect."""
    sql = (STATEMENTS / "carrying.sql").read_text("utf-8")
    carrying = {
        code: set(group["listing"])
        for code, group in real.rows(sql, {"inferred": inferred}).groupby(["dimension", "term"])
    }
    initiative = dict(real.rows((STATEMENTS / "listed.sql").read_text("utf-8"), {}).to_numpy())
    for one, other in combinations(selections_of_one_code(read_vocabularies(real)), 2):
        picks = {**one.picks, **other.picks}
        if len(picks) == 2:
            seen = [carrying.get((dimension, codes[0]), set()) for dimension, codes in picks.items()]
            both = seen[0] & seen[1]
            found = select(real, Filters(picks, inferred=inferred))
            assert (found.initiatives, found.listings) == (
                len({initiative[each] for each in both}),
                len(both),
            )
