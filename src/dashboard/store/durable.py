"""Writing so that whoever reads sees what was there or what comes, also when it is cut short."""

import os
from contextlib import suppress
from pathlib import Path

_UNFINISHED = "unfinished"


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the old file, then swap: readers see one or the other, also after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = unfinished(path)
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    with suppress(OSError):  # the new file holds already, so this is no reason to tell that it does not
        flush(path.parent)


def unfinished(path: Path) -> Path:
    """Where a file is written before it is there. One writer at a time, so one name will do."""
    return path.with_name(f".{path.name}.{_UNFINISHED}")


def is_unfinished(path: Path) -> bool:
    return path.name.startswith(".") and path.suffix == f".{_UNFINISHED}"


def remove_unfinished(folder: Path) -> None:
    """What a writer that was killed left behind; only for the one that writes now."""
    for leftover in folder.rglob(f".*.{_UNFINISHED}"):
        leftover.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Onto the disk: a file's content, a folder's names. Else a power cut may leave a renamed file empty."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
