"""Fragments of HTML, one template each; every value is escaped."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_TEMPLATES = Environment(
    loader=PackageLoader(__name__, "."),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def fragment(template: str, **values: Any) -> Markup:
    """Fill in `<template>.html`; a value that is missing raises."""
    return Markup(_TEMPLATES.get_template(f"{template}.html").render(values))
