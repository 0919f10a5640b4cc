"""Districts: what is aimed at each, beside who lives there, on the map and in a list."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pandas as pd
from markupsafe import Markup

from dashboard.charts import Figure
from dashboard.charts.district_map import Outlines, Spot, district_map
from dashboard.charts.fragments import fragment
from dashboard.charts.table import Table, words
from dashboard.dimensions import DEVELOPING, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters
from dashboard.links import WEIGHT
from dashboard.queries import each_row
from dashboard.queries.coverage import totals
from dashboard.queries.gaps import Counted, Progress, Weight, apart, district_gaps, findings, high_need
from dashboard.settings import SETTINGS
from dashboard.text.sentences import said_range
from dashboard.ui.basis import missing_pages
from dashboard.ui.components import show_html
from dashboard.ui.district_cells import (
    District,
    count_cell,
    estimate_cell,
    lack_cell,
    name_cell,
    number_cell,
    percent_cell,
    sheet_href,
)
from dashboard.ui.gap_register import marks
from dashboard.ui.show import palette, show_chart
from dashboard.ui.view import View

SORTS = ("label", "initiatives", "developing", "population", "low_income_pct", "in_need")


def see_districts(view: View) -> pd.DataFrame:
    """One row per district in sight: `district_gaps`, held against the reader's weight; label, great_need."""
    weight = Weight(view.param(WEIGHT, Weight.POPULATION))
    table = district_gaps(view.store, view.filters, view.vocabularies, weight)
    return table.assign(
        label=[view.label("district", code) for code in table["district"]],
        great_need=[high_need(row) for row in table.to_dict("records")],
    )


def whole_portfolio(view: View) -> View:
    """The same view without the reader's filters, as these make no gaps; which labels count is no filter.

    Its links lift the filters, too: a number leads to the list that it counts.
    """
    return replace(view, filters=Filters(inferred=view.filters.inferred))


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


def show_findings(view: View, table: pd.DataFrame) -> None:
    """Above everything else: where need is great, and what is aimed there.

    `table` has every district in the whole portfolio.
    """
    text, whole, found = view.text, whole_portfolio(view), findings(table)
    rows = {row.district: row for row in each_row(table)}
    parts = []
    if found.nothing:
        entries = [_entry(view, rows[code], text.number(0)) for code in found.nothing]
        parts.append({"title": text("finding-nothing"), "hollow": True, "entries": entries})
    if found.progress:
        entries = [_progress(view, whole, rows[each.district], each) for each in found.progress]
        title = text("finding-progress", extent=_extent(found.progress))
        parts.append({"title": title, "hollow": False, "entries": entries})
    if parts:
        beside = [each["label"] for each in apart_from_districts(whole)]
        notes = [text("finding-note"), *beside, missing_pages(view), whatever_filters(view)]
        html = fragment("findings", title=text("finding"), parts=parts, note=" ".join(filter(None, notes)))
        show_html(html, "findings", text.language)


def _progress(view: View, whole: View, row: District, progress: Progress) -> dict[str, str]:
    """«7 av 8», which leads to the seven."""
    numbers = {"part": progress.developing, "whole": progress.under_way}
    href = whole.list_href(district=row.district, stage=DEVELOPING) if progress.developing else ""
    return _entry(view, row, view.text("of", **numbers), view.text("finding-developing", **numbers), href)


def _entry(view: View, row: District, number: str, said: str = "", href: str = "") -> dict[str, str]:
    """A district with its number, which `said` spells out, and who lives there."""
    return {
        "number": number,
        "said": f"{row.label}: {said}",
        "number_href": href,
        "label": row.label,
        "href": sheet_href(view, row.district),
        "facts": view.text(
            "finding-facts",
            population=number_cell(view, row.population).text,
            share=percent_cell(view, row.low_income_pct / 100).text,
        ),
    }


def _extent(progress: list[Progress]) -> str:
    """How much of what is under way in these districts together is still being developed."""
    developing = sum(each.developing for each in progress)
    under_way = sum(each.under_way for each in progress)
    if developing in (0, under_way):
        return "all" if developing else "none"
    return "most" if 2 * developing > under_way else "some"


def show_no_districts(view: View) -> None:
    """Instead of charts without districts, where only what stands apart from them is picked."""
    html = fragment("notes", notes=[view.text("no-districts")])
    show_html(html, "no-districts", view.text.language)


def show_district_map(view: View, table: pd.DataFrame, twin: Table) -> None:
    """Symbols on the map; what cannot be placed on a map stands beside it, in figures."""
    standing = apart(view.store, view.filters, view.vocabularies)
    spots = {
        row.district: _spot(view, row, standing[MUNICIPALITY_WIDE].initiatives)
        for row in each_row(table.dropna(subset=["lat", "lon"]))
    }
    signs = _figures(view, standing) + _signs(view)
    show_chart(view, "district-map", _sentence(view, table, standing), _maps(table, spots), twin, signs=signs)


def _spot(view: View, row: District, wide: int) -> Spot:
    said = view.text("initiatives", n=int(row.initiatives))
    if wide and not row.initiatives:
        said = view.text("cell-wide-only", n=0, wide=wide)
    said = f"{row.label}: {said}" + (f", {view.text('great-need')}" if row.great_need else "")
    href = sheet_href(view, row.district)
    return Spot(row.label, row.lat, row.lon, int(row.initiatives), row.great_need, said, href)


def _maps(table: pd.DataFrame, spots: Mapping[str, Spot]) -> list[Figure]:
    """Everything, and the smaller half of the districts, the town, again at closer range."""
    town = [spots[code] for code in table.nsmallest(len(table) // 2, "area_km2")["district"] if code in spots]
    ranges = [{"frame": town}, {"frame": town, "closer": True}] if len(town) > 1 else [{}]
    return [district_map(list(spots.values()), outlines(), palette(), **each) for each in ranges]


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


def _signs(view: View) -> Markup:
    signs = [
        {
            "shape": shape,
            "stage": int(filled),
            "filled": filled,
            "label": view.text(f"sign-{shape}-{'aimed' if filled else 'nothing'}"),
        }
        for shape in ("diamond", "circle")
        for filled in (True, False)
    ]
    return fragment("signs", signs=signs)


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


def list_districts(view: View, table: pd.DataFrame) -> Table:
    """Every district with its inhabitants, need and gaps, in the order that the link asks for."""
    text, decided, sort = view.text, marks(view), _sort(view)
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
    return Table(text("chart-district-list"), tuple(text(key) for key in keys), lines)


def _sort(view: View) -> str:
    sort = view.param("sort", "label")
    return sort if sort in SORTS else "label"


def _area_types(view: View, row: District) -> str:
    kinds = [view.text(f"area-type-short-{kind}") for kind in row.area_type]
    return "; ".join(kinds) or view.text("not-stated")


def show_district_list(view: View, listed: Table) -> None:
    sorts = [
        {
            "code": code,
            "href": view.href("districts", sort="" if code == "label" else code),
            "label": view.text(f"sort-{code}"),
            "current": code == _sort(view),
        }
        for code in SORTS
    ]
    order = fragment("sort", sort_label=view.text("sort-by"), sorts=sorts)
    body = order + listed.html(stacked=True)
    show_chart(view, "district-list", view.text("sentence-district-list"), body, listed, open_table=True)


@cache
def outlines() -> Outlines:
    return json.loads((SETTINGS.data / "geography" / "districts.geojson").read_text("utf-8"))
