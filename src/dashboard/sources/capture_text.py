"""Captures that are plain text."""

from dashboard.sources.capture import CaptureError


def decode_text(content: bytes, name: str) -> str:
    """Text in UTF-8. Raises CaptureError with the line where it stops being that."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CaptureError(name, line, "filen är inte text i UTF-8; spara om den i UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CaptureError(name, line, "filen är inte text; ge sidan sparad som ren text eller HTML")
    return text
