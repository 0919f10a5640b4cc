"""Reading the store: one hardened read-only connection per file, a cursor per query."""

import re
from collections.abc import Iterable, Mapping
from errno import EINVAL
from functools import lru_cache
from hashlib import file_digest, sha256
from os import strerror
from pathlib import Path
from stat import S_ISREG
from typing import Any, ClassVar

import duckdb
import pandas as pd

from dashboard.store.edition import once_in_edition
from dashboard.store.kept import Kept

SQL = Path(__file__).parent
POINTER = "current"
SNAPSHOT_POINTER = "snapshot-"
_SNAPSHOT_CODE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d{1,4}))?")
SCHEMA_VERSION = sha256(
    b"".join((SQL / name).read_bytes() for name in ("schema.sql", "macros.sql"))
).hexdigest()[:12]
"""A store made by other statements than these has other tables or macros than the queries expect."""

KEPT_BYTES = 256 * 2**20
"""How much of what has been made of a store stays in memory, for all readers."""

Config = dict[str, str | bool | int | float | list[str]]
NO_EXTENSIONS: Config = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
_READ_ONLY: Config = {**NO_EXTENSIONS, "enable_external_access": False, "lock_configuration": True}
_LONGEST_POINTER = 200
_POINTED_TO = re.compile(r"(portfolio-[0-9a-f]{12}\.duckdb) ([0-9a-f]{64})\n")


class StoreUnavailable(Exception):
    """There is no store to read at `path`. The message names it, for whoever runs the dashboard, in Swedish.

    `says` is the same without the path, which is nobody else's business; readers are told by `reason`.
    """

    reason: ClassVar[str]
    says: ClassVar[str]

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: {self.says}")
        self.path = path


class StoreMissing(StoreUnavailable):
    reason, says = "missing", "det finns ingen datafil än. Kör `dashboard build`."


class StoreOutdated(StoreUnavailable):
    reason, says = "outdated", "datafilen är gjord av en annan version av programmet. Kör `dashboard build`."


class StoreBroken(StoreUnavailable):
    reason, says = "broken", "datafilen är trasig eller går inte att läsa. Kör `dashboard build`."


class Store:
    """One immutable version of the data, and what has been made of it; safe to use from several threads."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, checksum: str = "") -> None:
        self.file = path, checksum
        self._connection = connection
        try:
            found = self.rows((SQL / "build.sql").read_text("utf-8"), {})
        except duckdb.Error as error:
            raise StoreOutdated(path) from error
        if found["schema_version"].tolist() != [SCHEMA_VERSION]:
            raise StoreOutdated(path)
        self.version: str = found["version"].iloc[0]
        self.kept = Kept(KEPT_BYTES)

    def rows(self, sql: str, params: Mapping[str, Any], **frames: pd.DataFrame) -> pd.DataFrame:
        """The answer to one statement; `$name` in it is bound to `params["name"]`, which may be a list.

        Each of the `frames` can be read in it as a table of that name, such as the answer of another store.
        """
        with self._connection.cursor() as cursor:
            for name, frame in frames.items():
                cursor.register(name, frame)
            return cursor.execute(sql, dict(params)).df()


def snapshot_order(code: str) -> tuple[str, int] | None:
    """What sorts snapshots as they were taken: day, and number that day. None for what is no code."""
    found = _SNAPSHOT_CODE.fullmatch(code)
    return (found[1], int(found[2] or 1)) if found else None


def sorted_snapshots(names: Iterable[str]) -> list[str]:
    """Those of the names that are codes of snapshots, oldest first."""
    orders = {order: name for name in names if (order := snapshot_order(name))}
    return [orders[order] for order in sorted(orders)]


@once_in_edition
def snapshot_codes(folder: Path) -> list[str]:
    """The snapshots of which there is a store in the folder, oldest first."""
    found = folder.glob(f"{SNAPSHOT_POINTER}*")
    return sorted_snapshots(path.name.removeprefix(SNAPSHOT_POINTER) for path in found)


def read_pointer(folder: Path, name: str = POINTER) -> tuple[Path, str]:
    """The file in use as `name` and the SHA-256 it had when it was made. Raises StoreMissing, StoreBroken."""
    pointer = folder / name
    try:
        with _plain_file(pointer).open("rb") as content:
            found = _POINTED_TO.fullmatch(content.read(_LONGEST_POINTER).decode("ascii", "replace"))
    except FileNotFoundError as error:
        raise StoreMissing(folder) from error
    except OSError as error:
        raise StoreBroken(pointer) from error
    if not found:
        raise StoreBroken(pointer)
    return folder / found[1], found[2]


def checksum_of(path: Path) -> str:
    """SHA-256. Raises OSError."""
    with _plain_file(path).open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _plain_file(path: Path) -> Path:
    """The same path. Raises OSError where it is a folder, or what may never end: a pipe, a device."""
    if not S_ISREG(path.stat().st_mode):
        raise OSError(EINVAL, strerror(EINVAL), str(path))
    return path


@once_in_edition
def open_store(folder: Path, snapshot: str = "") -> Store:
    """The store now in use in `folder`, or that of a snapshot.

    Raises StoreMissing, also where there is no such snapshot, StoreOutdated or StoreBroken.
    """
    if snapshot and not snapshot_order(snapshot):  # comes from an address: not to be trusted with a path
        raise StoreMissing(folder)
    name = f"{SNAPSHOT_POINTER}{snapshot}" if snapshot else POINTER
    path, checksum = read_pointer(folder, name)
    try:
        return open_file(folder, path, checksum)
    except (StoreMissing, StoreBroken):
        # Where another version has been published since the pointer was read, the old file may be gone.
        if read_pointer(folder, name) == (path, checksum):
            raise
        return open_file(folder, *read_pointer(folder, name))


def open_file(folder: Path, path: Path, checksum: str) -> Store:
    """What a pointer says. Raises StoreMissing, StoreOutdated or StoreBroken."""
    try:
        real = path.resolve(strict=True)
        status = real.stat()
    except FileNotFoundError as error:
        raise StoreMissing(folder) from error
    except (OSError, RuntimeError) as error:  # links in a circle are the latter
        raise StoreBroken(path) from error
    return _open(real, checksum, status.st_ino, status.st_mtime_ns)


@lru_cache(maxsize=8)
def _open(path: Path, checksum: str, _inode: int, _modified: int) -> Store:
    """DuckDB itself notices damage only when a query reaches it, in the middle of a page."""
    try:
        is_whole = checksum_of(path) == checksum
    except OSError as error:
        raise StoreBroken(path) from error
    if not is_whole:
        _open.cache_clear()  # DuckDB would take what it has open at this path for what is built there next
        raise StoreBroken(path)
    try:
        connection = duckdb.connect(path, read_only=True, config=_READ_ONLY)
    except duckdb.Error as error:
        raise StoreBroken(path) from error
    return Store(path, connection, checksum)
