"""Captures as people have them: what is read, what is passed by, what is refused and why."""

import gzip
import hashlib
import os
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from dashboard.sources.capture import LARGEST, Capture, CaptureError
from dashboard.sources.captures import decode_capture, find_files, read_captures
from dashboard.sources.lines import Line, parse_lines

HTML = "<!doctype html><html><body><p>räksmörgås"


def write(folder: Path, content: bytes, name: str = "sida.txt") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def read(path: Path) -> Capture:
    (capture,) = read_captures(path)
    assert isinstance(capture, Capture), capture
    return capture


def refuse(path: Path) -> CaptureError:
    (problem,) = read_captures(path)
    assert isinstance(problem, CaptureError), problem
    return problem


def test_a_capture_keeps_its_text_its_bytes_and_their_hash(tmp_path):
    content = "å\r\nä".encode()
    path = write(tmp_path, content)
    digest = hashlib.sha256(content).hexdigest()
    assert read(path) == Capture(str(path), "å\r\nä", digest, content, "", None, ".txt")


def test_a_byte_order_mark_is_not_text(tmp_path):
    assert read(write(tmp_path, b"\xef\xbb\xbfhej")).text == "hej"


@pytest.mark.parametrize("name", ["sida.html", "SIDA.HTM", "sida.xhtml", "sida.txt", "sida"])
def test_html_is_known_by_its_beginning_whatever_the_file_is_called(tmp_path, name):
    capture = read(write(tmp_path, f"\n  {HTML}".encode(), name))
    assert (capture.text, capture.suffix) == ("räksmörgås", ".html")


def test_a_piece_of_a_page_is_html_where_its_name_says_so(tmp_path):
    assert read(write(tmp_path, b"hej <b>du</b>", "bit.html")).text == "hej du"
    assert read(write(tmp_path, b"hej <b>du</b>", "bit.txt")).text == "hej <b>du</b>"


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (HTML.encode(), ""),
        (HTML.encode("utf-8-sig"), "latin-1"),
        (HTML.encode("utf-16"), ""),
        (f"<meta charset=UTF-8>{HTML}".encode(), ""),
        (f"<meta charset='iso-8859-1'>{HTML}".encode("latin-1"), ""),
        (f"<meta charset='iso-8859-1'>{HTML}".encode(), "utf-8"),
        (f"<?xml version='1.0' encoding='windows-1252'?>{HTML}".encode("cp1252"), ""),
        (f'<meta http-equiv="Content-Type" content="text/html; charset=latin1">{HTML}'.encode("latin-1"), ""),
        (HTML.encode("cp1252"), "windows-1252"),
    ],
    ids=["nothing said", "mark", "UTF-16", "meta", "Latin-1", "header first", "XML", "http-equiv", "header"],
)
def test_a_page_says_its_encoding_in_one_of_many_ways(content, charset):
    assert decode_capture(content, "sida", charset=charset).text == "räksmörgås"


def test_what_is_called_latin_1_on_the_web_has_dashes_too():
    content = "<meta charset=iso-8859-1><p>1 – 2".encode("cp1252")
    assert decode_capture(content, "sida").text == "1 – 2"


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("rad\nå".encode("latin-1"), 2, "inte text i UTF-8"),
        (b"rad\nrad\n\0", 3, "inte text"),
        (HTML.encode("latin-1"), 1, "inte text i utf-8"),
        (b"<meta charset=utf-8>\n<p>\xff", 2, "inte text i utf-8"),
        (b"<meta charset=shift_jis><p>a", None, "teckenkodningen «shift_jis»"),
        (b"<meta charset=klingon><p>a", None, "teckenkodningen «klingon»"),
        (b"<meta charset=zlib><p>a", None, "teckenkodningen «zlib»"),
        (b"<ul><li>" * 50, None, "listor i listor"),
    ],
    ids=["Latin-1", "binary", "HTML in Latin-1", "not what it says", "Japanese", "unknown", "no text", "pit"],
)
def test_what_is_not_text_is_refused_with_its_line(tmp_path, content, line, reason):
    problem = refuse(write(tmp_path, content))
    assert (problem.line, reason in problem.message) == (line, True), problem


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "en PDF"),
        (b"PK\x03\x04\x14\0\x06\0", "ett Office-dokument eller en zip-fil"),
        (b"\x89PNG\r\n\x1a\n", "en bild"),
        (b"\xff\xd8\xff\xe0", "en bild"),
        (b"{\\rtf1\\ansi hej}", "ett RTF-dokument"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0", "en webbsida i MHTML"),
        (gzip.compress(b"hej", mtime=0), "en packad fil som inte"),
        (b"\x1f\x8btrasig", "en packad fil som inte"),
    ],
)
def test_what_people_take_for_a_page_is_told_with_what_to_do(tmp_path, content, kind):
    problem = refuse(write(tmp_path, content, "sida.html"))
    assert problem.message.startswith(f"filen är {kind}")
    assert "spara sidan" in problem.message


