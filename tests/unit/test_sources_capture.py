import hashlib
from pathlib import Path

import pytest

from dashboard.sources import capture_text
from dashboard.sources.capture import CaptureError
from dashboard.sources.capture_text import read_text_capture
from dashboard.sources.lines import Line, parse_lines


def write(folder: Path, content: bytes) -> Path:
    path = folder / "sida.txt"
    path.write_bytes(content)
    return path


def test_a_capture_keeps_its_text_and_the_hash_of_its_bytes(tmp_path):
    content = "å\r\nä".encode()
    capture = read_text_capture(write(tmp_path, content))
    assert (capture.text, capture.sha256) == ("å\r\nä", hashlib.sha256(content).hexdigest())


def test_a_byte_order_mark_is_not_text(tmp_path):
    assert read_text_capture(write(tmp_path, b"\xef\xbb\xbfhej")).text == "hej"


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("rad\nå".encode("latin-1"), 2, "inte text i UTF-8"),
        (b"rad\nrad\n\0", 3, "inte text"),
    ],
)
def test_what_is_not_text_is_refused_with_its_line(tmp_path, content, line, reason):
    path = write(tmp_path, content)
    with pytest.raises(CaptureError) as refusal:
        read_text_capture(path)
    assert (refusal.value.line, reason in refusal.value.message) == (line, True)
    assert str(refusal.value).startswith(f"{path}:{line}: ")


def test_a_file_far_larger_than_a_page_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(capture_text, "LARGEST", 3)
    assert read_text_capture(write(tmp_path, b"123")).text == "123"
    with pytest.raises(CaptureError, match="större än"):
        read_text_capture(write(tmp_path, b"1234"))


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(CaptureError, match="finns inte"):
        read_text_capture(tmp_path / "saknas.txt")
    with pytest.raises(CaptureError, match="mapp"):
        read_text_capture(tmp_path)


def test_lines_know_their_number_indentation_and_text():
    assert parse_lines("a\r\n\t• b \n\u00a0\n  c") == [
        Line(1, 0, "a"),
        Line(2, 8, "• b"),
        Line(3, 0, ""),
        Line(4, 2, "c"),
    ]


def test_only_text_at_the_margin_is_outside_a_list():
    outside = [line.text for line in parse_lines("rubrik\n\n• punkt\n  text") if line.is_outside]
    assert outside == ["rubrik"]
