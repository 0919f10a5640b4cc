"""Förändringar: what has come, gone, moved and been reworded from one snapshot to another."""

from dashboard.panels.comparison import compare
from dashboard.ui.changes import show_summary
from dashboard.ui.comparison import pick_snapshots, show_nothing_to_compare
from dashboard.ui.frame import open_page
from dashboard.ui.show import show

view = open_page("changes")
compared = view.once(compare)
if compared is None:
    show_nothing_to_compare(view)
else:
    pick_snapshots(compared)
    show_summary(compared)
show(view)
