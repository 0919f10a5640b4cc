"""A disk that is really full, and one that really cannot be written to: mounted for the test alone."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faults import Run, Workshop
from tests.trust import Kind
from tests.unit.test_faults import SAYS, Seen, Words, back_up, build, decide, import_page, make_folders

MOUNTS_OF_ITS_OWN = ("unshare", "--map-root-user", "--mount")
WRITERS: tuple[Words, ...] = (import_page, decide, lambda folder: ["deck", folder / "data"], back_up)


def may_mount() -> bool:
    mount = [*MOUNTS_OF_ITS_OWN, "mount", "-t", "tmpfs", "none", "/mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(mount, capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    if not may_mount():
        pytest.skip("only who may mount can fill a disk")
    made = Workshop(MOUNTS_OF_ITS_OWN)
    yield made
    made.close()


@pytest.fixture
def disk(workshop: Workshop, tmp_path: Path) -> Path:
    """A disk of its own with the state of May, an import ahead, and room for another 3 MB."""
    folders = make_folders(tmp_path / "folders", workshop)
    disk = tmp_path / "disk"
    disk.mkdir()
    used = sum(path.stat().st_size for path in folders["May"].rglob("*") if path.is_file())
    shell(workshop, disk, f"mount -t tmpfs -o size={used + 3_000_000} none {disk}")
    shell(workshop, disk, f"cp -r {folders['May']}/. {disk}")
    return disk


def shell(workshop: Workshop, folder: Path, words: str) -> None:
    assert workshop.run(folder, "sh", words).status == 0


def is_told(run: Run) -> bool:
    return run.status == 1 and "Traceback" not in run.said and bool(SAYS.search(run.said))


def test_on_a_full_disk_the_old_data_serves_and_with_room_again_all_works(workshop, disk, tmp_path, ledger):
    old = Seen.of(workshop.seen(disk, tmp_path / "old"))
    assert workshop.run(disk, *import_page(disk)).status == 0
    assert is_told(workshop.run(disk, *build(disk)))
    new = Seen.of(workshop.seen(disk, tmp_path / "imported"))
    assert (new.version, new.data != old.data) == (old.version, True)
    workshop.run(disk, "sh", f"cat /dev/zero > {disk}/filler")
    for writer in (*WRITERS[1:], build):
        assert is_told(workshop.run(disk, *writer(disk))), writer
    seen = Seen.of(workshop.seen(disk, tmp_path / "full"))
    assert (seen.version, seen.data, seen.decks) == (old.version, new.data, {})
    shell(workshop, disk, f"rm {disk}/filler && mount -o remount,size=100m {disk}")
    for writer in WRITERS:
        assert workshop.run(disk, *writer(disk)).status == 0
    assert Seen.of(workshop.seen(disk, tmp_path / "mended")).version not in ("", old.version)
    ledger.note(Kind.FAULTS, "command on a full disk", 2 + len(WRITERS[1:]))


def test_on_a_disk_that_cannot_be_written_to_the_old_data_serves(workshop, disk, tmp_path, ledger):
    shell(workshop, disk, f"mount -o remount,ro {disk}")
    for writer in (*WRITERS, build):
        assert is_told(workshop.run(disk, *writer(disk))), writer
    shell(workshop, disk, f"mount -o remount,rw,size=100m {disk}")
    seen = Seen.of(workshop.seen(disk, tmp_path / "seen"))
    assert (seen.decks, seen.backup) == ({}, b"")
    for writer in (*WRITERS, build):
        assert workshop.run(disk, *writer(disk)).status == 0
    ledger.note(Kind.FAULTS, "command on a read-only disk", 1 + len(WRITERS))
