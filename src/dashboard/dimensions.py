"""The dimensions by which initiatives are filtered, counted and crossed.

A dimension is data: its terms stand in `data/vocabularies/<code>.csv`, what an initiative is labelled
with in `data/portfolio/`. This registry is the only list of them in the code.
"""

from dataclasses import dataclass

NOT_STATED = "not-stated"
"""Facet code of every dimension: the source does not say. Computed, never stored as a label."""

ANY = "any"
"""Facet code of every dimension: the source says something, whatever it is."""

MUNICIPALITY_WIDE = "municipality-wide"
"""District code of what reaches everyone. A term of the vocabulary, but not one of the districts."""

DOING_NOW, DEVELOPING = "doing-now", "developing"
"""Stage codes between which gaps are told apart; every municipality's vocabulary spells them like this."""


@dataclass(frozen=True)
class Dimension:
    """One way to look at the portfolio.

    `param` is its spelling in the URL. Most are labels that somebody or some rule has set. `of_listing`: the
    page's own structure gives the term; `of_facts`: the kinds of thing that the text names. Both are always
    stated.
    """

    code: str
    param: str
    of_listing: bool = False
    of_facts: bool = False
    main: bool = False


DIMENSIONS = (
    Dimension("vision_area", "vision", of_listing=True, main=True),
    Dimension("target_area", "target", main=True),
    Dimension("district", "district", main=True),
    Dimension("stage", "stage", of_listing=True, main=True),
    Dimension("approach", "approach"),
    Dimension("target_group", "group"),
    Dimension("status", "status"),
    Dimension("place", "place"),
    Dimension("fact", "fact", of_facts=True),
)
"""In the order in which readers meet them; `main` ones are always on screen."""

LABELS = tuple(each.code for each in DIMENSIONS if not (each.of_listing or each.of_facts))
"""The dimensions that `classifications.csv` labels initiatives with."""

BY_CODE = {dimension.code: dimension for dimension in DIMENSIONS}
