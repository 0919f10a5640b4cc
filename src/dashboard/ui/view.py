"""What the reader looks at right now: read from the URL, which is the only place it is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from dashboard.filters import Filters, Unknown, from_params
from dashboard.links import DEFAULT_LANGUAGE, LANGUAGE, Links
from dashboard.queries.coverage import Totals, totals
from dashboard.queries.portfolio import read_vocabularies
from dashboard.settings import SETTINGS
from dashboard.store.connection import Store, open_store
from dashboard.text import LANGUAGES, Text, text_of
from dashboard.text.sentences import selection_sentence, term_label
from dashboard.vocabularies import Vocabularies


@dataclass(frozen=True)
class View:
    """The data, the selection and the language of one page view."""

    store: Store
    vocabularies: Vocabularies
    filters: Filters
    unknown: tuple[Unknown, ...]
    text: Text
    links: Links
    params: Mapping[str, list[str]]

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
        )


def url_params() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def read_view() -> View:
    """The view that the URL spells. Raises `StoreUnavailable` where there is no data to look at."""
    params = url_params()
    store = open_store(SETTINGS.store)
    vocabularies = _vocabularies(store.version, store)
    filters, unknown = from_params(params, vocabularies)
    asked = params.get(LANGUAGE, [DEFAULT_LANGUAGE])[-1]
    if asked not in LANGUAGES:
        unknown.append(Unknown(LANGUAGE, asked))
        asked = DEFAULT_LANGUAGE
    return View(
        store, vocabularies, filters, tuple(unknown), text=text_of(asked), links=Links(asked), params=params
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _vocabularies(version: str, _store: Store) -> Vocabularies:
    return read_vocabularies(_store)
