"""Cells that say the same of a district in every list, among gaps and on its sheet."""

from collections.abc import Mapping
from math import isnan
from typing import Any

from markupsafe import Markup

from dashboard.chance import ENOUGH
from dashboard.charts.grid import Mark
from dashboard.charts.table import Cell, Share, words
from dashboard.dimensions import DEVELOPING, DOING_NOW
from dashboard.gaps import Gap
from dashboard.panels.view import View
from dashboard.queries.gaps import Verdict
from dashboard.text.sentences import said_range

District = Any
"""A row of `panels.districts.see_districts`."""


def sheet_href(view: View, code: str) -> str:
    return view.href("districts", sheet=code)


def name_cell(view: View, row: District) -> Cell:
    """The district, and the way to its sheet."""
    return words(row.label, sheet_href(view, row.district))


def count_cell(view: View, row: District, column: str) -> Cell:
    """How many initiatives are aimed here, all or of a stage, with the range that inferred labels leave.

    `view` has the selection in which they are counted: the number leads to its list.
    """
    n, stages = int(getattr(row, column)), _stages(view, column)
    said = f"{row.label}: {view.text('initiatives', n=n)}"
    said = f"{said}, {view.text(f'column-{column}').lower()}" if stages else said
    shown = view.text.number(n) if stages else said_range(view.text, n, int(row.least), int(row.most))
    return Cell(n, shown, view.list_href(district=row.district, stage=stages) if n else "", said)


def _stages(view: View, column: str) -> list[str]:
    """The stages that a column counts; none where it counts them all."""
    rest = [code for code in view.vocabularies.codes("stage") if code not in (DOING_NOW, DEVELOPING)]
    return {"now": [DOING_NOW], "developing": [DEVELOPING], "networks": rest}.get(column, [])


def number_cell(view: View, value: float) -> Cell:
    """A whole number of people; in words where nobody knows it."""
    return _unknown(view) if isnan(value) else Cell(round(value), view.text.number(round(value)))


def estimate_cell(view: View, value: float) -> Cell:
    """A number of people that we have computed, so in two figures: «omkring 2 200», also in files."""
    if isnan(value):
        return _unknown(view)
    estimate = int(float(f"{value:.2g}"))
    return Cell(estimate, view.text("about-so-many", n=view.text.number(estimate)))


def percent_cell(view: View, share: float) -> Cell:
    """A share of 1; in words where nobody knows it."""
    return _unknown(view) if isnan(share) else Cell(Share(round(share, 3)), view.text.percent(share))


def _unknown(view: View) -> Cell:
    return words(view.text("not-stated"))


def decision_cell(view: View, row: District, decided: Mapping[str, Mark]) -> Cell:
    """What is decided about the district's gap, and the way to it; nothing where there is neither."""
    gap = str(Gap.at(district=row.district))
    if gap not in decided and not row.kinds:
        return words("")
    href = view.href("gaps", gap=gap)
    if gap in decided:
        return _marked(decided[gap].sentence, href)
    said = view.text("no-decision")
    return Cell(said, said, href, f"{row.label}: {said}")


def lack_cell(view: View, row: District, decided: Mapping[str, Mark]) -> Cell:
    """What the district lacks and what is decided about that, as one."""
    gap = str(Gap.at(district=row.district))
    said = [view.text(f"lack-{kind}").lower() for kind in row.kinds]
    if gap in decided:
        return _marked(Markup("; ").join([*said, decided[gap].sentence]), view.href("gaps", gap=gap))
    shown = "; ".join(said)
    return Cell(shown, shown, view.href("gaps", gap=gap) if shown else "", f"{row.label}: {shown}")


def _marked(said: Markup, href: str) -> Cell:
    """Words of which some are Swedish, where a link's label could not say so."""
    return Cell(said.striptags(), said.striptags(), href, html=said)


def expected_cell(view: View, row: District, whole: int) -> Cell:
    """«4 av 19», «under 1»: whole initiatives; «knappt 3 av 19» where too few would round to enough.

    Files have it as it is computed, which is what their column says.
    """
    expected = row.expected
    if isnan(expected):
        return Cell(None, view.text("not-stated"))
    said = view.text("of", part=round(expected), whole=whole)
    if expected < 1:
        said = view.text("expected-under-one")
    elif expected < ENOUGH <= round(expected):
        said = view.text("expected-nearly", said=said)
    return Cell(round(expected, 2), said)


def chance_cell(view: View, row: District) -> Cell:
    """«0–3»; a dash where so few are expected that the range would tell nothing."""
    if row.verdict == Verdict.TOO_FEW:
        return Cell(None, "–")
    return words("–".join(view.text.number(end) for end in sorted({row.low, row.high})))


def verdict_cell(view: View, row: District) -> Cell:
    return words(view.text(f"verdict-{row.verdict}"))
