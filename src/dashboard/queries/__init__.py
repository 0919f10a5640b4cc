"""The questions readers ask of the portfolio: one `.sql` file and one function each."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.filters import Filters
from dashboard.store.connection import Store

_FOLDER = Path(__file__).parent


@cache
def _sql(question: str) -> str:
    return (_FOLDER / f"{question}.sql").read_text("utf-8")


def ask(
    store: Store,
    question: str,
    filters: Filters | None = None,
    frames: Mapping[str, pd.DataFrame] | None = None,
    **values: Any,
) -> pd.DataFrame:
    """Run `<question>.sql`, bound to the reader's selection and to further values by name.

    Earlier answers in `frames` can be read in it as tables.
    """
    selection = {} if filters is None else _selection(filters)
    return store.rows(_sql(question), selection | values, **frames or {})


def each_row(table: pd.DataFrame) -> Iterator[Any]:
    """Its rows as named tuples, whose fields only the query knows."""
    return table.itertuples(index=False)


def _selection(filters: Filters) -> dict[str, Any]:
    picks = [f"{dimension}:{code}" for dimension, codes in filters.picks.items() for code in codes]
    return {"picks": picks, "words": filters.words.lower().split(), "inferred": filters.inferred}
