"""Numbers for rows and runs, held against tuples."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries.runs import (
    compact,
    number_rows,
    number_runs,
    ranges,
    renumber,
    run_lengths,
    run_starts,
)

numbers = st.integers(0, 4)
runs = st.lists(st.lists(numbers, min_size=1, max_size=4))


def same_pairs(keys: list) -> list[bool]:
    return [one == other for one in keys for other in keys]


@given(runs)
def test_runs_get_the_same_number_if_they_hold_the_same_in_the_same_order(some):
    lengths = np.array([len(run) for run in some], dtype=np.int64)
    flat = np.array([number for run in some for number in run], dtype=np.int64)
    found = number_runs(flat, np.cumsum(lengths) - lengths)
    assert same_pairs(list(found)) == same_pairs(some)


@given(st.lists(st.tuples(numbers, numbers, numbers)))
def test_rows_get_the_same_number_if_all_columns_are_the_same(rows):
    columns = list(np.array(rows, dtype=np.uint8).reshape(len(rows), 3).T)
    assert same_pairs(list(number_rows(columns, len(rows)))) == same_pairs(rows)


def test_without_columns_all_rows_are_the_same():
    assert list(number_rows([], 3)) == [0, 0, 0]


@given(st.lists(numbers))
def test_numbers_are_given_anew_without_gaps_and_each_says_where_it_is_first(some):
    found, first = renumber(np.array(some, dtype=np.int64))
    assert sorted(set(found)) == list(range(len(first)))
    assert [some[first[number]] for number in found] == some
    assert [some.index(some[place]) for place in first] == list(first)


@given(runs)
def test_runs_are_taken_out_one_after_the_other(some):
    lengths = np.array([len(run) for run in some], dtype=np.int64)
    starts = np.cumsum(lengths) - lengths
    assert list(run_lengths(starts, int(lengths.sum()))) == list(lengths)
    backwards = ranges(starts[::-1], lengths[::-1])
    places = [(run, place) for run, numbers in enumerate(some) for place in range(len(numbers))]
    assert [places[each] for each in backwards] == sorted(places, key=lambda each: -each[0])


@given(st.lists(numbers))
def test_a_run_starts_where_the_number_before_is_another(some):
    assert list(run_starts(np.array(some, dtype=np.uint8))) == [
        place for place, number in enumerate(some) if place == 0 or some[place - 1] != number
    ]


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_take_as_few_bytes_as_they_need(some):
    found = compact(np.array(some, dtype=np.int64))
    assert list(found) == some
    assert found.dtype == np.min_scalar_type(max(some, default=0))
