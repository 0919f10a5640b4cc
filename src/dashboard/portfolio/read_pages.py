"""From what a user points at to parsed pages; what was read is kept on this machine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import click

from dashboard.portfolio.add_sheet import CapturedSheet
from dashboard.portfolio.place import CapturedPage
from dashboard.sources.capture import Capture, CaptureError, NotOurPage
from dashboard.sources.captures import find_files, read_captures
from dashboard.sources.fetch import fetch_capture
from dashboard.sources.page import parse_page
from dashboard.sources.sheet import parse_sheet
from dashboard.sources.sheet_file import LARGEST
from dashboard.store.durable import replace_file
from dashboard.store.rows import TableError
from dashboard.store.tables import TEXTS
from dashboard.store.texts import Texts, format_texts
from dashboard.vocabularies import Vocabularies

SHEET_SUFFIXES = (".csv", ".xlsx")

LONG_IMPORT = 50
"""Captures from which an import tells how far it has come."""


@dataclass(frozen=True)
class CaptureOptions:
    """`fetched` is the day for captures that do not tell; the bytes of each go to the folder `keep`."""

    today: date
    fetched: date | None = None
    private_allowed: bool = False
    keep: Path | None = None


def read_pages(
    places: Sequence[str], vocabularies: Vocabularies, how: CaptureOptions
) -> tuple[list[CapturedPage | CapturedSheet], list[CaptureError]]:
    """All pages and spreadsheets, and the reason for each capture that could not be read.

    Only one capture's bytes are in memory at a time. What else an archive of a whole site holds is told and
    passed over.
    """
    pages: list[CapturedPage | CapturedSheet] = []
    problems: list[CaptureError] = []
    for number, found in enumerate(_find(places, how), 1):
        if number % LONG_IMPORT == 0:
            click.echo(f"Läst {number} …", err=True)
        try:
            pages.append(_parse(found, vocabularies, how))
        except NotOurPage as error:
            if isinstance(found, Capture) and found.archived:
                click.echo(f"Hoppar över {error}", err=True)
            else:
                problems.append(error)
        except CaptureError as error:
            problems.append(error)
    if not pages and not problems:
        says = "här finns ingen av stadens sidor; ange en annan fil, mapp eller adress"
        problems.append(CaptureError(", ".join(places), None, says))
    return pages, problems


def _find(places: Sequence[str], how: CaptureOptions) -> Iterator[Capture | CaptureError]:
    """What stands at each place, read when it is its turn; an error is an item like the others."""
    for place in places:
        if not place.strip():
            yield CaptureError("«»", None, "ange en fil, en mapp eller en adress")
            continue
        if "://" not in place:
            for file in find_files(Path(place)):
                yield from _read_file(file)
            continue
        try:
            yield fetch_capture(place, private_allowed=how.private_allowed, today=how.today)
        except CaptureError as error:
            yield error


def _read_file(file: Path | CaptureError) -> Iterator[Capture | CaptureError]:
    if isinstance(file, CaptureError):
        yield file
    elif file.suffix.lower() in SHEET_SUFFIXES:
        yield _read_sheet(file)
    else:
        yield from read_captures(file)


def _read_sheet(file: Path) -> Capture | CaptureError:
    try:
        if file.exists() and not file.is_file():  # a pipe or a device may never end
            return CaptureError(str(file), None, "detta är ingen vanlig fil; ge kalkylbladet sparat i en fil")
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        return CaptureError(str(file), None, f"filen kan inte öppnas ({error.strerror})")
    return Capture(str(file), "", sha256(content).hexdigest(), content, suffix=file.suffix.lower())


def _parse(
    found: Capture | CaptureError, vocabularies: Vocabularies, how: CaptureOptions
) -> CapturedPage | CapturedSheet:
    if isinstance(found, CaptureError):
        raise found
    if found.suffix in SHEET_SUFFIXES:
        sheet = parse_sheet(found.content, found.file, vocabularies)
        return CapturedSheet(_kept(found, how), sheet)
    page = parse_page(found.text, found.file, vocabularies)
    return CapturedPage(_kept(found, how), page)


def _kept(found: Capture, how: CaptureOptions) -> Capture:
    """The capture without its content, which is in a file from now on."""
    if how.keep:
        _keep(how.keep / f"{found.sha256}{found.suffix}", found.content)
    return replace(found, text="", content=b"", fetched=found.fetched or how.fetched)


def keep_texts(folder: Path, known: Texts, found: Texts) -> None:
    """Beside the captures, for comparing wordings later. Raises TableError where it cannot be written."""
    if not found.keys() <= known.keys():
        _write(folder / TEXTS, format_texts({**known, **found}))


def _keep(path: Path, content: bytes) -> None:
    if not path.is_file():
        _write(path, content)


def _write(path: Path, content: bytes) -> None:
    try:
        replace_file(path, content)
    except OSError as error:
        raise TableError(f"{path}: filen kan inte skrivas ({error.strerror})") from error
