"""The maps of districts and the dumbbell: what is drawn where, told apart without colour."""

import re
from math import nan
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.district_map import DistrictMap, Spot, locator
from dashboard.charts.dumbbell import SHAPES, Dumbbells, Series
from dashboard.charts.figures import figure
from dashboard.charts.map_names import SIDES, Box, Name, Screen, sides
from dashboard.charts.palette import LIGHT


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
    figure = district_map([spot("Need", great_need=True), spot("None")])
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


WIDE = Screen(1, Box(0, 0, 1000, 1000))
OWN = (0.0, 0.0, 10.0)
ABOVE, BELOW, RIGHT, LEFT = SIDES


def side(symbols=(), screen=WIDE) -> tuple[int, int]:
    """Where a name of 40 x 20 goes whose symbol reaches 10 pixels around the middle."""
    return next(sides([Name(0, 0, 10, [40], 20)], [OWN, *symbols], [screen]))


@pytest.mark.parametrize(
    ("neighbours", "expected"),
    [
        ([], ABOVE),
        ([(0, 20, 5)], BELOW),
        ([(0, 20, 5), (0, -20, 5)], RIGHT),
        ([(0, 20, 5), (0, -20, 5), (30, 0, 5)], LEFT),
        ([(0, 20, 5), (0, -20, 5), (30, 0, 2), (-30, 0, 5)], RIGHT),
    ],
)
def test_a_name_stands_where_it_covers_least_of_its_neighbours(neighbours, expected):
    assert side(neighbours) == expected


def test_a_name_stays_in_sight():
    assert side(screen=Screen(1, Box(0, -10, 100, 40))) == BELOW


@pytest.mark.parametrize(("widths", "expected"), [([40, 40], BELOW), ([40, 16], BELOW), ([16, 40], ABOVE)])
def test_a_symbol_beside_a_short_line_is_not_in_the_way(widths, expected):
    beside_the_first_line = (18, 40, 5)
    assert next(sides([Name(0, 0, 10, widths, 20)], [OWN, beside_the_first_line], [WIDE])) == expected


def test_a_name_covers_no_earlier_one():
    names = [Name(0, 0, 10, [40], 20), Name(0, 20, 10, [40], 20)]
    symbols = [(name.x, name.y, name.reach) for name in names]
    first, second = sides(names, symbols, [WIDE])
    assert (first, second) == (BELOW, ABOVE)


def test_a_name_must_miss_its_neighbours_on_the_small_screen_too():
    crowded_when_small = [(0, 40, 5)]
    assert side(crowded_when_small) == ABOVE
    small = Screen(0.5, WIDE.sight)
    name = Name(0, 0, 10, [40], 20)
    assert next(sides([name], [OWN, *crowded_when_small], [WIDE, small])) == BELOW


boxes = st.builds(Box, *[st.integers(-20, 20)] * 2, *[st.integers(0, 20)] * 2)


@given(boxes, boxes)
def test_boxes_overlap_by_the_area_that_both_have(one, other):
    def squares(box):
        """Quarters of square pixels, as the sides of a box may lie between pixels."""
        return {
            (x, y)
            for x in range(2 * box.x - box.width, 2 * box.x + box.width)
            for y in range(2 * box.y - box.height, 2 * box.y + box.height)
        }

    assert 4 * one.overlap(other) == len(squares(one) & squares(other))


def test_a_name_is_not_written_over_the_great_symbol_to_the_north_of_its_own():
    north, south = spot("Hässleholmen", 4, True, (57.716, 12.98)), spot("Hulta", 0, True, (57.711, 12.99))
    town = [north, south, spot("West", 1, place=(57.70, 12.90)), spot("East", 1, place=(57.74, 13.02))]

    def rises(spots):
        notes = layout(district_map(spots, town)).annotations
        return next(note.yshift for note in notes if note.text == "Hulta")

    assert rises([each for each in town if each is not north]) > 0
    assert rises(town) <= 0
