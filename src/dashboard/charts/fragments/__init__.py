"""Fragments of HTML, one template each; every value is escaped."""

from typing import Any

from markupsafe import Markup

from dashboard.charts.templates import templates

_TEMPLATES = templates(__name__)

IN_SWEDISH = Markup('<span lang="sv">{}</span>')
"""Around what is Swedish in whatever language the page is: the city's words, and what checks say."""


def fragment(template: str, **values: Any) -> Markup:
    """Fill in `<template>.html`; a value that is missing raises."""
    return Markup(_TEMPLATES.get_template(f"{template}.html").render(values))
