"""Addresses within the dashboard: every state a click can reach has one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import quote_plus

from dashboard.filters import Filters, to_params

PATHS = {
    "overview": "",
    "vision_areas": "visionsomraden",
    "target_areas": "malomraden",
    "districts": "omraden",
    "gaps": "luckor",
    "stages": "skeden",
    "initiatives": "insatser",
    "changes": "forandringar",
    "deck": "bildspel",
    "about": "om-data",
    "accessibility": "tillganglighet",
}
"""Page code to its path. Frozen like any code: links in minutes and mails live on."""
UNSELECTED = ("deck", "accessibility")
"""Pages without a selection of their own; that of the other pages stays in the address."""
IN_FOOTER = ("accessibility",)
"""Pages that every page leads to from its end and not from its menu."""

LANGUAGE = "lang"
DEFAULT_LANGUAGE = "sv"
SNAPSHOT = "snap"
"""In every address of a view that shows a snapshot instead of the current data."""
BEFORE, AFTER = "from", "to"
"""The snapshots that Förändringar compares; NOW is the current data."""
NOW = "now"
WEIGHT = "weight"
"""What Luckor holds the number of initiatives against: a `queries.gaps.Weight`."""
SHEET = "sheet"
"""The district whose sheet Områden shows."""
GAP = "gap"
"""The gap whose decisions Luckor shows, as `Gap` spells it."""
DECK = "deck"
"""The deck that Bildspel shows: the code of a file, or a whole deck as `decks.pack` spells it."""
SLIDE, NOTES = "slide", "notes"
"""Which slide is presented, from 1; with the notes for whoever presents, in a window of their own."""
ADD, PANEL = "add", "panel"
"""The view, and the panel of it, that Bildspel adds to the deck; no address of ours keeps them."""
EDIT = "edit"
"""A change of the deck, as `ui.deck_edits` reads it; no address of ours keeps it, either."""
FILE = "file"
"""A deck's file that Bildspel opens, packed as `decks.unpack_file` reads it; no address keeps it, either."""
OPEN = "open"
"""What stands opened on the page, by id: table twins, folded rows. `addresses.js` writes and carries it."""
KEPT = (BEFORE, AFTER, SHEET, GAP, DECK)
"""What a page looks at besides the selection: it stays while that changes, and is left with the page."""
INITIATIVE, SORT, NUMBER = "initiative", "sort", "page"
"""The initiative whose card Insatser shows; the order of a list, and which page of it, from 1."""
WAS, IS = "was", "is"
"""The stages before and after of the listings that Förändringar shows."""
OWN = {
    "initiatives": (INITIATIVE, SORT, NUMBER),
    "districts": (SHEET, SORT),
    "gaps": (GAP,),
    "changes": (BEFORE, AFTER, WAS, IS),
    "deck": (DECK, SLIDE, NOTES),
}
"""Page code to the parameters that it alone reads, in the order in which links spell them."""
EMBED = "embed"
"""`true` in an address that another site shows within its own page: Streamlit reads it, and so do we."""
PROFILE, OTHER = "profile", "other"
"""Target profiles of the balance: the reader's, equal shares if not spelt, and one beside it."""
MOVE = "move"
"""A share of one of them that is to be set, as `parse_move` reads it; no address of ours keeps it."""
COUNT = "count"
"""How the balance counts what stands in several classes, as `Counting` spells it; in full if not spelt."""
FOLLOWING = (PROFILE, OTHER, COUNT, WEIGHT)
"""The reader's own settings: no part of the selection, so they stay in every address."""


@dataclass(frozen=True)
class Links:
    """Spells relative addresses, so that they also hold where the dashboard is served below another path."""

    language: str = DEFAULT_LANGUAGE
    snapshot: str = ""
    following: Mapping[str, str] = field(default_factory=dict)
    """Values of `FOLLOWING`, as far as they are not the default."""

    def params(self, filters: Filters, /, **extra: str) -> dict[str, list[str]]:
        """URL parameters of a view; the default language and the current data are not spelt."""
        language = "" if self.language == DEFAULT_LANGUAGE else self.language
        spelt = dict(self.following) | extra | {SNAPSHOT: self.snapshot, LANGUAGE: language}
        return to_params(filters) | {name: [value] for name, value in spelt.items() if value}

    def at(self, snapshot: str) -> "Links":
        """The same into a snapshot, or into the current data where it is empty."""
        return replace(self, snapshot=snapshot)

    def to(self, page: str, filters: Filters, /, **extra: str) -> str:
        return spell(page, self.params(filters, **extra))


def spell(page: str, params: Mapping[str, list[str]]) -> str:
    """The relative address of a page with these parameters."""
    query = "&".join(f"{name}={_quoted(value)}" for name, values in params.items() for value in values)
    path = PATHS[page] or "./"
    return f"{path}?{query}" if query else path


@lru_cache(10_000)
def _quoted(value: str) -> str:
    """The same few codes stand in thousands of addresses."""
    return quote_plus(value, safe=":,")
