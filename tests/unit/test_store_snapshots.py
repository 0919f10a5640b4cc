"""Snapshots: immutable, and the way in which an import changes many files at one moment."""

import os
from datetime import date
from pathlib import Path

import pytest

from dashboard.store import snapshots
from dashboard.store.build import CheckFailed, build_store
from dashboard.store.connection import StoreMissing, open_store, snapshot_codes
from dashboard.store.snapshots import (
    SnapshotError,
    change_files,
    read_files,
    read_snapshot,
    take_snapshot,
    taken_snapshots,
    writing,
)

SPRING, AUTUMN = date(2031, 5, 2), date(2031, 10, 3)
FACTS, SOURCES = "portfolio/facts.csv", "portfolio/sources.csv"


def changed(data: Path) -> dict[str, bytes]:
    """Two files that an import would change, each by a word."""
    return {
        FACTS: (data / FACTS).read_bytes().replace(b"2031", b"2032", 1),
        SOURCES: (data / SOURCES).read_bytes().replace("Folkmängd".encode(), b"Folk"),
    }


def take(data: Path, day: date, files: dict[str, bytes] | None = None) -> str | None:
    with writing(data):
        return take_snapshot(data, day, files or {})


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_first_change_keeps_what_was_there_before_it(portfolio_folder):
    before = read_files(portfolio_folder)
    assert take(portfolio_folder, SPRING, changed(portfolio_folder)) == "2031-05-02-2"
    assert taken_snapshots(portfolio_folder) == ["2031-05-02", "2031-05-02-2"]
    assert read_snapshot(portfolio_folder, "2031-05-02") == before
    assert read_snapshot(portfolio_folder, "2031-05-02-2") == read_files(portfolio_folder) != before


def test_a_state_that_is_kept_already_is_not_kept_again(portfolio_folder):
    assert take(portfolio_folder, SPRING) == "2031-05-02"
    before = tree(portfolio_folder)
    assert take(portfolio_folder, AUTUMN) is None
    assert tree(portfolio_folder) == before


def test_snapshots_share_the_files_that_are_the_same(portfolio_folder):
    take(portfolio_folder, SPRING, changed(portfolio_folder))
    kept = list((portfolio_folder / "snapshots" / "files").iterdir())
    assert len(kept) == len(read_files(portfolio_folder)) + 2


def test_the_tenth_snapshot_of_a_day_comes_after_the_ninth(portfolio_folder):
    for number in range(10):
        take(portfolio_folder, SPRING, {FACTS: b"%d" % number})
    assert taken_snapshots(portfolio_folder)[-3:] == ["2031-05-02-9", "2031-05-02-10", "2031-05-02-11"]


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_kept_file_that_is_not_what_it_was_is_never_read(portfolio_folder, damage):
    take(portfolio_folder, SPRING)
    kept = max((portfolio_folder / "snapshots" / "files").glob("*.csv"))
    if damage == "gone":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes() + b"\n")
    with pytest.raises(SnapshotError, match=kept.name):
        read_snapshot(portfolio_folder, "2031-05-02")


def test_what_somebody_edits_while_a_change_is_cut_short_is_not_overwritten(portfolio_folder, monkeypatch):
    take(portfolio_folder, SPRING)
    with monkeypatch.context() as patched:
        patched.setattr(snapshots, "_put_in_place", lambda data: None)
        take(portfolio_folder, AUTUMN, changed(portfolio_folder))
    edited = (portfolio_folder / FACTS).read_text("utf-8").replace("2031", "2033")
    (portfolio_folder / FACTS).write_text(edited, "utf-8")
    with pytest.raises(SnapshotError, match="ändrades medan"):
        take(portfolio_folder, AUTUMN)
    assert (portfolio_folder / FACTS).read_text("utf-8") == edited


def test_a_folder_that_cannot_be_written_stays_as_it_was(portfolio_folder, monkeypatch):
    before = tree(portfolio_folder)

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(SnapshotError, match="kan inte skrivas"):
        take(portfolio_folder, SPRING)
    assert {name: content for name, content in tree(portfolio_folder).items() if name in before} == before
    assert taken_snapshots(portfolio_folder) == []


