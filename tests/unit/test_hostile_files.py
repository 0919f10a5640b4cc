"""Files that are made to harm: bombs, forged snapshots, links out of the folder; and what SQL may do."""

import csv
import io
import json
import re
import subprocess
import sys
import tracemalloc
import unicodedata
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import duckdb
import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.trust import Kind

from dashboard.cli import main
from dashboard.deck_files import find_deck, open_deck
from dashboard.decks import DeckUnreadable, is_packed, read_deck, unpack
from dashboard.exports.spreadsheet_csv import spreadsheet_csv
from dashboard.filters import Filters
from dashboard.queries.coverage import totals
from dashboard.sources.capture import CaptureError
from dashboard.sources.captures import decode_capture, read_captures
from dashboard.sources.sheet_file import read_lines
from dashboard.spreadsheet import quote_formula, unquote_formula
from dashboard.store.build import build_store
from dashboard.store.check import check_data
from dashboard.store.connection import Store, open_store
from dashboard.store.snapshots import SnapshotError, read_files, take_snapshot, taken_snapshots, writing

MEGABYTE = 1_000_000


def peak(work: Callable[[], object]) -> int:
    """Bytes of Python's that were held at once, at most."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(CaptureError) as refused:
        work()
    return str(refused.value)


# Workbooks


def workbook(**changed: Callable[[str], str]) -> bytes:
    """A sheet with a and b in its first row; `changed` are parts by name, rewritten."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["a", "b"])
    plain, made = io.BytesIO(), io.BytesIO()
    book.save(plain)
    with ZipFile(plain) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            change = changed.get(Path(name).stem, lambda text: text)
            target.writestr(name, change(source.read(name).decode()))
    return made.getvalue()


def read(content: bytes) -> list[list[str]]:
    return [cells for _, cells in read_lines(content, "insatser.xlsx", lambda cells: cells[:1] != ["x"])]


def with_entities(declared: str, used: str) -> Callable[[str], str]:
    def change(sheet: str) -> str:
        body = re.sub(r"^<\?xml.*?\?>", "", sheet).replace("<t>a</t>", f"<t>{used}</t>")
        return f'<?xml version="1.0"?><!DOCTYPE x [{declared}]>{body}'

    return change


LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))


@pytest.mark.parametrize(
    ("declared", "used"),
    [(LAUGHS, "&l10;"), (f'<!ENTITY q "{"a" * 50_000}">', "&q;" * 20_000)],
    ids=["a billion laughs", "a gigabyte of one long entity"],
)
def test_entities_that_swell_are_refused(declared, used, ledger):
    content = workbook(sheet1=with_entities(declared, used))
    assert len(content) < 100_000
    said = []
    held = peak(lambda: said.append(refusal(lambda: read(content))))
    assert "insatser.xlsx" in said[0]
    assert held < 400 * MEGABYTE  # of gigabytes: expat sees how much more comes out than went in
    ledger.note(Kind.HOSTILE, "a workbook that swells")


def test_an_entity_never_reads_a_file_of_this_machine(tmp_path, ledger):
    secret = tmp_path / "secret"
    secret.write_text("hemligt", "utf-8")
    content = workbook(sheet1=with_entities(f'<!ENTITY f SYSTEM "{secret.as_uri()}">', "&f;"))
    try:
        shown = str(read(content))
    except CaptureError as error:
        shown = str(error)
    assert "hemligt" not in shown
    ledger.note(Kind.HOSTILE, "a workbook that would read a file")


def test_a_packed_bomb_is_refused_before_it_is_unpacked(ledger):
    bomb = io.BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as parts, parts.open("xl/worksheets/sheet1.xml", "w") as part:
        for _ in range(150):
            part.write(b"\0" * MEGABYTE)
    said = []
    held = peak(lambda: said.append(refusal(lambda: read(bomb.getvalue()))))
    assert "blir större än 100 MB när den packas upp; spara bara bladet" in said[0]
    assert held < 20 * MEGABYTE
    ledger.note(Kind.HOSTILE, "a workbook that swells")


@pytest.mark.parametrize(
    "content", [b"a" * 300_000, b'"' * 300_001, b"a;b\n" + b"c" * 200_000, b'a;b\n"' + b"c;" * 100_000]
)
def test_a_field_longer_than_any_is_refused_or_no_table_of_ours(content, ledger):
    try:
        said = str(read_lines(content, "insatser.csv", lambda cells: cells == ["a", "b"]))
    except CaptureError as refused:
        said = str(refused)
    assert said == "[]" or "insatser.csv:2: härifrån går filen inte att läsa som CSV" in said
    ledger.note(Kind.HOSTILE, "a CSV file of one huge field")


