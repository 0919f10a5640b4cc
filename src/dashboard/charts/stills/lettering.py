"""How wide text gets: no browser is there to ask, so letters are guessed, a little too wide."""

import re
from collections.abc import Iterator, Sequence

LEADING = 1.25
"""Height of a line, in sizes."""

_ROOM = {0.26: " \u00a0", 0.34: "fijlrtI.,:;'’|!()[]/-·", 0.54: "0123456789+=×–", 0.9: "mwMW%@&—↔…"}
"""What some letters take of a size; for the others see `_ems`."""
_EMS = {letter: ems for ems, letters in _ROOM.items() for letter in letters}
_BOLD = 1.04
_SYLLABLE = re.compile("(?<!n(?=g))(?=[b-df-hj-np-tv-xz][aeiouyåäöé])", re.IGNORECASE)
"""Swedish breaks words before the last consonant in front of a vowel, and never within «ng»."""


def text_width(text: str, size: float, bold: bool = False) -> float:
    """In pixels, for letters of this size."""
    return size * sum(map(_ems, text)) * (_BOLD if bold else 1)


def _ems(letter: str) -> float:
    return _EMS.get(letter) or (1 if letter > "\u2000" else 0.66 if letter.isupper() else 0.55)


def wrap(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Lines that are no wider; a word that is gets broken. Always one line at least."""
    lines = [""]
    for word in text.split(" "):
        for part in _broken(word, size, width, bold):
            longer = f"{lines[-1]} {part}" if lines[-1] else part
            if lines[-1] and text_width(longer, size, bold) > width:
                lines.append(part)
            else:
                lines[-1] = longer
    return lines


def balanced(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """No more lines than `wrap` needs, and of as even a length as can be."""
    lines = len(wrap(text, size, width, bold))
    return wrap(text, size, min(width, narrowest(text, size, lines, bold)), bold)


def narrowest(text: str, size: float, lines: int, bold: bool = False) -> float:
    """About the least width at which the text takes no more lines, and no word is broken."""
    width = longest_word(text, size, bold)
    while len(wrap(text, size, width, bold)) > lines:
        width += size / 4
    return width


def column(labels: Sequence[str], size: float, room: float, bold: bool = False) -> float:
    """How wide a column of labels is: no wider than the room, or half as much again if a word needs that."""
    widest = max((text_width(label, size, bold) for label in labels), default=0)
    word = max((longest_word(label, size, bold) for label in labels), default=0)
    return min(widest, max(room, min(word, 1.5 * room)))


def longest_word(text: str, size: float, bold: bool = False) -> float:
    """The width below which a word would be broken."""
    return max(text_width(word, size, bold) for word in text.split(" "))


def _broken(word: str, size: float, width: float, bold: bool) -> Iterator[str]:
    """The word, with hyphens where it must be broken: three letters at least on each line, if they fit."""
    while len(word) > 1 and text_width(word, size, bold) > width:
        room = width - text_width("-", size, bold)
        fits = [n for n in range(1, len(word)) if text_width(word[:n], size, bold) <= room]
        most = max(min(max(fits, default=1), len(word) - 3), 1)
        syllables = (found.start() for found in _SYLLABLE.finditer(word))
        first = max((start for start in syllables if 3 <= start <= most), default=most)
        yield word[:first] + "-"
        word = word[first:]
    yield word
