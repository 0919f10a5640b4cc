"""Sentences that say what a selection is and what a chart shows: same numbers, same words, every time."""

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd

from dashboard.cells import Kind
from dashboard.dimensions import ANY, BY_CODE, DIMENSIONS, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters
from dashboard.text import Text
from dashboard.vocabularies import Vocabularies

Label = Callable[[str], str]
"""Code to what readers call it."""

SMALL = 10
"""Below this many, a share is said as «2 av 7»: per cent of so few mislead."""


def term_label(text: Text, vocabularies: Vocabularies, dimension: str, code: str) -> str:
    if code in (ANY, NOT_STATED):
        return text(code)
    return vocabularies.term(dimension, code).label(text.language)


def share(text: Text, part: int, whole: int) -> str:
    """«12 av 68 (18 %)», without the per cent where the whole is small."""
    count = text("of", part=part, whole=whole)
    return count if whole < SMALL else f"{count} ({text.percent(part / whole)})"


def describe_filters(text: Text, vocabularies: Vocabularies, filters: Filters) -> str:
    """«i Norrby som utvecklas»: what narrows the selection, or nothing at all."""
    clauses = [
        _clause(text, vocabularies, dimension.code, filters.picks[dimension.code])
        for dimension in DIMENSIONS
        if dimension.code in filters.picks
    ]
    if filters.words:
        clauses.append(text("describe-words", words=filters.words))
    if not filters.inferred:
        clauses.append(text("describe-stated-only"))
    return " ".join(clauses)


def _clause(text: Text, vocabularies: Vocabularies, dimension: str, codes: tuple[str, ...]) -> str:
    parts = []
    known = [code for code in codes if code not in (ANY, NOT_STATED, MUNICIPALITY_WIDE)]
    if known and dimension == "stage":
        parts.append(text.any_of(stage_phrase(text, vocabularies, code) for code in known))
    elif known:
        labels = text.any_of(term_label(text, vocabularies, dimension, code) for code in known)
        parts.append(text(f"describe-{dimension}", labels=labels))
    if MUNICIPALITY_WIDE in codes:
        parts.append(text("describe-municipality-wide"))
    if ANY in codes:
        parts.append(text("describe-any", dimension=text(f"of-dimension-{dimension}")))
    if NOT_STATED in codes:
        parts.append(text("describe-not-stated", dimension=text(f"of-dimension-{dimension}")))
    return text.any_of(parts)


def selection_sentence(
    text: Text, vocabularies: Vocabularies, filters: Filters, initiatives: int, whole: int
) -> str:
    """«12 av 68 insatser i Norrby som utvecklas», or «Alla 68 insatser» where nothing narrows them."""
    if not filters:
        return text("all-initiatives", n=whole)
    described = describe_filters(text, vocabularies, filters)
    return f"{text('some-initiatives', n=initiatives, whole=whole)} {described}"


def headline_sentence(text: Text, vocabularies: Vocabularies, total: int, stages: pd.DataFrame) -> str:
    """«68 insatser: 36 som görs nu, 26 som utvecklas …»; `stages` has term and initiatives."""
    parts = [
        f"{text.number(count)} {stage_phrase(text, vocabularies, code)}"
        for code, count in zip(stages["term"], stages["initiatives"], strict=True)
        if count
    ]
    return text("sentence-headline", initiatives=text("initiatives", n=total), parts=text.all_of(parts))


def stage_phrase(text: Text, vocabularies: Vocabularies, code: str) -> str:
    return text("describe-stage", code=code, label=term_label(text, vocabularies, "stage", code))


def extremes_sentence(
    text: Text, vocabularies: Vocabularies, dimension: str, counts: pd.DataFrame, total: int
) -> str:
    """Which known terms of a dimension have most and fewest, and how many initiatives name none.

    `counts` has one row per facet code: term, initiatives, captured.
    """
    if not total:
        return text("nothing-selected")
    known = counts[(counts["term"] != NOT_STATED) & counts["captured"]]
    unstated = int(counts.loc[counts["term"] == NOT_STATED, "initiatives"].sum())
    parts = [_extremes(text, vocabularies, dimension, known)]
    missing = counts.loc[~counts["captured"], "term"]
    if len(missing):
        labels = text.all_of(term_label(text, vocabularies, dimension, code) for code in missing)
        parts.append(text("sentence-not-captured", labels=labels, n=len(missing)))
    if not BY_CODE[dimension].of_listing:
        parts.append(text("sentence-not-stated", n=unstated, whole=total))
    return " ".join(parts)


