"""Putting a finished store into use so that readers see the old one or the new one, never anything else."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.store.connection import POINTER, StoreUnavailable, checksum_of, read_pointer

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


def find_current(folder: Path, version: str) -> Path | None:
    """The file in use, if it is of this version and not a bit of it has changed since it was made."""
    try:
        path, checksum = read_pointer(folder)
        return path if path == _versioned(folder, version) and checksum_of(path) == checksum else None
    except (StoreUnavailable, FileNotFoundError):
        return None


def publish(folder: Path, version: str) -> Path:
    """Put the unfinished file into use as `version`."""
    unfinished, path, pointer = (
        unfinished_file(folder),
        _versioned(folder, version),
        folder / f"{_UNFINISHED}.pointer",
    )
    checksum = checksum_of(unfinished)
    _flush(unfinished)
    unfinished.replace(path)
    pointer.write_text(f"{path.name} {checksum}\n", "utf-8")
    _flush(pointer)
    _flush(folder)
    pointer.replace(folder / POINTER)
    _flush(folder)
    return path


def remove_leftovers(folder: Path) -> None:
    """What a build that was killed left behind; only for the one that holds the lock."""
    for path in folder.glob(f"{_UNFINISHED}.*"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def remove_old_versions(folder: Path, current: Path) -> None:
    """Readers that have an old file open keep it until they let go."""
    others = [path for path in folder.glob("portfolio-*.duckdb") if path != current]
    for path in sorted(others, key=lambda path: path.stat().st_mtime_ns, reverse=True)[KEPT_VERSIONS - 1 :]:
        path.unlink()


def _versioned(folder: Path, version: str) -> Path:
    return folder / f"portfolio-{version}.duckdb"


def _flush(path: Path) -> None:
    """Onto the disk, so that a renamed file cannot turn out empty after a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
