"""What is published while an answer is made waits for the next answer."""

from pathlib import Path

import pytest

import dashboard.ui.page
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.store.connection import StoreMissing, open_store
from dashboard.store.edition import one_edition
from dashboard.ui.export_address import parse_asked
from dashboard.ui.export_orders import order_of
from dashboard.ui.first_view import draw_ahead, forget_drawn


@pytest.fixture
def store(portfolio_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    build_store(portfolio_folder, tmp_path / "store")
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path / "store")
    forget_drawn()
    return tmp_path / "store"


@pytest.fixture
def publish(portfolio_folder: Path, store: Path):
    """Puts a version with one listing less into use."""

    def publish_next() -> None:
        listings = portfolio_folder / "portfolio" / "listings.csv"
        listings.write_text("".join(listings.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
        build_store(portfolio_folder, store)

    return publish_next


def drawn() -> list[str]:
    return [piece.html for piece in draw_ahead("initiatives", {}, "", False)]


def test_a_page_is_of_one_version_though_another_is_published_between_its_pieces(publish, monkeypatch):
    before = drawn()
    forget_drawn()
    show_header = dashboard.ui.page.show_header

    def show_header_and_publish(view):
        show_header(view)
        publish()

    monkeypatch.setattr(dashboard.ui.page, "show_header", show_header_and_publish)
    assert drawn() == before


def test_the_next_page_is_of_the_new_version(publish):
    before = drawn()
    publish()
    assert drawn() != before


def test_a_file_is_of_the_version_that_was_there_when_it_was_asked_for(publish):
    asked, told = parse_asked("insatser.csv"), lambda done, of: None
    before = order_of(asked, {}, "").make(told)
    ordered = order_of(asked, {}, "")
    publish()
    assert ordered.make(told) == before
    assert order_of(asked, {}, "").make(told) != before


def test_within_an_edition_the_store_stays_and_after_it_the_new_one_is_read(store, publish):
    with one_edition():
        first = open_store(store)
        publish()
        assert open_store(store) is first
        with one_edition():
            assert open_store(store) is first
    assert open_store(store) is not first


def test_what_could_not_be_read_is_tried_again(portfolio_folder, tmp_path):
    with one_edition():
        with pytest.raises(StoreMissing):
            open_store(tmp_path / "later")
        build_store(portfolio_folder, tmp_path / "later")
        assert open_store(tmp_path / "later").version
