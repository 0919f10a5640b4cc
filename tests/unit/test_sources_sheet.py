"""A spreadsheet of initiatives, as the list's download has it and as people save it again."""

import csv
import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle
from unicodedata import normalize
from zlib import crc32

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from tests.reports import made_up_report, panel, slide
from tests.spec.tables import vocabularies

from dashboard.charts.table import Table, words
from dashboard.dimensions import LABELS
from dashboard.exports.initiative_table import initiative_table
from dashboard.exports.machine_csv import machine_csv
from dashboard.exports.report import Report, Rows
from dashboard.exports.spreadsheet_csv import report_csv
from dashboard.exports.workbook import xlsx
from dashboard.sources import sheet_file
from dashboard.sources.capture import CaptureError
from dashboard.sources.sheet import Sheet, SheetListing, SheetRefused, SheetRow, parse_sheet
from dashboard.spreadsheet import COLUMNS
from dashboard.text import LANGUAGES, text_of

HEADER = "Insats;Visionsområde;Skede;Nummer i skedet;Länktext;Område;Plats"
CAFE = "Språkcafé;Möten;Nätverk;3;;;"


def parse(content: str | bytes) -> Sheet:
    return parse_sheet(content.encode() if isinstance(content, str) else content, "blad.csv", vocabularies())


def problems(content: str | bytes) -> list[str]:
    with pytest.raises(SheetRefused) as refused:
        parse(content)
    return str(refused.value).splitlines()


def refusal(content: bytes) -> str:
    with pytest.raises(CaptureError) as refused:
        parse(content)
    assert not isinstance(refused.value, SheetRefused)
    return str(refused.value)


def workbook(*sheets: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(list(row))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def cells(text: str) -> list[list[str]]:
    return [line.split(";") for line in text.splitlines()]


# What is read


def test_a_row_is_an_initiative_with_its_listings_side_by_side():
    sheet = parse(
        "Kod;Insats;Publicerad titel;Sammanfattning;Målgrupp;Område;"
        "Visionsområde;Skede;Nummer i skedet;Länktext\n"
        "sprakcafe;Språkcafé;Spårkcafé;Prat.;barn | vuxna;Norrby;"
        "Möten | Mod;Nätverk | Det här gör vi;3 | 12;Läs mer | \n"
    )
    listings = SheetListing("motas", "networks", 3, "Läs mer"), SheetListing("mojlighet", "doing-now", 12)
    labels = {"district": ("norrby",), "target_group": ("children", "adults")}
    row = SheetRow("sprakcafe", "Spårkcafé", "Språkcafé", "Prat.", listings, labels)
    assert sheet == Sheet((row,), "sv")
    assert sheet.rows[0].line == 2


def test_a_new_initiative_needs_no_more_than_a_title_and_a_place_on_the_pages():
    (row,) = parse("Insats;Visionsområde;Skede;Nummer i skedet\nSpråkcafé;Möten;Nätverk;3\n").rows
    assert row == SheetRow("", "Språkcafé", "Språkcafé", "", (SheetListing("motas", "networks", 3),), {})


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("Insats;Visionsområde;Skede;Nummer i skedet;Sammanfattning", "sv"),
        ("Initiative;Vision area;Stage;Number in the stage;Summary", "en"),
        ("initiative;vision_area;stage;position;summary", "en"),
        ("  INSATS ;visions­område;SKEDE;nummer   i skedet;sammanfattning".replace("\u00ad", ""), "sv"),
    ],
    ids=["Swedish", "English", "codes", "untidy"],
)
def test_headers_are_known_in_both_languages_as_codes_and_untidy(header, language):
    sheet = parse(f"{header}\nSpråkcafé;Meetings;networks;3;Prat.\n")
    assert (sheet.rows[0].summary, sheet.rows[0].listings) == (
        "Prat.",
        (SheetListing("motas", "networks", 3),),
    )
    assert sheet.language == language


def test_no_header_means_two_columns():
    spelt = [(column, text_of(language)(key)) for column, key in COLUMNS.items() for language in LANGUAGES]
    means = {}
    for column, heading in spelt:
        assert means.setdefault(heading.casefold(), column) == column


def test_the_order_of_columns_is_free_and_empty_rows_do_not_count():
    sheet = parse("Skede;Insats;Nummer i skedet;Visionsområde\n;;;\nNätverk;Språkcafé;3;Möten\n")
    assert (sheet.rows[0].display_title, sheet.rows[0].line) == ("Språkcafé", 3)


