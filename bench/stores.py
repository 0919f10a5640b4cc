"""Portfolios of several sizes, each built once and kept in `var/bench` until the store's layout changes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bench.contenders import ROOT
from bench.import_growth import Cost, measure
from dashboard.store.connection import SCHEMA_VERSION, StoreUnavailable, open_store

CITY = 68
"""The city's own portfolio, from `data/`; every other size is made up."""
KEPT = ROOT / "var" / "bench"
"""What the bench makes for itself; its folders are made on the way."""


def build_store(initiatives: int) -> tuple[Path, Cost]:
    """The folder of a store with so many initiatives, and what it cost to build, be it the last time."""
    folder = KEPT / f"{initiatives}-{SCHEMA_VERSION}"
    store, costs = folder / "store", folder / "cost.json"
    if costs.is_file() and _opens(store) and initiatives != CITY:
        return store, Cost(*json.loads(costs.read_text("ascii")))
    for outdated in set(KEPT.glob(f"{initiatives}-*")) - {folder}:
        shutil.rmtree(outdated)
    cost = measure("build", "--data", _data(initiatives), "--store", store)
    costs.write_text(json.dumps(cost), "ascii")
    return store, cost


def _opens(store: Path) -> bool:
    try:
        open_store(store)
    except StoreUnavailable:
        return False
    return True


def _data(initiatives: int) -> Path:
    """The data folder; a made-up one is the same for a size, so it is made once."""
    if initiatives == CITY:
        return ROOT / "data"
    data = KEPT / f"data-{initiatives}"
    if not data.is_dir():
        unfinished = data.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [sys.executable, "-m", "bench.made_up_portfolio", str(unfinished), str(initiatives)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        unfinished.rename(data)
    return data
