"""Times by which a text promises something."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from babel import Locale

from dashboard.portfolio.years import COUNTS_NOTHING, YEAR

_MONTHS = tuple(month.lower() for month in Locale("sv").months["format"]["wide"].values())
_QUARTERS = ("första", "andra", "tredje", "fjärde")
_LAST_MONTHS = {
    **{month: number for number, month in enumerate(_MONTHS, 1)},
    **{f"{nth} kvartalet": 3 * number for number, nth in enumerate(_QUARTERS, 1)},
    **{f"kvartal {number}": 3 * number for number in range(1, 5)},
    **{"början": 4, "mitten": 8, "slutet": 12, "årsskiftet": 12},
    **{"första halvåret": 6, "andra halvåret": 12},
    **{"våren": 6, "vårterminen": 6, "sommaren": 8, "hösten": 12, "höstterminen": 12, "vintern": 14},
    **{"läsåret": 18},
    **dict.fromkeys(("under", "år", "åren", "senast", "före", "innan", "inom", "till"), 12),
    "till och med": 12,
}
"""The last month of a time that is named so. A season ends with the half-year that a city plans in, winter
with the February after, a school year with the June after: a promise is called old only when nobody could
read it otherwise."""

_LEAD = "|".join(sorted(_LAST_MONTHS, key=len, reverse=True))
_TIME = re.compile(
    rf"\b(?:(?:(?P<day>[1-3]?\d) )?(?P<lead>{_LEAD})(?: av| år| åren| perioden| den)* )?"
    rf"(?:(?P<date>{YEAR}-[01]\d-[0-3]\d)\b"
    rf"|(?P<century>19|20)\d\d/(?P<short>\d\d)\b"
    rf"|(?P<first>{YEAR} ?(?:-|–|/|och|till) ?)?(?P<year>{YEAR}){COUNTS_NOTHING}(?![-–/]\d))"
)
"""A year without a word that leads it is the time of the verb that it stands beside, or of none."""
_OPENS_CLAUSE = re.compile(
    r"(?:^|[.!?:;,\n]|\boch|\bmen)\s*(?:(?:redan|i|under|på|från|senast|den|det|före|till|med) )*$"
)
_VERB_NEXT = re.compile(
    r",? (?!(?:var|har|hade|hos|for|fler|mer|efter|över|eller|blev|fanns|hölls|gavs|togs|skrevs)\b)"
    r"(?:ska|\w+(?:r|(?<![dt]e)(?<!t)s))\b"
)
"""Swedish puts the verb right after a time that opens the clause. Present tense ends in -r or -s; what was
ends in -de or -te, with -des or -tes where it was done to something, or follows "har" and "hade"."""

_READY_BEFORE = re.compile(r"(?<!var )(?<!blev )(?<!stod )\b(?:klar[ta]?|färdig(?:t|a|ställ\w+)?) $")
"""Ready "senast" a day is a promise without any verb."""

_CLAUSE_BREAK = re.compile(r"[.!?:;,\n]|\bmen\b")
_FUTURE = re.compile(
    r"\b(?:ska|skall|kommer (?:\w+ ){0,3}att|planera[rs]|(?<!var )planera(?:d|de|t)|beräknas|väntas|förväntas"
    r"|startar|startas|inleds|påbörjas|öppnar|öppnas|invigs|införs|lanseras|byggs|genomförs|utvecklas|pågår"
    r"|fortsätter|blir|hoppas|siktar|avser|står klar[ta]?|(?:är|blir|vara) (?:klar|färdig)[ta]?)\b"
)


def find_promises(text: str) -> Iterator[tuple[str, int, int]]:
    """Last days of the times for which a text of small letters says what will be or goes on, not what was."""
    if not re.search(YEAR, text):
        return
    for found in _TIME.finditer(text):
        span, day = _promise_span(text, found), _last_day(found)
        if span and day:
            yield day.isoformat(), *span


def _promise_span(text: str, time: re.Match[str]) -> tuple[int, int] | None:
    """The time together with the verb that promises; None where no verb does."""
    start, end = time.span()
    if _OPENS_CLAUSE.search(text, 0, start):
        verb = _VERB_NEXT.match(text, end)
        return (start, verb.end()) if verb else None
    begins = max((mark.end() for mark in _CLAUSE_BREAK.finditer(text, 0, start)), default=0)
    if time["lead"] == "senast" and (ready := _READY_BEFORE.search(text, begins, start)):
        return ready.start(), end
    verbs = list(_FUTURE.finditer(text, begins, start))
    if not verbs or not (time["lead"] or verbs[-1].end() == start - 1):
        return None
    return verbs[-1].start(), end


def _last_day(time: re.Match[str]) -> date | None:
    """None for what is written as a date and is none, as the 31st of February."""
    if time["date"]:
        try:
            return date.fromisoformat(time["date"])
        except ValueError:
            return None
    year = int(time["year"] or time["century"] + time["short"])
    month = _LAST_MONTHS[time["lead"] or "år"]
    if month > 12:  # "vintern 2024" ends the year after, "vintern 2024-2025" in the one that it names last
        year, month = year + (not time["first"] and not time["short"]), month - 12
    last = monthrange(year, month)[1]
    named = int(time["day"] or 0) if time["lead"] in _MONTHS else 0
    return date(year, month, named if 0 < named <= last else last)
