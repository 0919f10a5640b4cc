"""Snapshots of the data folder, and the one way in which a command may write to it.

    snapshots/2026-11-21.json     which files it consists of, and their check sums
    snapshots/files/<sha256>.csv  each content once, however many snapshots share it
    snapshots/pending.json        a snapshot, or a change of several files, that is being put into the folder

The rename to `pending.json` is the moment at which the new state holds. Whoever reads the folder from then
on sees it whole, and the next command that writes puts the files in place; before it, the old is untouched.
"""

import fcntl
import json
import os
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dashboard.store.columns import SHA256
from dashboard.store.connection import snapshot_order, sorted_snapshots
from dashboard.store.durable import remove_unfinished, replace_file
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

    Read once, so that what is checked is what is stored even if somebody saves a file meanwhile; read again
    where a command has put another state into the folder in between. Where a change was cut short after it
    held, its files are read as they will stand.
    """
    _check_inside(data)
    while True:
        state = _state(data)
        pending = _read_pending(data)
        found = {name: content for name in FILES if (content := _read_file(data / name)) is not None}
        if state == _state(data):
            break
    return found | {name: _pending_content(data, pending, name) for name in pending["replaces"]}


def _check_inside(data: Path) -> None:
    for name in FILES:
        if leads_out(data, data / name):
            raise SnapshotError(f"{data / name}: länken leder ut ur mappen {data}; lägg filen själv där")


def leads_out(folder: Path, path: Path) -> bool:
    """Whether the path is a link out of the folder: messages would show what stands there."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return True


def _state(data: Path) -> Hashable:
    """Changes whenever a change of several files begins to hold, is in place, or the folder is exchanged.

    So readers need not wait for a writer, who may be asking a person something. The journal comes and goes
    within the snapshots' folder, which bears the time of that.
    """
    if not data.is_dir():
        return None
    status, pending = data.stat(), is_pending(data)
    try:
        changed = (data / SNAPSHOTS).stat().st_mtime_ns
    except FileNotFoundError:
        changed = 0
    return status.st_dev, status.st_ino, pending, changed, *taken_snapshots(data)


