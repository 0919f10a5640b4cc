"""Web archives: which records are pages, and what an archive may not do to the machine that reads it."""

import gzip
import zlib
from datetime import date
from pathlib import Path

import brotli
import pytest

from dashboard.sources import capture_warc
from dashboard.sources.capture import LARGEST, Capture, CaptureError
from dashboard.sources.captures import read_captures

HTML = "<!doctype html><p>räksmörgås".encode()
OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def record(
    body: bytes = HTML,
    http: str = OK,
    *,
    address: str = "https://exempelby.invalid/a",
    kind: str = "response",
    fields: str = "",
    length: int | str | None = None,
    fetched: str = "2031-05-03T10:00:00Z",
) -> bytes:
    """One record of an archive. `length` is what it says of itself, true unless given."""
    block = http.encode() + b"\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {fetched}\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype={kind}\r\n{fields}"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


FIRST, LAST = record(address="https://exempelby.invalid/1"), record(address="https://exempelby.invalid/9")
"""Pages around another."""


def write(folder: Path, content: bytes) -> Path:
    path = folder / "arkiv.warc.gz"
    path.write_bytes(content)
    return path


def read(folder: Path, content: bytes) -> list[str]:
    """Text of each capture, message of each problem."""
    return [
        capture.text if isinstance(capture, Capture) else capture.message
        for capture in read_captures(write(folder, content))
    ]


@pytest.mark.parametrize(
    "pack",
    [bytes, gzip.compress, lambda content: gzip.compress(content[:99]) + gzip.compress(content[99:])],
    ids=["plain", "packed", "packed in pieces"],
)
def test_an_archive_gives_every_page_with_its_address_and_day(tmp_path, pack):
    content = record() + record(b"<p>tv\xc3\xa5", address="<http://exempelby.invalid/b>")
    path = write(tmp_path, pack(content))
    captures = [capture for capture in read_captures(path) if isinstance(capture, Capture)]
    assert [(c.file, c.text, c.address, c.fetched, c.suffix) for c in captures] == [
        (
            f"{path}#https://exempelby.invalid/a",
            "räksmörgås",
            "https://exempelby.invalid/a",
            date(2031, 5, 3),
            ".html",
        ),
        (
            f"{path}#http://exempelby.invalid/b",
            "två",
            "http://exempelby.invalid/b",
            date(2031, 5, 3),
            ".html",
        ),
    ]


