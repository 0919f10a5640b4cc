"""Tillgänglighet: how accessible the dashboard is, what falls short, and where to report it."""

from dashboard.ui.accessibility import show_statement
from dashboard.ui.frame import open_page

show_statement(open_page("accessibility"))
