"""Snapshots: which there are, and what was in each."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from dashboard.panels.view import View
from dashboard.queries.about import build_facts
from dashboard.queries.changes import initiatives_then
from dashboard.settings import SETTINGS
from dashboard.store.connection import (
    SNAPSHOT_POINTER,
    StoreUnavailable,
    open_store,
    read_pointer,
    snapshot_codes,
)
from dashboard.text.sentences import snapshot_label


def snapshots() -> list[str]:
    """Their codes, oldest first."""
    return snapshot_codes(SETTINGS.store)


def names_of(view: View) -> dict[str, str]:
    """What readers call each snapshot, the latest first; with its code, by which commands call it."""
    return {code: f"{snapshot_label(view.text, code)} · {code}" for code in reversed(snapshots())}


def pinned(view: View) -> str:
    """Code of the latest snapshot that holds just what the view shows; empty if there is none."""
    return view.snapshot or view.once(_same)


def _same(view: View) -> str:
    """Reads a pointer for each snapshot, while a page asks several times."""
    same = (code for code in reversed(snapshots()) if _file_of(code) == view.store.file)
    return next(same, "")


def _file_of(code: str) -> tuple[Path, str]:
    path, checksum = read_pointer(SETTINGS.store, f"{SNAPSHOT_POINTER}{code}")
    return path.resolve(), checksum


def dated(view: View) -> str:
    """«Uppgifter per 21 november 2026», said of whatever is taken along.

    Data that no snapshot holds have been changed by hand since the last; then it says so.
    """
    code = pinned(view)
    if code:
        return view.text("dated", snapshot=snapshot_label(view.text, code))
    return view.text("dated-unpinned", date=view.text.date(day_of(view)))


def day_of(view: View) -> date:
    """The day of that snapshot, or the one on which the data were built."""
    code = pinned(view)
    return date.fromisoformat(code[:10]) if code else build_facts(view.store)["built_at"].date()


def initiatives_in(codes: Iterable[str]) -> dict[str, pd.DataFrame]:
    """What `initiatives_then` says of these snapshots, without those whose file cannot be used."""
    found = {}
    for code in codes:
        try:
            _, checksum = read_pointer(SETTINGS.store, f"{SNAPSHOT_POINTER}{code}")
            found[code] = _initiatives_in(code, checksum)
        except StoreUnavailable:
            continue
    return found


@lru_cache(maxsize=500)
def _initiatives_in(code: str, checksum: str) -> pd.DataFrame:
    """Kept by the file's checksum: to open every snapshot for every page would take its time."""
    return initiatives_then(open_store(SETTINGS.store, code))
