"""The maps of districts and the dumbbell: what is drawn where, told apart without colour."""

import re
from collections.abc import Iterator
from itertools import combinations
from math import hypot, nan
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.district_map import DistrictMap, Spot, locator
from dashboard.charts.dumbbell import SHAPES, Dumbbells, Series
from dashboard.charts.figures import figure
from dashboard.charts.map_names import Box, Name, Place, places
from dashboard.charts.palette import LIGHT
from dashboard.charts.still import WIDTHS
from dashboard.charts.stills.district_map import Plot
from dashboard.charts.stills.lettering import text_width
from dashboard.charts.stills.shapes import Path, Words
from dashboard.decks import DeckSlide
from dashboard.panels.deck_slides import slide_panel
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store


def square(code: str, west: float, south: float, side: float) -> dict:
    corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
    ring = [[west + x, south + y] for x, y in corners]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry}


OUTLINES = {
    "type": "FeatureCollection",
    "features": [
        square("north", 12, 58, 0.5),
        square("south", 12, 57.5, 0.5),
        square("tiny", 12.7, 57.5, 0.01),
    ],
}


def spot(label: str, initiatives=0, great_need=False, place: tuple[float, float] = (57.7, 12.9)) -> Spot:
    latitude, longitude = place
    return Spot(label, latitude, longitude, initiatives, great_need, f"{label}: {initiatives}", label.lower())


def district_map(spots, town=()):
    return figure(DistrictMap(spots, OUTLINES, town), LIGHT, 960)


def traces(figure) -> list[Any]:
    return list(figure.data)


def layout(figure) -> Any:
    return figure.layout


def symbols(figure, axis="") -> dict[str, tuple[str, str]]:
    """Shape and fill of each spot, by the link that it carries; those of one map, where its axis is told."""
    return {
        href: (trace.marker.symbol, trace.marker.color)
        for trace in traces(figure)
        if trace.customdata is not None and axis in ("", trace.xaxis)
        for href in trace.customdata
    }


def test_need_is_told_by_shape_and_initiatives_by_filling():
    spots = [
        spot("Both", 3, great_need=True),
        spot("Need", great_need=True),
        spot("Some", 1),
        spot("None"),
    ]
    found = symbols(district_map(spots))
    assert {label: shape for label, (shape, _) in found.items()} == {
        "both": "diamond", "need": "diamond", "some": "circle", "none": "circle"
    }  # fmt: skip
    assert found["both"][1] == found["some"][1] == LIGHT.stage(0)
    assert LIGHT.stage(0) not in (found["need"][1], found["none"][1])


def test_a_district_of_great_need_without_initiatives_is_larger_than_one_without_and_prints_its_zero():
    place = (57.7, 12.2)
    figure = district_map([spot("Need", great_need=True, place=place), spot("None", place=place)])
    need, none = (
        next(trace for trace in traces(figure) if trace.customdata == (label,)) for label in ("need", "none")
    )
    assert need.marker.size[0] > none.marker.size[0]
    assert (need.text, none.text) == (("0",), None)
    assert [note.text for note in layout(figure).annotations] == ["Need"]


TOWN = [spot("West", 1, place=(57.70, 12.90)), spot("East", 1, place=(57.72, 12.95))]
COUNTRY = [spot("Far", 1, place=(57.9, 12.5)), spot("Between", place=(57.71, 12.92))]


def test_every_spot_is_on_one_of_the_two_maps():
    maps = district_map([*TOWN, *COUNTRY], TOWN)
    assert [set(symbols(maps, axis)) for axis in ("x", "x2")] == [{"far"}, {"west", "east", "between"}]
    frame = layout(maps).shapes[0]
    assert (frame.x0, frame.x1) == layout(maps).xaxis2.range
    assert (frame.y0, frame.y1) == layout(maps).yaxis2.range


def test_without_a_frame_there_is_one_map_of_everything():
    figure = district_map([*TOWN, *COUNTRY])
    assert set(symbols(figure)) == {"west", "east", "far", "between"}
    assert not layout(figure).shapes


def test_as_much_of_a_degree_is_as_long_on_a_map_in_both_directions():
    """Longitudes are squeezed already: a map of another shape than its place would be a distorted one."""
    drawn = layout(district_map([*TOWN, *COUNTRY], TOWN))
    for across, along in ((drawn.xaxis, drawn.yaxis), (drawn.xaxis2, drawn.yaxis2)):
        width, height = (
            side * (axis.domain[1] - axis.domain[0]) / (axis.range[1] - axis.range[0])
            for side, axis in ((drawn.width, across), (drawn.height, along))
        )
        assert width == pytest.approx(height)


