"""Presenting a deck: a document of its own, which shows one slide at a time on the whole screen.

It has no part of Streamlit, which would take seconds to start and cover the slides when the net is gone.
"""

import logging
import re
from collections.abc import Hashable, Iterable, Iterator
from functools import cache, lru_cache
from math import ceil
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.grid import Grid, GridCell
from dashboard.charts.panel import Panel
from dashboard.charts.staging import Stage, staged
from dashboard.charts.stills.lettering import text_width
from dashboard.deck_files import NoDeck, find_deck
from dashboard.decks import MOST_SLIDES, Deck, DeckSlide, deck_href
from dashboard.exports.printed import first_sentence
from dashboard.links import DECK, NOTES, SLIDE
from dashboard.panels.deck_slides import SlideBroken, slide_panel, slide_text
from dashboard.panels.view import as_of
from dashboard.reports import slide_of
from dashboard.settings import SETTINGS
from dashboard.store.connection import StoreUnavailable
from dashboard.store.edition import one_edition
from dashboard.text import Text
from dashboard.ui.address import is_loopback, served_at
from dashboard.ui.first_view import FirstView, no_view
from dashboard.ui.qr import qr_svg, squares_across
from dashboard.ui.reader import Draft, Params
from dashboard.ui.snapshots import said_since
from dashboard.ui.styles import font_preloads, styles
from dashboard.ui.view import read_view

_log = logging.getLogger(__name__)

_STAGES = {"lying": Stage(91, 61), "upright": Stage(65, 86)}
"""What the theme leaves of a projector's screen, and of a tablet held upright, between heading and footer."""
_TITLE, _LONG_TITLE = 3.6, 2.9
_SENTENCE, _DENSE, _LEGEND = 2.35, 1.95, 1.8
"""Sizes of letters, in units of the stage; a title is long from so many letters on, and a sentence is dense
where the drawing has no room otherwise.
"""
_LONG = 70
_CONTROLS = ("previous", "next", "notes", "window", "blank", "code", "full", "leave", "controls", "blanked")
_WORDS = (*_CONTROLS, "upcoming", "last", "no-note", "elapsed", "clock")
_NUMBER = re.compile(r"\d{1,9}")


def present(params: Params, url: str, whole: bool) -> FirstView:
    """The slides at an address of a deck: all of them, or those alone that are asked for and shown first.

    Without HTML where the address asks for none, or where there is nothing to present: the page says why.
    """
    found: list[FirstView] = []
    if SLIDE in params:
        try:
            with one_edition():
                Draft(params, url).draw(lambda: found.extend(_presented(whole)))
        except StoreUnavailable:
            pass  # the page says so
        except Exception:  # a session tells the reader, and this the operator
            _log.exception("%s could not be presented", params.get(DECK))
    return found[0] if found else no_view(params)


def slides_document(slides: FirstView) -> str:
    """`slides` as `present` gives them, in a document."""
    return fragment(
        "presenter_document",
        language=slides.language,
        title=slides.title,
        fonts=Markup(font_preloads()),
        styles=Markup(styles()),
        slides=Markup(slides.html),
        script=Markup(presenter_script()),
    )


@cache
def presenter_script() -> str:
    """Stands in the document; the headers say by its hash that it may."""
    return Path(__file__).with_name("presenter.js").read_text("utf-8")


def _presented(whole: bool) -> Iterator[FirstView]:
    view = read_view("deck")
    text, spelt, speaks = view.text, view.param(DECK), bool(view.param(NOTES))
    try:
        deck = find_deck(SETTINGS.data, spelt).at(view.snapshot)
    except NoDeck:
        return
    if not deck.slides:
        return
    count = len(deck.slides)
    found = _NUMBER.match(view.param(SLIDE))
    asked = min(max(int(found[0]), 1), count) if found else 1
    first = range(asked, min(asked + speaks, count) + 1)
    title = deck.title or text("deck-untitled")
    html = fragment(
        "presenter",
        title=title,
        words={name: text(f"present-{name}") for name in _WORDS},
        slides=shown_slides(text, deck, range(1, count + 1) if whole else first),
        asked=asked,
        count=count,
        speaks=speaks,
        channel=spelt,
        leave=deck_href(spelt, text.language, view.snapshot),
    )
    yield FirstView(html, text.language, title)


