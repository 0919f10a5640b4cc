"""What readers take along: a page, or one panel of it, in the format that they ask for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

import pandas as pd

from dashboard.cells import Kind
from dashboard.charts.panel import Panel
from dashboard.charts.table import Table
from dashboard.decks import Deck, DeckSlide, deck_href, pack
from dashboard.exports.code_table import code_table
from dashboard.exports.document import pdf
from dashboard.exports.initiative_table import initiative_table
from dashboard.exports.json_document import json_document
from dashboard.exports.label_table import label_table
from dashboard.exports.machine_csv import machine_csv
from dashboard.exports.parquet import parquet
from dashboard.exports.picture import picture_png, picture_svg
from dashboard.exports.presentation import pptx
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report, Rows, Slide, Told
from dashboard.exports.spreadsheet_csv import report_csv
from dashboard.exports.workbook import xlsx
from dashboard.panels.about import METHOD
from dashboard.panels.deck_slides import SlideBroken, slide_panel, slide_text
from dashboard.panels.matrix import legend
from dashboard.panels.pages import PANELS, has_something, panel_of
from dashboard.panels.sharing import here_href, living_href
from dashboard.panels.snapshots import dated, day_of
from dashboard.panels.view import View
from dashboard.queries.portfolio import PUBLISHED, initiatives, labels, listings, read_municipality
from dashboard.settings import SETTINGS


@dataclass(frozen=True)
class Format:
    """How a report becomes a file. `of_panel` ones hold one panel, `rows` ones the initiatives behind it, and
    `of_all` ones nothing else, so that there is none of a panel.
    """

    mime: str
    write: Callable[[Report, Told], bytes]
    of_panel: bool = False
    rows: bool = False
    of_all: bool = False


def _picture(draw: Callable[[Slide, Callable[..., str], str], bytes]) -> Callable[[Report, Told], bytes]:
    return lambda report, told: draw(report.slides[0], report.text, report.language)


FORMATS: Mapping[str, Format] = {
    "pptx": Format(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        lambda report, told: pptx(report, _template(), told),
    ),
    "pdf": Format("application/pdf", pdf),
    "png": Format("image/png", _picture(picture_png), of_panel=True),
    "svg": Format("image/svg+xml", _picture(picture_svg), of_panel=True),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx, rows=True),
    "csv": Format("text/csv", report_csv, rows=True),
    "codes.csv": Format("text/csv", machine_csv, rows=True, of_all=True),
    "parquet": Format("application/vnd.apache.parquet", parquet, rows=True, of_all=True),
    "json": Format("application/json", json_document, rows=True),
}
"""By suffix; `codes.csv` is for programs."""

_PART = 10_000
"""Initiatives that are read at a time."""

MakeTable = Callable[[pd.DataFrame, pd.DataFrame, pd.DataFrame], pd.DataFrame]
"""Of initiatives, their listings and their labels."""


def _template() -> Path | None:
    """The city's own slides, where it has put them beside its data."""
    own = SETTINGS.data / "slides.pptx"
    return own if own.is_file() else None


def report_of(view: View, names: Sequence[str] = (), address: str = "", rows: bool = True) -> Report:
    """The view's panels of these names, or all that show anything; with `rows`, their initiatives too.

    `address` is where the dashboard is served; without it there are no whole addresses. Raises KeyError for a
    name that the page does not have, ExportRefused where the view shows nothing.
    """
    panels = filter(None, (panel_of(view, name) for name in names or PANELS[view.page]))
    slides = [slide_of(view, panel, address) for panel in panels] if has_something(view) else []
    if not slides and (names or not view.totals.initiatives):
        raise ExportRefused(view.text("export-nothing"))
    title = slides[0].panel.title if len(names) == 1 else view.text(f"page-{view.page}")
    return Report(
        title=title,
        sentence=slides[0].panel.sentence if slides else view.selection(),
        basis=view.text("basis", selection=view.selection()),
        dated=dated(view),
        source=source_line(view),
        href=here_href(view),
        address=_whole(here_href(view), address),
        day=day_of(view),
        language=view.text.language,
        text=view.text,
        slides=slides,
        of_panel=bool(names),
        definitions=definitions(view),
        counted=(view.totals.initiatives, view.totals.all_initiatives),
        initiatives=labelled_initiatives(view) if rows else None,
        labels=labels_of_initiatives(view) if rows else None,
        codes=coded_initiatives(view) if rows else None,
    )


