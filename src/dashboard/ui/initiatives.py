"""The list of initiatives: to search, sort, leaf through and take along."""

from dashboard.charts.fragments import fragment
from dashboard.dimensions import BY_CODE
from dashboard.links import NUMBER
from dashboard.panels.outdated import reasons_by_initiative
from dashboard.panels.view import PER_PAGE, View
from dashboard.queries import each_row
from dashboard.queries.portfolio import PUBLISHED, SORTS, initiatives, labels, listings
from dashboard.ui.components import show_html
from dashboard.ui.initiative_card import rule_of
from dashboard.ui.search import search_field
from dashboard.ui.take_along import list_files


def show_list(view: View) -> None:
    """One page of the selected initiatives, in the order that the link asks for."""
    sort, page, count = view.sort, int(view.param(NUMBER, "1")), view.totals.initiatives
    first, last = (page - 1) * PER_PAGE + 1, max(1, -(-count // PER_PAGE))
    found = initiatives(view.store, view.filters, sort, PER_PAGE, (page - 1) * PER_PAGE)
    tags = _tags(view, list(found["code"]))
    outdated = reasons_by_initiative(view, view.filters)
    language = view.text.language
    html = fragment(
        "initiative_list",
        sort_label=view.text("sort-by"),
        sorts=[_sort(view, code, code == sort) for code in SORTS],
        outdated=view.text("outdated"),
        inferred=view.text("inferred"),
        by_rule=view.text("column-rule"),
        by_words=view.text("column-quote"),
        start=first,
        listed=[
            view.text("listed-here", first=first, last=first + len(found) - 1, n=count),
            *([view.text("listed-all", n=count)] if last > 1 else []),
        ],
        items=[
            {
                "code": row["code"],
                "href": view.href(
                    "initiatives", initiative=row["code"], sort=view.param("sort"), page=view.param("page")
                ),
                "title": row["display_title"],
                "summary": row[f"summary_{language}"] or view.text("no-summary"),
                "unsummarised": not row[f"summary_{language}"],
                "outdated": outdated.get(row["code"], []),
                "tags": tags.get(row["code"], []),
            }
            for row in found.to_dict("records")
        ],
        pager=view.text("pages"),
        previous=_step(view, sort, page - 1, "previous-page") if page > 1 else None,
        next=_step(view, sort, page + 1, "next-page") if page < last else None,
    )
    show_html(search_field(view, "list-words") + html + list_files(view), "initiative-list", language)


def _sort(view: View, code: str, current: bool) -> dict[str, object]:
    label = view.text(f"dimension-{code}") if code in BY_CODE else view.text(f"sort-{code}")
    return {
        "code": code,
        "href": view.href("initiatives", sort="" if code == PUBLISHED else code),
        "label": label,
        "current": current,
    }


def _step(view: View, sort: str, page: int, key: str) -> dict[str, str]:
    order = "" if sort == PUBLISHED else sort
    return {"href": view.href("initiatives", sort=order, page=str(page)), "label": view.text(key)}


def _tags(view: View, codes: list[str]) -> dict[str, list[dict[str, object]]]:
    """Per initiative: where the city lists it, then its target areas and districts.

    An inferred one tells its rule and the words in the text that made the rule hold.
    """
    tags: dict[str, dict[str, dict[str, object]]] = {code: {} for code in codes}
    for row in each_row(listings(view.store, codes)):
        for dimension, term in (("stage", row.stage), ("vision_area", row.vision_area)):
            label = view.label(dimension, term)
            tags[row.initiative][label] = {"label": label, "inferred": False}
    known = labels(view.store, codes, view.filters.inferred)
    for row in each_row(known[known["dimension"].isin(["target_area", "district"])]):
        label = view.label(row.dimension, row.term)
        tags[row.initiative][label] = {
            "label": label,
            "inferred": row.provenance == "inferred",
            "rule": rule_of(view, row),
            "quote": row.quote,
        }
    return {code: list(found.values()) for code, found in tags.items()}