def shown_slides(text: Text, deck: Deck, numbers: Iterable[int]) -> list[dict[str, object]]:
    """What the fragments show of the slides with these numbers, from 1, each in its own language.

    One that is broken says why.
    """
    count = len(deck.slides)
    return [
        {
            "nth": number,
            "place": text("slide-of", number=number, count=count),
            "number": f"{number} / {count}",
            **_shown(slide_text(deck.slides[number - 1], text), deck.slides[number - 1]),
        }
        for number in numbers
    ]


def _shown(text: Text, told: DeckSlide) -> dict[str, object]:
    shown: dict[str, object] = {"language": text.language, "note": told.note}
    try:
        return shown | _told(told.view, told.panel, told.title, served_at("deck"), as_of())
    except SlideBroken as broken:
        title = told.title or text("slide-broken")
        return shown | _NOTHING | _heading(title, broken.told(text))


_NOTHING = dict.fromkeys(
    ("drawing", "table", "basis", "dated", "since", "source", "href", "living", "qr", "left_out", "dense"), ""
) | {"stills": (), "legend": (), "squares": 0}


def _heading(title: str, sentence: str) -> dict[str, object]:
    return {"title": title, "long": len(title) > _LONG, "sentence": sentence}


@lru_cache(maxsize=2 * MOST_SLIDES)
def _told(address: str, name: str, own_title: str, served: str, _as_of: Hashable) -> dict[str, Any]:
    """The words and stills of a panel: made once, as every change of a deck shows all of it again.

    Raises SlideBroken.
    """
    view, panel = slide_panel(DeckSlide(address, name))
    text, slide = view.text, slide_of(view, panel, served)
    first, rest = first_sentence(panel.sentence)
    title, sentence = (own_title, panel.sentence) if own_title else (first, rest)
    loose = _stills(text, panel, title, sentence, _SENTENCE)
    stills = loose or _stills(text, panel, title, sentence, _DENSE)
    code = "" if is_loopback(slide.living) else qr_svg(slide.living, text("slide-living"))
    return {
        **_heading(title, sentence),
        "dense": bool(stills and not loose),
        "stills": stills,
        "drawing": stills[0]["picture"] if stills else "",
        "left_out": stills[0]["left_out"] if stills else "",
        "legend": _legend(panel) if stills else (),
        "alt": panel.alternative,
        "table": panel.table.foremost().html(stacked=True) if panel.table.rows and not stills else "",
        "more": text("slide-more-rows", n="{n}"),
        "basis": panel.basis,
        "dated": text("slide-frozen", dated=slide.dated) if view.snapshot else slide.dated,
        "since": said_since(view, in_short=True) if view.snapshot else "",
        "source": slide.source,
        "href": panel.href,
        "living": slide.living,
        "living_label": text("slide-living"),
        "qr": code,
        "squares": squares_across(slide.living) if code else 0,
    }


def _stills(text: Text, panel: Panel, title: str, sentence: str, size: float) -> list[dict[str, object]]:
    """For a screen that lies and one that stands; none where one of them has no room for what can be read."""
    if panel.drawing is None:
        return []
    stills = []
    for shape, stage in _STAGES.items():
        around = _head(title, sentence, size, stage.width) + _foot(panel, stage.width)
        still = staged(panel.drawing, stage._replace(height=stage.height - around))
        if still is None:
            return []
        left_out = text("slide-more-rows", n=still.left_out) if still.left_out else ""
        stills.append({"shape": shape, "picture": still.picture, "left_out": left_out})
    return stills


def _head(title: str, sentence: str, size: float, width: float) -> float:
    """About how high title and sentence are, in units of the stage."""
    large = _LONG_TITLE if len(title) > _LONG else _TITLE
    titles, sentences = (
        ceil(text_width(said, size, True) / width) for said, size in ((title, large), (sentence, size))
    )
    return 1.12 * large * titles + 1.35 * size * sentences


def _foot(panel: Panel, width: float) -> float:
    """About how high the names of the kinds of cells are, below the drawing."""
    names = [f"{cell.sign} {name}" for cell, name in _legend(panel)]
    lines = ceil(sum(text_width(name, _LEGEND) + 4 * _LEGEND for name in names) / width)
    return 2.1 * _LEGEND * lines


def _legend(panel: Panel) -> list[tuple[GridCell, str]]:
    legend = panel.drawing.legend if isinstance(panel.drawing, Grid) else None
    return legend.names() if legend else []
