"""The Excel workbook, read back as other programs read it."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.reports import LONG, TRICKY, initiatives, labels, made_up_report, panel, slide

from dashboard.charts.table import Cell, Share, Table, words
from dashboard.exports import workbook
from dashboard.exports.excel_rules import LONGEST_CELL, fit_widths
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report, Rows
from dashboard.exports.workbook import xlsx
from dashboard.text import LANGUAGES, text_of

REPORT = made_up_report()


def read(report: Report) -> Any:
    """As openpyxl has it, whose types do not tell one kind of sheet or cell from another."""
    return load_workbook(io.BytesIO(xlsx(report)))


def lines(sheet: Any) -> list[tuple[Any, ...]]:
    return [tuple(cell for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)]


def only(*columns: str, rows: list[tuple[Cell, ...]], **changes: Any) -> Report:
    """A report of one panel with this table."""
    shown = panel("one", table=Table("", columns, tuple(rows)), **changes)
    return replace(REPORT, slides=[slide(shown)], initiatives=None, labels=None, definitions=())


def column(report: Report, number: int = 1) -> list[Any]:
    """The cells of a column of its only table, with their number formats."""
    sheet = read(report).worksheets[1]
    [table] = sheet.tables.values()
    body = sheet[table.ref][1:]
    return [(row[number].value, row[number].number_format) for row in body]


# What is in it


def test_a_sheet_for_each_panel_that_has_rows_between_what_it_is_and_what_words_mean():
    book = read(REPORT)
    assert book.sheetnames == [
        "Om", "Diagram bars", "Diagram dumbbells", "Diagram map", "Diagram grid", "Diagram shares",
        "Diagram units", "Öar & åar #1 fet _kursiv_ $2 @t", "Diagram long", "Insatser", "Uppgifter",
        "Definitioner",
    ]  # fmt: skip


def test_the_first_sheet_says_what_it_is_and_leads_to_all_others():
    sheet = read(REPORT).worksheets[0]
    assert lines(sheet)[:6] == [
        ("Titel", "Visionskollen: det mesta på en gång"),
        ("Vad siffrorna visar", REPORT.sentence),
        ("Underlag", "Alla insatser, 68 av 68"),
        ("Uppgifter per", "Uppgifter från 30 september 2026"),
        ("Källa", "Borås Stads webbplats, boras.se"),
        ("Länk", "https://visionskollen.example/?omrade=norrby&lang=sv"),
    ]
    targets = [cell.hyperlink.location for (cell,) in sheet["A9:A19"]]
    assert targets == [f"'{name}'!A1" for name in read(REPORT).sheetnames[1:]]
    assert sheet["B6"].hyperlink.target == REPORT.address


def test_above_a_panels_table_stands_what_its_numbers_show_of_what_and_from_when():
    made = replace(REPORT, slides=[replace(REPORT.slides[0], address="https://visionskollen.example/?q=a")])
    sheet = read(made).worksheets[1]
    shown = REPORT.slides[0]
    assert lines(sheet)[:8] == [
        (shown.panel.title,),
        (shown.panel.sentence,),
        (shown.panel.basis,),
        (shown.dated,),
        (shown.source,),
        ("https://visionskollen.example/?q=a",),
        (),
        ("Skede", "Insatser", "Invånare", "Andel"),
    ]
    assert lines(sheet)[8:] == [(TRICKY, 17, 1200), (LONG, 0, 3, 0.5), ("Rad 3", 3, 3000, 1.5)]


def test_the_list_of_initiatives_is_what_the_page_gives_from_its_first_row_on():
    assert listed(xlsx(REPORT), "Insatser") == initiatives().to_dict("list")


def listed(made: bytes, sheet: str) -> dict[Any, list[str]]:
    found = pd.read_excel(io.BytesIO(made), sheet_name=sheet, dtype=str, keep_default_na=False)
    return found.to_dict("list")


def test_the_labels_are_a_table_of_their_own_with_a_row_for_each():
    made = xlsx(REPORT)
    assert listed(made, "Uppgifter") == labels().to_dict("list")
    [table] = load_workbook(io.BytesIO(made))["Uppgifter"].tables.values()
    assert (table.name, table.ref) == ("Uppgifter", "A1:E4")


def test_a_list_that_is_read_in_parts_is_one_table():
    whole = initiatives()
    parts = Rows(2, lambda: iter((whole[:1], whole[1:])))
    made = xlsx(replace(REPORT, initiatives=parts))
    [table] = load_workbook(io.BytesIO(made))["Insatser"].tables.values()
    assert (table.ref, listed(made, "Insatser")) == ("A1:E3", whole.to_dict("list"))


def test_definitions_are_of_words_and_of_the_lists_columns():
    meanings = dict(lines(read(REPORT)["Definitioner"])[1:])
    assert meanings["Insats"] == "Något som staden beskriver på sin webb."
    assert meanings["Kolumnen ”Nummer i skedet”"].startswith("Insatsens plats under rubriken")
    assert "Insatsens målområde. Flera skiljs åt" in meanings["Kolumnen ”Målområde”"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_own_words_are_in_the_reports_language(language):
    book = read(replace(REPORT, text=text_of(language), language=language))
    named = {
        "sv": ["Om", "Insatser", "Uppgifter", "Definitioner"],
        "en": ["About", "Initiatives", "Labels", "Definitions"],
    }
    assert [book.sheetnames[at] for at in (0, -3, -2, -1)] == named[language]


def test_progress_is_told_to_the_last_part():
    told: list[tuple[int, int]] = []
    xlsx(REPORT, lambda done, of: told.append((done, of)))
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert {of for _, of in told} == {len(told)}


def test_the_same_report_is_the_same_bytes():
    assert xlsx(REPORT) == xlsx(REPORT)


# Types


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        (3, "3", (3, "#,##0")),
        (5961, "5 961", (5961, "#,##0")),
        (2.5, "2,5", (2.5, "General")),
        (Share(0.176), "18 %", (0.176, "0%")),
        (Share(0), "", (0, "0%")),
        (Share(0.286), "2 av 7", (0.286, '"2 av 7"')),
        (date(2031, 5, 2), "2 maj 2031", (datetime(2031, 5, 2), "yyyy-mm-dd")),  # noqa: DTZ001
        ("2031-05-02", "2031-05-02", ("2031-05-02", "General")),
    ],
)
def test_a_cell_is_of_its_own_kind_whatever_stands_beside_it(value, text, found):
    """A share of few is shown as the page says it, and sorts and counts as the number it is."""
    rows = [(words("a"), Cell(value, text)), (words("b"), words("ej angivet"))]
    assert column(only("Namn", "Värde", rows=rows)) == [found, ("ej angivet", "General")]


@pytest.mark.parametrize("nothing", [None, float("nan"), ""])
def test_nothing_is_an_empty_cell(nothing):
    assert column(only("Namn", "Antal", rows=[(words("rad"), Cell(nothing, "–"))])) == [(None, "General")]


def test_what_leads_out_of_the_dashboard_is_a_link_and_nothing_else_is():
    rows = [(words("a", "https://boras.example/a"), words("b", "insatser?stage=networks"))]
    sheet = read(only("Ut", "In", rows=rows)).worksheets[1]
    out, within = sheet[sheet.max_row][:2]
    assert (out.value, out.hyperlink.target) == ("a", "https://boras.example/a")
    assert (within.value, within.hyperlink) == ("b", None)


def test_sums_stand_below_the_table_and_not_in_it():
    counted = Table("", ("Namn", "Antal"), ((words("a"), Cell(2, "2")),), (words("Insatser"), Cell(1, "1")))
    sheet = read(replace(REPORT, slides=[slide(panel("one", table=counted))])).worksheets[1]
    [table] = sheet.tables.values()
    assert [row[0].value for row in sheet[table.ref]] == ["Namn", "a"]
    assert lines(sheet)[-1] == ("Insatser", 1)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "http://a.se", "'=a", "{=1}", "0012", "_x0041_"])
def test_words_stay_words_whatever_they_look_like(text):
    sheet = read(only("Namn", rows=[(words(text),)])).worksheets[1]
    cell = sheet.cell(sheet.max_row, 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_signs_that_no_workbook_can_hold_are_left_out():
    [(found, _)] = column(only("Namn", "Ord", rows=[(words("a"), words("x\x0b\ufffe\r\ny\x00"))]))
    assert found == "x\ny"


# Limits of Excel's


def test_longer_text_than_a_cell_holds_is_cut_and_told():
    book = read(only("Namn", "Ord", rows=[(words("a"), words("😀" * 20_000))]))
    cell = book.worksheets[1].cell(8, 2).value
    assert len(str(cell).encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert str(cell).endswith("😀…")
    assert any("1 cell har längre text än Excel rymmer" in str(line) for line in lines(book.worksheets[0]))


def test_as_much_as_a_cell_holds_is_whole():
    [(found, _)] = column(only("Namn", "Ord", rows=[(words("a"), words("å" * LONGEST_CELL))]))
    assert found == "å" * LONGEST_CELL


def test_more_rows_than_a_sheet_has_are_refused_with_what_to_choose(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 500)
    with pytest.raises(ExportRefused, match=r"”Diagram long” har 600 rader, .* Välj CSV eller Parquet"):
        xlsx(REPORT)


def test_more_initiatives_than_memory_should_hold_are_refused_before_any_is_read():
    unread = Rows(workbook.MOST_INITIATIVES + 1, lambda: pytest.fail("read"))
    with pytest.raises(ExportRefused, match=r"”Insatser” har 20.001 rader, .* Välj CSV eller Parquet"):
        xlsx(replace(REPORT, initiatives=unread, labels=unread))


NAMES = st.text(st.sampled_from("aAå1 []:*?/\\'._–😀"), max_size=40) | st.sampled_from(
    ["History", "R1C1", "Om"]
)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=5), st.lists(NAMES, min_size=1, max_size=5))
def test_whatever_panels_and_columns_are_called_names_are_unique_and_valid(called, columns):
    row = tuple(Cell(1, "1") for _ in columns)
    shown = [panel(name, title=title, table=Table("", tuple(columns), (row,))) for name, title in called]
    book = read(replace(REPORT, slides=[slide(each) for each in shown]))
    names = [name.casefold() for name in book.sheetnames]
    assert len(names) == len(called) + 4 == len(set(names))
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert not any(name.startswith("'") or name.endswith("'") or name == "history" for name in names)
    tables = [table for sheet in book for table in sheet.tables.values()]
    assert len({table.name.casefold() for table in tables}) == len(tables) == len(called) + 3
    assert all(re.fullmatch(r"(?![A-Za-z]{1,3}\d|[rRcC]\b)[^\W\d][\w.]*", table.name) for table in tables)
    for sheet in book:
        for table in sheet.tables.values():
            heads = [cell.value for cell in sheet[table.ref][0]]
            assert heads == [each.name for each in table.tableColumns]
            assert len({str(head).casefold() for head in heads}) == len(heads)


# How it looks


def test_heads_stay_in_sight_and_are_printed_on_every_page_with_title_and_date():
    for sheet in read(REPORT).worksheets[1:]:
        [table] = sheet.tables.values()
        top = int(re.findall(r"\d+", table.ref)[0])
        assert sheet.freeze_panes in (f"B{top + 1}", f"C{top + 1}")
        assert sheet.print_title_rows == f"${top}:${top}"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.left.text == REPORT.title
        assert sheet.oddFooter.center.text == REPORT.dated
        assert table.tableStyleInfo.showRowStripes


def test_long_words_are_wrapped_in_a_column_of_bearable_width():
    sheet = read(only("Namn", rows=[(words("ord " * 100),)])).worksheets[1]
    cell = sheet.cell(8, 1)
    assert cell.alignment.wrap_text
    assert sheet.column_dimensions["A"].width < 65
    assert sheet.row_dimensions[8].height > 5 * 15


def test_a_table_too_wide_for_a_page_is_printed_on_several_that_all_have_its_names():
    rows = [tuple(words("ord " * 20) for _ in range(9))]
    sheet = read(only("Namn", *(f"Ord {number}" for number in range(8)), rows=rows)).worksheets[1]
    assert (sheet.page_setup.fitToWidth, sheet.print_title_cols) == (2, "$A:$A")
    assert sheet.page_setup.pageOrder == "overThenDown"


@pytest.mark.parametrize(
    ("widths", "fitted"),
    [
        ([60, 20], [60, 20]),
        ([60, 60, 60, 60], [55, 55, 55, 55]),
        ([60, 60, 60, 60, 10, 8], [50, 50, 50, 50, 10, 8]),
        ([60] * 7, [60] * 7),
        ([60] * 8, [55] * 8),
        ([20] * 12, [20] * 12),
    ],
)
def test_the_widest_columns_are_narrowed_where_that_saves_a_page(widths, fitted):
    """Of 220 characters, and no column below 32."""
    assert fit_widths(widths, 220) == fitted
    assert all(one >= min(other, 32) for one, other in zip(fitted, widths, strict=True))


def test_the_document_says_what_it_is():
    properties = read(REPORT).properties
    assert (properties.title, properties.subject) == (REPORT.title, REPORT.basis)


def test_every_part_of_the_archive_is_well_formed():
    with ZipFile(io.BytesIO(xlsx(REPORT))) as parts:
        assert parts.testzip() is None
        assert "xl/tables/table1.xml" in parts.namelist()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_keeps_the_list_when_it_saves_it_again(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(xlsx(REPORT))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
         "--convert-to", "xlsx", "--outdir", str(tmp_path / "again"), str(tmp_path / "a.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    if not (tmp_path / "again" / "a.xlsx").exists():
        pytest.skip("LibreOffice is installed without its spreadsheet program")
    before, after = (
        pd.read_excel(each, sheet_name="Insatser", dtype=str, keep_default_na=False)
        for each in (tmp_path / "a.xlsx", tmp_path / "again" / "a.xlsx")
    )
    assert after.to_dict("list") == before.to_dict("list")
