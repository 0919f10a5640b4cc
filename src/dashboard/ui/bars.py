"""Bars of a dimension's terms, in parts, with the table that leads to each list."""

import pandas as pd

from dashboard.charts.bars import Part, stacked_bars
from dashboard.charts.palette import PATTERNS
from dashboard.charts.table import Cell, Table, words
from dashboard.queries.coverage import count_by_term, matrix
from dashboard.ui.show import extremes, palette, show_chart
from dashboard.ui.view import View


def show_bars_by_stage(view: View, name: str, rows: str) -> None:
    """A bar per term in parts of stage. Terms whose page was never captured have no bar, only a sentence."""
    sums = count_by_term(view.store, view.filters, view.vocabularies, rows)
    captured = list(sums.loc[sums["captured"], "term"])
    cells = matrix(view.store, view.filters, view.vocabularies, rows, "stage")
    counts = cells.pivot(index="row", columns="column", values="initiatives").loc[captured]
    stages = view.vocabularies.terms("stage")
    heads = [stage.label(view.text.language) for stage in stages]
    parts = [
        Part(head, list(counts[stage.code]), palette().stage(position), PATTERNS[position % len(PATTERNS)])
        for position, (stage, head) in enumerate(zip(stages, heads, strict=True))
    ]
    figure = stacked_bars([view.label(rows, code) for code in captured], parts, palette())
    show_chart(view, name, extremes(view, rows), figure, _table(view, name, rows, sums, counts, heads))


def show_bars_by_provenance(view: View, name: str, rows: str) -> None:
    """A bar per term in two parts: what the city states, and what a rule has inferred."""
    sums = count_by_term(view.store, view.filters, view.vocabularies, rows)
    counts = sums.set_index("term")
    split = pd.DataFrame(
        {"stated": counts["stated"], "inferred": counts["initiatives"] - counts["stated"]}, index=counts.index
    )
    heads = [view.text("stated"), view.text("inferred")]
    parts = [
        Part(heads[0], list(split["stated"]), palette().stage(0)),
        Part(heads[1], list(split["inferred"]), palette().stage(0), "/"),
    ]
    figure = stacked_bars([view.label(rows, code) for code in split.index], parts, palette())
    show_chart(view, name, extremes(view, rows), figure, _table(view, name, rows, sums, split, heads))


def _table(
    view: View, name: str, rows: str, sums: pd.DataFrame, parts: pd.DataFrame, heads: list[str]
) -> Table:
    """A line per term: its parts, its distinct initiatives and, where they differ, its listings."""
    lines = []
    for row in sums.itertuples():
        label = view.label(rows, str(row.term))
        href = view.href("initiatives", view.narrowed(**{rows: str(row.term)}))
        if not row.captured:
            missing = words(view.text("cell-not-captured"))
            lines.append((words(label), *[missing] * (len(heads) + 2)))
            continue
        numbers = [Cell(int(value), str(value)) for value in parts.loc[row.term]]
        total = Cell(
            int(row.initiatives),
            str(row.initiatives),
            href if row.initiatives else "",
            f"{label}: {view.text('initiatives', n=int(row.initiatives))}",
        )
        lines.append((words(label), *numbers, total, Cell(int(row.listings), str(row.listings))))
    columns = (
        view.text(f"dimension-{rows}"), *heads, view.text("initiatives-total"), view.text("listings-total")
    )  # fmt: skip
    return Table(view.text(f"chart-{name}"), columns, tuple(lines))