def test_a_file_far_larger_than_a_page_is_refused_without_being_held(tmp_path):
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # sparse, so that it takes no room
    tracemalloc.start()
    try:
        problem = refuse(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "större än 5 MB" in problem.message
    assert most < 3 * LARGEST


def test_the_largest_page_is_read(tmp_path):
    assert len(read(write(tmp_path, b"x" * LARGEST)).text) == LARGEST
    problem = refuse(write(tmp_path, b"x" * (LARGEST + 1)))
    assert problem.message == "filen är större än 5 MB och kan inte vara en av sidorna"


def test_what_is_no_file_is_refused(tmp_path):
    assert "finns inte" in refuse(tmp_path / "saknas.txt").message
    os.mkfifo(tmp_path / "rör")
    assert "ingen vanlig fil" in refuse(tmp_path / "rör").message
    (tmp_path / "lös").symlink_to(tmp_path / "borta")
    assert "finns inte" in refuse(tmp_path / "lös").message


def test_a_folder_gives_all_its_files_by_name_and_goes_on_after_a_bad_one(tmp_path):
    for name in ("c.txt", "b/z.txt", "b/a/y.txt", "a.txt", ".dold.txt", ".git/sida.txt", "b/.DS_Store"):
        write(tmp_path, name.encode(), name)
    write(tmp_path, b"\xff", "aa.txt")
    told = [
        capture.file if isinstance(capture, CaptureError) else capture.text
        for file in find_files(tmp_path)
        if isinstance(file, Path)
        for capture in read_captures(file)
    ]
    assert told == ["a.txt", str(tmp_path / "aa.txt"), "b/a/y.txt", "b/z.txt", "c.txt"]


def test_a_page_saved_whole_has_a_folder_of_pictures_that_is_passed_by(tmp_path):
    for name in ("sida.html", "sida_files/a.css", "page.htm", "page-filer/b.png", "x_files/c.txt"):
        write(tmp_path, b"<p>a", name)
    found = [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path) if isinstance(path, Path)]
    assert found == ["page.htm", "sida.html", "x_files/c.txt"]


def test_a_link_back_into_the_folder_is_no_endless_way(tmp_path):
    write(tmp_path, b"hej", "in/sida.txt")
    (tmp_path / "in" / "runt").symlink_to(tmp_path)
    (tmp_path / "in" / "samma").symlink_to(tmp_path / "in")
    assert list(find_files(tmp_path)) == [tmp_path / "in" / "sida.txt"]


def test_a_folder_beside_it_may_be_linked(tmp_path):
    write(tmp_path, b"hej", "arkiv/sida.txt")
    (tmp_path / "nya").mkdir()
    (tmp_path / "nya" / "länk").symlink_to(tmp_path / "arkiv")
    assert list(find_files(tmp_path / "nya")) == [tmp_path / "nya" / "länk" / "sida.txt"]


def test_an_empty_folder_is_refused(tmp_path):
    (tmp_path / "tom").mkdir()
    (problem,) = find_files(tmp_path)
    assert isinstance(problem, CaptureError)
    assert "mappen är tom" in problem.message


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel='canonical' href='https://x.invalid/a'>", "https://x.invalid/a"),
        ("<meta property='og:url' content=' http://x.invalid/b '>", "http://x.invalid/b"),
        (
            "<meta property='og:url' content='https://x.invalid/b'><link rel=canonical href='https://x.invalid/a'>",
            "https://x.invalid/a",
        ),
        (
            "<link rel=canonical href='/a'><meta property='og:url' content='https://x.invalid/b'>",
            "https://x.invalid/b",
        ),
        ("<link rel=canonical href='javascript:a'>", ""),
        ("<link rel=canonical><meta property='og:url'>", ""),
        ("", ""),
    ],
)
def test_a_page_may_tell_its_own_address(head, address):
    assert decode_capture(f"<html><head>{head}</head><p>a".encode(), "sida").address == address


def test_where_a_page_was_fetched_goes_before_what_it_says():
    content = b"<html><link rel=canonical href='https://x.invalid/a'><p>a"
    capture = decode_capture(content, "sida", address="https://y.invalid/", fetched=date(2031, 5, 3))
    assert (capture.address, capture.fetched) == ("https://y.invalid/", date(2031, 5, 3))


def test_lines_know_their_number_indentation_and_text():
    assert parse_lines("a\r\n\t• b \n\u00a0\n  c\rd") == [
        Line(1, 0, "a"),
        Line(2, 8, "• b"),
        Line(3, 0, ""),
        Line(4, 2, "c"),
        Line(5, 0, "d"),
    ]


def test_soft_hyphens_and_zero_width_marks_are_no_letters():
    lines = parse_lines("part\u00adner\u200bskap\n\ufeff• punkt")
    assert [line.text for line in lines] == ["partnerskap", "• punkt"]


def test_only_text_at_the_margin_is_outside_a_list():
    outside = [line.text for line in parse_lines("rubrik\n\n• punkt\n  text") if line.is_outside]
    assert outside == ["rubrik"]
