"""What is known of the initiatives, a row for each label: the form that pivot tables count right."""

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.dimensions import DIMENSIONS

COLUMNS: Mapping[str, str] = {
    "code": "column-code",
    "initiative": "column-initiative",
    "dimension": "column-dimension",
    "term": "column-term",
    "provenance": "column-provenance",
}
"""Code of each column and the text key of its header, in order."""

_OF_LISTINGS = tuple(each.code for each in DIMENSIONS if each.of_listing)
_TOLD = tuple(each.code for each in DIMENSIONS if not each.of_facts)


def label_table(
    found: pd.DataFrame,
    placed: pd.DataFrame,
    known: pd.DataFrame,
    text: Callable[[str], str],
    label: Callable[[str, str], str],
) -> pd.DataFrame:
    """A row per initiative, dimension and term, so that the rows of a term are as many as its initiatives.

    An initiative whose listings share a term has it once; a dimension that is not stated has a row that says
    so. Arguments are those of `initiative_table`.
    """
    terms: dict[tuple[str, str], dict[str, str]] = {}
    for dimension in _OF_LISTINGS:
        for initiative, term in zip(placed["initiative"], placed[dimension], strict=True):
            terms.setdefault((initiative, dimension), {})[term] = "stated"
    columns = (known[each] for each in ("initiative", "dimension", "term", "provenance"))
    for initiative, dimension, term, provenance in zip(*columns, strict=True):
        terms.setdefault((initiative, dimension), {})[term] = provenance
    unknown = (text("not-stated"), "")
    rows = [
        (code, title, text(f"dimension-{dimension}"), *said)
        for code, title in zip(found["code"], found["display_title"], strict=True)
        for dimension in _TOLD
        for said in (
            [(label(dimension, term), text(how)) for term, how in terms.get((code, dimension), {}).items()]
            or [unknown]
        )
    ]
    return pd.DataFrame(rows, columns=[text(key) for key in COLUMNS.values()])
