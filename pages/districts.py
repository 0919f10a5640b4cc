"""Områden: which districts an initiative is aimed at, who lives there, and what reaches everyone."""

from dashboard.ui.basis import show_basis
from dashboard.ui.district_sheet import show_sheet
from dashboard.ui.districts import (
    list_districts,
    see_districts,
    show_district_list,
    show_district_map,
    show_findings,
    show_no_districts,
    whole_portfolio,
)
from dashboard.ui.frame import open_page
from dashboard.ui.matrix import show_matrix

view = open_page("districts")
sheet = view.param("sheet")
if sheet:
    show_sheet(view, sheet)
elif (districts := see_districts(view)).empty:
    show_no_districts(view)
else:
    listed = list_districts(view, districts)
    show_basis(view, "district")
    show_findings(view, see_districts(whole_portfolio(view)))
    show_district_map(view, districts, listed)
    show_district_list(view, listed)
    quiet = list(districts.loc[~(districts["most"].gt(0) | districts["great_need"]), "district"])
    show_matrix(view, "districts-by-target-area", rows="district", columns="target_area", folded=quiet)
    show_matrix(view, "districts-by-stage", rows="district", columns="stage", folded=quiet)
