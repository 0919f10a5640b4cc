"""`python -m bench`: measure everything, write docs/performance.md, its picture and docs/import-growth.md.

`--quick` takes some minutes and leaves its documents in var/bench; `--write` writes those of the last whole
run anew without measuring.
"""

import argparse
import os
import platform
import tempfile
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import import_growth
from bench.browser import PLAIN, THROTTLED, launch
from bench.compare import measure_starts, measure_visits, tell, terms_to_pick
from bench.contenders import CONTENDERS, DASH, OURS, ROOT, STATIC, STOCK, served
from bench.import_growth import Cost, measure_import
from bench.pages.portfolio import Portfolio, read_portfolio
from bench.readers import CROWDS, Sections, Session, measure_crowds
from bench.report import write_report
from bench.results import CrowdSummary, Results, Summary, summarise
from bench.stores import CITY, KEPT, build_store

SIZES = (CITY, 10_000, 1_000_000)
_COMPARED_SIZE = 10_000
"""At which the other pages are visited, too."""
_RESULTS = KEPT / "results.json"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    if asked.write:
        write_report(Results.read(_RESULTS.read_text("utf-8")), ROOT / "docs")
        return
    results = measure(quick=asked.quick)
    if asked.quick:
        write_report(results, KEPT)
        return
    _RESULTS.write_text(results.kept(), "utf-8")
    write_report(results, ROOT / "docs")


def measure(quick: bool) -> Results:
    sizes = SIZES[:1] if quick else SIZES
    stores, builds = {}, {}
    for size in sizes:
        tell(f"{size} initiatives: store …")
        stores[size], builds[str(size)] = build_store(size)
    portfolios = {size: read_portfolio(store) for size, store in stores.items()}
    store, portfolio = stores[CITY], portfolios[CITY]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        places = {each.name: (each, store, portfolio) for each in CONTENDERS}
        pages = summarise(measure_visits(browser, places, (PLAIN, THROTTLED), rounds=1 if quick else 5))
        growth = {} if quick else measure_growth(browser, stores, portfolios, rounds=2)
        machine = describe_machine(browser)
    return Results(
        machine=machine,
        pages=pages,
        starts={
            name: min(each) for name, each in measure_starts(CONTENDERS, store, 1 if quick else 3).items()
        },
        crowds=measure_readers(store, portfolio, CROWDS[:2] if quick else CROWDS),
        growth=growth,
        builds=builds,
        imports={} if quick else measure_imports(ROOT / "docs" / "import-growth.md"),
    )


def measure_growth(
    browser: Browser, stores: dict[int, Path], portfolios: dict[int, Portfolio], rounds: int
) -> dict[str, Summary]:
    """Our page at every size, the others at one that they can carry."""
    asked = [(OURS, size) for size in stores] + [(each, _COMPARED_SIZE) for each in (STATIC, STOCK, DASH)]
    places = {f"{each.name} {size}": (each, stores[size], portfolios[size]) for each, size in asked}
    return summarise(measure_visits(browser, places, (PLAIN,), rounds))[PLAIN.name]


def measure_readers(
    store: Path, portfolio: Portfolio, crowds: tuple[int, ...]
) -> dict[str, list[CrowdSummary]]:
    terms, found = terms_to_pick(portfolio), {}
    for name, contender, make in (
        ("ours", OURS, Session),
        ("sections", OURS, Sections),
        ("stock", STOCK, Session),
    ):
        tell(f"readers: {name}")
        with served(contender, store) as server:
            found[name] = [CrowdSummary.of(each) for each in measure_crowds(server, make, terms, crowds)]
    return found


def measure_imports(path: Path) -> dict[str, Cost]:
    """Also writes its own document. Costs by number of listings."""
    costs = []
    for pages in import_growth.PAGES:
        tell(f"import of {pages} pages …")
        with tempfile.TemporaryDirectory() as folder:
            costs.append(measure_import(Path(folder), pages))
    table = import_growth.table(list(import_growth.PAGES), costs)
    path.write_text("\n".join([import_growth.INTRODUCTION, *table, ""]), "utf-8")
    sizes = (pages * import_growth.LISTINGS for pages in import_growth.PAGES)
    return {str(size): cost["first"] for size, cost in zip(sizes, costs, strict=True)}


def describe_machine(browser: Browser) -> dict[str, str]:
    """What ran, without saying whose it is."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = {name: version(name) for name in ("streamlit", "dash", "plotly", "pandas", "duckdb")}
    return {
        "processors": str(os.cpu_count()),
        "memory": f"{memory:.0f} GB",
        "system": platform.system(),
        "python": platform.python_version(),
        "chromium": browser.version,
        **packages,
    }


if __name__ == "__main__":
    main()
