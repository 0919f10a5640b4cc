"""What must hold of what people have decided: on gaps, and on doubts that an import left to them."""

from collections.abc import Collection, Iterator, Mapping

from dashboard.dimensions import DIMENSIONS
from dashboard.store.columns import DATE
from dashboard.store.read import Problem, TextTable, problem, quoted
from dashboard.store.tables import GAP_DECISIONS, REVIEW, vocabulary_file

_ORDER = {dimension.code: place for place, dimension in enumerate(DIMENSIONS)}


def check_decisions(tables: Mapping[str, TextTable]) -> Iterator[Problem]:
    yield from _check_gaps(tables)
    yield from _check_review_dates(tables[GAP_DECISIONS])
    yield from _check_settled(tables[REVIEW])


def _check_gaps(tables: Mapping[str, TextTable]) -> Iterator[Problem]:
    """A gap is a district, or two terms that meet, told in the dimensions' own order: one spelling each."""
    vocabulary = tables[vocabulary_file("district")]
    whole = {code for _, code, kind in vocabulary.rows("code", "kind") if kind == "whole"}
    names = ["dimension", "term", "across_dimension", "across_term"]
    for line, *values in tables[GAP_DECISIONS].rows(*names):
        row: dict[str, str] = dict(zip(names, values, strict=True))
        if wrong := _wrong_in_gap(row, whole):
            column, says = wrong
            yield problem(GAP_DECISIONS, "gap", says, line=line, column=column, value=row[column])


def _wrong_in_gap(row: Mapping[str, str], whole: Collection[str]) -> tuple[str, str] | None:
    """Column and Swedish reason; `whole` are the district terms that are no district."""
    first, across = row["dimension"], row["across_dimension"]
    if bool(across) != bool(row["across_term"]):
        return "across_dimension", "hör ihop med across_term. Fyll i båda eller ingen."
    for column, dimension in (("term", first), ("across_term", across)):
        if dimension == "district" and row[column] in whole:
            return column, "är inget område utan når alla. Ange ett område."
    if first not in _ORDER or (across and across not in _ORDER):
        return None
    if not across and first != "district":
        return "dimension", "är ensam ingen lucka. Ange ett område, eller två dimensioner som möts."
    if across and _ORDER[across] <= _ORDER[first]:
        return (
            "across_dimension",
            f"ska stå efter {quoted(first)} i dimensionernas ordning. Byt plats på dem.",
        )
    return None


def _check_review_dates(decisions: TextTable) -> Iterator[Problem]:
    for line, decided_at, review_at in decisions.rows("decided_at", "review_at"):
        if DATE.valid(decided_at) and DATE.valid(review_at) and review_at <= decided_at:
            says = f"är inte efter beslutet {decided_at}. Rätta den dag som är fel."
            yield problem(GAP_DECISIONS, "review", says, line=line, column="review_at", value=review_at)


def _check_settled(review: TextTable) -> Iterator[Problem]:
    """What is settled says by whom and when; what is open says neither."""
    names = ("settled", "settled_by", "settled_at")
    for line, *values in review.rows(*names):
        if any(values) and not all(values):
            missing = names[values.index("")]
            says = "värdet saknas. Fyll i settled, settled_by och settled_at, eller ingen av dem."
            yield problem(REVIEW, "settled", says, line=line, column=missing)
