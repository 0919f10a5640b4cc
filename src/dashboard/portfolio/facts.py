"""Partners, years, ages, sums and promised times that a text names."""

import re
from collections.abc import Iterable, Iterator

from dashboard.portfolio.evidence import Fact, Passage
from dashboard.portfolio.money import find_money
from dashboard.portfolio.partners import Partners
from dashboard.portfolio.promises import find_promises

_NOUNS = (
    "kr|kronor|personer|invånare|deltagare|elever|barn|ungdomar|besökare|röster|stycken|st"
    "|meter|m2|m²|km|kg|ton|platser|timmar|bostäder|lägenheter"
)
_YEAR = re.compile(rf"(?<![\w.,:–-])(?<!\d )(?:199\d|20\d\d)(?![\w:]|[.,]\d| \d{{3}}\b| ?%| ?(?:{_NOUNS})\b)")
"""A number that is large enough for a year and counts nothing."""

_RANGE = r"(?: ?[–-] ?| och | till )"
_AGES = re.compile(
    rf"\bål(?:der|drar)\w* (?:mellan )?(?P<from>\d{{1,3}}){_RANGE}(?P<to>\d{{1,3}})\b"
    rf"|(?<![\d.,–-])(?P<low>\d{{1,3}}){_RANGE}(?P<high>\d{{1,3}})(?: års? ålder\b| år\b|-?åring)"
)
_LASTS_BEFORE = re.compile(
    r"\b(?:inom|under|om|efter|på|i|varje|var|vart|kommande|närmaste|senaste)(?: de)?(?: ca| cirka)? $"
)
_LASTS_AFTER = re.compile(r" (?:sedan|framåt|i rad|tillbaka|senare)\b")
_OLDEST = 120


class Facts:
    """Reads all kinds of fact; see `Partners` for what it has to know beforehand."""

    def __init__(self, own_names: Iterable[str], names_with_and: str) -> None:
        self._partners = Partners(own_names, names_with_and)

    def find(self, passage: Passage) -> list[Fact]:
        """Each fact once, with the words of its first place."""
        kinds = {
            "partner": self._partners.find(passage),
            "year": find_years(passage.lower),
            "age": find_ages(passage.lower),
            "money": find_money(passage.lower),
            "promise": find_promises(passage.lower),
        }
        facts: dict[tuple[str, str], Fact] = {}
        for kind, found in kinds.items():
            for value, start, end in found:
                if (kind, value) not in facts:
                    facts[kind, value] = Fact(kind, value, passage.quote(start, end))
        return list(facts.values())


def find_years(text: str) -> Iterator[tuple[str, int, int]]:
    """Years from 1990 to 2099 in small letters, each with its span."""
    for found in _YEAR.finditer(text):
        yield found[0], *found.span()


def find_ages(text: str) -> Iterator[tuple[str, int, int]]:
    """Ranges such as 16-20. How long something lasts is written the same way, but for the words around it."""
    for found in _AGES.finditer(text):
        low, high = int(found["from"] or found["low"]), int(found["to"] or found["high"])
        if low < high <= _OLDEST and not (found["low"] and _lasts(text, *found.span())):
            yield f"{low}-{high}", *found.span()


def _lasts(text: str, start: int, end: int) -> bool:
    return bool(_LASTS_BEFORE.search(text, 0, start) or _LASTS_AFTER.match(text, end))
