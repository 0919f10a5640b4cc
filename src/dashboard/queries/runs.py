"""Rows and runs of whole numbers, named by what they hold: equal ones get the same number."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ints = NDArray[np.integer[Any]]


def any_in_row(table: Bools) -> Bools:
    return np.logical_or.reduce(table, axis=1)


def run_starts(numbers: Ints) -> Ints:
    """Where runs of the same number begin."""
    return np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]])[: len(numbers)])


def run_lengths(starts: Ints, length: int) -> Ints:
    return np.diff(starts, append=length)


def ranges(starts: Ints, lengths: Ints) -> Ints:
    """start, start + 1, … of every range, one range after the other."""
    before = np.cumsum(lengths) - lengths
    return np.arange(lengths.sum()) + np.repeat(starts - before, lengths)


def number_rows(columns: Iterable[Ints], length: int) -> Ints:
    """A number per row, the same for rows that are the same in every one of these columns."""
    numbers = np.zeros(length, dtype=np.int64)
    for column in columns:
        numbers, _ = renumber(numbers * (int(column.max(initial=0)) + 1) + column)
    return numbers


def number_runs(numbers: Ints, starts: Ints) -> Ints:
    """A number per run, the same for runs of the same numbers in the same order; no run is empty."""
    lengths = run_lengths(starts, len(numbers))
    found, unread = lengths.copy(), np.arange(len(starts))
    for place in range(lengths.max(initial=0)):
        unread = unread[lengths[unread] > place]
        so_far = found[unread] * (int(numbers.max()) + 1) + numbers[starts[unread] + place]
        found[unread] = renumber(so_far)[0] + found.max() + 1  # no number of a run that has been read
    return found


def renumber(numbers: Ints) -> tuple[Ints, Ints]:
    """The same numbers from 0 without gaps, and where each of those occurs first."""
    found, known = pd.factorize(numbers)
    first = np.empty(len(known), dtype=np.int64)
    first[found[::-1]] = np.arange(len(found))[::-1]
    return found, first


def compact(numbers: Ints) -> Ints:
    """In as few bytes as they need; none is negative."""
    return numbers.astype(np.min_scalar_type(numbers.max(initial=0)))