def path_points(path: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"(\d+) (\d+)", path)]


@pytest.mark.parametrize("district", ["north", "south", "tiny"])
def test_the_small_map_fills_one_district_and_rings_it_wherever_it_is(district):
    svg = ElementTree.fromstring(str(locator(OUTLINES, district, "Here <it> is")))
    assert (svg.get("role"), svg.get("aria-label")) == ("img", "Here <it> is")
    land, here = (path_points(path.get("d", "")) for path in svg.iter("path"))
    assert here
    assert not set(here) <= set(land)
    circle = next(svg.iter("circle"))
    x, y, radius = (float(circle.get(name, nan)) for name in ("cx", "cy", "r"))
    assert all(abs(x - px) <= radius and abs(y - py) <= radius for px, py in here)
    assert radius >= 10


def test_north_is_up_on_the_small_map():
    svg = ElementTree.fromstring(str(locator(OUTLINES, "north", "")))
    land, here = (path_points(path.get("d", "")) for path in svg.iter("path"))
    assert min(y for _, y in here) == 0
    assert max(y for _, y in here) <= min(y for _, y in land)


def test_a_district_without_outline_has_a_map_without_ring_and_no_outlines_make_no_map():
    assert "<circle" not in locator(OUTLINES, "unknown", "")
    assert locator({"features": []}, "north", "") == ""


def draw(labels, *shares):
    series = [Series(f"kind {n}", each, [f"{n}"] * len(labels)) for n, each in enumerate(shares)]
    return figure(Dumbbells(labels, series, lambda share: f"{share:.0%}"), LIGHT, 960)


def test_a_row_has_a_line_from_its_least_to_its_greatest_share_and_a_mark_of_its_own_shape_for_each():
    figure = draw(["A", "B"], [0.1, 0.4], [0.3, 0.2], [0.2, 0.3])
    lines = [trace for trace in traces(figure) if trace.mode == "lines"]
    assert [trace.x for trace in lines] == [(0.1, 0.3), (0.2, 0.4)]
    shapes = {trace.name: trace.marker.symbol for trace in traces(figure) if trace.mode != "lines"}
    assert shapes == {"kind 0": SHAPES[0], "kind 1": f"{SHAPES[1]}-open", "kind 2": f"{SHAPES[2]}-open"}


def test_an_unknown_share_has_no_part_in_the_line():
    figure = draw(["A"], [0.1], [nan], [0.2])
    assert traces(figure)[0].x == (0.1, 0.2)


def test_rows_are_read_from_the_top_in_the_order_given():
    low, high = layout(draw(["First", "Second"], [0.1, 0.2])).yaxis.range
    assert low > high


@given(
    st.lists(
        st.tuples(st.text("abc ", min_size=1), st.floats(0, 1)),
        min_size=0,
        max_size=40,
        unique_by=lambda row: row[0],
    )
)
def test_every_share_lies_on_the_scale_whose_ticks_begin_with_nothing(rows):
    labels, shares = [f"{n} {label}" for n, (label, _) in enumerate(rows)], [share for _, share in rows]
    scale = layout(draw(labels, shares)).xaxis
    assert scale.tickvals[0] == 0
    assert 2 <= len(scale.tickvals) <= 8
    assert all(scale.range[0] <= share <= scale.range[1] + 1e-9 for share in shares)


SIGHT = Box(0, 0, 1000, 1000)
OWN = Box.around(500, 500, 10)
ABOVE, BELOW, RIGHT, LEFT = (500, 477), (500, 523), (533, 500), (467, 500)
"""The middle of a name of 40 x 20 that stands close to a symbol in the middle which reaches 10 pixels."""


def near(x: float, y: float, reach: float = 5) -> Box:
    """A mark beside the symbol, so many pixels to the right and down."""
    return Box.around(500 + x, 500 + y, reach)


def middle(place: Place) -> tuple[float, float]:
    left, top, right, bottom = (
        min(line.left for line in place.lines),
        min(line.top for line in place.lines),
        max(line.left + line.width for line in place.lines),
        max(line.top + line.height for line in place.lines),
    )
    return (left + right) / 2, (top + bottom) / 2


