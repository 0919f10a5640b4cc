"""Områden: which districts an initiative is aimed at, who lives there, and what reaches everyone."""

from dashboard.ui.districts import district_table, show_district_bars, show_district_list, show_district_map
from dashboard.ui.frame import open_page
from dashboard.ui.matrix import show_matrix

view = open_page("districts")
districts = district_table(view)
show_district_map(view, districts)
show_district_bars(view, districts)
show_matrix(view, "districts-by-stage", rows="district", columns="stage")
show_district_list(view, districts)
