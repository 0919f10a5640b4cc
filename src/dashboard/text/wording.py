"""How a text has been reworded, word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_SHORT = 3
"""Letters of a word that says too little to hold two changes apart, such as «och» and «för»."""
_LONG = 16
"""A stretch of more unchanged words than this is shortened."""
_KEPT = 6
"""Words that are left of it at either end, so that a change can be placed."""


class Piece(NamedTuple):
    """Words that both texts have, that only the old one had, or that only the new one has."""

    kind: Literal["same", "old", "new"]
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """Pieces in reading order: `same` and `old` are together the one text, `same` and `new` the other.

    Changes with only a word or a few short ones between them are one change, which is easier to read.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs: list[tuple[str, str]] = []
    for operation, i, j, k, m in SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[i:j]), "".join(new[k:m])
        if operation != "equal" and len(runs) > 1 and _is_slight(runs[-1][0]):
            (earlier_was, earlier_now), (between, _) = runs[-2:]
            runs[-2:] = [(earlier_was + between + was, earlier_now + between + now)]
        else:
            runs.append((was, now))
    return [piece for was, now in runs for piece in _pieces(was, now)]


def _is_slight(between: str) -> bool:
    """Whether an unchanged stretch is too little to be read as such."""
    words = re.findall(r"\w+", between)
    return len(words) < 2 or all(len(word) <= _SHORT for word in words)


def _pieces(was: str, now: str) -> list[Piece]:
    if was == now:
        return [Piece("same", was)]
    return [piece for piece in (Piece("old", was), Piece("new", now)) if piece.text]


def shortened(pieces: list[Piece]) -> list[Piece]:
    """The same with long unchanged stretches cut to the words beside a change."""
    last = len(pieces) - 1
    return [
        Piece("same", _shorten(piece.text, head=at > 0, tail=at < last)) if piece.kind == "same" else piece
        for at, piece in enumerate(pieces)
    ]


def _shorten(text: str, head: bool, tail: bool) -> str:
    """`head` keeps words after the change before it, `tail` words before the change that follows."""
    words = re.findall(r"\s*\S+\s*", text)
    if len(words) <= _LONG:
        return text
    start = "".join(words[:_KEPT]).rstrip() + " " if head else ""
    end = " " + "".join(words[-_KEPT:]).lstrip() if tail else ""
    return f"{start}…{end}"
