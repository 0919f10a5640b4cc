"""Fragments of HTML, one template each; every value is escaped."""

import re
from typing import Any, NamedTuple

from markupsafe import Markup

from dashboard.charts.templates import templates

_TEMPLATES = templates(__name__)

IN_SWEDISH = Markup('<span lang="sv">{}</span>')
"""Around what is Swedish in whatever language the page is: the city's words, and what checks say."""
_SWEDISH = re.compile(IN_SWEDISH.format(Markup("(.*?)")), re.DOTALL)


class Part(NamedTuple):
    """Words in one language: `sv`, or none of its own, which is the reader's."""

    text: str
    language: str = ""


def language_parts(html: Markup) -> list[Part]:
    """The text of what `IN_SWEDISH` has marked, part by part, for files that mark languages in other ways."""
    parts = (Part(Markup(each).unescape(), "sv" * (at % 2)) for at, each in enumerate(_SWEDISH.split(html)))
    return [part for part in parts if part.text]


def fragment(template: str, **values: Any) -> Markup:
    """Fill in `<template>.html`; a value that is missing raises."""
    return Markup(_TEMPLATES.get_template(f"{template}.html").render(values))
