"""data/ says what the captured pages say, to the listing. Skipped where the captures are not at hand."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.portfolio.import_captures import import_captures
from dashboard.portfolio.place import CapturedPage
from dashboard.portfolio.read_pages import CaptureOptions, read_pages
from dashboard.portfolio.tables import Portfolio
from dashboard.sources.vision_area_page import VisionAreaPage
from dashboard.store.snapshots import read_files
from dashboard.vocabularies import Vocabularies

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))

pytestmark = pytest.mark.skipif(not SEEDS, reason="the captured pages are not beside the repository")


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return Portfolio.parse(read_files(ROOT / "data"))


@pytest.fixture(scope="module")
def vision_areas() -> dict[str, CapturedPage]:
    """Captured vision-area pages by code."""
    vocabularies = Vocabularies.read(ROOT / "data" / "vocabularies")
    read, problems = read_pages([*map(str, SEEDS)], vocabularies, CaptureOptions(date(2026, 11, 21)))
    assert problems == []
    pages = {
        vocabularies.resolve("vision_area", captured.page.title): captured
        for captured in read
        if isinstance(captured, CapturedPage) and isinstance(captured.page, VisionAreaPage)
    }
    return {code: captured for code, captured in pages.items() if code}


def test_the_pages_hold_78_listings_in_three_stages(vision_areas):
    stages = {
        code: [*Counter(listing.stage for listing in captured.page.listings).values()]
        for code, captured in vision_areas.items()
    }
    listings = [listing for captured in vision_areas.values() for listing in captured.page.listings]
    assert stages == {"mojlighet": [31, 25, 3], "motas": [12, 4, 3]}
    assert len(listings) == 78
    assert sum(listing.link_label != "" for listing in listings) == 66
    assert sum(listing.link_external for listing in listings) == 10


def test_every_listing_of_the_data_stands_on_its_page_and_the_other_way_round(portfolio, vision_areas):
    def unspaced(text: str) -> str:
        return text.replace("\u00a0", " ")

    def flag(label: str, value: bool) -> str:
        return ("yes" if value else "no") if label else ""

    on_pages = [
        (
            code,
            listing.stage,
            str(listing.position),
            unspaced(listing.title),
            unspaced(listing.link_label),
            flag(listing.link_label, listing.link_external),
            flag(listing.link_label, listing.link_new_window),
        )
        for code, captured in vision_areas.items()
        for listing in captured.page.listings
    ]
    columns = ("vision_area", "stage", "position", "title", "link_label", "link_external", "link_new_window")
    in_data = [tuple(row[column] for column in columns) for row in portfolio.listings]
    assert sorted(on_pages) == sorted(in_data)


def test_68_initiatives_stand_on_the_pages_ten_of_them_on_both(portfolio):
    areas = Counter(row["initiative"] for row in portfolio.listings)
    assert (len(portfolio.initiatives), len(areas)) == (68, 68)
    assert sorted(areas.values(), reverse=True)[:11] == [2] * 10 + [1]


def test_all_that_is_listed_is_rebuilt_from_the_captures_alone(tmp_path):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    listings = data / "portfolio" / "listings.csv"
    whole = listings.read_bytes()
    listings.write_bytes(whole.splitlines(keepends=True)[0])
    arguments = ["--data", data, "--captures", tmp_path / "captures", *SEEDS]
    assert CliRunner().invoke(import_captures, [str(each) for each in arguments]).exit_code == 0
    assert listings.read_bytes() == whole


def test_importing_the_captures_changes_not_a_byte(tmp_path):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    arguments = ["--data", data, "--captures", tmp_path / "captures", *SEEDS]
    result = CliRunner().invoke(import_captures, [str(each) for each in arguments])
    assert (result.exit_code, result.stderr) == (0, "")
    for path in (ROOT / "data" / "portfolio").iterdir():
        assert (data / "portfolio" / path.name).read_bytes() == path.read_bytes(), path.name
