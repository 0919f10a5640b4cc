"""How initiatives are spread over the classes of a dimension, and what they share."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from dashboard.diversity import chance_band, effective_number
from dashboard.filters import Filters
from dashboard.profile import Profile
from dashboard.queries import ask, counts
from dashboard.queries.coverage import codes_in_sight
from dashboard.queries.portfolio import read_vocabularies
from dashboard.queries.selecting import select
from dashboard.store.connection import Store
from dashboard.vocabularies import Vocabularies


class Counting(StrEnum):
    """What an initiative in several classes counts as: one in each, one beside them all, or parts of one."""

    FULL = "full"
    DISTINCT = "distinct"
    SHARED = "shared"


@dataclass(frozen=True)
class Balance:
    """How far the selection is from a target profile, and how diverse it is.

    `classes` has a row per class, in order: term, full, only and weight (the three ways of counting), share
    and target (0-1), difference (initiatives too many, or too few below 0). `known` of the `selected`
    initiatives are in at least one class, `several` in more. `elsewhere` is how many would have to stand in
    another class to meet the target; an initiative in two classes is half in each, so it may be a fraction.
    `band` is what `chance_band` gives for the effective number.
    """

    classes: pd.DataFrame
    known: int
    selected: int
    several: int
    elsewhere: float
    effective: float
    band: tuple[float, float]


def balance(
    store: Store, filters: Filters, vocabularies: Vocabularies, dimension: str, profile: Profile | None = None
) -> Balance:
    """Of the selection over `balanced_classes`. Without a profile every class is to get the same.

    Where only some classes are in sight, those keep their proportions in the profile.
    """
    terms = balanced_classes(vocabularies, dimension, filters)
    selection = select(store, filters, dimension)
    by_term = counts.count_by_term(selection, dimension, terms).reset_index()
    classes = by_term[["term", "initiatives", "only", "weight"]].rename(columns={"initiatives": "full"})
    carried = counts.carried_codes(selection, dimension, terms)
    known = sum(carried.values())
    classes["share"] = classes["weight"] / max(known, 1)
    classes["target"] = _targets(terms, profile)
    classes["difference"] = classes["weight"] - classes["target"] * known
    return Balance(
        classes=classes,
        known=known,
        selected=selection.initiatives,
        several=known - carried.get(1, 0),
        elsewhere=float(classes["difference"].abs().sum() / 2),
        effective=effective_number(classes["weight"]),
        band=chance_band(carried, len(terms)),
    )


def balanced_classes(vocabularies: Vocabularies, dimension: str, filters: Filters | None = None) -> list[str]:
    """Between which terms there can be a balance, of those in sight: single ones whose page was captured.

    So neither what is not stated nor what reaches everyone.
    """
    known = {term.code for term in vocabularies.terms(dimension) if term.captured and term.kind == "term"}
    return [code for code in codes_in_sight(filters or Filters(), vocabularies, dimension) if code in known]


def _targets(terms: list[str], profile: Profile | None) -> list[float]:
    """The share of each that the profile wants, 0-1; all the same where it wants nothing of any of them."""
    wanted = [profile.get(term, 0) if profile else 1 for term in terms]
    if not any(wanted):
        wanted = [1] * len(terms)
    return [part / sum(wanted) for part in wanted]


def together(store: Store, filters: Filters, vocabularies: Vocabularies, dimension: str) -> pd.DataFrame:
    """term, other, initiatives for every two of the balanced classes, in order.

    A class with itself has those that are in no other.
    """
    terms = balanced_classes(vocabularies, dimension, filters)
    met = counts.together(select(store, filters, dimension), dimension, terms)
    pairs = [(term, other) for term in terms for other in terms]
    return pd.DataFrame(pairs, columns=["term", "other"], dtype="str").assign(initiatives=met.ravel())


def doubles(store: Store, filters: Filters, dimension: str, limit: int) -> pd.DataFrame:
    """initiative, display_title, terms, stages of those in several balanced classes, by title.

    `terms` are these classes, in order; `stages` has for each the list of stages that it is listed in.
    """
    terms = balanced_classes(read_vocabularies(store), dimension, filters)
    return ask(store, "doubles", filters, dimension=dimension, terms=terms, limit=limit)


def near_twins(store: Store, filters: Filters, limit: int) -> pd.DataFrame:
    """Pairs within the selection that may be the same thing, most alike first: a suggestion to look.

    initiative, display_title, other, other_title, likeness (0-1), words (list: the rare words in both
    titles), link_label (that both have; null where they have none in common).
    """
    return ask(store, "near_twins", filters, limit=limit)
