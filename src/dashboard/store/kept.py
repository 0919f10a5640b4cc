"""What several readers ask for is made once and shared."""

from collections.abc import Callable, Hashable
from sys import getsizeof
from threading import Condition
from typing import Any, TypeVar

import pandas as pd
from cachetools import LRUCache, cached

T = TypeVar("T")

_OF_TABLE = 10_000
"""Bytes that a table of counts counts as: to ask pandas takes as long as some tables take to make."""


class Kept:
    """What has been made, by key; of that, what was asked for last, up to about `limit` bytes."""

    def __init__(self, limit: int) -> None:
        keep = cached(LRUCache(limit, _size), key=lambda key, _: key, condition=Condition())
        self._get: Callable[[Hashable, Callable[[], Any]], Any] = keep(lambda _, make: make())

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Whoever asks for what is being made waits for it; whoever asks for anything else does not.

        Raises what `make` raises; who asks then lets it try again.
        """
        return self._get(key, make)


def _size(made: object) -> int:
    return _OF_TABLE if isinstance(made, pd.DataFrame) else getsizeof(made)
