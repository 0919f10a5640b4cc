"""Which initiative a listing on a page is."""

from collections import defaultdict
from collections.abc import Iterable

from dashboard.portfolio.normalise import comparison_key
from dashboard.portfolio.tables import Row


class TitleIndex:
    """Initiatives by title, as published or as displayed, however it is spaced or capitalised."""

    def __init__(self, initiatives: Iterable[Row]) -> None:
        self._codes: dict[str, set[str]] = defaultdict(set)
        for initiative in initiatives:
            for title in (initiative["title"], initiative["display_title"]):
                self._codes[comparison_key(title)].add(initiative["code"])

    def match(self, title: str) -> list[str]:
        """Codes of the initiatives with this title: one when it is known, several when it is ambiguous."""
        return sorted(self._codes.get(comparison_key(title), ()))
