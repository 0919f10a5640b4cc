"""The files that pages load and that stay the same: Streamlit's scripts and styles, and our own assets."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

import streamlit

ASSETS = Path(__file__).parent / "assets"
STREAMLIT = Path(streamlit.__file__).parent / "static"
_TEXT = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
_PACKED = {".png": "image/png", ".webp": "image/webp", ".woff2": "font/woff2"}
_HASHED = re.compile(r".+[.-][\w-]{8,}\.\w+")


@dataclass(frozen=True)
class StaticFile:
    """`name` is how its address ends: a folder that stands for where it is from, and a name in it."""

    path: Path
    name: str

    @cached_property
    def digest(self) -> str:
        """Of the content; read once, as a file of an installed package stays as it is."""
        return sha256(self.path.read_bytes()).hexdigest()[:32]

    @property
    def ours(self) -> bool:
        return self.name.startswith("assets/")

    @property
    def mime(self) -> str:
        return (_TEXT | _PACKED)[self.path.suffix]

    @property
    def shrinks(self) -> bool:
        """Whether compression is worth a try: pictures and fonts are compressed already."""
        return self.path.suffix in _TEXT

    @property
    def lasts(self) -> bool:
        """Whether other content would have another name."""
        return _HASHED.fullmatch(self.name) is not None


def asset_href(name: str) -> str:
    """Where a page finds a file of `assets/`. Raises KeyError for one that is not there."""
    return f"./{_own()[name].name}"


@cache
def static_files() -> dict[str, StaticFile]:
    """All that we deliver, by name. Streamlit's pictures and fonts are left to Streamlit."""
    theirs = (path for path in (STREAMLIT / "static").rglob("*") if path.suffix in _TEXT)
    files = [StaticFile(path, path.relative_to(STREAMLIT).as_posix()) for path in theirs]
    return {file.name: file for file in [*files, *_own().values()]}


@cache
def _own() -> dict[str, StaticFile]:
    found = (StaticFile(path, path.name) for path in ASSETS.glob("*") if path.suffix in _TEXT | _PACKED)
    return {
        file.name: StaticFile(file.path, f"assets/{file.path.stem}-{file.digest[:12]}{file.path.suffix}")
        for file in found
    }
