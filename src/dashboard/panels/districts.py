"""Districts: what is aimed at each, beside who lives there, on the map and in a list."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from dashboard.charts.district_map import DistrictMap, Outlines, Sign, Spot
from dashboard.charts.fragments import fragment
from dashboard.charts.panel import Panel
from dashboard.charts.table import Table, words
from dashboard.dimensions import MUNICIPALITY_WIDE, NOT_STATED
from dashboard.panels.district_cells import (
    District,
    count_cell,
    estimate_cell,
    lack_cell,
    name_cell,
    number_cell,
    percent_cell,
    sheet_href,
)
from dashboard.panels.gap_register import marks
from dashboard.panels.panel import panel
from dashboard.panels.view import SORTS, View
from dashboard.queries import each_row
from dashboard.queries.coverage import totals
from dashboard.queries.gaps import Counted, apart
from dashboard.settings import SETTINGS
from dashboard.text.sentences import said_range


def whatever_filters(view: View) -> str:
    """What is said of numbers about the whole portfolio where the reader may expect others."""
    return view.text("whatever-filters") if view.filters.narrow else ""


def apart_from_districts(view: View) -> list[dict[str, str]]:
    """What no district can claim, as sentences that lead to their lists."""
    standing = apart(view.store, view.filters, view.vocabularies)
    return [
        {
            "label": view.text(f"sheet-{code}", n=each.initiatives, range=said_range(view.text, *each)),
            "href": view.list_href(district=code) if each.initiatives else "",
        }
        for code, each in standing.items()
    ]


def map_panel(view: View, name: str) -> Panel | None:
    """Symbols on the map; what cannot be placed on a map stands beside it, in figures."""
    table = view.districts
    if table.empty:
        return None
    standing = apart(view.store, view.filters, view.vocabularies)
    spots = {
        row.district: _spot(view, row, standing[MUNICIPALITY_WIDE].initiatives)
        for row in each_row(table.dropna(subset=["lat", "lon"]))
    }
    sentence, drawing = _sentence(view, table, standing), _map(table, spots, _signs(view))
    return panel(view, name, sentence, list_districts(view), drawing, _figures(view, standing))


def _spot(view: View, row: District, wide: int) -> Spot:
    said = view.text("initiatives", n=int(row.initiatives))
    if wide and not row.initiatives:
        said = view.text("cell-wide-only", n=0, wide=wide)
    said = f"{row.label}: {said}" + (f", {view.text('great-need')}" if row.great_need else "")
    href = sheet_href(view, row.district)
    return Spot(row.label, row.lat, row.lon, int(row.initiatives), row.great_need, said, href)


def _map(table: pd.DataFrame, spots: Mapping[str, Spot], signs: Sequence[Sign]) -> DistrictMap:
    """The town is the smaller half of the districts."""
    town = [spots[code] for code in table.nsmallest(len(table) // 2, "area_km2")["district"] if code in spots]
    return DistrictMap(list(spots.values()), outlines(), town if len(town) > 1 else (), signs)


def _figures(view: View, standing: Mapping[str, Counted]) -> Markup:
    figures = [
        {
            "number": said_range(view.text, *counted),
            "label": view.label("district", code),
            "href": view.list_href(district=code) if counted.initiatives else "",
        }
        for code, counted in standing.items()
    ]
    return fragment("figures", figures=figures)


def _signs(view: View) -> list[Sign]:
    return [
        Sign(
            great_need,
            aimed,
            view.text(f"sign-{'diamond' if great_need else 'circle'}-{'aimed' if aimed else 'nothing'}"),
        )
        for great_need in (True, False)
        for aimed in (True, False)
    ]


def _sentence(view: View, table: pd.DataFrame, standing: Mapping[str, Counted]) -> str:
    """How many districts any initiative names, and what the rest is, whichever district is picked."""
    whole = totals(view.store, view.filters.pick(district=())).initiatives
    return view.text(
        "sentence-districts",
        aimed=int((table["initiatives"] > 0).sum()),
        districts=len(table),
        wide=said_range(view.text, *standing[MUNICIPALITY_WIDE]),
        unknown=said_range(view.text, *standing[NOT_STATED]),
        initiatives=view.text("initiatives", n=whole),
    )


def list_districts(view: View) -> Table:
    """Every district with its inhabitants, need and gaps, in the order that the link asks for.

    By name, those matter most that have great need or initiatives.
    """
    text, decided, sort = view.text, marks(view), view.sort
    table = view.districts
    ordered = table if sort == "label" else table.sort_values(sort, ascending=False, kind="stable")
    lines = tuple(
        (
            name_cell(view, row),
            *(count_cell(view, row, column) for column in ("initiatives", "developing")),
            number_cell(view, row.population),
            percent_cell(view, row.low_income_pct / 100),
            estimate_cell(view, row.in_need),
            words(_area_types(view, row)),
            lack_cell(view, row, decided),
        )
        for row in each_row(ordered)
    )
    keys = (
        "dimension-district", "initiatives-total", "column-developing", "column-population",
        "column-low_income_pct", "column-in_need", "area-type", "column-lack",
    )  # fmt: skip
    telling = tuple(row.great_need or row.most > 0 for row in each_row(ordered)) if sort == "label" else ()
    columns = tuple(text(key) for key in keys)
    return Table(text("chart-district-list"), columns, lines, telling=telling)


def _area_types(view: View, row: District) -> str:
    kinds = [view.text(f"area-type-short-{kind}") for kind in row.area_type]
    return "; ".join(kinds) or view.text("not-stated")


def list_panel(view: View, name: str) -> Panel | None:
    if view.districts.empty:
        return None
    listed = list_districts(view)
    sorts = [
        {
            "code": code,
            "href": view.href("districts", sort="" if code == "label" else code),
            "label": view.text(f"sort-{code}"),
            "current": code == view.sort,
        }
        for code in SORTS["districts"]
    ]
    order = fragment("sort", sort_label=view.text("sort-by"), sorts=sorts)
    body, sentence = (
        order + listed.html(stacked=True),
        f"{_need_met(view)}{view.text('sentence-district-list')}",
    )
    return panel(view, name, sentence, listed, body=body, is_table=True)


def _need_met(view: View) -> str:
    """At how many of the districts whose need is great nothing is aimed, where several are in sight."""
    needy = view.districts[view.districts["great_need"]]
    bare = int((needy["initiatives"] == 0).sum())
    return f"{view.text('sentence-need-met', bare=bare, needy=len(needy))} " if len(needy) > 1 else ""


def quiet_districts(view: View) -> list[str]:
    """Those at which nothing is aimed and where need is not great."""
    districts = view.districts
    return list(districts.loc[~(districts["most"].gt(0) | districts["great_need"]), "district"])


def outlines() -> Outlines:
    return _outlines_in(SETTINGS.data)


@cache
def _outlines_in(data: Path) -> Outlines:
    return json.loads((data / "geography" / "districts.geojson").read_text("utf-8"))
