"""A matrix of two dimensions: numbers that lead to their lists, and a sign for each kind of empty."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.cells import Kind
from dashboard.charts.fragments import fragment
from dashboard.charts.table import Cell, Table, words
from dashboard.dimensions import MUNICIPALITY_WIDE
from dashboard.filters import facet_codes
from dashboard.queries import each_row
from dashboard.queries.coverage import count_by_term, kinds_in, matrix
from dashboard.text.sentences import cell_sentence, cell_sign, matrix_sentence
from dashboard.ui.show import extremes, show_chart
from dashboard.ui.view import View

DENSE_FROM = 12
"""With more rows than this they stand closer together."""


def show_matrix(view: View, name: str, rows: str, columns: str, about: str = "") -> None:
    """Rows and columns in vocabulary order, with the distinct count of each row beside it.

    The sentence tells where most meet and what is empty; with `about`, the extremes of that dimension.
    """
    title = view.text(f"chart-{name}")
    cells = matrix(view.store, view.filters, view.vocabularies, rows, columns)
    sums = _sums(view, rows)
    body = _html(view, title, rows, columns, cells, sums) + legend(view, kinds_in(cells))
    table = _table(view, title, rows, columns, cells, sums)
    sentence = extremes(view, about) if about else _sentence(view, rows, columns, cells)
    show_chart(view, name, sentence, body, table, open_table=True)


def _sentence(view: View, rows: str, columns: str, cells: pd.DataFrame) -> str:
    return matrix_sentence(
        view.text,
        cells,
        lambda code: _row_label(view, rows, code),
        lambda code: view.label(columns, code),
    )


def legend(view: View, kinds: list[Kind]) -> Markup:
    """What each kind of cell in sight means."""
    text = view.text
    entries = [
        {"kind": str(kind), "sign": cell_sign(text, kind, 3, 3), "meaning": text(f"meaning-{kind}")}
        for kind in kinds
    ]
    note = text("legend-selection") if view.filters.narrow and Kind.COUNT in kinds else ""
    return fragment("legend", title=text("legend"), entries=entries, note=note)


def _html(
    view: View, caption: str, rows: str, columns: str, cells: pd.DataFrame, sums: pd.DataFrame
) -> Markup:
    most = max(int(cells["initiatives"].max()), 1)
    column_sums = _sums(view, columns)
    return fragment(
        "matrix",
        caption=caption,
        dense=cells["row"].nunique() > DENSE_FROM,
        total=view.text("initiatives-total"),
        columns=[{"label": view.label(columns, code)} for code in cells["column"].unique()],
        rows=[
            {
                "label": _row_label(view, rows, code),
                "href": _row_href(view, rows, code),
                "apart": code == MUNICIPALITY_WIDE or code not in view.vocabularies.codes(rows),
                "cells": [_cell(view, rows, columns, cell, most) for cell in each_row(group)],
                "sum": _sum(view, rows, code, sums),
            }
            for code, group in _by_row(cells)
        ],
        foot=[_sum(view, columns, code, column_sums) for code in cells["column"].unique()],
        whole={
            "sign": view.text.number(view.totals.initiatives),
            "href": view.href("initiatives"),
            "sentence": view.selection(),
        },
    )


def _sums(view: View, dimension: str) -> pd.DataFrame:
    """Distinct initiatives per term: not the sum of the cells, where one initiative may stand in several."""
    return count_by_term(view.store, view.filters, view.vocabularies, dimension).set_index("term")


def _by_row(cells: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    return ((str(code), group) for code, group in cells.groupby("row", sort=False))


def _row_label(view: View, rows: str, code: str) -> str:
    if code in facet_codes(view.vocabularies, rows):
        return view.label(rows, code)
    return view.label("place", code)


def _row_href(view: View, rows: str, code: str) -> str:
    if code not in facet_codes(view.vocabularies, rows):
        return ""
    return view.list_href(**{rows: code})


def _cell(view: View, rows: str, columns: str, cell: Any, most: int) -> dict[str, str | float]:
    kind = Kind(cell.kind)
    said = cell_sentence(view.text, kind, cell.initiatives, cell.wide, cell.unknown)
    row, column = _row_label(view, rows, cell.row), view.label(columns, cell.column)
    href = ""
    if cell.initiatives and kind is not Kind.NOT_CAPTURED:
        href = view.list_href(**{rows: cell.row, columns: cell.column})
    elif kind is Kind.WIDE_ONLY:
        wide = {rows: cell.row, columns: cell.column} | {"district": MUNICIPALITY_WIDE}
        href = view.list_href(**wide)
    return {
        "kind": str(kind),
        "sign": cell_sign(view.text, kind, cell.initiatives, cell.wide, cell.unknown),
        "sentence": f"{row}, {column}: {said}",
        "weight": round(cell.initiatives / most, 2),
        "href": href,
    }


def _is_unknown(cell: Any) -> bool:
    return cell.kind == Kind.NOT_STATED and cell.unknown > 0


def _sum(view: View, dimension: str, code: str, sums: pd.DataFrame) -> dict[str, str]:
    if code not in sums.index or not sums.loc[code, "captured"]:
        return {"sign": "", "href": "", "sentence": ""}
    count = int(sums["initiatives"][code])
    return {
        "sign": str(count),
        "href": view.list_href(**{dimension: code}) if count else "",
        "sentence": f"{view.label(dimension, code)}: {view.text('initiatives', n=count)}",
    }


def _table(
    view: View, caption: str, rows: str, columns: str, cells: pd.DataFrame, sums: pd.DataFrame
) -> Table:
    codes = list(cells["column"].unique())
    heads = (
        view.text(f"dimension-{rows}"),
        *(view.label(columns, code) for code in codes),
        view.text("initiatives-total"),
    )
    lines = []
    for code, group in _by_row(cells):
        signs = [
            Cell(cell.initiatives, str(cell.initiatives))
            if cell.kind in (Kind.COUNT, Kind.NONE, Kind.NOT_STATED) and not _is_unknown(cell)
            else words(cell_sentence(view.text, Kind(cell.kind), cell.initiatives, cell.wide, cell.unknown))
            for cell in each_row(group)
        ]
        total = _sum(view, rows, code, sums)["sign"]
        lines.append(
            (words(_row_label(view, rows, code)), *signs, Cell(int(total) if total else None, total))
        )
    return Table(caption, heads, tuple(lines))
