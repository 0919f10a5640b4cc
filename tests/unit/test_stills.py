"""Drawings as pictures that stand alone: all is in them, readable, and told apart without colour."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import isclose
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from PIL import ImageFont

import dashboard.exports
import dashboard.ui
from dashboard.charts.bars import Bars, Part
from dashboard.charts.district_map import DistrictMap, Sign, Spot
from dashboard.charts.drawing import Drawing
from dashboard.charts.dumbbell import Dumbbells, Series
from dashboard.charts.grid import Grid, GridCell, GridRow, Legend, Mark, Rest
from dashboard.charts.palette import DARK, LIGHT, SCREEN, mix
from dashboard.charts.shares import Key, ShareBar, ShareBars, Stretch, Target
from dashboard.charts.still import WIDTHS, still
from dashboard.charts.still import picture as shapes_of
from dashboard.charts.stills import svg as svg_of
from dashboard.charts.stills.bars import ticks
from dashboard.charts.stills.district_map import clipped
from dashboard.charts.stills.dumbbells import spread
from dashboard.charts.stills.grid import leveled
from dashboard.charts.stills.hatching import dots, falling, level, rising
from dashboard.charts.stills.lettering import balanced, text_width, wrap
from dashboard.charts.stills.shapes import Frame, at
from dashboard.charts.units import MIXED, Unit, UnitGroup, UnitLegend, Units

SVG = "{http://www.w3.org/2000/svg}"
NARROWEST, WIDEST = 480, 1600
LONG = 'Förutsättningar för arbete & egen försörjning för "unga vuxna" <25 år'


def percent(share: float) -> str:
    return f"{share:.0%}".replace("%", "\u00a0%")


def bars(labels: Sequence[str]) -> Bars:
    count = len(labels)
    parts = [
        Part("Det här gör vi nu", [31, 1, 0, 12][:count], 0),
        Part("Det här utvecklar vi", [25, 2, 0, 4][:count], 1, "/"),
        Part(LONG, [3, 1, 0, 3][:count], 2, "."),
    ]
    return Bars(labels, parts)


def shares(labels: Sequence[str]) -> ShareBars:
    stretches = [Stretch("only", 17), Stretch("shared", 5), Stretch("rest", 5)]
    targets = [Target("a", 34), Target("b", 68)]
    rows = [ShareBar(each, "", "59 av 68 insatser", stretches, targets, [f"Mål: {each}"]) for each in labels]
    keys = [Key(kind, f"så ritas {kind}") for kind in ("only", "shared", "rest", "target-a", "target-b")]
    return ShareBars(rows, 68, keys, ("0", "68 insatser"))


def units(labels: Sequence[str]) -> Units:
    patterns = [1, 2, 3, 4, MIXED, "key"]
    groups = [
        UnitGroup(f"{label}: 25", "", place + 1, [Unit("", "", "", each) for each in patterns * 4])
        for place, label in enumerate(labels)
    ]
    return Units(groups, [UnitLegend(f"{each}: {label}", each) for each in patterns for label in labels[:1]])


def dumbbells(labels: Sequence[str]) -> Dumbbells:
    shares = [[0.42, 0.0, 0.1, 0.1], [0.03, 0.02, 0.1, float("nan")], [0.12, 0.05, 0.1, 0.3]]
    printed = ["8 av 19", "0 av 19", "2 av 19", "2 av 19"]
    count = len(labels)
    series = [
        Series(f"Andel {place} av {label}", each[:count], [], printed[:count] if place != 1 else ())
        for place, each, label in zip(range(3), shares, [*labels, LONG, LONG], strict=False)
    ]
    return Dumbbells(labels, series, percent)


KINDS = ("count", "wide-only", "none", "not-stated", "not-captured", "not-relevant")
SIGNS = ("12", "↔ 15", "0", "? 4", "—", "×")
CELLS = [GridCell(sign, kind=kind, weight=0.5) for sign, kind in zip(SIGNS, KINDS, strict=True)]
DECISION = Mark("V", Markup("Valt"), "beslut")


def grid(labels: Sequence[str]) -> Grid:
    whole = GridCell("68", range="65–68")
    decided = replace(CELLS[2], mark=DECISION, range="0–1, ↔ 10–15")
    rows = [GridRow(label, [CELLS[n], decided, CELLS[-1 - n]], whole) for n, label in enumerate(labels)]
    rows[-1] = replace(rows[-1], apart=True, mark=DECISION)
    legend = Legend("Så läser du rutorna", [(cell, f"Betyder {cell.kind}. {LONG}") for cell in CELLS], [LONG])
    columns = ["Boende och närmiljö", LONG, "Ej angivet"]
    return Grid("Rubrik", columns, rows, [whole] * 3, whole, "Insatser", "Före och efter", legend=legend)


def dense(labels: Sequence[str]) -> Grid:
    short = grid(labels)
    rest = Rest("rest", "29 områden till", [replace(row, mark=None) for row in short.rows] * 3)
    return replace(short, dense=True, rest=rest)


MAKERS: dict[str, Callable[[Sequence[str]], Drawing]] = {
    "bars": bars, "shares": shares, "units": units, "dumbbells": dumbbells, "grid": grid, "dense": dense
}  # fmt: skip

PLACES = {
    "Norrby": (8, True),
    "Göta och Kristineberg väst": (0, True),
    "Fristad": (1, False),
    "Lugnet": (0, False),
}


def district_map() -> DistrictMap:
    corners = [[12.5, 57.5], [13.3, 57.5], [13.3, 57.95], [12.5, 57.95], [12.5, 57.5]]
    land = {"properties": {"code": "land"}, "geometry": {"type": "Polygon", "coordinates": [corners]}}
    spots = [
        Spot(label, 57.72 + n / 30, 12.9 + n / 20, initiatives, great_need, "", "")
        for n, (label, (initiatives, great_need)) in enumerate(PLACES.items())
    ]
    signs = [
        Sign(great_need, aimed, f"Stort behov {great_need}, insats {aimed}")
        for great_need in (True, False)
        for aimed in (True, False)
    ]
    return DistrictMap(spots, {"features": [land]}, spots[:2], signs)


LABELS = ["Barns och ungas uppväxt", LONG, "Hulta syd, Trandared norr och Brotorp", "Ej angivet"]
DRAWINGS = {name: make(LABELS) for name, make in MAKERS.items()} | {"district_map": district_map()}
each_drawing = pytest.mark.parametrize("drawn", DRAWINGS.values(), ids=DRAWINGS.keys())


class Written(NamedTuple):
    text: str
    frame: Frame
    size: float


def elements(svg: str, *names: str) -> list[ElementTree.Element]:
    return [each for each in ElementTree.fromstring(svg).iter() if each.tag.removeprefix(SVG) in names]


def written(svg: str) -> list[Written]:
    """Every line of text and what it covers, from its highest letters to its lowest, as guessed."""
    found = []
    for text in elements(svg, "text"):
        size, y = float(text.get("font-size", "")), float(text.get("y", ""))
        for line in text:
            y += float(line.get("dy", 0))
            width = text_width(line.text or "", size, bool(text.get("font-weight")))
            before = {"middle": width / 2, "end": width}.get(text.get("text-anchor", ""), 0)
            frame = Frame(float(line.get("x", "")) - before, y - 0.75 * size, width, 0.98 * size)
            found.append(Written(line.text or "", frame, size))
    return found


def said(svg: str) -> str:
    """All that is written, a text of several lines as one."""
    return "\n".join(" ".join(line.text or "" for line in text) for text in elements(svg, "text"))


def frames(svg: str) -> list[Frame]:
    """What rectangles, circles and texts cover."""
    rects = [
        Frame(*(float(each.get(name, "")) for name in ("x", "y", "width", "height")))
        for each in elements(svg, "rect")
    ]
    circles = [
        Frame(float(each.get("cx", "")) - r, float(each.get("cy", "")) - r, 2 * r, 2 * r)
        for each in elements(svg, "circle")
        for r in [float(each.get("r", ""))]
    ]
    return [*rects, *circles, *(each.frame for each in written(svg))]


def points(path: str) -> list[tuple[float, float]]:
    """Where the strokes of a path begin and turn, of those made of straight lines."""
    found, here = [], (0.0, 0.0)
    for command, numbers in re.findall(r"([MLHlhv])([-\d. ]+)", path):
        told = list(map(float, re.findall(r"-?[\d.]+", numbers)))
        match command:
            case "h" | "v":
                steps = [(told[0], 0.0) if command == "h" else (0.0, told[0])]
            case "H":
                steps = [(told[0] - here[0], 0.0)]
            case "l":
                steps = list(zip(told[::2], told[1::2], strict=True))
            case _:
                steps = [(told[0] - here[0], told[1] - here[1])]
        for right, down in steps:
            here = here[0] + right, here[1] + down
            found.append(here)
    return found


def holds(outer: Frame, inner: Frame) -> bool:
    return (
        outer.left - 0.1 <= inner.left
        and outer.top - 0.1 <= inner.top
        and inner.right <= outer.right + 0.1
        and inner.bottom <= outer.bottom + 0.1
    )


def overlap(one: Frame, two: Frame) -> bool:
    across = min(one.right, two.right) - max(one.left, two.left)
    along = min(one.bottom, two.bottom) - max(one.top, two.top)
    return across > 0.2 and along > 0.2


def picture(svg: str) -> Frame:
    return Frame(*map(float, ElementTree.fromstring(svg).get("viewBox", "").split()))


SIGN_LABEL = "Stort behov True, insats False"
EXPECTED = {
    "bars": [*LABELS, "Det här gör vi nu", "31", "25", "59", "1 + 2 + 1 = 4", "0", "19"],
    "shares": [*LABELS, "59 av 68 insatser", f"Mål: {LONG}", "0", "68 insatser", "så ritas target-b"],
    "units": [*(f"{label}: 25" for label in LABELS), f"mixed: {LABELS[0]}"],
    "dumbbells": [*LABELS, "8 av 19", "0 av 19", "2 av 19", "0\u00a0%", "50\u00a0%", f"Andel 1 av {LONG}"],
    "grid": [*LABELS, *SIGNS, "65–68", "0–1, ↔ 10–15", "V", "Insatser", "Före och efter", LONG],
    "dense": [*LABELS, *SIGNS, "65–68", "0–1, ↔ 10–15", "V", "29 områden till", LONG],
    "district_map": ["8", "0", "1", "Norrby", "Göta och Kristineberg väst", "Fristad", SIGN_LABEL],
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_every_label_and_number_is_there_as_text(name):
    lines = said(str(still(DRAWINGS[name]))).splitlines()
    assert [each for each in EXPECTED[name] if each not in lines] == []


@each_drawing
@pytest.mark.parametrize(
    ("width", "height"), [(NARROWEST, 0), (960, 0), (WIDEST, 0), (NARROWEST, 1200), (960, 1500), (1280, 700)]
)
def test_nothing_lies_outside_the_picture_and_no_text_over_another(drawn, width, height):
    svg = drawn_as(drawn, width, height)
    sight = picture(svg)
    assert [frame for frame in frames(svg) if not holds(sight, frame)] == []
    drawn_points = [point for path in elements(svg, "path") for point in points(path.get("d", ""))]
    assert [(x, y) for x, y in drawn_points if not holds(sight, Frame(x, y, 0, 0))] == []
    pairs = combinations(written(svg), 2)
    assert [(one.text, two.text) for one, two in pairs if overlap(one.frame, two.frame)] == []


def drawn_as(drawn: Drawing, width: float, height: float) -> str:
    return str(svg_of(shapes_of(drawn, LIGHT, width, height), LIGHT.paper))


@pytest.mark.parametrize("drawn", [DRAWINGS[name] for name in MAKERS], ids=list(MAKERS))
def test_where_there_is_room_below_a_drawing_grows_into_it_but_never_beyond(drawn):
    low = picture(drawn_as(drawn, 960, 0)).height
    for room in (low + 40, low * 1.3):
        assert low < picture(drawn_as(drawn, 960, room)).height <= room + 0.1
    assert picture(drawn_as(drawn, 960, low / 2)).height <= low


def test_a_growing_bar_is_thicker_and_as_long():
    bar = Bars(["A", "B"], [Part("Insatser", [10, 40])])
    low, high = (elements(drawn_as(bar, 960, height), "rect")[1] for height in (0, 300))
    assert low.get("width") == high.get("width")
    assert float(low.get("height", "")) < float(high.get("height", ""))


swedish = st.text("abcdefghijklmnopqrstuvwxyzåäöABDFGHIKMNOSTVÅÄÖ0123456789-,. ", min_size=1, max_size=70)
some_labels = st.lists(swedish.map(str.strip).filter(bool), min_size=1, max_size=4, unique=True)


@settings(max_examples=60)
@given(st.sampled_from(list(MAKERS.values())), some_labels, st.integers(NARROWEST, WIDEST))
def test_whatever_the_labels_they_stay_inside_and_apart(make, labels, width):
    svg = str(still(make(labels), width=width))
    texts = written(svg)
    assert all(holds(picture(svg), each.frame) for each in texts)
    assert not any(overlap(one.frame, two.frame) for one, two in combinations(texts, 2))


@each_drawing
def test_the_picture_stands_alone(drawn):
    svg = str(still(drawn))
    assert svg.count("http") == 1
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert set(re.findall(r"<(\w+)", svg)) <= {"svg", "rect", "circle", "path", "text", "tspan"}
    assert not re.search(r"\s(id|class|style|href|transform)=|url\(|var\(|nan", svg)
    root = ElementTree.fromstring(svg)
    assert root.get("aria-hidden") == "true"
    assert f"0 0 {root.get('width')} {root.get('height')}" == root.get("viewBox")


@each_drawing
def test_the_same_drawing_gives_the_same_bytes(drawn):
    assert still(drawn) == still(drawn)


@each_drawing
def test_another_palette_changes_colours_and_nothing_else(drawn):
    colour = re.compile(r"#[0-9a-f]{6}")
    light, dark = str(still(drawn, LIGHT)), str(still(drawn, DARK))
    assert colour.sub("", light) == colour.sub("", dark)
    assert not set(colour.findall(light)) & set(colour.findall(dark))


@each_drawing
def test_text_is_large_beside_the_picture(drawn):
    texts = written(str(still(drawn, width=960)))
    is_dense = isinstance(drawn, Grid) and drawn.dense
    assert max(each.size for each in texts) >= (18 if is_dense else 22)
    assert min(each.size for each in texts) >= 11


@each_drawing
def test_on_screen_it_has_the_colours_that_the_style_sheet_sets_and_differs_in_nothing_else(drawn):
    colour = re.compile(r"#[0-9a-f]{6}|var\(--vk-[a-z]+\)")
    mixed = re.compile(r"color-mix\(in srgb, var\(--vk-[a-z]+\), var\(--vk-[a-z]+\) \d+%\)")
    screen, light = str(still(drawn, SCREEN)), str(still(drawn, LIGHT))
    assert not re.search("#[0-9a-f]{6}", screen)
    assert colour.sub("", mixed.sub("", screen)) == colour.sub("", light)


def test_the_style_sheet_sets_every_colour_of_the_screen():
    sheet = Path(dashboard.ui.__file__).with_name("theme.css").read_text("utf-8")
    used = set(re.findall(r"--vk-[a-z]+", repr(SCREEN)))
    assert {name for name in used if f"{name}:" not in sheet} == set()


def test_the_narrow_still_has_letters_as_large_on_a_telephone_as_the_wide_one_has_beside_the_menu():
    telephone, beside_the_menu = 358, 884
    sizes = [
        shown / width * max(each.size for each in written(str(still(DRAWINGS["bars"], SCREEN, width))))
        for shown, width in ((telephone, WIDTHS["narrow"]), (beside_the_menu, WIDTHS["wide"]))
    ]
    assert sizes == pytest.approx([16, 16], abs=1)


def colourless(svg: str) -> str:
    return re.sub(r"#[0-9a-f]{6}", "colour", svg)


def looks(drawings: Sequence[Drawing]) -> set[str]:
    return {colourless(str(still(each))) for each in drawings}


def test_each_kind_of_cell_looks_its_own_without_colour_and_sign():
    empty = GridCell("")
    cells = [replace(cell, sign="3") for cell in CELLS]
    grids = [Grid("", ["A"], [GridRow("B", [cell], empty)], [], empty, "C") for cell in cells]
    assert len(looks(grids)) == len(KINDS)


def share_bar(**parts: Sequence) -> ShareBars:
    return ShareBars([ShareBar("A", "", "9", **{"stretches": [], **parts})], 9, [], ("", ""))


@pytest.mark.parametrize(
    "drawings",
    [
        [Bars(["A"], [Part("B", [9], 0, pattern)]) for pattern in ("", "/", ".")],
        [Units([UnitGroup("A", "", 1, [Unit("", "", "", each)])], []) for each in (1, 2, 3, 4, MIXED)],
        [share_bar(stretches=[Stretch(kind, 5)]) for kind in ("only", "shared", "rest")],
        [share_bar(targets=[Target(profile, 5)]) for profile in ("a", "b")],
    ],
    ids=["parts of bars", "squares", "stretches", "targets"],
)
def test_each_kind_looks_its_own_without_colour(drawings):
    assert len(looks(drawings)) == len(drawings)


def test_marks_that_coincide_are_of_different_shapes_and_sizes():
    at_one_place = [Series(name, [0.1], [name]) for name in "ABC"]
    svg = str(still(Dumbbells(["Norrby"], at_one_place, percent)))
    assert len(elements(svg, "circle")) == 2  # in the legend and on the line
    squares = [each for each in elements(svg, "rect") if each.get("stroke")]
    reaches = [float(squares[0].get("width", "")) / 2, float(elements(svg, "circle")[0].get("r", ""))]
    assert reaches == sorted(reaches, reverse=True)


def test_a_bar_is_as_long_as_its_number():
    svg = str(still(Bars(["A", "B"], [Part("Insatser", [10, 40])])))
    lengths = [float(each.get("width", "")) for each in elements(svg, "rect")[1:]]
    assert isclose(lengths[1], 4 * lengths[0], rel_tol=0.01)


@pytest.mark.parametrize(
    ("values", "behind"),
    [([30, 20, 10], ["60"]), ([58, 1, 1], ["58 + 1 + 1 = 60"]), ([0, 60, 0], ["60"]), ([0, 0, 0], ["0"])],
)
def test_behind_a_bar_stands_its_sum_and_what_has_no_room_inside(values, behind):
    bar = Bars(["A"], [Part(f"Del {n}", [value], n) for n, value in enumerate(values)])
    lines = said(str(still(bar))).splitlines()
    assert lines[-len(behind) :] == behind


def test_a_bar_of_one_part_is_not_summed():
    assert said(str(still(Bars(["A"], [Part("Insatser", [38])])))).splitlines()[-1] == "38"
    assert said(str(still(Bars(["A"], [Part("Insatser", [38])])))).count("38") == 1


def test_rows_that_fold_away_on_the_page_are_drawn_below_the_sums():
    lines = said(str(still(dense(LABELS)))).splitlines()
    assert lines.index("29 områden till") > lines.index("Insatser", 5)
    assert lines.count(LABELS[0]) == 4


def test_an_empty_drawing_is_an_empty_picture():
    nothing = [
        Bars([], []),
        Units([], []),
        ShareBars([], 0, [], ("0", "0")),
        DistrictMap([], {"features": []}),
    ]
    for drawn in [*nothing, Dumbbells([], [Series("A", [], [])], percent)]:
        assert picture(str(still(drawn))).height > 0


def test_numbers_are_written_on_paper_where_a_cell_is_hatched():
    cell = GridCell("? 4", kind="not-stated")
    svg = str(still(Grid("", ["A"], [GridRow("B", [cell], GridCell("4"))], [], GridCell(""), "C")))
    below = [Frame(*(float(each.get(name, "")) for name in ("x", "y", "width", "height")))
             for each in elements(svg, "rect")[1:]]  # fmt: skip
    sign = next(each for each in written(svg) if each.text == "? 4")
    assert any(holds(frame, sign.frame) for frame in below)


FONTS = Path(dashboard.exports.__file__).parent / "fonts"
VOCABULARIES = Path(__file__).parents[2] / "data" / "vocabularies"


def vocabulary_labels() -> list[str]:
    lines = [line for path in VOCABULARIES.glob("*.csv") for line in path.read_text("utf-8").splitlines()[1:]]
    return [part for line in lines for part in line.split(",") if part.strip()]


@pytest.mark.parametrize(("weight", "bold"), [("regular", False), ("semibold", True)])
def test_no_label_is_wider_than_guessed_in_the_fonts_of_documents(weight, bold):
    font = ImageFont.truetype(FONTS / f"visionskollen-sans-{weight}.ttf", 100)
    texts = [*vocabulary_labels(), *SIGNS, "8 av 19", "0–1, ↔ 10–15", "59 av 68 insatser (87 %)", LONG]
    assert [each for each in texts if font.getlength(each) > text_width(each, 100, bold)] == []


@given(swedish, st.integers(30, 600))
def test_wrapped_lines_fit_and_hold_every_letter(text, width):
    lines = wrap(text, 20, width)
    assert all(text_width(line, 20) <= width or len(line) <= 2 for line in lines)
    assert re.sub("[- ]", "", "".join(lines)) == re.sub("[- ]", "", text)


@given(swedish, st.integers(30, 600))
def test_balanced_lines_are_as_few_as_wrapped_ones_and_no_wider(text, width):
    lines = balanced(text, 20, width)
    assert len(lines) == len(wrap(text, 20, width))
    assert all(text_width(line, 20) <= width or len(line) <= 2 for line in lines)


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("uppväxtvillkor", ["uppväxt-", "villkor"]),
        ("Förutsättningar", ["Förut-", "sätt-", "ningar"]),
        ("närmiljöer", ["närmil-", "jöer"]),
        ("anläggningar", ["anlägg-", "ningar"]),
    ],
)
def test_a_word_is_broken_as_swedes_break_it(word, lines):
    assert wrap(word, 20, 80) == lines


def test_hard_spaces_are_not_broken_at():
    assert wrap("12\u00a0500 invånare", 20, text_width("12\u00a0500", 20)) [0] == "12\u00a0500"  # fmt: skip


needs = st.lists(st.integers(1, 300), min_size=1, max_size=9)


@given(needs, st.integers(1, 900))
def test_columns_fill_the_room_evenly_and_get_what_they_need_if_there_is_enough(needed, room):
    widths = leveled(needed, room)
    assert isclose(sum(widths), room)
    if sum(needed) <= room:
        assert all(width >= need - 1e-6 for width, need in zip(widths, needed, strict=True))
        stretched = {
            round(width, 6) for width, need in zip(widths, needed, strict=True) if width > need + 1e-6
        }
        assert len(stretched) <= 1
        assert all(width >= max(stretched, default=0) - 1e-6 for width in widths)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 90)), max_size=4))
def test_what_is_printed_beside_each_other_does_not_meet(places):
    wanted, widths = [x for x, _ in sorted(places)], [float(width) for _, width in sorted(places)]
    xs = spread([float(x) for x in wanted], widths, 0, 500)
    edges = [(x - width / 2, x + width / 2) for x, width in zip(xs, widths, strict=True)]
    assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(edges))
    assert all(left >= -1e-6 and right <= 500 + 1e-6 for left, right in edges)


def test_what_has_room_stands_where_it_is_wanted():
    assert spread([100.0, 300.0], [50.0, 50.0], 0, 500) == [100.0, 300.0]


@pytest.mark.parametrize(
    ("most", "room", "expected"),
    [
        (0, 0, [0]),
        (3, 500, [0, 1, 2, 3]),
        (43, 500, [0, 10, 20, 30, 40]),
        (59, 500, [0, 20, 40]),
        (59, 150, [0, 50]),
        (59, 20, [0]),
    ],
)
def test_the_scale_of_bars_has_few_even_steps(most, room, expected):
    assert ticks(most, room) == expected


sights = st.builds(Frame, *[st.integers(-50, 50)] * 2, *[st.integers(1, 100)] * 2)
rings = st.lists(st.tuples(st.integers(-90, 90), st.integers(-90, 90)), min_size=3, max_size=9)


@given(rings, sights)
def test_land_is_cut_off_at_the_frame(ring, frame):
    assert all(holds(frame, Frame(x, y, 0, 0)) for x, y in clipped(ring, frame))


@given(sights, sights)
def test_of_a_square_remains_what_it_shares_with_the_frame(land, frame):
    ring = [
        (land.left, land.top),
        (land.right, land.top),
        (land.right, land.bottom),
        (land.left, land.bottom),
    ]
    left, right = max(land.left, frame.left), min(land.right, frame.right)
    top, bottom = max(land.top, frame.top), min(land.bottom, frame.bottom)
    inside = [(round(x, 6), round(y, 6)) for x, y in clipped(ring, frame)]
    if left < right and top < bottom:
        assert {x for x, _ in inside} == {left, right}
        assert {y for _, y in inside} == {top, bottom}
    else:
        assert not inside or len(set(inside)) <= 2


@given(sights, st.integers(2, 20))
def test_hatching_stays_in_its_frame(frame, gap):
    for path in (rising(frame, gap), falling(frame, gap)):
        assert all(holds(frame, Frame(x, y, 0, 0)) for x, y in points(path))
        assert points(path)
    lines = re.findall(r"M(-?[\d.]+) (-?[\d.]+)H(-?[\d.]+)", level(frame, gap))
    assert {(float(left), float(right)) for left, _, right in lines} == {(frame.left, frame.right)}
    assert all(frame.top <= float(y) <= frame.bottom for _, y, _ in lines)
    assert all(holds(frame.inset(-1), Frame(x, y, 0, 0)) for x, y in points(dots(frame, gap, 1)))


def test_slashes_rise_to_the_right_and_backslashes_fall():
    for path, rises in ((rising(Frame(0, 0, 90, 20), 9), True), (falling(Frame(0, 0, 90, 20), 9), False)):
        ends = points(path)
        assert all(
            (y2 < y1) == rises and x2 > x1 for (x1, y1), (x2, y2) in zip(ends[::2], ends[1::2], strict=True)
        )


@given(st.floats(-1e4, 1e4))
def test_numbers_are_written_to_a_tenth(number):
    assert float(at(number)) == round(number, 1)
    assert not at(number).endswith(".0")
    assert at(number) != "-0"


@pytest.mark.parametrize(("share", "expected"), [(0, "#ffffff"), (1, "#000000"), (0.5, "#808080")])
def test_colours_mix(share, expected):
    assert mix("#ffffff", "#000000", share) == expected
