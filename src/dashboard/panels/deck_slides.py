"""From a slide of a deck to the panel that it shows: decks outlive the views that they were made of."""

from dashboard.charts.panel import Panel
from dashboard.decks import DeckSlide
from dashboard.links import LANGUAGE
from dashboard.panels.pages import PANELS, has_something, panel_of
from dashboard.panels.view import View, view_of
from dashboard.store.connection import StoreUnavailable
from dashboard.text import LANGUAGES, Text, text_of
from dashboard.text.sentences import foreign


class SlideBroken(Exception):
    """Why a slide shows nothing; in words by `told`."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def told(self, text: Text) -> str:
        return text(self.key, **{name: foreign(value) for name, value in self.values.items()})


def slide_panel(slide: DeckSlide) -> tuple[View, Panel]:
    """The view whose address the slide has, and its panel.

    Raises SlideBroken rather than showing something else than was meant: also where the address holds a code
    that is not known any more, and where the selection leaves nothing to show.
    """
    if slide.page is None:
        raise SlideBroken("slide-no-page", view=slide.view)
    if slide.panel not in PANELS.get(slide.page, {}):
        raise SlideBroken("slide-no-panel", panel=slide.panel)
    try:
        view = view_of(slide.params, slide.page)
    except StoreUnavailable as error:
        raise SlideBroken("slide-no-data", says=error.says) from error
    if view.unknown:
        raise SlideBroken("slide-unknown", param=view.unknown[0].param, value=view.unknown[0].value)
    panel = panel_of(view, slide.panel) if has_something(view) else None
    if panel is None:
        raise SlideBroken("slide-nothing")
    return view, panel


def slide_text(slide: DeckSlide, otherwise: Text) -> Text:
    """The words of the slide's own language; `otherwise` where nobody here speaks the one it names."""
    language = slide.params.get(LANGUAGE, [LANGUAGES[0]])[-1]
    return text_of(language) if language in LANGUAGES else otherwise
