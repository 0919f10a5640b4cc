"""The gap register: what is decided about gaps, and what ought to be looked at again."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.grid import Mark
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, city_words, words
from dashboard.links import GAP
from dashboard.panels.panel import day_cell, panel
from dashboard.panels.quotes import quoting
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.gap_register import latest_decisions, overdue
from dashboard.queries.gap_standing import named_gap, standings
from dashboard.settings import SETTINGS
from dashboard.text.sentences import decision_sentence, gap_label

_SHOWN = ("gap", "decision", "owner_role", "reason", "decided_at", "review_at")
"""As much of the register as the page has room for; the rest stands where a gap leads."""
_DOWNLOADED = (
    "gap", "decision", "filled", "owner_role", "reason", "decided_by", "decided_at", "review_at", "case",
)  # fmt: skip


def marks(view: View) -> dict[str, Mark]:
    """By gap, as `Gap` spells it. No filter touches them."""
    return {
        row.gap: Mark(
            view.text(f"decision-sign-{row.decision}"), decision_said(view, row), gap_href(view, row.gap)
        )
        for row in each_row(latest_decisions(view.store))
    }


def decision_said(view: View, row: Any) -> Markup:
    said = decision_sentence(view.text, row.decision, row.owner_role, row.review_at)
    return quoting(view.text, said, row.owner_role)


def gap_href(view: View, gap: str) -> str:
    return view.href("gaps", **{GAP: gap})


def gap_name(view: View, spelt: str) -> str:
    """What readers call a gap; the spelling itself where the vocabularies have let go of a term since."""
    gap = named_gap(spelt, view.vocabularies)
    return gap_label(view.text, view.vocabularies, gap) if gap else spelt


def how_to_write() -> str:
    """The words for it, told to those who may not, or not yet."""
    return "decisions-sign-in" if SETTINGS.sign_in else "decisions-read-only"


def register_panel(view: View, name: str) -> Panel:
    """The decisions that hold, those first that should have been looked at again. No filter touches them."""
    text = view.text
    found, late = latest_decisions(view.store), overdue(view.store, view.day)
    filled = _filled(view, found)
    shown, table = (_table(view, found, filled, columns) for columns in (_SHOWN, _DOWNLOADED))
    said = [text("sentence-gap-register", n=len(found))]
    if len(late):
        said.append(text("sentence-decisions-overdue", n=len(late), date=text.date(view.day)))
    if filled:
        said.append(text("sentence-decisions-filled", n=len(filled)))
    how = text("decisions-how" if view.writable else how_to_write())
    again = _to_look_at_again(view, found, late, filled)
    body = again + (shown.html() if len(found) else Markup()) + fragment("note", says=how)
    sentence = " ".join(said)
    return panel(view, name, sentence, table, body=body, is_table=True, everything=True)


def _filled(view: View, found: pd.DataFrame) -> dict[str, int]:
    """How many initiatives there are now in the gaps that were decided about and are none any more."""
    named = {spelt: named_gap(spelt, view.vocabularies) for spelt in found["gap"]}
    gaps = {spelt: gap for spelt, gap in named.items() if gap}
    now = standings(view.store, view.vocabularies, gaps.values(), view.filters.inferred)
    return {spelt: now[gap].initiatives for spelt, gap in gaps.items() if now[gap].filled}


def _to_look_at_again(
    view: View, found: pd.DataFrame, late: pd.DataFrame, filled: Mapping[str, int]
) -> Markup:
    """The longest overdue first, then the gaps that are filled; each once, with every reason."""
    reasons = {row.gap: [_late(view, row)] for row in each_row(late)}
    for gap, initiatives in filled.items():
        reasons.setdefault(gap, []).append(view.text("gap-now-filled", n=initiatives))
    made = {
        row.gap: quoting(
            view.text, f"{view.text(f'decision-{row.decision}')}: {row.owner_role}", row.owner_role
        )
        for row in each_row(found)
    }
    items = [
        {
            "href": gap_href(view, gap),
            "title": gap_name(view, gap),
            "published": False,
            "reasons": [*told, made[gap]],
        }
        for gap, told in reasons.items()
    ]
    return fragment("reasons", items=items) if items else Markup()


def _late(view: View, row: Any) -> str:
    return view.text("decision-overdue", date=view.text.date(row.review_at), days=int(row.days))


def _table(view: View, found: pd.DataFrame, filled: Collection[str], columns: Sequence[str]) -> Table:
    text, lines = view.text, []
    for row in each_row(found):
        case = row.case_number or row.case_address
        cells = {
            "gap": words(gap_name(view, row.gap), gap_href(view, row.gap)),
            "decision": words(text(f"decision-{row.decision}")),
            "filled": words(text(f"decision-filled-{row.gap in filled}")),
            "owner_role": city_words(row.owner_role),
            "reason": city_words(row.reason),
            "decided_by": city_words(row.decided_by),
            "decided_at": day_cell(view, row.decided_at),
            "review_at": day_cell(view, row.review_at),
            "case": Cell(case, case, row.case_address),
        }
        lines.append(tuple(cells[column] for column in columns))
    return Table(
        text("chart-gap-register"), tuple(text(f"decision-{column}") for column in columns), tuple(lines)
    )
