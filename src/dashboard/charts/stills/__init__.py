"""Stills: drawings as plain SVG, one module each, made of the same shapes and placed by one template."""

from markupsafe import Markup

from dashboard.charts.stills.shapes import Picture, at
from dashboard.charts.templates import templates

_FAMILY = "'Source Sans', 'Source Sans 3', 'Visionskollen Sans', Arial, 'Liberation Sans', sans-serif"
"""As Streamlit calls it, as systems do, and as documents carry it; the next ones are hardly wider."""

_TEMPLATES = templates(__name__)
_TEMPLATES.filters["at"] = at


def svg(picture: Picture, paper: str) -> Markup:
    """On paper of its own, so that it can be read wherever it is put."""
    template = _TEMPLATES.get_template("picture.svg")
    return Markup(template.render(picture=picture, paper=paper, family=_FAMILY))
