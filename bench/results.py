"""What one run of the bench found, in numbers small enough to keep and to compare."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from math import ceil
from statistics import median
from typing import Any, Self

from bench.browser import Visit
from bench.compare import Visits
from bench.import_growth import Cost
from bench.readers import Crowd


@dataclass(frozen=True)
class Summary:
    """Medians of a page's visits: milliseconds, kilobytes. None where a page has no such thing."""

    cold_ms: float
    warm_ms: float
    complete_kb: float
    chart_ms: float | None
    chart_kb: float | None
    flip_ms: float | None
    flip_p95_ms: float | None
    flips: int
    cpu_ms: float | None
    """Processor time of the server for each flip."""

    @classmethod
    def of(cls, visits: Sequence[Visit]) -> Self:
        flips = [each for visit in visits for each in visit.flips_ms]
        return cls(
            cold_ms=median(each.cold.complete_ms for each in visits),
            warm_ms=median(each.warm.complete_ms for each in visits),
            complete_kb=median(each.cold.complete_kb for each in visits),
            chart_ms=_median(each.cold.chart_ms for each in visits),
            chart_kb=_median(each.cold.chart_kb for each in visits),
            flip_ms=_median(flips),
            flip_p95_ms=percentile(flips, 95) if flips else None,
            flips=len(flips),
            cpu_ms=_median(each.cpu_ms for each in visits) if flips else None,
        )


@dataclass(frozen=True)
class CrowdSummary:
    readers: int
    p50_ms: float
    p95_ms: float
    cpu_ms: float
    megabytes: float

    @classmethod
    def of(cls, crowd: Crowd) -> Self:
        times = crowd.times_ms
        return cls(crowd.readers, median(times), percentile(times, 95), crowd.cpu_ms, crowd.megabytes)


@dataclass(frozen=True)
class Results:
    """`pages` by condition and contender, `crowds` by kind of reader, `growth` by contender and size;
    `builds` seconds and megabytes by size; `imports` by number of pages of fifty listings."""

    machine: dict[str, str]
    pages: dict[str, dict[str, Summary]]
    starts: dict[str, float]
    crowds: dict[str, list[CrowdSummary]]
    growth: dict[str, Summary]
    builds: dict[str, Cost]
    imports: dict[str, Cost] = field(default_factory=dict)

    def kept(self) -> str:
        return json.dumps(asdict(self), indent=1)

    @classmethod
    def read(cls, kept: str) -> Self:
        found: dict[str, Any] = json.loads(kept)
        return cls(
            machine=found["machine"],
            pages={
                condition: {name: Summary(**each) for name, each in pages.items()}
                for condition, pages in found["pages"].items()
            },
            starts=found["starts"],
            crowds={
                kind: [CrowdSummary(**each) for each in crowds] for kind, crowds in found["crowds"].items()
            },
            growth={name: Summary(**each) for name, each in found["growth"].items()},
            builds={name: Cost(*each) for name, each in found["builds"].items()},
            imports={name: Cost(*each) for name, each in found["imports"].items()},
        )


def summarise(visits: Visits) -> dict[str, dict[str, Summary]]:
    """By condition, then by contender."""
    found: dict[str, dict[str, Summary]] = {}
    for (name, condition), each in visits.items():
        found.setdefault(condition, {})[name] = Summary.of(each)
    return found


def percentile(numbers: Iterable[float], share: int) -> float:
    """The smallest of the numbers that at least `share` per cent of them do not exceed."""
    ordered = sorted(numbers)
    return ordered[max(ceil(len(ordered) * share / 100), 1) - 1]


def spaced(number: float) -> str:
    """Whole, with its thousands apart."""
    return f"{number:,.0f}".replace(",", "\N{NO-BREAK SPACE}")


def _median(numbers: Iterable[float | None]) -> float | None:
    there = [each for each in numbers if each is not None]
    return median(there) if there else None
