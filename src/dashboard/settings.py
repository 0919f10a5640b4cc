"""Where the data and the store are."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """`data` holds the CSV files that people edit, `store` the files that the build makes of them.

    `captures` holds what imports have read: the city's own words, which stay on this machine.
    """

    root: Path
    data: Path
    store: Path
    captures: Path


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """DASHBOARD_DATA, _STORE and _CAPTURES win over the project's own folders; empty counts as unset."""
    root = Path(__file__).resolve().parents[2]
    return Settings(
        root=root,
        data=Path(environ.get("DASHBOARD_DATA") or root / "data"),
        store=Path(environ.get("DASHBOARD_STORE") or root / "var" / "store"),
        captures=Path(environ.get("DASHBOARD_CAPTURES") or root / "var" / "captures"),
    )


SETTINGS = read_settings()
