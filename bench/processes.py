"""What a server costs: processor time and memory of a process and its children, as Linux counts them."""

import os
from collections.abc import Iterator
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


def family(pid: int) -> Iterator[int]:
    """The process and all that come from it."""
    yield pid
    for children in (_PROC / str(pid) / "task").glob("*/children"):
        for child in children.read_text("ascii").split():
            yield from family(int(child))


def cpu_seconds(pid: int) -> float:
    """Processor time used so far, in steps of a hundredth of a second."""
    return sum(_ticks(each) for each in family(pid)) / _TICK


def megabytes(pid: int) -> float:
    """Memory held now, without counting twice what processes share."""
    return sum(_kilobytes(each) for each in family(pid)) / 1024


def _ticks(pid: int) -> int:
    # The name, in brackets, may hold spaces; user and system time are the 12th and 13th fields after it.
    fields = (_PROC / str(pid) / "stat").read_text("utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _kilobytes(pid: int) -> int:
    lines = (_PROC / str(pid) / "smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
