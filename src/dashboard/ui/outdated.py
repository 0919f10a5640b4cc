"""Possibly out of date: which initiatives, and what makes one think so."""

from typing import Any

from dashboard.charts.fragments import fragment
from dashboard.charts.table import Table, words
from dashboard.filters import Filters
from dashboard.queries import each_row
from dashboard.queries.changes import possibly_outdated
from dashboard.store.connection import Store, StoreUnavailable
from dashboard.ui.show import show_chart
from dashboard.ui.snapshots import snapshots
from dashboard.ui.view import View


def previous_snapshot(view: View) -> str:
    """The one before what the view shows: the latest snapshot is what the current data came as."""
    codes = snapshots()
    earlier = codes[: codes.index(view.snapshot)] if view.snapshot else codes[:-1]
    return earlier[-1] if earlier else ""


def outdated_since_last_time(view: View, filters: Filters) -> dict[str, list[str]]:
    """Initiative to the reasons for which it may be out of date, links held against the snapshot before."""
    found = possibly_outdated(view.store, _store_before(view), filters, view.day)
    reasons: dict[str, list[str]] = {}
    for row in each_row(found):
        reasons.setdefault(row.initiative, []).append(reason(view, row))
    return reasons


def _store_before(view: View) -> Store | None:
    """None also where the snapshot's file cannot be used: what is shown of today's data stands without it."""
    previous = previous_snapshot(view)
    try:
        return view.at(previous).store if previous else None
    except StoreUnavailable:
        return None


def reason(view: View, row: Any) -> str:
    """Why one may think so, in words."""
    if row.reason == "link":
        return view.text("outdated-link", label=row.quote)
    return view.text("outdated-promise", quote=row.quote, date=view.text.date(row.promised))


def show_outdated(view: View, before: View | None) -> None:
    """The list of them, each with the words that make one think so."""
    text = view.text
    found = possibly_outdated(view.store, before.store if before else None, view.filters, view.day)
    items = [
        {
            "href": view.href("initiatives", initiative=str(initiative)),
            "title": group["display_title"].iloc[0],
            "reasons": [reason(view, row) for row in each_row(group)],
        }
        for initiative, group in found.groupby("initiative", sort=False)
    ]
    lines = tuple((words(row.display_title), words(reason(view, row))) for row in each_row(found))
    table = Table(text("chart-possibly-outdated"), (text("column-initiative"), text("column-reason")), lines)
    sentence = text("sentence-outdated", n=len(items), date=text.date(view.day))
    body = fragment("reasons", items=items)
    show_chart(view, "possibly-outdated", sentence, body, table, open_table=True)
