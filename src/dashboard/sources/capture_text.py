"""Captures that are plain text files."""

import hashlib
from pathlib import Path

from dashboard.sources.capture import Capture, CaptureError

LARGEST = 5_000_000
"""Bytes. The longest page seen has 32 000; what is far beyond that is something else."""


def read_text_capture(path: Path) -> Capture:
    """Read a UTF-8 text file. Raises CaptureError for what is missing, too large or not text."""
    content = _read_bytes(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CaptureError(str(path), line, "filen är inte text i UTF-8; spara om den i UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CaptureError(str(path), line, "filen är inte text; ge sidan sparad som ren text")
    return Capture(str(path), text, hashlib.sha256(content).hexdigest())


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise CaptureError(str(path), None, "filen finns inte; kontrollera namnet") from error
    except IsADirectoryError as error:
        raise CaptureError(str(path), None, "detta är en mapp; ge filerna i den") from error
    except OSError as error:
        raise CaptureError(str(path), None, "filen kan inte öppnas; kontrollera läsrättigheten") from error
    if len(content) > LARGEST:
        raise CaptureError(str(path), None, f"filen är större än {LARGEST // 1_000_000} MB och ingen sida")
    return content
