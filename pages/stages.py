"""Skeden: what is done now, what is being developed, what is done together with others."""

from dashboard.ui.bars import show_bars
from dashboard.ui.basis import show_basis
from dashboard.ui.frame import open_page
from dashboard.ui.matrix import show_matrix
from dashboard.ui.terms import show_terms

view = open_page("stages")
show_bars(view, "stages", rows="stage")
show_basis(view, "target_area")
show_matrix(view, "stages-by-target-area", rows="stage", columns="target_area")
show_terms(view, "stage")
