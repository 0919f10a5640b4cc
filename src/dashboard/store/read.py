"""From the bytes of a file to rows of text, and what keeps it from being read."""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from dashboard.store.columns import Table
from dashboard.store.tables import MUNICIPALITY

_SHOWN = 60


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
    """A CSV file as text, by column; `lines` has the line on which each row begins.

    `whole` is False where rows or columns are missing, so that what refers to them is not blamed.
    """

    table: Table
    columns: dict[str, list[str]] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not self.problems

    def rows(self, *names: str) -> Iterator[tuple]:
        """Line and the named columns' values, row by row; nothing where a column is missing."""
        if any(name not in self.columns for name in names):
            return iter(())
        return zip(self.lines, *(self.columns[name] for name in names), strict=True)


def parse_table(table: Table, files: Mapping[str, bytes]) -> TextTable:
    """Rows that cannot be read become problems of the result; the others are kept.

    A column that need not be filled in may be left out: older folders stay readable when one is added.
    """
    result = TextTable(table)
    if table.optional and table.file not in files:
        return replace(result, columns={column.name: [] for column in table.columns})
    text = _decode(table.file, files, result.problems)
    if text is None:
        return result
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    header: list[str] | None = None
    rows = []
    shared: dict[str, str] = {}  # most values recur: one string each makes a large file fit in memory
    try:
        for row in reader:
            if row and header is None:
                header = row
            elif row and header and len(row) != len(header):
                result.problems.append(_ragged(table.file, begins, len(row), len(header)))
            elif row:
                rows.append(tuple(map(shared.setdefault, row, row)))
                result.lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        says = f"raden går inte att läsa ({error}), så resten av filen är inte läst. Se över citattecknen."
        result.problems.append(problem(table.file, "malformed", says, line=begins))
    header = header or []
    result.problems += _header_problems(table, header)
    result.columns = {column.name: [""] * len(rows) for column in table.columns if not column.required}
    result.columns |= {name: [row[place] for row in rows] for place, name in enumerate(header)}
    return result


def parse_municipality(files: Mapping[str, bytes], problems: list[Problem]) -> dict[str, str] | None:
    """What `municipality.toml` says, as text; None where it cannot be read."""
    text = _decode(MUNICIPALITY, files, problems)
    if text is None:
        return None
    try:
        return {key: str(value) for key, value in tomllib.loads(text).items()}
    except tomllib.TOMLDecodeError as error:
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
