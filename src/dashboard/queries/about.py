"""What the data is made of, how complete it is, and what could not be placed."""

import pandas as pd

from dashboard.dimensions import LABELS
from dashboard.filters import Filters
from dashboard.queries import ask
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies


def field_coverage(store: Store, filters: Filters, vocabularies: Vocabularies) -> pd.DataFrame:
    """For each field: how many selected initiatives have it, and for how many the city itself states it."""
    found = ask(store, "field_coverage", filters).set_index("field")
    fields = [*LABELS, *vocabularies.codes("fact")]
    return found.reindex(fields, fill_value=0).rename_axis("field").reset_index()


def inferred_initiatives(store: Store, filters: Filters) -> int:
    """How many of the selected initiatives carry an inferred label, whether or not `filters` count those."""
    return int(ask(store, "inferred_initiatives", filters)["initiatives"].iloc[0])


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
