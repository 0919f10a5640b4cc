"""Putting a finished store into use so that readers see the old one or the new one, never anything else."""

import fcntl
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.store.connection import (
    POINTER,
    SNAPSHOT_POINTER,
    StoreUnavailable,
    checksum_of,
    open_file,
    read_pointer,
)
from dashboard.store.durable import flush

KEPT_VERSIONS = 3
_UNFINISHED = "building"


def unfinished_file(folder: Path) -> Path:
    """Where the one build that holds the lock writes."""
    return folder / f"{_UNFINISHED}.duckdb"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One build at a time; waits for another. The system lets go of the lock when a build is killed."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def find_version(folder: Path, version: str, name: str) -> Path | None:
    """The file in use as `name`, if it is of this version and readers can open it, not a bit changed."""
    try:
        path, checksum = read_pointer(folder, name)
        if path != _versioned(folder, version) or checksum_of(path) != checksum:
            return None
        open_file(folder, path, checksum)  # a later DuckDB may have written it
    except (StoreUnavailable, OSError):
        return None
    return path


def publish(folder: Path, version: str, name: str) -> Path:
    """Put the unfinished file into use as `version`."""
    unfinished, path = unfinished_file(folder), _versioned(folder, version)
    checksum = checksum_of(unfinished)
    flush(unfinished)
    unfinished.replace(path)
    _point(folder, name, f"{path.name} {checksum}\n")
    return path


def publish_as(folder: Path, version: str, name: str) -> Path | None:
    """Use a file that another name is in use for, if one has this version and is whole."""
    for other in pointers(folder):
        if path := find_version(folder, version, other):
            if other != name:
                _point(folder, name, (folder / other).read_text("utf-8"))
            return path
    return None


def pointers(folder: Path) -> list[str]:
    """The names that a file is in use for: the current data, and each snapshot."""
    return [path.name for path in sorted([folder / POINTER, *folder.glob(f"{SNAPSHOT_POINTER}*")])]


def _point(folder: Path, name: str, to: str) -> None:
    pointer = folder / f"{_UNFINISHED}.pointer"
    pointer.write_text(to, "utf-8")
    flush(pointer)
    flush(folder)
    pointer.replace(folder / name)
    flush(folder)


def remove_leftovers(folder: Path) -> None:
    """What a build that was killed left behind; only for the one that holds the lock."""
    for path in folder.glob(f"{_UNFINISHED}.*"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def remove_old_versions(folder: Path, snapshots: Collection[str]) -> None:
    """Pointers of snapshots that are no more, and files that nothing points to, save the latest few.

    Readers that have an old file open keep it until they let go.
    """
    for name in pointers(folder):
        if name != POINTER and name not in snapshots:
            (folder / name).unlink()
    used = {pointed_file(folder, name) for name in pointers(folder)}
    others = [path for path in folder.glob("portfolio-*.duckdb") if path not in used]
    for path in sorted(others, key=lambda path: path.stat().st_mtime_ns, reverse=True)[KEPT_VERSIONS - 1 :]:
        path.unlink()


def pointed_file(folder: Path, name: str) -> Path | None:
    try:
        return read_pointer(folder, name)[0]
    except StoreUnavailable:
        return None


def _versioned(folder: Path, version: str) -> Path:
    return folder / f"portfolio-{version}.duckdb"
