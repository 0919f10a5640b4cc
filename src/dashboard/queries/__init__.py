"""The questions readers ask of the portfolio: one `.sql` file and one function each."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, cast

import pandas as pd

from dashboard.filters import Filters
from dashboard.store.connection import Store

P = ParamSpec("P")

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

    Earlier answers in `frames` can be read in it as tables. What depends on nothing else is asked only once.
    """
    if filters is None and not frames and not values:
        return store.kept.get((ask, question), lambda: store.rows(_sql(question), {})).copy(deep=False)
    selection = {} if filters is None else _selection(filters)
    return store.rows(_sql(question), selection | values, **frames or {})


def kept(answer: Callable[P, pd.DataFrame]) -> Callable[P, pd.DataFrame]:
    """Give the same table to whoever asks the same of a store: answer(store, filters, vocabularies, …).

    The vocabularies are those of the store. Everybody gets a copy, which costs nothing until it is changed.
    """

    @wraps(answer)
    def ask_once(*args: P.args, **named: P.kwargs) -> pd.DataFrame:
        store, filters, _, *rest = cast(tuple[Store, Filters, object, *tuple[object, ...]], args)
        picks = frozenset(filters.picks.items())
        key = (answer, picks, filters.words, filters.inferred, *rest, *named.items())
        return store.kept.get(key, lambda: answer(*args, **named)).copy(deep=False)

    return ask_once


def each_row(table: pd.DataFrame) -> Iterator[Any]:
    """Its rows as named tuples, whose fields only the query knows.

    Pandas' own `itertuples` makes a new type each time, which costs more than all the rows of a small table.
    """
    return map(_row(tuple(table)), table.to_numpy(dtype=object).tolist())


@cache
def _row(columns: tuple[str, ...]) -> Callable[[Iterable[Any]], Any]:
    return namedtuple("Row", columns)._make


def _selection(filters: Filters) -> dict[str, Any]:
    picks = [f"{dimension}:{code}" for dimension, codes in filters.picks.items() for code in codes]
    return {"picks": picks, "words": filters.words.lower().split(), "inferred": filters.inferred}
