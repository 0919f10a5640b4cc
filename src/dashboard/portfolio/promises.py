"""Times by which a text promises something."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from babel import Locale

_MONTHS = tuple(month.lower() for month in Locale("sv").months["format"]["wide"].values())
_QUARTERS = ("första", "andra", "tredje", "fjärde")
_LAST_MONTHS = {
    **{month: number for number, month in enumerate(_MONTHS, 1)},
    **{f"{nth} kvartalet": 3 * number for number, nth in enumerate(_QUARTERS, 1)},
    **{f"kvartal {number}": 3 * number for number in range(1, 5)},
    **{"början": 4, "mitten": 8, "slutet": 12, "årsskiftet": 12},
    **{"första halvåret": 6, "andra halvåret": 12},
    **{"våren": 6, "vårterminen": 6, "sommaren": 8, "hösten": 12, "höstterminen": 12, "vintern": 14},
    **dict.fromkeys(("under", "år", "åren", "senast", "före", "innan", "inom", "till"), 12),
    "till och med": 12,
}
"""The last month of a time that is named so. A season ends with the half-year that a city plans in, winter
with the February after: a promise is called old only when nobody could read it otherwise."""

_YEAR = r"(?:199\d|20\d\d)"
_LEAD = "|".join(sorted(_LAST_MONTHS, key=len, reverse=True))
_TIME = re.compile(
    rf"\b(?:(?P<day>[1-3]?\d) )?(?P<lead>{_LEAD})(?: av| år| åren| perioden)*"
    rf" (?P<first>{_YEAR} ?(?:-|–|/|och|till) ?)?(?P<year>{_YEAR})\b(?![-–]\d)"
)
_OPENS_CLAUSE = re.compile(
    r"(?:^|[.!?:;,\n]|\boch|\bmen)\s*(?:(?:redan|i|under|på|från|senast|den|det|före|till|med) )*$"
)
_VERB_NEXT = re.compile(
    r",? (?!(?:var|har|hade|hos|for|fler|mer|efter|över|eller|blev)\b)(?:ska|\w+(?:r|(?<![dt]e)(?<!t)s))\b"
)
"""Swedish puts the verb right after a time that opens the clause. Present tense ends in -r or -s; what was
ends in -de or -te, with -des or -tes where it was done to something, or follows "har" and "hade"."""

_CLAUSE_BREAK = re.compile(r"[.!?:;,\n]|\bmen\b")
_FUTURE = re.compile(
    r"\b(?:ska|skall|kommer (?:\w+ ){0,3}att|planera[rs]|(?<!var )planera(?:d|de|t)|beräknas|väntas|förväntas"
    r"|startar|startas|inleds|påbörjas|öppnar|öppnas|invigs|införs|lanseras|byggs|genomförs|utvecklas|pågår"
    r"|fortsätter|blir|hoppas|siktar|avser)\b"
)


def find_promises(text: str) -> Iterator[tuple[str, int, int]]:
    """Last days of the times for which a text of small letters says what will be or goes on, not what was."""
    for found in _TIME.finditer(text):
        if span := _promise_span(text, *found.span()):
            yield _last_day(found).isoformat(), *span


def _promise_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The time together with the verb that promises; None where no verb does."""
    if _OPENS_CLAUSE.search(text, 0, start):
        verb = _VERB_NEXT.match(text, end)
        return (start, verb.end()) if verb else None
    begins = max((mark.end() for mark in _CLAUSE_BREAK.finditer(text, 0, start)), default=0)
    verbs = list(_FUTURE.finditer(text, begins, start))
    return (verbs[-1].start(), end) if verbs else None


def _last_day(time: re.Match[str]) -> date:
    year, month = int(time["year"]), _LAST_MONTHS[time["lead"]]
    if month > 12:  # "vintern 2024" ends the year after, "vintern 2024-2025" in the one that it names last
        year, month = year + (time["first"] is None), month - 12
    last = monthrange(year, month)[1]
    named = int(time["day"] or 0) if time["lead"] in _MONTHS else 0
    return date(year, month, named if 0 < named <= last else last)
