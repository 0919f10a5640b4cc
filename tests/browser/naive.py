"""Numbers that the pages must show, counted a second way: straight from the CSV files."""

import csv

from tests.browser.serving import ROOT


def _rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "portfolio" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


INITIATIVES = len(_rows("initiatives"))


def aimed_at(district: str) -> int:
    """How many initiatives name a district."""
    return len(
        {
            row["initiative"]
            for row in _rows("classifications")
            if (row["dimension"], row["term"]) == ("district", district)
        }
    )
