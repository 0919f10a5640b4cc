"""Ages of those that a text is about."""

import re
from collections.abc import Iterator

from dashboard.portfolio.money import NUMBER_WORD, parse_number_word

_OLDEST = 120
_RANGE = r"(?: ?[–-] ?| och | till )"
_NUMBER = rf"(?:\d{{1,3}}|{NUMBER_WORD})"
_PEOPLE = (
    r"\b(?:barn(?:en)?|unga|ungdomar(?:na)?|elever(?:na)?|personer|människor|vuxna|flickor(?:na)?|pojkar(?:na)?"
    r"|tjejer(?:na)?|killar(?:na)?)"
)
_AGES = re.compile(
    rf"\bål(?:der|drar)\w* (?:mellan |från )?(?P<from>{_NUMBER}){_RANGE}(?P<to>{_NUMBER})\b"
    rf"|{_PEOPLE} (?:mellan |från )?(?P<youngest>{_NUMBER}){_RANGE}(?P<eldest>{_NUMBER}) år\b"
    rf"|(?<![\d.,–-])(?P<low>\d{{1,3}}){_RANGE}(?P<high>\d{{1,3}})(?: års? ålder\b| år\b|-?åring)"
    rf"|(?:{_PEOPLE},?|\bålder\w*)(?: i åldern| som är)? (?:upp till|till och med) (?P<until>{_NUMBER})"
    r"(?: års ålder\b| år\b|-?åring)"
)
"""Numbers in words are ages only beside people or the word age: three to four years is more often a time."""

_LASTS_BEFORE = re.compile(
    r"\b(?:inom|under|om|efter|på|i|varje|var|vart|kommande|närmaste|senaste)(?: de)?(?: ca| cirka)? $"
)
_LASTS_AFTER = re.compile(r" (?:sedan|framåt|i rad|tillbaka|senare)\b")


def find_ages(text: str) -> Iterator[tuple[str, int, int]]:
    """Ranges such as 16-20, or 0-25 for all up to 25; one without an upper end is none.

    How long something lasts is written the same way, but for the words around it.
    """
    for found in _AGES.finditer(text):
        low = _age(found["from"] or found["youngest"] or found["low"] or "0")
        high = _age(found["to"] or found["eldest"] or found["high"] or found["until"])
        if low < high <= _OLDEST and not (found["low"] and _lasts(text, *found.span())):
            yield f"{low}-{high}", *found.span()


def _age(number: str) -> int:
    return int(number) if number.isdigit() else parse_number_word(number) or 0


def _lasts(text: str, start: int, end: int) -> bool:
    return bool(_LASTS_BEFORE.search(text, 0, start) or _LASTS_AFTER.match(text, end))
