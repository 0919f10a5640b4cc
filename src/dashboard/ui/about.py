"""How it is counted, in words."""

from dashboard.charts.fragments import fragment
from dashboard.panels.about import METHOD
from dashboard.panels.view import View
from dashboard.ui.components import show_html


def show_method(view: View) -> None:
    """How it is counted, a paragraph per question, with the address that charts point to."""
    sections = [
        {"id": name, "title": view.text(f"method-{name}-title"), "body": view.text(f"method-{name}")}
        for name in METHOD
    ]
    html = fragment("method", title=view.text("method"), sections=sections)
    show_html(html, "method", view.text.language)
