"""Web archives (WARC): the HTML pages among all that a browser or crawler fetched."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from fastwarc.stream_io import BrotliReader, ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dashboard.sources.capture import LARGEST, CaptureError
from dashboard.sources.capture_html import is_html

START = b"WARC/"

LARGEST_ARCHIVE = 2_000_000_000
"""Bytes, unpacked. A crawl of a whole city's web is larger; its pages about the vision are not."""

GZIP = b"\x1f\x8b"

HTML_TYPES = ("text/html", "application/xhtml+xml")

RECORD_WITHIN = b"\r\n\r\nWARC/1."
"""Where a record's length takes in the next one too."""

MOST_PAGES = 100_000
"""Of an archive. Each page's address is held while the archive is read."""

UNDATED = datetime.min.replace(tzinfo=UTC)

FETCH_AGAIN = "spara sidorna igen"

TOO_LARGE = f"sidan är större än {LARGEST // 1_000_000} MB; ge en av stadens sidor"


@dataclass(frozen=True)
class Record:
    """A page in an archive. `charset` is what its HTTP header says, "" where that is silent."""

    file: str
    content: bytes
    address: str
    fetched: datetime | None
    charset: str


def is_archive(content: bytes) -> bool:
    """Whether a file that begins like this is a web archive, packed or not."""
    if content.startswith(GZIP):
        try:
            content = zlib.decompressobj(wbits=31).decompress(content[:10_000], len(START))
        except zlib.error:
            return False
    return content.startswith(START)


def read_records(path: Path) -> Iterator[Record | CaptureError]:
    """Every HTML page that was fetched (status 200), in the archive's order; else why it is unreadable.

    Of a page that was fetched several times only the last counts, damaged or not: two wordings from one day
    could not be told apart later. Holds one page at a time, for which the archive is read twice. One that
    breaks off gives what came before, and then a CaptureError.
    """
    pages = 0
    try:
        last = _find_last(path)
        for position, (_, page) in enumerate(_read_pages(path)):
            pages += 1
            if position in last:
                yield page
    except CaptureError as problem:
        yield problem
    except OSError:
        yield CaptureError(str(path), None, f"arkivet är skadat; {FETCH_AGAIN}")
    else:
        if not pages:
            yield CaptureError(str(path), None, f"arkivet har ingen webbsida (HTML); {FETCH_AGAIN}")


def _find_last(path: Path) -> set[int]:
    """Where among the pages the last of each stands: by the hour it was fetched, then by place.

    Of an archive that breaks off, among those before that.
    """
    last: dict[str, tuple[datetime, int]] = {}
    with suppress(CaptureError, OSError):  # told when it is read for its pages
        for position, (fetched, page) in enumerate(_read_pages(path)):
            last[page.file] = max(last.get(page.file, (UNDATED, 0)), (fetched, position))
    return {position for _, position in last.values()}


def _read_pages(path: Path) -> Iterator[tuple[datetime, Record | CaptureError]]:
    """When each was fetched, and the page. Raises CaptureError or OSError where the archive is unreadable."""
    pages = 0
    with path.open("rb") as file:
        stream = Unpacked(file, str(path))
        for record in ArchiveIterator(stream, WarcRecordType.response, parse_http=False):
            page = _read_record(record, str(path))
            if page is None:
                continue
            pages += 1
            if pages > MOST_PAGES:
                reason = f"arkivet har fler än {MOST_PAGES} sidor; ge ett med bara stadens sidor"
                raise CaptureError(str(path), None, reason)
            yield record.record_date or UNDATED, page


class Unpacked:
    """An archive's bytes, unpacked and counted: what fastwarc needs of a stream, and CaptureError beyond.

    fastwarc's own unpacking takes an archive that breaks off for one that ends.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        packed = file.read(len(GZIP)) == GZIP
        file.seek(0)
        self._stream = gzip.GzipFile(fileobj=file) if packed else file
        self._name = name
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._stream.read(size)
        except EOFError as error:
            raise CaptureError(self._name, None, f"arkivet är avklippt; {FETCH_AGAIN}") from error
        except (OSError, zlib.error) as error:
            raise CaptureError(self._name, None, f"arkivet är skadat; {FETCH_AGAIN}") from error
        self._position += len(data)
        if self._position > LARGEST_ARCHIVE:
            limit = f"{LARGEST_ARCHIVE // 1_000_000} MB"
            raise CaptureError(
                self._name, None, f"arkivet är större än {limit} uppackat; ge ett med bara stadens sidor"
            )
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError("read from start to end")

    def close(self) -> None:
        self._stream.close()


def _read_record(record: WarcRecord, archive: str) -> Record | CaptureError | None:
    """None for what is not a page: a picture, a style, an answer that is not 200."""
    record.parse_http()
    http = record.http_headers
    kind = record.http_content_type
    if http is None or http.status_code != 200 or (kind and kind not in HTML_TYPES):
        return None
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    name = f"{archive}#{address or record.record_id}"
    try:
        content = _read_content(record, name)
    except CaptureError as problem:
        return problem
    if not kind and not is_html(content):
        return None
    return Record(name, content, address, record.record_date, record.http_charset or "")


def _read_content(record: WarcRecord, name: str) -> bytes:
    """The page's bytes as its author sent them: whole, and no more than a page's. Raises CaptureError."""
    stored = record.reader.read(LARGEST + 1)
    if len(stored) > LARGEST:
        raise _refuse(name, TOO_LARGE)
    length, transfer, encodings = (
        record.http_headers.get(field) or ""
        for field in ("Content-Length", "Transfer-Encoding", "Content-Encoding")
    )
    lacking = length.isdecimal() and len(length) < 20 and len(stored) < int(length) and not transfer
    if lacking or len(stored) < record.content_length or record.headers.get("WARC-Truncated"):
        raise _refuse(name, f"sidan är avklippt i arkivet; {FETCH_AGAIN}")
    if RECORD_WITHIN in stored:
        raise _refuse(name, f"posten är längre än sidan i den; arkivet är skadat, {FETCH_AGAIN}")
    if is_html(stored):  # some tools keep the headers of what they have unpacked
        return stored
    try:
        content = _decode_transfer(stored, transfer, encodings)
    except (OSError, ValueError, zlib.error) as error:
        raise _refuse(name, f"sidan i arkivet går inte att packa upp; {FETCH_AGAIN}") from error
    if len(content) > LARGEST:
        raise _refuse(name, TOO_LARGE)
    return content


def _decode_transfer(stored: bytes, transfer: str, encodings: str) -> bytes:
    """At most a byte more than the largest page, however much is packed into these."""
    content = stored
    if "chunked" in transfer.lower():
        content = ChunkedReader(BytesIO(content)).read(LARGEST + 1)
    for encoding in reversed([part.strip().lower() for part in encodings.split(",")]):
        if encoding in ("gzip", "x-gzip", "deflate"):
            content = _inflate(content)
        elif encoding == "br":
            content = BrotliReader(BytesIO(content)).read(LARGEST + 1)
        elif encoding not in ("", "identity"):
            raise ValueError(encoding)
    return content


def _inflate(content: bytes) -> bytes:
    """gzip or deflate; the latter with or without its header, as servers disagree on it."""
    raw = content[:1] not in (GZIP[:1], b"\x78")
    unpack = zlib.decompressobj(wbits=-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | 32)
    inflated = unpack.decompress(content, LARGEST + 1)
    if not unpack.eof and len(inflated) <= LARGEST:
        raise ValueError("breaks off")
    return inflated


def _refuse(name: str, reason: str) -> CaptureError:
    return CaptureError(name, None, reason, archived=True)