# Pages


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">x", "en tagg har fler än 1000 attribut"),
        ("<p " + " ".join(f'a{n}=">"' for n in range(300_000)) + ">x", "en tagg har fler än 1000 attribut"),
        ("<ul><li>" * 100_000, "listor i listor utan ände"),
        ("x" * 6_000_000, "större än 5 MB"),
    ],
    ids=["attributes", "attributes with brackets", "lists", "length"],
)
def test_a_page_that_would_take_for_ever_is_refused_in_words(body, reason, ledger):
    assert reason in refusal(lambda: decode_capture(f"<!doctype html><body>{body}".encode(), "sida.html"))
    ledger.note(Kind.HOSTILE, "a page that would take for ever")


def test_a_page_with_one_long_attribute_is_read():
    value = '{"a": "b"} ' * 20_000
    page = f"<!doctype html><body><p data-x='{value}'>Ord</p>"
    assert decode_capture(page.encode(), "sida.html").text.strip() == "Ord"


def test_a_web_archive_that_swells_is_refused_in_bounded_memory(tmp_path, ledger):
    page = zlib.compress(b"<html>" + b" " * (200 * MEGABYTE), 9, wbits=31)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + page
    head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
    head += "WARC-Date: 2031-05-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    head += f"WARC-Target-URI: https://exempelby.example/\r\nContent-Length: {len(http)}\r\n\r\n"
    archive = tmp_path / "sidor.warc"
    archive.write_bytes(head.encode() + http + b"\r\n\r\n")
    found = []
    held = peak(lambda: found.extend(read_captures(archive)))
    assert [str(each) for each in found if "större än 5 MB" in str(each)] == [str(each) for each in found]
    assert found
    assert held < 40 * MEGABYTE
    ledger.note(Kind.HOSTILE, "a web archive that swells")


# Decks


def packed(content: bytes) -> str:
    return "1." + urlsafe_b64encode(zlib.compress(content, 9)).decode().rstrip("=")


@pytest.mark.parametrize(
    "content",
    [
        b'["' + b"a" * (40 * MEGABYTE) + b'","",[]]',
        b"[" * 60_000,
        b"[" + b"9" * 50_000 + b',"",[]]',
        b'["x","../../etc/x",[]]',
        b'["x","",[["skeden","stages"],["skeden"]]]',
        b'["x","",{"a":1}]',
        b'["\\ud800","",[]]',
        b'{"__class__":"x"}',
        b"null",
    ],
    ids=lambda content: content[:24].decode(),
)
def test_a_forged_deck_in_a_link_is_none(content, ledger):
    spelt = packed(content)
    assert is_packed(spelt)
    found = []
    held = peak(lambda: found.append(unpack(spelt)))
    assert found == [None]
    assert held < 5 * MEGABYTE
    ledger.note(Kind.HOSTILE, "a forged deck in a link")


@pytest.mark.parametrize(
    "content",
    [b"title=" + b"9" * 10_000, b"a=" + b"[" * 50_000, b"title=2031-99-99", b"\xff", b'title="\x00"'],
    ids=["a number", "depth", "a day", "no UTF-8", "NUL"],
)
def test_a_forged_deck_in_a_file_is_refused_in_words(content, ledger):
    with pytest.raises(DeckUnreadable) as refused:
        read_deck(content, "decks/ont.toml")
    assert str(refused.value.problems[0]).startswith("decks/ont.toml")
    ledger.note(Kind.HOSTILE, "a forged deck in a file")


# The data folder


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("municipality.toml", "a=" + "[" * 50_000, "går inte att läsa som TOML"),
        ("municipality.toml", "a=" + "9" * 10_000, "går inte att läsa som TOML"),
        ("portfolio/rules.csv", "code,pattern\na," + "(" * 5_000 + "\n", "inte ett reguljärt uttryck"),
        ("portfolio/rules.csv", "code,pattern\na,a{99999999999999}\n", "inte ett reguljärt uttryck"),
        ("portfolio/facts.csv", "initiative\n" + "a" * 200_000 + "\n", "raden går inte att läsa"),
        ("geography/districts.geojson", "[" * 100_000, "går inte att läsa som GeoJSON"),
        ("geography/districts.geojson", '{"features": 7}', "går inte att läsa som GeoJSON"),
    ],
    ids=lambda value: value[:30],
)
def test_a_file_that_a_reader_would_choke_on_is_a_problem_with_its_name(
    portfolio_folder, file, content, message, ledger
):
    (portfolio_folder / file).write_text(content, "utf-8")
    _, problems = check_data(read_files(portfolio_folder))
    assert any(file in str(each) and message in str(each) for each in problems)
    ledger.note(Kind.HOSTILE, "a file of the data that a reader would choke on")