def place(*marks: Box, forms=((40,),), sight: Box = SIGHT) -> Place:
    [found] = places([Name(500, 500, 10, forms, 20)], [OWN, *marks], sight)
    assert found
    return found


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], ABOVE),
        ([near(0, -20)], BELOW),
        ([near(0, -20), near(0, 20)], RIGHT),
        ([near(0, -20), near(0, 20), near(30, 0)], LEFT),
    ],
)
def test_a_name_stands_where_it_covers_no_mark(marks, expected):
    assert middle(place(*marks)) == pytest.approx(expected)


def test_a_name_stays_in_sight():
    assert middle(place(sight=Box(0, 485, 1000, 1000))) == pytest.approx(BELOW)


def test_where_all_four_sides_are_taken_it_slides_along_one_or_steps_away():
    taken = [near(0, -20), near(0, 20), near(30, 0), near(-30, 0)]
    found = place(*taken)
    assert middle(found) not in (ABOVE, BELOW, RIGHT, LEFT)
    assert not any(line.overlap(mark) for line in found.lines for mark in [OWN, *taken])


def test_a_long_name_takes_two_lines_where_one_would_be_in_the_way():
    beside = [near(35, -20), near(35, 20), near(-35, 20), near(-35, 0), near(35, 0), near(-35, -20)]
    assert place(forms=((80,), (40, 36))).form == 0
    assert place(*beside, forms=((80,), (40, 36))).form == 1


def test_a_symbol_beside_a_short_line_is_not_in_the_way():
    beside_the_first_line = near(22, -43)
    assert middle(place(beside_the_first_line, forms=((40, 40),)))[1] > 500
    assert middle(place(beside_the_first_line, forms=((16, 40),)))[1] < 500


def test_a_name_covers_no_other():
    names = [Name(500, 500, 10, [[40]], 20), Name(500, 520, 10, [[40]], 20), Name(520, 510, 10, [[40]], 20)]
    marks = [Box.around(name.x, name.y, name.reach) for name in names]
    lines = [line for found in places(names, marks, SIGHT) if found for line in found.lines]
    assert len(lines) == 3
    assert [pair for pair in combinations(lines, 2) if pair[0].overlap(pair[1])] == []


def test_a_name_for_which_there_is_no_room_is_left_out_and_takes_none_from_others():
    walls = [Box(0, 0, 1000, 480), Box(0, 520, 1000, 480), Box(0, 480, 450, 40), Box(550, 480, 450, 40)]
    names = [Name(500, 500, 10, [[200]], 20), Name(500, 500, 10, [[35]], 20)]
    assert [found is None for found in places(names, [OWN, *walls], SIGHT)] == [True, False]


boxes = st.builds(Box, *[st.integers(-20, 20)] * 2, *[st.integers(0, 20)] * 2)


@given(boxes, boxes)
def test_boxes_overlap_by_the_area_that_both_have(one, other):
    def squares(box: Box) -> set[tuple[int, int]]:
        return {
            (x, y)
            for x in range(int(box.left), int(box.left + box.width))
            for y in range(int(box.top), int(box.top + box.height))
        }

    assert one.overlap(other) == len(squares(one) & squares(other))


