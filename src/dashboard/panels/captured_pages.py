"""The pages of the city's that two snapshots rest on: when each was captured, and what it says anew."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, city_words, words
from dashboard.panels.changes import list_sections, reworded
from dashboard.panels.comparison import Comparison
from dashboard.panels.panel import day_cell, panel
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.changes import pages_compared, texts


def captured_pages_panel(compared: Comparison, name: str) -> Panel:
    """A row per page, and below them how the vision's own words have been changed."""
    text = compared.view.text
    found = pages_compared(compared.before.store, compared.after.store)
    heads = ("page", "fetched-before", "fetched-after", "last-changed", "change")
    columns = tuple(text(f"column-{head}") for head in heads)
    lines = tuple(_row(compared.view, row) for row in each_row(found))
    table = Table(text("chart-captured-pages"), columns, lines)
    sentence = text("sentence-captured-pages", n=int((found["change"] != "none").sum()))
    body = table.html() + _statements(compared, found[found["change"] == "statement"])
    return panel(compared.after, name, sentence, table, body=body, is_table=True, everything=True)


def _row(view: View, row: Any) -> tuple:
    def day(value: Any) -> Cell:
        return day_cell(view, value, view.text("not-stated"))

    return (
        city_words(row.title, row.address if isinstance(row.address, str) else ""),
        words("") if row.change == "new" else day(row.was_fetched),
        words("") if row.change == "gone" else day(row.now_fetched),
        day(row.last_changed),
        words(view.text(f"page-{row.change}")),
    )


def _statements(compared: Comparison, found: pd.DataFrame) -> Markup:
    """What the pages say of the vision, with its changes marked; nothing where none has any."""
    if found.empty:
        return Markup("")
    view, stores = compared.view, [compared.before.store, compared.after.store]
    known = texts(stores, [*found["was_statement_id"], *found["now_statement_id"]])
    entries = [
        {
            "href": view.href("vision_areas"),
            "title": row.title,
            "lines": [reworded(view, known.get(row.was_statement_id), known.get(row.now_statement_id))],
        }
        for row in each_row(found)
    ]
    section = {"kind": "statement", "title": view.text("statement-reworded"), "entries": entries}
    return list_sections(compared, [section | dict.fromkeys(("count", "note", "more", "close"), "")])
