"""From the CSV files to an immutable, versioned DuckDB file: checked, written aside, then published."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

import duckdb
import pandas as pd

from dashboard.dimensions import DIMENSIONS
from dashboard.store.check import Portfolio, check_data
from dashboard.store.connection import (
    NO_EXTENSIONS,
    POINTER,
    SCHEMA_VERSION,
    SNAPSHOT_POINTER,
    SQL,
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

Step = Literal["read", "check", "write", "publish", "snapshot"]
Progress = Callable[[float, Step], object]
"""Called with the share done, 0–1, and the step that begins."""


class CheckFailed(Exception):
    """`data/` breaks a rule; the store in use is untouched."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = problems


class DataDiffer(Exception):
    """`data/` is no longer what the store was built of that somebody is looking at."""


class BuildFailed(StoreUnavailable):
    """The system let the build down: full disk, no permission. The store in use is untouched."""

    says = "{path}: datafilen kunde inte skrivas. Går mappen att skriva i, är disken full?"


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
            return _build(data, folder, progress, read_texts(captures) if captures else {})
    except SnapshotError as error:
        raise CheckFailed([_snapshot_problem(SNAPSHOTS, error)]) from error
    except TableError as error:
        says = f"{error} Ta bort filen; nästa import skriver den igen."
        raise CheckFailed([problem(str(captures), "texts", says)]) from error
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise BuildFailed(folder) from error


def _build(data: Path, folder: Path, progress: Progress, texts: Texts) -> Path:
    snapshots = taken_snapshots(data)
    parts = 1 + len(snapshots)
    progress(0.0, "read")
    path = _build_version(
        read_files(data), texts, folder, POINTER, lambda share, step: progress(share / parts, step)
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
    progress(0.1, "check")
    portfolio, problems = check_data(files)
    if problems:
        raise CheckFailed(problems)
    progress(0.4, "write")
    write_store(unfinished_file(folder), portfolio, version)
    progress(0.9, "publish")
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


def write_store(path: Path, portfolio: Portfolio, version: str) -> None:
    """Write checked data as a new DuckDB file."""
    frames = text_frames(portfolio)
    frames["text_build"] = pd.DataFrame(
        {
            "schema_version": [SCHEMA_VERSION],
            "version": [version],
            "built_at": [datetime.now(UTC).replace(tzinfo=None)],
        }
    )
    with duckdb.connect(path, config=NO_EXTENSIONS) as connection:
        for name, frame in frames.items():
            connection.register(name, frame)
        for name in ("schema.sql", "load.sql", "near_twins.sql", "macros.sql"):
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


def text_frames(portfolio: Portfolio) -> dict[str, pd.DataFrame]:
    """A frame per table of the store, `text_<table>`: the CSV's columns as text, `file` and `line`."""
    by_table: dict[str, list[pd.DataFrame]] = {}
    for text in portfolio.tables.values():
        by_table.setdefault(f"text_{text.table.name}", []).append(_text_frame(text))
    return {
        "text_dimension": pd.DataFrame(
            [(each.code, position, each.of_listing) for position, each in enumerate(DIMENSIONS, 1)],
            columns=["code", "position", "of_listing"],
        ),
        "text_municipality": pd.DataFrame(portfolio.municipality.items(), columns=["key", "value"]),
        **{name: pd.concat(frames, ignore_index=True) for name, frames in by_table.items()},
    }


def _text_frame(text: TextTable) -> pd.DataFrame:
    """Empty fields are null. A vocabulary's rows also carry their `dimension`, which is its file's name."""
    columns = {name: [value or None for value in values] for name, values in text.columns.items()}
    columns = {"line": text.lines} | columns  # a file's own column of that name says more
    frame = pd.DataFrame(columns, dtype="str").assign(file=text.table.file)
    return frame.assign(dimension=Path(text.table.file).stem) if text.table.name == "term" else frame
