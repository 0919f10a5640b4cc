"""Where each file to take along is: `export/` and the address of its page, with the file's ending.

Figures are at `figures/` and the address of their page. The parameters are those of the view, so whoever can
read one address can write the other.
"""

from dataclasses import dataclass

from dashboard.links import PATHS
from dashboard.panels.pages import PANELS
from dashboard.panels.view import View
from dashboard.reports import FORMATS
from dashboard.text import Text
from dashboard.text.sentences import foreign

FOLDER = "export"
FIGURES = "figures"
_NAMES = {page: path or "oversikt" for page, path in PATHS.items()}
PAGES = {name: page for page, name in _NAMES.items()}
_WITH_FILES = {name: page for name, page in PAGES.items() if page in (*PANELS, "deck")}


class NoSuchFile(Exception):
    """The address leads to no file; `told` says why, and what there is."""

    def __init__(self, key: str, asked: str, there: list[str]) -> None:
        super().__init__(key)
        self.key, self.asked, self.there = key, foreign(asked), there

    def told(self, text: Text) -> str:
        return text(self.key, asked=self.asked, n=len(self.there), there=text.all_of(self.there))


@dataclass(frozen=True)
class Asked:
    """A page, or the `panel` of it that has this name, as a file of a format of `reports.FORMATS`."""

    page: str
    suffix: str
    panel: str = ""


def export_href(view: View, suffix: str, panel: str = "") -> str:
    """The file of the view, or of one of its panels."""
    return _href(view, f"{'/'.join(filter(None, (FOLDER, _NAMES[view.page], panel)))}.{suffix}")


def figure_href(view: View, panel: str) -> str:
    """The figure of one of the view's panels."""
    return _href(view, f"{FIGURES}/{_NAMES[view.page]}/{panel}")


def _href(view: View, path: str) -> str:
    _, mark, query = view.href(view.page, **view.own).partition("?")
    return f"{path}{mark}{query}"


def parse_asked(path: str) -> Asked:
    """What is asked for by the part of an address between `export/` and its parameters. Raises NoSuchFile."""
    place, _, suffix = path.partition(".")
    page, panel = parse_place(place)
    suffixes = [each for each, made in FORMATS.items() if not (made.of_all if panel else made.of_panel)]
    if suffix not in suffixes:
        raise NoSuchFile("export-no-format", suffix, suffixes)
    return Asked(page, suffix, panel)


def parse_place(place: str) -> tuple[str, str]:
    """The codes of a page and of its panel, if one is named: `omraden/district-map`. Raises NoSuchFile."""
    name, _, panel = place.partition("/")
    page = _WITH_FILES.get(name)
    if page is None:
        raise NoSuchFile("export-no-page", name, list(_WITH_FILES))
    panels = PANELS.get(page, {})
    if panel and panel not in panels:
        raise NoSuchFile("export-no-panel", panel, list(panels))
    return page, panel
