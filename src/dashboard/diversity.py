"""How many classes a portfolio really uses, and how many it would by pure chance."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np

DRAWS = 10_000
"""So many portfolios are drawn by chance: the band's ends move by less than half a percentile."""
_SEED = 2026
_EXACT_TO = 9
"""Decimals: two portfolios with the same shares must not differ by how their thirds were added up."""


def effective_number(counts: Iterable[float]) -> float:
    """1/Σp²: as many equally large classes would be as diverse (Simpson's index, Hill number of order 2).

    1.0 where all is in one class, their number where all are alike, 0.0 where there is nothing.
    """
    return float(_effective(np.array([list(counts)], dtype=float))[0])


def chance_band(carried: Mapping[int, int], classes: int) -> tuple[float, float]:
    """Between which effective numbers pure, equal chance stays in nine cases of ten (5th, 95th percentile).

    `carried[m]` initiatives carry m of the classes each and share themselves among those; any m classes are
    as likely as any others. The same question always gets the same answer.
    """
    return _chance_band(tuple(sorted(carried.items())), classes)


@lru_cache(maxsize=1024)
def _chance_band(carried: tuple[tuple[int, int], ...], classes: int) -> tuple[float, float]:
    random = np.random.default_rng(_SEED)
    weights = np.zeros((DRAWS, classes))
    for terms, initiatives in carried:
        weights += _drawn(random, initiatives, terms, classes) / terms
    low, high = np.quantile(_effective(weights), (0.05, 0.95), method="inverted_cdf")
    return float(low), float(high)


def _drawn(random: np.random.Generator, initiatives: int, terms: int, classes: int) -> np.ndarray:
    """How many initiatives each class gets when each initiative takes that many different ones, per draw.

    Class by class: whoever still lacks some of its terms takes this one as likely as any that is left. So
    the work grows with terms and classes, not with initiatives, and the distribution is exact.
    """
    counts = np.zeros((DRAWS, classes), dtype=np.int64)
    lacking = np.zeros((terms + 1, DRAWS), dtype=np.int64)
    lacking[terms] = initiatives
    for place in range(classes):
        for terms_left in range(1, terms + 1):
            chance = min(1.0, terms_left / (classes - place))
            taking = random.binomial(lacking[terms_left], chance)
            lacking[terms_left] -= taking
            lacking[terms_left - 1] += taking
            counts[:, place] += taking
    return counts


def _effective(weights: np.ndarray) -> np.ndarray:
    """The effective number of each row."""
    squares = (weights**2).sum(axis=1)
    totals = weights.sum(axis=1)
    return np.round(np.divide(totals**2, squares, out=np.zeros(len(weights)), where=squares > 0), _EXACT_TO)
