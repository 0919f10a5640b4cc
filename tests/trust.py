"""What the tests of trust have tried, counted while they run, and told in docs/trust.md.

A test notes what it tried after it has held: `ledger.note(Kind.FAULTS, "import killed", 14)`. `make trust`
runs the tests that note something and writes the report; a run with a failure writes none.
"""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class Kind(Enum):
    """What is counted: the report's headings, and what a number below each of them counts."""

    STATES = ("Pages × states checked", "each by axe, without a violation")
    CONTROLS = ("Controls walked by keyboard", "reached by Tab, with a focus that is seen")
    HOSTILE = ("Hostile inputs tried", "each refused, or shown as the text it is")
    REQUESTS = ("Requests that a browser made", "none of them to another machine")
    FAULTS = ("Faults injected", "each left the old data or the new, and the next run mended it")
    SERVED = ("Answers during publishing and updates", "each whole, and of one version")
    SESSIONS = ("Sessions opened in the soak", "with memory flat after the first of them")
    LOST = ("Rows lost", "after all of these faults")


@dataclass
class Ledger:
    """How often what was tried, by kind."""

    noted: dict[Kind, Counter[str]] = field(default_factory=dict)

    def note(self, kind: Kind, what: str, times: int = 1) -> None:
        """Count `what`, which has been tried and has held."""
        self.noted.setdefault(kind, Counter())[what] += times

    def write(self, path: Path) -> None:
        path.write_text(_report(self.noted), "utf-8")


def _report(noted: dict[Kind, Counter[str]]) -> str:
    found = [kind for kind in Kind if kind in noted]
    totals = [f"| {kind.value[0]} | {noted[kind].total()} | {kind.value[1]} |" for kind in found]
    return "\n".join(
        [
            "# Trust",
            "",
            "What the tests have tried, in one run and without a failure. `make trust` writes this page.",
            "",
            "| what | how many | what held |",
            "|---|---:|---|",
            *totals,
            *(line for kind in found for line in _section(kind, noted[kind])),
            "",
        ]
    )


def _section(kind: Kind, counts: Counter[str]) -> list[str]:
    rows = (f"| {what} | {times} |" for what, times in sorted(counts.items()))
    return ["", f"## {kind.value[0]}", "", "| | how many |", "|---|---:|", *rows]
