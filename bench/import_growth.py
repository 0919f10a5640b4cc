"""How the cost of an import grows with the number of pages: `python -m bench.import_growth FILE`.

Each import runs in a process of its own, one after the other in one run; what counts are the ratios.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.made_up import write_data_folder, write_pages

LISTINGS = 50
PAGES = (10, 100, 1000)

INTRODUCTION = """\
# How the cost of an import grows

Written by `make bench`: made-up pages of fifty listings each, one vision area a page, imported into an empty
portfolio in one run. Everything is a multiple of the smallest import, start of Python included; the megabytes
are the most that one run held. *Again* imports the same pages a second time, *check* is `dashboard check` of
the result.
"""


class Cost(NamedTuple):
    seconds: float
    megabytes: float
    """Most memory held at one time."""


def measure(*arguments: str | Path) -> Cost:
    """What one run of the command costs. Raises SystemExit where it fails."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "dashboard.cli", *map(str, arguments)]
    child = os.posix_spawn(
        sys.executable,
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, 1, 2)],
    )
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(time.perf_counter() - begun, usage.ru_maxrss / 1024)


def measure_import(folder: Path, pages: int) -> dict[str, Cost]:
    data, captures, kept = folder / "data", folder / "captures", folder / "kept"
    write_data_folder(data, pages)
    write_pages(captures, pages, LISTINGS)
    run = ("import", captures, "--data", data, "--captures", kept)
    return {"first": measure(*run), "again": measure(*run), "check": measure("check", "--data", data)}


def table(sizes: list[int], costs: list[dict[str, Cost]]) -> Iterator[str]:
    """Everything as multiples of what the first import of the smallest size took in the same run."""
    base = costs[0]["first"]
    yield "| pages | listings | import | of it per page | peak memory | again, nothing new | check alone |"
    yield "|---|---|---|---|---|---|---|"
    for pages, cost in zip(sizes, costs, strict=True):
        times = {name: each.seconds / base.seconds for name, each in cost.items()}
        cells = [
            f"{pages}",
            f"{pages * LISTINGS}",
            f"{times['first']:.2f} x",
            f"{times['first'] * sizes[0] / pages:.3f} x",
            f"{cost['first'].megabytes / base.megabytes:.2f} x ({cost['first'].megabytes:.0f} MB)",
            f"{times['again']:.2f} x",
            f"{times['check']:.2f} x",
        ]
        yield f"| {' | '.join(cells)} |"


def main(path: Path) -> None:
    costs = []
    for pages in PAGES:
        print(f"{pages} pages …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            costs.append(measure_import(Path(folder), pages))
    path.write_text("\n".join([INTRODUCTION, *table(list(PAGES), costs), ""]), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
