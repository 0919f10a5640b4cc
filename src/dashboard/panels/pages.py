"""Which panels each page has, in the order in which it shows them: pages, exports and decks all ask here."""

from collections.abc import Callable, Mapping

from dashboard.charts.panel import Panel
from dashboard.links import UNSELECTED
from dashboard.panels.about import (
    coverage_panel,
    irrelevant_places_panel,
    problems_panel,
    review_panel,
    rules_panel,
    sources_panel,
)
from dashboard.panels.balance import balance_panel
from dashboard.panels.bars import bars, bars_by_provenance, bars_by_stage
from dashboard.panels.captured_pages import captured_pages_panel
from dashboard.panels.changes import changes_panel
from dashboard.panels.comparison import Comparison, compare, later_side
from dashboard.panels.districts import list_panel, map_panel, quiet_districts
from dashboard.panels.gap_register import register_panel
from dashboard.panels.gaps import expected_panel, gaps_panel, shares_panel
from dashboard.panels.initiative_list import list_of_initiatives
from dashboard.panels.matrix import matrix_panel
from dashboard.panels.outdated import outdated_panel
from dashboard.panels.together import doubles_panel, near_twins_panel, together_panel
from dashboard.panels.transitions import transitions_panel
from dashboard.panels.units import units
from dashboard.panels.view import View
from dashboard.queries.coverage import totals

Maker = Callable[[View, str], Panel | None]
"""Makes the panel of a view that has this name; None where the selection leaves nothing to show."""


def _matrix(rows: str, columns: str, about: str = "") -> Maker:
    return lambda view, name: matrix_panel(view, name, rows, columns, about)


def _districts(columns: str) -> Maker:
    """A matrix of districts, in which those of least interest fold away."""
    return lambda view, name: (
        None
        if view.districts.empty
        else matrix_panel(view, name, "district", columns, folded=quiet_districts(view))
    )


def _bars(make: Callable[[View, str, str], Panel], rows: str) -> Maker:
    return lambda view, name: make(view, name, rows)


def _compared(make: Callable[[Comparison, str], Panel]) -> Maker:
    """A panel of two snapshots, where there are two."""
    return lambda view, name: make(compared, name) if (compared := view.once(compare)) else None


PANELS: Mapping[str, Mapping[str, Maker]] = {
    "overview": {
        "vision-areas-by-stage": _matrix("vision_area", "stage", about="vision_area"),
        "balance": balance_panel,
        "initiatives-as-squares": units,
    },
    "vision_areas": {
        "vision-areas": _bars(bars_by_stage, "vision_area"),
        "vision-areas-by-target-area": _matrix("vision_area", "target_area"),
        "balance": balance_panel,
        "together": together_panel,
        "doubles": doubles_panel,
        "near-twins": near_twins_panel,
    },
    "target_areas": {
        "target-areas": _bars(bars_by_provenance, "target_area"),
        "target-areas-by-stage": _matrix("target_area", "stage"),
        "approach-by-stage": _matrix("approach", "stage", about="approach"),
    },
    "districts": {
        "district-map": map_panel,
        "district-list": list_panel,
        "districts-by-target-area": _districts("target_area"),
        "districts-by-stage": _districts("stage"),
    },
    "gaps": {
        "district-gaps": gaps_panel,
        "expected": expected_panel,
        "district-shares": shares_panel,
        "gap-register": register_panel,
    },
    "stages": {
        "stages": _bars(bars, "stage"),
        "stages-by-target-area": _matrix("stage", "target_area"),
    },
    "initiatives": {"initiatives": list_of_initiatives},
    "changes": {
        "stage-transitions": _compared(transitions_panel),
        "changes": _compared(changes_panel),
        "captured-pages": _compared(captured_pages_panel),
        "possibly-outdated": lambda view, name: outdated_panel(later_side(view), name),
    },
    "about": {
        "field-coverage": coverage_panel,
        "sources": sources_panel,
        "rules": rules_panel,
        "not-relevant": irrelevant_places_panel,
        "review": review_panel,
        "problems": problems_panel,
    },
}
"""Page code to the names of its panels. Names are frozen like codes: links and decks live on."""


def has_something(view: View) -> bool:
    """Whether the view has anything to show: of a district at which nothing is aimed, just that is told."""
    if view.page in ("about", "changes", *UNSELECTED):
        return True
    of_districts = view.page in ("districts", "gaps")
    return totals(view.store, view.narrowed(district=()) if of_districts else view.filters).initiatives > 0


def panel_of(view: View, name: str) -> Panel | None:
    """One of the view's panels. Raises KeyError where its page has none of that name."""
    return PANELS[view.page][name](view, name)
