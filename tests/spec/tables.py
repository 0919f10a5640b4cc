"""Small portfolios drawn as tables, and answers compared with tables.

A row is a listing; what it says in a label's column holds for the whole initiative. Values are separated by
commas, `(inferred)` marks a label that a rule has set, and columns that are left out hold nothing. Every
listing stands under `motas` as `doing-now` unless its row says otherwise, and a `text` is its description.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.dimensions import DIMENSIONS, LABELS
from dashboard.queries.portfolio import read_vocabularies
from dashboard.store.connection import SCHEMA_VERSION, SQL, Store
from dashboard.store.texts import text_id
from dashboard.vocabularies import Vocabularies

VOCABULARY = """
dimension    | code              | label_sv           | label_en        | kind  | captured
vision_area  | omsorg            | Omsorg             | Care            | term  | no
vision_area  | mojlighet         | Mod                | Courage         | term  | yes
vision_area  | motas             | Möten              | Meetings        | term  | yes
target_area  | start             | God start          | Good start      | term  | yes
target_area  | housing           | Boende             | Housing         | term  | yes
target_area  | work              | Arbete             | Work            | term  | yes
district     | norrby            | Norrby             | Norrby          | term  | yes
district     | viskafors         | Viskafors          | Viskafors       | term  | yes
district     | municipality-wide | Hela kommunen      | Municipality    | whole | yes
stage        | doing-now         | Det här gör vi     | What we do      | term  | yes
stage        | developing        | Det här utvecklas  | What we develop | term  | yes
stage        | networks          | Nätverk            | Networks        | term  | yes
approach     | area-development  | Områdesutveckling  | Area work       | term  | yes
target_group | children          | barn               | children        | term  | yes
target_group | adults            | vuxna              | adults          | term  | yes
status       | planned           | Planerad           | Planned         | term  | yes
status       | ended             | Avslutad           | Ended           | term  | yes
place        | library           | Biblioteket        | The library     | term  | yes
place        | park              | Parken             | The park        | term  | yes
fact         | link              | Länk               | Link            | term  | yes
fact         | partner           | Partner            | Partner         | term  | yes
fact         | year              | Årtal              | Year            | term  | yes
fact         | age               | Ålder              | Age             | term  | yes
fact         | money             | Belopp             | Amount          | term  | yes
fact         | promise           | Utlovad tid        | Promised time   | term  | yes
"""

FACTS: tuple[str, ...] = ("partner", "year", "age", "money", "promise")

NUMBERED = (
    "counted_listing",
    "counted_label",
    "listing_label",
    "search_word",
    "word_listing",
    "listing_order",
    "list_order",
)
"""What the build makes of the other tables."""

Row = Mapping[str, object]
Rows = Mapping[str, Sequence[Row]]
"""Rows of the store's tables, by table."""


