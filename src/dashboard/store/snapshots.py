"""Snapshots of the data folder, and the one way in which a command may write to it.

    snapshots/2026-11-21.json     which files it consists of, and their check sums
    snapshots/files/<sha256>.csv  each content once, however many snapshots share it
    snapshots/pending.json        a snapshot that is being put into the folder

The rename to `pending.json` is the moment at which the new state holds. Whoever reads the folder from then
on sees it whole, and the next command that writes puts the files in place; before it, the old is untouched.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dashboard.store.connection import snapshot_order, sorted_snapshots
from dashboard.store.tables import FILES

SNAPSHOTS = "snapshots"
_PENDING = "pending.json"

EMPTY: Mapping[str, Any] = MappingProxyType({})

Checksums = dict[str, str]
"""SHA-256 of each file, by its path within the data folder."""


class SnapshotError(Exception):
    """Why a snapshot cannot be read or taken; the message says where and what to do, in Swedish."""


def taken_snapshots(data: Path) -> list[str]:
    """Codes of the snapshots in the data folder, oldest first."""
    return sorted_snapshots(path.stem for path in (data / SNAPSHOTS).glob("*.json"))


def snapshot_files(data: Path, code: str) -> Checksums:
    """What the snapshot consists of. Raises SnapshotError where that cannot be read."""
    return _read_manifest(data / SNAPSHOTS / f"{code}.json")["files"]


def read_snapshot(data: Path, code: str) -> dict[str, bytes]:
    """The files of a snapshot, each proved by its check sum. Raises SnapshotError."""
    return {
        name: _read_content(data, name, checksum) for name, checksum in snapshot_files(data, code).items()
    }


def read_files(data: Path) -> dict[str, bytes]:
    """The build's files in `data`, by relative path; those that are missing are left out.

    Read once, so that what is checked is what is stored even if somebody saves a file meanwhile. Where a
    change was cut short after it held, its files are read as they will stand.
    """
    pending = _read_pending(data)
    found = {name: content for name in FILES if (content := _read_file(data / name)) is not None}
    return found | {name: _read_content(data, name, pending["files"][name]) for name in pending["replaces"]}


def _read_file(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise SnapshotError(
            f"{path}: filen kan inte läsas ({error.strerror}); se över rättigheterna"
        ) from error


def is_pending(data: Path) -> bool:
    """Whether a change holds whose files are not all in place; the next that writes puts them there."""
    return bool(_read_pending(data)["code"])


@contextmanager
def writing(data: Path) -> Iterator[None]:
    """One writer at a time, others wait; what an earlier one was killed over is finished first."""
    try:
        descriptor = os.open(data, os.O_RDONLY)
    except OSError as error:
        raise SnapshotError(
            f"{data}: mappen saknas eller går inte att öppna; ange rätt mapp med --data"
        ) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _remove_leftovers(data)
        _put_in_place(data)
        yield
    finally:
        os.close(descriptor)


def _remove_leftovers(data: Path) -> None:
    try:
        for leftover in data.rglob(".*.unfinished"):
            leftover.unlink()
    except OSError as error:
        raise _unwritable(data, error, "ingenting är ändrat") from error


def _unwritable(data: Path, error: OSError, says: str) -> SnapshotError:
    return SnapshotError(f"{data}: mappen kan inte skrivas ({error.strerror}); {says}")


def take_snapshot(
    data: Path, today: date, changed: Mapping[str, bytes] = EMPTY, record: Mapping[str, object] = EMPTY
) -> str | None:
    """Put the changed files into the folder and keep the whole as a snapshot; only inside `writing`.

    `record` says what was read and what it changed, and stands in the snapshot's own file. Returns its code,
    or None where the latest snapshot already says the same. The folder's first change also keeps what was
    there before it. Raises SnapshotError where nothing can be written.
    """
    before = read_files(data)
    after = {**before, **changed}
    codes = taken_snapshots(data)
    if after == before and codes and checksums_of(after) == snapshot_files(data, codes[-1]):
        return None
    if after != before and not codes and before:
        _commit(data, today, before, before, EMPTY)
    return _commit(data, today, before, after, record)


def checksums_of(files: Mapping[str, bytes]) -> Checksums:
    return {name: sha256(content).hexdigest() for name, content in files.items()}


def _commit(
    data: Path,
    today: date,
    before: Mapping[str, bytes],
    after: Mapping[str, bytes],
    record: Mapping[str, object],
) -> str:
    code = _free_code(data, today)
    files, replaced = checksums_of(after), checksums_of(before)
    manifest = {
        "code": code,
        "record": record,
        "files": files,
        "replaces": {name: replaced.get(name, "") for name in files if files[name] != replaced.get(name)},
    }
    try:
        for name, content in after.items():
            path = _content_path(data, name, files[name])
            if not path.is_file() or path.read_bytes() != content:
                replace_file(path, content)
        replace_file(data / SNAPSHOTS / _PENDING, _json(manifest))
    except OSError as error:
        raise _unwritable(data, error, "ingenting är ändrat") from error
    _put_in_place(data)
    return code


def _put_in_place(data: Path) -> None:
    """Finish what is pending. Each step may be repeated, so a second try mends a first that was killed."""
    pending = _read_pending(data)
    if not pending["code"]:
        return
    _check_untouched(data, pending)
    try:
        for name in pending["replaces"]:
            replace_file(data / name, _read_content(data, name, pending["files"][name]))
        finished = pending["record"] | {"files": pending["files"]}
        replace_file(data / SNAPSHOTS / f"{pending['code']}.json", _json(finished))
        (data / SNAPSHOTS / _PENDING).unlink()
    except OSError as error:
        raise _unwritable(data, error, "allt är sparat, kör kommandot igen") from error


def _check_untouched(data: Path, pending: Mapping) -> None:
    for name, before in pending["replaces"].items():
        path, wanted = data / name, pending["files"][name]
        content = _read_file(path)
        if content is not None and sha256(content).hexdigest() not in (before, wanted):
            raise SnapshotError(
                f"{path}: filen ändrades medan en import var avbruten. Flytta undan den, kör kommandot igen "
                "och för in din ändring i den nya filen"
            )


def _json(manifest: Mapping) -> bytes:
    return (json.dumps(manifest, ensure_ascii=False, indent=1, default=dict) + "\n").encode()


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the old file, then swap: readers see one or the other, also after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.unfinished")  # one writer at a time, so one name will do
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _free_code(data: Path, today: date) -> str:
    orders = filter(None, map(snapshot_order, taken_snapshots(data)))
    numbers = [number for day, number in orders if day == today.isoformat()]
    return f"{today}-{max(numbers) + 1}" if numbers else str(today)


def _read_pending(data: Path) -> dict:
    path = data / SNAPSHOTS / _PENDING
    return _read_manifest(path) if path.is_file() else {"code": "", "files": {}, "replaces": {}}


def _read_manifest(path: Path) -> dict:
    try:
        manifest = json.loads(path.read_bytes())
        if not set(manifest["files"]) <= set(FILES):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotError(
            f"{path}: ögonblicksbilden är trasig; hämta den ur projektets historik"
        ) from error
    return manifest


def _content_path(data: Path, name: str, checksum: str) -> Path:
    return data / SNAPSHOTS / "files" / f"{checksum}{Path(name).suffix}"


def _read_content(data: Path, name: str, checksum: str) -> bytes:
    path = _content_path(data, name, checksum)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SnapshotError(f"{path}: filen saknas; hämta den ur projektets historik") from error
    if sha256(content).hexdigest() != checksum:
        raise SnapshotError(f"{path}: filen är ändrad eller trasig; hämta den ur projektets historik")
    return content
