"""Typesetting: the one place that knows Typst."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

import typst

_FOLDER = Path(__file__).parent

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile(r"[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_UNKNOWN = re.compile(
    r"[^ -~\xa0-\u017fȘșȚț\u02c6\u02c7\u02d8-\u02dd\u0391-\u03a1\u03a3-\u03c9"
    r"\u2007\u2009\u2010-\u201e†‡•…\u202f‰′″\u2039\u203a\u2044⁰⁴-⁹₀-₉€™⅓⅔←-↙⇒∆∑−√∞≈≠≤≥"
    r"■□▪▫▲△▶▷▼▽◀◁◆◊○●◦✓✗]"
)
"""What the sans font in `fonts/` has no letter for. PDF/UA forbids it, and Typst refuses."""


def typeset(template: str, data: Mapping[str, Any], format: Literal["pdf", "svg", "png"]) -> bytes:
    """`typst/<template>.typ` filled in with the data, which it finds as JSON in `sys.inputs.data`.

    PDF is tagged and PDF/UA-1. SVG and PNG are of a template that makes one page; a point of it is two pixels
    of PNG. The same data gives the same bytes.
    """
    return typst.compile(
        _FOLDER / "typst" / f"{template}.typ",
        root=_FOLDER / "typst",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_readable(data), ensure_ascii=False)},
        format=format,
        ppi=144,
        pdf_standards=["ua-1"] if format == "pdf" else [],
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FOLDER / "fonts"]
    )


def _readable(value: Any) -> Any:
    """The same with a box for every letter that the fonts lack."""
    match value:
        case str():
            shown = _INVISIBLE.sub("", _CONTROL.sub(" ", normalize("NFC", value)))
            return _UNKNOWN.sub("□", shown)
        case Mapping():
            return {key: _readable(each) for key, each in value.items()}
        case list() | tuple():
            return [_readable(each) for each in value]
    return value
