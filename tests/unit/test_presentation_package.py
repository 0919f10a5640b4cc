"""The file around the slides, as strict as PowerPoint is before it offers to repair one."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx.oxml import parse_xml
from tests.reports import dumbbells, made_up_report, panel, slide

from dashboard.charts.bars import Bars, Part
from dashboard.exports.presentation import pptx

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")


@pytest.fixture(scope="module")
def package() -> Iterator[ZipFile]:
    """Of one of everything."""
    with ZipFile(BytesIO(pptx(made_up_report()))) as opened:
        yield opened


def xml_of(package: ZipFile, name: str) -> Any:
    return parse_xml(package.read(name))


def parts(package: ZipFile, folder: str) -> list[str]:
    return [
        name for name in package.namelist() if name.startswith(f"ppt/{folder}/") and name.endswith(".xml")
    ]


def relations(package: ZipFile) -> Iterator[tuple[str, Any]]:
    """With the part that each starts from; of the whole package from nothing."""
    for name in package.namelist():
        if name.endswith(".rels"):
            source = name.replace("_rels/", "").removesuffix(".rels")
            yield from ((source, each) for each in xml_of(package, name))


def target(source: str, relation: Any) -> str:
    return normpath(join(dirname(source), relation.get("Target"))).lstrip("/")


def test_every_part_is_there_once_has_a_content_type_and_is_reached_from_the_start(package: ZipFile) -> None:
    names = package.namelist()
    assert len(names) == len(set(names))
    types = xml_of(package, "[Content_Types].xml")
    known = {each.get("PartName", "").lstrip("/") for each in types}
    suffixes = {each.get("Extension") for each in types}
    assert [name for name in names[1:] if name not in known and name.rsplit(".")[-1] not in suffixes] == []
    inside = [(source, each) for source, each in relations(package) if each.get("TargetMode") != "External"]
    reached = {target(source, each) for source, each in inside}
    assert reached == {name for name in names[1:] if not name.endswith(".rels")}


def test_only_links_of_the_slides_lead_out_of_the_file(package: ZipFile) -> None:
    out = [(source, each) for source, each in relations(package) if each.get("TargetMode") == "External"]
    assert out
    for source, each in out:
        assert source.startswith("ppt/slides/")
        assert each.get("Type") == f"{KIND}hyperlink"
        assert each.get("Target").startswith("https://")


def test_every_relation_that_a_part_names_is_one_of_its_own(package: ZipFile) -> None:
    own: dict[str, set[str]] = {}
    for source, each in relations(package):
        own.setdefault(source, set()).add(each.get("Id"))
    for name in (name for name in package.namelist() if name.startswith("ppt/") and name.endswith(".xml")):
        used = {
            value
            for element in xml_of(package, name).iter()
            for key, value in element.attrib.items()
            if key.startswith(RELATION)
        }
        assert used <= own.get(name, set()), name


@pytest.mark.parametrize("folder", ["slides", "notesSlides"])
def test_no_two_shapes_of_a_slide_have_the_same_id(package: ZipFile, folder: str) -> None:
    for name in parts(package, folder):
        ids = Counter(xml_of(package, name).xpath("//*[local-name()='cNvPr']/@id"))
        assert set(ids.values()) == {1}, name


def test_no_two_slides_layouts_or_masters_have_the_same_id(package: ZipFile) -> None:
    masters = [xml_of(package, name) for name in parts(package, "slideMasters") if "/_rels/" not in name]
    deck = xml_of(package, "ppt/presentation.xml")
    slides = [int(each) for each in deck.xpath("//*[local-name()='sldId']/@id")]
    large = [
        int(each)
        for element in (deck, *masters)
        for each in element.xpath("//*[local-name()='sldMasterId' or local-name()='sldLayoutId']/@id")
    ]
    assert len(set(slides)) == len(slides) > 1
    assert all(256 <= each < 2**31 for each in slides)
    assert len(set(large)) == len(large) > 1
    assert all(2**31 <= each < 2**32 for each in large)


def test_there_are_notes_for_every_slide_and_a_master_of_them(package: ZipFile) -> None:
    assert len(parts(package, "notesSlides")) == len(parts(package, "slides"))
    named = xml_of(package, "ppt/presentation.xml").xpath("//*[local-name()='notesMasterId']")
    masters = [each for _, each in relations(package) if each.get("Type") == f"{KIND}notesMaster"]
    assert (len(named), {each.get("Target") for each in masters}) == (
        1,
        {"notesMasters/notesMaster1.xml", "../notesMasters/notesMaster1.xml"},
    )


def test_there_is_a_view_for_powerpoint_to_open_in_that_knows_no_slide(package: ZipFile) -> None:
    assert len(xml_of(package, "ppt/viewProps.xml")) == 0


def test_every_table_has_as_many_cells_in_each_row_as_it_has_columns(package: ZipFile) -> None:
    tables = [
        table
        for name in parts(package, "slides")
        for table in xml_of(package, name).xpath("//*[local-name()='tbl']")
    ]
    assert tables
    for table in tables:
        columns = len(table.xpath("./*[local-name()='tblGrid']/*"))
        assert {
            len(row.xpath("./*[local-name()='tc']")) for row in table.xpath("./*[local-name()='tr']")
        } == {columns}
        assert table.xpath("./*[local-name()='tblPr']/@firstRow") == ["1"]
        assert table.xpath("./*[local-name()='tblPr']/@firstCol") == ["1"]


def test_fields_have_ids_as_powerpoint_writes_them(package: ZipFile) -> None:
    for name in parts(package, "slides"):
        for each in xml_of(package, name).xpath("//*[local-name()='fld']/@id"):
            assert GUID.fullmatch(each)


# Charts and the sheets behind them


def charts(package: ZipFile) -> Iterator[tuple[Any, Any]]:
    """Each with the sheet that its numbers are edited in."""
    sheets = [(source, each) for source, each in relations(package) if each.get("Type") == f"{KIND}package"]
    for name, relation in sheets:
        yield xml_of(package, name), load_workbook(BytesIO(package.read(target(name, relation))))


def test_axes_have_ids_that_the_standard_allows_and_cross_each_other(package: ZipFile) -> None:
    for chart, _ in charts(package):
        drawn = [each.get("val") for each in chart.iter(f"{CHART}axId")]
        assert Counter(drawn) == dict.fromkeys(drawn, 2)
        assert all(0 <= int(each) < 2**31 for each in drawn)
        for axis in (*chart.iter(f"{CHART}catAx"), *chart.iter(f"{CHART}valAx")):
            crossed = axis.find(f"{CHART}crossAx").get("val")
            assert crossed in drawn
            assert crossed != axis.find(f"{CHART}axId").get("val")


def test_what_a_chart_shows_is_what_its_sheet_holds_where_it_says_so(package: ZipFile) -> None:
    seen = 0
    for chart, book in charts(package):
        for reference in (*chart.iter(f"{CHART}strRef"), *chart.iter(f"{CHART}numRef")):
            sheet, cells = reference.find(f"{CHART}f").text.split("!")
            found = book[sheet][cells.replace("$", "")]
            held = [row[0].value for row in found] if isinstance(found, tuple) else [found.value]
            told: list[Any] = [None] * len(held)
            for point in reference.iter(f"{CHART}pt"):
                told[int(point.get("idx"))] = point.find(f"{CHART}v").text
            numeric = reference.tag == f"{CHART}numRef"
            assert [value if value is None or not numeric else float(value) for value in told] == held
            seen += len(held)
    assert seen > 50


def sheet_behind(drawing: Any) -> Any:
    made = pptx(made_up_report(slides=[slide(panel("x", drawing))], definitions=()))
    with ZipFile(BytesIO(made)) as package:
        ((_, book),) = charts(package)
    return book.active


def test_the_sheet_of_a_chart_can_be_read_by_who_opens_it() -> None:
    long = "Nätverk och partnerskap där vi arbetar tillsammans med andra"
    sheet = sheet_behind(Bars([long, "2024"], [Part("Pågår nu", [3, 0]), Part("Sen", [1, 2])]))
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        [None, "Pågår nu", "Sen"],
        [long, 3, 1],
        ["2024", 0, 2],
    ]
    assert sheet.column_dimensions["A"].width > len(long) * 0.9


def test_shares_are_per_cent_in_the_sheet_as_in_the_chart() -> None:
    sheet = sheet_behind(dumbbells())
    assert (sheet["B2"].value, sheet["B2"].number_format) == (0.25, "0%")
