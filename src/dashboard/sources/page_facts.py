"""What a page says besides its lists: its own words at the top, and when it was last changed."""

import re
from collections.abc import Iterable
from datetime import date

from dashboard.sources.capture import Remark
from dashboard.sources.lines import Line

SENTENCE_END = re.compile(r"[.!?…][\"”»)]?$")

LONG = 80
"""Letters. Headings, buttons and texts of pictures are shorter, or end without a full stop."""

SIGNPOST = re.compile(r"Här (följer|kan du läsa|hittar du)\b")
"""Says what comes further down."""

CHANGED = re.compile(r"(?:sidan\s+)?(?:är\s+)?senast\s+(?:ändrad|uppdaterad)\b\s*:?\s*", re.IGNORECASE)

ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")

SWEDISH_DATE = re.compile(
    r"""(?:\w+dag(?:en)?,?\s+)? (?:den\s+)?
        (?P<day>\d{1,2}) (?::?[ae])? (?:\s+|/) (?P<month>[a-zåäö]+|\d{1,2}) \.?,? \s+ (?P<year>\d{4})\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""3 maj 2024, den 3:e maj 2024, fredag 3 maj 2024, 3/5 2024."""

MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]


def parse_statement(lines: Iterable[Line]) -> str:
    """The sentences at the margin, a paragraph each; no headings, texts of pictures or signposts."""
    return "\n\n".join(line.text for line in lines if line.is_outside and _is_prose(line.text))


def _is_prose(text: str) -> bool:
    if text.endswith(":") or SIGNPOST.match(text) or CHANGED.match(text):
        return False
    return len(text) >= LONG or SENTENCE_END.search(text) is not None


def parse_last_changed(lines: Iterable[Line]) -> tuple[date | None, list[Remark]]:
    """The date after «Senast ändrad», there or on the next line, and a remark where none can be read."""
    texts = [line for line in lines if line.text]
    for line, following in zip(texts, [*texts[1:], None], strict=True):
        mark = CHANGED.match(line.text) if line.is_outside else None
        if mark is None:
            continue
        said = line.text[mark.end() :]
        if not said:
            said = following.text if following and _match_date(following.text) else ""
        if not said:
            return None, []
        found = _parse_date(said)
        says = f"datumet «{said}» gick inte att läsa; väntade till exempel 2024-05-03 eller 3 maj 2024"
        return found, [] if found else [Remark(line.number, "unreadable-date", said, says)]
    return None, []


def _match_date(text: str) -> re.Match[str] | None:
    return ISO_DATE.match(text) or SWEDISH_DATE.match(text)


def _parse_date(text: str) -> date | None:
    match = _match_date(text)
    if match is None:
        return None
    try:
        return date(int(match["year"]), _parse_month(match["month"].lower()), int(match["day"]))
    except ValueError:
        return None


def _parse_month(text: str) -> int:
    """A number or a name. Raises ValueError."""
    return int(text) if text.isdecimal() else MONTHS.index(text[:3]) + 1
