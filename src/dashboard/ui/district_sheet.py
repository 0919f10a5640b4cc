"""The sheet of one district: all that is known of it, on one page to print."""

from dataclasses import replace
from math import isnan
from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.charts.district_map import locator
from dashboard.charts.fragments import fragment
from dashboard.gaps import Gap
from dashboard.panels.basis import lack_said, missing_pages
from dashboard.panels.district_cells import (
    District,
    chance_cell,
    estimate_cell,
    expected_cell,
    number_cell,
    percent_cell,
    sheet_href,
    verdict_cell,
)
from dashboard.panels.districts import apart_from_districts, outlines, whatever_filters
from dashboard.panels.gap_register import marks
from dashboard.panels.matrix import Crossing
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.about import build_facts
from dashboard.queries.coverage import matrix
from dashboard.queries.gap_standing import empty_cells, named_gap
from dashboard.queries.gaps import Weight, district_gaps
from dashboard.queries.portfolio import marks as initiatives_by_stage
from dashboard.queries.portfolio import read_municipality
from dashboard.text.sentences import gap_label, said_range
from dashboard.ui.components import show_html

MOST_TITLES = 7
"""Of a stage: the sheet is one page however much is aimed at the district; the rest is a click away."""
MOST_DECISIONS = 4


def show_sheet(view: View, code: str) -> None:
    """One district on one A4, in the whole portfolio: what is handed out must not hang on a filter."""
    whole = view.whole
    here = replace(whole, filters=whole.narrowed(district=code))
    text, label = view.text, view.label("district", code)
    tables = {
        weight: district_gaps(whole.store, whole.filters, whole.vocabularies, weight) for weight in Weight
    }
    rows = {weight: next(each_row(table[table["district"] == code])) for weight, table in tables.items()}
    row, mentions = rows[Weight.POPULATION], int(tables[Weight.POPULATION]["initiatives"].sum())
    html = fragment(
        "district_sheet",
        **_ways_on(view, code),
        kicker=text("sheet-of", municipality=read_municipality(view.store)["name"]),
        title=label,
        area_type=_area_types(view, row),
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
        empty={"label": text("sheet-empty-cells"), "cells": _empty_cells(view, code)},
        decisions=_decisions(view, code),
        expected=[_expected(view, weight, each, mentions) for weight, each in rows.items()],
        everyone=apart_from_districts(whole),
        missing=missing_pages(view),
        foot=_foot(view, row),
    )
    show_html(html, "district-sheet", text.language)


def _area_types(view: View, row: District) -> str:
    """What Boverket calls the kinds of district that it is made of."""
    kinds = [view.text(f"area-type-{kind}").lower() for kind in row.area_type]
    return view.text("sheet-area-type", types=view.text.all_of(kinds) or view.text("not-stated").lower())


def _ways_on(view: View, code: str) -> dict[str, Any]:
    """Back to all districts, to the one before, the one after, and any other."""
    codes = view.vocabularies.parts("district")
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
    text, n = view.text, int(row.initiatives)
    numbers = {
        "population": number_cell(view, row.population).text,
        "low_income_pct": percent_cell(view, row.low_income_pct / 100).text,
        "in_need": estimate_cell(view, row.in_need).text,
        "initiatives": said_range(text, n, int(row.least), int(row.most)),
    }
    return [
        {
            "number": number,
            "label": text(f"sheet-figure-{name}", n=n),
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
        {
            "cell": crossing.cell(cell, most),
            "label": view.label("target_area", cell.column),
            "said": view.text(f"sheet-cell-{cell.content.name}", n=cell.content.initiatives),
        }
        for row in crossing.met.values()
        for cell in row
    ]


def _gaps(view: View, row: District) -> list[dict[str, str]]:
    """What the district as a whole lacks and what that means."""
    href = view.href("gaps", gap=str(Gap.at(district=row.district)))
    return [
        {"label": view.text(f"lack-{kind}"), "said": lack_said(view, kind), "href": href}
        for kind in row.kinds
    ]


def _empty_cells(view: View, code: str) -> list[dict[str, str]]:
    """Where the district meets a target area or a stage and nothing is aimed."""
    found = empty_cells(view.store, view.vocabularies, code, view.filters.inferred)
    across = [next(term for term in gap.terms if term[0] != "district") for gap in found]
    return [
        {"label": view.label(*term), "href": view.href("gaps", gap=str(gap))}
        for gap, term in zip(found, across, strict=True)
    ]


def _decisions(view: View, code: str) -> list[dict[str, str | Markup]]:
    """What is decided about the district, or about a part of it, which is named."""
    whole = Gap.at(district=code)
    decided = {
        named_gap(spelt, view.vocabularies): mark
        for spelt, mark in marks(view).items()
        if str(whole) in spelt.split(",")
    }
    return [
        {
            "label": "" if gap == whole else gap_label(view.text, view.vocabularies, gap),
            "said": mark.sentence,
            "href": mark.href,
        }
        for gap, mark in list(decided.items())[:MOST_DECISIONS]
        if gap
    ]


def _expected(view: View, weight: Weight, row: District, mentions: int) -> str:
    """Beside the count, what the weight would give and whether the difference says anything."""
    return view.text(
        f"sheet-expected-{weight}",
        n=int(row.initiatives),
        expected=expected_cell(view, row, mentions).text,
        chance=chance_cell(view, row).text,
        verdict=str(row.verdict),
        said=verdict_cell(view, row).text,
    )


def _foot(view: View, row: District) -> list[str]:
    """Of what, from where and of when; the first line is of the whole portfolio."""
    text, facts = view.text, build_facts(view.store)
    years = {
        name: str(int(year))
        for name in ("population", "low_income", "area_type")
        if not isnan(year := getattr(row, f"{name}_year"))
    }
    sources = [text(f"sheet-source-{name}", year=year) for name, year in years.items()]
    if {"population", "low_income"} <= years.keys() and not isnan(row.in_need):
        sources.append(text("sheet-source-in_need", people=years["population"], share=years["low_income"]))
    basis = text("basis", selection=view.whole.selection())
    return [
        " ".join(filter(None, (basis, whatever_filters(view), text("sheet-range")))),
        " ".join([*sources, text("low-income-means")]),
        text("what-numbers-mean"),
        text("data-version", version=facts["version"], date=text.date(facts["built_at"].date())),
    ]
