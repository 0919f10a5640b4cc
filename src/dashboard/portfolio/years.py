"""Years that a text names."""

import re
from collections.abc import Iterator

_NOUNS = (
    "kr|kronor|personer|invånare|deltagare|elever|barn|ungdomar|besökare|röster|stycken|st"
    "|meter|m2|m²|km|kg|ton|platser|timmar|bostäder|lägenheter"
)
YEAR = r"(?:199\d|20\d\d)"
COUNTS_NOTHING = rf"(?![\w:]|[.,]\d| \d{{3}}\b| ?%| ?(?:{_NOUNS})\b)"
"""After a number that is large enough for a year: it is not how many there are of something."""

_YEAR = re.compile(rf"(?:(?<![\w.,:–-])(?<!\d )|(?<=\b{YEAR}[–-])|(?<=\b{YEAR} [–-] )){YEAR}{COUNTS_NOTHING}")


def find_years(text: str) -> Iterator[tuple[str, int, int]]:
    """Years from 1990 to 2099 in small letters, each with its span, both ends of a range among them."""
    for found in _YEAR.finditer(text):
        yield found[0], *found.span()
