"""A made-up report with one of everything that can be drawn, for tests of what is taken along."""

from dataclasses import replace
from datetime import date
from math import nan
from typing import Any

import pandas as pd

from dashboard.charts.bars import Bars, Part
from dashboard.charts.district_map import DistrictMap, Spot
from dashboard.charts.drawing import Drawing
from dashboard.charts.dumbbell import Dumbbells, Series
from dashboard.charts.grid import Grid, GridCell, GridRow, Legend, Rest
from dashboard.charts.panel import Panel
from dashboard.charts.shares import Key, ShareBar, ShareBars, Stretch, Target
from dashboard.charts.table import Cell, Table, words
from dashboard.charts.units import MIXED, Unit, UnitGroup, UnitLegend, Units
from dashboard.exports.report import Report, Rows, Slide
from dashboard.text import text_of

TRICKY = r"""Öar & åar: #1 *fet* _kursiv_ $2 @tre <b>fyra</b> "fem" \sex [sju] ~åtta `nio` {tio} 'elva'"""
"""What Typst, XML, Fluent or a spreadsheet would read as something else than text."""

LONG = "Samverkansarena för återbruk, hållbar textil och cirkulära affärsmodeller i Sjuhärad – fas två"

DATED = "Uppgifter från 30 september 2026"
SOURCE = "Källa: Borås Stads webbplats, boras.se"
BASIS = "Alla insatser, 68 av 68"

OUTLINES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"code": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [[west, south], [west + 0.2, south], [west + 0.2, south + 0.1], [west, south + 0.1]],
                ],
            },
        }
        for code, west, south in (("norrby", 12.7, 57.7), ("fristad", 12.9, 57.8))
    ],
}


def numbers(label: str, *values: int | float | None) -> tuple[Cell, ...]:
    """A row of a table: its head, then a number in each cell; none is an empty cell."""
    return (words(label), *map(_number, values))


def _number(value: int | float | None) -> Cell:
    decimals = 1 if isinstance(value, float) else 0
    return Cell(value, "" if value is None else text_of("sv").number(value, decimals))


def table(caption: str, rows: int = 3) -> Table:
    named = [numbers(TRICKY, 17, 1200, None), numbers(LONG, 0, 3, 0.5)]
    counted = [numbers(f"Rad {n}", n, n * 1000, n / 2) for n in range(3, rows + 1)]
    columns = ("Skede", "Insatser", "Invånare", "Andel")
    return Table(caption, columns, tuple([*named, *counted][:rows]))


def bars() -> Bars:
    parts = [
        Part("Pågår", [17, 3], tone=0, hrefs=["insatser?stage=now", ""]),
        Part("Utvecklas", [8, 0], tone=1, pattern="/"),
        Part("Ej angivet", [0, 5], tone=None),
    ]
    return Bars([TRICKY, LONG], parts)


def dumbbells() -> Dumbbells:
    series = [
        Series("Insatser", [0.25, 0.05], ["en fjärdedel", "en tjugondel"], ["25 %", "5 %"]),
        Series("Invånare", [0.1, nan], ["en tiondel", "okänt"]),
        Series("Behov", [0.15, 0.08], ["", ""]),
    ]
    return Dumbbells(["Norrby", LONG], series, text_of("sv").percent)


def district_map() -> DistrictMap:
    norrby = Spot("Norrby", 57.72, 12.92, 5, True, "Norrby: 5 insatser", "")
    fristad = Spot("Fristad", 57.83, 13.01, 0, False, "Fristad: ingen utpekad insats", "")
    return DistrictMap([norrby, fristad], OUTLINES)


SIGNS = [
    GridCell("12", "12 insatser", "insatser?stage=now", "count", weight=0.8, range="8–12"),
    GridCell("↔ 7", "endast kommunövergripande, 7 når hela kommunen", kind="wide-only"),
    GridCell("0", "ingen utpekad insats", kind="none"),
    GridCell("? 3", "ej angivet för 3 insatser", kind="not-stated"),
    GridCell("—", "underlag saknas", kind="not-captured"),
    GridCell("×", "ej relevant", kind="not-relevant"),
]
"""One of each of the six kinds."""


def grid() -> Grid:
    rows = [
        GridRow(LONG, SIGNS[:2], GridCell("12")),
        GridRow("Norrby", SIGNS[2:4], GridCell("0")),
        GridRow("Ej angivet", SIGNS[4:], GridCell("0"), apart=True),
    ]
    foot, all_of_them = [GridCell("12"), GridCell("0")], GridCell("12")
    parks = Rest("parks", "Parker och natur", [GridRow("Annelund", SIGNS[4:], GridCell("0"))])
    legend = Legend("Så läser du tecknen", [(cell, cell.sentence) for cell in SIGNS], ["Full räkning."])
    return Grid(
        "Skeden och områden", ["Pågår", "Utvecklas"], rows, foot, all_of_them, "Summa", "Område",
        rest=parks, legend=legend,
    )  # fmt: skip


