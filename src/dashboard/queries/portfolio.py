"""The initiatives themselves, with what is known of them and from where."""

from dataclasses import dataclass

import pandas as pd

from dashboard.filters import Filters
from dashboard.queries import ask, each_row
from dashboard.store.connection import Store
from dashboard.vocabularies import Term, Vocabularies

PUBLISHED = "published"
SORTS = (PUBLISHED, "title", "vision_area", "target_area", "district", "stage")


def read_vocabularies(store: Store) -> Vocabularies:
    return Vocabularies.of(
        Term(
            dimension=str(row.dimension),
            code=str(row.code),
            label_sv=str(row.label_sv),
            label_en=str(row.label_en),
            position=int(row.position),
            kind=str(row.kind),
            captured=bool(row.captured),
            aliases=tuple(row.aliases) if row.aliases is not None else (),
            description_sv=_or_empty(row.description_sv),
            description_en=_or_empty(row.description_en),
        )
        for row in each_row(ask(store, "terms"))
    )


def _or_empty(value: object) -> str:
    return value if isinstance(value, str) else ""


def read_municipality(store: Store) -> dict[str, str]:
    facts = ask(store, "municipality")
    return dict(zip(facts["key"], facts["value"], strict=True))


def initiatives(
    store: Store, filters: Filters, sort: str = PUBLISHED, limit: int = 50, offset: int = 0
) -> pd.DataFrame:
    """code, title, display_title, summary_sv, summary_en of one page of the selected initiatives."""
    return ask(store, "initiatives", filters, sort=sort, limit=limit, offset=offset)


def labels(store: Store, codes: list[str], inferred: bool = True) -> pd.DataFrame:
    """What these initiatives are labelled with: dimension, term, provenance, rule, quote, source."""
    return ask(store, "labels", initiatives=codes, inferred=inferred)


def listings(store: Store, codes: list[str]) -> pd.DataFrame:
    """Where the city describes these initiatives: vision area, stage, position, link, source."""
    return ask(store, "listings", initiatives=codes)


def marks(store: Store, filters: Filters) -> pd.DataFrame:
    """initiative, display_title, stage, vision_areas (list): a row per initiative and stage."""
    return ask(store, "marks", filters)


@dataclass(frozen=True)
class Initiative:
    """All that is known of one initiative."""

    code: str
    title: str
    display_title: str
    summary_sv: str
    summary_en: str
    listings: pd.DataFrame
    labels: pd.DataFrame
    facts: pd.DataFrame


def initiative(store: Store, code: str) -> Initiative | None:
    """None where no initiative has the code."""
    found = ask(store, "initiative", code=code)
    if found.empty:
        return None
    row = found.iloc[0]
    return Initiative(
        code=row["code"],
        title=row["title"],
        display_title=row["display_title"],
        summary_sv=row["summary_sv"],
        summary_en=row["summary_en"],
        listings=listings(store, [code]),
        labels=labels(store, [code]),
        facts=ask(store, "facts", initiatives=[code]),
    )
