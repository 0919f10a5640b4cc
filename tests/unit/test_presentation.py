"""The presentation as PowerPoint finds it: read back, in our template and in others."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from math import cos, radians
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.util import Pt
from tests.reports import (
    BASIS,
    DATED,
    LONG,
    SOURCE,
    TRICKY,
    district_map,
    dumbbells,
    grid,
    made_up_report,
    panel,
    slide,
    units,
)

from dashboard.charts.bars import Bars, Part
from dashboard.charts.district_map import DistrictMap
from dashboard.charts.drawing import Drawing
from dashboard.charts.dumbbell import Dumbbells
from dashboard.charts.grid import Grid, GridCell, GridRow
from dashboard.charts.shares import Key, ShareBar, ShareBars, Stretch, Target
from dashboard.charts.stills.lettering import longest_word
from dashboard.charts.table import Cell, Table
from dashboard.charts.table import words as words_of
from dashboard.deck_files import open_deck
from dashboard.exports.presentation import pptx
from dashboard.exports.report import Report, Slide
from dashboard.exports.slides.lettering import height_of
from dashboard.exports.slides.native_charts import add_chart
from dashboard.exports.slides.native_tables import Sheet, Written, pages
from dashboard.exports.slides.template import OURS, Box, TemplateUnusable, open_template
from dashboard.panels.pages import PANELS
from dashboard.panels.view import view_of
from dashboard.reports import report_of, report_of_deck
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.text import text_of

VIEW = "https://visionskollen.example/omraden?district=norrby&lang=sv"


def deck(report: Report, template: Path | None = None) -> Any:
    return Presentation(BytesIO(pptx(report, template)))


def shown(drawing: Drawing | None, **changes: Any) -> list[Any]:
    """The slides of one panel, without the first of the deck."""
    told: Slide = replace(slide(panel("made-up", drawing)), **changes)
    return list(deck(made_up_report(slides=[told], definitions=())).slides)[1:]


def charts(slides: list[Any]) -> list[Any]:
    return [shape.chart for each in slides for shape in each.shapes if shape.has_chart]


def tables(slides: list[Any]) -> list[list[list[str]]]:
    """Their cells, row by row; the first row is the heads."""
    found = [shape.table for each in slides for shape in each.shapes if shape.has_table]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


def words(each: Any) -> str:
    return " ".join(shape.text_frame.text for shape in each.shapes if shape.has_text_frame)


def addresses(each: Any) -> list[str]:
    runs = (run for shape in each.shapes if shape.has_text_frame for run in runs_of(shape.text_frame))
    return [run.hyperlink.address for run in runs if run.hyperlink.address]


def runs_of(frame: Any) -> Iterator[Any]:
    return (run for paragraph in frame.paragraphs for run in paragraph.runs)


def series(chart: Any) -> dict[str, tuple[float | None, ...]]:
    return {each.name: tuple(each.values) for plot in chart.plots for each in plot.series}


@pytest.fixture(scope="module")
def everything() -> Any:
    return deck(made_up_report())


# What stands on the slides


def test_first_the_title_with_what_it_shows_of_what_from_when_and_the_way_to_the_view(
    everything: Any,
) -> None:
    first = everything.slides[0]
    assert first.shapes.title.text == "Visionskollen: det mesta på en gång"
    assert all(said in words(first) for said in (made_up_report().sentence, BASIS, DATED, SOURCE))
    assert addresses(first) == ["https://visionskollen.example/?omrade=norrby&lang=sv"]


def test_each_slide_has_its_sentence_for_title_and_its_filter_line_date_and_source_below() -> None:
    (each,) = shown(grid_of(2), address=VIEW)
    assert (
        each.shapes.title.text == "Mest finns i made-up: 17 av 68 insatser pågår i Norrby och Hässleholmen."
    )
    assert f"Område: Norrby, 17 av 68 insatser · {DATED} · {SOURCE} · Öppna vyn" in words(each)
    assert addresses(each) == [VIEW]


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "omraden?district=norrby"])
def test_an_address_that_leads_nowhere_is_no_link(address: str) -> None:
    (each,) = shown(grid_of(2), address=address)
    assert "Öppna vyn" not in words(each)


def test_a_title_of_its_own_has_what_the_panel_says_below() -> None:
    (each,) = shown(grid_of(2), title="Egen rubrik")
    assert each.shapes.title.text == "Egen rubrik"
    assert "Diagram made-up Mest finns i made-up: 17 av 68 insatser pågår" in " ".join(words(each).split())


def test_the_first_sentence_is_the_title_and_the_others_stand_below() -> None:
    (each,) = shown(None, panel=panel("x", grid_of(2), sentence="Ett. Två.", title="X"), title="Ett. Två.")
    assert each.shapes.title.text == "Ett."
    assert "Två." in words(each)


def test_signs_that_the_matrices_explain_themselves_are_not_explained_again() -> None:
    meaning = text_of("sv")("meaning-none")
    last = list(deck(made_up_report(definitions=[("Insats", "Något."), ("0", meaning)])).slides)[-1]
    assert tables([last])[0][1:] == [["Insats", "Något."]]


def test_what_the_words_mean_stands_last(everything: Any) -> None:
    last = everything.slides[-1]
    assert last.shapes.title.text == "Vad orden betyder"
    assert tables([last])[0][1:] == [["Insats", "Något som staden beskriver på sin webb."], ["Skede", TRICKY]]


def test_notes_say_what_the_presenter_wrote_then_all_that_must_be_said(everything: Any) -> None:
    told = deck(
        made_up_report(slides=[slide(panel("x", grid_of(2)), note="Ett.\nTvå.", address=VIEW)])
    ).slides[1]
    assert told.notes_slide.notes_text_frame.text.split("\n")[:7] == [
        "Ett.", "Två.", "Mest finns i x: 17 av 68 insatser pågår i Norrby och Hässleholmen.",
        "Område: Norrby, 17 av 68 insatser", DATED, SOURCE, VIEW,
    ]  # fmt: skip
    for each in everything.slides:
        assert "n av N" in each.notes_slide.notes_text_frame.text


# Charts


def test_bars_are_a_stacked_chart_read_from_the_top() -> None:
    (chart,) = charts(shown(Bars(["A", "B"], [Part("Nu", [3, 0]), Part("Sen", [0, 2], 1, "/")])))
    assert chart.chart_type is XL_CHART_TYPE.BAR_STACKED
    assert list(chart.plots[0].categories) == ["A", "B"]
    assert series(chart) == {"Nu": (3, 0), "Sen": (0, 2)}
    assert chart.category_axis.reverse_order
    assert chart.has_legend


def test_numbers_stand_on_the_bars_but_no_noughts() -> None:
    (chart,) = charts(shown(Bars(["A", "B"], [Part("Nu", [3, 0])])))
    labels = chart.plots[0].series[0].data_labels
    assert (labels.show_value, labels.number_format) == (True, "#,##0;;;")
    assert not chart.has_legend


def test_parts_have_colours_of_the_theme_and_hatching_of_their_own() -> None:
    parts = [
        Part("Nu", [1], 0),
        Part("Sen", [1], 1, "/"),
        Part("Med andra", [1], 2, "."),
        Part("?", [1], None),
    ]
    (chart,) = charts(shown(Bars(["A"], parts)))
    fills = [each.format.fill for each in chart.plots[0].series]
    assert [fill.fore_color.theme_color.name for fill in fills] == [
        "ACCENT_1",
        "ACCENT_2",
        "ACCENT_3",
        "TEXT_2",
    ]
    assert [fill.type == 2 for fill in fills] == [False, True, True, False]


def test_many_bars_take_several_charts_on_one_scale() -> None:
    values = list(range(60))
    found = charts(shown(Bars([f"Rad {n}" for n in values], [Part("Nu", values)])))
    assert len(found) > 1
    assert [name for chart in found for name in chart.plots[0].categories] == [f"Rad {n}" for n in values]
    assert [value for chart in found for value in series(chart)["Nu"]] == values
    assert {chart.value_axis.maximum_scale for chart in found} == {59}


def test_squares_are_counted_by_stage_and_weave() -> None:
    (chart,) = charts(shown(units()))
    assert list(chart.plots[0].categories) == ["Pågår", LONG]
    assert series(chart) == {"Möjligheter": (8, 4), "Textil": (8, 4), "Flera visionsområden": (4, 2)}


def test_a_screen_reader_hears_what_a_chart_is_called_and_what_it_says_once() -> None:
    (each,) = shown(dumbbells())
    [described] = [
        text for shape in each.shapes if shape.has_chart for text in shape.element.xpath(".//p:cNvPr/@descr")
    ]
    assert described.startswith("Diagram made-up: Mest finns i made-up: 17 av 68")
    assert described.count("Mest finns") == 1


def test_dumbbells_are_bars_beside_each_other_and_an_unknown_share_has_none() -> None:
    (chart,) = charts(shown(dumbbells()))
    assert chart.chart_type is XL_CHART_TYPE.BAR_CLUSTERED
    assert list(chart.plots[0].categories) == ["Norrby", LONG]
    assert series(chart) == {"Insatser": (0.25, 0.05), "Invånare": (0.1, None), "Behov": (0.15, 0.08)}
    assert [point.data_label.text_frame.text for point in points(chart, 2)] == ["25 %", "5 %"]


def points(chart: Any, count: int) -> list[Any]:
    return [chart.plots[0].series[0].points[n] for n in range(count)]


def test_a_single_row_is_no_thicker_than_needed() -> None:
    one, many = (dumbbells(), replace(dumbbells(), labels=[f"Rad {n}" for n in range(9)], series=[]))
    many = replace(many, series=[replace(each, shares=[0.1] * 9, printed=()) for each in dumbbells().series])
    gaps = [charts(shown(each))[0].plots[0].gap_width for each in (one, many)]
    assert gaps == [180, 40]


def test_shares_are_bars_above_their_targets_on_the_same_scale() -> None:
    bars = [
        ShareBar(
            "Ett",
            "",
            "59 av 68",
            [Stretch("only", 40), Stretch("shared", 9.5)],
            [Target("a", 34)],
            ["15 över"],
        ),
        ShareBar("Två", "", "9 av 68", [Stretch("only", 9)], [Target("a", 17)], ["8 under"]),
    ]
    keys = [Key("only", "bara här"), Key("shared", "delas"), Key("target-a", "mål")]
    (each,) = shown(ShareBars(bars, 68, keys, ("0", "68 insatser")))
    (chart,) = charts([each])
    assert list(chart.plots[0].categories) == ["Ett: 59 av 68", "mål", "Två: 9 av 68", "mål"]
    assert series(chart) == {
        "bara här": (40, None, 9, None),
        "delas": (9.5, None, 0, None),
        "mål": (None, 34, None, 17),
    }
    assert chart.value_axis.maximum_scale == 68
    assert "Ett: 59 av 68. 15 över" in each.notes_slide.notes_text_frame.text


def test_what_is_hatched_differs_from_what_is_not_in_the_same_colour() -> None:
    (chart,) = charts(shown(Bars(["A"], [Part("Angiven", [1]), Part("Härledd", [1], 0, "/")])))
    stated, inferred = (each.format.fill for each in chart.plots[0].series)
    assert stated.fore_color.theme_color == inferred.fore_color.theme_color
    assert inferred.back_color.theme_color.name == "BACKGROUND_1"


def test_under_a_chart_stands_its_table_where_that_is_short() -> None:
    (short,) = shown(units())
    assert [row[1] for row in tables([short])[0]] == ["Insatser", "17", "0", "3"]
    (long,) = shown(units(), panel=panel("x", units(), rows=30))
    assert tables([long]) == []


# Maps


def mapped(**changes: Any) -> list[Any]:
    """The slides of a map with two districts, of which it tells of the first."""
    rows = [(words_of("Norrby"), Cell(5, "5")), (words_of("Brämhult"), Cell(0, "0"))]
    told = Table("Områden", ("Område", "Insatser"), tuple(rows))
    return shown(None, panel=panel("x", district_map(), table=told), **changes)


def map_on(each: Any) -> list[Any]:
    """The shapes that it is made of."""
    (group,) = [shape for shape in each.shapes if shape.shape_type is MSO_SHAPE_TYPE.GROUP]
    return list(group.shapes)


def test_a_map_is_outlines_symbols_and_names_that_can_be_edited() -> None:
    shapes = map_on(*mapped())
    kinds = Counter(shape.shape_type for shape in shapes)
    districts, diamond = 2, 1
    assert kinds[MSO_SHAPE_TYPE.FREEFORM] == districts + diamond
    assert kinds[MSO_SHAPE_TYPE.AUTO_SHAPE] == 1
    assert [text_in(shape) for shape in shapes if text_in(shape)] == ["5", "Norrby"]
    assert kinds[MSO_SHAPE_TYPE.PICTURE] == 0


def test_outlines_have_the_corners_of_their_districts_in_their_proportions() -> None:
    outlines = [each for each in map_on(*mapped()) if each.shape_type is MSO_SHAPE_TYPE.FREEFORM][:2]
    assert [len(each._element.xpath(".//a:pt")) for each in outlines] == [4, 4]
    squeeze = cos(radians((57.72 + 57.83) / 2))
    for each in outlines:
        assert each.width / each.height == pytest.approx(0.2 * squeeze / 0.1, rel=0.02)
    west, east = outlines
    assert (east.left > west.left, east.top < west.top) == (True, True)


def test_a_map_has_the_colours_of_the_theme_and_none_of_its_shadows() -> None:
    for shape in map_on(*mapped()):
        assert not shape._element.xpath(".//a:srgbClr | ./p:style")


def test_on_a_symbol_stands_whichever_of_paper_and_ink_can_be_read(tmp_path: Path) -> None:
    yellow = deck(
        made_up_report(slides=[slide(panel("x", district_map()))]), themed(tmp_path, accent1="FFFF00")
    )
    numbers = [
        [run.font.color.theme_color.name for shape in map_on(made.slides[1]) for run in runs_in(shape, "5")]
        for made in (deck(made_up_report(slides=[slide(panel("x", district_map()))])), yellow)
    ]
    assert numbers == [["BACKGROUND_1"], ["TEXT_1"]]


def runs_in(shape: Any, text: str) -> list[Any]:
    return [run for run in runs_of(shape.text_frame) if run.text == text] if shape.has_text_frame else []


def test_beside_a_map_stand_the_districts_that_it_tells_of_and_where_the_others_are() -> None:
    (each,) = mapped()
    assert tables([each]) == [[["Område", "Insatser"], ["Norrby", "5"]]]
    assert "Alla 2 finns i CSV- och Excelfilerna." in words(each)


def test_districts_that_would_be_crowded_beside_a_map_stand_behind_it() -> None:
    rows = [(words_of("Norrby"), *(Cell(5, "5") for _ in range(4)))]
    heads = ("Område", *(f"Förutsättningarna{n}" for n in range(4)))
    first, second = shown(None, panel=panel("x", district_map(), table=Table("Områden", heads, tuple(rows))))
    assert map_on(first)
    assert [table[0] for table in tables([first, second])] == [list(heads)]
    assert "Alla 1 finns i CSV- och Excelfilerna." in words(second)


def test_letters_of_a_chart_leave_room_for_its_legend() -> None:
    template = open_template()
    template.add_slide(template.chart)
    sizes = []
    for parts in ([Part("Nu", [1, 2])], [Part("Nu", [1, 2]), Part("Sen", [1, 2])]):
        box = Box(0, 0, Pt(500), Pt(70))
        frame = add_chart(template.deck.slides[0], box, Bars(["A", "B"], parts), slice(None), template)
        sizes.append(frame.chart.font.size)
    assert sizes == [Pt(16), Pt(10)]


# Tables


def grid_of(rows: int) -> Grid:
    cells = [GridCell("8", kind="count", weight=1, range="6–8"), GridCell("↔ 7", kind="wide-only")]
    lines = [GridRow(f"Område {n}", cells, GridCell(str(n))) for n in range(rows)]
    return Grid(
        "Alla", ["Nu", "Sen"], lines, [GridCell("12"), GridCell("0")], GridCell("68"), "Summa", "Område"
    )


def test_a_matrix_is_a_table_with_its_signs_ranges_and_sums() -> None:
    assert tables(shown(grid_of(2))) == [
        [
            ["Område", "Nu", "Sen", "Summa"],
            ["Område 0", "8 (6–8)", "↔ 7", "0"],
            ["Område 1", "8 (6–8)", "↔ 7", "1"],
            ["Summa", "12", "0", "68"],
        ]
    ]


def test_a_high_matrix_takes_several_slides_under_the_same_heads() -> None:
    slides = shown(grid_of(44))
    found = tables(slides)
    assert {tuple(table[0]) for table in found} == {("Område", "Nu", "Sen", "Summa")}
    rows = [row[0] for table in found for row in table[1:]]
    assert rows == [*(f"Område {n}" for n in range(44)), "Summa"]
    assert slides[0].shapes.title.text.endswith(f"(1\u00a0av\u00a0{len(slides)})")


def test_the_legend_of_a_matrix_stands_beside_it_and_it_says_where_what_folds_away_is_found() -> None:
    (alone,) = shown(grid())
    assert "Så läser du tecknen" in words(alone)
    assert "↔ 7  endast kommunövergripande, 7 når hela kommunen" in words(alone)
    assert "Parker och natur finns i CSV- och Excelfilerna." in words(alone)


def test_a_long_table_ends_with_how_many_rows_are_left() -> None:
    told = slide(panel("long", rows=600))
    slides = list(deck(made_up_report(slides=[told], definitions=())).slides)[1:]
    rows = sum(len(table) - 1 for table in tables(slides))
    assert len(slides) == 2
    assert f"Här står de {rows} första raderna. {600 - rows} rader till finns" in words(slides[-1])


def test_an_empty_table_says_so(everything: Any) -> None:
    (empty,) = [each for each in everything.slides if each.shapes.title.text == "Ingen insats är vald."]
    assert "Tabellen har inga rader." in words(empty)
    assert tables([empty]) == []


def test_a_chart_of_nothing_is_its_empty_table() -> None:
    slides = shown(Bars([], [Part("Nu", [])]))
    assert not charts(slides)
    assert len(tables(slides)) == 1


def test_words_are_never_broken_and_letters_as_large_as_that_allows() -> None:
    heads = ("Område", "Förutsättningar för arbete", "Nätverk och partnerskap där vi arbetar med andra")
    sheet = Sheet(heads, [[Written(f"Rad {n}"), Written("1"), Written("2")] for n in range(3)], even=True)
    (page,) = pages(sheet, Box(0, 0, Pt(600), Pt(300)))
    assert page.size == 20
    for head, width in zip(heads, page.widths, strict=True):
        assert longest_word(head, page.size, bold=True) * Pt(1) < width


@pytest.mark.parametrize("width", range(200, 400, 20))
def test_heads_have_room_for_bold_letters_a_little_wider_than_ours(width: int) -> None:
    heads = ("Område", "Det här gör vi nu", "Nätverk och partnerskap där vi arbetar tillsammans med andra")
    rows = [[Written("Norrby"), Written("1"), Written("2")]] * 3
    (page,) = pages(Sheet(heads, rows), Box(0, 0, Pt(width), Pt(400)))
    for head, column in zip(heads, page.widths, strict=True):
        assert height_of(head, page.size, int((column - Pt(12)) * 0.95), bold=True) <= page.heights[0]


def test_a_column_of_long_text_gets_the_room_that_short_ones_do_not_need() -> None:
    rows = [[Written("Vad räknas?"), Written("Varje tal är antalet insatser som kommunen beskriver. " * 3)]]
    (page,) = pages(Sheet(("Ord", "Betydelse"), rows), Box(0, 0, Pt(800), Pt(300)))
    word, means = page.widths
    assert word < means / 3
    assert sum(page.widths) == pytest.approx(Pt(800), abs=2)


@pytest.mark.parametrize(
    ("ink", "paper", "lightens"), [("111111", "FFFFFF", True), ("EEEEEE", "111122", False)]
)
def test_lines_and_hatching_are_faint_on_any_paper(
    tmp_path: Path, ink: str, paper: str, lightens: bool
) -> None:
    report = made_up_report(slides=[slide(panel("x", grid())), slide(panel("y", dumbbells()))])
    made = deck(report, themed(tmp_path, dk1=ink, lt1=paper))
    (matrix,) = [shape._element for shape in made.slides[1].shapes if shape.has_table]
    (chart,) = charts(list(made.slides))
    for element in (matrix, chart.value_axis.major_gridlines._xAx):
        assert bool(element.xpath(".//a:lumOff")) is lightens
        assert element.xpath(".//a:schemeClr[@val='tx1']/a:lumMod")


def themed(folder: Path, **colours: str) -> Path:
    """Ours, in other colours."""
    path = folder / "mall.pptx"
    with ZipFile(OURS) as package, ZipFile(path, "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            for slot, colour in colours.items() if name == "ppt/theme/theme1.xml" else ():
                new = f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>'.encode()
                part, found = re.subn(rf"<a:{slot}>.*?</a:{slot}>".encode(), new, part)
                assert found
            copy.writestr(name, part)
    return path


def test_a_panel_without_even_a_table_is_its_words() -> None:
    (each,) = shown(None, panel=replace(panel("x"), table=Table("Det gick inte.", ())))
    assert not tables([each])
    assert "Det gick inte." in words(each)


# For those who hear it


def test_whatever_is_shown_has_a_text_instead(everything: Any) -> None:
    for each in everything.slides:
        for shape in each.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type is MSO_SHAPE_TYPE.GROUP:
                assert shape._element.xpath("./*/p:cNvPr/@descr")[0]


def test_titles_come_first_and_differ(everything: Any) -> None:
    titles = [each.shapes.title.text for each in everything.slides]
    assert len(set(titles)) == len(titles)
    for each in everything.slides:
        assert each.shapes[0]._element is each.shapes.title._element


@pytest.mark.parametrize(("language", "tag"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_every_run_says_its_language(language: str, tag: str) -> None:
    made = deck(made_up_report(language=language, text=text_of(language)))
    parts = [each._element for each in made.slides] + [each.notes_slide._element for each in made.slides]
    parts += [chart._chartSpace for chart in charts(list(made.slides))]
    runs = [run for part in parts for run in part.xpath(".//a:r")]
    assert runs
    assert {run.find(f"{{{run.nsmap['a']}}}rPr").get("lang") for run in runs} == {tag}


def test_a_slide_of_a_deck_says_all_of_it_in_its_own_language() -> None:
    told = [slide(panel("x", grid_of(2)), address=VIEW, language=each) for each in ("sv", "en")]
    _, swedish, english, _ = deck(made_up_report(slides=told)).slides
    for each, tag, link in ((swedish, "sv-SE", "Öppna vyn"), (english, "en-GB", "Open the view")):
        parts = (each._element, each.notes_slide._element)
        assert {run.get("lang") for part in parts for run in part.xpath(".//a:r/a:rPr")} == {tag}
        assert link in words(each)


def test_the_file_says_what_it_is_and_no_author(everything: Any) -> None:
    about = everything.core_properties
    assert (about.title, about.subject) == ("Visionskollen: det mesta på en gång", BASIS)
    assert (about.author, about.last_modified_by, about.created) == ("", "", None)


# Whatever is written in it


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pptx(made_up_report()) == pptx(made_up_report())


def test_nothing_in_the_file_says_when_it_was_made(everything: Any) -> None:
    sheets = [chart.part.chart_workbook.xlsx_part.blob for chart in charts(list(everything.slides))]
    for data in (pptx(made_up_report(slides=[])), *sheets):
        with ZipFile(BytesIO(data)) as package:
            assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"dcterms:" not in package.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_text_that_xml_cannot_hold_or_excel_would_run_does_no_harm() -> None:
    nasty = "=1+1\x00\x0b\x1f _x000D_ \ud800 \ufffe <a>&\n"
    told = slide(
        panel("x", Bars([nasty], [Part(nasty, [1]), Part("Nu", [2])]), title=nasty), title=nasty, note=nasty
    )
    made = deck(made_up_report(slides=[told], title=nasty, basis=nasty, definitions=[(nasty, nasty)]))
    clean = "=1+1 _x000D_ <a>&"
    assert made.slides[1].shapes.title.text == clean
    (chart,) = charts(list(made.slides))
    assert list(chart.plots[0].categories) == [f"'{clean}"]
    with ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as sheet:
        assert b"<f>" not in sheet.read("xl/worksheets/sheet1.xml")


def test_a_very_long_title_is_cut_on_the_slide_and_whole_in_the_notes() -> None:
    title = "Insatserna i Norrby " * 60
    (each,) = shown(grid_of(2), title=title)
    assert each.shapes.title.text.endswith("…")
    assert title.strip() in each.notes_slide.notes_text_frame.text


def test_a_long_filter_line_is_cut_before_the_source_is() -> None:
    told = slide(panel("x", grid_of(2), basis="Område: Norrby, " * 60), address=VIEW)
    each = deck(made_up_report(slides=[told])).slides[1]
    assert f"… · {DATED} · {SOURCE} · Öppna vyn" in words(each)


def test_every_step_is_told() -> None:
    steps = []
    pptx(made_up_report(), told=lambda done, of: steps.append((done, of)))
    assert steps == [(done, 10) for done in range(11)]


# Templates


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """An ordinary template, 4:3 and with a slide in it."""
    other: Any = Presentation()
    other.slides.add_slide(other.slide_layouts[0]).shapes.title.text = "Gammal"
    other.core_properties.author = "Någon annan"
    other.save(str(tmp_path / "mall.pptx"))
    return tmp_path / "mall.pptx"


def as_template(path: Path) -> Path:
    """The same file as a .potx, whose only difference is what it says it is."""
    other = path.with_suffix(".potx")
    with ZipFile(path) as package, ZipFile(other, "w") as copy:
        for name in package.namelist():
            copy.writestr(
                name,
                package.read(name).replace(
                    b"presentationml.presentation.main", b"presentationml.template.main"
                ),
            )
    return other


@pytest.mark.parametrize("made", [lambda path: path, as_template], ids=["pptx", "potx"])
def test_any_template_lends_its_layouts_and_size_but_not_its_slides(foreign: Path, made: Any) -> None:
    theirs = deck(made_up_report(), made(foreign))
    assert (theirs.slide_width, theirs.slide_height) == (9144000, 6858000)
    layouts = [each.slide_layout.name for each in theirs.slides]
    assert layouts == ["Title Slide"] + ["Title and Content"] * (len(layouts) - 1)
    assert "Gammal" not in " ".join(map(words, theirs.slides))
    assert theirs.core_properties.author == ""


def test_nothing_is_left_of_a_templates_slides(foreign: Path) -> None:
    with ZipFile(BytesIO(pptx(made_up_report(slides=[]), foreign))) as package:
        names = package.namelist()
    assert len(names) == len(set(names))
    assert sum(name.startswith("ppt/slides/slide") for name in names) == 2


def test_what_another_program_says_of_its_template_does_not_come_twice(tmp_path: Path) -> None:
    with ZipFile(OURS) as package, ZipFile(tmp_path / "mall.pptx", "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            if name == "_rels/.rels":  # as LibreOffice writes it
                part = part.replace(
                    b"schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    b"schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
                )
            copy.writestr(name, part)
    with ZipFile(BytesIO(pptx(made_up_report(slides=[]), tmp_path / "mall.pptx"))) as package:
        assert package.namelist().count("docProps/core.xml") == 1


def test_layouts_are_found_by_name_first(tmp_path: Path) -> None:
    other = Presentation()
    other.slide_layouts[5].name, other.slide_layouts[2].name = "DIAGRAM", "Titel"
    other.save(str(tmp_path / "mall.pptx"))
    theirs = deck(made_up_report(slides=[slide(panel("x", units()))]), tmp_path / "mall.pptx")
    assert [each.slide_layout.name for each in theirs.slides] == ["Titel", "DIAGRAM", "Title and Content"]


@pytest.mark.parametrize("theirs", [False, True], ids=["ours", "theirs"])
def test_everything_stands_within_the_slide_and_no_placeholder_is_left_empty(
    foreign: Path, theirs: bool
) -> None:
    made = deck(made_up_report(), foreign if theirs else None)
    for each in made.slides:
        for shape in each.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height
        for holder in each.placeholders:
            assert holder.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER or holder.text_frame.text


@pytest.mark.parametrize("theirs", [False, True], ids=["ours", "theirs"])
def test_no_letters_are_smaller_than_ten_points(foreign: Path, theirs: bool) -> None:
    made = deck(made_up_report(), foreign if theirs else None)
    sizes = [int(size) / 100 for each in made.slides for size in each._element.xpath(".//a:rPr/@sz")]
    sizes += [chart.font.size / Pt(1) for chart in charts(list(made.slides))]
    assert min(sizes) >= 10


def without_titles(path: Path) -> None:
    other: Any = Presentation()
    for layout in other.slide_layouts:
        for holder in list(layout.placeholders):
            if holder.placeholder_format.idx == 0:
                holder._element.getparent().remove(holder._element)
    other.save(str(path))


def without_notes(path: Path) -> None:
    other: Any = Presentation()
    for holder in list(other.notes_master.placeholders):
        holder._element.getparent().remove(holder._element)
    other.save(str(path))


def without(part: str) -> Callable[[Path], None]:
    """Ours, in which something else stands where a part is expected."""

    def make(path: Path) -> None:
        with ZipFile(OURS) as package, ZipFile(path, "w") as copy:
            for name in package.namelist():
                copy.writestr(name, b"<x/>" if name == part else package.read(name))

    return make


BAD = {
    "none": (lambda path: None, "går inte att läsa"),
    "a folder": (lambda path: path.mkdir(), "går inte att läsa"),
    "empty": (lambda path: path.write_bytes(b""), "är ingen PowerPoint-fil"),
    "text": (lambda path: path.write_text("hej"), "är ingen PowerPoint-fil"),
    "half": (lambda path: path.write_bytes(OURS.read_bytes()[:4000]), "är ingen PowerPoint-fil"),
    "another archive": (lambda path: ZipFile(path, "w").close(), "är ingen PowerPoint-fil"),
    "without a theme": (without("ppt/theme/theme1.xml"), "är ingen PowerPoint-fil"),
    "without properties": (without("docProps/core.xml"), "är ingen PowerPoint-fil"),
    "without notes": (without_notes, "anteckningssidor har ingen plats"),
    "without titles": (without_titles, "har ingen bildlayout med rubrik"),
}


@pytest.mark.parametrize(("make", "wrong"), BAD.values(), ids=BAD)
def test_a_bad_template_is_told_with_its_name_and_what_to_do(tmp_path: Path, make: Any, wrong: str) -> None:
    path = tmp_path / "mall.pptx"
    make(path)
    with pytest.raises(TemplateUnusable) as told:
        pptx(made_up_report(), path)
    assert str(told.value).startswith(f"{path}: mallen")
    assert wrong in str(told.value)
    assert issubclass(TemplateUnusable, ValueError)


# The real views


PAGES = [page for page in PANELS if PANELS[page]]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Report]]:
    """Of every page, and of the example deck, with the project's own data."""
    folder = tmp_path_factory.mktemp("store")
    build_store(SETTINGS.data, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "store", folder)
        made = {page: report_of(view_of({}, page), address=VIEW, rows=False) for page in PAGES}
        told = open_deck(SETTINGS.data, "balans-och-luckor")
        assert told
        yield made | {"deck": report_of_deck(told, view_of({}, "overview"), VIEW)}


