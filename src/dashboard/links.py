"""Addresses within the dashboard: every state a click can reach has one."""

from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.filters import Filters, to_params

PATHS = {
    "overview": "",
    "vision_areas": "visionsomraden",
    "target_areas": "malomraden",
    "districts": "omraden",
    "stages": "skeden",
    "initiatives": "insatser",
    "about": "om-data",
}
"""Page code to its path. Frozen like any code: links in minutes and mails live on."""

LANGUAGE = "lang"
DEFAULT_LANGUAGE = "sv"


@dataclass(frozen=True)
class Links:
    """Spells relative addresses, so that they also hold where the dashboard is served below another path."""

    language: str = DEFAULT_LANGUAGE

    def params(self, filters: Filters, /, **extra: str) -> dict[str, list[str]]:
        """URL parameters of a view; the default language is not spelt."""
        own = {name: [value] for name, value in extra.items() if value}
        language = {} if self.language == DEFAULT_LANGUAGE else {LANGUAGE: [self.language]}
        return to_params(filters) | own | language

    def to(self, page: str, filters: Filters, /, **extra: str) -> str:
        query = urlencode(self.params(filters, **extra), doseq=True)
        path = PATHS[page] or "./"
        return f"{path}?{query}" if query else path
