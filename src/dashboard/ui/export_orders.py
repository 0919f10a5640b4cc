"""What an address asks to take along, as an order: read at once, made later."""

import re

from dashboard.deck_files import NoDeck, find_deck
from dashboard.decks import Deck
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report, Told
from dashboard.links import DECK, UNSELECTED
from dashboard.panels.snapshots import day_of
from dashboard.panels.view import View, view_of
from dashboard.reports import FORMATS, report_of, report_of_deck
from dashboard.settings import SETTINGS
from dashboard.store.edition import Edition, one_edition
from dashboard.text.sentences import describe_filters
from dashboard.ui.export_address import Asked
from dashboard.ui.export_jobs import Order

_LONGEST_TITLE = 100
_NOT_IN_NAMES = re.compile(r'["*/:<>?\\|]+')


def order_of(asked: Asked, params: dict[str, list[str]], address: str) -> Order:
    """The order of a view with these URL parameters; `address` is where the dashboard is served.

    Raises StoreUnavailable, and ExportRefused where there is no such deck.
    """
    with one_edition() as edition:
        return _order(asked, params, address, edition)


def _order(asked: Asked, params: dict[str, list[str]], address: str, edition: Edition) -> Order:
    view = view_of(params, asked.page)
    deck = _deck_of(view) if asked.page == "deck" else None
    made = FORMATS[asked.suffix]

    def make(told: Told) -> bytes:
        with one_edition(edition):
            return made.write(_report(view, asked.panel, deck, address, made.rows), told)

    return Order(
        key=(asked, view.href(view.page, **view.own), deck, view.store.version, view.today, address),
        name=_file_name(view, asked, deck),
        mime=made.mime,
        language=view.text.language,
        make=make,
        keeps=bool(view.snapshot) and deck is None,
    )


def _deck_of(view: View) -> Deck:
    try:
        return find_deck(SETTINGS.data, view.param(DECK))
    except NoDeck as missing:
        raise ExportRefused(" ".join([missing.told(view.text), *map(str, missing.problems)])) from missing


def _report(view: View, panel: str, deck: Deck | None, address: str, rows: bool) -> Report:
    if deck:
        return report_of_deck(deck, view, address)
    return report_of(view, [panel] if panel else [], address, rows)


def _file_name(view: View, asked: Asked, deck: Deck | None) -> str:
    """«Visionskollen – Områden – i Norrby 2026-11-21.pdf»: the day is that of the data."""
    if deck:
        title = deck.title or view.text("deck-untitled")
    else:
        title = view.text(f"chart-{asked.panel}" if asked.panel else f"page-{asked.page}")
        if view.filters and asked.page not in UNSELECTED:
            title = f"{title} – {describe_filters(view.text, view.vocabularies, view.filters)}"
    # What cannot be seen could turn the name around, its ending too.
    seen = "".join(letter if letter.isprintable() else " " for letter in title)
    title = " ".join(_NOT_IN_NAMES.sub(" ", seen).split())[:_LONGEST_TITLE]
    return f"{view.text('product')} – {title} {day_of(view).isoformat()}.{asked.suffix}"
