"""Where the data and the store are, and whether readers may write."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """`data` holds the CSV files that people edit, `store` the files that the build makes of them.

    `captures` holds what imports have read: the city's own words, which stay on this machine. `editable` lets
    readers of the pages write to `data`: only where nobody else reaches them. `address` is where the
    dashboard is served, for addresses to hand on; where it is empty, the reader's browser says so.
    """

    root: Path
    data: Path
    store: Path
    captures: Path
    editable: bool = False
    address: str = ""


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """DASHBOARD_DATA, _STORE and _CAPTURES win over the project's own folders; empty counts as unset.

    DASHBOARD_EDIT=yes makes the pages editable. DASHBOARD_ADDRESS says where they are served.
    """
    root = Path(__file__).resolve().parents[2]
    return Settings(
        root=root,
        data=Path(environ.get("DASHBOARD_DATA") or root / "data"),
        store=Path(environ.get("DASHBOARD_STORE") or root / "var" / "store"),
        captures=Path(environ.get("DASHBOARD_CAPTURES") or root / "var" / "captures"),
        editable=environ.get("DASHBOARD_EDIT") == "yes",
        address=environ.get("DASHBOARD_ADDRESS", ""),
    )


SETTINGS = read_settings()
