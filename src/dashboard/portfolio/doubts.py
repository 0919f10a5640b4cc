"""Doubts that an import leaves to a person, beside those that people have settled."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from dashboard.store.rows import Row, key_of
from dashboard.store.tables import REJECTED, REVIEW, TABLE_OF

key_of_doubt = partial(key_of, TABLE_OF[REVIEW])


def with_doubts(review: Iterable[Row], doubts: Iterable[Row]) -> list[Row]:
    """The review with these doubts, each once; one that has been raised before stays as it is.

    What was rejected on the same words is not asked again. What was accepted and is raised all the same has
    been undone since, so it is open anew, as is what rests on other words now.
    """
    rows = {key_of_doubt(row): row for row in review}
    raised: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for doubt in doubts:
        raised[key_of_doubt(doubt)].append(doubt)
    for key, alike in raised.items():
        known = rows.get(key)
        if known is None or (known["settled"] and not _is_rejected(known, alike)):
            rows[key] = alike[0]
    return list(rows.values())


def _is_rejected(known: Row, alike: Iterable[Row]) -> bool:
    """Whether a person has said no to any of these, which several pages may raise in different words."""
    return known["settled"] == REJECTED and any(known["quote"] == doubt["quote"] for doubt in alike)


def rejected_labels(review: Iterable[Row]) -> set[tuple[str, ...]]:
    """What people have said no to when it was suggested: labels with the words that they would rest on."""
    return {said_of(row) for row in review if row["settled"] == REJECTED and row["reason"] != "quote-gone"}


def said_of(row: Row) -> tuple[str, ...]:
    """What a label or a doubt says of an initiative, and the words that it rests on."""
    return row["initiative"], row["dimension"], row["term"], row["quote"]
