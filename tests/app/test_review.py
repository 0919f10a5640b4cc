"""What an import has left to a person: settled on the page by those who may write, on a copy of the data."""

import json
import time
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
import streamlit

from dashboard.settings import SETTINGS
from dashboard.store import snapshots
from dashboard.store.build import build_store
from dashboard.store.review import Doubt, settle
from dashboard.store.rows import Row, read_rows
from dashboard.store.snapshots import read_files, take_snapshot, taken_snapshots, writing
from dashboard.store.tables import CLASSIFICATIONS, REVIEW, TABLE_OF
from tests.app.conftest import Visit, visit_page

TODAY = date(2026, 12, 1)
BY = "Utvecklingsledare"
EDITOR = {"is_logged_in": True, "email": "redaktor@stad.example", "email_verified": True, "name": "Redaktor"}
DREAM = Doubt(
    "drommen-om-norrby",
    "unsure",
    "target_area",
    "housing",
    "föreningarna, Borås Stad och bostadsbolagen tillsammans formulerar en",
)
HEALTH = Doubt("man-i-halsa", "unsure", "target_area", "work", "fler män att utbilda sig till ett yrke")
PLACE = Doubt("man-i-halsa", "unsure", "place", "hestra", "<b>på Hestra</b>")
OPEN = 16
"""Doubts in the data."""


@pytest.fixture
def data(tmp_path: Path, real_store: Path, use_folders, monkeypatch) -> Path:
    """A copy of the data that the pages may write to, on the first of December."""
    copy = Path(copytree(SETTINGS.data, tmp_path / "data"))
    copytree(real_store, tmp_path / "store", symlinks=True)
    writes = tmp_path / "kept" / "writes.jsonl"
    use_folders(data=copy, store=tmp_path / "store", captures=tmp_path / "captures", writes=writes)
    monkeypatch.setitem(vars(SETTINGS), "editable", True)
    monkeypatch.setattr("dashboard.panels.view.today", lambda: TODAY)
    return copy


def rows(data: Path, table: str = REVIEW) -> list[Row]:
    return read_rows(TABLE_OF[table], read_files(data))


def settled(data: Path) -> list[Row]:
    return [row for row in rows(data) if row["settled"]]


def fill(page: Visit, doubt: Doubt = DREAM, decision: str = "accepted", by: str = BY) -> None:
    """Fill in the form and press its button."""
    page.app.selectbox[0].set_value(doubt)
    if decision:
        page.app.radio[0].set_value(decision)
    page.app.text_input[0].set_value(by)
    press(page)


def press(page: Visit) -> None:
    next(button for button in page.app.button if button.key == "settle-save").click()
    page.run()


def has_form(page: Visit) -> bool:
    return "review-form" in page.html


def test_a_form_waits_below_the_open_doubts(data):
    page = visit_page("about")
    assert page.keys.index("review") + 1 == page.keys.index("review-form")
    assert len(page.app.selectbox[0].options) == OPEN
    [option] = [each for each in page.app.selectbox[0].options if each.startswith("Drömmen om Norrby")]
    assert "Målområde: Boende" in option
    assert f"«{DREAM.quote}» (Reglerna räcker inte för att avgöra)" in option
    assert page.app.radio[0].options == ["Godta", "Avvisa"]


def test_what_is_accepted_is_a_label_at_once_and_no_doubt_any_longer(data):
    page = visit_page("about")
    fill(page)
    assert page.text("review-notes") == "Uppgiften är avgjord."
    assert f"{OPEN - 1} uppgifter behöver ses över" in page.text("review")
    assert "Drömmen om Norrby" not in page.text("review")
    [label] = [row for row in rows(data, CLASSIFICATIONS) if row["reviewer"] == BY]
    assert (label["initiative"], label["term"]) == ("drommen-om-norrby", "housing")
    assert (label["provenance"], label["reviewed_at"]) == ("inferred", str(TODAY))
    [row] = settled(data)
    assert (row["settled"], row["settled_by"], row["settled_at"]) == ("accepted", BY, str(TODAY))


def test_who_settles_several_gives_the_role_once_and_picks_anew(data):
    page = visit_page("about")
    fill(page, decision="rejected")
    assert (page.app.selectbox[0].value, page.app.radio[0].value) == (None, None)
    assert page.app.text_input[0].value == BY
    page.run()
    assert "review-notes" not in page.html
    fill(page, HEALTH, "rejected")
    assert [row["settled"] for row in settled(data)] == ["rejected", "rejected"]
    assert f"{OPEN - 2} uppgifter" in page.text("review")