def _extremes(text: Text, vocabularies: Vocabularies, dimension: str, known: pd.DataFrame) -> str:
    if known.empty or not known["initiatives"].max():
        return text("sentence-none")
    most, fewest = int(known["initiatives"].max()), int(known["initiatives"].min())

    def labels_with(count: int) -> str:
        codes = known.loc[known["initiatives"] == count, "term"]
        return text.all_of(_named(text, vocabularies, dimension, code) for code in codes)

    if len(known) == 1:
        return text("sentence-one", label=labels_with(most), n=most)
    if most == fewest:
        return text("sentence-equal", n=most)
    return text("sentence-extremes", most=labels_with(most), n=most, fewest=labels_with(fewest), least=fewest)


def matrix_sentence(text: Text, cells: pd.DataFrame, row_label: Label, column_label: Label) -> str:
    """Where most initiatives meet, and how many cells hold nothing.

    `cells` has row, column, initiatives, unknown, kind; only what is known and captured is compared,
    and what reaches everyone is not.
    """
    apart = (cells["row"] == MUNICIPALITY_WIDE) | (cells["column"] == MUNICIPALITY_WIDE)
    possible = (cells["kind"] == Kind.NOT_STATED) & (cells["unknown"] > 0)
    compared = cells[(cells["kind"].isin([Kind.COUNT, Kind.WIDE_ONLY, Kind.NONE]) | possible) & ~apart]
    if compared.empty or not compared["initiatives"].max():
        return text("sentence-none")
    most = int(compared["initiatives"].max())
    at_most = [
        text("sentence-cell", row=row_label(row), column=column_label(column))
        for row, column, initiatives in zip(
            compared["row"], compared["column"], compared["initiatives"], strict=True
        )
        if initiatives == most
    ]
    parts = [text("sentence-most-cells", cells=text.all_of(at_most), n=most)]
    for kind in (Kind.WIDE_ONLY, Kind.NONE, Kind.NOT_STATED):
        count = int((compared["kind"] == kind).sum())
        if count:
            parts.append(text(f"sentence-cells-{kind}", n=count, whole=len(compared)))
    return " ".join(parts)


def _named(text: Text, vocabularies: Vocabularies, dimension: str, code: str) -> str:
    """A label within a sentence; stages are headings that read as sentences, so they are quoted."""
    label = term_label(text, vocabularies, dimension, code)
    return text("quoted", label=label) if dimension == "stage" else label


def cell_sentence(text: Text, kind: Kind, initiatives: int, wide: int, unknown: int) -> str:
    """What one cell of a matrix says, for those who hear it or point at it."""
    if unknown and kind == Kind.NOT_STATED:
        return text("cell-unknown", n=unknown)
    return text(f"cell-{kind}", n=initiatives, wide=wide)


def cell_sign(text: Text, kind: Kind, initiatives: int, wide: int, unknown: int = 0) -> str:
    """What stands in the cell: never a mere colour."""
    if unknown and kind == Kind.NOT_STATED:
        return text("sign-unknown")
    return text(f"sign-{kind}", n=initiatives, wide=wide)


def snapshot_label(text: Text, code: str) -> str:
    """«21 november 2026», with its number where it was not the first that day; nothing for no snapshot."""
    if not code:
        return ""
    day, number = code[:10], code[11:]
    return text("snapshot", date=text.date(date.fromisoformat(day)), number=int(number or 1))


def changes_sentence(text: Text, since: str, counts: Mapping[str, int], unchanged: int) -> str:
    """«Sedan 1 maj 2026: 3 insatser tillkom, 1 försvann; 61 är som förut.»

    `counts` has initiatives by what has happened to them, in the order in which it is told.
    """
    told = {kind: n for kind, n in counts.items() if n}
    if not told:
        return text("changes-nothing", since=since)
    numbers = [text("initiatives", n=n) if at == 0 else text.number(n) for at, n in enumerate(told.values())]
    parts = [f"{number} {text(f'change-{kind}')}" for number, kind in zip(numbers, told, strict=True)]
    return text("changes-sentence", since=since, parts=", ".join(parts), unchanged=unchanged)