def share_bars() -> ShareBars:
    bar = ShareBar(
        TRICKY, "insatser?vision=ett", "59 av 68",
        [Stretch("only", 40), Stretch("shared", 19), Stretch("rest", 9)],
        [Target("a", 34), Target("b", 17)], ["25 över målet", "42 över målet"],
    )  # fmt: skip
    keys = [Key("only", "bara här"), Key("shared", "även i andra"), Key("target-a", "Lika delar")]
    return ShareBars(
        [bar, ShareBar(LONG, "", "9 av 68", [Stretch("only", 9)])], 68, keys, ("0", "68 insatser")
    )


def units() -> Units:
    squares = [Unit(f"Insats {n}", "", f"insats?code={n}", n % 2 if n % 5 else MIXED) for n in range(30)]
    legend = [
        UnitLegend("Möjligheter", 0),
        UnitLegend("Textil", 1),
        UnitLegend("Flera visionsområden", MIXED),
    ]
    return Units([UnitGroup("Pågår", "", 0, squares[:20]), UnitGroup(LONG, "", 1, squares[20:])], legend)


DRAWINGS = {
    "bars": bars,
    "dumbbells": dumbbells,
    "map": district_map,
    "grid": grid,
    "shares": share_bars,
    "units": units,
}


def panel(name: str, drawing: Drawing | None = None, rows: int = 3, **changes: Any) -> Panel:
    made = Panel(
        name=name,
        title=f"Diagram {name}",
        sentence=f"Mest finns i {name}: 17 av 68 insatser pågår i Norrby och Hässleholmen.",
        basis="Område: Norrby, 17 av 68 insatser",
        table=table(f"Tabell {name}", rows),
        drawing=drawing,
    )
    return replace(made, **changes)


def slide(shown: Panel, **changes: Any) -> Slide:
    made = Slide(shown, shown.sentence, DATED, SOURCE, note=f"Säg något om {shown.name}.")
    return replace(made, **changes)


def slides() -> list[Slide]:
    """One of each drawing, then panels that are their table: hostile words, none at all, and 600 rows."""
    drawn = [slide(panel(name, draw())) for name, draw in DRAWINGS.items()]
    told = slide(panel("words", title=TRICKY), title="En egen rubrik: " + TRICKY)
    empty = slide(panel("empty", rows=0, sentence="Ingen insats är vald.", basis="Ord: finns inte, 0 av 68"))
    return [*drawn, told, empty, slide(panel("long", rows=600))]


def initiatives() -> pd.DataFrame:
    """As the list's download has them, in Swedish."""
    return pd.DataFrame(
        {
            "Kod": ["atervandsgrand", "textile-lab"],
            "Insats": [TRICKY, LONG],
            "Publicerad titel": ["", "Textillabbet"],
            "Områden": ["Norrby; Hässleholmen", "Ej angivet"],
            "Plats i listan": ["1", "2; 7"],
        }
    )


def labels() -> pd.DataFrame:
    """What is known of them, a row each."""
    rows = [
        ("atervandsgrand", TRICKY, "Område", "Norrby", "angiven"),
        ("atervandsgrand", TRICKY, "Område", "Hässleholmen", "härledd"),
        ("textile-lab", LONG, "Område", "Ej angivet", ""),
    ]
    return pd.DataFrame(rows, columns=["Kod", "Insats", "Uppgift", "Värde", "Angiven eller härledd"])


def codes() -> pd.DataFrame:
    """The same for machines."""
    return pd.DataFrame(
        {
            "initiative": ["atervandsgrand", "textile-lab"],
            "title": [TRICKY, "Textillabbet"],
            "position": [1, 2],
        }
    )


def made_up_report(**changes: Any) -> Report:
    """Everything above in one; `changes` replace fields of the report."""
    made = Report(
        title="Visionskollen: det mesta på en gång",
        sentence="68 insatser beskrivs; 17 av dem pågår i Norrby och Hässleholmen.",
        basis=BASIS,
        dated=DATED,
        source=SOURCE,
        href="?omrade=norrby&lang=sv",
        address="https://visionskollen.example/?omrade=norrby&lang=sv",
        day=date(2026, 9, 30),
        language="sv",
        text=text_of("sv"),
        slides=slides(),
        definitions=[("Insats", "Något som staden beskriver på sin webb."), ("Skede", TRICKY)],
        counted=(2, 68),
        initiatives=Rows.of(initiatives()),
        labels=Rows.of(labels()),
        codes=Rows.of(codes()),
    )
    return replace(made, **changes)
