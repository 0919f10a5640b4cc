"""What a reader looks at: read from an address, which is the only place it is kept."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache, partial
from typing import Any, TypeVar

import pandas as pd

from dashboard.accessibility import statement_changed
from dashboard.filters import ALL_LABELS, PROVENANCE, Filters, Unknown, from_params
from dashboard.links import (
    AFTER,
    BEFORE,
    COUNT,
    DEFAULT_LANGUAGE,
    FOLLOWING,
    GAP,
    KEPT,
    LANGUAGE,
    MOVE,
    NOW,
    NUMBER,
    OPEN,
    OTHER,
    OWN,
    PROFILE,
    SHEET,
    SNAPSHOT,
    SORT,
    WEIGHT,
    Links,
)
from dashboard.profile import equal_profile, parse_move, parse_profile, rebalance, spell_profile
from dashboard.queries.balance import Counting, balanced_classes
from dashboard.queries.coverage import Totals, totals
from dashboard.queries.gap_standing import named_gap
from dashboard.queries.gaps import Weight, district_gaps, high_need
from dashboard.queries.portfolio import SORTS as INITIATIVE_SORTS
from dashboard.queries.portfolio import read_vocabularies
from dashboard.settings import SETTINGS
from dashboard.store.connection import Store, open_store, snapshot_codes
from dashboard.text import LANGUAGES, Text, text_of
from dashboard.text.sentences import selection_sentence, term_label
from dashboard.vocabularies import Vocabularies

BALANCED = "vision_area"
"""The dimension whose balance is asked for; a target profile gives each of its terms a share."""
SORTS = {
    "initiatives": INITIATIVE_SORTS,
    "districts": ("label", "initiatives", "developing", "population", "low_income_pct", "in_need"),
}
"""Page code to the orders of its list; the first is the one of a link that spells none."""
PER_PAGE = 100
"""Initiatives on one page of the list: a city's own mostly stand on one, to be searched and printed whole."""
MOST_OPEN = 30
_ID = re.compile(r"[a-z][a-z0-9-]{0,99}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")

Found = TypeVar("Found")


@dataclass(frozen=True)
class View:
    """The data, the selection and the language of one page view; `today` is the day on which it is shown."""

    store: Store
    vocabularies: Vocabularies
    filters: Filters
    unknown: tuple[Unknown, ...]
    text: Text
    links: Links
    params: Mapping[str, list[str]]
    today: date
    page: str = "overview"
    """Code of the page that it is a view of."""
    defaults: Mapping[str, str] = field(default_factory=dict)
    """What a link means that does not spell these; `params` has none of them."""
    writable: bool = False
    """Whether whoever sees it may write. That is asked again when they do."""

    @property
    def snapshot(self) -> str:
        """Code of the snapshot that the view shows; empty for the current data."""
        return self.links.snapshot

    @property
    def day(self) -> date:
        """The day that the view is about: a snapshot's is the one on which it was taken."""
        return date.fromisoformat(self.snapshot[:10]) if self.snapshot else self.today

    @property
    def kept(self) -> dict[str, str]:
        """What the page looks at besides the selection, as parameters of a link to the same page."""
        return {name: self.param(name) for name in KEPT}

    @property
    def own(self) -> dict[str, str]:
        """What the page alone reads, as parameters of a link to the same page."""
        return {name: self.param(name) for name in OWN.get(self.page, ()) if self.param(name)}

    @property
    def sort(self) -> str:
        """The order of the page's list."""
        return self.param(SORT) or SORTS[self.page][0]

    def at(self, snapshot: str) -> "View":
        """The same view of a snapshot, or of the current data where it is empty."""
        store = open_store(SETTINGS.store, snapshot)
        vocabularies = _vocabularies(store)
        return replace(self, store=store, vocabularies=vocabularies, links=self.links.at(snapshot))

    def once(self, find: "Callable[[View], Found]") -> "Found":
        """What `find` finds in the view, looked for only once."""
        found: dict[object, Any] = self.__dict__.setdefault("_found", {})
        if find not in found:
            found[find] = find(self)
        return found[find]

    @cached_property
    def totals(self) -> Totals:
        return totals(self.store, self.filters)

    @cached_property
    def whole(self) -> "View":
        """The same view without the reader's filters, as these make no gaps; which labels count is no filter.

        Its links lift the filters, too: a number leads to the list that it counts.
        """
        return replace(self, filters=Filters(inferred=self.filters.inferred))

    @cached_property
    def districts(self) -> pd.DataFrame:
        """`district_gaps` of those in sight, held against the reader's weight; with label and great_need."""
        weight = Weight(self.param(WEIGHT, Weight.POPULATION))
        table = district_gaps(self.store, self.filters, self.vocabularies, weight)
        return table.assign(
            label=[self.label("district", code) for code in table["district"]],
            great_need=[high_need(row) for row in table.to_dict("records")],
        )

    def href(self, page: str, filters: Filters | None = None, /, **extra: str) -> str:
        return self.links.to(page, self.filters if filters is None else filters, **extra)

    def label(self, dimension: str, code: str) -> str:
        """What readers call a facet value."""
        return term_label(self.text, self.vocabularies, dimension, code)

    def param(self, name: str, default: str = "") -> str:
        """A page's own parameter, the last one where a link repeats it."""
        return self.params.get(name, [default])[-1]

    def narrowed(self, **codes: str | Iterable[str]) -> Filters:
        """The selection with other terms picked in these dimensions."""
        return self.filters.pick(**codes)

    def list_href(self, **codes: str | Iterable[str]) -> str:
        """The list behind a number: the selection with these terms picked."""
        return self.href("initiatives", self.narrowed(**codes))

    def selection(self) -> str:
        """What is selected, in words: «12 av 68 insatser i Norrby som utvecklas»."""
        return selection_sentence(
            self.text,
            self.vocabularies,
            self.filters,
            self.totals.initiatives,
            self.totals.all_initiatives,
            self.totals.least,
            self.totals.most,
        )


