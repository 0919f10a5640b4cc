"""What somebody captured of a page, and why it could not be read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Capture:
    """The text of one page. `sha256` is of the bytes as they were captured, before any decoding."""

    file: str
    text: str
    sha256: str


class CaptureError(Exception):
    """Why a capture cannot be read, in the reader's language. `line` is None for the whole file."""

    def __init__(self, file: str, line: int | None, message: str) -> None:
        place = file if line is None else f"{file}:{line}"
        super().__init__(f"{place}: {message}")
        self.file = file
        self.line = line
        self.message = message
