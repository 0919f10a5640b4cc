"""Fragments of HTML, one template each; every value is escaped."""

from typing import Any

from markupsafe import Markup

from dashboard.charts.templates import templates

_TEMPLATES = templates(__name__)


def fragment(template: str, **values: Any) -> Markup:
    """Fill in `<template>.html`; a value that is missing raises."""
    return Markup(_TEMPLATES.get_template(f"{template}.html").render(values))
