"""A report as a document to print: A4, tagged for those who hear it, every number in its tables."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dashboard.charts.drawing import Drawing
from dashboard.charts.grid import Grid, Rest
from dashboard.charts.palette import PAPER
from dashboard.charts.panel import Panel
from dashboard.charts.still import still
from dashboard.charts.table import Table
from dashboard.exports.plain import READABLE, shortened
from dashboard.exports.printed import colours, said, table_data
from dashboard.exports.report import Report, Slide, Told, untold
from dashboard.exports.typesetting import typeset

_STILL_WIDTH = 880
"""Across the text of the page this makes the letters of a drawing about as large as those around it."""
_MOST_ROWS = 300
_MOST_FOLDED = 36
"""Rows of a grid that can be read on a page of their own."""
_FOOTER = 80
"""Characters of the title, and as many of the filter line, in the footer."""


def pdf(report: Report, told: Told = untold) -> bytes:
    """`told` hears of each slide, and of the whole.

    A table of more than some hundred rows ends with how many more there are, and where.
    """
    parts, sections = len(report.slides) + 1, []
    for done, slide in enumerate(report.slides):
        told(done, parts)
        sections.append(_section(slide, report.around(slide)))
    told(parts - 1, parts)
    made = typeset("document", {**_frame(report), "sections": sections}, "pdf")
    told(parts, parts)
    return made


def _frame(report: Report) -> dict[str, Any]:
    """What stands before, after and around the sections."""
    text = report.text
    told_below = report.sentence in [slide.title for slide in report.slides[:1]]
    return {
        "language": report.language,
        "palette": colours(PAPER),
        "title": report.title,
        "sentence": report.sentence,
        "lead": "" if told_below else report.sentence,
        "facts": [report.basis, report.dated, report.source],
        "address": report.address,
        "address-named": len(report.address) > READABLE,
        "open": text("document-open"),
        "open-view": text("document-open-view"),
        "footer": _footer(report),
        "page": text("document-page", page="{page}", pages="{pages}"),
        "definitions-title": text("document-definitions"),
        "definitions": [list(each) for each in report.definitions],
    }


def _footer(report: Report) -> str:
    """What a page is of, when it lies by itself."""
    said = [shortened(each, _FOOTER) for each in (report.title, report.basis.removesuffix("."))]
    return " · ".join(filter(None, [*said, report.dated]))


def _section(slide: Slide, report: Report) -> dict[str, Any]:
    panel = slide.panel
    alone = _alone(panel, report)
    caption = panel.table.caption if alone is None else ""
    return {
        "language": report.language,
        **said(slide)._asdict(),
        "drawings": [
            {"svg": still(drawing, PAPER, _STILL_WIDTH), "alt": alt} for drawing, alt in _drawings(panel)
        ],
        "address": slide.address,
        "caption": caption if caption != panel.title else "",
        "table": table_data(panel.table, _MOST_ROWS, report.text)
        if alone is None
        else {"columns": [], "numeric": [], "rows": [], "more": report.text("document-table", title=alone)},
    }


def _alone(panel: Panel, report: Report) -> str | None:
    """The title of the section that is nothing but this drawing's table: twice would be pages for nothing."""
    if panel.drawing is None:
        return None
    others = (slide for slide in report.slides if slide.panel.drawing is None)
    return next((each.panel.title for each in others if _same(each.panel.table, panel.table)), None)


def _same(one: Table, other: Table) -> bool:
    return one.columns == other.columns and _texts(one) == _texts(other)


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def _drawings(panel: Panel) -> Iterator[tuple[Drawing, str]]:
    """With its alternative text. Rows that a grid folds away come below it, so that all can be read."""
    match panel.drawing:
        case Grid(rest=Rest() as rest) as grid:
            yield replace(grid, rest=None), panel.alternative
            alone = replace(grid, foot=(), rest=None, legend=None)
            for start in range(0, len(rest.rows), _MOST_FOLDED):
                rows = rest.rows[start : start + _MOST_FOLDED]
                yield replace(alone, rows=rows, corner=rest.title), f"{panel.title}: {rest.title}"
        case None:
            pass
        case drawing:
            yield drawing, panel.alternative
