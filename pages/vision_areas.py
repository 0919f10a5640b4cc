"""Visionsområden: what is done for each part of the vision, and in which stage."""

from dashboard.ui.balance import show_balance
from dashboard.ui.basis import show_basis
from dashboard.ui.frame import open_page
from dashboard.ui.show import show
from dashboard.ui.terms import show_terms

view = open_page("vision_areas")
show(view, "vision-areas")
show_basis(view, "target_area")
show(view, "vision-areas-by-target-area")
show_balance(view)
show(view, "together", "doubles", "near-twins")
show_terms(view, "vision_area")
