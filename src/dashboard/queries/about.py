"""What the data is made of, how complete it is, and what could not be placed."""

import pandas as pd

from dashboard.dimensions import LABELS
from dashboard.filters import Filters
from dashboard.queries import ask, counts
from dashboard.queries.selecting import INFERRED, select
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies


def field_coverage(store: Store, filters: Filters, vocabularies: Vocabularies) -> pd.DataFrame:
    """For each field: how many selected initiatives have it, and for how many the city itself states it."""
    codes = {dimension: (dimension, vocabularies.codes(dimension)) for dimension in LABELS}
    codes |= {kind: ("fact", [kind]) for kind in vocabularies.codes("fact")}
    found = [counts.known(select(store, filters, each[0]), *each) for each in codes.values()]
    initiatives, stated = zip(*found, strict=True)
    return pd.DataFrame({"field": list(codes), "initiatives": initiatives, "stated": stated})


def inferred_initiatives(store: Store, filters: Filters) -> int:
    """How many of the selected initiatives carry an inferred label, whether or not `filters` count those."""
    selection = select(store, filters, INFERRED)
    carried, _ = selection.facets(INFERRED, [INFERRED])
    return selection.within(carried[:, 0]).initiatives


def sources(store: Store) -> pd.DataFrame:
    return ask(store, "sources")


def rules(store: Store) -> pd.DataFrame:
    return ask(store, "rules")


def problems(store: Store) -> pd.DataFrame:
    """rule, file, line, value; `source_title` where the file is a capture that an import has read."""
    return ask(store, "problems")


def review(store: Store) -> pd.DataFrame:
    """What an import was not sure of: initiative, reason, the label in doubt, its rule and words.

    `is_labelled` says whether anything is set in the same dimension; `role` is that of a place which is.
    """
    return ask(store, "review")


def districts(store: Store) -> pd.DataFrame:
    """One row per district: population, area type, share with low economic standard, coordinates."""
    return ask(store, "districts")


def irrelevant_places(store: Store) -> pd.DataFrame:
    return ask(store, "irrelevant_places")


def build_facts(store: Store) -> pd.Series:
    """version and built_at of the data being read."""
    return ask(store, "build").iloc[0]