@pytest.mark.parametrize("words", ["Ej angivet", "not stated", "not-stated", ""])
def test_what_is_not_stated_is_no_label(words):
    assert parse(f"{HEADER}\nSpråkcafé;Möten;Nätverk;3;;{words};{words}\n").rows[0].labels == {}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_csv_in_every_form_that_office_programs_save(delimiter, encoding, ends):
    text = f"{HEADER}\n{CAFE}\n".replace(";", delimiter).replace("\n", ends)
    assert parse(text.encode(encoding)).rows == parse(f"{HEADER}\n{CAFE}\n").rows


def test_quoted_cells_keep_delimiters_quotes_and_line_ends():
    quoted = f'{HEADER}\n"Språkcafé; ""öppet""\nför alla";Möten;Nätverk;3;;;\nBad;Möten;Nätverk;4;;;\n'
    assert [(row.title, row.line) for row in parse(quoted).rows] == [
        ('Språkcafé; "öppet"\nför alla', 2),
        ("Bad", 3),
    ]


def test_a_link_text_may_hold_the_separator():
    sheet = parse(f"{HEADER}\nSpråkcafé;Möten;Nätverk;3;Språkcafé \\| Borås Stad;;\n")
    assert sheet.rows[0].listings[0].link_label == "Språkcafé | Borås Stad"


def test_letters_are_composed():
    assert parse(f"{HEADER}\n{CAFE}\n".replace("é", "e\u0301")).rows[0].title == "Språkcafé"


# What is refused


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (
            f"{HEADER};Budget",
            "kolumnen «Budget» är okänd; ta bort den eller ge den ett av namnen Kod, Insats",
        ),
        (f"{HEADER};District", "kolumnen «District» finns två gånger"),
        (HEADER.replace("Skede;", ";"), "kolumnen «Skede» saknas"),
    ],
)
def test_a_header_that_does_not_fit_is_told_by_column(header, told):
    (problem,) = problems(f"{header}\n{CAFE};\n")
    assert problem.startswith(f"blad.csv:1: {told}")


def test_everything_wrong_is_told_at_once_with_row_column_and_value():
    told = problems(
        f"{HEADER}\n"
        "Språkcafé;Möten;Nätverk;3;;Norby;Parken | Torget\n"
        ";Månen;Nätverk;tre;;;\n"
        "Bad;Möten | Mod;Nätverk;1 | 2;;;\n"
        "Bio;Möten;Nätverk;4;;Norrby;;utanför\n"
    )
    assert [problem.split(";")[0] for problem in told] == [
        "blad.csv:2: kolumnen «Område»: «Norby» finns inte i ordlistan district.csv",
        "blad.csv:2: kolumnen «Plats»: «Torget» finns inte i ordlistan place.csv",
        "blad.csv:3: insatsen saknar titel",
        "blad.csv:3: kolumnen «Visionsområde»: «Månen» finns inte i ordlistan vision_area.csv",
        "blad.csv:3: kolumnen «Nummer i skedet»: «tre» är inget heltal från 1 och uppåt",
        "blad.csv:4: väntade lika många värden, skilda av «|», i varje kolumn",
        "blad.csv:5: «utanför» står i en kolumn utan rubrik",
    ]
    assert "fann 2 i «Visionsområde», 1 i «Skede», 2 i «Nummer i skedet», 2 i «Länktext»" in told[5]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("sprakcafe;Bad;Möten;Nätverk;4", "koden «sprakcafe» står redan på rad 2"),
        ("bad;Bad;Möten;Nätverk;3", "nummer 3 under «networks» i «motas» står redan på rad 2"),
        (
            "bad;Bad;Möten | Möten;Nätverk | Nätverk;4 | 4",
            "nummer 4 under «networks» i «motas» står redan på rad 3",
        ),
    ],
)
def test_what_may_stand_once_is_told_when_it_stands_twice(second, told):
    header = "Kod;Insats;Visionsområde;Skede;Nummer i skedet"
    (problem,) = problems(f"{header}\nsprakcafe;Språkcafé;Möten;Nätverk;3\n{second}\n")
    assert problem.startswith(f"blad.csv:3: {told}")


