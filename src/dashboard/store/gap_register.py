"""The gap register's file: decisions are added to it one by one, and never changed or taken out."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from unicodedata import normalize

from dashboard.gaps import Gap
from dashboard.store.check import check_data
from dashboard.store.columns import DATE
from dashboard.store.durable import replace_file
from dashboard.store.read import Problem, parse_table, problem
from dashboard.store.rows import Row, TableError, format_rows, new_row, read_rows
from dashboard.store.snapshots import SnapshotError, read_files, writing
from dashboard.store.tables import GAP_DECISIONS, TABLE_OF

_TABLE = TABLE_OF[GAP_DECISIONS]
_HEAD = ",".join(column.name for column in _TABLE.columns)
_EARLIEST = date(2000, 1, 1)
"""An earlier day is a slip of the pen."""


def record_decision(
    data: Path, gap: Gap, said: Mapping[str, str], today: date, seen: int | None = None
) -> list[Problem]:
    """Add a decision about the gap, `said` by column; what keeps it from being added, nothing where it is.

    No decision is dated after `today`: no rule of the file's, which is read on any later day. `seen` is how
    many decisions on the gap its writer knows of: where there are more, this one is refused, and so is one
    that is sent twice. Problems of the decision itself have no line, as it stands on none.
    Raises SnapshotError where the folder cannot be read or written; nothing is added then.
    """
    with writing(data):
        files = read_files(data)
        known = parse_table(_TABLE, files)
        if not known.whole:
            return known.problems
        if seen is not None and seen != _decisions_on(gap, known.rows(*_terms_of(gap))):
            return [problem(GAP_DECISIONS, "seen", _OVERTAKEN)]
        row = _row(gap, said, len(known.lines) + 1)
        content = _appended(files.get(GAP_DECISIONS, b""), row)
        problems = _problems({**files, GAP_DECISIONS: content}, row) + _wrong_day(row["decided_at"], today)
        if not problems:
            _write(data / GAP_DECISIONS, content)
        return problems


_OVERTAKEN = (
    "det finns ett nyare beslut om luckan än de du har sett, eller så är ditt redan sparat. "
    "Läs historiken och spara igen om ditt beslut fortfarande gäller."
)
_NO_COLUMN = f"det saknas en kolumn för något i beslutet. Första raden ska vara {_HEAD}."


def _terms_of(gap: Gap) -> Row:
    """The row's columns that say which gap it is."""
    (dimension, term), (across_dimension, across_term) = (*gap.terms, ("", ""))[:2]
    return {
        "dimension": dimension,
        "term": term,
        "across_dimension": across_dimension,
        "across_term": across_term,
    }


def _decisions_on(gap: Gap, rows: Iterable[tuple]) -> int:
    wanted = tuple(_terms_of(gap).values())
    return sum(tuple(terms) == wanted for _, *terms in rows)


def _row(gap: Gap, said: Mapping[str, str], position: int) -> Row:
    """What a form has let through, such as line breaks and doubled spaces, becomes single spaces."""
    values = {name: " ".join(normalize("NFC", value).split()) for name, value in said.items()}
    return new_row(_TABLE, position=str(position), **_terms_of(gap), **values)


def _appended(content: bytes, row: Row) -> bytes:
    """The same bytes with one line more, in the order of the file's own columns."""
    if not content.strip():
        return format_rows(_TABLE, [row])
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    added = io.StringIO(newline="")
    writer = csv.DictWriter(added, next(filter(None, lines)), extrasaction="ignore", lineterminator="\n")
    writer.writerow(row)
    return content + (b"" if content.endswith(b"\n") else b"\n") + added.getvalue().encode()


def _problems(files: Mapping[str, bytes], row: Row) -> list[Problem]:
    """All that `dashboard check` would say; also where the file has no column for what the row says."""
    _, problems = check_data(files)
    if not problems and read_rows(_TABLE, files)[-1] != row:
        return [problem(GAP_DECISIONS, "column", _NO_COLUMN, line=1)]
    last = parse_table(_TABLE, files).lines[-1:].tolist()
    return [
        replace(each, line=None) if each.file == GAP_DECISIONS and [each.line] == last else each
        for each in problems
    ]


def _wrong_day(decided_at: str, today: date) -> list[Problem]:
    """Where it is a day at all: the table's rules judge that."""
    if not DATE.valid(decided_at) or _EARLIEST <= date.fromisoformat(decided_at) <= today:
        return []
    wrong = f"senare än i dag, {today}" if decided_at > today.isoformat() else f"före år {_EARLIEST.year}"
    says = f"är {wrong}. Ange dagen då beslutet fattades."
    return [problem(GAP_DECISIONS, "day", says, column="decided_at", value=decided_at)]


def _write(path: Path, content: bytes) -> None:
    try:
        replace_file(path, content)
    except OSError as error:
        says = f"{path}: filen kan inte skrivas ({error.strerror}); beslutet är inte sparat"
        raise SnapshotError(says) from error


def told(found: Problem, names: Mapping[str, str]) -> str:
    """The problem in words; one of the decision itself by the name under which its writer knows the field."""
    name = names.get(found.column or "") if found.line is None else None
    return f"{name}: {found.message.partition(': ')[2]}" if name else found.message


def check_appended(
    files: Mapping[str, bytes], kept: Iterable[tuple[str, Mapping[str, bytes]]]
) -> list[Problem]:
    """Decisions that a snapshot holds, each `kept` with its code, and that no longer stand as they stood."""
    known = parse_table(_TABLE, files)
    if not known.whole:
        return []  # whoever checks the table says so
    now = read_rows(_TABLE, files)
    found: dict[int, Problem] = {}
    for code, snapshot in kept:
        for place, then in enumerate(_rows_kept(snapshot)):
            if place not in found and now[place : place + 1] != [then]:
                line = known.lines[place] if place < len(now) else None
                found[place] = _changed(line, code, then["position"])
    return [found[place] for place in sorted(found)]


def _rows_kept(snapshot: Mapping[str, bytes]) -> list[Row]:
    """None of a snapshot that was taken while the file could not be read."""
    try:
        return read_rows(_TABLE, snapshot)
    except TableError:
        return []


def _changed(line: int | None, code: str, position: str) -> Problem:
    happened = "är ändrat" if line else "är borttaget"
    says = (
        f"beslut {position} {happened} sedan ögonblicksbilden {code}. Beslut ändras inte i efterhand: "
        "lägg tillbaka raden och skriv ett nytt beslut sist i filen."
    )
    return problem(GAP_DECISIONS, "appended", says, line=line)
