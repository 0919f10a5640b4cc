"""Luckor: what districts lack, whether that is more than chance, and what is decided about it."""

from dashboard.queries.gap_standing import named_gap
from dashboard.ui.basis import show_basis
from dashboard.ui.districts import see_districts, show_findings, show_no_districts, whole_portfolio
from dashboard.ui.frame import open_page
from dashboard.ui.gap_register import show_gap, show_register
from dashboard.ui.gaps import show_expected, show_gaps, show_shares

view = open_page("gaps")
gap = view.param("gap")
if gap:
    show_gap(view, gap)
if not named_gap(gap, view.vocabularies):
    districts = see_districts(view)
    if districts.empty:
        show_no_districts(view)
    else:
        everything = see_districts(whole_portfolio(view))
        show_basis(view, "district")
        show_findings(view, everything)
        show_gaps(view, everything[everything["district"].isin(districts["district"])])
        show_expected(view, districts)
        show_shares(view, districts)
    show_register(view)
