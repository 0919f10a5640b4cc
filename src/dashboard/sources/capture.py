"""What somebody captured of a page, and why it could not be read."""

from dataclasses import dataclass, field
from datetime import date

LARGEST = 5_000_000
"""Bytes of a page. The longest seen has 32 000; what is far beyond that is something else."""


@dataclass(frozen=True)
class Capture:
    """The text of one page, and the bytes as they were captured, before any decoding; `sha256` is theirs.

    `file` is what messages name: a path, `archive.warc.gz#address` or an address. `address` is empty and
    `fetched` None where the capture does not tell. `suffix` suits a file that keeps `content`,
    `archived` tells that it is one of the pages of a web archive.
    """

    file: str
    text: str
    sha256: str
    content: bytes = field(default=b"", repr=False)
    address: str = ""
    fetched: date | None = None
    suffix: str = ".txt"
    archived: bool = False


@dataclass(frozen=True)
class Remark:
    """What was understood although it was written otherwise: `value` as it stands on the line, `says` why."""

    line: int
    rule: str
    value: str
    says: str


class CaptureError(Exception):
    """Why a capture cannot be read, in the reader's language. `line` is None for the whole file.

    `archived` tells that it is one of the pages of a web archive, not the archive itself.
    """

    def __init__(self, file: str, line: int | None, message: str, *, archived: bool = False) -> None:
        place = file if line is None else f"{file}:{line}"
        super().__init__(f"{place}: {message}")
        self.file = file
        self.line = line
        self.message = message
        self.archived = archived


class NotOurPage(CaptureError):
    """A page that reads well and is none of those that the portfolio is made of."""
