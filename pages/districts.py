"""Områden: which districts an initiative is aimed at, who lives there, and what reaches everyone."""

from dashboard.ui.basis import show_basis
from dashboard.ui.district_sheet import show_sheet
from dashboard.ui.districts import show_findings, show_no_districts
from dashboard.ui.frame import open_page
from dashboard.ui.show import show

view = open_page("districts")
sheet = view.param("sheet")
if sheet:
    show_sheet(view, sheet)
elif view.districts.empty:
    show_no_districts(view)
else:
    show_basis(view, "district")
    show_findings(view)
    show(view)
