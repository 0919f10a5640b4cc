"""Backup and restore: what cannot be made anew comes back byte by byte, and nothing that is there is lost."""

import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.snapshots import build_two_snapshots
from tests.trust import Kind

from dashboard.cli import main
from dashboard.store import restore
from dashboard.store.backup import BackupError, build_backup, check_backup
from dashboard.store.connection import open_store
from dashboard.store.restore import restore_backup
from dashboard.store.snapshots import read_files, take_snapshot, writing
from dashboard.store.tables import TEXTS
from dashboard.store.texts import format_texts, read_texts

Members = dict[str, bytes]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`data` with two snapshots and a deck, `captures`, `store`, and their `backup.tar`: to be left as is."""
    folder = tmp_path_factory.mktemp("house")
    build_two_snapshots(folder)
    (folder / "data" / "decks").mkdir()
    (folder / "data" / "decks" / "möte.toml").write_text("title = 'Påhittat'\n", "utf-8")
    build_backup(folder / "data", folder / "captures", folder / "backup.tar")
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, words)])


def places(folder: Path) -> list[str | Path]:
    return ["--data", folder / "data", "--captures", folder / "captures"]


def test_a_restore_on_a_new_machine_gives_the_same_bytes_and_the_same_version(house, tmp_path, ledger):
    done = run("restore", house / "backup.tar", *places(tmp_path), "--store", tmp_path / "store")
    assert (done.exit_code, tree(tmp_path / "data")) == (0, tree(house / "data"))
    assert tree(tmp_path / "captures") == tree(house / "captures")
    for snapshot in ("", "2031-05-01", "2031-11-21"):
        ours, theirs = (open_store(folder / "store", snapshot) for folder in (tmp_path, house))
        assert ours.version == theirs.version
    assert {path.name for path in tmp_path.iterdir()} == {"data", "captures", "store"}
    ledger.note(Kind.LOST, "of a backup that was restored on a new machine", 0)


def test_the_same_folders_give_the_same_bytes_wherever_they_are(house, tmp_path):
    for name in ("data", "captures"):
        shutil.copytree(house / name, tmp_path / name, copy_function=shutil.copyfile)
    build_backup(tmp_path / "data", tmp_path / "captures", tmp_path / "backup.tar")
    assert (tmp_path / "backup.tar").read_bytes() == (house / "backup.tar").read_bytes()


def test_any_tar_program_can_unpack_it(house, tmp_path):
    with tarfile.open(house / "backup.tar") as archive:
        archive.extractall(tmp_path, filter="data")
    assert tree(tmp_path / "data") == tree(house / "data")


def test_what_was_there_keeps_a_name_and_is_never_overwritten(house, tmp_path):
    for number in (1, 2):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "mine.txt").write_text(str(number), "utf-8")
        restore_backup(house / "backup.tar", tmp_path / "data", tmp_path / "captures")
    kept = [(tmp_path / f"data.replaced-{number}" / "mine.txt").read_text("utf-8") for number in (1, 2)]
    assert kept == ["1", "2"]


def test_texts_are_joined_and_another_capture_of_the_same_name_is_set_aside(house, tmp_path):
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / TEXTS).write_bytes(format_texts({"0123456789abcdef": "Mitt."}))
    restore_backup(house / "backup.tar", tmp_path / "data", tmp_path / "captures")
    joined = {**read_texts(house / "captures"), "0123456789abcdef": "Mitt."}
    assert read_texts(tmp_path / "captures") == joined
    (tmp_path / "captures" / TEXTS).write_bytes(b"trasig")
    restore_backup(house / "backup.tar", tmp_path / "data", tmp_path / "captures")
    assert read_texts(tmp_path / "captures") == read_texts(house / "captures")
    assert (tmp_path / "captures" / f"{TEXTS}.replaced-1").read_bytes() == b"trasig"


def test_data_that_no_other_command_can_read_is_brought_back(portfolio_folder, tmp_path):
    with writing(portfolio_folder):
        take_snapshot(portfolio_folder, date(2031, 5, 2))
    build_backup(portfolio_folder, tmp_path / "captures", tmp_path / "whole.tar")
    whole = tree(portfolio_folder)
    (portfolio_folder / "snapshots" / "pending.json").write_text("{", "utf-8")
    restore_backup(tmp_path / "whole.tar", portfolio_folder, tmp_path / "captures")
    assert tree(portfolio_folder) == whole
    (portfolio_folder / "portfolio" / "facts.csv").write_bytes(b"\xff")
    assert build_backup(portfolio_folder, tmp_path / "captures", tmp_path / "broken.tar").files


def test_where_folders_cannot_be_exchanged_at_one_moment_they_are_renamed(house, tmp_path, monkeypatch):
    monkeypatch.setattr(restore.ctypes, "CDLL", lambda *_, **__: object())
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mine.txt").write_text("mitt", "utf-8")
    _, replaced = restore_backup(house / "backup.tar", tmp_path / "data", tmp_path / "captures")
    assert replaced == tmp_path / "data.replaced-1"
    assert tree(tmp_path / "data.replaced-1") == {"mine.txt": b"mitt"}
    assert tree(tmp_path / "data") == tree(house / "data")


@pytest.mark.parametrize("place", ["data/backup.tar", "captures/backup.tar"])
def test_a_backup_does_not_go_where_it_would_back_itself_up(house, place):
    before = tree(house)
    done = run("backup", house / place, *places(house))
    assert done.exit_code == 1
    assert "Ange en fil utanför den." in done.output
    assert tree(house) == before


def test_a_folder_that_is_only_linked_to_is_not_left_out_in_silence(house, tmp_path):
    shutil.copytree(house / "data", tmp_path / "data")
    (tmp_path / "data" / "decks").rename(tmp_path / "decks")
    (tmp_path / "data" / "decks").symlink_to(tmp_path / "decks")
    done = run("backup", tmp_path / "backup.tar", *places(tmp_path))
    assert done.exit_code == 1
    assert "data/decks: är en länk till en mapp" in done.output


def test_a_backup_without_a_name_is_named_after_the_day(house, tmp_path, monkeypatch):
    monkeypatch.setattr("dashboard.backup_commands.today", lambda: date(2031, 6, 1))
    done = run("backup", tmp_path, *places(house))
    assert "visionskollen-2031-06-01.tar: " in done.output
    assert check_backup(tmp_path / "visionskollen-2031-06-01.tar").files


def packed(members: Members, kinds: dict[str, tarfile.TarInfo] | None = None) -> bytes:
    """A tar file of these members in order; `kinds` are those that are no plain files."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, content in members.items():
            member = (kinds or {}).get(name) or tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return made.getvalue()