def years(store_folder: Path, snapshot: str = "") -> list[str]:
    found = open_store(store_folder, snapshot).rows(
        "select value from fact where kind = 'year' order by 1", {}
    )
    return found["value"].tolist()


def test_every_snapshot_has_a_store_that_answers_for_ever(portfolio_folder, tmp_path):
    store = tmp_path / "store"
    take(portfolio_folder, SPRING, changed(portfolio_folder))
    build_store(portfolio_folder, store)
    assert snapshot_codes(store) == taken_snapshots(portfolio_folder)
    first, second = (years(store, code) for code in snapshot_codes(store))
    assert first != second == years(store)
    take(portfolio_folder, AUTUMN, {FACTS: (portfolio_folder / FACTS).read_bytes().replace(b"2032", b"2034")})
    build_store(portfolio_folder, store)
    assert years(store, "2031-05-02") == first
    assert years(store, "2031-05-02-2") == second != years(store)


def test_the_same_state_is_one_file_however_many_names_it_has(portfolio_folder, tmp_path):
    store = tmp_path / "store"
    take(portfolio_folder, SPRING)
    build_store(portfolio_folder, store)
    assert len(list(store.glob("*.duckdb"))) == 1


@pytest.mark.parametrize("code", ["2031-05-03", "../current", "current", "2031-05-02/../../x"])
def test_an_unknown_snapshot_is_missing(portfolio_folder, tmp_path, code):
    take(portfolio_folder, SPRING)
    build_store(portfolio_folder, tmp_path / "store")
    with pytest.raises(StoreMissing):
        open_store(tmp_path / "store", code)


def test_a_broken_snapshot_is_told_and_does_not_keep_new_data_back(portfolio_folder, tmp_path):
    store = tmp_path / "store"
    take(portfolio_folder, SPRING)
    (portfolio_folder / FACTS).write_bytes(changed(portfolio_folder)[FACTS])
    for kept in (portfolio_folder / "snapshots" / "files").glob("*.csv"):
        kept.unlink()
    with pytest.raises(CheckFailed, match=r"snapshots/2031-05-02\.json"):
        build_store(portfolio_folder, store)
    assert "2032" in years(store)
    assert snapshot_codes(store) == []


def test_an_older_snapshot_may_lack_what_came_later(portfolio_folder, tmp_path):
    """A column or an optional table that is added one day is empty in what was kept before."""
    initiatives = portfolio_folder / "portfolio" / "initiatives.csv"
    assert b"other_titles" not in initiatives.read_bytes()
    assert not (portfolio_folder / "portfolio" / "review.csv").exists()
    take(portfolio_folder, SPRING)
    build_store(portfolio_folder, tmp_path / "store")
    store = open_store(tmp_path / "store", "2031-05-02")
    assert store.rows("from review", {}).empty
    assert all(
        not len(titles) for titles in store.rows("select other_titles from initiative", {})["other_titles"]
    )


def test_kept_wordings_that_cannot_be_read_are_told_with_what_to_do(portfolio_folder, tmp_path):
    (tmp_path / "texts.csv").write_text("id;text\n", "utf-8")
    with pytest.raises(CheckFailed, match=r"skiljs åt av semikolon.*nästa import skriver den igen"):
        build_store(portfolio_folder, tmp_path / "store", captures=tmp_path)


def test_a_change_of_several_files_holds_at_one_moment_and_is_not_kept(portfolio_folder):
    after = changed(portfolio_folder)
    with writing(portfolio_folder):
        change_files(portfolio_folder, after)
    assert {name: (portfolio_folder / name).read_bytes() for name in after} == after
    assert list((portfolio_folder / "snapshots").iterdir()) == []


def test_whoever_reads_while_a_change_comes_and_goes_reads_the_whole_of_it(portfolio_folder, monkeypatch):
    after, read = changed(portfolio_folder), snapshots._read_file
    (portfolio_folder / "snapshots").mkdir()
    os.utime(portfolio_folder / "snapshots", (0, 0))

    def read_late(path: Path) -> bytes | None:
        if path.name == "facts.csv":
            monkeypatch.setattr(snapshots, "_read_file", read)
            change_files(portfolio_folder, after)
        return read(path)

    monkeypatch.setattr(snapshots, "_read_file", read_late)
    found = read_files(portfolio_folder)
    assert {name: found[name] for name in after} == after
