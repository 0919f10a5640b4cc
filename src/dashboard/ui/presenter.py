"""Presenting a deck: all its slides at once in the browser, which shows one at a time on the whole screen."""

from collections.abc import Hashable
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Any

from streamlit.components.v2 import component

from dashboard.charts.fragments import fragment
from dashboard.charts.grid import Grid, GridCell
from dashboard.charts.panel import Panel
from dashboard.charts.staging import Stage, staged
from dashboard.charts.stills.lettering import text_width
from dashboard.decks import MOST_SLIDES, Deck, DeckSlide, deck_href
from dashboard.exports.printed import first_sentence
from dashboard.panels.deck_slides import SlideBroken, slide_panel, slide_text
from dashboard.panels.view import View, as_of
from dashboard.reports import slide_of
from dashboard.text import Text
from dashboard.ui.address import is_loopback, served_at
from dashboard.ui.qr import qr_svg, squares_across

_STAGES = {"lying": Stage(91, 61), "upright": Stage(65, 86)}
"""What the theme leaves of a projector's screen, and of a tablet held upright, between heading and footer."""
_TITLE, _LONG_TITLE, _SENTENCE, _LEGEND = 3.6, 2.9, 1.95, 1.5
"""Sizes of letters, in units of the stage; a title is long from so many letters on."""
_LONG = 70
_CONTROLS = ("previous", "next", "notes", "window", "blank", "full", "leave", "controls", "blanked")
_WORDS = (*_CONTROLS, "upcoming", "last", "no-note", "elapsed", "clock")

_presenter = component(
    "visionskollen_presenter",
    html='<div class="vk vk-presenter" role="region" tabindex="-1"></div>\n',
    js=Path(__file__).with_name("presenter.js").read_text("utf-8"),
    isolate_styles=False,
)


def show_presenter(view: View, deck: Deck, spelt: str) -> None:
    """Show the slides in the place of everything else; `spelt` is the deck as the address has it."""
    text = view.text
    title = deck.title or text("deck-untitled")
    html = fragment(
        "presenter",
        title=title,
        words={name.replace("-", "_"): text(f"present-{name}") for name in _WORDS},
        slides=shown_slides(text, deck),
        leave=deck_href(spelt, text.language, view.snapshot),
    )
    _presenter(data={"html": html, "title": title, "lang": text.language, "channel": spelt}, key="presenter")


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
        return shown | _told(told.view, told.panel, told.title, served_at("deck"), as_of())
    except SlideBroken as broken:
        title = told.title or text("slide-broken")
        return shown | _NOTHING | _heading(title, broken.told(text))


_NOTHING = dict.fromkeys(
    ("drawing", "table", "basis", "dated", "source", "href", "living", "left_out"), ""
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
    stills = _stills(text, panel, title, sentence)
    return {
        **_heading(title, sentence),
        "stills": stills,
        "drawing": stills[0]["picture"] if stills else "",
        "left_out": stills[0]["left_out"] if stills else "",
        "legend": _legend(panel) if stills else (),
        "alt": f"{panel.title}. {panel.sentence}",
        "table": panel.table.foremost().html(stacked=True) if panel.table.rows and not stills else "",
        "more": text("slide-more-rows", n="{n}"),
        "basis": panel.basis,
        "dated": text("slide-frozen", dated=slide.dated) if view.snapshot else slide.dated,
        "source": slide.source,
        "href": panel.href,
        "living": slide.living,
        "living_label": text("slide-living"),
        "qr": "" if is_loopback(slide.living) else qr_svg(slide.living, text("slide-living")),
        "squares": 0 if is_loopback(slide.living) else squares_across(slide.living),
    }


def _stills(text: Text, panel: Panel, title: str, sentence: str) -> list[dict[str, object]]:
    """For a screen that lies and one that stands; none where one of them has no room for what can be read."""
    if panel.drawing is None:
        return []
    stills = []
    for shape, stage in _STAGES.items():
        around = _head(title, sentence, stage.width) + _foot(panel, stage.width)
        still = staged(panel.drawing, stage._replace(height=stage.height - around))
        if still is None:
            return []
        left_out = text("slide-more-rows", n=still.left_out) if still.left_out else ""
        stills.append({"shape": shape, "picture": still.picture, "left_out": left_out})
    return stills


def _head(title: str, sentence: str, width: float) -> float:
    """About how high title and sentence are, in units of the stage."""
    size = _LONG_TITLE if len(title) > _LONG else _TITLE
    titles, sentences = (
        ceil(text_width(said, size, True) / width) for said, size in ((title, size), (sentence, _SENTENCE))
    )
    return 1.12 * size * titles + 1.35 * _SENTENCE * sentences


def _foot(panel: Panel, width: float) -> float:
    """About how high the names of the kinds of cells are, below the drawing."""
    names = [f"{cell.sign} {name}" for cell, name in _legend(panel)]
    lines = ceil(sum(text_width(name, _LEGEND) + 4 * _LEGEND for name in names) / width)
    return 2.1 * _LEGEND * lines


def _legend(panel: Panel) -> list[tuple[GridCell, str]]:
    legend = panel.drawing.legend if isinstance(panel.drawing, Grid) else None
    return legend.names() if legend else []
