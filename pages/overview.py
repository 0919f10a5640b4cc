"""Översikt: where much is done, where little, in ten seconds."""

from dashboard.ui.balance import show_balance
from dashboard.ui.basis import show_basis
from dashboard.ui.frame import open_page
from dashboard.ui.headline import show_headline
from dashboard.ui.show import show

view = open_page("overview")
show_basis(view, "district")
show_headline(view)
show(view, "vision-areas-by-stage")
show_balance(view)
show(view, "initiatives-as-squares")
