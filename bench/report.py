"""The results as a document and a picture, whole from templates: nothing in them is written by hand."""

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench.browser import THROTTLED
from bench.contenders import CONTENDERS
from bench.goals import goals
from bench.results import Results, spaced
from bench.stores import CITY

LABELS = {each.name: each.label for each in CONTENDERS}
_CROWDS = {
    "ours": "Visionskollen, sessions",
    "sections": "Visionskollen, sections",
    "stock": "stock Streamlit",
}
_BLOCKS = (
    ("Cold load, throttled (ms)", "throttled", "cold_ms"),
    ("Cold load (ms)", "plain", "cold_ms"),
    ("Warm load (ms)", "plain", "warm_ms"),
    ("Filter, median (ms)", "plain", "flip_ms"),
    ("Filter, throttled (ms)", "throttled", "flip_ms"),
    ("Kilobytes until the first view is complete", "plain", "complete_kb"),
)
_ROW, _BLOCK_WIDTH, _BAR = 24, 470, 230


def write_report(results: Results, folder: Path) -> None:
    """performance.md and pictures/performance.svg in the folder."""
    (folder / "pictures").mkdir(exist_ok=True)
    (folder / "performance.md").write_text(document(results), "utf-8")
    (folder / "pictures" / "performance.svg").write_text(picture(results), "utf-8")


def document(results: Results) -> str:
    flips = next((each.flips for each in results.pages["plain"].values() if each.flips), 0)
    return (
        _templates()
        .get_template("performance.md.jinja")
        .render(
            machine=results.machine,
            throttled=THROTTLED,
            initiatives=CITY,
            pages=results.pages,
            flips=flips,
            labels=LABELS,
            goals=goals(results),
            crowds=results.crowds,
            crowd_labels=_CROWDS,
            growth={_growth_label(name): each for name, each in results.growth.items()},
            builds=results.builds,
            starts=results.starts,
        )
    )


def picture(results: Results) -> str:
    blocks = list(_blocks(results))
    height = max(block["bars"][-1]["y"] for block in blocks) + 2 * _ROW
    alt = "; ".join(_said(block) for block in blocks)
    return _templates().get_template("performance.svg.jinja").render(blocks=blocks, height=height, alt=alt)


def _blocks(results: Results) -> Iterator[dict[str, Any]]:
    """Each measure on a scale of its own, two beside each other."""
    top, high = 0, 0
    for place, (title, condition, name) in enumerate(_BLOCKS):
        number = attrgetter(name)
        found = [(each, number(page)) for each, page in results.pages[condition].items()]
        there = [(each, value) for each, value in found if value is not None]
        largest = max(value for _, value in there)
        if place % 2 == 0:
            top, high = top + high, 0
        bars = [
            {
                "label": LABELS[each],
                "ours": each == "ours",
                "width": _BAR * value / largest,
                "number": spaced(value),
                "y": top + 40 + _ROW * row,
            }
            for row, (each, value) in enumerate(there)
        ]
        high = max(high, 60 + _ROW * len(bars))
        yield {"title": title, "x": 16 + _BLOCK_WIDTH * (place % 2), "y": top + 28, "bars": bars}


def _said(block: dict[str, Any]) -> str:
    return f"{block['title']}: " + ", ".join(f"{bar['label']} {bar['number']}" for bar in block["bars"])


def _growth_label(name: str) -> str:
    contender, size = name.split()
    return f"{LABELS[contender]}, {spaced(int(size))} initiatives"


def _or_dash(number: float | None) -> str:
    return "–" if number is None else spaced(number)


def _templates() -> Environment:
    """Markdown and SVG of our own numbers and names, in which there is nothing to escape."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"ms": _or_dash, "spaced": spaced}
    return environment
