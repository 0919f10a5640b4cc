"""The same page in all its makes, visited in turn: nothing that slows the machine meets only one of them."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import Browser

from bench.browser import Condition, Flip, Visit, visit
from bench.contenders import Contender, Term, served
from bench.pages.portfolio import FILTERS, Portfolio, count

FLIPS = 6
"""On each visit."""
_TERMS = 3

Visits = dict[tuple[str, str], list[Visit]]
"""By what was visited and under which condition."""


def terms_to_pick(portfolio: Portfolio) -> list[Term]:
    """The terms of each filter that most carry, one filter after the other."""
    found = []
    for dimension in FILTERS:
        labels = portfolio.of(dimension)["label"]
        carried = portfolio.carried(dimension).value_counts()
        codes = [str(code) for code in carried.index if code in labels][:_TERMS]
        found.append([Term(dimension, code, labels[code]) for code in codes])
    return [term for turn in range(_TERMS) for terms in found for term in terms[turn : turn + 1]]


def plan_flips(portfolio: Portfolio, whole: list[int], terms: Iterable[Term]) -> Iterator[Flip]:
    """Each term picked and taken back, with what the page must say then; `whole` is what it says before."""
    for term in terms:
        numbers = count(portfolio, {term.dimension: [term.code]}).numbers()
        if numbers != whole:  # else nothing would tell when the page has answered
            yield Flip(term, True, numbers)
            yield Flip(term, False, whole)


def measure_visits(
    browser: Browser,
    places: Mapping[str, tuple[Contender, Path, Portfolio]],
    conditions: Sequence[Condition],
    rounds: int,
) -> Visits:
    """So many visits to each place under each condition; `places` say what is served from which store."""
    with ExitStack() as stack:
        servers = {
            name: stack.enter_context(served(contender, store))
            for name, (contender, store, _) in places.items()
        }
        found: Visits = {(name, each.name): [] for name in places for each in conditions}
        plans = {name: _plan(contender, each, rounds) for name, (contender, _, each) in places.items()}
        for number in range(rounds):
            for condition in conditions:
                for name, (contender, _, _) in places.items():
                    tell(f"round {number + 1}: {name}, {condition.name}")
                    first, flips = plans[name]
                    here = flips[number * FLIPS : (number + 1) * FLIPS]
                    found[name, condition.name].append(
                        visit(browser, contender, servers[name], first, here, condition)
                    )
    return found


def _plan(contender: Contender, portfolio: Portfolio, rounds: int) -> tuple[list[int], list[Flip]]:
    """What the page says first, and the flips of all rounds, which cycle through the terms."""
    if not contender.whole:
        return [0], []
    whole = count(portfolio, {}).numbers()
    terms = islice(cycle(terms_to_pick(portfolio)), rounds * FLIPS // 2)
    return whole, list(plan_flips(portfolio, whole, terms))


def measure_starts(contenders: Iterable[Contender], store: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds from the start of the process to the first answer, round after round."""
    found: dict[str, list[float]] = {each.name: [] for each in contenders}
    for _ in range(rounds):
        for each in contenders:
            with served(each, store) as server:
                found[each.name].append(server.seconds)
    return found


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
