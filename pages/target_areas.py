"""Målområden: what supports each goal of the programme, stated by the city or inferred."""

from dashboard.ui.basis import show_basis
from dashboard.ui.frame import open_page
from dashboard.ui.show import show
from dashboard.ui.terms import show_terms

view = open_page("target_areas")
show_basis(view, "target_area")
show(view)
show_terms(view, "target_area")
