"""The list of initiatives as a table to take along, change and import again."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd

from dashboard.dimensions import LABELS
from dashboard.spreadsheet import COLUMNS, join_values


def initiative_table(
    found: pd.DataFrame,
    placed: pd.DataFrame,
    known: pd.DataFrame,
    text: Callable[[str], str],
    label: Callable[[str, str], str],
) -> pd.DataFrame:
    """One row per initiative, in the order of `found`, with the columns of `dashboard.spreadsheet`.

    `found` has code, title, display_title, summary; `placed` a row per listing with initiative and
    LISTING_COLUMNS, in the order in which they are told; `known` a row per label with initiative, dimension,
    term, provenance. `text` gives the words of a key, `label` those of a dimension's term.
    """
    codes = list(found["code"])
    shown, published = found["display_title"], found["title"]
    cells: dict[str, Sequence[str]] = {
        "code": codes,
        "initiative": list(shown),
        "title": list(published.where(published != shown, "")),
        "summary": list(found["summary"]),
        "vision_area": _joined(codes, placed, "vision_area", partial(label, "vision_area")),
        "stage": _joined(codes, placed, "stage", partial(label, "stage")),
        "position": _joined(codes, placed, "position", str),
        "link_label": _joined(codes, placed, "link_label", _or_empty),
    }
    for dimension in LABELS:
        terms = known[known["dimension"] == dimension]
        said = _joined(codes, terms, "term", partial(label, dimension))
        cells[dimension] = [cell or text("not-stated") for cell in said]
    inferred = known[known["provenance"] == "inferred"]
    told = [
        f"{text(f'dimension-{dimension}')}: {label(dimension, term)}"
        for dimension, term in zip(inferred["dimension"], inferred["term"], strict=True)
    ]
    cells["inferred"] = _joined(codes, inferred.assign(told=told), "told", str)
    return pd.DataFrame({text(key): cells[column] for column, key in COLUMNS.items()})


def _joined(codes: list[str], rows: pd.DataFrame, column: str, spell: Callable[..., str]) -> list[str]:
    """Per initiative the column's values in one cell."""
    values: dict[str, list[str]] = {code: [] for code in codes}
    for code, value in zip(rows["initiative"], rows[column], strict=True):
        values[code].append(spell(value))
    return [join_values(values[code]) for code in codes]


def _or_empty(value: object) -> str:
    return value if isinstance(value, str) else ""
