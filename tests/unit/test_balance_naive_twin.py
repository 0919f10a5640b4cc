"""What is said of balance, recomputed by plain loops over random portfolios, selections and profiles."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_portfolios import VOCABULARIES, Case, cases, examples, refillable_store

from dashboard.dimensions import ANY, DIMENSIONS, MUNICIPALITY_WIDE
from dashboard.diversity import chance_band
from dashboard.queries.balance import balance, balanced_classes, doubles, together

dimensions = st.sampled_from([each.code for each in DIMENSIONS])


@pytest.fixture(scope="module")
def emptied():
    return refillable_store()


def naive_classes(case: Case, dimension: str) -> list[str]:
    picked = case.filters.picks.get(dimension, (ANY,))
    codes = [code for code in VOCABULARIES.codes(dimension) if code in picked or ANY in picked]
    return [code for code in codes if code not in ("gone", MUNICIPALITY_WIDE)]


def carried_classes(case: Case, dimension: str) -> dict[str, set[str]]:
    """The classes of each selected initiative that has any."""
    classes = naive_classes(case, dimension)
    carried: dict[str, set[str]] = {}
    for listing in case.selected():
        for term in case.facets(listing, dimension):
            if term in classes:
                carried.setdefault(listing.initiative, set()).add(term)
    return carried


@examples
@given(cases(), dimensions, st.lists(st.integers(0, 100), min_size=10, max_size=10), st.booleans())
def test_balance(emptied, case, dimension, wishes, equal):
    carried, classes = carried_classes(case, dimension), naive_classes(case, dimension)
    profile = dict(zip(VOCABULARIES.codes(dimension), wishes, strict=False))
    wanted = sum(profile[term] for term in classes)
    found = balance(emptied(case), case.filters, VOCABULARIES, dimension, None if equal else profile)
    assert list(found.classes["term"]) == classes == balanced_classes(VOCABULARIES, dimension, case.filters)
    moved, parts = 0.0, []
    for row in found.classes.to_dict("records"):
        having = [terms for terms in carried.values() if row["term"] in terms]
        weight = sum(1 / len(terms) for terms in having)
        target = 1 / len(classes) if equal or not wanted else profile[row["term"]] / wanted
        assert (row["full"], row["only"]) == (len(having), having.count({row["term"]}))
        assert row["weight"] == pytest.approx(weight)
        assert row["share"] == pytest.approx(weight / len(carried) if carried else 0)
        assert row["target"] == pytest.approx(target)
        assert row["difference"] == pytest.approx(weight - target * len(carried))
        moved += max(weight - target * len(carried), 0)
        parts.append(weight / len(carried) if carried else 0)
    assert found.known == len(carried)
    assert found.selected == len({listing.initiative for listing in case.selected()})
    assert found.several == sum(len(terms) > 1 for terms in carried.values())
    assert found.elsewhere == pytest.approx(moved)
    assert found.effective == pytest.approx(1 / sum(part**2 for part in parts) if carried else 0)
    sizes = [len(terms) for terms in carried.values()]
    assert found.band == chance_band({size: sizes.count(size) for size in sizes}, len(classes))


@examples
@given(cases(), dimensions)
def test_three_ways_of_counting_and_the_meetings_tell_the_same_story(emptied, case, dimension):
    store = emptied(case)
    found = balance(store, case.filters, VOCABULARIES, dimension)
    met = together(store, case.filters, VOCABULARIES, dimension)
    assert found.classes["only"].sum() + found.several == found.known
    assert found.classes["weight"].sum() == pytest.approx(found.known)
    assert found.classes["difference"].sum() == pytest.approx(0)
    assert 0 <= found.elsewhere <= found.known
    alone = met[met["term"] == met["other"]]
    assert list(alone["initiatives"]) == list(found.classes["only"])
    assert len(doubles(store, case.filters, dimension, limit=99)) == found.several


@examples
@given(cases(), dimensions)
def test_meetings(emptied, case, dimension):
    carried, classes = carried_classes(case, dimension), naive_classes(case, dimension)
    found = together(emptied(case), case.filters, VOCABULARIES, dimension)
    assert found.to_dict("records") == [
        {
            "term": term,
            "other": other,
            "initiatives": sum(
                terms == {term} if term == other else {term, other} <= terms for terms in carried.values()
            ),
        }
        for term, other in product(classes, classes)
    ]


@examples
@given(cases(), dimensions, st.integers(1, 5))
def test_doubles(emptied, case, dimension, limit):
    order, stages = VOCABULARIES.codes(dimension), VOCABULARIES.codes("stage")

    def stages_under(initiative: str, term: str) -> list[str]:
        listed = [each for each in case.selected() if each.initiative == initiative]
        under = {each.cell[1] for each in listed if term in case.facets(each, dimension)}
        return sorted(under, key=stages.index)

    expected = [
        (initiative, [(term, stages_under(initiative, term)) for term in sorted(terms, key=order.index)])
        for initiative, terms in carried_classes(case, dimension).items()
        if len(terms) > 1
    ]
    expected.sort(key=lambda row: "azåäö".index(row[0][-1]))
    found = doubles(emptied(case), case.filters, dimension, limit)
    rows = [
        (
            row["initiative"],
            [(term, list(each)) for term, each in zip(row["terms"], row["stages"], strict=True)],
        )
        for row in found.to_dict("records")
    ]
    assert rows == expected[:limit]
