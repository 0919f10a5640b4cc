"""Captures as people have them: text, saved HTML, web archives (WARC), and folders of these."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from dashboard.sources.capture import LARGEST, Capture, CaptureError
from dashboard.sources.capture_html import is_html, parse_html
from dashboard.sources.capture_text import decode_text
from dashboard.sources.capture_warc import Record, is_archive, read_records

HTML_SUFFIXES = (".html", ".htm", ".xhtml")

COMPANION = re.compile(r"(?P<page>.+)[_-](?:files|filer)")
"""The folder of pictures and styles that a browser puts beside a page it saves whole."""

OTHER_FILES = {
    b"%PDF": "en PDF",
    b"PK\x03\x04": "ett Office-dokument eller en zip-fil",
    b"\xd0\xcf\x11\xe0": "ett Office-dokument",
    b"{\\rtf": "ett RTF-dokument",
    b"bplist00": "ett webbarkiv från Safari",
    b"From: <Saved by": "en webbsida i MHTML",
    b"MIME-Version:": "en webbsida i MHTML",
    b"\x89PNG": "en bild",
    b"\xff\xd8\xff": "en bild",
    b"GIF8": "en bild",
    b"RIFF": "en bild eller film",
    b"\x1f\x8b": "en packad fil som inte är ett webbarkiv (WARC)",
    b"\x28\xb5\x2f\xfd": "en fil packad med zstd",
}
"""How files begin that people take for pages."""

HOW_TO_SAVE = "spara sidan i webbläsaren som «Webbsida, endast HTML»"


def find_files(place: Path) -> Iterator[Path | CaptureError]:
    """The file itself, or all below a folder by name; without hidden ones and a saved page's pictures."""
    if not place.is_dir():
        yield place
        return
    files = 0
    try:
        for file in _walk(place, frozenset()):
            files += 1
            yield file
    except OSError as error:
        yield CaptureError(str(error.filename), None, "mappen kan inte läsas; kontrollera läsrättigheten")
        return
    if not files:
        yield CaptureError(str(place), None, "mappen är tom; lägg stadens sparade sidor i den")


def _walk(folder: Path, above: frozenset[Path]) -> Iterator[Path]:
    """`above` are the real folders on the way here: a link back to one of them is not followed."""
    above |= {folder.resolve()}
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if not entry.is_dir():
            yield entry
        elif entry.resolve() not in above and not _is_companion(entry.name, names):
            yield from _walk(entry, above)


def _is_companion(name: str, beside: set[str]) -> bool:
    match = COMPANION.fullmatch(name)
    return match is not None and any(match["page"] + suffix in beside for suffix in HTML_SUFFIXES)


def read_captures(file: Path) -> Iterator[Capture | CaptureError]:
    """The page in a file, or all of an archive one at a time, with a CaptureError in the place of a bad one.

    Errors are given, not raised, so that a reader goes on and tells all of them at once.
    """
    try:
        content = _read_bytes(file)
        if not is_archive(content):
            yield decode_capture(content, str(file))
            return
    except CaptureError as problem:
        yield problem
        return
    del content
    for record in read_records(file):
        yield record if isinstance(record, CaptureError) else _decode_record(record)


def _read_bytes(path: Path) -> bytes:
    """The file, or its beginning where it is larger than any page."""
    try:
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise CaptureError(str(path), None, "detta är ingen vanlig fil; ge sidan sparad i en fil")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise CaptureError(str(path), None, "filen finns inte; kontrollera namnet") from error
    except OSError as error:
        raise CaptureError(str(path), None, "filen kan inte öppnas; kontrollera läsrättigheten") from error


def _decode_record(record: Record) -> Capture | CaptureError:
    try:
        capture = decode_capture(
            record.content,
            record.file,
            address=record.address,
            fetched=record.fetched.date() if record.fetched else None,
            charset=record.charset,
        )
    except CaptureError as problem:
        return CaptureError(problem.file, problem.line, problem.message, archived=True)
    return replace(capture, archived=True)


def decode_capture(
    content: bytes, name: str, *, address: str = "", fetched: date | None = None, charset: str = ""
) -> Capture:
    """The page in these bytes, be they HTML or text. Raises CaptureError.

    `name` is what messages call it, `address` where it was fetched (else the page's own word for it counts),
    `charset` the encoding that came with it.
    """
    if len(content) > LARGEST:
        limit = f"{LARGEST // 1_000_000} MB"
        raise CaptureError(name, None, f"filen är större än {limit} och kan inte vara en av sidorna")
    for start, kind in OTHER_FILES.items():
        if content.startswith(start):
            raise CaptureError(name, None, f"filen är {kind}, ingen sida; {HOW_TO_SAVE}")
    sha256 = hashlib.sha256(content).hexdigest()
    if is_html(content) or name.lower().endswith(HTML_SUFFIXES):
        text, own_address = parse_html(content, name, charset)
        return Capture(name, text, sha256, content, address or own_address, fetched, ".html")
    return Capture(name, decode_text(content, name), sha256, content, address, fetched)
