"""Om data: how it is counted, how complete it is, and where it comes from."""

from dashboard.cells import Kind
from dashboard.panels.matrix import legend
from dashboard.panels.pages import PANELS
from dashboard.ui.about import show_method
from dashboard.ui.components import show_html
from dashboard.ui.frame import open_page
from dashboard.ui.review import show_settling
from dashboard.ui.show import show

view = open_page("about")
show_method(view)
show_html(legend(view, list(Kind)).html(), "legend", view.text.language)
for name in PANELS[view.page]:
    show(view, name)
    if name == "review":
        show_settling(view)
