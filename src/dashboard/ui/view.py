"""What the reader looks at right now: read from the URL, which is the only place it is kept."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property

import streamlit as st

from dashboard.filters import Filters, Unknown, from_params
from dashboard.links import (
    AFTER,
    BEFORE,
    COUNT,
    DEFAULT_LANGUAGE,
    FOLLOWING,
    KEPT,
    LANGUAGE,
    NOW,
    OTHER,
    PROFILE,
    SHEET,
    SNAPSHOT,
    WEIGHT,
    Links,
)
from dashboard.profile import parse_profile
from dashboard.queries.balance import Counting, balanced_classes
from dashboard.queries.coverage import Totals, totals
from dashboard.queries.gaps import Weight
from dashboard.queries.portfolio import read_vocabularies
from dashboard.settings import SETTINGS
from dashboard.store.connection import Store, open_store, snapshot_codes
from dashboard.text import LANGUAGES, Text, text_of
from dashboard.text.sentences import selection_sentence, term_label
from dashboard.vocabularies import Vocabularies

BALANCED = "vision_area"
"""The dimension whose balance is asked for; a target profile gives each of its terms a share."""


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

    def at(self, snapshot: str) -> "View":
        """The same view of a snapshot, or of the current data where it is empty."""
        store = open_store(SETTINGS.store, snapshot)
        vocabularies = _vocabularies(store.version, store)
        return replace(self, store=store, vocabularies=vocabularies, links=self.links.at(snapshot))

    @cached_property
    def totals(self) -> Totals:
        return totals(self.store, self.filters)

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


def url_params() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def read_view() -> View:
    """The view that the URL spells. Raises `StoreUnavailable` where there is no data to look at."""
    params = url_params()
    codes = snapshot_codes(SETTINGS.store)
    unknown: list[Unknown] = []

    def known(name: str, codes: Collection[str], default: str = "") -> str:
        asked = params.get(name, [default])[-1]
        if asked in codes or asked == default:
            return asked
        unknown.append(Unknown(name, asked))
        del params[name]
        return default

    snapshot, language = known(SNAPSHOT, codes), known(LANGUAGE, LANGUAGES, DEFAULT_LANGUAGE)
    known(BEFORE, codes)
    known(AFTER, [*codes, NOW])
    store = open_store(SETTINGS.store, snapshot)
    vocabularies = _vocabularies(store.version, store)
    classes = balanced_classes(vocabularies, BALANCED)
    for name in (PROFILE, OTHER):
        spelt = params.get(name, [""])[-1]
        known(name, [spelt] if parse_profile(spelt, classes) else [])
    known(COUNT, list(Counting))
    known(WEIGHT, list(Weight))
    known(SHEET, vocabularies.parts("district"))
    filters, not_terms = from_params(params, vocabularies)
    return View(
        store,
        vocabularies,
        filters,
        tuple(not_terms + unknown),
        text=text_of(language),
        links=Links(language, snapshot, {name: params[name][-1] for name in FOLLOWING if name in params}),
        params=params,
        today=today(),
    )


def today() -> date:
    return datetime.now(UTC).date()


@st.cache_resource(max_entries=8, show_spinner=False)
def _vocabularies(version: str, _store: Store) -> Vocabularies:
    return read_vocabularies(_store)
