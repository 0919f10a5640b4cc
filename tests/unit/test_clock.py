"""A clock that is set back or forward by years: nothing is lost, and what came later stands later."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.faults import TODAY, Workshop
from tests.trust import Kind
from tests.unit.test_faults import DECISION, Seen, build, decide, import_page, make_folders

from dashboard.store.build import build_store
from dashboard.store.connection import open_store
from dashboard.store.gap_register import read_rows
from dashboard.store.snapshots import read_files, read_snapshot, take_snapshot, taken_snapshots, writing
from dashboard.store.tables import GAP_DECISIONS, TABLE_OF

BACK, FORWARD = "2010-02-03", "2099-12-31"


@pytest.fixture(scope="module")
def may(tmp_path_factory: pytest.TempPathFactory, workshop: Workshop) -> Path:
    return make_folders(tmp_path_factory.mktemp("clock"), workshop)["May"]


@pytest.fixture
def folder(may: Path, tmp_path: Path) -> Path:
    """With one snapshot, of `TODAY`."""
    return Path(shutil.copytree(may, tmp_path / "folder"))


def test_an_import_when_the_clock_has_been_set_back_comes_after_what_it_changed(workshop, folder, ledger):
    before = read_files(folder / "data")
    run = workshop.run(folder, *import_page(folder), day=BACK)
    assert run.status == 0
    assert f"Datorns klocka visar {BACK}, men {TODAY} är redan sparad. Ställ klockan rätt." in run.said
    assert taken_snapshots(folder / "data") == [TODAY, f"{TODAY}-2"]
    assert read_snapshot(folder / "data", TODAY) == before
    assert read_snapshot(folder / "data", f"{TODAY}-2") == read_files(folder / "data") != before
    assert workshop.run(folder, *build(folder), day=BACK).status == 0
    assert Seen.of(folder).version == open_store(folder / "store", f"{TODAY}-2").version
    ledger.note(Kind.FAULTS, "clock set back")


def test_after_a_day_in_the_far_future_snapshots_go_on_in_order(portfolio_folder, ledger):
    taken = []
    for number, day in enumerate((FORWARD, TODAY, BACK, FORWARD)):
        with writing(portfolio_folder):
            changed = {"portfolio/facts.csv": b"%d\n" % number}
            taken.append(take_snapshot(portfolio_folder, date.fromisoformat(day), changed))
            assert take_snapshot(portfolio_folder, date.fromisoformat(day)) is None
    assert taken == [f"{FORWARD}-2", f"{FORWARD}-3", f"{FORWARD}-4", f"{FORWARD}-5"]
    assert taken_snapshots(portfolio_folder)[1:] == taken
    ledger.note(Kind.FAULTS, "clock set forward, and back again", 3)


def test_a_decision_of_a_day_that_the_clock_has_not_come_to_is_told_with_that_day(workshop, folder, ledger):
    run = workshop.run(folder, *decide(folder), "--decided", TODAY, day=BACK)
    assert run.status == 1
    assert f"senare än i dag, {BACK}" in run.said
    assert GAP_DECISIONS not in read_files(folder / "data")
    for day in (FORWARD, BACK, TODAY):
        assert workshop.run(folder, *decide(folder), day=day).status == 0
    rows = read_rows(TABLE_OF[GAP_DECISIONS], read_files(folder / "data"))
    assert [row["decided_at"] for row in rows] == [FORWARD, BACK, TODAY]
    assert {row["reason"] for row in rows} == {DECISION[-1]}
    ledger.note(Kind.FAULTS, "clock set back", 2)


@pytest.mark.parametrize("day", [BACK, FORWARD])
def test_the_store_in_use_is_the_last_one_whatever_day_its_file_has(portfolio_folder, tmp_path, day):
    store, facts = tmp_path / "store", portfolio_folder / "portfolio" / "facts.csv"
    whole = facts.read_bytes()
    seconds = (date.fromisoformat(day) - date(1970, 1, 1)).total_seconds()
    versions = []
    for year in (b"2031", b"2032", b"2033"):
        facts.write_bytes(whole.replace(b"2031", year, 1))
        os.utime(build_store(portfolio_folder, store), (seconds, seconds))
        versions.append(open_store(store).version)
    assert len({*versions}) == 3
