"""Insatser: every initiative, to search, sort and open."""

from dashboard.ui.frame import open_page
from dashboard.ui.initiative_card import show_card
from dashboard.ui.initiatives import show_list

view = open_page("initiatives")
code = view.param("initiative")
if code:
    show_card(view, code)
else:
    show_list(view)
