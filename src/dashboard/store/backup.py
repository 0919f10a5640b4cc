"""What cannot be made anew, in one file: the data folder and what imports have kept of the city's pages.

A backup is a plain tar file, so that it can be unpacked without this program. Its first member,
`manifest.json`, names every other one with size and check sum. The same folders give the same bytes.
"""

import io
import json
import os
import re
import tarfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO

from dashboard.store.build import data_version
from dashboard.store.connection import checksum_of
from dashboard.store.durable import flush, is_unfinished, unfinished
from dashboard.store.rows import TableError
from dashboard.store.snapshots import SnapshotError, writing

_MANIFEST = "manifest.json"
_FORMAT = 1
_LARGEST_MANIFEST = 100_000_000
_ROOTS = ("data", "captures")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BLOCK = 1 << 20


class BackupError(Exception):
    """Why no backup could be made or restored; the message says where and what to do, in Swedish."""


@dataclass(frozen=True)
class Contents:
    """Size in bytes and SHA-256 of each file by its name; `version` is the data's, if it had one."""

    version: str
    files: dict[str, tuple[int, str]]

    @property
    def size(self) -> int:
        return sum(size for size, _ in self.files.values())

    def manifest(self) -> bytes:
        said = {"format": _FORMAT, "version": self.version, "files": self.files}
        return (json.dumps(said, indent=1) + "\n").encode()


def build_backup(data: Path, captures: Path, file: Path) -> Contents:
    """Write all of both folders to `file`, and read it back before it replaces an earlier one.

    Writers to the folders wait meanwhile. Raises BackupError, or SnapshotError where the data folder cannot
    be read; an earlier backup is left as it was.
    """
    for folder in (data, captures):
        if file.resolve().is_relative_to(folder.resolve()):
            raise BackupError(f"{file}: ligger i {folder}, som ska kopieras. Ange en fil utanför den.")
    beside = unfinished(file)
    with writing(data):
        try:
            sources = dict(_find(data, captures))
            contents = Contents(_version(data, captures), {name: _judge(sources[name]) for name in sources})
            _write(beside, contents, sources)
            if check_backup(beside) != contents:
                raise BackupError(f"{file}: det som skrevs är inte det som lästes. Försök igen.")
            beside.replace(file)
        except OSError as error:
            raise BackupError(
                f"{error.filename or file}: säkerhetskopian kunde inte göras ({error.strerror}). "
                "Se över plats och rättigheter; en tidigare kopia är orörd."
            ) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    with suppress(OSError):  # it is in place already
        flush(file.parent)
    return contents


def _version(data: Path, captures: Path) -> str:
    """Data that is wrong in some way is worth a backup, too."""
    try:
        return data_version(data, captures)
    except (SnapshotError, TableError):
        return ""


def _find(data: Path, captures: Path) -> Iterator[tuple[str, Path]]:
    """Every file with its name in the backup, sorted."""
    for root, folder in zip(_ROOTS, (data, captures), strict=True):
        for path in sorted(folder.rglob("*")):
            if path.is_dir() and path.is_symlink():
                raise BackupError(f"{path}: är en länk till en mapp och följs inte. Lägg mappen själv här.")
            if path.is_file() and not is_unfinished(path):
                yield f"{root}/{path.relative_to(folder).as_posix()}", path


def _judge(path: Path) -> tuple[int, str]:
    return path.stat().st_size, checksum_of(path)


def _write(path: Path, contents: Contents, sources: dict[str, Path]) -> None:
    manifest = contents.manifest()
    with path.open("wb") as file:
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
            archive.addfile(_member(_MANIFEST, len(manifest)), io.BytesIO(manifest))
            for name, source in sources.items():
                with source.open("rb") as content:
                    archive.addfile(_member(name, contents.files[name][0]), content)
        file.flush()
        os.fsync(file.fileno())


def _member(name: str, size: int) -> tarfile.TarInfo:
    """Without days, owners and rights: they say nothing of the data, and would differ each time."""
    member = tarfile.TarInfo(name)
    member.size = size
    return member


def check_backup(file: Path, into: Path | None = None) -> Contents:
    """Read all of it and prove each file by its check sum; they are written below `into`, where given.

    Raises BackupError where anything is not as the manifest says, OSError where it cannot be read or written.
    """
    try:
        with tarfile.open(file, "r:") as archive:  # never a packed one, which could unfold without end
            contents = _read_manifest(file, archive)
            seen: set[str] = set()
            while member := archive.next():
                if member.name not in contents.files or member.name in seen:
                    raise _damaged(file, f"{member.name} ska inte finnas i den")
                seen.add(member.name)
                _prove(file, archive, member, contents.files[member.name], into)
    except (tarfile.TarError, EOFError, ValueError, RecursionError) as error:
        raise _damaged(file, "den är avkortad eller ingen säkerhetskopia") from error
    if missing := sorted(contents.files.keys() - seen):
        raise _damaged(file, f"{missing[0]} saknas i den")
    return contents


def _damaged(file: Path, says: str) -> BackupError:
    return BackupError(f"{file}: säkerhetskopian är trasig: {says}. Ta en annan.")


def _read_manifest(file: Path, archive: tarfile.TarFile) -> Contents:
    member = archive.next()
    content = archive.extractfile(member) if member and member.name == _MANIFEST else None
    if member is None or content is None or member.type != tarfile.REGTYPE or member.size > _LARGEST_MANIFEST:
        raise _damaged(file, f"den börjar inte med {_MANIFEST}")
    said = json.loads(content.read())
    if not isinstance(said, dict) or said.get("format") != _FORMAT:
        raise BackupError(
            f"{file}: säkerhetskopian är gjord av en annan version av programmet. "
            "Återställ den med den versionen."
        )
    try:
        files = {name: (int(size), str(checksum)) for name, (size, checksum) in said["files"].items()}
        contents = Contents(str(said["version"]), files)
    except (KeyError, TypeError, AttributeError) as error:
        raise _damaged(file, f"{_MANIFEST} går inte att tyda") from error
    for name, (size, checksum) in files.items():
        if not _is_safe(name) or size < 0 or not _SHA256.fullmatch(checksum):
            raise _damaged(file, f"{name!r} är inget namn på en fil i den")
    return contents


def _is_safe(name: str) -> bool:
    """A file below one of the roots, spelt in the one plain way: it cannot lead out of them."""
    path = PurePosixPath(name)
    plain = str(path) == name and not {"\\", "\0"} & {*name}
    return plain and len(path.parts) > 1 and path.parts[0] in _ROOTS and ".." not in path.parts


def _prove(
    file: Path, archive: tarfile.TarFile, member: tarfile.TarInfo, wanted: tuple[int, str], into: Path | None
) -> None:
    content = archive.extractfile(member) if member.type == tarfile.REGTYPE else None
    if content is None or member.size != wanted[0]:
        raise _damaged(file, f"{member.name} är inte den fil som den ska vara")
    if into is None:
        checksum = _copied(content, lambda block: None)
    else:
        path = into / member.name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as written:
            checksum = _copied(content, written.write)
            written.flush()
            os.fsync(written.fileno())
    if checksum != wanted[1]:
        raise _damaged(file, f"{member.name} har ändrats")


def _copied(content: IO[bytes], write: Callable[[bytes], object]) -> str:
    digest = sha256()
    while block := content.read(_BLOCK):
        digest.update(block)
        write(block)
    return digest.hexdigest()
