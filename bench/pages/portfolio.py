"""The portfolio as pandas sees it, and every number of Översikt counted the plain way.

The stock pages count like this, and the harness holds every page against it, ours included.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from dashboard.store.connection import open_store

FILTERS = {
    "vision_area": "Visionsområde",
    "target_area": "Målområde",
    "district": "Område",
    "stage": "Skede",
}
"""The four main filters by dimension, with the labels that readers see."""

MOST_SQUARES = 600
"""With more initiatives than this a square stands for several."""

_HERE = Path(__file__).parent

Picks = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Portfolio:
    """listings: initiative, vision_area, stage; labels: initiative, dimension, term; terms: dimension,
    code, label, captured, in reading order."""

    listings: pd.DataFrame
    labels: pd.DataFrame
    terms: pd.DataFrame

    def of(self, dimension: str) -> pd.DataFrame:
        """code, label and captured of a dimension's terms, by code."""
        return self.terms[self.terms["dimension"] == dimension].set_index("code", drop=False)

    def carried(self, dimension: str) -> pd.Series:
        """Every term of the dimension as often as a listing, or an initiative, carries it."""
        if dimension in self.listings:
            return self.listings[dimension]
        return self.labels.loc[self.labels["dimension"] == dimension, "term"]

    @cached_property
    def placed(self) -> set[str]:
        """Initiatives that name any place."""
        return set(self.labels.loc[self.labels["dimension"] == "place", "initiative"])


@dataclass(frozen=True)
class Overview:
    """What the page says about a selection; tables by code, in reading order and only what is in sight."""

    initiatives: int
    listings: int
    captured: tuple[int, int]
    placed: int
    cells: pd.DataFrame
    """Vision areas whose page was captured as rows, stages as columns: distinct initiatives."""
    areas: pd.Series
    stages: pd.Series
    squares: pd.DataFrame
    """initiative, stage; once in each of its stages."""
    groups: pd.Series
    """Squares per stage, those filtered away included."""

    @property
    def bars(self) -> pd.Series:
        """Initiatives per vision area; of a single one there is no balance to show."""
        return self.areas if len(self.areas) > 1 else self.areas.head(0)

    def numbers(self) -> list[int]:
        """Every number in reading order: headline, figures, matrix with its sums, bars, squares."""
        matrix = [number for area, row in self.cells.iterrows() for number in (*row, self.areas[str(area)])]
        figures = [self.initiatives, self.listings, self.captured[0], self.placed]
        sums = [*self.stages, self.initiatives]
        charts = [*self.bars, *self.groups]
        return [int(each) for each in (self.initiatives, *figures, *matrix, *sums, *charts)]


def read_portfolio(folder: Path | None = None) -> Portfolio:
    """All of it from the store in the folder, or in DASHBOARD_STORE."""
    store = open_store(folder or Path(os.environ["DASHBOARD_STORE"]))

    def ask(name: str, **params: list[str]) -> pd.DataFrame:
        return store.rows((_HERE / f"{name}.sql").read_text("utf-8"), params)

    return Portfolio(
        ask("listings"),
        ask("labels", dimensions=["target_area", "district", "place"]),
        ask("terms", dimensions=list(FILTERS)),
    )


def select(portfolio: Portfolio, picks: Picks) -> pd.DataFrame:
    """The listings that carry any of the picked terms in every dimension that has some."""
    chosen, labels = portfolio.listings, portfolio.labels
    for dimension, codes in picks.items():
        if not codes:
            continue
        if dimension in chosen:
            chosen = chosen[chosen[dimension].isin(codes)]
        else:
            carried = labels["initiative"][(labels["dimension"] == dimension) & labels["term"].isin(codes)]
            chosen = chosen[chosen["initiative"].isin(carried)]
    return chosen


def count(portfolio: Portfolio, picks: Picks) -> Overview:
    """Distinct initiatives everywhere; a dimension that is filtered shows only the terms that are picked."""
    chosen, areas = select(portfolio, picks), portfolio.of("vision_area")
    in_sight = {
        "vision_area": [
            code for code in areas.index[areas["captured"]] if _shows(picks, "vision_area", code)
        ],
        "stage": [code for code in portfolio.of("stage").index if _shows(picks, "stage", code)],
    }

    def distinct(*dimensions: str) -> pd.Series:
        return chosen.groupby(list(dimensions))["initiative"].nunique()

    squares = chosen[["initiative", "stage"]].drop_duplicates()
    initiatives = set(chosen["initiative"])
    return Overview(
        initiatives=len(initiatives),
        listings=len(chosen),
        captured=(int(areas["captured"].sum()), len(areas)),
        placed=len(initiatives & portfolio.placed),
        cells=distinct("vision_area", "stage")
        .unstack(fill_value=0)
        .reindex(index=in_sight["vision_area"], columns=in_sight["stage"], fill_value=0),
        areas=distinct("vision_area").reindex(in_sight["vision_area"], fill_value=0),
        stages=distinct("stage").reindex(in_sight["stage"], fill_value=0),
        squares=squares,
        groups=squares["stage"].value_counts().reindex(portfolio.of("stage").index, fill_value=0),
    )


def _shows(picks: Picks, dimension: str, code: str) -> bool:
    return not picks.get(dimension) or code in picks[dimension]