def view_of(asked: Mapping[str, list[str]], page: str = "overview") -> View:
    """The view that these URL parameters spell; what they spell needlessly makes no difference.

    Raises `StoreUnavailable` where there is no data.
    """
    params = dict(asked)
    codes = snapshot_codes(SETTINGS.store)
    unknown: list[Unknown] = []
    defaults: dict[str, str] = {PROVENANCE: ALL_LABELS}

    def known(name: str, codes: Collection[str], default: str = "") -> str:
        """What the link says, if it is one of the codes; a default or unknown value leaves the parameters."""
        defaults[name] = default
        asked = (params.get(name) or [""])[-1]
        if asked in codes and asked != default:
            return asked
        params.pop(name, None)
        if asked not in ("", default):
            unknown.append(Unknown(name, asked))
        return default

    snapshot, language = known(SNAPSHOT, codes), known(LANGUAGE, LANGUAGES, DEFAULT_LANGUAGE)
    known(BEFORE, codes)
    known(AFTER, [*codes, NOW], snapshot or NOW)
    store = open_store(SETTINGS.store, snapshot)
    vocabularies = _vocabularies(store)
    classes = balanced_classes(vocabularies, BALANCED)
    equal = equal_profile(classes)
    move = parse_move(params.get(MOVE, [""])[-1], (PROFILE, OTHER), classes)
    if move:
        del params[MOVE]
    known(MOVE, [])
    for name, default in ((PROFILE, spell_profile(equal)), (OTHER, "")):
        profile = parse_profile(params.get(name, [""])[-1], classes, partial(vocabularies.resolve, BALANCED))
        if move and move.profile == name:
            profile = rebalance(profile or equal, move.code, move.share)
        if profile:
            params[name] = [spell_profile(profile)]
        known(name, params[name] if profile else [], default)
    known(COUNT, list(Counting), Counting.FULL)
    known(WEIGHT, list(Weight), Weight.POPULATION)
    if params.get(SHEET):  # as among the filters, an alias stands for its term
        params[SHEET] = [vocabularies.resolve("district", params[SHEET][-1]) or params[SHEET][-1]]
    known(SHEET, vocabularies.parts("district"))
    if params.get(GAP):  # one that is none stays, and the page says so
        params[GAP] = [str(named_gap(params[GAP][-1], vocabularies) or params[GAP][-1])]
    if page in SORTS:
        known(SORT, SORTS[page], SORTS[page][0])
    filters, not_terms = from_params(params, vocabularies)
    if page == "initiatives":
        known(NUMBER, _list_page(store, filters, params.get(NUMBER, [])), "1")
    params[OPEN] = [",".join(_ids(params.get(OPEN, [])))]
    return View(
        store,
        vocabularies,
        filters,
        tuple(not_terms + unknown),
        text=text_of(language),
        links=Links(language, snapshot, {name: params[name][-1] for name in FOLLOWING if name in params}),
        params=params,
        today=today(),
        page=page,
        defaults=defaults,
    )


def _list_page(store: Store, filters: Filters, asked: list[str]) -> list[str]:
    """The number of the list's page that is asked for, if it has so many; a list of nothing has one, too."""
    if not asked or not _NUMBER.fullmatch(asked[-1]):
        return []
    last = max(1, -(-totals(store, filters).initiatives // PER_PAGE))
    return [asked[-1]] if int(asked[-1]) <= last else []


def _ids(spelt: Iterable[str]) -> list[str]:
    """Each once. Ids that are not on the page do no harm, but a link is not to be trusted with more."""
    found = dict.fromkeys(each for part in spelt for each in part.split(",") if _ID.fullmatch(each))
    return list(found)[:MOST_OPEN]


def as_of() -> Hashable:
    """What a view depends on besides its address: the data, the statement on accessibility, and the day.

    Raises `StoreUnavailable`.
    """
    codes, changed = snapshot_codes(SETTINGS.store), statement_changed(SETTINGS.data)
    return open_store(SETTINGS.store).file, *codes, changed, today()


def today() -> date:
    return datetime.now(UTC).date()


@lru_cache(maxsize=8)
def _vocabularies(store: Store) -> Vocabularies:
    return read_vocabularies(store)
