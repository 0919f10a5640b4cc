"""Om data: how it is counted, how complete it is, and where it comes from."""

from dashboard.cells import Kind
from dashboard.panels.matrix import legend
from dashboard.ui.about import show_method
from dashboard.ui.components import show_html
from dashboard.ui.frame import open_page
from dashboard.ui.show import show

view = open_page("about")
show_method(view)
show_html(legend(view, list(Kind)).html(), "legend", view.text.language)
show(view)