@pytest.mark.parametrize("target", ["/etc/hostname", "../../outside.csv", "initiatives.csv"])
def test_a_link_out_of_the_data_folder_is_not_followed(portfolio_folder, target, ledger):
    (portfolio_folder.parent / "outside.csv").write_text("hemligt\n", "utf-8")
    path = portfolio_folder / "portfolio" / "initiatives.csv"
    path.unlink()
    path.symlink_to(target)
    result = CliRunner().invoke(main, ["check", "--data", str(portfolio_folder)])
    assert result.exit_code == 1
    assert "länken leder ut ur mappen" in result.stderr
    assert "hemligt" not in result.output
    ledger.note(Kind.HOSTILE, "a link out of the data folder")


def test_a_link_within_the_data_folder_is_followed(portfolio_folder):
    path = portfolio_folder / "portfolio" / "initiatives.csv"
    path.rename(portfolio_folder / "real.csv")
    path.symlink_to("../real.csv")
    assert "portfolio/initiatives.csv" in read_files(portfolio_folder)


def test_a_deck_that_is_a_link_out_of_the_folder_is_not_read(portfolio_folder, ledger):
    (portfolio_folder.parent / "secret.toml").write_text('title = "hemligt"\n', "utf-8")
    decks = portfolio_folder / "decks"
    decks.mkdir()
    (decks / "ont.toml").symlink_to("../../secret.toml")
    with pytest.raises(DeckUnreadable) as refused:
        open_deck(portfolio_folder, "ont")
    assert [str(each) for each in refused.value.problems] == [
        "decks/ont.toml: filen är en länk ut ur datamappen. Lägg filen själv där."
    ]
    ledger.note(Kind.HOSTILE, "a link out of the data folder")


@pytest.mark.parametrize(
    "code", ["../secret", "/etc/passwd", "ont\x00", "\uff2f\uff2e\uff34", "ont.toml"], ids=ascii
)
def test_the_code_of_a_deck_is_never_a_path(portfolio_folder, code, ledger):
    (portfolio_folder / "secret.toml").write_text('title = "hemligt"\n', "utf-8")
    (portfolio_folder / "decks").mkdir()
    assert open_deck(portfolio_folder, code) is None
    with pytest.raises(Exception, match="deck-no-such"):
        find_deck(portfolio_folder, code)
    ledger.note(Kind.HOSTILE, "the code of a deck that is a path")


FORGED = [
    {"code": "../../evil"},
    {"code": "2031-05-02/../../../evil"},
    {"code": 7},
    {"record": []},
    {"replaces": {"../../evil": ""}},
    {"replaces": {"portfolio/facts.csv/../../../evil": ""}},
    {"files": {"portfolio/facts.csv": "../../../etc/passwd"}},
    {"files": {"../evil": "0" * 64}},
    {"files": []},
]


@pytest.mark.parametrize("forged", FORGED, ids=str)
def test_a_forged_snapshot_that_waits_to_be_put_in_place_writes_nothing(portfolio_folder, forged, ledger):
    with writing(portfolio_folder):
        take_snapshot(portfolio_folder, date(2031, 5, 2))
    [code] = taken_snapshots(portfolio_folder)
    snapshots = portfolio_folder / "snapshots"
    files = json.loads((snapshots / f"{code}.json").read_bytes())["files"]
    manifest = {"code": "2031-06-02", "record": {}, "files": files, "replaces": {}} | forged
    (snapshots / "pending.json").write_text(json.dumps(manifest), "utf-8")
    before = sorted(portfolio_folder.parent.rglob("*"))
    with pytest.raises(SnapshotError, match="ögonblicksbilden är trasig"), writing(portfolio_folder):
        pass
    assert sorted(portfolio_folder.parent.rglob("*")) == before
    ledger.note(Kind.HOSTILE, "a forged snapshot")


def test_a_snapshot_nested_without_end_is_told(portfolio_folder, ledger):
    (portfolio_folder / "snapshots").mkdir()
    (portfolio_folder / "snapshots" / "pending.json").write_text("[" * 100_000, "utf-8")
    with pytest.raises(SnapshotError, match="trasig"):
        read_files(portfolio_folder)
    ledger.note(Kind.HOSTILE, "a forged snapshot")


# SQL


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("store")
    build_store(Path(__file__).parents[1] / "data" / "exempelby", folder)
    return open_store(folder)


