"""Captures that are HTML, turned into text of the shape that the page parsers read."""

import codecs
import re

from resiliparse.parse.html import HTMLTree

from dashboard.sources.capture import CaptureError
from dashboard.sources.html_shape import MARKS, extract_text

START = re.compile(r"\s*<(?:[a-z]|!doctype|!--|\?xml)", re.IGNORECASE)

DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+) | <\?xml[^>]+encoding=["']([\w.:-]+)""", re.I | re.X
)
"""How a page says its encoding, among its first two thousand bytes."""

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

ENCODINGS = {"utf-8": "utf-8", "ascii": "cp1252", "iso8859-1": "cp1252", "cp1252": "cp1252"}
"""By Python's name. What calls itself Latin-1 on the web is Windows-1252, as browsers read it."""

MOST_ATTRIBUTES = 1_000
"""Of one tag. The parser compares each with all before it: with 5 MB of them it is not done in an hour."""

TAG = re.compile(r"""</?[a-z](?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+""", re.IGNORECASE)
QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
ATTRIBUTE = re.compile(r"""[\s/"']++[^\s/>"'=]""")


def is_html(content: bytes) -> bool:
    """Whether it begins with a tag, which no page saved as text does."""
    mark, encoding = _byte_order_mark(content)
    start = content[len(mark) : 1000].decode(encoding or "latin-1", "ignore")
    return START.match(start) is not None


def parse_html(content: bytes, name: str, charset: str = "") -> tuple[str, str]:
    """The page's text and the address it gives as its own, or "". Raises CaptureError.

    `charset` is what came with the page; it goes before what the page says. Line numbers in later messages
    are the text's.
    """
    text = _decode(content, name, charset)
    _check_tags(text, name)
    tree = HTMLTree.parse(text.translate(MARKS))
    address = _own_address(tree)
    return extract_text(tree, name), address


def _check_tags(text: str, name: str) -> None:
    for tag in TAG.finditer(text):
        if len(tag[0]) > MOST_ATTRIBUTES and _count_attributes(tag[0]) > MOST_ATTRIBUTES:
            line = text.count("\n", 0, tag.start()) + 1
            reason = f"en tagg har fler än {MOST_ATTRIBUTES} attribut; spara sidan som ren text"
            raise CaptureError(name, line, reason)


def _count_attributes(tag: str) -> int:
    return sum(1 for _ in ATTRIBUTE.finditer(QUOTED.sub("=''", tag)))


def _decode(content: bytes, name: str, charset: str) -> str:
    mark, encoding = _byte_order_mark(content)
    if not encoding:
        encoding = _resolve_encoding(charset or _declared_encoding(content) or "utf-8", name)
    try:
        return content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CaptureError(name, line, f"sidan är inte text i {encoding}; spara om den i UTF-8") from error


def _declared_encoding(content: bytes) -> str:
    declared = DECLARED.search(content[:2048])
    return (declared[1] or declared[2]).decode() if declared else ""


def _byte_order_mark(content: bytes) -> tuple[bytes, str]:
    return next(((m, e) for m, e in BYTE_ORDER_MARKS.items() if content.startswith(m)), (b"", ""))


def _resolve_encoding(declared: str, name: str) -> str:
    """Python's name for it. Raises CaptureError for what no Swedish page is written in."""
    try:
        return ENCODINGS[codecs.lookup(declared).name]
    except (KeyError, LookupError, ValueError) as error:
        raise CaptureError(
            name, None, f"sidan säger sig ha teckenkodningen «{declared}»; spara om den i UTF-8"
        ) from error


def _own_address(tree: HTMLTree) -> str:
    """What the page says is its address (canonical, else Open Graph), where that is on the web."""
    link = tree.head and tree.head.query_selector("link[rel=canonical]")
    graph = tree.head and tree.head.query_selector('meta[property="og:url"]')
    said = [link.getattr("href") if link else "", graph.getattr("content") if graph else ""]
    return next((address.strip() for address in said if address and re.match(r"\s*https?://\S", address)), "")
