"""One version of the data for as long as an answer takes, whatever is published meanwhile.

A page asks for the store several times while it is drawn. Without this its head could be of one version and
its charts of the next.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Edition = dict[Any, Any]
"""What has been found so far, by what was asked."""
_P = ParamSpec("_P")
_T = TypeVar("_T")
_current: ContextVar[Edition | None] = ContextVar("edition", default=None)


@contextmanager
def one_edition(edition: Edition | None = None) -> Iterator[Edition]:
    """Within it everything is read once. An inner one goes on with the outer, or with the one given."""
    found = _current.get() if edition is None else edition
    found = {} if found is None else found
    token = _current.set(found)
    try:
        yield found
    finally:
        _current.reset(token)


def once_in_edition(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """Answers the same for the same arguments within an edition; what fails is tried again."""

    @wraps(read)
    def answer(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        found = _current.get()
        if found is None:
            return read(*args, **kwargs)
        asked = (read, args, tuple(sorted(kwargs.items())))
        if asked not in found:
            found[asked] = read(*args, **kwargs)
        return found[asked]

    return answer
