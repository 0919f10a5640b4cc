"""Skeden: what is done now, what is being developed, what is done together with others."""

from dashboard.ui.basis import show_basis
from dashboard.ui.frame import open_page
from dashboard.ui.show import show
from dashboard.ui.terms import show_terms

view = open_page("stages")
show(view, "stages")
show_basis(view, "target_area")
show(view, "stages-by-target-area")
show_terms(view, "stage")
