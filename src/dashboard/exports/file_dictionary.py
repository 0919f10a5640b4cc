"""The dictionary of what is taken along: what every column and field means."""

from collections.abc import Iterable, Mapping

from dashboard.exports.code_table import COLUMNS, Column
from dashboard.exports.json_document import PANEL, PARTS
from dashboard.exports.label_table import COLUMNS as LABEL_COLUMNS
from dashboard.exports.provenance import TO_PROGRAMS
from dashboard.exports.workbook import column_means
from dashboard.spreadsheet import COLUMNS as LIST_COLUMNS
from dashboard.text import text_of

_INTRODUCTION = """\
# What is in the files

Written by `dashboard docs` from `src/dashboard/exports` and the texts: change those instead.

Every page offers its selection as files, and `dashboard export` writes the same. Each carries its title, its
sentence, which initiatives it counts (*n of N*), the day of the data, the source and the address of the view.
The first two sections are for programs, the last two for people with a spreadsheet.
"""
_INITIATIVES = """\
## Initiatives: `.codes.csv`, `.parquet`, and `initiatives` in `.json`

A row is an initiative, in the order in which the city lists them; a row per listing or label would count it
twice. Lists are lists in Parquet and JSON, and in CSV values with ` | ` between them, where `\\|` is the sign
itself. The columns with one value per listing are parallel: the second value of each is of the second.

CSV is UTF-8 with commas and every cell in quotes. The lines before its head begin with `#`. Parquet describes
each column in the metadata of its field, JSON in `fields`.

What a code is called, in Swedish and English, stands in its vocabulary. *Empty* is an empty list, or an empty
cell in CSV: it says that something is not known, never that it is not so.
"""
_SAID = """\
## What the files for programs say of themselves

In CSV as `# name: value` before the head, in Parquet in the file's metadata, in JSON as the first fields.
"""
_JSON = """\
JSON goes on with:
"""
_PANEL = """\
Each of `panels` has:
"""
_LIST = """\
## The list of initiatives: `.csv`, and the sheet Insatser (Initiatives) in `.xlsx`

`dashboard import` reads it again. It is in the language of the view. CSV is as a Swedish spreadsheet program
expects it, UTF-8 with a mark and semicolons; below the table, after an empty line, stands what it shows.
"""
_LABELS = """\
## A row per label: the sheet Uppgifter (Labels) in `.xlsx`

For pivot tables.
"""


def file_dictionary() -> str:
    """Markdown with a row for each column of each kind of file."""
    coded = (
        (f"`{each.name}`", _type(each), _vocabulary(each), each.meaning, each.empty or "never")
        for each in COLUMNS
    )
    parts = [
        _INTRODUCTION,
        _INITIATIVES,
        _table(("Column", "Type", "Codes of", "Meaning", "Empty where"), coded),
        _SAID,
        _named(TO_PROGRAMS),
        _JSON,
        _named(PARTS),
        _PANEL,
        _named(PANEL),
        _LIST,
        _headed(LIST_COLUMNS),
        _LABELS,
        _headed(LABEL_COLUMNS),
    ]
    return "\n".join(parts)


def _type(column: Column) -> str:
    of_one = "whole number" if column.whole else "text"
    return f"list of {of_one}s" if column.many else of_one


def _vocabulary(column: Column) -> str:
    file = f"data/vocabularies/{column.vocabulary}.csv"
    return f"[{column.vocabulary}](../{file})" if column.vocabulary else ""


def _named(meanings: Mapping[str, str]) -> str:
    return _table(("Name", "Meaning"), ((f"`{name}`", meaning) for name, meaning in meanings.items()))


def _headed(columns: Mapping[str, str]) -> str:
    """Of columns by code, with the text key of their heads."""
    sv, en = text_of("sv"), text_of("en")
    rows = ((sv(key), en(key), column_means(en, column)) for column, key in columns.items())
    return _table(("Head", "In English", "Meaning"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    cells = ([cell.replace("|", r"\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)
