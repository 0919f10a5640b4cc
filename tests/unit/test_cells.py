"""What a cell is, told by its number and its two sides."""

import pytest

from dashboard.cells import Content, Kind, Side, kind_of

DISTRICT = Side(district=True)
PLAIN = Side()


@pytest.mark.parametrize(
    ("initiatives", "wide", "row", "column", "kind"),
    [
        (3, 0, PLAIN, PLAIN, Kind.COUNT),
        (3, 5, DISTRICT, PLAIN, Kind.COUNT),
        (0, 5, DISTRICT, PLAIN, Kind.WIDE_ONLY),
        (0, 5, PLAIN, DISTRICT, Kind.WIDE_ONLY),
        (0, 0, DISTRICT, PLAIN, Kind.NONE),
        (0, 5, PLAIN, PLAIN, Kind.NONE),
        (0, 0, Side(stated=False), PLAIN, Kind.NOT_STATED),
        (7, 0, PLAIN, Side(stated=False), Kind.NOT_STATED),
        (0, 0, Side(captured=False), PLAIN, Kind.NOT_CAPTURED),
        (0, 0, Side(captured=False), Side(stated=False), Kind.NOT_CAPTURED),
        (0, 0, Side(relevant=False), PLAIN, Kind.NOT_RELEVANT),
    ],
)
def test_kind_of_cell(initiatives: int, wide: int, row: Side, column: Side, kind: Kind) -> None:
    assert kind_of(initiatives, wide, row, column) is kind


def test_what_may_belong_in_a_district_keeps_its_zero_from_being_confirmed() -> None:
    assert kind_of(0, 5, DISTRICT, PLAIN, unknown=2) is Kind.NOT_STATED
    assert kind_of(0, 5, DISTRICT, PLAIN, unknown=0) is Kind.WIDE_ONLY


def test_a_page_never_captured_is_never_zero_whatever_else_holds() -> None:
    assert kind_of(0, 9, Side(captured=False), DISTRICT) is Kind.NOT_CAPTURED


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (Content(Kind.COUNT, initiatives=3), "count"),
        (Content(Kind.NOT_STATED, initiatives=3, least=3, most=3), "not-stated"),
        (Content(Kind.NOT_STATED, unknown=5), "unknown"),
        (Content(Kind.NONE), "none"),
        (Content(Kind.NOT_CAPTURED, unknown=5), "not-captured"),
    ],
)
def test_nothing_with_some_that_may_belong_there_is_called_by_a_name_of_its_own(content, name) -> None:
    assert content.name == name
