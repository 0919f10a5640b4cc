"""Districts counted a second way: straight from the CSV files, in plain Python."""

import csv
from collections import defaultdict

from dashboard.settings import SETTINGS


def rows(path: str) -> list[dict[str, str]]:
    with (SETTINGS.data / path).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def labels() -> dict[str, str]:
    """What readers call each district, in order."""
    return {
        row["code"]: row["label_sv"] for row in rows("vocabularies/district.csv") if row["kind"] == "term"
    }


def aimed() -> dict[str, set[str]]:
    """The initiatives that name each district; of what none names, nothing."""
    found = defaultdict(set)
    for row in rows("portfolio/classifications.csv"):
        if row["dimension"] == "district":
            found[row["term"]].add(row["initiative"])
    return found


def in_stage(stage: str) -> set[str]:
    return {row["initiative"] for row in rows("portfolio/listings.csv") if row["stage"] == stage}


def of_great_need() -> set[str]:
    return {
        row["district"]
        for row in rows("geography/district_facts.csv")
        if {"1", "2"} & set(row["area_type"].split("|"))
    }
