"""Gaps: what each district lacks, whether that is more than chance, and how shares compare."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.chance import ENOUGH
from dashboard.charts.dumbbell import Dumbbells, Series
from dashboard.charts.fragments import fragment
from dashboard.charts.grid import Mark
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, words
from dashboard.gaps import GapKind
from dashboard.links import WEIGHT
from dashboard.panels.basis import lack_said
from dashboard.panels.district_cells import (
    District,
    chance_cell,
    count_cell,
    decision_cell,
    expected_cell,
    name_cell,
    number_cell,
    percent_cell,
    verdict_cell,
)
from dashboard.panels.districts import whatever_filters
from dashboard.panels.gap_register import marks
from dashboard.panels.panel import panel
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.gaps import Verdict, Weight, mentions
from dashboard.text.sentences import share

MANY = 10
"""More districts than this are folded away, save those that matter most."""


def gaps_panel(view: View, name: str) -> Panel | None:
    """The districts in sight by all that they lack in the whole portfolio."""
    everything, in_sight = view.whole.districts, view.districts["district"]
    if in_sight.empty:
        return None
    rows = list(each_row(everything[everything["district"].isin(in_sight)]))
    text, decided = view.text, marks(view)
    found = {kind: [row for row in rows if kind in row.kinds] for kind in GapKind}
    found = {kind: lacking for kind, lacking in found.items() if lacking}
    tables = {kind: _lack_table(view, kind, lacking, decided) for kind, lacking in found.items()}
    sections = [_section(view, kind, tables[kind], lacking) for kind, lacking in found.items()]
    lines = tuple((words(each.caption), *cells) for each in tables.values() for cells in each.rows)
    telling = tuple(telling for each in tables.values() for telling in each.telling)
    columns = (text("column-lack"), *_lack_columns(view))
    listed = Table(text("chart-district-gaps"), columns, lines, telling=telling)
    body = fragment("gap_sections", sections=sections, note=whatever_filters(view))
    sentence = _lacks(view, found, len(rows))
    return panel(view.whole, name, sentence, listed, body=body, is_table=True)


def _lacks(view: View, found: Mapping[GapKind, list[District]], whole: int) -> str:
    """How many districts lack what, and what none of them lacks."""
    said = [
        view.text(
            f"sentence-lack-{kind}", n=len(lacking), whole=whole, needy=sum(row.great_need for row in lacking)
        )
        for kind, lacking in found.items()
    ]
    if not said:
        return view.text("sentence-no-lack", n=whole)
    rest = [view.text("quoted", label=view.text(f"lack-{kind}")) for kind in GapKind if kind not in found]
    return " ".join(
        [*said, view.text("sentence-lacks-none", whole=whole, kinds=view.text.any_of(rest))] if rest else said
    )


def _section(view: View, kind: GapKind, listed: Table, lacking: Sequence[District]) -> dict[str, Any]:
    """The districts of great need stand open; the others fold where they are many."""
    return {
        "kind": str(kind),
        "title": listed.caption,
        "count": view.text("districts", n=len(lacking)),
        "meaning": lack_said(view, kind),
        **_fold(view, listed),
    }


def _lack_columns(view: View) -> tuple[str, ...]:
    keys = (
        "dimension-district", "column-now", "column-developing", "column-networks", "column-population",
        "column-low_income_pct", "column-decision",
    )  # fmt: skip
    return tuple(view.text(key) for key in keys)


def _lack_table(view: View, kind: GapKind, lacking: Sequence[District], decided: Mapping[str, Mark]) -> Table:
    whole = view.whole
    lines = tuple(
        (
            name_cell(view, row),
            *(count_cell(whole, row, column) for column in ("now", "developing", "networks")),
            number_cell(view, row.population),
            percent_cell(view, row.low_income_pct / 100),
            decision_cell(view, row, decided),
        )
        for row in lacking
    )
    telling = tuple(row.great_need for row in lacking)
    return Table(view.text(f"lack-{kind}"), _lack_columns(view), lines, telling=telling)


def expected_panel(view: View, name: str) -> Panel | None:
    """Beside each district's count what its share of the inhabitants, or of those in need, would give it.

    In vocabulary order whatever the numbers: this is no ranking. Chance is reckoned over all districts.
    """
    table, whole = view.districts, mentions(view.store, view.filters, view.vocabularies)
    if table.empty:
        return None
    listed = _expected_table(view, table, whole)
    body = fragment(
        "folded_table",
        name="expected",
        before=_weights(view),
        **_fold(view, listed),
    )
    sentence = _verdicts(view, table, whole)
    return panel(_anywhere(view), name, sentence, listed, body=body, is_table=True)


def _expected_table(view: View, table: pd.DataFrame, whole: int) -> Table:
    keys = ("dimension-district", "column-mentions", "column-expected", "column-chance", "column-verdict")
    lines = tuple(
        (
            name_cell(view, row),
            count_cell(view, row, "initiatives"),
            expected_cell(view, row, whole),
            chance_cell(view, row),
            verdict_cell(view, row),
        )
        for row in each_row(table)
    )
    columns = tuple(view.text(key) for key in keys)
    telling = tuple(_remarkable(row) for row in each_row(table))
    return Table(view.text("chart-expected"), columns, lines, telling=telling)


def _weights(view: View) -> Markup:
    chosen = _weight(view)
    weights = [
        {
            "code": str(weight),
            "href": view.href("gaps", **{WEIGHT: "" if weight is Weight.POPULATION else weight}),
            "label": view.text(f"weight-{weight}"),
            "current": weight is chosen,
        }
        for weight in Weight
    ]
    return fragment("sort", sort_label=view.text("weight"), sorts=weights)


def _weight(view: View) -> Weight:
    return Weight(view.param(WEIGHT, Weight.POPULATION))


def _anywhere(view: View) -> View:
    """The selection in all districts: what is expected of one depends on the others."""
    return replace(view, filters=view.narrowed(district=()))


def _verdicts(view: View, table: pd.DataFrame, whole: int) -> str:
    """What may be said, and of how many districts nothing can be."""
    text = view.text
    said = [text(f"sentence-expected-{_weight(view)}", n=whole, times=text("times", n=whole))]
    for verdict in (Verdict.SHORT, Verdict.WITHIN):
        found = table.loc[table["verdict"] == verdict, "label"]
        if len(found):
            said.append(text(f"sentence-verdict-{verdict}", districts=text.all_of(found)))
    few = int((table["verdict"] == Verdict.TOO_FEW).sum())
    if few:
        said.append(text("sentence-verdict-too-few", n=few, whole=len(table), enough=ENOUGH))
    return " ".join(said)


def shares_panel(view: View, name: str) -> Panel | None:
    """Three shares of each district, ordered by need; the table has those that the figure leaves out, too."""
    table, whole = view.districts, mentions(view.store, view.filters, view.vocabularies)
    if table.empty:
        return None
    ordered = table.sort_values("share_need", ascending=False, kind="stable")
    rows = list(each_row(ordered))
    drawn = [row for row in rows if len(rows) <= MANY or _remarkable(row)]
    series = _series(view, drawn, whole)
    drawing = Dumbbells([row.label for row in drawn], series, view.text.percent)
    said = [_great_need(view, ordered, whole)]
    if len(rows) > 1:
        said.append(view.text("sentence-shares", n=len(drawn), whole=len(rows), left=len(rows) - len(drawn)))
    sentence, listed = " ".join(filter(None, said)), _shares_table(view, rows, whole)
    return panel(_anywhere(view), name, sentence, listed, drawing)


def _series(view: View, rows: Sequence[District], whole: int) -> list[Series]:
    """Initiatives are printed as «8 av 19»; the people they are held against are said when pointed at."""
    counts = [view.text("of", part=int(row.initiatives), whole=whole) for row in rows]
    hrefs = [view.list_href(district=row.district) if row.initiatives else "" for row in rows]
    return [
        _shares_of(view, rows, "initiatives", counts, hrefs),
        _shares_of(view, rows, "population"),
        _shares_of(view, rows, "need"),
    ]


def _shares_of(
    view: View, rows: Sequence[District], of: str, printed: Sequence[str] = (), hrefs: Sequence[str] = ()
) -> Series:
    name = view.text(f"share-of-{of}")
    shares = [getattr(row, f"share_{of}") for row in rows]
    said = [
        f"{row.label}: {name} {percent_cell(view, share).text}"
        for row, share in zip(rows, shares, strict=True)
    ]
    return Series(name, shares, said, printed, hrefs)


def _great_need(view: View, table: pd.DataFrame, whole: int) -> str:
    """What the districts of great need have together, or the only one in sight; a single one is named."""
    needy = table if len(table) == 1 else table[table["great_need"]]
    if needy.empty or not whole:
        return ""
    return view.text(
        "sentence-great-need",
        n=len(needy),
        district=needy["label"].iloc[0],
        initiatives=share(view.text, int(needy["initiatives"].sum()), whole),
        population=percent_cell(view, needy["share_population"].sum(skipna=False)).text,
        need=percent_cell(view, needy["share_need"].sum(skipna=False)).text,
    )


def _shares_table(view: View, rows: Sequence[District], whole: int) -> Table:
    text, names = view.text, ("initiatives", "population", "need")
    lines = tuple(
        (
            name_cell(view, row),
            Cell(int(row.initiatives), text("of", part=int(row.initiatives), whole=whole)),
            *(percent_cell(view, getattr(row, f"share_{name}")) for name in names),
        )
        for row in rows
    )
    columns = (
        text("dimension-district"), text("column-mentions"), *(text(f"share-of-{name}") for name in names),
    )  # fmt: skip
    return Table(text("chart-district-shares"), columns, lines)


def _remarkable(row: District) -> bool:
    """Great need, or something aimed here, or enough to say something of."""
    return row.great_need or bool(row.initiatives) or row.verdict != Verdict.TOO_FEW


def _fold(view: View, listed: Table) -> dict[str, Any]:
    """The table, and the lines that fold away where they are many: those that do not tell most."""
    many = len(listed.rows) > MANY
    lines = list(zip(listed.rows, listed.telling, strict=True))
    shown = tuple(cells for cells, stays in lines if stays or not many)
    folded = tuple(cells for cells, stays in lines if many and not stays)
    table, rest = (
        replace(listed, rows=part).html(stacked=True) if part else Markup() for part in (shown, folded)
    )
    return {"table": table, "rest": rest, "rest_title": view.text("more-districts", n=len(folded))}
