"""Sentences that say what a selection is and what a chart shows: same numbers, same words, every time."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pandas as pd

from dashboard.cells import UNKNOWN, Content, Kind, Met
from dashboard.dimensions import ANY, BY_CODE, DIMENSIONS, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters
from dashboard.gaps import Gap
from dashboard.text import Text
from dashboard.vocabularies import Vocabularies

Label = Callable[[str], str]
"""Code to what readers call it."""

_MOST_FOREIGN = 60
_WITHOUT_NUMBER = (Kind.NOT_CAPTURED, Kind.NOT_RELEVANT)
"""Cells that say in words why they have no number."""
_COMPARED = {Kind.COUNT, Kind.WIDE_ONLY, Kind.NONE, UNKNOWN}
"""Names of cells whose emptiness means something."""
SMALL = 10
"""Below this many, a share is said as «2 av 7»: per cent of so few mislead."""


def term_label(text: Text, vocabularies: Vocabularies, dimension: str, code: str) -> str:
    if code in (ANY, NOT_STATED):
        return text(code)
    return vocabularies.term(dimension, code).label(text.language)


def share(text: Text, part: float, whole: int) -> str:
    """«12 av 68 (18 %)», without the per cent where the whole is small."""
    count = text("of", part=part, whole=whole)
    return count if whole < SMALL else f"{count} ({text.percent(part / whole)})"


def said_range(text: Text, n: int, least: int, most: int) -> str:
    """«8 (6–8)»: a count and those under the two settings of what is inferred; only «8» where both agree."""
    number, between = text.number(n), range_line(text, least, most)
    return f"{number} ({between})" if between else number


def explained_range(text: Text, n: int, least: int, most: int) -> str:
    """«8 (6–8 beroende på härledda uppgifter)»: for the first range that a page says."""
    number, between = text.number(n), range_line(text, least, most)
    return text("range-explained", number=number, between=between) if between else number


def range_line(text: Text, least: int, most: int) -> str:
    """«6–8» for a line of its own below the count; nothing where both settings agree."""
    return "" if least == most else f"{text.number(least)}–{text.number(most)}"


def range_sentence(text: Text, least: int, most: int) -> str:
    """«mellan 6 och 8 beroende på härledda uppgifter»; nothing where both settings agree."""
    return "" if least == most else text("range", least=text.number(least), most=text.number(most))


def otherwise(text: Text, inferred: bool, n: int, least: int, most: int) -> str:
    """«6 utan det som regler har härlett»: the count under the other setting, where it is another.

    `inferred` says which setting gave `n`.
    """
    if least == most:
        return ""
    other = least + most - n
    said = text.number(other) if n else text("initiatives", n=other)
    return text("without-inferred" if inferred else "with-inferred", n=said)


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
    text: Text,
    vocabularies: Vocabularies,
    filters: Filters,
    initiatives: int,
    whole: int,
    least: int,
    most: int,
) -> str:
    """«12 av 68 insatser i Norrby som utvecklas», or «Alla 68 insatser» where nothing narrows them.

    Followed by the range where what is inferred decides how many they are.
    """
    if not filters:
        return text("all-initiatives", n=whole)
    described = describe_filters(text, vocabularies, filters)
    said = f"{text('some-initiatives', n=initiatives, whole=whole)} {described}"
    return ", ".join(part for part in (said, range_sentence(text, least, most)) if part)


def headline_sentence(text: Text, vocabularies: Vocabularies, total: int, stages: pd.DataFrame) -> str:
    """«68 insatser: 36 som görs nu, 26 som utvecklas …»; `stages` has term, initiatives, least and most."""
    counts = stages[["initiatives", "least", "most"]].itertuples(index=False)
    parts = [
        f"{said_range(text, *count)} {stage_phrase(text, vocabularies, code)}"
        for code, count in zip(stages["term"], counts, strict=True)
        if count.initiatives
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
    known = dict(zip(counts["term"], counts["initiatives"], strict=True))
    missing = [code for code, captured in zip(known, counts["captured"], strict=True) if not captured]
    unstated = known.pop(NOT_STATED, 0)
    for code in missing:
        del known[code]
    parts = [_extremes(text, vocabularies, dimension, known)]
    if missing:
        labels = text.all_of(term_label(text, vocabularies, dimension, code) for code in missing)
        parts.append(text("sentence-not-captured", labels=labels, n=len(missing)))
    if not BY_CODE[dimension].of_listing:
        parts.append(text("sentence-not-stated", n=unstated, whole=total))
    return " ".join(parts)


def _extremes(text: Text, vocabularies: Vocabularies, dimension: str, known: Mapping[str, int]) -> str:
    """`known` has the number of initiatives by term."""
    if not any(known.values()):
        return text("sentence-none")
    most, fewest = max(known.values()), min(known.values())

    def labels_with(count: int) -> list[str]:
        codes = (code for code, initiatives in known.items() if initiatives == count)
        labels = (term_label(text, vocabularies, dimension, code) for code in codes)
        return [within_sentence(text, dimension, label) for label in labels]

    if len(known) == 1:
        return text("sentence-one", label=labels_with(most)[0], n=most)
    if most == fewest:
        return text("sentence-equal", n=most)
    leaders, trailers = labels_with(most), labels_with(fewest)
    return text(
        "sentence-extremes",
        most=text.all_of(leaders),
        leaders=len(leaders),
        n=most,
        fewest=text.all_of(trailers),
        trailers=len(trailers),
        least=fewest,
    )


def matrix_sentence(text: Text, cells: Iterable[Met], row_label: Label, column_label: Label) -> str:
    """Where most initiatives meet, and how many cells hold nothing.

    Only what is known and captured is compared, and what reaches everyone is not.
    """
    compared = [
        cell
        for cell in cells
        if cell.content.name in _COMPARED and MUNICIPALITY_WIDE not in (cell.row, cell.column)
    ]
    most = max((cell.content.initiatives for cell in compared), default=0)
    if not most:
        return text("sentence-none")
    at_most = [
        text("sentence-cell", row=row_label(cell.row), column=column_label(cell.column))
        for cell in compared
        if cell.content.initiatives == most
    ]
    parts = [text("sentence-most-cells", cells=text.all_of(at_most), n=most, leaders=len(at_most))]
    counts = Counter(cell.content.kind for cell in compared)
    for kind in (Kind.WIDE_ONLY, Kind.NONE, Kind.NOT_STATED):
        if counts[kind]:
            parts.append(text(f"sentence-cells-{kind}", n=counts[kind], whole=len(compared)))
    return " ".join(parts)


def within_sentence(text: Text, dimension: str, label: str) -> str:
    """A label within a sentence; stages are headings that read as sentences, so they are quoted."""
    return text("quoted", label=label) if dimension == "stage" else label


def cell_sentence(text: Text, cell: Content, inferred: bool) -> str:
    """What one cell of a matrix says, for those who hear it or point at it; see `otherwise`."""
    said = text(f"cell-{cell.name}", n=cell.initiatives, wide=cell.wide, unknown=cell.unknown)
    if cell.kind in _WITHOUT_NUMBER:
        return said
    aimed = otherwise(text, inferred, cell.initiatives, cell.least, cell.most)
    wide = otherwise(text, inferred, cell.wide, cell.wide_least, cell.wide_most)
    parts = [said, aimed]
    if cell.kind is Kind.WIDE_ONLY:
        parts = [said, wide, aimed and text("here-aimed", said=aimed)]
    elif cell.kind is Kind.NONE:
        parts.append(wide and text("here-wide", said=wide))
    return ", ".join(filter(None, parts))


def cell_sign(text: Text, cell: Content) -> str:
    """What stands in the cell: never a mere colour."""
    return text(f"sign-{cell.name}", n=cell.initiatives, wide=cell.wide)


def cell_range(text: Text, cell: Content) -> str:
    """What stands small below the sign: how far its number reaches, and the one that may stand there instead.

    «6–8»; «10–15» below «↔ 15»; «0–1, ↔ 10–15» where the other setting aims one at the district itself.
    """
    if cell.kind in _WITHOUT_NUMBER:
        return ""
    aimed = range_line(text, cell.least, cell.most)
    wide = range_line(text, cell.wide_least, cell.wide_most)
    if not wide or cell.kind not in (Kind.WIDE_ONLY, Kind.NONE):
        return aimed
    if cell.kind is Kind.WIDE_ONLY and not aimed:
        return wide
    return ", ".join(filter(None, (aimed, text("sign-wide-only", wide=wide))))


def foreign(value: str) -> str:
    """As much as a message shows of what somebody has written into an address."""
    return value if len(value) <= _MOST_FOREIGN else f"{value[:_MOST_FOREIGN]}…"


def snapshot_label(text: Text, code: str) -> str:
    """«21 november 2026», with its number where it was not the first that day; nothing for no snapshot."""
    if not code:
        return ""
    day, number = code[:10], code[11:]
    return text("snapshot", date=text.date(date.fromisoformat(day)), number=int(number or 1))


def changes_sentence(
    text: Text, since: str, counts: Mapping[str, int], unchanged: int, decided: int = 0
) -> str:
    """«Sedan 1 maj 2026: 3 insatser tillkom, 1 försvann; 61 är som förut. 2 beslut om luckor har tillkommit.»

    `counts` has initiatives by what has happened to them, in the order in which it is told; `decided` are
    new decisions on gaps, which change no initiative.
    """
    told = {kind: n for kind, n in counts.items() if n}
    numbers = [text("initiatives", n=n) if at == 0 else text.number(n) for at, n in enumerate(told.values())]
    parts = [f"{number} {text(f'change-{kind}')}" for number, kind in zip(numbers, told, strict=True)]
    changed = text("changes-sentence", since=since, parts=", ".join(parts), unchanged=unchanged)
    said = changed if told else text("changes-nothing", since=since)
    return f"{said} {text('decisions-added', n=decided)}" if decided else said


def gap_label(text: Text, vocabularies: Vocabularies, gap: Gap) -> str:
    """«Norrby», or «Norrby: Boende och närmiljö» where two dimensions meet: the district first."""
    terms = sorted(gap.terms, key=lambda term: term[0] != "district")
    return ": ".join(term_label(text, vocabularies, *term) for term in terms)


def decision_sentence(text: Text, decision: str, owner_role: str, review_at: date) -> str:
    """«Utreds, ansvarig områdeschefen, ses över 1 mars 2027»; `review_at` is NaT where there is none."""
    said = text("decision-by", decision=text(f"decision-{decision}"), owner=owner_role)
    return said if pd.isna(review_at) else f"{said}, {text('decision-review', date=text.date(review_at))}"
