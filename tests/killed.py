"""Runs a writer that is killed between two of its steps: a file is flushed before each rename."""

import os
import subprocess
import sys
from pathlib import Path

_KILLED = """
import os, sys
from pathlib import Path

data, left = Path(sys.argv[1]), int(sys.argv[2])
real = os.fsync

def fsync_and_perhaps_die(descriptor):
    global left
    real(descriptor)
    left -= 1
    if left < 0:
        os._exit(9)

os.fsync = fsync_and_perhaps_die
"""


def is_killed(statements: str, data: Path, step: int) -> bool:
    """Whether it died after so many flushed files, or was done before; it knows the folder as `data`."""
    done = subprocess.run(
        [sys.executable, "-c", _KILLED + statements, data, str(step)], env={**os.environ, "PYTHONPATH": "."}
    )
    assert done.returncode in (0, 9)
    return done.returncode == 9