@pytest.fixture(scope="module")
def real_map(tmp_path_factory: pytest.TempPathFactory) -> DistrictMap:
    """The city's own districts, with what its portfolio aims at each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "store", tmp_path_factory.mktemp("store"))
        build_store(SETTINGS.data, SETTINGS.store)
        drawn = slide_panel(DeckSlide("omraden", "district-map"))[1].drawing
    assert isinstance(drawn, DistrictMap)
    return drawn


SHEETS = [
    *((width, 0) for width in (*WIDTHS.values(), 760, 880)),
    *((width, width * steep) for width in (720, 800, 880, 1040) for steep in (0.45, 0.5, 0.58, 1.1, 1.25)),
]
"""Width and height of the map on the page, in slides, in documents, and on stages that lie and stand."""


@pytest.mark.parametrize(("width", "height"), SHEETS)
def test_no_name_of_the_real_map_covers_a_mark_a_frame_or_another_name(real_map, width, height):
    plot = Plot(real_map, LIGHT, width, height)
    check_names_are_clear(plot)
    assert names_on(plot) == {spot.label for spot in real_map.spots if spot.remarkable}


def test_of_names_that_cannot_all_be_read_those_stand_that_can_great_need_first():
    crowded = [
        spot(f"Bebyggelsen {n}", 1, n % 5 == 0, (57.70 + n % 6 / 90, 12.90 + n % 7 / 60)) for n in range(20)
    ]
    plot = Plot(DistrictMap(crowded, {"features": []}), LIGHT, 480)
    check_names_are_clear(plot)
    assert 6 < len(names_on(plot)) < 20
    assert names_on(plot) > {each.label for each in crowded if each.great_need}


def names_on(plot: Plot) -> set[str]:
    return {symbol.spot.label for shown in plot.maps for symbol, _ in shown.names()}


def check_names_are_clear(plot: Plot) -> None:
    for shown in plot.maps:
        marks = [Box.around(*shown.place((each.x, each.y)), each.reach) for each in shown.shown]
        if shown.town and not shown.closer:
            marks.append(Box(*shown.town))
        lines = [line for _, name in shown.names() for line in lines_of(name)]
        assert [line for line in lines if any(map(line.overlap, marks))] == []
        assert [pair for pair in combinations(lines, 2) if pair[0].overlap(pair[1])] == []
        assert [
            line for line in lines if line.overlap(Box(*shown.frame)) < line.width * line.height - 1
        ] == []


def lines_of(name: Words) -> Iterator[Box]:
    """What the letters of each line cover."""
    for n, line in enumerate(name.lines):
        width = text_width(line, name.size, name.bold)
        yield Box(name.x - width / 2, name.frame.top + n * name.leading, width, name.leading).ink


@pytest.mark.parametrize(("width", "height"), SHEETS)
def test_a_line_leads_from_a_symbol_to_its_name_where_that_stands_far_away(real_map, width, height):
    for shown in Plot(real_map, LIGHT, width, height).maps:
        far = []
        for symbol, name in shown.names():
            x, y = shown.place((symbol.x, symbol.y))
            ways = [
                (
                    max(line.left - x, 0, x - line.left - line.width),
                    max(line.top - y, 0, y - line.top - line.height),
                )
                for line in lines_of(name)
            ]
            away = min(hypot(*way) for way in ways)
            if away > symbol.reach + 12:
                far.append((x, y, away))
        lines = [each.d for each in shown.shapes() if isinstance(each, Path) and each.thickness == 1.5]
        for line, led in zip(lines, far, strict=True):
            x, y, right, down = map(float, re.findall(r"-?[\d.]+", line))
            assert (x, y, hypot(right, down)) == pytest.approx(led, abs=0.2)


def test_on_the_wall_the_names_that_found_no_room_beside_their_symbols_are_led_to(real_map):
    _, town = Plot(real_map, LIGHT, 800, 400).maps
    assert sum(isinstance(each, Path) and each.thickness == 1.5 for each in town.shapes()) == 2


@pytest.mark.parametrize(("height", "stands"), [(380, False), (800, True)])
def test_on_an_upright_sheet_the_closer_map_stands_below_the_whole_one_and_both_fill_it(
    real_map, height, stands
):
    plot = Plot(real_map, LIGHT, 720, height)
    whole, town = (shown.frame for shown in plot.maps)
    assert (town.top > whole.bottom) == stands
    assert (town.left > whole.right) != stands
    assert plot.height == pytest.approx(height, abs=1)
    assert max(town.right, whole.right) > 0.98 * 720 - 10


@pytest.mark.parametrize("height", [0, 380, 800])
def test_every_district_is_on_one_of_the_maps_whatever_the_sheet(real_map, height):
    maps = Plot(real_map, LIGHT, 720, height).maps
    labels = [each.spot.label for shown in maps for each in shown.shown]
    assert sorted(labels) == sorted(spot.label for spot in real_map.spots)


def test_a_name_is_not_written_over_the_great_symbol_to_the_north_of_its_own():
    north, south = spot("Hässleholmen", 4, True, (57.716, 12.98)), spot("Hulta", 0, True, (57.711, 12.99))
    town = [north, south, spot("West", 1, place=(57.70, 12.90)), spot("East", 1, place=(57.74, 13.02))]

    def rises(spots):
        notes = layout(district_map(spots, town)).annotations
        return next(note.yshift for note in notes if note.text == "Hulta")

    assert rises([each for each in town if each is not north]) > 0
    assert rises(town) <= 0
