"""In which encoding an answer goes out: what the request accepts decides (RFC 9110, 12.5.3)."""

import gzip
import re
from collections.abc import Collection
from functools import lru_cache
from hashlib import sha256

import brotli
from starlette.requests import Request
from starlette.responses import Response

IDENTITY = "identity"
ENCODINGS = ("br", "gzip")
"""The smaller first."""
_MEMBER = re.compile(r"\s*([^\s;,]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?")


def pick_encoding(accept_encoding: str, ready: Collection[str] = ENCODINGS) -> str:
    """What the request likes best of the encodings that are ready; where it likes two, the smaller.

    Where it accepts none of them, the body goes out as it is: a request that refuses even that
    (`identity;q=0`) is better served by the file than by an error.
    """
    weights = _weights(accept_encoding)
    others = weights.get("*", 0.0)
    wanted = {encoding: weights.get(encoding, others) for encoding in ENCODINGS if encoding in ready}
    wanted[IDENTITY] = weights.get(IDENTITY, 0.0)
    best = max(wanted, key=lambda encoding: wanted[encoding])
    return best if wanted[best] else IDENTITY


def compress(body: bytes, encoding: str, thorough: bool = False) -> bytes:
    """Thorough takes seconds for a megabyte of brotli, and saves a seventh or so."""
    if encoding == "br":
        return brotli.compress(body, mode=brotli.MODE_TEXT, quality=11 if thorough else 5)
    if encoding == "gzip":
        return gzip.compress(body, 9 if thorough else 6, mtime=0)
    return body


def decompress(body: bytes, encoding: str) -> bytes:
    """Raises brotli.error, OSError, EOFError or zlib.error for what is no such encoding."""
    return brotli.decompress(body) if encoding == "br" else gzip.decompress(body)


def _weights(accept_encoding: str) -> dict[str, float]:
    """What the header gives each encoding, 0 to 1; a part that cannot be read counts as not said."""
    members = (_MEMBER.fullmatch(member) for member in accept_encoding.lower().split(","))
    return {member[1]: float(member[2] or 1) for member in members if member}


def answer(request: Request, body: bytes, media_type: str) -> Response:
    """A body as small as the browser takes it, or nothing where it has the same; the next may be another."""
    encoding = pick_encoding(request.headers.get("accept-encoding", ""))
    tag = f'"{sha256(body).hexdigest()[:32]}-{encoding}"'
    headers = {"cache-control": "no-cache", "etag": tag, "vary": "Accept-Encoding"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if encoding != IDENTITY:
        headers["content-encoding"] = encoding
    return Response(_compressed(body, encoding), headers=headers, media_type=media_type)


@lru_cache(maxsize=256)
def _compressed(body: bytes, encoding: str) -> bytes:
    return compress(body, encoding)
