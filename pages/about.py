"""Om data: how it is counted, how complete it is, and where it comes from."""

from dashboard.cells import Kind
from dashboard.ui.about import (
    show_coverage,
    show_irrelevant_places,
    show_method,
    show_problems,
    show_review,
    show_rules,
    show_sources,
)
from dashboard.ui.components import show_html
from dashboard.ui.frame import open_page
from dashboard.ui.matrix import legend

view = open_page("about")
show_method(view)
show_html(legend(view, list(Kind)), "legend", view.text.language)
show_coverage(view)
show_sources(view)
show_rules(view)
show_irrelevant_places(view)
show_review(view)
show_problems(view)
