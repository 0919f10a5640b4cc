"""Commands that run at the same time: what comes of them is what comes of one after the other."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.faults import Run, Workshop
from tests.trust import Kind
from tests.unit.test_faults import (
    Seen,
    Words,
    back_up,
    build,
    decide,
    import_page,
    make_folders,
    restore,
    settle_doubt,
)

from dashboard.store import snapshots
from dashboard.store.build import data_version
from dashboard.store.snapshots import read_files


@pytest.fixture(scope="module")
def workshops() -> Iterator[list[Workshop]]:
    made = [Workshop(), Workshop()]
    yield made
    for each in made:
        each.close()


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory, workshops: list[Workshop]) -> dict[str, Path]:
    made = make_folders(tmp_path_factory.mktemp("at-once"), workshops[0])
    for folder in made.values():
        page = (folder / "page.txt").read_text("utf-8").replace("• Flytande scen", "• Scen på ån")
        (folder / "other.txt").write_text(page, "utf-8")
    return made


def own_page(folder: Path) -> list[str | Path]:
    """The page that the first import has read, changed once more."""
    return [word if word != folder / "page.txt" else folder / "other.txt" for word in import_page(folder)]


REFUSED = "two decisions about the same gap"
"""Whoever comes second has not seen the first one's, and is told so."""
PAIRS: dict[str, tuple[str, Words, Words]] = {
    "two imports": ("May", import_page, own_page),
    "an import and a build": ("May", import_page, build),
    REFUSED: ("May", decide, decide),
    "a decision and an import": ("May", decide, import_page),
    "a settled doubt and an import": ("in doubt", settle_doubt, import_page),
    "a backup and an import": ("May", back_up, import_page),
    "a restore and an import": ("June", restore, own_page),
    "two restores": ("June", restore, restore),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_two_at_once_are_one_after_the_other(workshops, folders, tmp_path, pair, ledger):
    before, *commands = PAIRS[pair]

    def start(name: str) -> Path:
        return Path(shutil.copytree(folders[before], tmp_path / name))

    def in_turn(name: str, *commands: Words) -> Path:
        folder = start(name)
        for words in commands:
            assert workshops[0].run(folder, *words(folder)).status == 0
        return folder

    one, other, alone = (
        in_turn("one", *commands),
        in_turn("other", *commands[::-1]),
        in_turn("alone", commands[0]),
    )
    for number in range(2):
        folder = start(f"at-once-{number}")
        with ThreadPoolExecutor(2) as pool:
            runs = list(pool.map(_run, workshops, [folder] * 2, commands))
        is_refused = pair == REFUSED and any("nyare beslut" in run.said for run in runs)
        assert [run.status for run in runs].count(0) == (1 if is_refused else 2), runs
        seen = Seen.of(folder)
        assert seen.data in map(data_read, [alone] if is_refused else [one, other]), runs
        assert seen.version in map(version_of, (folders[before], one, other, alone)), runs
    ledger.note(Kind.FAULTS, "two commands at once", 2)


def data_read(folder: Path) -> dict[str, bytes]:
    return read_files(folder / "data")


def version_of(folder: Path) -> str:
    return data_version(folder / "data", folder / "kept")


def _run(workshop: Workshop, folder: Path, words: Words) -> Run:
    return workshop.run(folder, *words(folder))


@pytest.mark.parametrize("command", [import_page, restore])
@pytest.mark.parametrize("number", [3, 12, 24])
def test_who_reads_while_files_are_put_in_place_has_all_old_ones_or_all_new_ones(
    workshops, folders, tmp_path, monkeypatch, command: Words, number, ledger
):
    """The whole command runs between two of the files that somebody is reading."""
    folder = Path(shutil.copytree(folders["June" if command is restore else "May"], tmp_path / "folder"))
    old = read_files(folder / "data")
    read, left = snapshots._read_file, iter(range(1000))

    def read_late(path: Path) -> bytes | None:
        if next(left) == number:
            assert workshops[0].run(folder, *command(folder)).status == 0
        return read(path)

    monkeypatch.setattr(snapshots, "_read_file", read_late)
    found = read_files(folder / "data")
    monkeypatch.undo()
    assert found == read_files(folder / "data") != old
    ledger.note(Kind.FAULTS, "data/ exchanged under a reader")
