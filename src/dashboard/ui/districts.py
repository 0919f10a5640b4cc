"""Districts: what is aimed at each, beside who lives there, on the map and in a list."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from math import isnan
from typing import Any

import pandas as pd

from dashboard.charts.district_map import Outlines, Spot, district_map
from dashboard.charts.fragments import fragment
from dashboard.charts.table import Cell, Table, words
from dashboard.dimensions import DEVELOPING, DOING_NOW, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.gaps import Gap
from dashboard.links import WEIGHT
from dashboard.queries.coverage import totals
from dashboard.queries.gaps import Progress, Weight, apart, district_gaps, findings, high_need
from dashboard.settings import SETTINGS
from dashboard.text.sentences import said_range
from dashboard.ui.components import show_html
from dashboard.ui.gap_register import Mark, marks
from dashboard.ui.show import palette, show_chart
from dashboard.ui.view import View

SORTS = ("label", "initiatives", "developing", "population", "low_income_pct", "in_need")
District = Mapping[str, Any]
"""A row of `see_districts`, by column."""


def each_district(table: pd.DataFrame) -> list[District]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.itertuples(index=False)]


def see_districts(view: View) -> pd.DataFrame:
    """One row per district in sight: `district_gaps`, held against the reader's weight, and its label."""
    weight = Weight(view.param(WEIGHT, Weight.POPULATION))
    table = district_gaps(view.store, view.filters, view.vocabularies, weight)
    return table.assign(label=[view.label("district", code) for code in table["district"]])


def show_findings(view: View) -> None:
    """Above everything else: where need is great, and what is aimed there.

    Picked stages are lifted: of what is done now, nothing is being developed.
    """
    text, table = view.text, see_districts(replace(view, filters=view.narrowed(stage=())))
    found = findings(table)
    rows = {row["district"]: row for row in each_district(table)}
    parts = []
    if found.nothing:
        entries = [_entry(view, rows[code], text.number(0)) for code in found.nothing]
        parts.append({"title": text("finding-nothing"), "hollow": True, "entries": entries})
    if found.progress:
        entries = [
            _entry(
                view,
                rows[each.district],
                text("of", part=each.developing, whole=each.under_way),
                text("finding-developing", part=each.developing, whole=each.under_way),
                view.list_href(district=each.district, stage=[DOING_NOW, DEVELOPING]),
            )
            for each in found.progress
        ]
        title = text("finding-progress", extent=_extent(found.progress))
        parts.append({"title": title, "hollow": False, "entries": entries})
    if parts:
        wide = apart(view.store, view.filters, view.vocabularies)[MUNICIPALITY_WIDE]
        html = fragment("findings", title=text("finding"), parts=parts, note=text("finding-note", wide=wide))
        show_html(html, "findings", text.language)