def numbers_on(slides: list[Any]) -> set[float]:
    """Every number in the charts, their labels and the tables."""
    held = [value for chart in charts(slides) for values in series(chart).values() for value in values]
    labels = [text for chart in charts(slides) for text in chart._chartSpace.xpath(".//a:t/text()")]
    texts = [*labels, *(cell for table in tables(slides) for row in table for cell in row)]
    printed = [number for text in texts for number in re.findall(r"-?\d+(?:,\d+)?", unspaced(text))]
    return {value for value in held if value is not None} | {
        float(each.replace(",", ".")) for each in printed
    }


def unspaced(text: str) -> str:
    """Thousands without the space between them, and a minus as programs write it."""
    return re.sub(r"(?<=\d)\s(?=\d{3})", "", text).replace("\u2212", "-")


@pytest.mark.parametrize("page", PAGES)
def test_every_number_of_a_chart_is_on_its_slides(reports: dict[str, Report], page: str) -> None:
    for each in reports[page].slides:
        drawn = each.panel.drawing
        if drawn is None or isinstance(drawn, DistrictMap):
            continue
        found = numbers_on(list(deck(replace(reports[page], slides=[each], definitions=())).slides)[1:])
        rows = each.panel.table.rows
        # Some show the districts of interest only, and say so.
        if isinstance(drawn, Dumbbells):
            rows = [row for row in rows if row[0].text in drawn.labels]
        if isinstance(drawn, Grid) and drawn.rest:
            away = {row.label for row in drawn.rest.rows}
            rows = [row for row in rows if row[0].text not in away]
        told = {cell.value for row in rows for cell in row if isinstance(cell.value, int | float)}
        missing = {value for value in told if not any(stands_for(each, value) for each in found)}
        assert not missing, each.panel.name


