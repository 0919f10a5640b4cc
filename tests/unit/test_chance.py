"""The range that chance alone gives, against its definition summed term by term and against SciPy."""

from math import exp, inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from dashboard.chance import ENOUGH, TAIL, poisson_range

GRID = [*np.arange(0.01, 40, 0.01), *np.logspace(1.5, 6.5, 200)]


def assert_is_range_of(low: int, high: int, expected: float) -> None:
    """Each end is the last count that chance gives more often than `TAIL`; one further, and it does not."""
    assert poisson.cdf(low, expected) > TAIL
    assert poisson.sf(high - 1, expected) > TAIL
    assert low == 0 or poisson.cdf(low - 1, expected) <= TAIL
    assert poisson.sf(high, expected) <= TAIL


@pytest.mark.parametrize("expected", [0.5, 1, 2, 3, 5, 8, 20])
def test_the_ends_by_the_definition_summed_from_nought(expected):
    chances = [exp(-expected)]
    for n in range(1, 100):
        chances.append(chances[-1] * expected / n)
    low = min(n for n in range(100) if sum(chances[: n + 1]) > TAIL)
    high = max(n for n in range(100) if 1 - sum(chances[:n]) > TAIL)
    assert poisson_range(expected) == (low, high)


def test_a_grid_of_expected_counts_up_to_millions_against_scipy():
    for expected in GRID:
        assert_is_range_of(*poisson_range(expected), expected)


@given(st.floats(1e-300, 5e6))
def test_any_expected_count_against_scipy(expected):
    assert_is_range_of(*poisson_range(expected), expected)


@given(st.floats(0, 1e5), st.floats(0, 1e5))
def test_more_expected_is_no_lower_range(one, other):
    (low, high), (next_low, next_high) = poisson_range(min(one, other)), poisson_range(max(one, other))
    assert low <= next_low
    assert high <= next_high


@given(st.floats(0, 1e6))
def test_the_expected_count_itself_is_never_outside(expected):
    low, high = poisson_range(expected)
    assert low <= expected < high + 1


def test_where_nothing_is_expected_chance_gives_nothing():
    assert poisson_range(0) == (0, 0)


@pytest.mark.parametrize("expected", [-1.0, nan, inf])
def test_what_is_no_expected_count_is_refused(expected):
    with pytest.raises(ValueError, match="expected"):
        poisson_range(expected)


def test_none_at_all_is_below_chance_only_from_three_expected():
    assert exp(-ENOUGH) <= TAIL < exp(-(ENOUGH - 0.01))
    assert poisson_range(ENOUGH)[0] == 1
    assert poisson_range(ENOUGH - 0.01)[0] == 0
