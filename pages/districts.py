"""Områden: which districts an initiative is aimed at, who lives there, and what reaches everyone."""

from dashboard.ui.basis import show_basis
from dashboard.ui.district_sheet import show_sheet
from dashboard.ui.districts import (
    see_districts,
    show_district_list,
    show_district_map,
    show_findings,
    show_no_districts,
)
from dashboard.ui.frame import open_page
from dashboard.ui.matrix import show_matrix

view = open_page("districts")
sheet = view.param("sheet")
districts = see_districts(view)
if sheet:
    show_sheet(view, sheet)
elif districts.empty:
    show_no_districts(view)
else:
    show_basis(view, "district")
    show_findings(view)
    show_district_map(view, districts)
    show_district_list(view, districts)
    show_matrix(view, "districts-by-target-area", rows="district", columns="target_area")
    show_matrix(view, "districts-by-stage", rows="district", columns="stage")
