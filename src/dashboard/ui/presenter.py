"""Presenting a deck: all its slides at once in the browser, which shows one at a time on the whole screen."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup
from streamlit.components.v2 import component

from dashboard.charts.fragments import fragment
from dashboard.charts.panel import Panel
from dashboard.charts.still import still
from dashboard.decks import MOST_SLIDES, Deck, DeckSlide, deck_href
from dashboard.panels.deck_slides import SlideBroken, slide_panel, slide_text
from dashboard.panels.view import View, today
from dashboard.reports import slide_of
from dashboard.settings import SETTINGS
from dashboard.store.connection import read_pointer, snapshot_codes
from dashboard.text import Text
from dashboard.ui.address import served_at
from dashboard.ui.qr import qr_svg

_LYING, _UPRIGHT = (960, 500), (640, 700)
"""Roughly what a slide has for its drawing on a projector, and on a tablet held upright."""
_WIDTHS = (480, 600, 720, 840, 960, 1280)
_SMALLEST = 0.7
"""A drawing whose letters come out smaller than this share of a page's is read better as a table."""
_FIRST_SENTENCE = re.compile(r"(.+?[.!?]) (?=[A-ZÅÄÖ0-9])(.+)", re.DOTALL)
_SIZE = re.compile(r'width="([0-9.]+)" height="([0-9.]+)"')
_CONTROLS = ("previous", "next", "notes", "window", "blank", "full", "leave", "controls", "blanked")
_WORDS = (*_CONTROLS, "upcoming", "last", "no-note", "elapsed", "clock")

_presenter = component(
    "visionskollen_presenter",
    html='<div class="vk vk-presenter"></div>\n',
    js=Path(__file__).with_name("presenter.js").read_text("utf-8"),
    isolate_styles=False,
)


def show_presenter(view: View, deck: Deck, spelt: str) -> None:
    """Show the slides in the place of everything else; `spelt` is the deck as the address has it."""
    text = view.text
    html = fragment(
        "presenter",
        title=deck.title or text("deck-untitled"),
        words={name.replace("-", "_"): text(f"present-{name}") for name in _WORDS},
        slides=shown_slides(text, deck),
        leave=deck_href(spelt, text.language),
    )
    _presenter(data={"html": html, "lang": text.language, "channel": spelt}, key="presenter")


def shown_slides(text: Text, deck: Deck) -> list[dict[str, object]]:
    """What the fragments show of each slide, in the slide's own language; one that is broken says why."""
    count = len(deck.slides)
    return [
        {"place": text("slide-of", number=number, count=count), "number": f"{number} / {count}"}
        | _shown(slide_text(slide, text), slide)
        for number, slide in enumerate(deck.slides, 1)
    ]


def _shown(text: Text, told: DeckSlide) -> dict[str, object]:
    shown: dict[str, object] = {"language": text.language, "note": told.note}
    try:
        return shown | _told(text, told)
    except SlideBroken as broken:
        nothing = dict.fromkeys(
            ("drawing", "upright", "table", "basis", "dated", "source", "href", "living"), ""
        )
        says = {"title": told.title or text("slide-broken"), "sentence": broken.told(text)}
        return shown | nothing | says


def _told(text: Text, told: DeckSlide) -> dict[str, object]:
    view, panel, lying, upright = _drawn(told.view, told.panel, *_now())
    slide = slide_of(view, panel, served_at("deck"), told.title, told.note)
    first, rest = split_sentence(panel.sentence)
    return {
        "title": told.title or first,
        "sentence": panel.sentence if told.title else rest,
        "drawing": lying or "",
        "upright": upright or lying or "",
        "alt": f"{panel.title}. {panel.sentence}",
        "table": "" if lying else panel.table.html(),
        "more": text("slide-more-rows", n="{n}"),
        "basis": panel.basis,
        "dated": text("slide-frozen", dated=slide.dated) if view.snapshot else slide.dated,
        "source": slide.source,
        "href": panel.href,
        "living": slide.living,
        "living_label": text("slide-living"),
        "qr": qr_svg(slide.living, text("slide-living")) if slide.living else "",
    }


def _now() -> tuple[object, ...]:
    """What decides, besides its address, what a view shows."""
    return read_pointer(SETTINGS.store), *snapshot_codes(SETTINGS.store), today(), SETTINGS.editable


@lru_cache(maxsize=2 * MOST_SLIDES)
def _drawn(view: str, panel: str, *_now: object) -> tuple[View, Panel, Markup | None, Markup | None]:
    """The panel and its stills, for a screen that lies and one that stands: made once, as every change of a
    deck shows all of it again. Raises SlideBroken.
    """
    seen, found = slide_panel(DeckSlide(view, panel))
    if found.drawing is None:
        return seen, found, None, None
    stills = [still(found.drawing, width=width) for width in _WIDTHS]
    return seen, found, fitting(stills, _LYING), fitting(stills, _UPRIGHT)


def split_sentence(said: str) -> tuple[str, str]:
    """What a sentence of several says first, large enough for a heading, and the rest."""
    found = _FIRST_SENTENCE.fullmatch(said)
    return (found[1], found[2]) if found else (said, "")


def fitting(stills: Sequence[Markup], stage: tuple[int, int]) -> Markup | None:
    """The still of a drawing with the largest letters on the stage; None where even those are too small."""
    best = max(stills, key=lambda each: _scale(each, stage))
    return best if _scale(best, stage) >= _SMALLEST else None


def _scale(picture: Markup, stage: tuple[int, int]) -> float:
    size = _SIZE.search(picture)
    assert size, "a still says its size"
    return min(stage[0] / float(size[1]), stage[1] / float(size[2]))
