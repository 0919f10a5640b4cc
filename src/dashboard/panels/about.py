"""The parts of Om data: method, field coverage, sources, rules, exceptions, problems."""

from typing import Any

import pandas as pd

from dashboard.charts.fragments import fragment
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, city_words, words
from dashboard.dimensions import BY_CODE, NOT_STATED
from dashboard.filters import Filters
from dashboard.panels.labels import role_of
from dashboard.panels.panel import day_cell, panel
from dashboard.panels.quotes import quoting
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.about import field_coverage, irrelevant_places, problems, review, rules, sources
from dashboard.store.tables import IMPORT_PROBLEMS
from dashboard.text.sentences import share

METHOD = (
    "what-is-counted",
    "initiative-or-listing",
    "stage-not-status",
    "stated-or-inferred",
    "small-numbers",
)
"""The questions on how it is counted, as codes of their texts."""


def coverage_panel(view: View, name: str) -> Panel:
    """For how many initiatives each field is known, and how many of those the city itself states."""
    text, whole = view.text, view.totals.initiatives
    known = field_coverage(view.store, view.filters, view.vocabularies)
    lines = tuple(
        (
            words(_field(view, row.field)),
            Cell(
                row.initiatives,
                share(text, row.initiatives, whole) if whole else "0",
                *_known_link(view, row),
            ),
            Cell(row.stated, str(row.stated)),
            Cell(row.initiatives - row.stated, str(row.initiatives - row.stated)),
            Cell(whole - row.initiatives, str(whole - row.initiatives), *_unknown_link(view, row, whole)),
        )
        for row in each_row(known)
    )
    columns = tuple(
        text(key)
        for key in ("column-field", "column-known", "column-stated", "column-inferred", "not-stated")
    )
    table = Table(text("chart-field-coverage"), columns, lines)
    counts = known.set_index("field")["initiatives"]
    sentence = text("sentence-coverage", placed=int(counts["place"]), whole=whole)
    return panel(view, name, sentence, table, body=table.html(), is_table=True)


def _field(view: View, field: str) -> str:
    return view.text(f"dimension-{field}") if field in BY_CODE else view.label("fact", field)


def _known_link(view: View, row: Any) -> tuple[str, str]:
    if not row.initiatives:
        return "", ""
    known = view.filters.known(row.field) if row.field in BY_CODE else view.narrowed(fact=row.field)
    said = f"{_field(view, row.field)}: {view.text('initiatives', n=row.initiatives)}"
    return view.href("initiatives", known), said


def _unknown_link(view: View, row: Any, whole: int) -> tuple[str, str]:
    """A single kind of fact cannot be asked for by its absence, only all of them together."""
    if row.field not in BY_CODE or row.initiatives == whole:
        return "", ""
    said = f"{_field(view, row.field)}: {view.text('cell-not-stated', n=whole - row.initiatives)}"
    return view.list_href(**{row.field: NOT_STATED}), said


def sources_panel(view: View, name: str) -> Panel:
    """What everything is built from, with address and date as far as they are known."""
    text = view.text
    lines = tuple(
        (
            city_words(row.title, row.address if isinstance(row.address, str) else ""),
            words(text(f"source-{row.kind}")),
            day_cell(view, row.fetched, text("not-stated")),
            Cell(row.listings, str(row.listings) if row.listings else ""),
        )
        for row in each_row(sources(view.store))
    )
    columns = tuple(text(key) for key in ("column-source", "column-kind", "column-fetched", "listings-total"))
    return _table_panel(view, name, columns, lines)


def rules_panel(view: View, name: str) -> Panel:
    """The rules by name, how many labels each has set, and whether those are stated or inferred."""
    text = view.text
    lines = tuple(
        (
            words(row.label_en if text.language == "en" else row.label_sv),
            words(text(f"dimension-{row.dimension}") if isinstance(row.dimension, str) else ""),
            words(text("inferred") if row.inferred else text("stated")),
            Cell(row.labels, str(row.labels)),
        )
        for row in each_row(rules(view.store))
    )
    columns = tuple(
        text(key) for key in ("column-rule", "column-dimension", "column-provenance", "column-labels")
    )
    return _table_panel(view, name, columns, lines)