def read_table(text: str) -> list[dict[str, str]]:
    """A dictionary per line below the head; none where there is no head."""
    lines = [[value.strip() for value in line.split("|")] for line in text.strip().splitlines()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def draw_table(head: Iterable[str], lines: Iterable[Iterable[object]]) -> str:
    """The columns' values under their names, straightened."""
    table = [list(head), *([str(value) for value in line] for line in lines)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "\n".join(
        " | ".join(value.ljust(width) for value, width in zip(line, widths, strict=True)).rstrip()
        for line in table
    )


def expect(found: pd.DataFrame, expected: str) -> None:
    """Every row, in this order; columns that are not expected may hold anything."""
    head = [name.strip() for name in expected.strip().splitlines()[0].split("|")]
    drawn = draw_table(head, found[head].to_numpy(dtype=object))
    wanted = draw_table(head, (line.values() for line in read_table(expected)))
    assert drawn == wanted, f"found\n\n{drawn}\n\nbut expected\n\n{wanted}"


def portfolio(listings: str, not_relevant: str = "", districts: str = "", decisions: str = "") -> Store:
    """A store of the listings, with the vocabulary above and the places declared not relevant.

    `districts` is a table of district, population, low_income_pct and area_type; `decisions` one of gap and
    decision, the gap register in its order.
    """
    store, connection = empty_store()
    rows = _vocabulary_rows() | _portfolio_rows(read_table(listings))
    rows["not_relevant"] = [
        {"place": place, "reason_sv": "", "reason_en": "", "declared_by": "", "declared_at": "2026-11-21"}
        for place in not_relevant.split()
    ]
    rows["district_fact"] = [
        district_row(
            each["district"],
            each["population"] or None,
            each["low_income_pct"] or None,
            _values(each, "area_type"),
        )
        for each in read_table(districts)
    ]
    rows["gap_decision"] = [
        decision_row(position, each["gap"], each["decision"])
        for position, each in enumerate(read_table(decisions), 1)
    ]
    fill(connection, rows)
    number(connection)
    return store


def empty_store() -> tuple[Store, duckdb.DuckDBPyConnection]:
    """A store in memory, made by the statements that make the real one, and the way to write to it."""
    connection = duckdb.connect(":memory:", config={"threads": 1})
    for name in ("schema.sql", "macros.sql"):
        connection.execute((SQL / name).read_text("utf-8"))
    build = {
        "schema_version": SCHEMA_VERSION,
        "version": "spec",
        "built_at": "2026-11-21",
        "initiatives": 0,
        "listings": 0,
    }
    dimensions = [
        {"code": each.code, "position": position, "of_listing": each.of_listing}
        for position, each in enumerate(DIMENSIONS, 1)
    ]
    fill(connection, {"build": [build], "dimension": dimensions})
    return Store(Path(":memory:"), connection), connection


def number(connection: duckdb.DuckDBPyConnection) -> None:
    """What the build does last, once all rows are there: without that nothing is counted or found."""
    for table in NUMBERED:
        connection.execute(f"truncate {table}")
    for name in ("numbers.sql", "words.sql"):
        connection.execute((SQL / name).read_text("utf-8"))


def fill(connection: duckdb.DuckDBPyConnection, rows: Rows) -> None:
    """Add rows; a column that they do not have is null."""
    for table, lines in rows.items():
        if lines:
            connection.append(table, pd.DataFrame(lines, dtype=object), by_name=True)


@cache
def vocabularies() -> Vocabularies:
    store, connection = empty_store()
    fill(connection, _vocabulary_rows())
    return read_vocabularies(store)


def _vocabulary_rows() -> dict[str, Sequence[Row]]:
    terms = [
        {**row, "position": position, "captured": row["captured"] == "yes", "aliases": []}
        for position, row in enumerate(read_table(VOCABULARY), 1)
    ]
    return {"term": terms}


def _portfolio_rows(lines: list[dict[str, str]]) -> dict[str, Sequence[Row]]:
    positions: dict[tuple[str, str], int] = {}
    initiatives: dict[str, Row] = {}
    listings: list[Row] = []
    labels: dict[tuple[str, str, str], Row] = {}
    facts: list[Row] = []
    texts: dict[str, str] = {}
    for line in lines:
        code = line["initiative"]
        title = line.get("title") or code
        summary = {"summary_sv": line.get("summary", ""), "summary_en": line.get("summary_en", "")}
        initiatives.setdefault(code, {"code": code, "title": title, "display_title": title, **summary})
        cell = line.get("vision_area") or "motas", line.get("stage") or "doing-now"
        positions[cell] = positions.get(cell, 0) + 1
        text = line.get("text", "")
        listing = listing_row(code, *cell, positions[cell], title, line.get("link") or None)
        listings.append({**listing, "text_id": text_id(text) or None})
        texts[text_id(text)] = text
        for dimension, value in ((each, value) for each in LABELS for value in _values(line, each)):
            term, inferred = value.removesuffix("(inferred)").strip(), value.endswith("(inferred)")
            labels[code, dimension, term] = label_row(code, dimension, term, stated=not inferred)
        facts += [fact_row(code, kind, value) for kind in FACTS for value in _values(line, kind)]
    return {
        "initiative": list(initiatives.values()),
        "listing": listings,
        "classification": list(labels.values()),
        "fact": facts,
        "text": [{"id": key, "text": text} for key, text in texts.items() if text],
    }


def _values(line: dict[str, str], column: str) -> list[str]:
    return [value.strip() for value in line.get(column, "").split(",") if value.strip()]


def listing_row(
    initiative: str, vision_area: str, stage: str, position: int, title: str, link: str | None
) -> Row:
    return {
        "code": f"{vision_area}:{stage}:{position}",
        "initiative": initiative,
        "source": f"page-{vision_area}",
        "vision_area": vision_area,
        "stage": stage,
        "position": position,
        "title": title,
        "link_label": link,
    }


def label_row(initiative: str, dimension: str, term: str, stated: bool) -> Row:
    return {
        "initiative": initiative,
        "dimension": dimension,
        "term": term,
        "provenance": "stated" if stated else "inferred",
        "rule": "by-hand" if stated else "by-word",
        "quote": term,
        "source": "page-motas",
    }


def fact_row(initiative: str, kind: str, value: str) -> Row:
    return {"initiative": initiative, "kind": kind, "value": value, "quote": value, "source": "page-motas"}


def district_row(district: str, population: object, low_income_pct: object, area_type: list[str]) -> Row:
    return {
        "district": district,
        "population": population,
        "low_income_pct": low_income_pct,
        "area_type": area_type,
        "regso": [],
    }


def decision_row(position: int, gap: str, decision: str) -> Row:
    terms = [term.split(":") for term in gap.split(",")]
    (dimension, term), (across_dimension, across_term) = (*terms, (None, None))[:2]
    return {
        "position": position,
        "gap": gap,
        "dimension": dimension,
        "term": term,
        "across_dimension": across_dimension,
        "across_term": across_term,
        "decision": decision,
        "owner_role": "",
        "decided_by": "",
        "reason": "",
        "decided_at": "2026-11-21",
    }
