"""The gap register: what people have decided about gaps, and what of that holds."""

from datetime import date

import pandas as pd

from dashboard.gaps import Gap
from dashboard.queries import ask
from dashboard.store.connection import Store


def latest_decisions(store: Store) -> pd.DataFrame:
    """One row per gap about which a decision holds; a gap that is reopened has none.

    gap (as `Gap` spells it), dimension, term, across_dimension, across_term ("" for a whole district),
    decision, owner_role, decided_by, reason, decided_at, review_at (NaT if none), case_number, case_address
    """
    return ask(store, "latest_decisions")


def register(store: Store) -> pd.DataFrame:
    """Every decision in the order in which they were recorded, `in_force` where it holds."""
    return ask(store, "gap_register")


def decisions_since(before: Store, after: Store) -> int:
    """How many decisions the later store has that the earlier had not: rows are only ever added."""
    return max(0, len(register(after)) - len(register(before)))


def history(store: Store, gap: Gap) -> pd.DataFrame:
    """Every decision about the gap, the latest first; also those that reopen it."""
    return ask(store, "gap_history", gap=str(gap))


def overdue(store: Store, day: date) -> pd.DataFrame:
    """Decisions that hold whose review date is past: gap, decision, owner_role, review_at, days since then.

    The longest overdue come first. What is handled waits too, where somebody has set a day for it.
    """
    return ask(store, "overdue_reviews", day=day)
