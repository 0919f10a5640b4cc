"""The city's words in sentences of the reader's language, marked so that they are read aloud as Swedish."""

import re

from markupsafe import Markup, escape

from dashboard.charts.fragments import IN_SWEDISH
from dashboard.text import Text


def quoting(text: Text, said: str, *words: str) -> Markup:
    """`said` as HTML, in which each of the words that stands in it is marked as Swedish."""
    quoted = sorted(filter(None, words), key=len, reverse=True)
    if text.language == "sv" or not quoted:
        return escape(said)
    parts = re.split(f"({'|'.join(map(re.escape, quoted))})", said)
    return Markup().join(IN_SWEDISH.format(part) if at % 2 else escape(part) for at, part in enumerate(parts))
