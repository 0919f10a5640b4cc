"""Districts: how many initiatives are aimed at each, beside who lives there."""

import json
from functools import cache
from typing import Any

import pandas as pd

from dashboard.charts.district_map import Spot, district_map
from dashboard.charts.fragments import fragment
from dashboard.charts.table import Cell, Table, words
from dashboard.dimensions import MUNICIPALITY_WIDE, NOT_STATED
from dashboard.queries.about import districts
from dashboard.queries.coverage import count_by_term, totals
from dashboard.settings import SETTINGS
from dashboard.ui.bars import show_bars_by_provenance
from dashboard.ui.components import show_html
from dashboard.ui.show import palette, show_chart
from dashboard.ui.view import View

SORTS = ("initiatives", "label", "population", "low_income_pct")


def district_table(view: View) -> pd.DataFrame:
    """One row per district in sight, in vocabulary order: its facts, label, initiatives, stated."""
    counts = count_by_term(view.store, view.filters, view.vocabularies, "district")
    known = districts(view.store).merge(counts, left_on="district", right_on="term", how="inner")
    return known.assign(label=[view.label("district", code) for code in known["district"]])


def apart(view: View) -> dict[str, int]:
    """The initiatives that no district can claim, whichever is picked: municipality-wide, and not stated."""
    anywhere = view.filters.pick(district=())
    counts = count_by_term(view.store, anywhere, view.vocabularies, "district").set_index("term")
    return {code: int(counts["initiatives"][code]) for code in (MUNICIPALITY_WIDE, NOT_STATED)}


def show_district_map(view: View, table: pd.DataFrame) -> None:
    """Symbols on the map, and the smaller half of the districts, the town, again at closer range.

    What cannot be placed on a map stands above it, in figures.
    """
    standing = apart(view)
    wide = standing[MUNICIPALITY_WIDE]
    figures = [
        {
            "number": view.text.number(count),
            "label": view.label("district", code),
            "href": view.list_href(district=code),
        }
        for code, count in standing.items()
    ]
    show_html(fragment("figures", figures=figures), "apart", view.text.language)
    spots = {
        row["district"]: Spot(
            row["label"],
            row["lat"],
            row["lon"],
            int(row["initiatives"]),
            f"{row['label']}: {_said(view, int(row['initiatives']), wide)}",
            view.list_href(district=row["district"]),
        )
        for row in table.to_dict("records")
    }
    town = [spots[code] for code in table.nsmallest(len(table) // 2, "area_km2")["district"]]
    everywhere = list(spots.values())
    frames = [[], town] if len(town) > 1 else [[]]
    figures = [district_map(everywhere, _outlines(), palette(), frame) for frame in frames]
    listed = _list_table(view, "district-map", table)
    show_chart(view, "district-map", _sentence(view, table), figures, listed)


def show_district_bars(view: View, table: pd.DataFrame) -> None:
    """Districts that an initiative names, and the two that stand apart: everyone, and unknown."""
    aimed = table[table["initiatives"] > 0].sort_values("initiatives", ascending=False, kind="stable")
    codes = [*aimed["district"], *apart(view)]
    show_bars_by_provenance(view, "district-bars", "district", codes, _sentence(view, table))


def show_district_list(view: View, table: pd.DataFrame) -> None:
    """Every district with its inhabitants and need, in the order that the link asks for."""
    sort = view.param("sort", "label")
    sort = sort if sort in SORTS else "label"
    ordered = _sorted(table, sort)
    sorts = [
        {
            "code": code,
            "href": view.href("districts", sort="" if code == "label" else code),
            "label": view.text(f"sort-{code}"),
            "current": code == sort,
        }
        for code in SORTS
    ]
    order = fragment("sort", sort_label=view.text("sort-by"), sorts=sorts)
    listed = _list_table(view, "district-list", ordered)
    show_chart(
        view, "district-list", view.text("sentence-district-list"), order + listed.html(), listed, True
    )


def _sorted(table: pd.DataFrame, sort: str) -> pd.DataFrame:
    return table if sort == "label" else table.sort_values(sort, ascending=False, kind="stable")


def _sentence(view: View, table: pd.DataFrame) -> str:
    """How many districts any initiative names, and what the rest is, whichever district is picked."""
    aimed = table[table["initiatives"] > 0]
    standing = apart(view)
    return view.text(
        "sentence-districts",
        aimed=len(aimed),
        districts=len(table),
        wide=standing[MUNICIPALITY_WIDE],
        unknown=standing[NOT_STATED],
        whole=totals(view.store, view.filters.pick(district=())).initiatives,
    )


def _said(view: View, initiatives: int, wide: int) -> str:
    if initiatives or not wide:
        return view.text("initiatives", n=initiatives)
    return view.text("cell-wide-only", n=0, wide=wide)


def _count(view: View, code: str, label: str, initiatives: int) -> Cell:
    href = view.list_href(district=code) if initiatives else ""
    said = f"{label}: {view.text('initiatives', n=initiatives)}"
    return Cell(initiatives, str(initiatives), href, said)


def _list_table(view: View, name: str, table: pd.DataFrame) -> Table:
    text = view.text
    lines = tuple(
        (
            words(row["label"]),
            _count(view, row["district"], row["label"], int(row["initiatives"])),
            Cell(int(row["population"]), text.number(row["population"])),
            Cell(row["low_income_pct"], text.percent(row["low_income_pct"] / 100)),
            words("; ".join(text(f"area-type-{kind}") for kind in row["area_type"])),
        )
        for row in table.to_dict("records")
    )
    keys = (
        "dimension-district",
        "initiatives-total",
        "column-population",
        "column-low_income_pct",
        "area-type",
    )
    columns = tuple(text(key) for key in keys)
    return Table(text(f"chart-{name}"), columns, lines)


@cache
def _outlines() -> dict[str, Any]:
    return json.loads((SETTINGS.data / "geography" / "districts.geojson").read_text("utf-8"))