def test_what_is_wrong_is_named_by_its_field_and_nothing_that_was_said_is_lost(data):
    page = visit_page("about")
    fill(page, decision="", by=" ")
    assert page.text("review-notes") == (
        "Uppgiften är inte avgjord. Rätta det här och spara igen: "
        "Beslut: värdet saknas. Fyll i det. "
        "Din roll eller funktion: värdet saknas. Fyll i det."
    )
    assert settled(data) == []
    assert page.app.selectbox[0].value is not None
    page.app.radio[0].set_value("rejected")
    page.app.text_input[0].set_value(BY)
    press(page)
    assert len(settled(data)) == 1


def test_nothing_is_settled_where_nothing_is_picked(data):
    page = visit_page("about", "lang=en")
    press(page)
    assert page.text("review-notes").endswith("Choose which label it is about.")
    assert settled(data) == []


def test_whoever_settles_after_somebody_else_is_told(data):
    page = visit_page("about")
    assert settle(data, DREAM, "rejected", "Någon annan", TODAY) == []
    fill(page)
    assert "redan avgjord" in page.text("review-notes")
    assert [row["settled_by"] for row in settled(data)] == ["Någon annan"]


def test_a_full_disk_is_told_and_keeps_what_was_said(data, monkeypatch):
    page = visit_page("about")

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(snapshots, "replace_file", refuse)
    fill(page)
    assert "ingenting är ändrat" in page.text("review-notes")
    assert page.app.text_input[0].value == BY


def doubt_a_place(data: Path) -> None:
    path = data / REVIEW
    row = f"man-i-halsa,unsure,place,hestra,stated-place-in-text,{PLACE.quote},page-mojlighet\n"
    path.write_text(path.read_text("utf-8") + row, "utf-8")
    build_store(data, SETTINGS.store)


def test_a_place_is_accepted_with_its_role(data):
    doubt_a_place(data)
    page = visit_page("about")
    assert any(PLACE.quote in option for option in page.app.selectbox[0].options)
    fill(page, PLACE)
    assert "Platsens roll, om du godtar en plats: " in page.text("review-notes")
    page.app.selectbox[1].set_value("venue")
    press(page)
    assert page.text("review-notes") == "Uppgiften är avgjord."
    assert [row["role"] for row in rows(data, CLASSIFICATIONS) if row["reviewer"] == BY] == ["venue"]


def test_where_nothing_is_in_doubt_there_is_no_form(data):
    path = data / REVIEW
    path.write_text(path.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    build_store(data, SETTINGS.store)
    assert not has_form(visit_page("about"))


def test_a_public_site_has_no_form(data, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "editable", False)
    page = visit_page("about")
    assert "review" in page.keys
    assert not has_form(page)


def test_a_locked_view_has_no_form(data):
    with writing(data):
        take_snapshot(data, TODAY)
    build_store(data, SETTINGS.store)
    assert not has_form(visit_page("about", f"snap={taken_snapshots(data)[-1]}"))


def test_an_editor_settles_and_who_it_was_stands_beside_the_data_and_not_in_it(data, monkeypatch):
    sign_in(monkeypatch, ago=60)
    page = visit_page("about")
    fill(page)
    assert page.text("review-notes") == "Uppgiften är avgjord."
    [line] = SETTINGS.writes.read_text("utf-8").splitlines()
    note = json.loads(line)
    assert (note["who"], note["what"]) == ("redaktor@stad.example", "review")
    assert note["about"] == "drommen-om-norrby unsure target_area:housing accepted"
    assert not any(b"redaktor@" in path.read_bytes() for path in data.rglob("*") if path.is_file())


def test_what_is_sent_when_the_sign_in_has_run_out_is_refused_and_not_lost(data, monkeypatch):
    sign_in(monkeypatch, ago=60)
    page = visit_page("about")
    sign_in(monkeypatch, ago=9 * 3600)
    fill(page)
    assert page.text("review-notes").startswith("Uppgiften är inte avgjord. Du är inte inloggad")
    assert page.app.text_input[0].value == BY
    assert settled(data) == []
    assert not SETTINGS.writes.exists()
    assert not has_form(visit_page("about"))


def sign_in(monkeypatch, ago: float) -> None:
    """Lets the session have signed in so many seconds ago, where only those who sign in may write."""
    monkeypatch.setitem(vars(SETTINGS), "editable", False)
    monkeypatch.setitem(vars(SETTINGS), "sign_in", "oidc")
    monkeypatch.setitem(vars(SETTINGS), "editors", (EDITOR["email"],))
    monkeypatch.setattr(streamlit, "user", EDITOR | {"iat": int(time.time() - ago)})
