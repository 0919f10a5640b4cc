"""The goals: what a ratio may be at most, and what it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from bench.results import Results, spaced


@dataclass(frozen=True)
class Goal:
    """`measured` is the ratio of what is said; None where one of the two has no such number."""

    says: str
    against: str
    most: float
    measured: float | None

    @property
    def verdict(self) -> str:
        if self.measured is None:
            return "not measured"
        return "met" if self.measured <= self.most else "**not met**"


_PAGES = (
    ("cold load", "cold_ms", {"dash": 0.5, "stock": 0.2}),
    ("warm load", "warm_ms", {"dash": 0.6}),
    ("filter, median", "flip_ms", {"dash": 0.4, "static": 1.5}),
    ("filter, 95th percentile", "flip_p95_ms", {"dash": 0.4, "static": 1.5}),
)
_WIRE = (
    ("kB until the first view is complete", "complete_kb", {"dash": 0.5}),
    ("kB until Plotly is ready", "chart_kb", {"dash": 1.5}),
    ("server's processor time per filter change", "cpu_ms", {"stock": 0.5}),
)


def goals(results: Results) -> list[Goal]:
    return [*_of_pages(results), *_of_memory(results), *_of_growth(results), *_of_data(results)]


def _of_pages(results: Results) -> Iterator[Goal]:
    for condition, pages in results.pages.items():
        for says, name, limits in (*_PAGES, *(_WIRE if condition == "plain" else ())):
            number = attrgetter(name)
            for against, most in limits.items():
                measured = ratio(number(pages["ours"]), number(pages[against]))
                yield Goal(
                    says if says.startswith(("kB", "server")) else f"{says}, {condition}",
                    against,
                    most,
                    measured,
                )


def _of_memory(results: Results) -> Iterator[Goal]:
    if results.crowds:
        ours, stock = (results.crowds[each][-1].megabytes for each in ("ours", "stock"))
        yield Goal("memory per reader", "stock", 0.5, ratio(ours, stock))


def _of_growth(results: Results) -> Iterator[Goal]:
    sizes = _sizes(results)
    if len(sizes) > 1:
        small, large = (results.growth[f"ours {each}"] for each in (sizes[0], sizes[-1]))
        for says, name in (("cold load", "cold_ms"), ("warm load", "warm_ms"), ("filter, median", "flip_ms")):
            number = attrgetter(name)
            against = f"{spaced(sizes[0])} initiatives"
            yield Goal(
                f"{says}, {spaced(sizes[-1])} initiatives", against, 1.1, ratio(number(large), number(small))
            )


def _of_data(results: Results) -> Iterator[Goal]:
    """Seconds per listing or initiative; 1 is linear."""
    for says, costs in (("import", results.imports), ("build", results.builds)):
        sizes = sorted(map(int, costs))
        if len(sizes) > 1:
            each = [costs[str(size)].seconds / size for size in (sizes[0], sizes[-1])]
            yield Goal(
                f"{says} per entry, {spaced(sizes[-1])}", spaced(sizes[0]), 1.0, ratio(each[1], each[0])
            )


def _sizes(results: Results) -> list[int]:
    return sorted(int(name.split()[1]) for name in results.growth if name.startswith("ours "))


def ratio(number: float | None, other: float | None) -> float | None:
    return number / other if number is not None and other else None
