"""Where the data and the store are, and whether readers may write."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = ("127.0.0.0/8", "::1/128")
"""The networks of whatever runs on this machine."""


class SettingError(SystemExit):
    """A setting that cannot be: what keeps the server from starting, and ends it with its message alone."""


@dataclass(frozen=True)
class Settings:
    """`data` holds the CSV files that people edit, `store` the files that the build makes of them.

    `captures` holds what imports have read: the city's own words, which stay on this machine. `editable` lets
    readers of the pages write to `data`: only where nobody else reaches them. `address` is where the
    dashboard is served, for addresses to hand on; where it is empty, the reader's browser says so.

    `sign_in` is the way to sign in, `oidc` or `proxy`, and `editors` who may then write: addresses, `@domain`
    or `group:name`. `user_header` and `groups_header` are where a proxy says who it is, believed of `proxies`
    alone: addresses, or networks. `writes` is the file that says who wrote what.

    `hosts` are names to answer to besides the machine's own and that of `address`, `*.` before one for all
    below it. `frame_ancestors` are the sites that may show the pages in a frame; `none` alone, not even these
    themselves. `log` is `text`, for people, or `json`. An empty `metrics_port` gives out no figures.
    """

    root: Path
    data: Path
    store: Path
    captures: Path
    editable: bool = False
    address: str = ""
    sign_in: str = ""
    editors: tuple[str, ...] = ()
    user_header: str = "x-forwarded-email"
    groups_header: str = "x-forwarded-groups"
    proxies: tuple[str, ...] = LOOPBACK
    writes: Path = ROOT / "var" / "writes.jsonl"
    hosts: tuple[str, ...] = ()
    frame_ancestors: tuple[str, ...] = ()
    log: str = "text"
    metrics_port: str = ""
    metrics_address: str = "127.0.0.1"


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """DASHBOARD_DATA, _STORE, _CAPTURES and _WRITES win over the project's own places; empty counts as unset.

    DASHBOARD_EDIT=yes makes the pages editable. DASHBOARD_ADDRESS says where they are served.
    DASHBOARD_SIGN_IN, _EDITORS, _USER_HEADER, _GROUPS_HEADER and _PROXIES say who may write elsewhere.
    DASHBOARD_HOSTS and _FRAME_ANCESTORS, both lists, say where the pages may be shown. DASHBOARD_LOG is
    `text` or `json`; DASHBOARD_METRICS_PORT and _METRICS_ADDRESS say where Prometheus finds figures.
    """
    return Settings(
        root=ROOT,
        data=Path(environ.get("DASHBOARD_DATA") or ROOT / "data"),
        store=Path(environ.get("DASHBOARD_STORE") or ROOT / "var" / "store"),
        captures=Path(environ.get("DASHBOARD_CAPTURES") or ROOT / "var" / "captures"),
        editable=environ.get("DASHBOARD_EDIT") == "yes",
        address=environ.get("DASHBOARD_ADDRESS", ""),
        sign_in=environ.get("DASHBOARD_SIGN_IN", ""),
        editors=_listed(environ.get("DASHBOARD_EDITORS", "")),
        user_header=(environ.get("DASHBOARD_USER_HEADER") or Settings.user_header).lower(),
        groups_header=(environ.get("DASHBOARD_GROUPS_HEADER") or Settings.groups_header).lower(),
        proxies=_listed(environ.get("DASHBOARD_PROXIES", "")) or LOOPBACK,
        writes=Path(environ.get("DASHBOARD_WRITES") or ROOT / "var" / "writes.jsonl"),
        hosts=_listed(environ.get("DASHBOARD_HOSTS", "").lower()),
        frame_ancestors=_listed(environ.get("DASHBOARD_FRAME_ANCESTORS", "")),
        log=environ.get("DASHBOARD_LOG") or Settings.log,
        metrics_port=environ.get("DASHBOARD_METRICS_PORT", ""),
        metrics_address=environ.get("DASHBOARD_METRICS_ADDRESS") or Settings.metrics_address,
    )


def _listed(spelt: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in spelt.split(",") if each.strip())


SETTINGS = read_settings()
