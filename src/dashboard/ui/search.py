"""The fields to search in: one among the filters, one above the list. Both narrow the same selection."""

from dataclasses import replace

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.filters import LONGEST_SEARCH, WORDS
from dashboard.links import PATHS
from dashboard.panels.view import View


def search_field(view: View, key: str) -> Markup:
    """A field whose words go into the address; until scripts run, it is a form that holds the rest of it."""
    rest = replace(view.filters, words="")
    return fragment(
        "search",
        id=key,
        label=view.text("search-label"),
        placeholder=view.text("search-placeholder"),
        name=WORDS,
        words=view.filters.words,
        longest=LONGEST_SEARCH,
        path=PATHS[view.page] or "./",
        rest=view.links.params(rest, **view.kept),
        href=view.href(view.page, rest, **view.kept),
    )
