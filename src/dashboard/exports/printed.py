"""What is printed around a drawing, on paper and in pictures."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from dashboard.charts.palette import Palette
from dashboard.charts.table import Cell, Table
from dashboard.exports.report import Slide

_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b(?:ca|kl|nr|No|st)\.)(?<!\.[a-zåäö]\.)(?<!\.[a-zåäö]{2}\.) (?=[A-ZÅÄÖ\d«”\"])"
)
"""Not behind an abbreviation, of which those with several dots are told by their inner ones."""


class Said(NamedTuple):
    """In reading order; `above` and `sentence` are empty where there is no more to say."""

    above: str
    title: str
    sentence: str
    facts: list[str]


def said(slide: Slide) -> Said:
    """The title that somebody has given, with all that the panel says below; else its first sentence."""
    panel, title = slide.panel, slide.title.strip() or slide.panel.title
    first, rest = first_sentence(panel.sentence)
    if title in (panel.sentence.strip(), first):
        title, sentence = first, rest
    else:
        sentence = panel.sentence
    return Said(
        above=panel.title if panel.title != title else "",
        title=title,
        sentence=sentence,
        facts=[panel.basis, f"{slide.dated} · {slide.source}"],
    )


def first_sentence(text: str) -> tuple[str, str]:
    """It, and those that follow."""
    first, *rest = _SENTENCE_END.split(text.strip(), maxsplit=1)
    return first, "".join(rest)


def colours(palette: Palette) -> dict[str, str]:
    """Those that `typst/look.typ` names."""
    return {
        "paper": palette.paper,
        "ink": palette.ink,
        "line": palette.line,
        "quiet": palette.quiet,
        "accent": palette.stage(0),
    }


def table_data(table: Table, most: int, text: Callable[..., str]) -> dict[str, Any]:
    """What `typst/tables.typ` shows: no more rows than `most`, and how many more there are."""
    rows = (table if len(table.rows) <= most else table.foremost()).rows[:most]
    return {
        "columns": list(table.columns),
        "numeric": [_is_numeric([row[i] for row in rows]) for i in range(len(table.columns))],
        "rows": [[[list(part) for part in cell.parts()] for cell in row] for row in rows],
        "more": _more(len(table.rows), len(rows), text) if table.columns else "",
    }


def _more(rows: int, printed: int, text: Callable[..., str]) -> str:
    if not rows:
        return text("document-no-rows")
    return text("document-more-rows", n=rows - printed, printed=printed) if rows > printed else ""


def _is_numeric(cells: Sequence[Cell]) -> bool:
    """Whether as many are numbers as are words."""
    numbers = sum(isinstance(cell.value, (int, float)) for cell in cells)
    return 0 < numbers >= sum(isinstance(cell.value, str) for cell in cells)
