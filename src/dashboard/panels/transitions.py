"""The matrix of stages before and after, whose numbers lead to their listings."""

from dataclasses import replace

from markupsafe import Markup

from dashboard.charts.grid import Grid, GridCell, GridRow
from dashboard.charts.panel import Panel
from dashboard.charts.table import Cell, Table, words
from dashboard.links import IS, WAS
from dashboard.panels.changes import Told, list_sections, place_of, section
from dashboard.panels.comparison import Comparison
from dashboard.panels.panel import panel
from dashboard.queries import each_row
from dashboard.queries.changes import ABSENT


def transitions_panel(compared: Comparison, name: str) -> Panel:
    """Every listing by its stage before and after; a number leads to its listings, below the matrix."""
    text, met = compared.view.text, compared.changes.transitions
    stages = [*_stages(compared), ABSENT]
    moved = sum(n for (was, now), n in met.items() if was != now and ABSENT not in (was, now))
    came = sum(n for (was, _), n in met.items() if was == ABSENT)
    went = sum(n for (_, now), n in met.items() if now == ABSENT)
    stayed = sum(n for (was, now), n in met.items() if was == now)
    sentence = text("sentence-transitions", moved=moved, came=came, went=went, stayed=stayed)
    table, picked = _matrix_table(compared, stages), _picked_transition(compared, stages)
    return panel(compared.after, name, sentence, table, _grid(compared, stages), picked, True)


def _stages(compared: Comparison) -> list[str]:
    """In the newer vocabulary's order; stages that only the older one has come last."""
    now, was = (each.vocabularies.codes("stage") for each in (compared.after, compared.before))
    return [*now, *(code for code in was if code not in now)]


def _grid(compared: Comparison, stages: list[str]) -> Grid:
    text, met = compared.view.text, compared.changes.transitions
    most = max([n for (was, now), n in met.items() if was != now], default=1)
    rows = [
        GridRow(
            _was(compared, was),
            [_cell(compared, was, now, most) for now in stages],
            _number(compared, was, ""),
            apart=was == ABSENT,
        )
        for was in stages
    ]
    return Grid(
        caption=text("chart-stage-transitions"),
        corner=text("before-and-after"),
        columns=[_now(compared, code) for code in stages],
        rows=rows,
        foot=[_number(compared, "", now) for now in stages],
        whole=_number(compared, "", ""),
        total=text("listings-total"),
    )


def _cell(compared: Comparison, was: str, now: str, most: int) -> GridCell:
    number, count = _number(compared, was, now), compared.changes.transitions[was, now]
    kind = "zero" if not count else "same" if was == now else "count"
    sign = "" if was == now == ABSENT else number.sign
    return replace(number, kind=kind, sign=sign, weight=round(min(count / most, 1), 2))


def _number(compared: Comparison, was: str, now: str) -> GridCell:
    """How many listings stood under the one stage and stand under the other; "" is any stage."""
    count = sum(
        n
        for (stage_was, stage_now), n in compared.changes.transitions.items()
        if was in ("", stage_was) and now in ("", stage_now)
    )
    said = f"{_transition(compared, was, now)}: {compared.view.text('listings', n=count)}"
    href = compared.href(**{WAS: was, IS: now}) if count and (was or now) else ""
    return GridCell(compared.view.text.number(count), said, href)


def _transition(compared: Comparison, was: str, now: str) -> str:
    """«Det här utvecklar vi, före; Det här gör vi nu, efter»"""
    text = compared.view.text
    parts = [text("stage-before", stage=_was(compared, was))] if was else []
    parts += [text("stage-after", stage=_now(compared, now))] if now else []
    said = ", ".join(parts) or text("listings-total")
    return said[0].upper() + said[1:]


def _was(compared: Comparison, stage: str) -> str:
    return compared.view.text("was-absent") if stage == ABSENT else compared.label("stage", stage)


def _now(compared: Comparison, stage: str) -> str:
    return compared.view.text("now-absent") if stage == ABSENT else compared.label("stage", stage)


def _matrix_table(compared: Comparison, stages: list[str]) -> Table:
    text, met = compared.view.text, compared.changes.transitions
    lines = tuple(
        (
            words(_was(compared, was)),
            *(Cell(met[was, now], text.number(met[was, now])) for now in stages),
            Cell(sum(met[was, now] for now in stages), ""),
        )
        for was in stages
    )
    heads = (text("before-and-after"), *(_now(compared, code) for code in stages), text("listings-total"))
    return Table(text("chart-stage-transitions"), heads, lines)


def _picked_transition(compared: Comparison, stages: list[str]) -> Markup:
    """The listings behind the number that the reader has followed."""
    was, now = (code if code in stages else "" for code in map(compared.view.param, (WAS, IS)))
    if not (was or now):
        return Markup()
    text, found = compared.view.text, compared.changes.with_stages(was, now)
    told = [
        Told(row.initiative, row.display_title, row.is_gone, "", place_of(compared, row))
        for row in each_row(found)
    ]
    picked = section(
        compared, "transition", _transition(compared, was, now), text("listings", n=len(found)), told
    )
    picked["close"] = {"href": compared.href(), "label": text("close-list")}
    return list_sections(compared, [picked])
