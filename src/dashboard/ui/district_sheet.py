"""The sheet of one district: all that is known of it, on one page to print."""

from dataclasses import replace
from math import isnan
from typing import Any

import pandas as pd

from dashboard.charts.district_map import locator
from dashboard.charts.fragments import fragment
from dashboard.dimensions import MUNICIPALITY_WIDE, NOT_STATED
from dashboard.gaps import Gap
from dashboard.queries import each_row
from dashboard.queries.about import build_facts
from dashboard.queries.coverage import matrix
from dashboard.queries.gaps import Weight, apart, district_gaps, mentions
from dashboard.queries.portfolio import marks as initiatives_by_stage
from dashboard.queries.portfolio import read_municipality
from dashboard.text.sentences import said_range
from dashboard.ui.components import show_html
from dashboard.ui.districts import (
    District,
    area_types,
    each_district,
    number_cell,
    outlines,
    percent_cell,
    sheet_href,
)
from dashboard.ui.gap_register import marks
from dashboard.ui.gaps import chance_said, expected_said
from dashboard.ui.matrix import Crossing
from dashboard.ui.view import View

MOST_TITLES = 8
"""Of a stage: the sheet is one page however much is aimed at the district; the rest is a click away."""
MOST_DECISIONS = 4


def show_sheet(view: View, code: str) -> None:
    """One district on one A4. The reader's selection holds, save which districts are picked."""
    everywhere = replace(view, filters=view.narrowed(district=()))
    here = replace(view, filters=view.narrowed(district=code))
    text, label = view.text, view.label("district", code)
    tables = {
        weight: district_gaps(everywhere.store, everywhere.filters, everywhere.vocabularies, weight)
        for weight in Weight
    }
    rows = {
        weight: next(row for row in each_district(table) if row["district"] == code)
        for weight, table in tables.items()
    }
    row = rows[Weight.POPULATION]
    html = fragment(
        "district_sheet",
        **_ways_on(everywhere, code),
        kicker=text("sheet-of", municipality=read_municipality(view.store)["name"]),
        title=label,
        area_type=area_types(view, row),
        locator=locator(outlines(), code, text("sheet-locator", district=label)),
        figures=_figures(here, row),
        headings={
            name: text(f"sheet-{name}", district=label)
            for name in ("initiatives", "targets", "gaps", "expected", "everyone")
        },
        stages=_stages(here),
        cells=_cells(here),
        gaps=_gaps(view, row),
        no_gaps=text("sheet-no-gaps"),
        expected=_expected(everywhere, rows),
        everyone=_everyone(everywhere),
        foot=_foot(everywhere, row),
    )
    show_html(html, "district-sheet", text.language)


def _ways_on(view: View, code: str) -> dict[str, Any]:
    """Back to all districts, to the one before, the one after, and any other."""
    codes = [term.code for term in view.vocabularies.terms("district") if term.kind == "term"]
    at = codes.index(code)
    links = [
        {
            "label": view.label("district", each),
            "href": sheet_href(view, each),
            "current": each == code,
        }
        for each in codes
    ]
    return {
        "nav": view.text("sheet-nav"),
        "back": {"label": view.text("sheet-back"), "href": view.href("districts")},
        "previous": links[at - 1] if at else None,
        "next": links[at + 1] if at + 1 < len(links) else None,
        "others_title": view.text("sheet-others"),
        "others": links,
    }


def _figures(view: View, row: District) -> list[dict[str, str]]:
    text, n = view.text, int(row["initiatives"])
    numbers = {
        "population": number_cell(view, row["population"]).text,
        "low_income_pct": percent_cell(view, row["low_income_pct"] / 100).text,
        "in_need": number_cell(view, row["in_need"]).text,
        "initiatives": said_range(text, n, int(row["least"]), int(row["most"])),
    }
    return [
        {
            "number": number,
            "label": text(f"sheet-figure-{name}"),
            "href": view.href("initiatives") if name == "initiatives" and n else "",
        }
        for name, number in numbers.items()
    ]


def _stages(view: View) -> list[dict[str, Any]]:
    """What is aimed here, by stage and title."""
    found = initiatives_by_stage(view.store, view.filters)
    return [_stage(view, stage, found[found["stage"] == stage]) for stage in view.vocabularies.codes("stage")]


def _stage(view: View, stage: str, found: pd.DataFrame) -> dict[str, Any]:
    left = len(found) - MOST_TITLES
    return {
        "label": view.label("stage", stage),
        "position": view.vocabularies.term("stage", stage).position,
        "count": view.text.number(len(found)),
        "titles": [
            {"title": each.display_title, "href": view.href("initiatives", initiative=each.initiative)}
            for each in each_row(found.head(MOST_TITLES))
        ],
        "more": {"href": view.list_href(stage=stage), "label": view.text("sheet-more", n=left)}
        if left > 0
        else None,
    }


def _cells(view: View) -> list[dict[str, object]]:
    """The district's row of the matrix of districts and target areas, each cell with its words below."""
    cells = matrix(view.store, view.filters, view.vocabularies, "district", "target_area")
    crossing = Crossing(view, "district", "target_area", cells)
    most = max(int(cells["initiatives"].max()), 1)
    return [
        crossing.cell(row, most)
        | {"label": view.label("target_area", row.column), "said": view.text(f"sheet-cell-{row.kind}")}
        for row in each_row(cells)
    ]


def _gaps(view: View, row: District) -> list[dict[str, str]]:
    """What it lacks and what that means; then what is decided about it, or about a part of it."""
    text, decided, district = view.text, marks(view), Gap.at(district=row["district"])
    lacking = [
        {
            "label": text(f"lack-{kind}"),
            "said": text(f"lacks-{kind}"),
            "href": view.href("gaps", gap=str(district)),
        }
        for kind in row["kinds"]
    ]
    about = [mark for gap, mark in decided.items() if str(district) in gap.split(",")][:MOST_DECISIONS]
    return lacking + [{"label": mark.sentence, "said": "", "href": mark.href} for mark in about]


def _expected(view: View, rows: dict[Weight, District]) -> list[str]:
    """Beside the count, what each weight would give and whether the difference says anything."""
    whole = mentions(view.store, view.filters, view.vocabularies)
    return [
        view.text(
            f"sheet-expected-{weight}",
            n=int(row["initiatives"]),
            expected=expected_said(view, row, whole),
            chance=chance_said(view, row),
            verdict=view.text(f"verdict-{row['verdict']}"),
        )
        for weight, row in rows.items()
    ]


def _everyone(view: View) -> list[dict[str, str]]:
    """What no district can claim."""
    standing = apart(view.store, view.filters, view.vocabularies)
    return [
        {
            "label": view.text(f"sheet-{code}", n=standing[code]),
            "href": view.list_href(district=code) if standing[code] else "",
        }
        for code in (MUNICIPALITY_WIDE, NOT_STATED)
    ]


def _foot(view: View, row: District) -> list[str]:
    """Which selection, from where and of when."""
    text, facts = view.text, build_facts(view.store)
    years = [
        text(f"sheet-source-{name}", year=str(int(row[f"{name}_year"])))
        for name in ("population", "low_income", "area_type")
        if not isnan(row[f"{name}_year"])
    ]
    return [
        text("basis", selection=view.selection()),
        " ".join(years),
        text("what-numbers-mean"),
        text("data-version", version=facts["version"], date=text.date(facts["built_at"].date())),
    ]
