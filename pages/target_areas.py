"""Målområden: what supports each goal of the programme, stated by the city or inferred."""

from dashboard.ui.bars import show_bars_by_provenance
from dashboard.ui.basis import show_basis
from dashboard.ui.frame import open_page
from dashboard.ui.matrix import show_matrix
from dashboard.ui.terms import show_terms

view = open_page("target_areas")
show_basis(view, "target_area")
show_bars_by_provenance(view, "target-areas", rows="target_area")
show_matrix(view, "target-areas-by-stage", rows="target_area", columns="stage")
show_matrix(view, "approach-by-stage", rows="approach", columns="stage", about="approach")
show_terms(view, "target_area")
