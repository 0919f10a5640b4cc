"""Published strings without the accidents of typesetting."""

import unicodedata

from dashboard.vocabularies import spelling_key

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen and zero-width marks."""

DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


def normalise_text(text: str) -> str:
    """One line: composed letters (NFC), single ordinary spaces, nothing invisible."""
    return " ".join(unicodedata.normalize("NFC", text).translate(INVISIBLE).split())


def comparison_key(title: str) -> str:
    """What two spellings of a title must share to be the same, whatever case, space or dash."""
    return spelling_key(normalise_text(title).translate(DASHES))
