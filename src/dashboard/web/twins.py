"""Compressed twins of static files: made once and in the background, kept on disk, served from memory."""

import logging
import os
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from threading import get_native_id
from zlib import error as zlib_error

import brotli

from dashboard.web.compression import ENCODINGS, compress, decompress
from dashboard.web.static_files import StaticFile

_log = logging.getLogger(__name__)


class Twins:
    """Twins in `folder`, named after what they hold: a new version of a file gets new ones.

    Where the folder cannot be written to, they are made anew at every start.
    """

    def __init__(self, folder: Path, pool: Executor | None = None) -> None:
        self._folder = folder
        self._pool = pool or ThreadPoolExecutor(1, thread_name_prefix="twins", initializer=_give_way)
        self._ready: dict[StaticFile, dict[str, bytes]] = {}

    def start(self, first: Iterable[StaticFile], known: Iterable[StaticFile]) -> None:
        """Make the twins of the `first` files, and remove from the folder what belongs to no `known` one."""
        self._begin(first)
        self._pool.submit(self._tidy, known)

    def of(self, file: StaticFile) -> Mapping[str, bytes]:
        """The twins that are ready, by encoding. Whoever asks for a file first sets its making going."""
        self._begin([file])
        return self._ready.get(file, {})

    def close(self) -> None:
        """Begin no more; at most one file of a second or two comes to its end."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _begin(self, files: Iterable[StaticFile]) -> None:
        """All gzip before any brotli: for a page, one takes a tenth of a second, the other some seconds."""
        new = [file for file in files if file.shrinks and file not in self._ready]
        self._ready |= {file: {} for file in new}
        for encoding in reversed(ENCODINGS):
            for file in new:
                self._pool.submit(self._make, file, encoding)

    def _make(self, file: StaticFile, encoding: str) -> None:
        try:
            body = file.path.read_bytes()
        except OSError:
            _log.exception("%s could not be read", file.path)
            return
        path = self._folder / f"{file.digest}.{encoding}"
        twin = _read(path, body, encoding)
        if twin is None:
            twin = compress(body, encoding, thorough=True)
            _write(path, twin)
        if len(twin) < len(body):
            self._ready[file][encoding] = twin

    def _tidy(self, known: Iterable[StaticFile]) -> None:
        """What a former version left, or a process that was ended while it wrote."""
        wanted = {f"{file.digest}.{encoding}" for file in known for encoding in ENCODINGS}
        for path in self._folder.glob("*"):
            if path.name not in wanted:
                path.unlink(missing_ok=True)


def _give_way() -> None:
    """Readers go first. Only Linux has a priority of each thread."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, get_native_id(), 19)


def _read(path: Path, body: bytes, encoding: str) -> bytes | None:
    """The twin that is there, if it is one of this body: a broken one would break the page for good."""
    try:
        twin = path.read_bytes()
        return twin if decompress(twin, encoding) == body else None
    except (OSError, EOFError, zlib_error, brotli.error):
        return None


def _write(path: Path, twin: bytes) -> None:
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(twin)
        unfinished.replace(path)
    except OSError as problem:
        _log.warning("%s could not be kept: %s", path, problem)