def test_what_is_no_page_is_passed_by(tmp_path):
    others = [
        record(kind="warcinfo"),
        record(kind="request"),
        record(kind="revisit"),
        record(b"\x89PNG", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"),
        record(b"{}", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
        record(b"{}", "HTTP/1.1 200 OK\r\n"),
        record(http="HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"),
        record(http="HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n"),
        record(http="vad som helst"),
    ]
    assert read(tmp_path, FIRST + b"".join(others) + LAST) == ["räksmörgås"] * 2


NEWEST = record(b"<p>nyast", fetched="2031-05-03T11:00:00Z")
UNDATED = record("<p>när?".encode(), fetched="i går")


@pytest.mark.parametrize(
    ("archive", "expected"),
    [
        (record() + NEWEST, ["nyast"]),
        (NEWEST + record(), ["nyast"]),
        (record(b"<p>en") + record("<p>två".encode()), ["två"]),
        (record(b"<p>en") + UNDATED, ["en"]),
        (UNDATED + UNDATED, ["när?"]),
        (NEWEST + record(fetched="2031-05-03T12:30:00+02:00"), ["nyast"]),
        (NEWEST + FIRST + record() + LAST, ["nyast", "räksmörgås", "räksmörgås"]),
        (NEWEST + record(http="HTTP/1.1 404 Not Found\r\n", fetched="2031-05-03T12:00:00Z"), ["nyast"]),
        (record(b"<p>\xff") + NEWEST, ["nyast"]),
        (record(address="") + FIRST, ["räksmörgås"] * 2),
    ],
    ids=[
        "later further down",
        "later further up",
        "same moment",
        "one undated",
        "both undated",
        "other time zone",
        "other addresses between",
        "not found since",
        "damaged before",
        "no address",
    ],
)
def test_of_a_page_fetched_several_times_the_last_counts(tmp_path, archive, expected):
    assert read(tmp_path, archive) == expected


def test_a_page_that_was_last_fetched_damaged_is_told_not_replaced_by_an_older_one(tmp_path):
    (problem,) = read(tmp_path, record() + record(b"<p>\xff", fetched="2031-05-04T10:00:00Z"))
    assert "inte text i utf-8" in problem


def test_only_what_comes_from_within_an_archive_says_so(tmp_path):
    cut = record(address="https://exempelby.invalid/2", fields="WARC-Truncated: length\r\n")
    within = read_captures(write(tmp_path, FIRST + cut + record(b"<p>\xff")))
    assert [(type(each), each.archived) for each in within] == [
        (Capture, True),
        (CaptureError, True),
        (CaptureError, True),
    ]
    (archive,) = read_captures(write(tmp_path, record(kind="request")))
    (tmp_path / "nr#1.txt").write_bytes(b"hej")
    (file,) = read_captures(tmp_path / "nr#1.txt")
    assert (archive.archived, file.archived) == (False, False)


def test_an_archive_of_endless_pages_is_left_there(tmp_path, monkeypatch):
    monkeypatch.setattr(capture_warc, "MOST_PAGES", 1)
    page, problem = read(tmp_path, FIRST + LAST)
    assert (page, "fler än 1 sidor" in problem) == ("räksmörgås", True)


def test_a_page_without_a_content_type_is_known_by_its_beginning(tmp_path):
    assert read(tmp_path, record(http="HTTP/1.1 200 OK\r\n")) == ["räksmörgås"]


def test_the_header_says_the_encoding(tmp_path):
    http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n"
    assert read(tmp_path, record("<p>räka".encode("latin-1"), http)) == ["räka"]


def raw_deflate(content: bytes) -> bytes:
    return zlib.compress(content, wbits=-zlib.MAX_WBITS)


PACKINGS = [
    ("gzip", gzip.compress),
    ("x-gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("br", brotli.compress),
    ("deflate, gzip", lambda content: gzip.compress(zlib.compress(content))),
    ("identity", bytes),
    ("gzip", bytes),  # a tool has unpacked the page and kept the header
]


@pytest.mark.parametrize(("encoding", "pack"), PACKINGS)
def test_a_page_that_was_sent_packed_is_unpacked(tmp_path, encoding, pack):
    assert read(tmp_path, record(pack(HTML), f"{OK}Content-Encoding: {encoding}\r\n")) == ["räksmörgås"]


def test_a_page_that_was_sent_in_chunks_is_put_together(tmp_path):
    body = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (7, HTML[:7], len(HTML) - 7, HTML[7:])
    assert read(tmp_path, record(body, f"{OK}Transfer-Encoding: chunked\r\n")) == ["räksmörgås"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (record(gzip.compress(HTML)[:-9], f"{OK}Content-Encoding: gzip\r\n"), "går inte att packa upp"),
        (record(b"\0skr\xe4p", f"{OK}Content-Encoding: gzip\r\n"), "går inte att packa upp"),
        (record(b"\0skr\xe4p", f"{OK}Content-Encoding: br\r\n"), "går inte att packa upp"),
        (record(b"\0skr\xe4p", f"{OK}Content-Encoding: zstd\r\n"), "går inte att packa upp"),
        (record(b"99\r\nkort", f"{OK}Transfer-Encoding: chunked\r\n"), "går inte att packa upp"),
        (record(http=f"{OK}Content-Length: 99\r\n"), "sidan är avklippt"),
        (record(fields="WARC-Truncated: length\r\n"), "sidan är avklippt"),
        (record(b"<p>" + b"x" * LARGEST), "större än 5 MB"),
        (record(b"<p>\xff"), "inte text i utf-8"),
    ],
    ids=["half packed", "not packed", "not brotli", "zstd", "half a chunk", "short", "cut", "huge", "bytes"],
)
def test_a_page_that_is_not_whole_is_told_and_the_others_are_read(tmp_path, bad, reason):
    first, problem, last = read(tmp_path, FIRST + bad + LAST)
    assert (first, last) == ("räksmörgås", "räksmörgås")
    assert reason in problem


@pytest.mark.parametrize(
    ("archive", "reason"),
    [
        (b"WARC/1.0\r\n\r\n", "ingen webbsida"),
        (b"WARC/junk" * 20, "skadat"),
        (record(kind="request"), "ingen webbsida"),
        (gzip.compress(record() * 2)[:-20], "avklippt"),
        (gzip.compress(record())[:-8] + b"kontroll", "skadat"),
        (record()[:-30], "avklippt"),
        (record(length=30) + record(), "skadat"),
        (record(length=10**18), "avklippt"),
        (record(length=10**18) + b"x" * LARGEST, "större än 5 MB"),
        (record(length=-5), "skadat"),
        (record(length="många"), "skadat"),
        (record(length=300) + record(), "posten är längre än sidan i den"),
    ],
    ids=[
        "nothing",
        "junk",
        "no page",
        "half packed",
        "wrong check sum",
        "cut",
        "says less",
        "says more",
        "says more and is large",
        "says less than nothing",
        "says no number",
        "takes in the next",
    ],
)
def test_an_archive_that_lies_or_breaks_off_is_refused(tmp_path, archive, reason):
    problems = [each for each in read_captures(write(tmp_path, archive)) if isinstance(each, CaptureError)]
    assert reason in str(problems)


def bomb(megabytes: int) -> bytes:
    """That many millions of zeros, packed without ever being held."""
    pack = zlib.compressobj(wbits=31)
    return b"".join(pack.compress(bytes(1_000_000)) for _ in range(megabytes)) + pack.flush()


class Counted(capture_warc.Unpacked):
    """Tells what was unpacked of an archive and how much of it was asked for at once."""

    unpacked = most = 0

    def read(self, size: int = -1) -> bytes:
        data = super().read(size)
        Counted.unpacked += len(data)
        Counted.most = max(Counted.most, len(data))
        return data


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> type[Counted]:
    monkeypatch.setattr(capture_warc, "Unpacked", Counted)
    Counted.unpacked = Counted.most = 0
    return Counted


def packed_record_of_zeros(megabytes: int) -> bytes:
    """A packed archive of one page, again without ever being held."""
    head, tail = record(b"<p>", length=len(OK) + len(b"\r\n<p>") + megabytes * 1_000_000).split(b"<p>")
    return gzip.compress(head + b"<p>") + bomb(megabytes) + gzip.compress(tail)


def test_an_archive_that_unpacks_to_a_huge_page_is_read_in_small_pieces(tmp_path, counted):
    archive = packed_record_of_zeros(200) + gzip.compress(LAST)
    assert len(archive) < 1_000_000
    problem, page = read(tmp_path, archive)
    assert ("större än 5 MB" in problem, page) == (True, "räksmörgås")
    assert (counted.unpacked > 200_000_000, counted.most <= 65_536) == (True, True)


def test_an_archive_that_unpacks_to_more_than_its_share_is_left_there(tmp_path, counted, monkeypatch):
    monkeypatch.setattr(capture_warc, "LARGEST_ARCHIVE", 20_000_000)
    page, too_large, problem = read(tmp_path, gzip.compress(FIRST) + packed_record_of_zeros(200))
    assert (page, "större än 5 MB" in too_large) == ("räksmörgås", True)
    assert "arkivet är större än 20 MB uppackat" in problem
    assert counted.unpacked < 2 * 21_000_000  # read twice


def test_packed_zeros_that_are_no_archive_are_not_unpacked(tmp_path, counted):
    (problem,) = read(tmp_path, bomb(200))
    assert ("packad fil" in problem, counted.unpacked) == (True, 0)


@pytest.mark.parametrize("encoding", ["gzip", "gzip, gzip"])
def test_a_page_that_unpacks_to_gigabytes_is_refused(tmp_path, encoding):
    body = bomb(200) if encoding == "gzip" else gzip.compress(bomb(200))
    problem, page = read(tmp_path, record(body, f"{OK}Content-Encoding: {encoding}\r\n") + LAST)
    assert ("större än 5 MB" in problem, page) == (True, "räksmörgås")
