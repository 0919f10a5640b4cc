"""Ask the public advisories whether anything in the pins is known to be vulnerable.

    python tools/audit.py requirements.txt requirements-dev.txt

Status 1 where something is. Where the advisories do not answer, as on a machine without internet, that is
said, with status 0: no answer is neither good news nor bad. pip-audit itself takes a mirror that has no
advisories for one that has nothing bad to tell, so it is first asked of a release known to be vulnerable.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

KNOWN = "jinja2==3.1.2"
"""Vulnerable since 2024, and will always be."""

_OPTIONS = ("--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off", "--timeout", "15")


@dataclass(frozen=True)
class Answer:
    """By package and version: the advisories' names, and why some were not looked up."""

    vulnerable: dict[str, list[str]]
    skipped: dict[str, str]


def ask(requirements: Path) -> Answer | None:
    """What pip-audit says of the pins in a file; None where it got no answer."""
    command = [sys.executable, "-m", "pip_audit", *_OPTIONS, "--requirement", str(requirements)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return read_answer(said.stdout)


def read_answer(said: str) -> Answer | None:
    try:
        packages = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    vulnerable = {
        f"{each['name']} {each['version']}": [found["id"] for found in each["vulns"]]
        for each in packages
        if each.get("vulns")
    }
    return Answer(
        vulnerable, {each["name"]: each["skip_reason"] for each in packages if "skip_reason" in each}
    )


def audit(files: list[Path], ask: Callable[[Path], Answer | None] = ask) -> tuple[int, str]:
    """Exit status, and what to say."""
    with tempfile.TemporaryDirectory() as folder:
        known = Path(folder) / "known.txt"
        known.write_text(f"{KNOWN}\n", "utf-8")
        proof = ask(known)
    if proof is None or not proof.vulnerable:
        return 0, f"NOT AUDITED: no advisories can be had from here (none on {KNOWN}, which has some)."
    answers = [ask(file) for file in files]
    if None in answers:
        return 0, "NOT AUDITED: the advisories stopped answering. Try again."
    whole = [each for each in answers if each]
    vulnerable = {name: ids for each in whole for name, ids in each.vulnerable.items()}
    skipped = {name: why for each in whole for name, why in each.skipped.items()}
    told = [f"{name}: {', '.join(ids)}" for name, ids in sorted(vulnerable.items())]
    told += [f"not audited: {name}: {why}" for name, why in sorted(skipped.items())]
    verdict = f"{len(vulnerable)} packages are vulnerable." if vulnerable else "No known vulnerabilities."
    return (1 if vulnerable else 0), "\n".join([*told, verdict])


if __name__ == "__main__":
    status, says = audit([Path(name) for name in sys.argv[1:]])
    print(says)
    sys.exit(status)
