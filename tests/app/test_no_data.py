"""What readers see where there is no data to show: what is wrong and what to do, never a traceback."""

import shutil
from hashlib import sha256

import duckdb
import pytest

from dashboard.settings import SETTINGS
from dashboard.store.connection import POINTER, read_pointer
from tests.app.conftest import visit_page


def said(page):
    return [each.value for each in (*page.app.title, *page.app.markdown, *page.app.code)]


@pytest.fixture
def folder(tmp_path, use_folders):
    """An empty folder for the store."""
    use_folders(store=tmp_path / "store", data=SETTINGS.data)
    return tmp_path / "store"


def test_a_fresh_clone_makes_its_own_store_and_shows_it(folder):
    assert visit_page().selection == "Alla 68 insatser"
    assert (folder / POINTER).is_file()


def test_without_tables_to_make_it_from_the_missing_store_is_said(folder, tmp_path, use_folders):
    use_folders(data=tmp_path / "nowhere")
    page = visit_page()
    assert said(page) == [
        "Det finns ingen data att visa",
        "Datafilen saknas. Bygg den med kommandot nedan och ladda om sidan.",
        "dashboard build",
    ]


def put_store(folder, content):
    """Put a file of our own into use, as a build would."""
    name = "portfolio-0123456789ab.duckdb"
    folder.mkdir()
    (folder / POINTER).write_text(f"{name} {sha256(content).hexdigest()}\n", "utf-8")
    (folder / name).write_bytes(content)
    return folder / name


def test_a_truncated_store_is_said(folder, real_store):
    shutil.copytree(real_store, folder)
    read_pointer(folder)[0].write_bytes(read_pointer(folder)[0].read_bytes()[:5000])
    assert any("Datafilen är skadad." in line for line in said(visit_page()))


def test_a_pointer_that_points_nowhere_is_no_dead_end(folder):
    put_store(folder, b"").unlink()
    assert visit_page().selection == "Alla 68 insatser"


def test_an_older_store_is_said(folder, tmp_path):
    duckdb.connect(tmp_path / "older.duckdb").close()
    put_store(folder, (tmp_path / "older.duckdb").read_bytes())
    assert any("en annan version av Visionskollen" in line for line in said(visit_page()))


def test_it_is_said_in_english_to_those_who_read_english(folder):
    put_store(folder, b"no database")
    assert visit_page(params="lang=en").app.title[0].value == "There is no data to show"


def test_a_broken_row_is_named_by_file_and_line(folder, tmp_path, use_folders):
    data = shutil.copytree(SETTINGS.data, tmp_path / "data")
    listings = data / "portfolio" / "listings.csv"
    listings.write_text(listings.read_text("utf-8").replace(",motas,", ",mottas,", 1), "utf-8")
    use_folders(data=data)
    page = visit_page()
    assert page.app.title[0].value == "Datan går inte att läsa"
    problems = page.html["check-problems"]
    assert '<ol class="vk-changed" lang="sv">' in problems
    assert "portfolio/listings.csv rad " in problems
    assert "mottas" in problems
    assert not (folder / POINTER).exists()
