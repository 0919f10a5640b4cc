"""What the reader looks at, and its spelling in the URL.

Within a dimension any of the picked terms will do; across dimensions all must hold.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from unicodedata import normalize

from dashboard.dimensions import ANY, BY_CODE, DIMENSIONS, NOT_STATED
from dashboard.vocabularies import Vocabularies

WORDS = "q"
PROVENANCE = "provenance"
STATED_ONLY, ALL_LABELS = "stated", "all"
LONGEST_SEARCH = 200


class Unknown(NamedTuple):
    """A code in a URL that no vocabulary knows: dropped, and said."""

    param: str
    value: str


@dataclass(frozen=True)
class Filters:
    """A selection of initiatives.

    `picks` holds codes per dimension in vocabulary order and no empty tuples; `inferred` says whether
    labels that a rule has set count, or only those that the city states.
    """

    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: str = ""
    inferred: bool = True

    def __bool__(self) -> bool:
        return bool(self.picks or self.words or not self.inferred)

    @property
    def narrow(self) -> bool:
        """Whether they leave initiatives out; the choice of labels that count leaves out none."""
        return bool(self.picks or self.words)

    def pick(self, **codes: str | Iterable[str]) -> "Filters":
        """The same selection with these dimensions set anew; no codes lifts the dimension's filter."""
        picks = dict(self.picks)
        for dimension, picked in codes.items():
            picks[BY_CODE[dimension].code] = (picked,) if isinstance(picked, str) else tuple(picked)
        return replace(self, picks={dimension: codes for dimension, codes in picks.items() if codes})

    def known(self, dimension: str) -> "Filters":
        """Those of the selection for which something is stated in the dimension."""
        picked = [code for code in self.picks.get(dimension, ()) if code != NOT_STATED]
        return self.pick(**{dimension: picked or ANY})


def facet_codes(vocabularies: Vocabularies, dimension: str) -> list[str]:
    """Every code that initiatives are counted by in a dimension, "not stated" last where it can occur."""
    codes = vocabularies.codes(dimension)
    return codes if BY_CODE[dimension].of_listing else [*codes, NOT_STATED]


def pickable_codes(vocabularies: Vocabularies, dimension: str) -> list[str]:
    """Every code a reader can pick: the counted ones, and "anything stated" where that is not always so."""
    codes = facet_codes(vocabularies, dimension)
    return codes if BY_CODE[dimension].of_listing else [*codes[:-1], ANY, NOT_STATED]


def from_params(params: Mapping[str, list[str]], vocabularies: Vocabularies) -> tuple[Filters, list[Unknown]]:
    """Read a selection from URL parameters; an alias stands for its term, unknown values come back apart."""
    picks: dict[str, tuple[str, ...]] = {}
    unknown: list[Unknown] = []
    for dimension in DIMENSIONS:
        wanted = set()
        for value in params.get(dimension.param, []):
            code = _facet_code(vocabularies, dimension.code, value)
            if code:
                wanted.add(code)
            else:
                unknown.append(Unknown(dimension.param, value))
        if wanted:
            codes = pickable_codes(vocabularies, dimension.code)
            picks[dimension.code] = tuple(code for code in codes if code in wanted)
    for value in params.get(PROVENANCE, []):
        if value not in (STATED_ONLY, ALL_LABELS):
            unknown.append(Unknown(PROVENANCE, value))
    words = " ".join(normalize("NFC", " ".join(params.get(WORDS, []))).split())[:LONGEST_SEARCH].strip()
    return Filters(picks, words, inferred=STATED_ONLY not in params.get(PROVENANCE, [])), unknown


def to_params(filters: Filters) -> dict[str, list[str]]:
    """Spell a selection as URL parameters, in a fixed order; nothing selected is nothing spelt."""
    params = {
        dimension.param: list(filters.picks[dimension.code])
        for dimension in DIMENSIONS
        if filters.picks.get(dimension.code)
    }
    if filters.words:
        params[WORDS] = [filters.words]
    if not filters.inferred:
        params[PROVENANCE] = [STATED_ONLY]
    return params


def _facet_code(vocabularies: Vocabularies, dimension: str, value: str) -> str | None:
    if value in (ANY, NOT_STATED) and not BY_CODE[dimension].of_listing:
        return value
    return vocabularies.resolve(dimension, value)
