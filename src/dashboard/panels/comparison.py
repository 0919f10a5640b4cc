"""Which two snapshots a view compares, and what is found between them."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.links import AFTER, BEFORE, NOW
from dashboard.panels.snapshots import snapshots
from dashboard.panels.view import View
from dashboard.queries.changes import Change, Changes, changes, texts


@dataclass(frozen=True)
class Comparison:
    """What the page compares: the reader's `view`, and the same selection `before` and `after`.

    What is told of an initiative leads to it where it last stood.
    """

    view: View
    before: View
    after: View
    changes: Changes

    def label(self, dimension: str, code: str) -> str:
        """What readers call a term, also one that only the older vocabulary knows."""
        known = code in self.after.vocabularies.codes(dimension)
        return (self.after if known else self.before).label(dimension, code)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The descriptions that have been reworded, by id, as far as this machine keeps them."""
        reworded = self.changes.of(Change.TEXT)
        ids = {*reworded["was_text_id"], *reworded["now_text_id"]}
        return {"": ""} | texts([self.before.store, self.after.store], sorted(ids))

    def href(self, **own: str) -> str:
        """This page with the same snapshots."""
        return self.view.href("changes", **self.view.kept, **own)


def compare(view: View) -> Comparison | None:
    """The two snapshots that the reader picks; None where there is none before the later one."""
    after = later_side(view)
    before = view.param(BEFORE) or _previous_snapshot(after)
    if not before:
        return None
    was = view.at(before)
    return Comparison(view, was, after, changes(was.store, after.store, view.filters))


def later_side(view: View) -> View:
    """What the link asks to compare with: a snapshot, or the current data."""
    asked = view.param(AFTER) or view.snapshot
    return view.at("" if asked == NOW else asked)


def _previous_snapshot(view: View) -> str:
    """The one before what the view shows; the latest is what the current data came as."""
    codes = snapshots()
    if view.snapshot:
        earlier = codes[: codes.index(view.snapshot)]
    else:
        earlier = codes[:-1] or [code for code in codes if differ(view, code)]
    return earlier[-1] if earlier else ""


def differ(view: View, snapshot: str) -> bool:
    return view.at(snapshot).store.version != view.at("").store.version
