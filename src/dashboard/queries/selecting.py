"""Which initiatives a reader looks at, ready to be counted."""

from functools import partial

import numpy as np
import pandas as pd

from dashboard.dimensions import DIMENSIONS, LABELS
from dashboard.filters import Filters
from dashboard.queries import ask
from dashboard.queries.cube import Cube, LabelSets, Selection
from dashboard.queries.runs import (
    Ints,
    any_in_row,
    compact,
    number_runs,
    ranges,
    renumber,
    run_lengths,
    run_starts,
)
from dashboard.store.connection import Store

INFERRED = "inferred"
"""Dimension of a cube, of one term: any label of the initiative is inferred, in whichever dimension."""

_FOUND = "found"
"""Dimension of a cube, of one term: the words that a reader searches occur."""

_MAIN = frozenset(each.code for each in DIMENSIONS if each.main)
_OTHERS = [each.code for each in DIMENSIONS if not each.main]


def select(store: Store, filters: Filters, *dimensions: str) -> Selection:
    """The reader's selection, which looks at these dimensions; the store's macro `selected` says the same."""
    picks = {dimension: codes for dimension, codes in filters.picks.items() if codes}
    words = " ".join(filters.words.lower().split())
    if words:
        picks[_FOUND] = (_FOUND,)
    return _cube(store, frozenset([*picks, *dimensions]), words).selected(picks, filters.inferred)


def warm(store: Store) -> None:
    """Make the cubes that pages ask for while nothing or only one dimension is picked."""
    for other in ([], *([each] for each in [*_OTHERS, INFERRED])):
        dimensions = [*_MAIN, *other]
        for chosen in range(2 ** len(dimensions)):
            _cube(store, frozenset(each for place, each in enumerate(dimensions) if chosen >> place & 1))


def _cube(store: Store, dimensions: frozenset[str], words: str = "") -> Cube:
    """Cubes over the main dimensions are small already, so the narrower ones are made of those."""

    def make() -> Cube:
        wider = dimensions | _MAIN
        return (_found(store, words) if wider == dimensions else _cube(store, wider, words)).over(dimensions)

    return store.kept.get((_cube, dimensions, words), make)


def _found(store: Store, words: str) -> Cube:
    """The whole cube, or what of it has a listing in which all the words occur."""
    whole = store.kept.get(read_cube, partial(read_cube, store))
    if not words:
        return whole

    def make() -> Cube:
        found = np.zeros(len(whole.shape), dtype=bool)
        found[ask(store, "found_listings", Filters(words=words))["number"]] = True
        return whole.with_flag(_FOUND, found)

    return store.kept.get((_found, words), make)


def read_cube(store: Store) -> Cube:
    """The cube that looks at every dimension: initiatives are its shapes, listings its rows."""
    initiative = ask(store, "counted_listings")["initiative"].to_numpy()
    known = ask(store, "counted_labels").set_index("number")
    pairs = ask(store, "listing_labels")
    listing, label = pairs["listing"].to_numpy(), pairs["label"].to_numpy()
    labels: dict[str, Ints] = {}
    sets: dict[str, LabelSets] = {}
    inferred = np.zeros(len(initiative), dtype=bool)
    for dimension in (each.code for each in DIMENSIONS):
        own = known[known["dimension"] == dimension]
        mine = (label >= own.index.min()) & (label <= own.index.max())
        labels[dimension], sets[dimension] = _label_sets(own, listing[mine], label[mine], len(initiative))
        if dimension in LABELS:
            inferred |= any_in_row(sets[dimension].known & ~sets[dimension].stated)[labels[dimension]]
    return Cube(
        labels={**labels, INFERRED: inferred.astype(np.uint8)},
        sets={**sets, INFERRED: LabelSets.flag(INFERRED)},
        shape=compact(initiative),
        listings=np.ones(len(initiative), dtype=np.uint8),
        initiatives=np.ones(initiative.max(initial=-1) + 1, dtype=np.uint8),
    )


def _label_sets(own: pd.DataFrame, listing: Ints, label: Ints, listings: int) -> tuple[Ints, LabelSets]:
    """The number of each listing's set of labels in a dimension, and these sets.

    `own` are the dimension's labels by number; `listing` carries `label`, in no order.
    """
    size = int(own.index.max() + 1) if len(own) else 1
    listing, label = np.divmod(np.sort(listing * np.int64(size) + label, kind="stable"), size)
    starts = run_starts(listing)
    found, example = renumber(number_runs(label, starts))
    numbers = np.zeros(listings, dtype=np.int64)
    numbers[listing[starts]] = found + 1
    lengths = run_lengths(starts, len(label))[example]
    held = label[ranges(starts[example], lengths)]
    terms = sorted(set(own["term"]))
    known = np.zeros((len(example) + 1, len(terms)), dtype=bool)
    stated = np.zeros_like(known)
    column = own["term"].map({term: place for place, term in enumerate(terms)})
    in_set = np.repeat(np.arange(1, len(example) + 1), lengths)
    known[in_set, column[held]] = True
    stated[in_set, column[held]] |= own["stated"][held].to_numpy()
    return compact(numbers), LabelSets(terms, known, stated)
