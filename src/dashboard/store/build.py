"""From the CSV files to an immutable, versioned DuckDB file: checked, written aside, then published."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Literal

import duckdb
import pandas as pd
import pyarrow as pa

from dashboard.dimensions import DIMENSIONS
from dashboard.store.check import Portfolio, check_data
from dashboard.store.connection import (
    NO_EXTENSIONS,
    POINTER,
    SCHEMA_VERSION,
    SNAPSHOT_POINTER,
    SQL,
    Config,
    StoreUnavailable,
)
from dashboard.store.publish import (
    locked,
    publish,
    publish_as,
    remove_leftovers,
    remove_old_versions,
    unfinished_file,
)
from dashboard.store.read import Problem, TextTable, problem
from dashboard.store.rows import TableError
from dashboard.store.snapshots import (
    SNAPSHOTS,
    SnapshotError,
    read_files,
    read_snapshot,
    take_snapshot,
    taken_snapshots,
    writing,
)
from dashboard.store.tables import TEXTS
from dashboard.store.texts import Texts, read_texts, wanted_texts

MEMORY: Config = {"memory_limit": "1GB"}
"""What does not fit is put aside on the disk, beside the file that is built."""

_LET_DOWN = (duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException)
"""What DuckDB says of a full disk; fatal is what keeps it from closing the file."""

SCRIPTS = {
    "schema.sql": 0.0,
    "load.sql": 0.0,
    "near_twins.sql": 0.15,
    "macros.sql": 0.45,
    "numbers.sql": 0.45,
    "words.sql": 0.5,
}
"""The statements that make a store, and how much of the work is done before each of the large ones."""

Step = Literal["read", "check", "write", "publish", "snapshot"]
Progress = Callable[[float, Step], object]
"""Called with the share done, 0–1, and the step that is under way."""


class CheckFailed(Exception):
    """`data/` breaks a rule; the store in use is untouched."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = problems


class DataDiffer(Exception):
    """`data/` is no longer what the store was built of that somebody is looking at."""


class BuildFailed(StoreUnavailable):
    """The system let the build down: full disk, no permission. The store in use is untouched."""

    reason, says = "unwritable", "datafilen kunde inte skrivas. Går mappen att skriva i, är disken full?"


def build_store(
    data: Path, folder: Path, progress: Progress = lambda share, step: None, captures: Path | None = None
) -> Path:
    """Check `data`, put a store of it into use in `folder`, then one of each snapshot; the first is returned.

    Nothing is written where the store in use already holds the same content. `captures` is where
    imports keep the descriptions that they have read. Raises CheckFailed with every problem found (where it
    is one of a snapshot, the data itself is in use) and BuildFailed where files cannot be read or written.
    """
    try:
        with locked(folder):
            remove_leftovers(folder)
            try:
                return _build(data, folder, progress, captures)
            finally:
                with suppress(OSError):  # a full disk needs the room; else the next build removes them
                    remove_leftovers(folder)
    except SnapshotError as error:
        raise CheckFailed([_snapshot_problem(SNAPSHOTS, error)]) from error
    except TableError as error:
        says = f"{error} Ta bort filen; nästa import skriver den igen."
        raise CheckFailed([problem(str(captures), "texts", says)]) from error
    except (OSError, *_LET_DOWN) as error:
        raise BuildFailed(folder) from error


def _build(data: Path, folder: Path, progress: Progress, captures: Path | None) -> Path:
    snapshots = taken_snapshots(data)
    parts = 1 + len(snapshots)
    progress = _seldom(progress)
    progress(0.0, "read")
    path = _build_version(
        read_files(data),
        texts := read_texts(captures) if captures else {},  # second, as an import writes them first
        folder,
        POINTER,
        lambda share, step: progress(share / parts, step),
    )
    problems = []
    for number, code in enumerate(snapshots, 1):
        progress(number / parts, "snapshot")
        try:
            _build_version(read_snapshot(data, code), texts, folder, f"{SNAPSHOT_POINTER}{code}")
        except (CheckFailed, SnapshotError) as error:
            problems.append(_snapshot_problem(f"{SNAPSHOTS}/{code}.json", error))
    remove_old_versions(folder, {f"{SNAPSHOT_POINTER}{code}" for code in snapshots})
    if problems:
        raise CheckFailed(problems)
    progress(1.0, "publish")
    return path


def _seldom(progress: Progress) -> Progress:
    """Every step is told when it begins; within a long one, every second says how far it is."""
    last: Step | None = None
    told = 0.0

    def tell(share: float, step: Step) -> None:
        nonlocal last, told
        if step != last or share == 1 or monotonic() > told + 1:
            last, told = step, monotonic()
            progress(share, step)

    return tell


