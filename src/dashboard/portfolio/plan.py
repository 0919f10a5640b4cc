"""What captured pages would make of the portfolio's tables; decided before anything is written."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.portfolio.add_sheet import CapturedSheet, add_sheet, numbered
from dashboard.portfolio.difference import Change, compare_listings
from dashboard.portfolio.identify import Answers, Entry, identify
from dashboard.portfolio.labels import relabel
from dashboard.portfolio.match import entitled
from dashboard.portfolio.normalise import comparison_key
from dashboard.portfolio.own_rules import with_own_rules
from dashboard.portfolio.place import CapturedPage, PlacedPage, place_pages
from dashboard.portfolio.reading import Reader
from dashboard.portfolio.tables import Portfolio
from dashboard.sources.capture import CaptureError
from dashboard.store.rows import Row, new_row
from dashboard.store.tables import INITIATIVES, TABLE_OF
from dashboard.store.texts import Texts, text_id
from dashboard.vocabularies import Vocabularies


@dataclass(frozen=True)
class ImportPlan:
    """The portfolio as it would be, the city's words on these pages by id, and what changes."""

    after: Portfolio
    texts: Texts
    changes: list[Change]
    pages: list[PlacedPage]
    sheets: list[CapturedSheet]


def plan_import(
    captured: Iterable[CapturedPage | CapturedSheet],
    before: Portfolio,
    vocabularies: Vocabularies,
    reader: Reader,
    texts: Texts,
    answers: Answers,
    relabel_all: bool = False,
    unread: Iterable[CaptureError] = (),
) -> ImportPlan:
    """Replace the listings of each captured vision area, keep all others; then add what sheets say.

    `texts` has the wordings that earlier imports kept; `relabel_all` labels known initiatives as well.
    `unread` are captures that could not be read. The order of the pages makes no difference. Raises
    ImportRefused.
    """
    captured = list(captured)
    pages = place_pages(
        (each for each in captured if isinstance(each, CapturedPage)), before.sources, vocabularies, unread
    )
    entries = identify(pages, before, texts, answers)
    areas = {page.vision_area for page in pages} - {""}
    kept = _not_on_the_pages(before, areas, entries)
    listings = _in_reading_order(numbered([*(entry.row for entry in entries), *kept]), vocabularies)
    after = replace(
        before,
        sources=_renewed(before.sources, pages),
        initiatives=_titled(before.initiatives, listings),
        listings=listings,
        vision_areas=[
            row | {"captured": "yes"} if row["code"] in areas else row for row in before.vision_areas
        ],
    )
    after = relabel(after, before, pages, entries, reader, relabel_all)
    sheets = [each for each in captured if isinstance(each, CapturedSheet)]
    for sheet in sorted(sheets, key=lambda each: each.capture.sha256):
        after = add_sheet(after, sheet, vocabularies)
    after = with_own_rules(after)
    after = replace(after, listings=_in_reading_order(after.listings, vocabularies))
    words = {entry.words.text_id: entry.words.text for entry in entries}
    statements = {text_id(page.statement): page.statement for page in pages if page.statement}
    changes = compare_listings(before.listings, after.listings)
    return ImportPlan(after, words | statements, changes, pages, sheets)


def _not_on_the_pages(before: Portfolio, areas: Collection[str], entries: Iterable[Entry]) -> list[Row]:
    """Listings of other vision areas, and what a spreadsheet has stated that the page does not list."""
    sheets = {row["code"] for row in before.sources if row["kind"] == "spreadsheet"}
    listed = {(entry.page.vision_area, entry.initiative) for entry in entries}
    return [
        row
        for row in before.listings
        if row["vision_area"] not in areas
        or (row["source"] in sheets and (row["vision_area"], row["initiative"]) not in listed)
    ]


def _renewed(sources: Iterable[Row], pages: Iterable[PlacedPage]) -> list[Row]:
    rows = {page.source["code"]: page.source_row() for page in pages}
    return [*(rows.pop(row["code"], row) for row in sources), *rows.values()]


def _titled(initiatives: Sequence[Row], listings: Iterable[Row]) -> list[Row]:
    """The initiatives with the titles that their listings bear, and a row for each that is new."""
    published: dict[str, list[str]] = defaultdict(list)
    for row in listings:
        published[row["initiative"]].append(row["title"])
    known = {row["code"] for row in initiatives}
    new = [
        new_row(TABLE_OF[INITIATIVES], code=code, title=titles[0], display_title=titles[0])
        for code, titles in published.items()
        if code not in known
    ]
    return [_retitle(row, published.get(row["code"], [])) for row in [*initiatives, *new]]


def _retitle(initiative: Row, published: Sequence[str]) -> Row:
    """Keep the title while some listing bears it, else take what the pages say now; no title is forgotten."""
    keys = {comparison_key(title): title for title in reversed(published)}
    title = initiative["title"]
    if keys and comparison_key(title) not in keys:
        title = published[0]
    display = initiative["display_title"]
    if title != initiative["title"] and comparison_key(display) not in keys:
        display = title
    return entitled(initiative, title, display, published)


def _in_reading_order(rows: Iterable[Row], vocabularies: Vocabularies) -> list[Row]:
    """By vision area and stage as the vocabularies order them; within a stage as the page does.

    A code that the vocabulary has lost comes last; the build's checks name it.
    """
    areas, stages = (
        {code: rank for rank, code in enumerate(vocabularies.codes(dimension))}
        for dimension in ("vision_area", "stage")
    )
    return sorted(
        rows,
        key=lambda row: (
            areas.get(row["vision_area"], len(areas)),
            stages.get(row["stage"], len(stages)),
            int(row["position"]),
        ),
    )
