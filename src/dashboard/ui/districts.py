"""What stands above the charts of districts: where need is great, and what is aimed there."""

from dashboard.charts.fragments import fragment
from dashboard.dimensions import DEVELOPING
from dashboard.panels.basis import missing_pages
from dashboard.panels.district_cells import District, number_cell, percent_cell, sheet_href
from dashboard.panels.districts import apart_from_districts, whatever_filters
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.gaps import Progress, findings
from dashboard.ui.components import show_html


def show_findings(view: View) -> None:
    """Above everything else: where need is great, and what is aimed there in the whole portfolio."""
    text, whole, table = view.text, view.whole, view.whole.districts
    found = findings(table)
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