def _snapshot_problem(file: str, error: Exception) -> Problem:
    return problem(file, "snapshot", f"ögonblicksbilden kunde inte läsas, men det andra är i bruk. {error}")


def _build_version(
    files: Mapping[str, bytes],
    texts: Texts,
    folder: Path,
    name: str,
    progress: Progress = lambda share, step: None,
) -> Path:
    files = _with_texts(files, texts)
    version = version_of(files)
    if path := publish_as(folder, version, name):
        return path
    portfolio, problems = check_data(files, lambda share: progress(0.05 + 0.4 * share, "check"))
    if problems:
        raise CheckFailed(problems)
    del files  # as large as the portfolio, and of no more use
    write_store(
        unfinished_file(folder), portfolio, version, lambda share: progress(0.45 + 0.5 * share, "write")
    )
    progress(0.95, "publish")
    return publish(folder, version, name)


def _with_texts(files: Mapping[str, bytes], texts: Texts) -> Mapping[str, bytes]:
    return {**files, TEXTS: wanted_texts(files, texts)} if texts else files


def data_version(data: Path, captures: Path) -> str:
    """The version that a store of the folder as it is now would have. Raises SnapshotError, TableError."""
    return version_of(_with_texts(read_files(data), read_texts(captures)))


def keep_snapshot(data: Path, captures: Path, seen: str = "") -> str | None:
    """Take today's snapshot; `seen` is the version of the store that shows what it is to hold, if any does.

    Returns its code, or None where the latest already holds the same. Raises DataDiffer where somebody has
    changed the data since they were seen, otherwise SnapshotError or TableError.
    """
    with writing(data):
        if seen and data_version(data, captures) != seen:
            raise DataDiffer
        return take_snapshot(data, datetime.now(UTC).astimezone().date())


def version_of(files: Mapping[str, bytes]) -> str:
    """Twelve hexadecimal digits that change with any byte of the data or of the statements that store it."""
    statements = {path.name: path.read_bytes() for path in sorted(SQL.rglob("*.sql"))}
    digest = sha256(SCHEMA_VERSION.encode())
    for name, content in (*statements.items(), *sorted(files.items())):
        digest.update(f"\n{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def write_store(
    path: Path, portfolio: Portfolio, version: str, progress: Callable[[float], object] = lambda share: None
) -> None:
    """Write checked data as a new DuckDB file; `progress` hears the share that is written, 0–1."""
    tables = text_tables(portfolio)
    tables["text_build"] = pa.table(
        {
            "schema_version": [SCHEMA_VERSION],
            "version": [version],
            "built_at": [datetime.now(UTC).replace(tzinfo=None)],
        }
    )
    with duckdb.connect(path, config=NO_EXTENSIONS | MEMORY) as connection:
        for name, table in tables.items():
            connection.register(name, table)
        for name, share in SCRIPTS.items():
            progress(share)
            connection.execute((SQL / name).read_text("utf-8"))
        connection.register("found", find_problems(connection))
        connection.execute((SQL / "load_problems.sql").read_text("utf-8"))
        connection.checkpoint()


def find_problems(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """rule, file, line, value of what each statement in `problems` finds."""
    return pd.concat(
        connection.execute(path.read_text("utf-8")).df().assign(rule=path.stem)
        for path in sorted((SQL / "problems").glob("*.sql"))
    )


def text_tables(portfolio: Portfolio) -> dict[str, pa.Table]:
    """An Arrow table per table of the store, `text_<table>`: the CSV's columns as text, `file` and `line`."""
    by_table: dict[str, list[pa.Table]] = {}
    for text in portfolio.tables.values():
        by_table.setdefault(f"text_{text.table.name}", []).append(_text_table(text))
    dimensions = [
        {"code": each.code, "position": position, "of_listing": each.of_listing}
        for position, each in enumerate(DIMENSIONS, 1)
    ]
    municipality = [{"key": key, "value": value} for key, value in portfolio.municipality.items()]
    return {
        "text_dimension": pa.Table.from_pylist(dimensions),
        "text_municipality": pa.Table.from_pylist(municipality),
        **{name: pa.concat_tables(tables) for name, tables in by_table.items()},
    }


def _text_table(text: TextTable) -> pa.Table:
    """A vocabulary's rows also carry their `dimension`, which is its file's name."""
    file = {"file": text.table.file}
    if text.table.name == "term":
        file["dimension"] = Path(text.table.file).stem
    return pa.table(
        {"line": pa.array(text.lines)}  # a file's own column of that name says more
        | text.columns
        | {name: pa.repeat(value, len(text.lines)) for name, value in file.items()}
    )