def report_of_deck(deck: Deck, view: View, address: str = "") -> Report:
    """Each slide as its own address says, at the view's snapshot if it names none; what is said of the deck
    itself is in the view's language.
    """
    slides = [_slide(slide, view, address) for slide in deck.at(view.snapshot).slides]
    text = view.text
    href = deck_href(pack(deck), text.language, view.snapshot)
    return Report(
        title=deck.title or text("deck-untitled"),
        sentence=text("deck-count", n=len(slides)),
        basis=text("deck-basis"),
        dated=dated(view),
        source=source_line(view),
        href=href,
        address=_whole(href, address),
        day=day_of(view),
        language=text.language,
        text=text,
        slides=slides,
        definitions=definitions(view),
    )


def _slide(slide: DeckSlide, view: View, address: str) -> Slide:
    """One that shows nothing says why instead, in its own language."""
    try:
        seen, panel = slide_panel(slide)
    except SlideBroken as broken:
        own = replace(view, text=slide_text(slide, view.text))
        said = broken.told(own.text)
        nothing = Panel(slide.panel, slide.title or said, said, "", Table(said, ()))
        return slide_of(own, nothing, title=slide.title, note=slide.note)
    return slide_of(seen, panel, address, slide.title, slide.note)


def slide_of(view: View, panel: Panel, address: str = "", title: str = "", note: str = "") -> Slide:
    place = f"#{panel.name}-title"
    return Slide(
        panel,
        title or panel.sentence,
        dated(view),
        source_line(view),
        address=_whole(f"{here_href(view)}{place}", address),
        living=_whole(f"{living_href(view)}{place}", address),
        note=note,
        language=view.text.language,
    )


def source_line(view: View) -> str:
    return view.text("source-line", municipality=read_municipality(view.store)["name"])


def definitions(view: View) -> list[tuple[str, str]]:
    """What the words and signs mean, for whoever reads them away from the page."""
    text = view.text
    asked = [(text(f"method-{name}-title"), text(f"method-{name}")) for name in METHOD]
    return [*asked, *((cell.sign, meaning) for cell, meaning in legend(view, list(Kind)).entries)]


def labelled_initiatives(view: View) -> Rows:
    """All selected initiatives as the import reads them, in the order of the list if the view is of that."""

    def table(found: pd.DataFrame, placed: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
        summaries = found.rename(columns={f"summary_{view.text.language}": "summary"})
        return initiative_table(summaries, placed, known, view.text, view.label)

    return _rows(view, table, view.sort if view.page == "initiatives" else PUBLISHED)


def labels_of_initiatives(view: View) -> Rows:
    """What is known of all selected initiatives, label by label; `count` is of the initiatives."""
    return _rows(view, partial(label_table, text=view.text, label=view.label))


def coded_initiatives(view: View) -> Rows:
    """All selected initiatives as programs read them."""
    return _rows(view, code_table)


def _rows(view: View, table: MakeTable, sort: str = PUBLISHED) -> Rows:
    whole = view.totals.initiatives

    def parts() -> Iterator[pd.DataFrame]:
        for offset in range(0, max(1, whole), _PART):
            found = initiatives(view.store, view.filters, sort, _PART, offset)
            codes = list(found["code"])
            yield table(found, listings(view.store, codes), labels(view.store, codes, view.filters.inferred))

    return Rows(whole, parts)


def _whole(href: str, address: str) -> str:
    """The whole of a relative address; empty where nobody has said where the dashboard is served."""
    return urljoin(address, href) if address else ""