@pytest.mark.parametrize(
    "statement",
    [
        "from read_csv('/etc/passwd')",
        "from read_text('/etc/hostname')",
        "from read_blob('/proc/self/environ')",
        "from read_json('/etc/hostname')",
        "from read_parquet('x.parquet')",
        "from glob('/etc/*')",
        "from '/etc/passwd'",
        "from 'https://vkhit.example/x.parquet'",
        "attach '/tmp/x.duckdb'",
        "attach ':memory:' as other; create table other.t as select 1",
        "copy listing to 'x.csv'",
        "copy (select 1) to '/dev/stdout'",
        "export database 'x'",
        "import database 'x'",
        "install httpfs",
        "load httpfs",
        "load '/tmp/x.duckdb_extension'",
        "create table t (n int)",
        "create secret s (type s3)",
        "insert into listing select * from listing",
        "update initiative set title = 'x'",
        "delete from listing",
        "drop table listing",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set memory_limit = '1TB'",
        "set threads = 99",
        "pragma memory_limit = '1TB'",
        "reset lock_configuration",
    ],
)
def test_the_store_reads_itself_and_nothing_else(store, statement, ledger, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(duckdb.Error):
        store.rows(statement, {})
    assert list(tmp_path.iterdir()) == []
    assert store.rows("select count(*) as n from listing", {})["n"].iloc[0] > 0
    ledger.note(Kind.HOSTILE, "an SQL statement that would leave the store")


WORDS = (
    *("'; drop table listing; --", "' or 1=1 --", '" union select 1', "%", "_", "\\", "$words", "?", ":x"),
    *("\x00", "*/", "(((", "a" * 100_000),
)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: ascii(words)[:24])
def test_words_that_readers_search_are_bound_and_mean_themselves(store, words, ledger):
    found = totals(store, Filters(words=words))
    assert found.initiatives == 0
    assert totals(store, Filters()).initiatives > 0
    ledger.note(Kind.HOSTILE, "SQL in a reader's words")


def test_statements_are_files_and_are_put_together_from_no_values():
    """Each is read whole from its file; what a reader says reaches it as a bound value alone."""
    for path in Path(open_store.__code__.co_filename).parents[1].rglob("*.py"):
        for line in path.read_text("utf-8").splitlines():
            assert not re.search(r"""(?:rows|execute|sql)\(\s*f["']""", line), f"{path}: {line}"


def test_an_import_within_little_memory_says_what_is_too_large(tmp_path, ledger):
    """The bound is the system's own: beyond half a gigabyte the process is refused any more."""
    bomb = tmp_path / "sida.html"
    with bomb.open("wb") as file:
        file.truncate(4_000 * MEGABYTE)
    asked = (
        "import resource, pathlib, sys;"
        "from dashboard.sources.captures import read_captures;"
        "resource.setrlimit(resource.RLIMIT_DATA, (512 * 2**20, 512 * 2**20));"
        "print(*read_captures(pathlib.Path(sys.argv[1])))"
    )
    done = subprocess.run([sys.executable, "-c", asked, bomb], capture_output=True, text=True, check=True)
    assert "filen är större än 5 MB" in done.stdout
    ledger.note(Kind.HOSTILE, "a page that would take for ever")


# Formulas

CELLS = st.tuples(
    st.sampled_from(["", " ", "\u00a0", "'", "''", "\t", "\r", "\n"]),
    st.sampled_from([*"=+-@\uff1d\uff0b\uff0d\uff20", "\t=", "\r\n=", "=cmd|' /C calc'!A0", "a\n="]),
    st.text(max_size=6),
).map("".join)


@given(CELLS)
def test_no_cell_of_a_csv_file_begins_as_a_formula_does(ledger, cell):
    written = quote_formula(cell)
    assert unicodedata.normalize("NFKC", written).lstrip()[:1] not in {*"=+-@"} or not written.strip()
    assert unquote_formula(written) == cell
    assert quote_formula(unquote_formula(written)) == written
    ledger.note(Kind.HOSTILE, "a formula in a CSV file")


@given(st.lists(CELLS, min_size=1, max_size=4))
@settings(max_examples=25)
def test_a_row_of_formulas_comes_back_as_it_was(ledger, cells):
    heads = [f"h{place}" for place in range(len(cells))]
    content = spreadsheet_csv(pd.DataFrame([cells], columns=heads)).decode("utf-8-sig")
    [_, row] = csv.reader(io.StringIO(content, newline=""), delimiter=";")
    lines = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]
    assert [unquote_formula(cell) for cell in row] == lines
    ledger.note(Kind.HOSTILE, "a formula in a CSV file", len(cells))