def _read_file(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except FileNotFoundError:  # removed this moment
        return None
    except OSError as error:
        raise SnapshotError(
            f"{path}: filen kan inte läsas ({error.strerror}); se över rättigheterna"
        ) from error


def is_pending(data: Path) -> bool:
    """Whether a change holds whose files are not all in place; the next that writes puts them there."""
    return _read_file(data / SNAPSHOTS / _PENDING) is not None


@contextmanager
def writing(data: Path) -> Iterator[None]:
    """One writer at a time, others wait; what an earlier one was killed over is finished first."""
    with holding(data):
        try:
            remove_unfinished(data)
        except OSError as error:
            raise _unwritable(data, error) from error
        _put_in_place(data)
        yield


@contextmanager
def holding(data: Path) -> Iterator[None]:
    """The lock alone. The system lets go of it when its holder is killed. Raises SnapshotError."""
    try:
        descriptor = _lock(data)
    except OSError as error:
        raise SnapshotError(
            f"{data}: mappen saknas eller går inte att öppna; ange rätt mapp med --data"
        ) from error
    try:
        yield
    finally:
        os.close(descriptor)


def _lock(data: Path) -> int:
    """Whoever waited while the folder was exchanged for another holds the wrong one, and waits again."""
    while True:
        descriptor = os.open(data, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            if os.path.samestat(os.fstat(descriptor), data.stat()):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _unwritable(data: Path, error: OSError) -> SnapshotError:
    says = "allt är sparat, kör kommandot igen" if is_pending(data) else "ingenting är ändrat"
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


def change_files(data: Path, changed: Mapping[str, bytes]) -> None:
    """Put these files into the folder, all at once, and keep no snapshot; only inside `writing`.

    They are of UTF-8. Raises SnapshotError where nothing can be written: once the journal is there they
    hold, and whoever writes next puts those in place that a fault has kept out of it.
    """
    before = read_files(data)
    after, replaced = checksums_of(changed), checksums_of(before)
    manifest = {
        "code": "",
        "record": EMPTY,
        "files": after,
        "replaces": {name: replaced.get(name, "") for name in after if after[name] != replaced.get(name)},
        "contents": {name: content.decode() for name, content in changed.items()},
    }
    try:
        replace_file(data / SNAPSHOTS / _PENDING, _json(manifest))
    except OSError as error:
        raise _unwritable(data, error) from error
    with suppress(SnapshotError):
        _put_in_place(data)


def clock_remark(code: str, today: date) -> list[str]:
    """What to say where the clock has been set back: the snapshot has the day of the last one instead."""
    if code.startswith(today.isoformat()):
        return []
    return [f"Datorns klocka visar {today}, men {code[:10]} är redan sparad. Ställ klockan rätt."]


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
        raise _unwritable(data, error) from error
    _put_in_place(data)
    return code


def _put_in_place(data: Path) -> None:
    """Finish what is pending. Each step may be repeated, so a second try mends a first that was killed."""
    if not is_pending(data):
        return
    pending = _read_pending(data)
    _check_untouched(data, pending)
    try:
        for name in pending["replaces"]:
            replace_file(data / name, _pending_content(data, pending, name))
        if pending["code"]:
            finished = pending["record"] | {"files": pending["files"]}
            replace_file(data / SNAPSHOTS / f"{pending['code']}.json", _json(finished))
        (data / SNAPSHOTS / _PENDING).unlink()
    except OSError as error:
        raise _unwritable(data, error) from error


def _check_untouched(data: Path, pending: Mapping) -> None:
    for name, before in pending["replaces"].items():
        path, wanted = data / name, pending["files"][name]
        content = _read_file(path)
        if content is not None and sha256(content).hexdigest() not in (before, wanted):
            raise SnapshotError(
                f"{path}: filen ändrades medan en annan ändring var avbruten. Flytta undan den, kör "
                "kommandot igen och för in din ändring i den nya filen"
            )


def _json(manifest: Mapping) -> bytes:
    return (json.dumps(manifest, ensure_ascii=False, indent=1, default=dict) + "\n").encode()


def _free_code(data: Path, today: date) -> str:
    """Of today; of the last one's day where the clock has been set back since, or they would change order."""
    codes = taken_snapshots(data)
    last, number = (snapshot_order(codes[-1]) if codes else None) or ("", 0)
    return f"{last}-{number + 1}" if last >= today.isoformat() else str(today)


def _read_pending(data: Path) -> dict:
    """Whoever does not hold the lock may find it gone from one moment to the next."""
    path = data / SNAPSHOTS / _PENDING
    content = _read_file(path)
    if content is None:
        return {"code": "", "files": {}, "replaces": {}}
    pending = _parse_manifest(path, content)
    code, record, replaces = (pending.get(name) for name in ("code", "record", "replaces"))
    contents = pending.get("contents", {})
    named = isinstance(code, str) and (not code or snapshot_order(code))  # it becomes the name of a file
    is_whole = named and isinstance(record, dict) and isinstance(contents, dict)
    if not (is_whole and isinstance(replaces, dict)):
        raise _broken(path)
    if not set(replaces) <= set(pending["files"]):
        raise _broken(path)
    if not code and not all(isinstance(contents.get(name), str) for name in replaces):
        raise _broken(path)
    return pending


def _read_manifest(path: Path) -> dict:
    try:
        return _parse_manifest(path, path.read_bytes())
    except OSError as error:
        raise _broken(path) from error


def _parse_manifest(path: Path, content: bytes) -> dict:
    try:
        manifest = json.loads(content)
        checksums = manifest["files"].values()
        if not (set(manifest["files"]) <= set(FILES) and all(map(SHA256.valid, checksums))):
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _broken(path) from error
    return manifest


def _broken(path: Path) -> SnapshotError:
    return SnapshotError(f"{path}: ögonblicksbilden är trasig; hämta den ur projektets historik")


def _content_path(data: Path, name: str, checksum: str) -> Path:
    return data / SNAPSHOTS / "files" / f"{checksum}{Path(name).suffix}"


def _pending_content(data: Path, pending: Mapping, name: str) -> bytes:
    """A change that is no snapshot stands in the journal itself, so that nothing of it is left behind."""
    checksum = pending["files"][name]
    if pending["code"]:
        return _read_content(data, name, checksum)
    content = pending["contents"][name].encode("utf-8", "surrogatepass")
    if sha256(content).hexdigest() != checksum:
        raise _broken(data / SNAPSHOTS / _PENDING)
    return content


def _read_content(data: Path, name: str, checksum: str) -> bytes:
    path = _content_path(data, name, checksum)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SnapshotError(f"{path}: filen saknas; hämta den ur projektets historik") from error
    if sha256(content).hexdigest() != checksum:
        raise SnapshotError(f"{path}: filen är ändrad eller trasig; hämta den ur projektets historik")
    return content
