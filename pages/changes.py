"""Förändringar: what has come, gone, moved and been reworded from one snapshot to another."""

from dashboard.ui.captured_pages import show_captured_pages
from dashboard.ui.changes import show_changes, show_summary
from dashboard.ui.comparison import compare, later_side, show_nothing_to_compare
from dashboard.ui.frame import open_page
from dashboard.ui.outdated import show_outdated
from dashboard.ui.transitions import show_transitions

view = open_page("changes")
compared = compare(view)
if compared is None:
    show_nothing_to_compare(view)
else:
    show_summary(compared)
    show_transitions(compared)
    show_changes(compared)
    show_captured_pages(compared)
show_outdated(later_side(view))
