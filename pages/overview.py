"""Översikt: where much is done, where little, in ten seconds."""

from dashboard.ui.balance import show_balance
from dashboard.ui.basis import show_basis
from dashboard.ui.frame import open_page
from dashboard.ui.headline import show_headline
from dashboard.ui.matrix import show_matrix
from dashboard.ui.units import show_units

view = open_page("overview")
show_basis(view, "district")
show_headline(view)
show_matrix(view, "vision-areas-by-stage", rows="vision_area", columns="stage", about="vision_area")
show_balance(view, "overview")
show_units(view, "initiatives-as-squares")
