"""A CSV or XLSX file as lines of text cells, whatever it claims to be or to hold."""

import csv
import io
import shutil
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from openpyxl import load_workbook

from dashboard.sources.capture import CaptureError

LARGEST = 50_000_000
"""Bytes of the file."""
LARGEST_UNPACKED = 100_000_000
"""Bytes of a workbook once it is unpacked."""
MOST_ROWS = 1_048_576
"""Excel has no more."""
MOST_COLUMNS = 1_000
LONGEST_CELL = 32_767
"""Characters. Excel holds no more."""

Line = tuple[int, list[str]]
"""A row that is not empty: its number as spreadsheets count, from 1, and its cells, composed and stripped."""

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_lines(content: bytes, name: str, is_header: Callable[[list[str]], bool]) -> list[Line]:
    """The table that begins with such a header; empty where none does. Raises CaptureError.

    CSV has semicolons, commas or tabs and is UTF-8, UTF-16 or what Excel calls ANSI (Windows-1252). Of a
    workbook the first sheet that fits counts.
    """
    if len(content) > LARGEST:
        raise CaptureError(name, None, f"filen är större än {LARGEST // 1_000_000} MB; dela upp den")
    if content.startswith(_OLD_EXCEL):
        reason = "filen är lösenordsskyddad eller i Excels gamla format (.xls)"
        raise CaptureError(name, None, f"{reason}; spara om den som .xlsx utan lösenord")
    read = _read_workbook if content.startswith(_ZIP) else _read_csv
    return read(content, name, is_header)


def _read_csv(content: bytes, name: str, is_header: Callable[[list[str]], bool]) -> list[Line]:
    text = _decode(content, name)
    for delimiter in ";,\t":
        header = text.lstrip().partition("\n")[0].strip()
        if is_header(_first_row(header, delimiter)):
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
            return list(_lines(_whole_rows(reader, name), name))
    return []


def _first_row(header: str, delimiter: str) -> list[str]:
    """Nothing where it is none: a field of it may be longer than any that the reader takes."""
    with suppress(csv.Error):
        return next(csv.reader([header], delimiter=delimiter), [])
    return []


def _whole_rows(reader: Iterator[list[str]], name: str) -> Iterator[list[str]]:
    number = 1
    try:
        for row in reader:
            yield row
            number += 1
    except csv.Error as error:
        reason = "härifrån går filen inte att läsa som CSV; kontrollera citattecknen"
        raise CaptureError(name, number, reason) from error


def _decode(content: bytes, name: str) -> str:
    """Letters of UTF-8 in what is not UTF-8 are a damaged file, and would be misread as Windows-1252."""
    with suppress(UnicodeDecodeError):
        return content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
    if not any(letter.encode() in content for letter in "åäöÅÄÖ"):
        with suppress(UnicodeDecodeError):
            return content.decode("cp1252")
    raise CaptureError(name, None, "filens tecken går inte att läsa; spara om den i Excel som «CSV UTF-8»")


def _read_workbook(content: bytes, name: str, is_header: Callable[[list[str]], bool]) -> list[Line]:
    try:
        with warnings.catch_warnings(action="ignore"):  # of what the library leaves out, such as drop-downs
            plain = _unpack(content, name)
            for sheet in load_workbook(plain, read_only=True, data_only=True, keep_links=False).worksheets:
                sheet.reset_dimensions()  # the size that the file claims, which need not be so
                lines = _lines(sheet.iter_rows(values_only=True), name)
                header = next(lines, None)
                if header and is_header(header[1]):
                    return [header, *lines]
    except CaptureError:
        raise
    except Exception as error:  # the library raises whatever the damage leads to
        reason = "filen går inte att läsa som en Excel-arbetsbok (.xlsx)"
        raise CaptureError(name, None, f"{reason}; öppna den i Excel och spara om den") from error
    return []


def _unpack(content: bytes, name: str) -> io.BytesIO:
    """The same workbook with nothing packed, and each part no larger than it claims.

    Else a part that claims few bytes and holds many would be unpacked whole by whoever reads it at once.
    """
    plain = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as packed, ZipFile(plain, "w") as stored:
        if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
            reason = f"arbetsboken blir större än {LARGEST_UNPACKED // 1_000_000} MB när den packas upp"
            raise CaptureError(name, None, f"{reason}; spara bara bladet med insatser")
        for part in packed.infolist():
            if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise BadZipFile(
                    "other methods cannot be unpacked bit by bit, and no office program has them"
                )
            with packed.open(part) as source, stored.open(part.filename, "w") as target:
                shutil.copyfileobj(source, target, 65_536)
    return plain


def _lines(rows: Iterable[Sequence[object]], name: str) -> Iterator[Line]:
    for number, values in enumerate(rows, start=1):
        if number > MOST_ROWS or len(values) > MOST_COLUMNS:
            limits = f"{MOST_ROWS} rader och {MOST_COLUMNS} kolumner"
            raise CaptureError(name, number, f"bladet sträcker sig utanför {limits}; ta bort det som är tomt")
        texts = [_text(value) for value in values]
        longest = max(map(len, texts), default=0)
        if longest > LONGEST_CELL:
            raise CaptureError(name, number, f"en cell har {longest} tecken; väntade högst {LONGEST_CELL}")
        cells = [unicodedata.normalize("NFC", text).strip() for text in texts]
        if any(cells):
            yield number, cells


def _text(value: object) -> str:
    """As the sheet shows it: workbooks keep whole numbers as decimals."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
