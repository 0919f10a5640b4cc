"""Översikt as one file that needs no server: the floor under what a browser can do.

`python -m bench.pages.static PORT` serves it compressed. Its first view is drawn; after that the page itself
counts from the rows that it carries.
"""

import gzip
import sys
from pathlib import Path

import uvicorn
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from bench.pages.drawing import TITLE, WAYS
from bench.pages.portfolio import FILTERS, MOST_SQUARES, Overview, Portfolio, count, read_portfolio

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
)


def document(portfolio: Portfolio) -> str:
    """The whole page as HTML."""
    page = count(portfolio, {})
    known = numbers(page)
    each = -(-len(page.squares) // MOST_SQUARES) or 1
    return _PAGES.get_template("static.html").render(
        title=TITLE,
        ways=WAYS,
        filters={code: (label, terms(portfolio, code)) for code, label in FILTERS.items()},
        areas=terms(portfolio, "vision_area"),
        stages=terms(portfolio, "stage"),
        captured=page.captured,
        numbers=known,
        n=lambda key: Markup('<span data-n="{}">{}</span>').format(key, known[key]),
        squares={stage: list(found)[::each] for stage, found in page.squares.groupby("stage")["initiative"]},
        rows=rows(portfolio),
        most=MOST_SQUARES,
    )


def terms(portfolio: Portfolio, dimension: str) -> list[dict]:
    return portfolio.of(dimension).to_dict("records")


def numbers(page: Overview) -> dict[str, int]:
    """Every number of the first view by the name that the page's script counts it under."""
    return {
        "whole": page.initiatives,
        "listings": page.listings,
        "placed": page.placed,
        **{f"area:{area}": int(n) for area, n in page.areas.items()},
        **{f"stage:{stage}": int(n) for stage, n in page.stages.items()},
        **{
            f"cell:{area}:{stage}": int(n)
            for stage, column in page.cells.items()
            for area, n in column.items()
        },
    }


def rows(portfolio: Portfolio) -> list[list]:
    """A list per listing: initiative, vision area, stage, target areas, districts, whether it is placed."""
    labelled = portfolio.labels.groupby(["dimension", "initiative"])["term"].agg(list).to_dict()
    return [
        [
            row.initiative,
            row.vision_area,
            row.stage,
            labelled.get(("target_area", row.initiative), []),
            labelled.get(("district", row.initiative), []),
            int(row.initiative in portfolio.placed),
        ]
        for row in portfolio.listings.itertuples()
    ]


def main(port: int) -> None:
    body = gzip.compress(document(read_portfolio()).encode())
    headers = {"content-encoding": "gzip", "cache-control": "max-age=60"}

    async def page(_: object) -> Response:
        return Response(body, headers=headers, media_type="text/html")

    uvicorn.run(Starlette(routes=[Route("/", page)]), port=port, log_level="warning")


if __name__ == "__main__":
    main(int(sys.argv[1]))
