"""The filters: the same on every page, drawn from the registry of dimensions, with what each choice gives."""

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.dimensions import DIMENSIONS, Dimension
from dashboard.filters import PROVENANCE, Filters, pickable_codes
from dashboard.links import UNSELECTED
from dashboard.panels.view import View
from dashboard.queries.about import inferred_initiatives
from dashboard.queries.coverage import count_by_choice
from dashboard.ui.components import show_html
from dashboard.ui.search import search_field
from dashboard.ui.snapshots import snapshot_choice

_FEW, _MANY = 8, 12
"""Few enough choices to stand open; more than many stand in a box with a field to find in."""


def show_filters(view: View) -> None:
    """Draw the filters and the snapshot to look at.

    On pages without a selection of their own there are no filters; those for the other pages stay in the
    address.
    """
    filters = Markup() if view.page in UNSELECTED else filters_html(view)
    show_html(filters + snapshot_choice(view), "filters", view.text.language)


def filters_html(view: View) -> Markup:
    """The search, a list of choices for each dimension, and which labels count."""
    text, facets = view.text, {dimension: _facet(view, dimension) for dimension in DIMENSIONS}
    more = [facet for dimension, facet in facets.items() if not dimension.main]
    return fragment(
        "filters",
        title=text("filters"),
        search=search_field(view, "search"),
        facets=[facet for dimension, facet in facets.items() if dimension.main],
        more=more,
        more_label=text("more-filters"),
        more_picked=", ".join(facet["label"] for facet in more if facet["lift"]),
        lift=text("lift-picks"),
        not_captured=text("cell-not-captured"),
        number=text.number,
        provenance={
            "id": f"pick-{PROVENANCE}",
            "name": PROVENANCE,
            "href": _leads_to(view, replace(view.filters, inferred=not view.filters.inferred)),
            "checked": view.filters.inferred,
            "label": text("count-inferred"),
            "effect": _effect(view),
            "help": text("count-inferred-help"),
        },
    )


def _leads_to(view: View, filters: Filters) -> str:
    """The same page with another selection, without what belongs to the old one."""
    return view.href(view.page, filters, **view.kept)


def _facet(view: View, dimension: Dimension) -> dict[str, Any]:
    """A dimension's choices, each with the address where it is picked, or no longer."""
    codes = pickable_codes(view.vocabularies, dimension.code)
    picked = view.filters.picks.get(dimension.code, ())
    lifted = view.narrowed(**{dimension.code: ()})
    label, counts = view.text(f"dimension-{dimension.code}"), _counts(view, dimension)
    return {
        "param": dimension.param,
        "label": label,
        "legend": view.text("filter-legend", dimension=label),
        "picked": ", ".join(view.label(dimension.code, code) for code in picked) or view.text("all-terms"),
        "lift": _leads_to(view, lifted) if picked else "",
        "open": bool(picked) or len(codes) <= _FEW,
        "find": _find(view, dimension) if len(codes) > _MANY else "",
        "choices": [
            {
                "code": code,
                "label": view.label(dimension.code, code),
                "count": counts[code],
                "checked": code in picked,
                "href": _leads_to(view, _toggled(view.filters, dimension.code, code, codes)),
            }
            for code in codes
        ],
    }


def _find(view: View, dimension: Dimension) -> str:
    return view.text("find-term", dimension=view.text(f"of-dimension-{dimension.code}"))


def _toggled(filters: Filters, dimension: str, code: str, codes: list[str]) -> Filters:
    """The code picked or not picked; in the order of `codes`, so that a selection has but one address."""
    picked = set(filters.picks.get(dimension, ())) ^ {code}
    return filters.pick(**{dimension: [each for each in codes if each in picked]})


def _counts(view: View, dimension: Dimension) -> dict[str, int | None]:
    """What each choice gives; None where the page was never captured, so that nobody can know."""
    missing = {term.code: None for term in view.vocabularies.terms(dimension.code) if not term.captured}
    return {**count_by_choice(view.store, view.filters, view.vocabularies, dimension.code), **missing}


def _effect(view: View) -> str:
    """What the choice of labels does to the numbers in sight."""
    inferred = inferred_initiatives(view.store, view.filters)
    return view.text("inferred-in-sight", n=inferred, whole=view.totals.initiatives)
