"""Tables to take along: CSV for people and for programs, Parquet, JSON."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from math import nan
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports import TRICKY, made_up_report, panel, slide

from dashboard.charts.table import Cell, Share, Table, words
from dashboard.exports.code_table import LIST_COLUMNS, TEXT_COLUMNS, code_table
from dashboard.exports.initiative_table import initiative_table
from dashboard.exports.json_document import json_document
from dashboard.exports.machine_csv import machine_csv
from dashboard.exports.parquet import parquet
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report, Rows
from dashboard.exports.spreadsheet_csv import report_csv
from dashboard.spreadsheet import split_values

FOUND = pd.DataFrame(
    [
        ("cafe", "Spårkcafé", "Språkcafé", "Prat.", "Talk."),
        ("bad", "=Bad; #1", "=Bad; #1", "", ""),
    ],
    columns=list(TEXT_COLUMNS),
)
PLACED = pd.DataFrame(
    [
        ("cafe", "mojlighet", "doing-now", 12, None),
        ("cafe", "motas", "networks", 3, "Läs mer | nu"),
        ("bad", "motas", "doing-now", 1, "#bad"),
    ],
    columns=["initiative", "vision_area", "stage", "position", "link_label"],
)
KNOWN = pd.DataFrame(
    [
        ("cafe", "district", "norrby", "stated"),
        ("cafe", "district", "viskafors", "inferred"),
        ("cafe", "target_group", "children", "inferred"),
    ],
    columns=["initiative", "dimension", "term", "provenance"],
)


SAID = ("title", "sentence", "selection", "dated", "source", "address")
REPORT = made_up_report(codes=Rows.of(code_table(FOUND, PLACED, KNOWN)))


def report(**changes: Any) -> Report:
    return replace(REPORT, **changes)


# The table of codes


def test_an_initiative_is_a_row_with_its_listings_side_by_side_and_its_labels_as_codes():
    cafe, bad = code_table(FOUND, PLACED, KNOWN).to_dict("records")
    assert (cafe["vision_area"], cafe["stage"]) == (["mojlighet", "motas"], ["doing-now", "networks"])
    assert (cafe["position"], cafe["link_label"]) == ([12, 3], ["", "Läs mer | nu"])
    assert (cafe["district"], cafe["target_group"], cafe["place"]) == (
        ["norrby", "viskafors"],
        ["children"],
        [],
    )
    assert cafe["inferred"] == ["district:viskafors", "target_group:children"]
    assert (bad["code"], bad["title"], bad["district"], bad["inferred"]) == ("bad", "=Bad; #1", [], [])


def test_of_no_initiatives_it_has_its_columns():
    assert list(code_table(FOUND[:0], PLACED[:0], KNOWN[:0])) == [*TEXT_COLUMNS, *LIST_COLUMNS]


def test_its_rows_are_those_of_the_selection_whatever_their_index():
    assert list(code_table(FOUND[::-1], PLACED, KNOWN)["code"]) == ["bad", "cafe"]
    assert list(code_table(FOUND[::-1], PLACED, KNOWN)["position"]) == [[1], [12, 3]]


# CSV for a Swedish spreadsheet program


def test_the_list_says_below_an_empty_line_what_it_shows():
    listed = pd.DataFrame({"Kod": ["cafe"], "Insats": ["Språkcafé"]})
    written = report_csv(report(initiatives=Rows.of(listed), sentence="Två av 68", source="=Källa\n2"))
    assert written.decode("utf-8-sig").splitlines() == [
        "Kod;Insats",
        "cafe;Språkcafé",
        "",
        "Titel;Visionskollen: det mesta på en gång",
        "Vad siffrorna visar;Två av 68",
        "Underlag;Alla insatser, 68 av 68",
        "Uppgifter per;Uppgifter från 30 september 2026",
        "Källa;'=Källa 2",
        "Länk;https://visionskollen.example/?omrade=norrby&lang=sv",
    ]


def test_a_value_that_begins_with_its_label_says_it_once():
    told = report_csv(report(dated="Uppgifter per 2 maj 2031", source="Källa: staden")).decode("utf-8-sig")
    assert "\nUppgifter per;2 maj 2031\nKälla;staden\n" in told


def test_a_panel_alone_is_its_own_table():
    shown = slide(panel("alone", rows=2))
    rows = list(
        csv.reader(
            io.StringIO(report_csv(report(slides=[shown], of_panel=True)).decode("utf-8-sig"), newline=""),
            delimiter=";",
        )
    )
    assert rows[:2] == [["Skede", "Insatser", "Invånare", "Andel"], [TRICKY, "17", "1200", ""]]
    assert rows[3:5] == [[], ["Titel", "Diagram alone"]]


@pytest.mark.parametrize(
    ("slides", "told"), [([], "inget att visa"), (REPORT.slides[:2], "rymmer en enda tabell")]
)
def test_one_table_is_neither_none_nor_several(slides, told):
    with pytest.raises(ExportRefused, match=told):
        report_csv(report(of_panel=True, slides=slides))


@pytest.mark.parametrize("write", [report_csv, machine_csv, parquet])
def test_a_report_of_several_selections_has_no_single_list(write):
    with pytest.raises(ExportRefused, match="det här är flera urval"):
        write(report(initiatives=None, codes=None))


KINDS = Table(
    "",
    ("Källa", "Andel", "Dag"),
    (
        (
            words("Skeden", "https://boras.example/skeden"),
            Cell(Share(0.25), "25 %"),
            Cell(date(2031, 5, 2), ""),
        ),
        (words("Egen"), words("ej angivet"), words("")),
    ),
    (words("Insatser"), Cell(Share(1.0), "100 %"), words("")),
)
"""One of each kind of value, a link that leads out, and sums."""


def test_a_panels_csv_has_decimal_commas_days_addresses_and_its_sums_last():
    written = report_csv(report(slides=[slide(panel("kinds", table=KINDS))], of_panel=True))
    assert written.decode("utf-8-sig").splitlines()[:5] == [
        "Källa;Källa, adress;Andel;Dag",
        "Skeden;https://boras.example/skeden;0,25;2031-05-02",
        "Egen;;ej angivet;",
        "Insatser;;1,0;",
        "",
    ]


def test_the_list_says_which_labels_a_rule_has_inferred():
    found = FOUND.rename(columns={"summary_sv": "summary"})
    listed = initiative_table(found, PLACED, KNOWN, REPORT.text, lambda dimension, term: term)
    assert list(listed["Område"]) == ["norrby | viskafors", "Ej angivet"]
    assert list(listed["Härlett"]) == ["Område: viskafors | Målgrupp: children", ""]


# CSV for programs


def test_comments_above_the_head_say_where_it_is_from():
    lines = machine_csv(report(sentence="Två\nrader # och mer")).decode().splitlines()
    assert lines[:11] == [
        "# title: Visionskollen: det mesta på en gång",
        "# sentence: Två rader # och mer",
        "# selection: Alla insatser, 68 av 68",
        "# dated: Uppgifter från 30 september 2026",
        "# source: Källa: Borås Stads webbplats, boras.se",
        "# address: https://visionskollen.example/?omrade=norrby&lang=sv",
        "# view: ?omrade=norrby&lang=sv",
        "# initiatives_selected: 2",
        "# initiatives_in_all: 68",
        "# day: 2026-09-30",
        "# language: sv",
    ]
    assert lines[11].startswith('"code","title","display_title"')


def read_with_pandas(content: bytes) -> list[dict]:
    return pd.read_csv(io.BytesIO(content), comment="#", dtype=str, keep_default_na=False).to_dict("records")


def read_with_duckdb(content: bytes, path) -> list[dict]:
    path.write_bytes(content)
    with duckdb.connect(config={"threads": 1}) as connection:
        found = connection.execute(
            "select * from read_csv($1, comment = '#', all_varchar = true)", [str(path)]
        )
        return found.df().fillna("").to_dict("records")


def test_pandas_and_duckdb_read_it_with_the_comment_sign_in_its_cells(tmp_path):
    content = machine_csv(report())
    cafe, bad = read_with_pandas(content)
    assert (bad["title"], bad["link_label"], bad["position"]) == ("=Bad; #1", "#bad", "1")
    assert (cafe["district"], cafe["position"]) == ("norrby | viskafors", "12 | 3")
    assert split_values(cafe["link_label"]) == ["", "Läs mer | nu"]
    assert read_with_duckdb(content, tmp_path / "codes.csv") == [cafe, bad]


@given(st.lists(st.text(st.sampled_from('a#;,"\n |\\='), min_size=1), min_size=1, max_size=4))
def test_whatever_a_title_has_in_it_a_program_reads_it(titles):
    rows = [(f"i{n}", title, title, "", "") for n, title in enumerate(titles)]
    found = pd.DataFrame(rows, columns=list(TEXT_COLUMNS))
    content = machine_csv(report(codes=Rows.of(code_table(found, PLACED[:0], KNOWN[:0]))))
    assert [row["title"] for row in read_with_pandas(content)] == titles


# Parquet


def test_parquet_keeps_types_and_says_where_it_is_from():
    file = pq.ParquetFile(io.BytesIO(parquet(report())))
    types = {field.name: str(field.type) for field in file.schema_arrow}
    assert (types["code"], types["position"]) == ("string", "list<element: int32>")
    assert {types[name] for name in LIST_COLUMNS if name != "position"} == {"list<element: string>"}
    said = {key.decode(): value.decode() for key, value in file.schema_arrow.metadata.items()}
    assert said["title"] == "Visionskollen: det mesta på en gång"
    assert list(said) == [*SAID, "view", "initiatives_selected", "initiatives_in_all", "day", "language"]
    assert file.read().to_pylist() == code_table(FOUND, PLACED, KNOWN).to_dict("records")


def test_parquet_of_an_empty_selection_has_the_same_types():
    empty = report(codes=Rows.of(code_table(FOUND[:0], PLACED[:0], KNOWN[:0])))
    schema, same = (pq.read_schema(io.BytesIO(parquet(each))) for each in (empty, report()))
    assert schema.equals(same)


def test_duckdb_counts_the_listings_in_it(tmp_path):
    (tmp_path / "codes.parquet").write_bytes(parquet(report()))
    with duckdb.connect(config={"threads": 1}) as connection:
        asked = "select sum(len(vision_area)) from read_parquet($1) where list_contains(district, 'norrby')"
        assert connection.execute(asked, [str(tmp_path / "codes.parquet")]).fetchall() == [(2,)]


# JSON


def test_one_document_has_sentences_numbers_and_initiatives():
    document = json.loads(json_document(report()))
    told = ("view", "initiatives_selected", "initiatives_in_all", "day", "language")
    assert list(document) == [*SAID, *told, "panels", "fields", "initiatives"]
    assert (document["initiatives_selected"], document["day"]) == (2, "2026-09-30")
    bars = document["panels"][0]
    assert (bars["name"], bars["columns"]) == ("bars", ["Skede", "Insatser", "Invånare", "Andel"])
    assert bars["rows"][0] == [TRICKY, 17, 1200, None]
    assert document["initiatives"][0]["vision_area"] == ["mojlighet", "motas"]


def test_a_share_is_a_part_of_one_a_day_is_spelt_and_the_sums_stand_apart():
    [shown] = json.loads(json_document(report(slides=[slide(panel("kinds", table=KINDS))])))["panels"]
    assert shown["columns"] == ["Källa", "Källa, adress", "Andel", "Dag"]
    assert shown["rows"] == [
        ["Skeden", "https://boras.example/skeden", 0.25, "2031-05-02"],
        ["Egen", None, "ej angivet", None],
    ]
    assert shown["sums"] == ["Insatser", None, 1.0, None]


@pytest.mark.parametrize("nothing", [nan, float("inf"), None, ""])
def test_what_is_no_number_is_null(nothing):
    table = Table("", ("Namn", "Antal"), ((words("Ö"), Cell(nothing, "")),))
    made = report(slides=[slide(panel("one", table=table))])
    assert json.loads(json_document(made))["panels"][0]["rows"] == [["Ö", None]]
    assert "Ö" in json_document(made).decode()


def test_numbers_of_numpy_are_numbers():
    table = Table("", ("Antal", "Del"), ((Cell(pd.Series([3])[0], ""), Cell(pd.Series([0.5])[0], "")),))
    made = report(slides=[slide(panel("one", table=table))])
    assert json.loads(json_document(made))["panels"][0]["rows"] == [[3, 0.5]]


def test_initiatives_of_several_selections_are_null():
    assert json.loads(json_document(report(codes=None)))["initiatives"] is None


@pytest.mark.parametrize("write", [report_csv, machine_csv, parquet, json_document])
def test_the_same_report_is_the_same_bytes(write):
    assert write(report()) == write(report())
