"""Published strings without the accidents of typesetting."""

import re
import unicodedata

from dashboard.vocabularies import spelling_key

ALIKE = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-") | {ord("|"): "¦"}
"""Dashes, and the bar that lists in the CSV files are separated by, so that no title in one can hold it."""


def normalise_text(text: str) -> str:
    """One line: composed letters (NFC), single ordinary spaces, nothing invisible or unassigned."""
    if not text.isprintable():
        text = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
    return " ".join(unicodedata.normalize("NFC", text).split())


def comparison_key(title: str) -> str:
    """What two spellings of a title must share to be the same, whatever case, space, dash or bar."""
    return spelling_key(normalise_text(title).translate(ALIKE))


def slug(title: str) -> str:
    """A code for what has this title: lower-case letters a-z, digits and hyphens, 60 at most."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain) or ["x"]
    kept = [words[0][:60]]
    for word in words[1:]:
        if len("-".join([*kept, word])) > 60:
            break
        kept.append(word)
    return "-".join(kept)
