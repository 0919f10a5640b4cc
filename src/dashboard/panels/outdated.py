"""Possibly out of date: which initiatives, and what makes one think so."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, city_words
from dashboard.filters import Filters
from dashboard.panels.panel import panel
from dashboard.panels.quotes import quoting
from dashboard.panels.snapshots import initiatives_in, snapshots
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.changes import possibly_outdated
from dashboard.text.sentences import snapshot_label


def reasons_by_initiative(view: View, filters: Filters) -> dict[str, list[Markup]]:
    """Initiative to the reasons for which it may be out of date."""
    reasons: dict[str, list[Markup]] = {}
    for row in each_row(_find(view, filters)):
        reasons.setdefault(row.initiative, []).append(quoting(view.text, row.told, row.quote))
    return reasons


def _find(view: View, filters: Filters) -> pd.DataFrame:
    """What `possibly_outdated` finds, `told` in words.

    Links are held against every snapshot before the view: a link stays gone until one is back.
    """
    codes = snapshots()
    earlier = codes[: codes.index(view.snapshot)] if view.snapshot else codes
    found = possibly_outdated(view.store, initiatives_in(earlier), filters, view.day)
    return found.assign(told=[_reason(view, row, codes) for row in each_row(found)])


def _reason(view: View, row: Any, codes: list[str]) -> str:
    """Why one may think so, in words; `codes` are all snapshots, oldest first."""
    text = view.text
    if row.reason == "promise":
        return text("outdated-promise", quote=row.quote, date=text.date(row.promised))
    without = codes[codes.index(row.linked_in) + 1 :]
    if not without:
        return text("outdated-link-now", label=row.quote, snapshot=snapshot_label(text, row.linked_in))
    return text("outdated-link", label=row.quote, snapshot=snapshot_label(text, without[0]))


def outdated_panel(view: View, name: str) -> Panel:
    """The list of them, each with the words that make one think so."""
    text = view.text
    found = _find(view, view.filters)
    items = [
        {
            "href": view.href("initiatives", initiative=str(initiative)),
            "title": group["display_title"].iloc[0],
            "published": True,
            "reasons": [quoting(text, row.told, row.quote) for row in each_row(group)],
        }
        for initiative, group in found.groupby("initiative", sort=False)
    ]
    lines = tuple(
        (city_words(row.display_title), Cell(row.told, row.told, html=quoting(text, row.told, row.quote)))
        for row in each_row(found)
    )
    table = Table(text("chart-possibly-outdated"), (text("column-initiative"), text("column-reason")), lines)
    sentence = text("sentence-outdated", n=len(items), date=text.date(view.day))
    body = fragment("reasons", items=items)
    return panel(view, name, sentence, table, body=body, is_table=True)
