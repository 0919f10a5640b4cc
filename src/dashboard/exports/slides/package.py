"""The file itself: the same deck, the same bytes."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.presentation import Presentation as Deck

_WRITTEN = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
"""When a file was made, which says nothing of its data and would make every copy another."""


def packed(deck: Deck) -> bytes:
    for part in deck.part.package.iter_parts():
        if part.partname.startswith("/ppt/embeddings/") and part.partname.ext == "xlsx":
            part._blob = _steady(part.blob)
    made = BytesIO()
    deck.save(made)
    return _steady(made.getvalue())


def _steady(data: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(made, "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            part = _WRITTEN.sub(b"", part) if name == "docProps/core.xml" else part
            copy.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return made.getvalue()