def test_a_header_without_rows_is_refused():
    assert problems(HEADER) == ["blad.csv:1: kalkylbladet har inga insatser; väntade en rad för varje"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "är inte Visionskollens; väntade kolumnerna «Insats», «Visionsområde», «Skede»"),
        (b"\xef\xbb\xbf\n\n", "är inte Visionskollens"),
        (b"Namn;Belopp\nA;1\n", "är inte Visionskollens"),
        (bytes(range(128)), "är inte Visionskollens"),
        (f"{HEADER}\n{CAFE}\n".encode() + b"\xe5", "filens tecken går inte att läsa"),
        (b"Insats\n\x81\x8d", "filens tecken går inte att läsa"),
        (
            f'{HEADER}\n{CAFE}\n"Bad;Möten;Nätverk;4;;;\n'.encode(),
            "blad.csv:3: härifrån går filen inte att läsa",
        ),
        (f'{HEADER}\n"Bad"et;Möten;Nätverk;4;;;\n'.encode(), "blad.csv:2: härifrån går filen inte att läsa"),
        (f"{HEADER}\n{'a' * 40_000};Möten;Nätverk;4;;;\n".encode(), "blad.csv:2: en cell har 40000 tecken"),
        (
            f"{HEADER}\n{'a' * 140_000};Möten;Nätverk;4;;;\n".encode(),
            "blad.csv:2: härifrån går filen inte att läsa",
        ),
        (f"{HEADER}{';' * 1_000}\n".encode(), "blad.csv:1: bladet sträcker sig utanför"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
            "lösenordsskyddad eller i Excels gamla format (.xls)",
        ),
        (b"PK\x03\x04" + bytes(100), "går inte att läsa som en Excel-arbetsbok"),
    ],
)
def test_a_file_that_is_no_sheet_of_ours_is_refused_with_the_reason(content, told):
    assert told in refusal(content)


def test_a_file_far_larger_than_any_portfolio_is_refused(monkeypatch):
    monkeypatch.setattr(sheet_file, "LARGEST", 3)
    assert "filen är större än" in refusal(b"1234")


# Workbooks


def test_a_workbook_reads_like_csv_from_the_first_sheet_that_is_ours():
    notes = [["Att göra"], ["Ring Kim"]]
    book = workbook(notes, [], [[], *cells(f"{HEADER}\n{CAFE}")], [["Insats"], ["Fel blad"]])
    (row,) = parse(book).rows
    assert row == parse(f"{HEADER}\n{CAFE}\n").rows[0]
    assert row.line == 3


def test_cells_of_a_workbook_that_are_numbers_or_formulas_read_as_they_are_shown():
    book = workbook([HEADER.split(";"), [2026, "Möten", "Nätverk", 3.0, None, None, None]])
    assert (parse(book).rows[0].title, parse(book).rows[0].listings[0].position) == ("2026", 3)


