"""Visionsområden: what is done for each part of the vision, and in which stage."""

from dashboard.ui.balance import show_balance
from dashboard.ui.bars import show_bars_by_stage
from dashboard.ui.basis import show_basis
from dashboard.ui.frame import open_page
from dashboard.ui.matrix import show_matrix
from dashboard.ui.terms import show_terms
from dashboard.ui.together import show_near_twins, show_together

view = open_page("vision_areas")
show_bars_by_stage(view, "vision-areas", rows="vision_area")
show_basis(view, "target_area")
show_matrix(view, "vision-areas-by-target-area", rows="vision_area", columns="target_area")
show_balance(view, "vision_areas")
show_together(view)
show_near_twins(view)
show_terms(view, "vision_area")
