"""The city's own words, kept on the machine that read them, by the check sum that listings carry."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from dashboard.store.read import parse_table
from dashboard.store.rows import format_rows, read_rows
from dashboard.store.tables import LISTINGS, SOURCES, TABLE_OF, TEXTS

Texts = Mapping[str, str]
"""Text by its id."""


def text_id(text: str) -> str:
    """The same words have the same id in every capture; "" for no words."""
    return sha256(text.encode()).hexdigest()[:16] if text else ""


def read_texts(captures: Path) -> Texts:
    """What imports have kept in the folder, if anything. Raises TableError where the file is broken."""
    path = captures / TEXTS
    files = {TEXTS: path.read_bytes()} if path.is_file() else {}
    return {row["id"]: row["text"] for row in read_rows(TABLE_OF[TEXTS], files)}


def format_texts(texts: Texts) -> bytes:
    return format_rows(TABLE_OF[TEXTS], [{"id": key, "text": texts[key]} for key in sorted(texts)])


def wanted_texts(files: Mapping[str, bytes], texts: Texts) -> bytes:
    """The file of those texts that a portfolio refers to: what others say makes no new version of it."""
    listings, sources = (parse_table(TABLE_OF[name], files) for name in (LISTINGS, SOURCES))
    ids = {*listings.values("text_id"), *sources.values("statement_id")}
    return format_texts({key: text for key, text in texts.items() if key in ids})
