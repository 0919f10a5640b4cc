"""Bars of a dimension's terms, in parts, with the table that leads to each list."""

import pandas as pd

from dashboard.charts.bars import Bars, Part
from dashboard.charts.palette import PATTERNS
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, words
from dashboard.dimensions import NOT_STATED
from dashboard.panels.panel import extremes, panel
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.coverage import count_by_term, matrix
from dashboard.text.sentences import range_sentence, said_range


def bars(view: View, name: str, rows: str) -> Panel:
    """A bar per term, undivided."""
    sums = count_by_term(view.store, view.filters, view.vocabularies, rows).set_index("term")
    sums = sums[sums["captured"]]
    hrefs = [view.list_href(**{rows: code}) for code in sums.index]
    whole = Part(view.text("initiatives-total"), list(sums["initiatives"]), hrefs=hrefs)
    drawing = Bars([view.label(rows, code) for code in sums.index], [whole])
    table = _table(view, name, rows, sums.reset_index(), sums[[]], [])
    return panel(view, name, extremes(view, rows), table, drawing)


def bars_by_stage(view: View, name: str, rows: str) -> Panel:
    """A bar per term in parts of stage. Terms whose page was never captured have no bar, only a sentence."""
    sums = count_by_term(view.store, view.filters, view.vocabularies, rows)
    captured = list(sums.loc[sums["captured"], "term"])
    cells = matrix(view.store, view.filters, view.vocabularies, rows, "stage")
    stages = [view.vocabularies.term("stage", code) for code in cells["column"].unique()]
    counts = cells.pivot(index="row", columns="column", values="initiatives")
    counts = counts.loc[captured, [stage.code for stage in stages]]
    heads = [stage.label(view.text.language) for stage in stages]
    parts = [
        Part(
            head,
            list(counts[stage.code]),
            stage.position - 1,
            PATTERNS[(stage.position - 1) % len(PATTERNS)],
            [view.list_href(**{rows: code, "stage": stage.code}) for code in captured],
        )
        for stage, head in zip(stages, heads, strict=True)
    ]
    drawing = Bars([view.label(rows, code) for code in captured], parts)
    return panel(view, name, extremes(view, rows), _table(view, name, rows, sums, counts, heads), drawing)


def bars_by_provenance(view: View, name: str, rows: str) -> Panel:
    """A bar per term in two parts, what the city states and what a rule has inferred; "not stated" apart."""
    sums = count_by_term(view.store, view.filters, view.vocabularies, rows).set_index("term")
    unknown = sums.index == NOT_STATED
    counts = pd.DataFrame(
        {
            "stated": sums["stated"].where(~unknown, 0),
            "inferred": sums["initiatives"] - sums["stated"],
            NOT_STATED: sums["initiatives"].where(unknown, 0),
        }
    )
    heads = [view.text(column) for column in counts.columns]
    tones, patterns = (0, 0, None), ("", "/", "")
    hrefs = [view.list_href(**{rows: code}) for code in counts.index]
    parts = [
        Part(head, list(counts[column]), tone, pattern, hrefs if column == NOT_STATED else ())
        for head, column, tone, pattern in zip(heads, counts.columns, tones, patterns, strict=True)
    ]
    drawing = Bars([view.label(rows, code) for code in counts.index], parts)
    table = _table(view, name, rows, sums.reset_index(), counts, heads)
    return panel(view, name, extremes(view, rows), table, drawing)


def _table(
    view: View, name: str, rows: str, sums: pd.DataFrame, parts: pd.DataFrame, heads: list[str]
) -> Table:
    """A line per term: its parts, its distinct initiatives and its listings."""
    lines = []
    for row in each_row(sums):
        label = view.label(rows, row.term)
        href = view.list_href(**{rows: row.term})
        if not row.captured:
            missing = words(view.text("cell-not-captured"))
            lines.append((words(label), *[missing] * (len(heads) + 2)))
            continue
        numbers = [Cell(int(value), str(value)) for value in parts.loc[row.term]]
        between = range_sentence(view.text, row.least, row.most)
        said = f"{label}: {view.text('initiatives', n=row.initiatives)}"
        total = Cell(
            row.initiatives,
            said_range(view.text, row.initiatives, row.least, row.most),
            href if row.initiatives else "",
            f"{said}, {between}" if between else said,
        )
        lines.append((words(label), *numbers, total, Cell(row.listings, str(row.listings))))
    columns = (
        view.text(f"dimension-{rows}"), *heads, view.text("initiatives-total"), view.text("listings-total")
    )  # fmt: skip
    return Table(view.text(f"chart-{name}"), columns, tuple(lines))
