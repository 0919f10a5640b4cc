"""The portfolio's CSV files as rows of strings, read whole and replaced whole."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = dict[str, str]

INITIATIVE_FIELDS = ("code", "title", "display_title", "summary_sv", "summary_en")
LISTING_FIELDS = (
    "source",
    "vision_area",
    "stage",
    "position",
    "initiative",
    "title",
    "link_label",
    "link_external",
    "link_new_window",
)
SOURCE_FIELDS = ("code", "kind", "title", "address", "fetched", "sha256", "vision_area")


class TableError(Exception):
    """A table that cannot be read or written; the message names file and line, in the reader's language."""


@dataclass(frozen=True)
class Portfolio:
    """The tables that an import reads; `folder` is where they stand."""

    folder: Path
    initiatives: list[Row]
    listings: list[Row]
    sources: list[Row]

    @classmethod
    def read(cls, folder: Path) -> "Portfolio":
        """Raises TableError where a file is missing or does not have its columns."""
        return cls(
            folder,
            read_table(folder / "initiatives.csv", INITIATIVE_FIELDS),
            read_table(folder / "listings.csv", LISTING_FIELDS),
            read_table(folder / "sources.csv", SOURCE_FIELDS),
        )


def read_table(path: Path, fields: Sequence[str]) -> list[Row]:
    """Rows of a comma-separated file with exactly these columns. Raises TableError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            if tuple(next(lines, ())) != tuple(fields):
                raise TableError(f"{path}:1: väntade kolumnerna {','.join(fields)}")
            return [_parse_row(values, fields, f"{path}:{lines.line_num}") for values in lines]
    except FileNotFoundError as error:
        raise TableError(f"{path}: filen finns inte; hämta den ur projektets historik") from error
    except OSError as error:
        raise TableError(f"{path}: filen kan inte öppnas; kontrollera läsrättigheten") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"{path}: filen är inte en kommaseparerad tabell i UTF-8") from error


def _parse_row(values: list[str], fields: Sequence[str], place: str) -> Row:
    if len(values) != len(fields):
        raise TableError(f"{place}: väntade {len(fields)} fält, fann {len(values)}")
    return dict(zip(fields, values, strict=True))


def replace_table(path: Path, fields: Sequence[str], rows: Iterable[Row]) -> None:
    """Write beside the old file, then swap: a reader sees one table or the other. Raises TableError."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(text.getvalue().encode())
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise TableError(f"{path}: filen kan inte skrivas; kontrollera skrivrättigheten") from error
    finally:
        beside.unlink(missing_ok=True)