def repack(
    content: bytes, part: str, change: Callable[[bytes], bytes | None], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """The archive with one part's bytes changed, or left out where the change gives None."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", method) as new:
        for name in old.namelist():
            data = change(old.read(name)) if name == part else old.read(name)
            if data is not None:
                new.writestr(name, data)
    return changed.getvalue()


BOOK = workbook(cells(f"{HEADER}\n{CAFE}"))
SHEET_XML = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "xl/workbook.xml", SHEET_XML, "xl/_rels/workbook.xml.rels"]
)
@pytest.mark.parametrize(
    "change", [lambda data: None, lambda data: data[: len(data) // 2]], ids=["gone", "cut"]
)
def test_a_workbook_with_a_part_gone_or_cut_is_refused(part, change):
    assert refusal(repack(BOOK, part, change))


def test_a_cut_workbook_is_refused():
    assert "går inte att läsa som en Excel-arbetsbok" in refusal(BOOK[: len(BOOK) // 2])


def test_a_workbook_that_would_unpack_to_far_more_is_refused_packed(monkeypatch):
    monkeypatch.setattr(sheet_file, "LARGEST_UNPACKED", 1_000_000)
    bomb = repack(BOOK, SHEET_XML, lambda data: data + b" " * 1_000_000)
    assert len(bomb) < 20_000
    assert "blir större än 1 MB när den packas upp" in refusal(bomb)


def test_a_part_that_claims_to_be_small_is_unpacked_no_further_than_it_claims():
    size, claim = 80_000_000, 100
    bomb = repack(BOOK, "xl/workbook.xml", lambda data: data.ljust(size))
    start = zipfile.ZipFile(io.BytesIO(BOOK)).read("xl/workbook.xml")[:claim]
    for real, claimed in (
        (size, claim),
        (zipfile.ZipFile(io.BytesIO(bomb)).getinfo("xl/workbook.xml").CRC, crc32(start)),
    ):
        bomb = bomb.replace(struct.pack("<I", real), struct.pack("<I", claimed))
    tracemalloc.start()
    try:
        assert "går inte att läsa som en Excel-arbetsbok" in refusal(bomb)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


def test_a_part_packed_by_a_method_that_cannot_be_unpacked_bit_by_bit_is_refused():
    rare = repack(BOOK, SHEET_XML, bytes, zipfile.ZIP_BZIP2)
    assert "går inte att läsa som en Excel-arbetsbok" in refusal(rare)


def test_entities_that_grow_are_refused():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>'.encode()
    bomb = repack(
        BOOK, SHEET_XML, lambda data: head + data.replace(b"<sheetData>", b"<x>&e9;</x><sheetData>")
    )
    assert "går inte att läsa som en Excel-arbetsbok" in refusal(bomb)


@pytest.mark.parametrize("claim", ["A1", "A1:XFD1048576"])
def test_the_size_that_a_workbook_claims_does_not_matter(claim):
    book = repack(BOOK, SHEET_XML, lambda data: data.replace(b'ref="A1:G2"', f'ref="{claim}"'.encode()))
    assert book != repack(BOOK, SHEET_XML, bytes)
    assert parse(book) == parse(BOOK)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'<row r="2"', b'<row r="999999999999"'), (b'r="G1"', b'r="ZZZ1"')],
    ids=["far down", "far out"],
)
def test_a_cell_far_from_all_others_is_refused(old, new):
    book = repack(BOOK, SHEET_XML, lambda data: data.replace(old, new))
    assert "bladet sträcker sig utanför 1048576 rader och 1000 kolumner" in refusal(book)


# There and back


TEXTS = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" |;\\'=+-@\",\n"), max_size=12
).map(lambda text: normalize("NFC", text).strip())
TITLES = TEXTS.filter(bool)


@st.composite
def portfolios(draw: st.DrawFn) -> list[SheetRow]:
    """Initiatives whose codes and places on the pages are unique, as the build demands."""
    known = vocabularies()
    area, stage = st.sampled_from(known.codes("vision_area")), st.sampled_from(known.codes("stage"))
    places = draw(st.lists(st.tuples(area, stage, st.integers(1, 99)), min_size=1, max_size=8, unique=True))
    rows: list[SheetRow] = []
    while places:
        mine = [places.pop() for _ in range(draw(st.integers(1, len(places))))]
        listings = tuple(SheetListing(*place, draw(TEXTS)) for place in mine)
        labels = {
            dimension: tuple(draw(st.lists(st.sampled_from(known.codes(dimension)), unique=True, max_size=3)))
            for dimension in LABELS
        }
        labels = {dimension: codes for dimension, codes in labels.items() if codes}
        rows.append(SheetRow(f"i-{len(rows)}", draw(TITLES), draw(TITLES), draw(TEXTS), listings, labels))
    return rows


def listed(rows: list[SheetRow], language: str) -> pd.DataFrame:
    """What the list's download would have of them."""
    found = [(row.code, row.title, row.display_title, row.summary) for row in rows]
    placed = [(row.code, *vars(each).values()) for row in rows for each in row.listings]
    known = [
        (row.code, dimension, term, provenance)
        for row in rows
        for dimension, terms in row.labels.items()
        for term, provenance in zip(terms, cycle(("stated", "inferred")), strict=False)
    ]
    return initiative_table(
        pd.DataFrame(found, columns=["code", "title", "display_title", "summary"]),
        pd.DataFrame(placed, columns=["initiative", "vision_area", "stage", "position", "link_label"]),
        pd.DataFrame(known, columns=["initiative", "dimension", "term", "provenance"]),
        text_of(language),
        lambda dimension, code: vocabularies().term(dimension, code).label(language),
    )


def report(rows: list[SheetRow], language: str) -> Report:
    """A report of them, with a panel whose head has a column of ours."""
    own = words("Insats"), words("Kod")
    shown = panel("own", title="Insats", table=Table("", ("Insats", "Kod"), (own,)))
    made = made_up_report(
        text=text_of(language), language=language, initiatives=Rows.of(listed(rows, language))
    )
    return replace(made, slides=[slide(shown)])


def export(rows: list[SheetRow], language: str) -> bytes:
    return report_csv(report(rows, language))


@given(portfolios(), st.sampled_from(LANGUAGES))
def test_what_is_exported_reads_back_the_same(rows, language):
    assert parse(export(rows, language)) == Sheet(tuple(rows), language)


@given(portfolios())
def test_so_it_does_when_a_spreadsheet_program_has_saved_it_as_a_workbook(rows):
    exported = export(rows, "sv").decode("utf-8-sig")
    book = workbook(list(csv.reader(io.StringIO(exported, newline=""), delimiter=";")))
    assert parse(book) == parse(exported)


@given(portfolios(), st.sampled_from(LANGUAGES))
@settings(max_examples=40)
def test_a_workbook_reads_back_the_same_from_among_its_other_sheets(rows, language):
    assert parse(xlsx(report(rows, language))) == Sheet(tuple(rows), language)


@given(portfolios(), st.randoms())
@settings(max_examples=20)
def test_so_it_does_when_its_sheets_have_been_moved_and_saved_again(rows, random):
    book = load_workbook(io.BytesIO(xlsx(report(rows, "sv"))))
    for sheet in book.sheetnames:
        book.move_sheet(sheet, random.randint(-3, 3))
    book.active = random.randrange(len(book.worksheets))
    saved = io.BytesIO()
    book.save(saved)
    assert parse(saved.getvalue()) == Sheet(tuple(rows), "sv")


MISLEADING = ["A | B", "A; B", 'Sa "hej"', "Två\nrader", "=1+1", "'=1", "Titel", "#1", "-", "a\\", "1,5"]


@pytest.mark.parametrize("write", [report_csv, xlsx])
@pytest.mark.parametrize("title", MISLEADING)
def test_a_title_that_looks_like_something_else_comes_back(title, write):
    listing = SheetListing("motas", "networks", 3, title)
    row = SheetRow("titel", title, title, title, (listing, SheetListing("motas", "networks", 4)), {})
    assert parse(write(report([row], "sv"))) == Sheet((row,), "sv")


BAD = SheetRow("bad", "Bad", "Bad", "", (SheetListing("motas", "networks", 3),), {})


def saved_again(csv_bytes: bytes) -> list[str]:
    """The lines as spreadsheet programs write them: all as wide as the widest."""
    lines = csv_bytes.decode("utf-8-sig").splitlines()
    width = max(line.count(";") for line in lines)
    return [line + ";" * (width - line.count(";")) for line in lines]


def test_what_an_export_says_of_itself_is_passed_over_also_when_it_has_been_saved_again():
    lines = saved_again(export([BAD], "sv"))
    assert lines[2:4] == [";" * 14, f"Titel;Visionskollen: det mesta på en gång{';' * 13}"]
    assert parse("\n".join(lines)).rows == (BAD,)


def test_a_row_added_below_what_the_export_says_of_itself_is_read():
    head, *_ = lines = saved_again(export([BAD], "sv"))
    places = head.split(";")
    added = {"Insats": "Bio", "Visionsområde": "Möten", "Skede": "Nätverk", "Nummer i skedet": "4"}
    lines += ["", ";".join(added.get(place, "") for place in places)]
    assert [row.title for row in parse("\n".join(lines)).rows] == ["Bad", "Bio"]


def test_so_little_in_a_row_of_the_table_itself_is_refused():
    lines = saved_again(export([BAD], "sv"))
    lines.insert(2, f"Titel;Bio{';' * 12}")
    assert problems("\n".join(lines))[0].startswith("blad.csv:3: väntade lika många värden")


def test_a_sheet_with_all_columns_is_preferred_to_one_with_some():
    book = workbook([["Insats"], ["Fel blad"]], cells(f"{HEADER}\n{CAFE}"))
    assert [row.title for row in parse(book).rows] == ["Språkcafé"]


@pytest.mark.parametrize(
    ("write", "changes"),
    [(xlsx, {"initiatives": None, "labels": None}), (report_csv, {"of_panel": True})],
    ids=["a deck", "a panel"],
)
def test_an_export_without_the_list_is_refused_with_what_to_take_instead(write, changes):
    shown = slide(
        panel("stages", table=Table("", ("Skede", "Listningar"), ((words("Nätverk"), words("3")),)))
    )
    assert refusal(write(replace(report([BAD], "sv"), slides=[shown], **changes))) == (
        "blad.csv: filen är tagen från Visionskollen men utan listan med insatser; "
        "ta med sidan Insatser som Excel eller CSV i stället"
    )


def test_a_file_for_programs_is_refused_with_what_to_give_instead():
    codes = Rows.of(pd.DataFrame({"code": ["bad"], "title": ["Bad"]}))
    told = refusal(machine_csv(replace(report([BAD], "sv"), codes=codes)))
    assert told == (
        "blad.csv: filen är gjord för program och har koder i stället för ord; "
        "ge en .xlsx eller en .csv för kalkylprogram"
    )
