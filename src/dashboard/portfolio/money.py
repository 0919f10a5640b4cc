"""Sums of money in figures and in Swedish words."""

import re
from collections.abc import Iterator

_SMALL = (
    "noll en två tre fyra fem sex sju åtta nio"
    " tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
)
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_WORDS = {
    **{word: number for number, word in enumerate(_SMALL.split())},
    "ett": 1,
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
}
_UNITS = "|".join(sorted((word for word in _WORDS if 0 < _WORDS[word] < 20), key=len, reverse=True))
_NUMBER_WORD = re.compile(
    rf"(?:(?P<hundreds>{_UNITS})?(?P<hundred>hundra))?"
    rf"(?P<tens>{_TENS.replace(' ', '|')})?(?P<units>{_UNITS})?"
)
NUMBER_WORD = rf"(?:(?:{_TENS.replace(' ', '|')})(?:{_UNITS})?|{_UNITS})"
"""A number below a hundred, for patterns."""

_PARTS = {"en halv": 0.5, "en kvarts": 0.25, "tre kvarts": 0.75}
_SCALES = {"tusen": 10**3, "tkr": 10**3, "miljon": 10**6, "mkr": 10**6, "mnkr": 10**6, "miljard": 10**9}
_LARGEST = 10**12

_SCALED = re.compile(
    r"(?<!\w)(?<![\d.,–-])(?<!\d )"
    r"(?:(?P<figures>\d{1,3}(?:[ .]\d{3})+|\d+(?:[.,]\d{1,2})?)"
    r"|(?P<part>en halv|(?:en|tre) kvarts)|(?P<words>[a-zåäö]+?)(?P<and_half> och en halv)?)"
    r" ?(?P<scale>tusen|miljon|miljard)?(?:er)?"
    r"(?: ?(?P<currency>kronor|kr|sek|mnkr|mkr|tkr)\b"
    r"|(?P<bare>(?<!tusen)(?=[.,;:!?)\n]|$| (?:till|för|från|i|per|om|årligen)\b)))"
)
"""A number, what it is thousands or millions of, and kronor; millions of nothing in particular are kronor."""

_MENTIONED = re.compile(r"kr\b|kron|sek\b|milj")


def find_money(text: str) -> Iterator[tuple[str, int, int]]:
    """Whole kronor in a text of small letters, each with its span."""
    if not _MENTIONED.search(text):
        return
    for found in _SCALED.finditer(text):
        number = _number(found)
        if number is not None and (found["currency"] or found["scale"]):
            amount = round(number * _SCALES.get(found["scale"] or found["currency"], 1))
            if 0 < amount < _LARGEST:
                yield str(amount), *found.span()


def _number(found: re.Match[str]) -> float | None:
    if found["part"]:
        return _PARTS[found["part"]]
    if found["figures"]:
        return float(re.sub(r"[ .](?=\d{3})", "", found["figures"]).replace(",", "."))
    whole = parse_number_word(found["words"])
    return whole + 0.5 if whole is not None and found["and_half"] else whole


def parse_number_word(word: str) -> int | None:
    """A number below a thousand as Swedish writes it, in one word; None for any other word."""
    parts = _NUMBER_WORD.fullmatch(word)
    if not parts or not word:
        return None
    hundreds = 100 * _WORDS.get(parts["hundreds"] or "ett", 1) if parts["hundred"] else 0
    return hundreds + _WORDS.get(parts["tens"], 0) + _WORDS.get(parts["units"], 0)
