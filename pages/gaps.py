"""Luckor: what districts lack, whether that is more than chance, and what is decided about it."""

from dashboard.queries.gap_standing import named_gap
from dashboard.ui.basis import show_basis
from dashboard.ui.districts import show_findings, show_no_districts
from dashboard.ui.frame import open_page
from dashboard.ui.gap_register import show_gap
from dashboard.ui.show import show

view = open_page("gaps")
gap = view.param("gap")
if gap:
    show_gap(view, gap)
if not named_gap(gap, view.vocabularies):
    if view.districts.empty:
        show_no_districts(view)
    else:
        show_basis(view, "district")
        show_findings(view)
    show(view)
