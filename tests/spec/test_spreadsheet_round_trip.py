"""The list's download, taken to a spreadsheet and brought back."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from dashboard.exports.report import Report, Rows
from dashboard.exports.spreadsheet_csv import report_csv, spreadsheet_csv
from dashboard.exports.workbook import xlsx
from dashboard.filters import Filters
from dashboard.links import Links
from dashboard.panels.view import View
from dashboard.queries.portfolio import read_vocabularies
from dashboard.reports import labelled_initiatives
from dashboard.settings import SETTINGS
from dashboard.sources.sheet import Sheet, SheetListing, parse_sheet
from dashboard.store.build import build_store
from dashboard.store.connection import Store, open_store
from dashboard.text import LANGUAGES, text_of
from tests.reports import made_up_report, slides
from tests.spec.tables import fill, portfolio, read_table

LISTINGS = """
initiative | title     | summary | vision_area | stage      | link    | district          | target_group
cafe       | Språkcafé | Prat.   | mojlighet   | doing-now  |         | norrby, viskafors | children
cafe       | Språkcafé |         | motas       | networks   | Läs mer |                   |
bad        | =Bad      | Sim.    | motas       | doing-now  |         |                   |
"""

SPREADSHEET = """
Kod  | Insats    | Visionsområde | Skede                    | Nummer i skedet | Länktext  | Område
cafe | Språkcafé | Mod / Möten   | Det här gör vi / Nätverk | 1 / 1           | / Läs mer | Norrby / Viskafors
bad  | '=Bad     | Möten         | Det här gör vi           | 1               |           | Ej angivet
"""


@pytest.fixture(scope="module")
def store() -> Store:
    """The listings above, with the sources that they say they are from."""
    made = portfolio(LISTINGS)
    sources = [
        {"code": f"page-{area}", "kind": "vision-area-page", "title": area}
        for area in {row["vision_area"] for row in read_table(LISTINGS)}
    ]
    fill(made._connection, {"source": sources})
    return made


def listed(store: Store, language: str = "sv", filters: Filters | None = None) -> pd.DataFrame:
    view = View(
        store=store,
        vocabularies=read_vocabularies(store),
        filters=filters or Filters(),
        unknown=(),
        text=text_of(language),
        links=Links(language),
        params={},
        today=date(2026, 11, 21),
    )
    return pd.concat(labelled_initiatives(view).parts())


def download(store: Store, language: str = "sv", filters: Filters | None = None) -> bytes:
    return spreadsheet_csv(listed(store, language, filters))


def taken_along(store: Store, language: str, write: Callable[[Report], bytes]) -> Sheet:
    """What the import reads in an export of all initiatives."""
    report = made_up_report(
        initiatives=Rows.of(listed(store, language)),
        text=text_of(language),
        language=language,
        slides=slides()[:2],
    )
    return parse_sheet(write(report), "export", read_vocabularies(store))


def test_a_row_is_an_initiative_whose_listings_stand_side_by_side_in_its_cells(store):
    """The separator of a cell, which is that of the table above too, is drawn as a slash."""
    written = download(store).decode("utf-8-sig").replace("|", "/")
    wanted = read_table(SPREADSHEET)
    found = [
        {name: row[name].strip() for name in wanted[0]}
        for row in csv.DictReader(io.StringIO(written), delimiter=";")
    ]
    assert found == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_reads_back_with_codes_for_labels(store, language):
    sheet = parse_sheet(download(store, language), "insatser.csv", read_vocabularies(store))
    cafe, bad = sheet.rows
    assert cafe.listings == (
        SheetListing("mojlighet", "doing-now", 1),
        SheetListing("motas", "networks", 1, "Läs mer"),
    )
    assert cafe.labels == {"district": ("norrby", "viskafors"), "target_group": ("children",)}
    assert (bad.code, bad.title, bad.labels) == ("bad", "=Bad", {})
    assert sheet.language == language


def test_what_is_filtered_away_is_not_in_it(store):
    sheet = parse_sheet(
        download(store, filters=Filters({"district": ("norrby",)})), "insatser.csv", read_vocabularies(store)
    )
    assert [row.code for row in sheet.rows] == ["cafe"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("write", [report_csv, xlsx])
def test_an_export_with_all_that_it_says_of_itself_reads_back_like_the_list(store, write, language):
    listed = parse_sheet(download(store, language), "insatser.csv", read_vocabularies(store))
    assert taken_along(store, language, write) == listed


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("store")
    build_store(SETTINGS.data, folder)
    return open_store(folder)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("write", [report_csv, xlsx])
def test_the_city_s_own_portfolio_reads_back_whole(city: Store, language: str, write):
    sheet = taken_along(city, language, write)
    listings = {
        (row.code, row.title, each.vision_area, each.stage, str(each.position), each.link_label)
        for row in sheet.rows
        for each in row.listings
    }
    columns = ("initiative", "title", "vision_area", "stage", "position", "link_label")
    assert (len(sheet.rows), len(listings)) == (68, 78)
    assert listings == {tuple(row[each] for each in columns) for row in read_csv("listings.csv")}
    labels = {
        (row.code, dimension, term)
        for row in sheet.rows
        for dimension, terms in row.labels.items()
        for term in terms
    }
    assert labels == {
        (row["initiative"], row["dimension"], row["term"]) for row in read_csv("classifications.csv")
    }


def read_csv(name: str) -> list[dict[str, str]]:
    with (SETTINGS.data / "portfolio" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
