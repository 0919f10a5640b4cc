"""The effective number of classes and its chance band, against all that can happen and against scipy."""

from collections.abc import Iterator, Mapping
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, multinomial

from dashboard import diversity
from dashboard.diversity import DRAWS, chance_band, effective_number

counts = st.lists(st.integers(0, 10**6), max_size=8)
NOISE = 5 * np.sqrt(0.05 * 0.95 / DRAWS)
"""Five standard errors of the share of draws beyond a percentile."""


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ([54, 14], 68**2 / (54**2 + 14**2)),
        ([7], 1.0),
        ([7, 0, 0], 1.0),
        ([3, 3, 3], 3.0),
        ([1 / 3, 2 / 6, 1 - 2 / 3], 3.0),
        ([0, 0], 0.0),
        ([], 0.0),
    ],
)
def test_as_many_equal_classes_would_be_as_diverse(counted, expected):
    assert effective_number(counted) == pytest.approx(expected)


@given(counts.filter(any))
def test_it_lies_between_one_and_the_number_of_classes_in_use(counted):
    assert 1 <= effective_number(counted) <= sum(map(bool, counted))


@given(counts, st.integers(2, 9))
def test_it_does_not_depend_on_size_or_order(counted, times):
    assert effective_number([times * n for n in reversed(counted)]) == pytest.approx(
        effective_number(counted)
    )


def every_outcome(carried: Mapping[int, int], classes: int) -> Iterator[float]:
    """The effective number of each, equally likely, way in which initiatives can get their classes."""
    sizes = [terms for terms, initiatives in carried.items() for _ in range(initiatives)]
    for gotten in product(*(list(combinations(range(classes), terms)) for terms in sizes)):
        weights = [sum((place in own) / len(own) for own in gotten) for place in range(classes)]
        yield round(sum(weights) ** 2 / sum(weight**2 for weight in weights), 6)


@pytest.mark.parametrize(
    ("carried", "classes"),
    [({1: 8}, 2), ({1: 5}, 3), ({1: 4, 2: 3}, 3), ({2: 5}, 4), ({1: 2, 3: 3}, 4), ({3: 2}, 3), ({1: 1}, 5)],
)
def test_the_band_leaves_one_case_in_twenty_on_either_side(carried, classes):
    outcomes = np.array(list(every_outcome(carried, classes)))
    low, high = (round(end, 6) for end in chance_band(carried, classes))
    assert {low, high} <= set(outcomes)
    for end, share in ((low, 0.05), (high, 0.95)):
        assert np.mean(outcomes < end) <= share + NOISE
        assert np.mean(outcomes <= end) >= share - NOISE


def test_in_two_classes_the_band_is_that_of_a_thrown_coin():
    thrown = np.arange(69)
    chances = multinomial.pmf(np.stack([thrown, 68 - thrown], axis=1), 68, [0.5, 0.5])
    outcomes = np.array([effective_number([n, 68 - n]) for n in thrown.tolist()])
    low, high = chance_band({1: 68}, 2)
    assert high == 2.0
    assert chances[outcomes < low].sum() <= 0.05 + NOISE
    assert chances[outcomes <= low].sum() >= 0.05 - NOISE


@pytest.mark.parametrize("classes", [3, 8, 38])
def test_for_many_initiatives_the_band_follows_chi_squared(classes):
    """Pearson's statistic is X = n (k Σp² - 1), so the effective number is k / (1 + X/n)."""
    initiatives = 100_000
    low, high = chance_band({1: initiatives}, classes)
    for end, share in ((low, 0.95), (high, 0.05)):
        statistic = initiatives * (classes / end - 1)
        assert chi2.cdf(statistic, classes - 1) == pytest.approx(share, abs=0.02)


def test_sharing_an_initiative_among_classes_evens_them_out():
    """One in m of k classes adds (k - m) / (m (k - 1)) of the variance that one in a single class adds."""
    initiatives, classes = 100_000, 6
    for terms in (2, 3, 5):
        low, _ = chance_band({terms: initiatives}, classes)
        factor = (classes - terms) / (terms * (classes - 1))
        statistic = initiatives * (classes / low - 1) / factor
        assert chi2.cdf(statistic, classes - 1) == pytest.approx(0.95, abs=0.02)


small = st.dictionaries(st.integers(1, 4), st.integers(0, 30), max_size=3)


@settings(max_examples=40)
@given(small, st.integers(4, 9))
def test_the_band_lies_where_effective_numbers_can_be(carried, classes):
    low, high = chance_band(carried, classes)
    if any(carried.values()):
        assert 1 <= low <= high <= classes
    else:
        assert (low, high) == (0.0, 0.0)


def test_where_everything_is_in_every_class_chance_has_no_say():
    assert chance_band({3: 50}, 3) == (3.0, 3.0)


def test_the_same_question_gets_the_same_answer_in_whatever_order_it_is_put():
    assert chance_band({1: 58, 2: 10}, 2) == chance_band({2: 10, 1: 58}, 2)


def test_the_same_question_gets_the_same_answer_when_nothing_is_remembered():
    before = chance_band({1: 58, 2: 10}, 3)
    diversity._chance_band.cache_clear()
    assert chance_band({1: 58, 2: 10}, 3) == before


def test_nothing_and_no_classes_have_no_band():
    assert chance_band({}, 4) == chance_band({}, 0) == (0.0, 0.0)


def test_a_million_initiatives_are_drawn_like_few():
    low, high = chance_band({1: 900_000, 2: 90_000, 5: 10_000}, 38)
    assert 37.9 < low < high < 38