def _entry(view: View, row: District, number: str, said: str = "", href: str = "") -> dict[str, str]:
    """A district with its number, which `said` spells out, and who lives there."""
    return {
        "number": number,
        "said": f"{row['label']}: {said}",
        "number_href": href,
        "label": row["label"],
        "href": sheet_href(view, row["district"]),
        "facts": view.text(
            "finding-facts",
            population=number_cell(view, row["population"]).text,
            share=percent_cell(view, row["low_income_pct"] / 100).text,
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


def show_district_map(view: View, table: pd.DataFrame) -> None:
    """Symbols on the map, and the smaller half of the districts, the town, again at closer range.

    What cannot be placed on a map stands beside it, in figures.
    """
    standing = apart(view.store, view.filters, view.vocabularies)
    figures = [
        {
            "number": view.text.number(count),
            "label": view.label("district", code),
            "href": view.list_href(district=code),
        }
        for code, count in standing.items()
    ]
    spots = {
        row["district"]: Spot(
            row["label"],
            row["lat"],
            row["lon"],
            row["initiatives"],
            high_need(row),
            _said(view, row, standing[MUNICIPALITY_WIDE]),
            sheet_href(view, row["district"]),
        )
        for row in each_district(table.dropna(subset=["lat", "lon"]))
    }
    town = [spots[code] for code in table.nsmallest(len(table) // 2, "area_km2")["district"] if code in spots]
    everywhere = list(spots.values())
    views = [{"frame": town}, {"frame": town, "closer": True}] if len(town) > 1 else [{}]
    maps = [district_map(everywhere, outlines(), palette(), **each) for each in views]
    listed = _list_table(view, "district-map", table)
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
    meanings = fragment("figures", figures=figures) + fragment("signs", signs=signs)
    sentence = _sentence(view, table, standing)
    show_chart(view, "district-map", sentence, maps, listed, signs=meanings)


def show_district_list(view: View, table: pd.DataFrame) -> None:
    """Every district with its inhabitants, need and gaps, in the order that the link asks for."""
    sort = view.param("sort", "label")
    sort = sort if sort in SORTS else "label"
    ordered = table if sort == "label" else table.sort_values(sort, ascending=False, kind="stable")
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


def sheet_href(view: View, code: str) -> str:
    """The page of one district; it shows the selection there, whichever districts are picked."""
    return view.href("districts", view.narrowed(district=()), sheet=code)


@cache
def outlines() -> Outlines:
    return json.loads((SETTINGS.data / "geography" / "districts.geojson").read_text("utf-8"))


def count_cell(view: View, row: District, column: str) -> Cell:
    """How many initiatives are aimed here, all or of a stage, with the range that inferred labels leave."""
    n, stages = int(row[column]), stages_of(view, column)
    said = f"{row['label']}: {view.text('initiatives', n=n)}"
    said = f"{said}, {view.text(f'column-{column}').lower()}" if stages else said
    shown = view.text.number(n) if stages else said_range(view.text, n, int(row["least"]), int(row["most"]))
    return Cell(n, shown, view.list_href(district=row["district"], stage=stages) if n else "", said)


def stages_of(view: View, column: str) -> list[str]:
    """The stages that a column of `see_districts` counts; none where it counts them all."""
    rest = [code for code in view.vocabularies.codes("stage") if code not in (DOING_NOW, DEVELOPING)]
    return {"now": [DOING_NOW], "developing": [DEVELOPING], "networks": rest}.get(column, [])


def number_cell(view: View, value: float) -> Cell:
    """A whole number of people; in words where nobody knows it."""
    missing = view.text("not-stated")
    return words(missing) if isnan(value) else Cell(round(value), view.text.number(round(value)))


def percent_cell(view: View, share: float) -> Cell:
    """A share of 1; in words where nobody knows it."""
    missing = view.text("not-stated")
    return words(missing) if isnan(share) else Cell(round(share * 100, 1), view.text.percent(share))


def area_types(view: View, row: District) -> str:
    """What Boverket calls the kinds of district that it is made of."""
    return "; ".join(view.text(f"area-type-{kind}") for kind in row["area_type"]) or view.text("not-stated")


def _area_types_shortly(view: View, row: District) -> str:
    kinds = [view.text(f"area-type-short-{kind}") for kind in row["area_type"]]
    return "; ".join(kinds) or view.text("not-stated")


def decision_cell(view: View, row: District, decided: Mapping[str, Mark]) -> Cell:
    """What is decided about the district's gap, and the way to it; nothing where there is neither."""
    gap = str(Gap.at(district=row["district"]))
    if gap not in decided and not row["kinds"]:
        return words("")
    said = decided[gap].sentence if gap in decided else view.text("no-decision")
    return Cell(said, said, view.href("gaps", gap=gap), f"{row['label']}: {said}")


def _lack_cell(view: View, row: District, decided: Mapping[str, Mark]) -> Cell:
    """What the district lacks and what is decided about that, as one."""
    gap = str(Gap.at(district=row["district"]))
    said = [view.text(f"lack-{kind}").lower() for kind in row["kinds"]]
    shown = "; ".join([*said, *([decided[gap].sentence] if gap in decided else [])])
    href = view.href("gaps", gap=gap) if shown else ""
    return Cell(shown, shown, href, f"{row['label']}: {shown}")


def _sentence(view: View, table: pd.DataFrame, standing: Mapping[str, int]) -> str:
    """How many districts any initiative names, and what the rest is, whichever district is picked."""
    aimed = table[table["initiatives"] > 0]
    return view.text(
        "sentence-districts",
        aimed=len(aimed),
        districts=len(table),
        wide=standing[MUNICIPALITY_WIDE],
        unknown=standing[NOT_STATED],
        whole=totals(view.store, view.filters.pick(district=())).initiatives,
    )


def _said(view: View, row: District, wide: int) -> str:
    said = view.text("initiatives", n=int(row["initiatives"]))
    if wide and not row["initiatives"]:
        said = view.text("cell-wide-only", n=0, wide=wide)
    return f"{row['label']}: {said}" + (f", {view.text('great-need')}" if high_need(row) else "")


def _list_table(view: View, name: str, table: pd.DataFrame) -> Table:
    text, decided = view.text, marks(view)
    lines = tuple(
        (
            words(row["label"], sheet_href(view, row["district"])),
            *(count_cell(view, row, column) for column in ("initiatives", "developing")),
            number_cell(view, row["population"]),
            percent_cell(view, row["low_income_pct"] / 100),
            number_cell(view, row["in_need"]),
            words(_area_types_shortly(view, row)),
            _lack_cell(view, row, decided),
        )
        for row in each_district(table)
    )
    keys = (
        "dimension-district",
        "initiatives-total",
        "column-developing",
        "column-population",
        "column-low_income_pct",
        "column-in_need",
        "area-type",
        "column-lack",
    )
    return Table(text(f"chart-{name}"), tuple(text(key) for key in keys), lines)
