"""The spreadsheet of initiatives: its columns, and how its cells spell values.

The list's download writes it and the import reads it, so what one means by a column the other means too.
One row is one initiative. The cells of LISTING_COLUMNS are parallel: the second vision area, the second
stage, the second number and the second link text are those of its second listing.
"""

import re
from collections.abc import Iterable

from dashboard.dimensions import LABELS

COLUMNS: dict[str, str] = {
    "code": "column-code",
    "initiative": "column-initiative",
    "title": "column-title",
    "summary": "column-summary",
    "vision_area": "dimension-vision_area",
    "stage": "dimension-stage",
    "position": "column-position",
    "link_label": "column-link_label",
    **{dimension: f"dimension-{dimension}" for dimension in LABELS},
    "inferred": "column-inferred_labels",
}
"""Code of each column and the text key of its header, in order. `initiative` is the title as shown, `title`
the published one where it differs. `inferred` repeats those labels that a rule has set: nobody imports it."""

LISTING_COLUMNS = ("vision_area", "stage", "position", "link_label")

PROVENANCE = {
    "title": "provenance-title",
    "sentence": "provenance-sentence",
    "selection": "provenance-selection",
    "dated": "provenance-dated",
    "source": "provenance-source",
    "address": "provenance-address",
}
"""What stands below the table, a line each: its code and the text key of its label, which is before it."""

COMMENT = "#"
"""Before each line that a file for programs says of itself, above its head."""

SEPARATOR = "|"
"""Between the values of a cell: labels have commas, and semicolons part the cells. Within a value it is
written with a backslash before it."""

_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""What a spreadsheet would run, in wide letters too, or what looks as if it had been kept from it."""


def join_values(values: Iterable[str]) -> str:
    """One cell of several values; empty where all of them are."""
    parts = [value.replace(SEPARATOR, rf"\{SEPARATOR}") for value in values]
    return f" {SEPARATOR} ".join(parts) if any(parts) else ""


def split_values(cell: str) -> list[str]:
    """The values of a cell, stripped; none of an empty one."""
    parts = re.split(r"(?<!\\)\|", cell) if cell.strip() else []
    return [part.strip().replace(rf"\{SEPARATOR}", SEPARATOR) for part in parts]


def quote_formula(cell: str) -> str:
    """An apostrophe before what a spreadsheet would run, which makes it text."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def quote_quoted(cell: str) -> str:
    """For cells that hold text whatever it looks like: only what `unquote_formula` would alter is quoted."""
    return quote_formula(cell) if unquote_formula(cell) != cell else cell


def unquote_formula(cell: str) -> str:
    """Without the apostrophe that `quote_formula` puts there."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