def manifest(members: Members, **changed: object) -> bytes:
    named = {name: [len(each), hashlib.sha256(each).hexdigest()] for name, each in members.items()}
    return json.dumps({"format": 1, "version": "", "files": named} | changed).encode()


ROWS: Members = {"data/municipality.toml": b"name = 1\n", "captures/a.txt": b"text"}


def named(name: str) -> bytes:
    """A backup that lists a file of this name, and holds it."""
    return packed({"manifest.json": manifest({name: b"x"}), name: b"x"})


def as_kind(kind: bytes, link: str = "") -> bytes:
    """A backup whose first file is a link, a device or a folder."""
    name = next(iter(ROWS))
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, link
    return packed({"manifest.json": manifest(ROWS)} | ROWS, {name: member})


def packed_whole(pack: Callable[[bytes], bytes]) -> bytes:
    return pack(packed({"manifest.json": manifest(ROWS)} | ROWS))


def gzipped(content: bytes) -> bytes:
    import gzip

    return gzip.compress(content)


HOSTILE = {
    "empty": b"",
    "text": b"kod,titel\n" * 200,
    "no manifest": packed(ROWS),
    "manifest is no JSON": packed({"manifest.json": b"{", **ROWS}),
    "manifest is a list": packed({"manifest.json": b"[]", **ROWS}),
    "manifest nests without end": packed({"manifest.json": b"[" * 100_000, **ROWS}),
    "manifest of another kind": packed({"manifest.json": manifest(ROWS, files=[1]), **ROWS}),
    "sizes that are no numbers": packed({"manifest.json": manifest(ROWS, files={"data/x": ["a", "b"]})}),
    "a later format": packed({"manifest.json": manifest(ROWS, format=2), **ROWS}),
    "a file is missing": packed({"manifest.json": manifest(ROWS), **dict(list(ROWS.items())[:1])}),
    "a file too many": packed({"manifest.json": manifest(ROWS), **ROWS, "data/more": b"x"}),
    "a file has changed": packed({"manifest.json": manifest(ROWS), **ROWS, "captures/a.txt": b"sext"}),
    "a file has another length": packed({"manifest.json": manifest(ROWS), **ROWS, "captures/a.txt": b""}),
    "up and out": named("data/../../out.txt"),
    "absolute": named("/out.txt"),
    "another root": named("store/current"),
    "a root itself": named("data"),
    "spelt in another way": named("data/./x"),
    "a backslash": named("data/..\\out.txt"),
    "a symbolic link": as_kind(tarfile.SYMTYPE, "/etc/passwd"),
    "a hard link": as_kind(tarfile.LNKTYPE, "manifest.json"),
    "a device": as_kind(tarfile.CHRTYPE),
    "a pipe": as_kind(tarfile.FIFOTYPE),
    "a folder": as_kind(tarfile.DIRTYPE),
    "a sparse file": as_kind(tarfile.GNUTYPE_SPARSE),
    "packed with gzip": packed_whole(gzipped),
    "one file within another": packed(
        {"manifest.json": manifest({"data/a": b"x", "data/a/b": b"y"}), "data/a": b"x", "data/a/b": b"y"}
    ),
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_backup_that_is_not_what_it_says_is_refused_and_nothing_is_touched(tmp_path, hostile, ledger):
    (tmp_path / "house" / "data").mkdir(parents=True)
    (tmp_path / "house" / "data" / "mine.txt").write_text("mitt", "utf-8")
    (tmp_path / "backup.tar").write_bytes(HOSTILE[hostile])
    before = tree(tmp_path)
    done = run("restore", tmp_path / "backup.tar", *places(tmp_path / "house"))
    assert done.exit_code == 1
    assert "säkerhetskopian är " in done.output or "kunde inte läsas eller skrivas" in done.output
    assert tree(tmp_path) == before
    assert [path.name for path in (tmp_path / "house").iterdir()] == ["data"]
    ledger.note(Kind.HOSTILE, "backup that is not what it says")


def test_a_backup_cut_short_or_changed_anywhere_is_refused(house, tmp_path, ledger):
    whole = (house / "backup.tar").read_bytes()
    contents = check_backup(house / "backup.tar")
    step = len(whole) // 40
    tried = 0
    for place in range(0, len(whole), step):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        for damaged in (whole[:place], bytes(flipped)):
            (tmp_path / "backup.tar").write_bytes(damaged)
            try:
                # Between two files there are bytes that say nothing: there the contents are the same.
                assert check_backup(tmp_path / "backup.tar") == contents
            except BackupError:
                tried += 1
    assert tried > 60
    ledger.note(Kind.FAULTS, "backup cut short or with a bit changed", tried)


def test_a_backup_that_cannot_be_read_is_told(tmp_path):
    done = run("restore", tmp_path / "nowhere.tar", *places(tmp_path))
    assert done.exit_code == 1
    assert "nowhere.tar: kunde inte läsas" in done.output


def test_an_earlier_backup_stays_until_a_new_one_is_whole(house, tmp_path, monkeypatch):
    for name in ("data", "captures"):
        shutil.copytree(house / name, tmp_path / name)
    (tmp_path / "backup.tar").write_bytes(b"earlier")

    def fail(descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", fail)
    done = run("backup", tmp_path / "backup.tar", *places(tmp_path))
    assert done.exit_code == 1
    assert "säkerhetskopian kunde inte göras" in done.output
    assert (tmp_path / "backup.tar").read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.tar", "captures", "data"]
    assert read_files(tmp_path / "data") == read_files(house / "data")
