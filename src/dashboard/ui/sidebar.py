"""The filters: the same on every page, drawn from the registry of dimensions."""

from dataclasses import replace

import streamlit as st

from dashboard.dimensions import DIMENSIONS, Dimension
from dashboard.filters import Filters, pickable_codes
from dashboard.links import OPEN
from dashboard.queries.about import inferred_initiatives
from dashboard.queries.coverage import totals
from dashboard.ui.components import pick_words
from dashboard.ui.view import View, url_params

_WRITTEN = "written"


def pick_filters(view: View) -> Filters:
    """Draw the filters as the URL spells them; what the reader has made of them.

    On Bildspel, whose slides have selections of their own, there are none to draw; those for the other pages
    stay in the URL.
    """
    if view.page == "deck":
        return view.filters
    follow = url_params() != st.session_state.get(_WRITTEN)
    words = pick_words(view.filters.words, "search", view.text)
    picks = {
        dimension.code: _pick_terms(view, dimension, follow) for dimension in DIMENSIONS if dimension.main
    }
    inferred = _pick_provenance(view, follow)
    effect = st.empty()
    more = [dimension for dimension in DIMENSIONS if not dimension.main]
    opened = any(view.filters.picks.get(dimension.code) for dimension in more)
    with st.expander(view.text("more-filters"), expanded=opened):
        picks |= {dimension.code: _pick_terms(view, dimension, follow) for dimension in more}
    filters = replace(Filters().pick(**picks), words=words, inferred=inferred)
    effect.caption(_effect(view, filters))
    return filters


def _pick_terms(view: View, dimension: Dimension, follow: bool) -> list[str]:
    key = f"pick-{dimension.code}-{view.text.language}"
    if follow:
        st.session_state[key] = list(view.filters.picks.get(dimension.code, ()))
    return st.multiselect(
        view.text(f"dimension-{dimension.code}"),
        options=pickable_codes(view.vocabularies, dimension.code),
        filter_mode="contains",
        format_func=lambda code: view.label(dimension.code, code),
        placeholder=view.text("all-terms"),
        key=key,
    )


def _pick_provenance(view: View, follow: bool) -> bool:
    key = f"pick-provenance-{view.text.language}"
    if follow:
        st.session_state[key] = view.filters.inferred
    return st.toggle(view.text("count-inferred"), key=key, help=view.text("count-inferred-help"))


def _effect(view: View, filters: Filters) -> str:
    """What the choice of labels does to the numbers in sight."""
    whole = totals(view.store, filters).initiatives
    return view.text("inferred-in-sight", n=inferred_initiatives(view.store, filters), whole=whole)


def write_url(view: View, filters: Filters) -> None:
    """Spell the selection in the URL; a page's own parameters stay as long as the selection does.

    What the page looks at besides stays in any case: that is not a choice among what is selected. An address
    that says the same in other words, like one that was shared, stays as it is: to write it anew would put a
    step that leads nowhere into the reader's history.
    """
    if filters != view.filters or view.unknown:
        own = view.own if filters == view.filters else view.kept
        st.query_params.from_dict(view.links.params(filters, **own, **{OPEN: view.param(OPEN)}))
    # fields that were not drawn have forgotten what they held, and follow the URL again
    st.session_state[_WRITTEN] = None if view.page == "deck" else url_params()
