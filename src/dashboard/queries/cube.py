"""What can be counted, in memory: initiatives that are labelled alike are interchangeable.

A `Cube` looks at some dimensions only. In each a listing carries a set of labels; listings that carry the
same sets differ in nothing that could be counted, nor do initiatives whose listings are alike. One of every
such *shape* is kept, with the number of initiatives that have it. So an answer costs what there are shapes,
and those grow far more slowly than initiatives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from dashboard.dimensions import ANY, NOT_STATED
from dashboard.queries.runs import (
    Bools,
    Ints,
    any_in_row,
    compact,
    number_rows,
    number_runs,
    ranges,
    renumber,
    run_lengths,
    run_starts,
)

Floats = NDArray[Any]
"""Counts are added up as these, which is fast, and exact far beyond any number of initiatives."""

Pairs = tuple[Ints, Ints]


@dataclass(frozen=True)
class LabelSets:
    """The different sets of labels that listings carry in one dimension; set 0 is empty.

    `known` and `stated` have a row per set and a column per term: whether it is in the set, and stated.
    """

    terms: list[str]
    known: Bools
    stated: Bools

    @classmethod
    def flag(cls, term: str) -> Self:
        """Set 1 has the one term there is."""
        known = np.array([[False], [True]])
        return cls([term], known, known)

    def facets(self, inferred: bool) -> tuple[Bools, Bools]:
        """Which terms readers see in each set, and which of these are stated.

        There are two more columns: one for "not stated", and one for whatever does not occur.
        """
        return self._with_inferred if inferred else self._stated_only

    @cached_property
    def _with_inferred(self) -> tuple[Bools, Bools]:
        nothing = ~any_in_row(self.known)
        return _with_columns(self.known, nothing), _with_columns(self.stated, nothing)

    @cached_property
    def _stated_only(self) -> tuple[Bools, Bools]:
        seen = _with_columns(self.stated, ~any_in_row(self.stated))
        return seen, seen

    def columns(self, codes: Iterable[str]) -> list[int]:
        """Where these stand in `facets`."""
        return [self._places.get(code, -1) for code in codes]

    def pairs(self, codes: Sequence[str], inferred: bool) -> tuple[Pairs, Pairs]:
        """The sets that have these, and the places of the codes that they have: seen, and stated."""
        place = np.full(len(self.terms) + 2, -1)
        place[self.columns(codes)] = np.arange(len(codes))
        place[-1] = -1
        carried, stated = (
            (sets[place[columns] >= 0], place[columns[place[columns] >= 0]])
            for sets, columns in (self._pairs_with_inferred if inferred else self._pairs_stated_only)
        )
        return carried, stated

    @cached_property
    def _pairs_with_inferred(self) -> tuple[Pairs, Pairs]:
        carried, stated = self._with_inferred
        return _pairs(carried), _pairs(stated)

    @cached_property
    def _pairs_stated_only(self) -> tuple[Pairs, Pairs]:
        carried, _ = self._stated_only
        return _pairs(carried), _pairs(carried)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {term: place for place, term in enumerate([*self.terms, NOT_STATED])}

    def under(self, picked: Iterable[str], inferred: bool) -> Bools:
        """Which of the sets have any of the picked codes."""
        seen, _ = self.facets(inferred)
        having = any_in_row(seen[:, self.columns(picked)])
        return having | ~seen[:, self._places[NOT_STATED]] if ANY in picked else having


@dataclass(frozen=True)
class Cube:
    """Shapes of initiatives: a row for each sort of listing that a shape has.

    `labels`: per dimension, the number of each row's set in `sets`. `shape`: to which shape each row belongs,
    from 0 and ascending. `listings`: how many listings of that sort an initiative of the shape has.
    `initiatives`: how many have the shape, by its number.
    """

    labels: Mapping[str, Ints]
    sets: Mapping[str, LabelSets]
    shape: Ints
    listings: Ints
    initiatives: Ints

    def over(self, dimensions: Iterable[str]) -> "Cube":
        """The cube that looks at these of its dimensions only: less differs, so there are fewer shapes."""
        dimensions = sorted(dimensions)
        sort = number_rows([self.labels[each] for each in dimensions], len(self.shape))
        sort_of_shape = self.shape * np.int64(sort.max(initial=0) + 1) + sort
        order = np.argsort(sort_of_shape, kind="stable")
        first = run_starts(sort_of_shape[order])
        rows, listings = order[first], _sums(self.listings[order], first)
        starts = run_starts(self.shape[rows])
        lengths = run_lengths(starts, len(rows))
        found, example = renumber(number_runs(number_rows([sort[rows], listings], len(rows)), starts))
        kept = ranges(starts[example], lengths[example])
        return Cube(
            labels={each: self.labels[each][rows[kept]] for each in dimensions},
            sets={each: self.sets[each] for each in dimensions},
            shape=compact(np.repeat(np.arange(len(example)), lengths[example])),
            listings=compact(listings[kept]),
            initiatives=compact(np.bincount(found, self.initiatives).astype(np.int64)),
        )

    def with_flag(self, name: str, rows: Bools) -> "Cube":
        """The shapes of which any row is flagged, and as a dimension of one term which rows these are."""
        [flagged] = np.nonzero(np.bincount(self.shape, rows))
        kept = np.isin(self.shape, flagged)
        return Cube(
            labels={each: labels[kept] for each, labels in self.labels.items()}
            | {name: rows[kept].astype(np.uint8)},
            sets={**self.sets, name: LabelSets.flag(name)},
            shape=compact(np.searchsorted(flagged, self.shape[kept])),
            listings=self.listings[kept],
            initiatives=self.initiatives[flagged],
        )

    def selected(self, picks: Mapping[str, Iterable[str]], inferred: bool) -> "Selection":
        """What the picks let through: any of them within a dimension, all dimensions together."""
        rows = np.ones(len(self.shape), dtype=bool)
        for dimension, picked in picks.items():
            rows &= self.sets[dimension].under(picked, inferred)[self.labels[dimension]]
        return Selection(self, np.flatnonzero(rows), inferred)

    def __sizeof__(self) -> int:
        """Save for the sets, which all cubes share."""
        return sum(
            each.nbytes for each in (*self.labels.values(), self.shape, self.listings, self.initiatives)
        )


@dataclass(frozen=True)
class Selection:
    """Some rows of a cube, and whether inferred labels count."""

    cube: Cube
    rows: Ints
    inferred: bool

    def within(self, rows: Bools) -> "Selection":
        """Of its rows, these."""
        return Selection(self.cube, self.rows[rows], self.inferred)

    def whole_shapes(self) -> "Selection":
        """All rows of the shapes that have any here."""
        chosen = np.isin(self.cube.shape, self.cube.shape[self.rows])
        return Selection(self.cube, np.flatnonzero(chosen), self.inferred)

    @cached_property
    def _shape(self) -> Ints:
        return self.cube.shape[self.rows]

    @cached_property
    def _starts(self) -> Ints:
        return run_starts(self._shape)

    @cached_property
    def _initiatives(self) -> Floats:
        """How many initiatives have each of the shapes."""
        return self.cube.initiatives[self._shape[self._starts]].astype(float)

    @property
    def initiatives(self) -> int:
        return int(self._initiatives.sum())

    @cached_property
    def _listings(self) -> Floats:
        """How many listings each row stands for."""
        return np.multiply(self.cube.listings[self.rows], self.cube.initiatives[self._shape], dtype=float)

    @property
    def listings(self) -> int:
        return int(self._listings.sum())

    def facets(self, dimension: str, codes: Iterable[str]) -> tuple[Bools, Bools]:
        """Per row and code whether it is carried, and whether that is stated."""
        sets = self.cube.sets[dimension]
        columns, labels = sets.columns(codes), self.cube.labels[dimension][self.rows]
        carried, stated = (each[:, columns][labels] for each in sets.facets(self.inferred))
        return carried, stated

    def count_listings(self, dimension: str, codes: Sequence[str]) -> Ints:
        labels, sets = self.cube.labels[dimension][self.rows], self.cube.sets[dimension]
        listings = np.bincount(labels, self._listings, len(sets.known))
        return Groups(listings, *sets.pairs(codes, self.inferred), len(codes)).count()

    def groups(self, dimension: str, codes: Sequence[str]) -> "Groups":
        """By label set where all rows of a shape have the same one, which is mostly so, else by shape."""
        labels, sets = self.cube.labels[dimension][self.rows], self.cube.sets[dimension]
        carried, stated = sets.pairs(codes, self.inferred)
        first = labels[self._starts]
        if np.array_equal(np.repeat(first, run_lengths(self._starts, len(labels))), labels):
            initiatives = np.bincount(first, self._initiatives, len(sets.known))
            return Groups(initiatives, carried, stated, len(codes))
        by_row = self.facets(dimension, codes)
        carried, stated = (_pairs(np.logical_or.reduceat(each, self._starts, axis=0)) for each in by_row)
        return Groups(self._initiatives, carried, stated, len(codes))


@dataclass(frozen=True)
class Groups:
    """Initiatives that carry the same of some codes: how many there are in each group.

    `carried` and `stated` are pairs of a group and the place of a code.
    """

    initiatives: Floats
    carried: Pairs
    stated: Pairs
    codes: int

    def count(self) -> Ints:
        """How many carry each code."""
        return whole(self.weigh(self.initiatives))

    def count_stated(self) -> Ints:
        group, code = self.stated
        return whole(np.bincount(code, self.initiatives[group], self.codes))

    def weigh(self, groups: Floats) -> Floats:
        """What the groups that carry each code weigh together."""
        group, code = self.carried
        return np.bincount(code, groups[group], self.codes)

    @cached_property
    def several(self) -> Ints:
        """How many codes each group carries."""
        return np.bincount(self.carried[0], minlength=len(self.initiatives))


def whole(counts: NDArray[Any]) -> Ints:
    return counts.astype(np.int64)


def _pairs(table: Bools) -> Pairs:
    rows, columns = np.nonzero(table)
    return rows, columns


def _with_columns(known: Bools, nothing: Bools) -> Bools:
    return np.column_stack([known, nothing, np.zeros(len(known), dtype=bool)])


def _sums(numbers: Ints, starts: Ints) -> Ints:
    return np.add.reduceat(numbers, starts, dtype=np.int64) if len(starts) else numbers