def stands_for(shown: float, value: float) -> bool:
    """Rounded as it is printed; a share also in per cent, whichever of the two is shown."""
    return any(
        abs(each - value) < room for each, room in ((shown, 0.001), (100 * shown, 0.1), (shown / 100, 0.0051))
    )


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice")
def test_libreoffice_shows_every_slide_whole_with_nothing_across_its_foot(
    reports: dict[str, Report], tmp_path: Path
) -> None:
    reports = reports | {"made-up": made_up_report()}
    for name, report in reports.items():
        (tmp_path / f"{name}.pptx").write_bytes(pptx(report))
    convert_to_pdf(tmp_path)
    for name, report in reports.items():
        slides: list[Any] = list(Presentation(str(tmp_path / f"{name}.pptx")).slides)
        for number, (each, page) in enumerate(
            zip(slides, words_of_pages(tmp_path / f"{name}.pdf"), strict=True)
        ):
            assert joined(each.shapes.title.text) in joined(*(word for word, _ in page))
            for _, (left, top, right, bottom) in page:
                assert 0 <= left < right <= 960, (name, number)
                assert 0 <= top < bottom <= 540, (name, number)
            if number:
                *_, foot = [shape for shape in each.shapes if report.source in text_in(shape)]
                below = [word for word, (*_, bottom) in page if bottom > foot.top / Pt(1)]
                assert joined(*below) == joined(text_in(foot), str(number + 1)), (name, number)


def text_in(shape: Any) -> str:
    return shape.text_frame.text if shape.has_text_frame else ""


def joined(*words: str) -> str:
    return "".join("".join(words).split())


def convert_to_pdf(folder: Path) -> None:
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    files = sorted(folder.glob("*.pptx"))
    command = ["soffice", settings, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def words_of_pages(file: Path) -> list[list[tuple[str, tuple[float, ...]]]]:
    """Each with its box in points: left, top, right, bottom."""
    read = subprocess.run(["pdftotext", "-bbox", file, "-"], check=True, capture_output=True, text=True)
    word = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
    pages = read.stdout.split("<page ")[1:]
    return [[(unescape(said), tuple(map(float, box))) for *box, said in word.findall(page)] for page in pages]
