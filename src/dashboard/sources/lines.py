"""A page's text as lines that know their number and indentation."""

import re
import unicodedata
from dataclasses import dataclass

BULLET = "•"

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen and zero-width marks, which pages put into long words."""

STRAY_LINK = "\u2064"
"""Stands after a link that has a line of its own before an entry's end, where HTML knew of it."""

LINK_NOTE = re.compile(
    r"""(?:^|(?<!\s)\s+) \(? (?=[lö])
        (?P<external> länk\s+till\s+annan\s+webbplats)? [,.]? \s*
        (?P<new_window> öppnas\s+i\s+(?:ett\s+)?nytt\s+fönster)? \)? \.? $""",
    re.IGNORECASE | re.VERBOSE,
)
"""What the page adds to a label for screen readers. Either half may be missing."""


@dataclass(frozen=True)
class Line:
    """`number` counts from 1, `indent` is in columns, `text` is stripped and empty for a blank line."""

    number: int
    indent: int
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text

    @property
    def is_bullet(self) -> bool:
        return self.text.startswith(BULLET)

    @property
    def is_outside(self) -> bool:
        """Stands at the margin, so outside any list: a heading, a paragraph or page furniture."""
        return bool(self.text) and self.indent == 0 and not self.is_bullet


def parse_lines(text: str) -> list[Line]:
    """All lines of the text, whatever its line ends; letters composed (NFC), so that spellings compare."""
    composed = unicodedata.normalize("NFC", text.translate(INVISIBLE))
    unified = composed.replace("\r\n", "\n").replace("\r", "\n")
    return [_parse_line(number, raw) for number, raw in enumerate(unified.split("\n"), start=1)]


def _parse_line(number: int, raw: str) -> Line:
    expanded = raw.expandtabs()
    text = expanded.strip()
    return Line(number, expanded.index(text) if text else 0, text)
