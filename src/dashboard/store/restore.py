"""Bringing a backup back: at one moment, and without losing what it replaces.

All is unpacked beside the data folder and proved first. Then the two folders are exchanged, so that a reader
finds the old data or the new.

    data.unfinished   what is being unpacked; goes with the next restore, if one was killed over it
    data.restoring    whole: with the mark not yet in use, without it what was in use until now
    data.replaced-1   what was in use before, kept for ever
"""

import ctypes
import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from dashboard.store.backup import BackupError, Contents, check_backup
from dashboard.store.durable import flush, replace_file
from dashboard.store.rows import TableError
from dashboard.store.snapshots import holding
from dashboard.store.tables import TEXTS
from dashboard.store.texts import format_texts, read_texts

_MARK = ".restored.unfinished"
"""In a folder that has not been data yet; whoever writes to it as data takes the mark away."""
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux."""
_NO_EXCHANGE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


def restore_backup(file: Path, data: Path, captures: Path) -> tuple[Contents, Path | None]:
    """Put the backup's data folder in the place of `data`, and add what it kept of pages to `captures`.

    Returns what it held, and where that is now which was in `data` before, if anything was. Nothing is
    touched before all of the backup is proved. Raises BackupError, or SnapshotError where `data` cannot be
    opened.
    """
    data = data.resolve()
    try:
        data.mkdir(parents=True, exist_ok=True)
        with holding(data):
            return _restore(file, data, captures)
    except OSError as error:
        raise BackupError(
            f"{error.filename or data}: kunde inte läsas eller skrivas ({error.strerror}). Ingenting är "
            "förlorat. Se över plats och rättigheter och kör kommandot igen."
        ) from error


def _restore(file: Path, data: Path, captures: Path) -> tuple[Contents, Path | None]:
    _clear(data)
    unfinished = _beside(data, "unfinished")
    try:
        contents = check_backup(file, unfinished)
        _add_captures(unfinished / "captures", captures)
        restoring = _made_ready(data)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    with holding(restoring):  # others wait for it from the moment when it is the data folder
        try:
            return contents, _exchange(data, restoring)
        finally:
            with suppress(OSError):  # the next restore tries again
                _clear(data)
                flush(data.parent)


def _clear(data: Path) -> None:
    """After a restore that was killed: a folder that was never in use goes, one that was gets its name."""
    restoring, unfinished = _beside(data, "restoring"), _beside(data, "unfinished")
    (data / _MARK).unlink(missing_ok=True)
    if unfinished.exists():
        shutil.rmtree(unfinished)
    if (restoring / _MARK).exists():
        restoring.rename(unfinished)  # half of it removed must not pass for one that was in use
        shutil.rmtree(unfinished)
    elif restoring.exists():
        _name_replaced(data)


def _add_captures(found: Path, captures: Path) -> None:
    """Only added to: a file that differs is set aside, and texts are joined with those that are there."""
    for path in sorted(path for path in found.rglob("*") if path.is_file()):
        target, content = captures / path.relative_to(found), path.read_bytes()
        if path == found / TEXTS:
            content = _joined_texts(found, captures, content)
        if target.is_file() and target.read_bytes() == content:
            continue
        if target.exists() and path != found / TEXTS:
            target.rename(_free_name(target))
        replace_file(target, content)


def _joined_texts(found: Path, captures: Path, content: bytes) -> bytes:
    try:
        there = read_texts(captures)
    except TableError:
        (captures / TEXTS).rename(_free_name(captures / TEXTS))
        return content
    return format_texts({**there, **read_texts(found)}) if there else content


def _made_ready(data: Path) -> Path:
    """The new data folder, whole and on the disk, where only the exchange remains."""
    new = _beside(data, "unfinished") / "data"
    new.mkdir(exist_ok=True)
    (new / _MARK).touch()
    for folder in (new, *filter(Path.is_dir, new.rglob("*"))):
        flush(folder)
    return new.rename(_beside(data, "restoring"))


def _exchange(data: Path, restoring: Path) -> Path | None:
    """Each takes the other's name at one moment; where the old folder is then, if anything was in it.

    A file system that cannot do that gets two renames, and for the instant between there is no data folder.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename and rename(_HERE, os.fsencode(data), _HERE, os.fsencode(restoring), _EXCHANGE) == 0:
        return _name_replaced(data)
    failed = ctypes.get_errno() if rename else errno.ENOSYS
    if failed not in _NO_EXCHANGE:
        raise OSError(failed, os.strerror(failed), str(data))
    replaced = data.rename(_free_name(data))
    restoring.rename(data)
    return replaced


def _name_replaced(data: Path) -> Path | None:
    """What was data before gets a name that nobody takes from it; an empty folder needs none."""
    restoring = _beside(data, "restoring")
    if any(restoring.iterdir()):
        return restoring.rename(_free_name(data))
    restoring.rmdir()
    return None


def _free_name(path: Path) -> Path:
    number = 1
    while _beside(path, f"replaced-{number}").exists():
        number += 1
    return _beside(path, f"replaced-{number}")


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f"{path.name}.{what}")
