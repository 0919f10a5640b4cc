"""What has changed between two stores, such as two snapshots, and what may be out of date."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

import pandas as pd

from dashboard.filters import Filters
from dashboard.queries import ask
from dashboard.store.connection import Store

ABSENT = "absent"
"""In place of a stage: the listing was not there, or is no longer."""


class Change(StrEnum):
    """What can have happened to an initiative, in the order in which it is told; several at a time."""

    NEW = "new"
    GONE = "gone"
    STAGE = "stage"
    VISION_AREA = "vision_area"
    LISTED = "listed"
    UNLISTED = "unlisted"
    TITLE = "title"
    TEXT = "text"
    LINK_GONE = "link_gone"
    LINK = "link"
    ASSESSMENT = "assessment"


@dataclass(frozen=True)
class Changes:
    """A row per listing of `listings`, paired with itself before: initiative, display_title, kinds and the
    columns of the listing twice, as `was_…` and `now_…`, null on the side where it does not stand.

    An initiative is new or gone where none of its listings was or is there; while others remain, a listing
    that comes or goes makes it `listed` or `unlisted`. `assessment` is ours: other labels, not other words.
    """

    listings: pd.DataFrame

    @cached_property
    def _kinds(self) -> pd.Series:
        """Every kind of change that has happened to a listing, under the listing's index."""
        return self.listings["kinds"].explode().dropna()

    def of(self, kind: Change) -> pd.DataFrame:
        """The listings to which this has happened."""
        return self.listings.loc[self._kinds.index[self._kinds == kind]]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Initiatives by what has happened to them; one to which much has happened counts in each."""
        return {kind: self.of(kind)["initiative"].nunique() for kind in Change}

    @property
    def in_short(self) -> dict[str, int]:
        """The same, each initiative once: new, gone, or `changed` in whatever way."""
        found = {kind: self.counts[kind] for kind in (Change.NEW, Change.GONE)}
        return found | {"changed": self._changed - sum(found.values())}

    @property
    def unchanged(self) -> int:
        return self.listings["initiative"].nunique() - self._changed

    @property
    def _changed(self) -> int:
        """Initiatives to which anything has happened."""
        return self.listings.loc[self._kinds.index, "initiative"].nunique()

    @cached_property
    def transitions(self) -> Counter[tuple[str, str]]:
        """How many listings stood under one stage and stand under the other; `ABSENT` is a stage here."""
        stages = self.listings[["was_stage", "now_stage"]].fillna(ABSENT)
        return Counter(zip(stages["was_stage"], stages["now_stage"], strict=True))

    def with_stages(self, was: str = "", now: str = "") -> pd.DataFrame:
        """The listings that make up such a number; "" is any stage."""
        found = self.listings
        for column, stage in (("was_stage", was), ("now_stage", now)):
            found = found[found[column].fillna(ABSENT) == stage] if stage else found
        return found


def changes(before: Store, after: Store, filters: Filters) -> Changes:
    """What has happened between two stores to the initiatives that are selected in either of them."""
    frames = {
        side: ask(store, "listings_to_compare", filters)
        for side, store in (("before", before), ("after", after))
    }
    return Changes(ask(after, "changes", frames=frames))


def pages_compared(before: Store, after: Store) -> pd.DataFrame:
    """The captured pages of either store: title, address, was_fetched, now_fetched, last_changed, change.

    `change` is new, gone, statement (what the page says the vision is), content or none;
    `was_statement_id` and `now_statement_id` lead to the statements' texts.
    """
    return ask(after, "pages_compared", frames={"before": ask(before, "captured_pages")})


def texts(stores: Iterable[Store], ids: list[str]) -> dict[str, str]:
    """Descriptions by id, as far as they are kept on this machine."""
    found = [ask(store, "texts", ids=ids) for store in stores]
    return dict(pd.concat(found)[["id", "text"]].itertuples(index=False))


def initiatives_then(store: Store) -> pd.DataFrame:
    """initiative, display_title, link_label (null where it has no link) of all initiatives of a store."""
    return ask(store, "initiatives_then")


def possibly_outdated(
    store: Store, earlier: Mapping[str, pd.DataFrame], filters: Filters, day: date
) -> pd.DataFrame:
    """initiative, display_title, reason (promise or link), promised, quote, linked_in, source_title,
    source_address.

    A row per promised time that has passed on the day, and per initiative that has no link any more though it
    had one in a snapshot: `earlier` is what `initiatives_then` says of those, by code, oldest first, and
    `linked_in` the last of them. `quote` holds the words of the promise, or of the link.
    """
    snapshots = {**earlier, "": initiatives_then(store)}
    linked = pd.concat([known.assign(linked_in=code) for code, known in snapshots.items()])
    last = linked.dropna(subset="link_label").drop_duplicates("initiative", keep="last")
    return ask(store, "possibly_outdated", filters, frames={"linked": last}, day=day)
