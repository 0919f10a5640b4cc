"""What chance alone would give, so that nobody reads a finding into noise."""

from math import ceil, floor, inf, sqrt

import numpy as np

ENOUGH = 3
"""The least expected count of which anything can be said: below it, none at all comes by chance more often
than once in twenty."""

TAIL = 0.05
"""What each end of a range leaves out, so that it holds in nine cases of ten."""

_REACH = 10
"""Standard deviations to either side, beyond which no count weighs anything."""


def poisson_range(expected: float) -> tuple[int, int]:
    """The smallest and the largest count that chance alone gives in nine cases of ten (Poisson).

    The smallest n with P(X <= n) over `TAIL`, and the largest with P(X >= n) over it. Both 0 where nothing is
    expected. Raises ValueError for what is no count.
    """
    if not 0 <= expected < inf:
        raise ValueError(f"expected must be a count, not {expected}")
    if not expected:
        return 0, 0
    reach = _REACH * (sqrt(expected) + 2)  # two more, since few are spread to one side
    counts = np.arange(max(0, floor(expected - reach)), ceil(expected + reach) + 1)
    # Each chance is the one before times expected / n; only logarithms hold for large counts.
    logarithms = np.concatenate([[0.0], np.cumsum(np.log(expected) - np.log(counts[1:]))])
    chances = np.exp(logarithms - logarithms.max())
    chances /= chances.sum()
    at_most, at_least = np.cumsum(chances), np.cumsum(chances[::-1])[::-1]
    return int(counts[at_most > TAIL][0]), int(counts[at_least > TAIL][-1])