def irrelevant_places_panel(view: View, name: str) -> Panel:
    """Places that somebody has declared no district with a gap: why, who and when."""
    text = view.text
    lines = tuple(
        (
            words(view.label("place", row.place)),
            words(row.reason_en if text.language == "en" else row.reason_sv),
            city_words(row.declared_by),
            day_cell(view, row.declared_at),
        )
        for row in each_row(irrelevant_places(view.store))
    )
    columns = tuple(
        text(key) for key in ("dimension-place", "column-reason", "column-declared_by", "column-date")
    )
    return _table_panel(view, name, columns, lines)


def review_panel(view: View, name: str) -> Panel:
    """What an import left to a person: the initiative, why, and the label in doubt with its words."""
    text = view.text
    lines = tuple(
        (
            city_words(row.display_title, view.href("initiatives", Filters(), initiative=row.initiative)),
            words(text(f"review-{_doubt(row)}")),
            words(_suggestion(view, row)),
            city_words(_or_empty(row.quote)),
            words(_or_empty(row.rule_en if text.language == "en" else row.rule_sv)),
        )
        for row in each_row(review(view.store))
    )
    columns = tuple(
        text(key)
        for key in ("column-initiative", "column-reason", "column-suggestion", "column-quote", "column-rule")
    )
    return _table_panel(view, name, columns, lines)


def doubt_said(view: View, row: Any) -> str:
    """A doubt on one line: «Drömmen om Norrby: Målområde: Bostad, «bostadsbolagen tillsammans»»."""
    suggestion, quote = _suggestion(view, row), _or_empty(row.quote)
    said = ", ".join(filter(None, (suggestion, f"«{quote}»" if quote else "")))
    return f"{row.display_title}: {said} ({view.text(f'review-{_doubt(row)}')})"


def _doubt(row: Any) -> str:
    """Rules that find more than what is set are not the same as rules that cannot settle what nobody has."""
    return "another" if row.reason == "unsure" and row.is_labelled else row.reason


def _suggestion(view: View, row: Any) -> str:
    """The label in doubt, as far as it is known: «Område: Norrby», «Plats: Norrby (riktas hit)»."""
    if not isinstance(row.dimension, str):
        return ""
    dimension = view.text(f"dimension-{row.dimension}")
    if not isinstance(row.term, str):
        return dimension
    return f"{dimension}: {view.label(row.dimension, row.term)}{role_of(view, row)}"


def _or_empty(value: object) -> str:
    return value if isinstance(value, str) else ""


def problems_panel(view: View, name: str) -> Panel:
    """What imports could not place, one by one; what the data lacks counted by kind. The table has each."""
    text, found = view.text, problems(view.store)
    read = found["rule"].isin(IMPORT_PROBLEMS)
    kinds = tuple(
        (words(text(f"problem-{rule}")), Cell(len(group), str(len(group))))
        for rule, group in found[~read].groupby("rule", sort=False)
    )
    columns = text("column-problem"), text("column-labels")
    tables = (
        _problem_table(view, "problems-of-imports", found[read]),
        Table(text("problems-by-kind"), columns, kinds),
    )
    body = fragment("problems", tables=[table for table in tables if table.rows])
    sentence, twin = text("sentence-problems", n=len(found)), _problem_table(view, "chart-problems", found)
    return panel(view, name, sentence, twin, body=body, everything=True)


def _problem_table(view: View, caption: str, found: pd.DataFrame) -> Table:
    text = view.text
    lines = tuple(
        (words(text(f"problem-{row.rule}")), city_words(_or_empty(row.value)), _where(view, row))
        for row in each_row(found)
    )
    columns = tuple(text(key) for key in ("column-problem", "column-value", "column-where"))
    return Table(text(caption), columns, lines)


def _where(view: View, row: Any) -> Cell:
    if isinstance(row.source_title, str):
        said = view.text("line-of-source", source=row.source_title, line=int(row.line))
        return Cell(said, said, html=quoting(view.text, said, row.source_title))
    return words(f"{row.file}:{row.line}" if pd.notna(row.line) else row.file)


def _table_panel(view: View, name: str, columns: tuple[str, ...], lines: tuple) -> Panel:
    table = Table(view.text(f"chart-{name}"), columns, lines)
    sentence = view.text(f"sentence-{name}", n=len(lines))
    return panel(view, name, sentence, table, body=table.html(), is_table=True, everything=True)
