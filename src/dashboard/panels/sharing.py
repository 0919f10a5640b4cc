"""Addresses to hand on. They spell everything, so that they show the same when a default has changed."""

from dashboard.filters import ALL_LABELS, PROVENANCE, STATED_ONLY, Filters
from dashboard.links import (
    AFTER,
    BEFORE,
    EMBED,
    FOLLOWING,
    LANGUAGE,
    NOW,
    OPEN,
    OWN,
    PANEL,
    SNAPSHOT,
    Links,
    spell,
)
from dashboard.panels.comparison import compare, later_side
from dashboard.panels.snapshots import pinned
from dashboard.panels.view import View

Params = dict[str, list[str]]


def full_params(view: View, snapshot: str = "") -> Params:
    """Everything that the view shows, of a snapshot, or of the data as they will be."""
    language = {LANGUAGE: [view.text.language]}
    if view.page == "deck":  # each of its slides has a selection and settings of its own
        return Links(view.text.language, snapshot).params(Filters(), **view.own) | language
    read = {*OWN.get(view.page, ()), *FOLLOWING}
    defaults = {**view.defaults, AFTER: snapshot or NOW}
    spelt = {name: value for name, value in defaults.items() if value and name in read}
    spelt |= {**view.links.following, **view.own, OPEN: view.param(OPEN)}
    labels = ALL_LABELS if view.filters.inferred else STATED_ONLY
    params = view.links.at(snapshot).params(view.filters, **spelt)
    return params | {PROVENANCE: [labels]} | language


def living_href(view: View) -> str:
    """The view of the data as they will be."""
    return spell(view.page, full_params(view))


def frozen_href(view: View) -> str | None:
    """The view of the data as they are; None where no snapshot holds just these.

    What is compared on Förändringar is frozen, too: neither side may follow the data.
    """
    sides = {SNAPSHOT: pinned(view)}
    if view.page == "changes":
        compared = view.once(compare)
        sides |= {BEFORE: compared.before.snapshot} if compared else {}
        sides |= {AFTER: pinned(later_side(view))}
    if not all(sides.values()):
        return None
    return spell(
        view.page, full_params(view, sides[SNAPSHOT]) | {name: [code] for name, code in sides.items()}
    )


def here_href(view: View) -> str:
    """The view as it is, locked or not. Without what stands open: opening a table redraws no chart."""
    params = full_params(view, view.snapshot)
    return spell(view.page, {name: values for name, values in params.items() if name != OPEN})


def embed_href(view: View, panel: str = "") -> str:
    """The view, locked or not, or one panel of it, as another page shows it in a frame."""
    part = {PANEL: [panel]} if panel else {}
    return spell(view.page, full_params(view, view.snapshot) | part | {EMBED: ["true"]})
