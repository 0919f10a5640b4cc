"""Addresses to hand on. They spell everything, so that they show the same when a default has changed."""

from dataclasses import replace

from dashboard.decks import Deck, DeckSlide
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
from dashboard.panels.view import View, view_of
from dashboard.store.connection import StoreUnavailable

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
    """The view of the data as they are; None where no snapshot holds just these."""
    params = frozen_params(view)
    return spell(view.page, params) if params else None


def frozen_params(view: View) -> Params | None:
    """Everything that the view shows, of snapshots; None where none hold just the data that it shows.

    What is compared on Förändringar is frozen, too: neither side may follow the data.
    """
    sides = {SNAPSHOT: pinned(view)}
    if view.page == "changes":
        compared = view.once(compare)
        sides |= {BEFORE: compared.before.snapshot} if compared else {}
        sides |= {AFTER: pinned(later_side(view))}
    if not all(sides.values()):
        return None
    return full_params(view, sides[SNAPSHOT]) | {name: [code] for name, code in sides.items()}


def frozen_deck(deck: Deck, snapshot: str) -> Deck:
    """The deck as an address locks it that names the snapshot: each slide spells all the rest of its view.

    Without the snapshot's name, so that whoever lets go of the lock sees the slides of the day.
    """
    return replace(deck, slides=tuple(_frozen(slide, snapshot) for slide in deck.slides))


def _frozen(slide: DeckSlide, snapshot: str) -> DeckSlide:
    """One that shows nothing any more stays as it is, and says why."""
    if slide.page is None:
        return slide
    try:
        view = view_of(slide.at(snapshot).params, slide.page)
        params = None if view.unknown else frozen_params(view)
    except StoreUnavailable:
        return slide
    if params is None:
        return slide
    own = slide.params.keys() & {SNAPSHOT}
    kept = {name: values for name, values in params.items() if name != SNAPSHOT or own}
    return replace(slide, view=spell(slide.page, kept))


def here_href(view: View) -> str:
    """The view as it is, locked or not. Without what stands open: opening a table redraws no chart."""
    params = full_params(view, view.snapshot)
    return spell(view.page, {name: values for name, values in params.items() if name != OPEN})


def embed_href(view: View, panel: str = "") -> str:
    """The view, locked or not, or one panel of it, as another page shows it in a frame."""
    part = {PANEL: [panel]} if panel else {}
    return spell(view.page, full_params(view, view.snapshot) | part | {EMBED: ["true"]})
