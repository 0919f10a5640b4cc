"""Write what the dashboard is made of as a software bill of materials, CycloneDX 1.6 in JSON.

    python tools/sbom.py var/sbom.json

What requirements.txt pins, with its hashes and, where it is installed, its licence; and what stands in
the repository that others have made. The same pins give the same file: no time, no serial number, no address.
"""

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

_PIN = re.compile(r"([A-Za-z0-9._-]+)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_PLOTLY = re.compile(rb"plotly\.js \(basic[^)]*\) v([0-9.]+)")
_ASSETS, _FONTS = "src/dashboard/web/assets", "src/dashboard/exports/fonts"


def bill(root: Path = ROOT) -> dict[str, Any]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [*packages((root / "requirements.txt").read_text("utf-8")), *kept_here(root)],
    }


def packages(pins: str) -> Iterator[dict[str, Any]]:
    """Of `name==version ; marker \\` and the lines of hashes below it."""
    for block in re.split(r"\n(?=[^\s#])", pins):
        if pinned := _PIN.match(block):
            name, version = pinned[1].lower(), pinned[2]
            address = f"pkg:pypi/{name}@{version}"
            yield {
                "type": "library",
                "bom-ref": address,
                "name": name,
                "version": version,
                "purl": address,
                "licenses": _licences(name),
                "properties": [{"name": "sha256", "value": each} for each in sorted(_HASH.findall(block))],
            }


def _licences(name: str) -> list[dict[str, Any]]:
    """As its author says; nothing where it is not installed on this machine."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return []
    if expression := next(iter(told.get_all("License-Expression", [])), ""):
        return [{"expression": expression}]
    said = [
        each.rpartition(" :: ")[2] for each in told.get_all("Classifier", []) if each.startswith("License ::")
    ]
    told_shortly = [each for each in told.get_all("License", []) if len(each) < 60]
    return [{"license": {"name": each}} for each in said or told_shortly]


def kept_here(root: Path) -> Iterator[dict[str, Any]]:
    plotly = root / _ASSETS / "plotly-basic.min.js"
    found = _PLOTLY.search(plotly.read_bytes()[:1000])
    yield _kept(root, plotly, "plotly.js-basic-dist-min", "MIT", found[1].decode() if found else "")
    for font in sorted([*(root / _FONTS).glob("*.ttf"), *(root / _ASSETS).glob("*.woff2")]):
        yield _kept(root, font, font.stem, "OFL-1.1", "")


def _kept(root: Path, path: Path, name: str, licence: str, version: str) -> dict[str, Any]:
    place = path.relative_to(root).as_posix()
    return {
        "type": "library" if path.suffix == ".js" else "file",
        "bom-ref": place,
        "name": name,
        **({"version": version} if version else {}),
        "licenses": [{"license": {"id": licence}}],
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
        "properties": [{"name": "path", "value": place}],
    }


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(bill(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(place)
