"""What a page offers to take along: links to files, which `take_along.js` fetches and stays on the page."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.charts.panel import Panel
from dashboard.decks import add_href
from dashboard.links import INITIATIVE, SHEET
from dashboard.panels.view import View
from dashboard.ui.export_address import export_href

SHOWN = ("pptx", "pdf")
TABLES = ("xlsx", "csv")
PICTURES = ("png", "svg")
FOR_PROGRAMS = ("codes.csv", "parquet", "json")


def panel_files(view: View, panel: Panel) -> Markup:
    """Also the way into a deck."""
    add = {
        "href": add_href(panel.href, panel.name, view.text.language),
        "label": view.text("take-add"),
    }
    groups = [
        _group(view, name, suffixes, panel.name)
        for name, suffixes in (("shown", SHOWN), ("tables", TABLES), ("pictures", PICTURES))
    ]
    return _fragment(view, panel.name, view.text("take-panel"), groups, about=panel.title, add=add)


def page_files(view: View) -> Markup:
    """Only print where the page shows a single district or initiative."""
    text = view.text
    of_one = view.param(SHEET) or view.param(INITIATIVE)
    groups = [
        _group(view, name, suffixes)
        for name, suffixes in (("shown", SHOWN), ("tables", TABLES), ("programs", FOR_PROGRAMS))
    ]
    return _fragment(view, "page", text("take-page"), [] if of_one else groups, prints=text("take-print"))


def list_files(view: View) -> Markup:
    """The list of initiatives, in view below it."""
    return _fragment(view, "list", "", [_group(view, "list", TABLES)])


def deck_files(view: View) -> Markup:
    """The deck that the view's address spells, in view beside it."""
    return _fragment(view, "deck-files", "", [_group(view, "deck", SHOWN)])


def _group(view: View, name: str, suffixes: Sequence[str], panel: str = "") -> dict[str, object]:
    links = [
        {
            "href": export_href(view, suffix, panel),
            "label": view.text(f"format-{suffix.rpartition('.')[2]}"),
        }
        for suffix in suffixes
    ]
    return {"label": view.text(f"take-{name}"), "links": links}


def _fragment(
    view: View,
    name: str,
    title: str,
    groups: list[dict[str, object]],
    about: str = "",
    add: dict[str, str] | None = None,
    prints: str = "",
) -> Markup:
    """A menu of this title, or the links as they are where it has none."""
    words = {key: view.text(f"take-{key}") for key in ("starting", "again", "unreachable", "long")}
    return fragment(
        "take_along", name=name, title=title, groups=groups, about=about, add=add, prints=prints, words=words
    )
