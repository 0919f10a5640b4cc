"""From the bytes of a file to rows of text, and what keeps it from being read."""

import csv
import io
import tomllib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from dashboard.store.columns import Table
from dashboard.store.tables import MUNICIPALITY

_SHOWN = 60
_ROWS = 50_000
"""So many rows at a time are objects of Python's; a large file is kept in as many bytes as it has."""


@dataclass(frozen=True)
class Problem:
    """Something wrong in `data/`. `rule` is a code; `message` says where, what and what to do, in Swedish."""

    file: str
    line: int | None
    column: str | None
    value: str | None
    rule: str
    message: str

    def __str__(self) -> str:
        return self.message


def problem(
    file: str,
    rule: str,
    says: str,
    *,
    line: int | None = None,
    column: str | None = None,
    value: str | None = None,
) -> Problem:
    """`says` completes "file rad 12, column: «value» …"."""
    where = f"{file} rad {line}" if line else file
    named = f"{where}, {column}" if column else where
    shown = f"{quoted(value)} " if value else ""
    return Problem(file, line, column, value, rule, f"{named}: {shown}{says}")


def quoted(value: str) -> str:
    """The value as it can be shown on one line of a terminal, whatever it holds."""
    visible = "".join(letter if letter.isprintable() else "�" for letter in value)
    return f"«{visible[:_SHOWN]}…»" if len(visible) > _SHOWN else f"«{visible}»"


@dataclass
class TextTable:
    """A CSV file as text, by column, empty fields null; `lines` has the line on which each row begins.

    `whole` is False where rows or columns are missing, so that what refers to them is not blamed.
    """

    table: Table
    columns: dict[str, pa.ChunkedArray] = field(default_factory=dict)
    lines: array = field(default_factory=lambda: array("q"))
    problems: list[Problem] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not self.problems

    def rows(self, *names: str) -> Iterator[tuple]:
        """Line and the named columns' values, row by row; nothing where a column is missing."""
        if any(name not in self.columns for name in names):
            return iter(())
        return zip(self.lines, *(self.values(name) for name in names), strict=True)

    def values(self, name: str) -> Iterator[str]:
        """One column, row by row; nothing where it is missing."""
        for chunk in self._chunks(name):
            yield from chunk.to_pylist()

    def distinct(self, name: str) -> Iterator[str]:
        """Each value of a column at least once, and seldom much oftener."""
        for chunk in self._chunks(name):
            yield from chunk.unique().to_pylist()

    def _chunks(self, name: str) -> Iterator[pa.StringArray]:
        found = self.columns.get(name)
        return (chunk.fill_null("") for chunk in found.iterchunks()) if found else iter(())


def parse_table(table: Table, files: Mapping[str, bytes]) -> TextTable:
    """Rows that cannot be read become problems of the result; the others are kept.

    A column that need not be filled in may be left out: older folders stay readable when one is added.
    """
    result = TextTable(table)
    if table.optional and table.file not in files:
        return TextTable(table, {column.name: _column([]) for column in table.columns})
    if table.file not in files:
        _decode(table.file, files, result.problems)
        return result
    try:
        header, parts = _read(io.BytesIO(files[table.file]), result)
    except UnicodeDecodeError:
        broken = TextTable(table)
        _decode(table.file, files, broken.problems)
        return broken
    result.problems += _header_problems(table, header)
    for column in table.columns:
        if not column.required:
            result.columns[column.name] = _column([pa.nulls(len(result.lines), pa.string())])
    result.columns |= {name: _column([part[place] for part in parts]) for place, name in enumerate(header)}
    return result


def _read(content: io.BytesIO, result: TextTable) -> tuple[list[str], list[list[pa.StringArray]]]:
    """The first row, and the columns of the others, part by part; lines and problems go to `result`."""
    file = result.table.file
    reader = csv.reader(io.TextIOWrapper(content, "utf-8-sig", newline=""), strict=True)
    begins = 1
    header: list[str] = []
    rows: list[list[str]] = []
    parts: list[list[pa.StringArray]] = []
    try:
        for row in reader:
            if row and not header:
                header = row
            elif row and len(row) != len(header):
                result.problems.append(_ragged(file, begins, len(row), len(header)))
            elif row:
                rows.append(row)
                result.lines.append(begins)
            if len(rows) == _ROWS:
                parts.append(_packed(rows))
                rows = []
            begins = reader.line_num + 1
    except csv.Error as error:
        says = f"raden går inte att läsa ({error}), så resten av filen är inte läst. Se över citattecknen."
        result.problems.append(problem(file, "malformed", says, line=begins))
    return header, [*parts, _packed(rows)] if rows else parts


def _packed(rows: Sequence[Sequence[str]]) -> list[pa.StringArray]:
    return [pa.array([value or None for value in column], pa.string()) for column in zip(*rows, strict=True)]


def _column(parts: Sequence[pa.StringArray]) -> pa.ChunkedArray:
    return pa.chunked_array(parts, pa.string())


def parse_municipality(files: Mapping[str, bytes], problems: list[Problem]) -> dict[str, str] | None:
    """What `municipality.toml` says, as text; None where it cannot be read."""
    text = _decode(MUNICIPALITY, files, problems)
    if text is None:
        return None
    try:
        return {key: str(value) for key, value in tomllib.loads(text).items()}
    except (ValueError, RecursionError) as error:  # a number too long, too deep
        says = f"filen går inte att läsa som TOML ({error}). Rätta det stället."
        problems.append(problem(MUNICIPALITY, "malformed", says))
        return None


def _decode(file: str, files: Mapping[str, bytes], problems: list[Problem]) -> str | None:
    if file not in files:
        problems.append(
            problem(file, "file", "filen saknas. Lägg dit den; docs/data.md säger vad den ska innehålla.")
        )
        return None
    try:
        return files[file].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(problem(file, "encoding", "filen är inte UTF-8. Spara den som CSV UTF-8.", line=line))
        return None


def _ragged(file: str, line: int, found: int, expected: int) -> Problem:
    says = (
        f"raden har {found} fält men första raden har {expected}. "
        "Lägg till eller ta bort kommatecken; ett fält som innehåller komma ska stå inom citattecken."
    )
    return problem(file, "ragged", says, line=line)


def _header_problems(table: Table, header: list[str]) -> Iterator[Problem]:
    names = [column.name for column in table.columns]
    if len(header) == 1 and ";" in header[0]:
        yield problem(
            table.file, "separator", "fälten skiljs åt av semikolon. Spara med kommatecken.", line=1
        )
        return
    for column in table.columns:
        if column.required and column.name not in header:
            says = "kolumnen saknas. Lägg till den i första raden."
            yield problem(table.file, "column", says, line=1, column=column.name)
    for place, name in enumerate(header):
        if name not in names:
            says = "är ingen kolumn i den här filen. Ta bort eller rätta den."
            yield problem(table.file, "column", says, line=1, value=name)
        elif name in header[:place]:
            yield problem(
                table.file, "column", "står två gånger i första raden. Ta bort den ena.", line=1, value=name
            )
