"""The changes between two snapshots: one sentence, and lists with the words for each."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, city_words, words
from dashboard.panels.comparison import Comparison
from dashboard.panels.panel import panel
from dashboard.panels.quotes import quoting
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.changes import Change
from dashboard.text import Text
from dashboard.text.wording import Piece, shortened, word_diff

MOST_SHOWN = 100
"""Initiatives in one list; the CSV file has all."""


class Told(NamedTuple):
    """What has happened to a listing, in words; a side is empty where there is nothing, None if not known."""

    initiative: str
    title: str
    is_gone: bool
    before: str | None
    after: str | None
    quoted: tuple[str, ...] = ()
    """What of the sides are the city's own words."""


class _Line(NamedTuple):
    """What is said of one listing: in words, or as a text with its changes marked; `quoted` is the city's."""

    words: str | Markup
    pieces: Sequence[Piece] = ()
    quoted: bool = False


def changes_panel(compared: Comparison, name: str) -> Panel:
    """What has happened, kind by kind, with each initiative to which it has and the words for it."""
    text, counts = compared.view.text, compared.changes.counts
    sections, rows = [], []
    for kind in (kind for kind in Change if counts[kind]):
        title = text(f"changed-{kind}")
        told = _tell(compared, kind, compared.changes.of(kind))
        sections.append(section(compared, kind, title, text("initiatives", n=counts[kind]), told))
        rows += [_row(text, title, each) for each in told]
    heads = ("column-change", "column-code", "column-initiative", "column-before", "column-after")
    table = Table(
        text("chart-changes"),
        tuple(text(key) for key in heads),
        tuple(rows),
    )
    sentence = text("sentence-changes", n=len(sections))
    body = list_sections(compared, sections)
    return panel(compared.after, name, sentence, table, body=body, is_table=True)


def _row(text: Text, title: str, told: Told) -> tuple[Cell, ...]:
    sides = (side or "" for side in (told.before, told.after))
    said = (Cell(side, side, html=quoting(text, side, *told.quoted)) for side in sides)
    return words(title), words(told.initiative), city_words(told.title), *said


def list_sections(compared: Comparison, sections: list[dict[str, Any]]) -> Markup:
    text = compared.view.text
    return fragment("changes", sections=sections, added=text("diff-added"), removed=text("diff-removed"))


def section(compared: Comparison, kind: str, title: str, count: str, told: Sequence[Told]) -> dict[str, Any]:
    """A list of initiatives, each with a line for what has happened to each of its listings."""
    text = compared.view.text
    by_initiative = [list(group) for _, group in groupby(told, key=lambda each: each.initiative)]
    left = len(by_initiative) - MOST_SHOWN
    return {
        "kind": kind,
        "title": title,
        "count": count,
        "note": text("assessment-is-ours") if kind == Change.ASSESSMENT else "",
        "entries": [_entry(compared, kind, group) for group in by_initiative[:MOST_SHOWN]],
        "more": text("more-in-csv", n=left) if left > 0 else "",
        "close": None,
    }


def _entry(compared: Comparison, kind: str, told: list[Told]) -> dict[str, Any]:
    """What is gone is described by the older snapshot, everything else by the newer."""
    view = compared.before if told[0].is_gone else compared.after
    return {
        "href": view.href("initiatives", initiative=told[0].initiative),
        "title": told[0].title,
        "lines": [_line(compared, kind, each) for each in told],
    }


def _line(compared: Comparison, kind: str, told: Told) -> _Line:
    text, before, after = compared.view.text, told.before, told.after
    if kind == Change.TEXT:
        return reworded(compared.view, before, after)
    if kind == Change.ASSESSMENT:
        return _Line(
            "", [piece for piece in (Piece("old", before or ""), Piece("new", after or "")) if piece.text]
        )
    if not (before and after):
        return _Line(quoting(text, before or after or "", *told.quoted))
    if kind != Change.LINK:
        before, after = (text("quoted", label=side) for side in (before, after))
    return _Line(quoting(text, text("from-to", before=before, after=after), *told.quoted))


def reworded(view: View, before: str | None, after: str | None) -> _Line:
    """A text with its changes marked, or that the wording is not known here."""
    if before is None or after is None:
        return _Line(view.text("wording-not-kept"))
    return _Line("", shortened(word_diff(before, after)), quoted=True)


def _tell(compared: Comparison, kind: Change, found: pd.DataFrame) -> list[Told]:
    """What the same change has done to several listings of an initiative is told once."""
    return list(dict.fromkeys(_told(compared, kind, row) for row in each_row(found)))


def _told(compared: Comparison, kind: Change, row: Any) -> Told:
    sides = _sides(compared, kind, row)
    return Told(row.initiative, row.display_title, row.is_gone, *sides, _quoted(kind, row, sides))


def _sides(compared: Comparison, kind: Change, row: Any) -> tuple[str | None, str | None]:
    """What has changed, in words; empty on a side where there is nothing, None where it is not known."""
    match kind:
        case Change.NEW | Change.LISTED:
            return "", place_of(compared, row)
        case Change.GONE | Change.UNLISTED:
            return place_of(compared, row), ""
        case Change.STAGE:
            return compared.label("stage", row.was_stage), compared.label("stage", row.now_stage)
        case Change.VISION_AREA:
            areas = row.was_vision_area, row.now_vision_area
            return compared.label("vision_area", areas[0]), compared.label("vision_area", areas[1])
        case Change.TITLE:
            return row.was_title, row.now_title
        case Change.TEXT:
            return compared.texts.get(row.was_text_id), compared.texts.get(row.now_text_id)
        case Change.LINK | Change.LINK_GONE:
            was = _link(compared, row.was_link_label, row.was_link_external, row.was_link_new_window)
            return was, _link(compared, row.now_link_label, row.now_link_external, row.now_link_new_window)
        case Change.ASSESSMENT:
            was, now = row.was_labels.split("|"), row.now_labels.split("|")
            return _labels(compared, was, now), _labels(compared, now, was)


def _quoted(kind: Change, row: Any, sides: tuple[str | None, str | None]) -> tuple[str, ...]:
    match kind:
        case Change.TITLE | Change.TEXT:
            return tuple(filter(None, sides))
        case Change.LINK | Change.LINK_GONE:
            labels = row.was_link_label, row.now_link_label
            return tuple(label for label in labels if isinstance(label, str))
    return ()


def place_of(compared: Comparison, row: Any) -> str:
    """Where the listing stands, or stood."""
    listed = isinstance(row.now_stage, str)
    area, stage = (row.now_vision_area, row.now_stage) if listed else (row.was_vision_area, row.was_stage)
    return f"{compared.label('vision_area', area)}, {compared.label('stage', stage)}"


def _link(compared: Comparison, label: object, external: object, new_window: object) -> str:
    if not isinstance(label, str):
        return ""
    text = compared.view.text
    said = text("link-elsewhere" if external is True else "link-within", label=label)
    return text("link-in-new-window", link=said) if new_window is True else said


def _labels(compared: Comparison, labels: list[str], others: list[str]) -> str:
    """Those labels that the other side does not have."""
    split = [label.split(":", 1) for label in labels if label and label not in others]
    said = [
        f"{compared.view.text(f'dimension-{dimension}')}: {compared.label(dimension, term)}"
        for dimension, term in split
    ]
    return "; ".join(said)
