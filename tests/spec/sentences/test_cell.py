"""What a cell of a matrix shows and says: its sign, what stands small below it, and the same in words."""

import pytest

from dashboard.cells import Content, Kind
from dashboard.gaps import Gap
from dashboard.text import text_of
from dashboard.text.sentences import cell_range, cell_sentence, cell_sign, gap_label
from tests.spec.tables import vocabularies

SV, EN = text_of("sv"), text_of("en")


@pytest.mark.parametrize(
    ("cell", "sign", "below", "said"),
    [
        (Content(Kind.COUNT, 8, least=8, most=8), "8", "", "8 insatser"),
        (
            Content(Kind.COUNT, 8, least=6, most=8),
            "8",
            "6–8",
            "8 insatser, 6 utan det som regler har härlett",
        ),
        (Content(Kind.COUNT), "0", "", "0 insatser"),
        (Content(Kind.NONE), "0", "", "ingen utpekad insats"),
        (Content(Kind.NOT_CAPTURED), "—", "", "underlag saknas"),
        (Content(Kind.NOT_RELEVANT, most=2), "×", "", "ej relevant"),
    ],
    ids=["a-number", "with-a-range", "a-plain-zero", "a-gap", "never-captured", "not-relevant"],
)
def test_a_cell_is_read_as_it_is_heard(cell, sign, below, said):
    assert (cell_sign(SV, cell), cell_range(SV, cell), cell_sentence(SV, cell, inferred=True)) == (
        sign,
        below,
        said,
    )


WIDE = Content(Kind.WIDE_ONLY, wide=15, wide_least=10, wide_most=15)
WIDE_IF_STATED = Content(Kind.WIDE_ONLY, wide=10, wide_least=10, wide_most=15, most=1)


def test_of_those_who_reach_everyone_the_range_is_told_too():
    assert (cell_sign(SV, WIDE), cell_range(SV, WIDE)) == ("↔ 15", "10–15")
    assert cell_sentence(SV, WIDE, inferred=True) == (
        "endast kommunövergripande, 15 når hela kommunen, 10 utan det som regler har härlett"
    )
    assert cell_sentence(EN, WIDE, inferred=True) == (
        "municipality-wide only, 15 reaching the whole municipality, 10 without what rules have inferred"
    )


def test_beside_them_stands_what_a_rule_has_aimed_at_the_district_itself():
    assert (cell_sign(SV, WIDE_IF_STATED), cell_range(SV, WIDE_IF_STATED)) == ("↔ 10", "0–1, ↔ 10–15")
    assert cell_sentence(SV, WIDE_IF_STATED, inferred=False) == (
        "endast kommunövergripande, 10 når hela kommunen, 15 med det som regler har härlett, "
        "här 1 insats med det som regler har härlett"
    )
    assert cell_range(SV, Content(Kind.WIDE_ONLY, wide=10, wide_least=10, wide_most=10, most=1)) == "0–1"


def test_a_gap_that_inferred_labels_fill_for_everyone_says_so():
    cell = Content(Kind.NONE, wide_most=3)
    assert (cell_sign(SV, cell), cell_range(SV, cell)) == ("0", "↔ 0–3")
    assert cell_sentence(SV, cell, inferred=False) == (
        "ingen utpekad insats, för hela kommunen 3 insatser med det som regler har härlett"
    )


@pytest.mark.parametrize(
    ("cell", "sign", "said"),
    [
        (Content(Kind.NOT_STATED, 3, least=3, most=3), "? 3", "3 insatser där källan inte anger det"),
        (
            Content(Kind.NOT_STATED, 0, least=0, most=2),
            "? 0",
            "0 insatser där källan inte anger det, 2 insatser utan det som regler har härlett",
        ),
        (Content(Kind.NOT_STATED, unknown=4), "?", "ingen känd, men för 4 insatser är det ej angivet"),
        (Content(Kind.NOT_STATED), "0", "ingen insats här saknar uppgiften"),
    ],
    ids=["some", "none-but-for-inferred-labels", "none-known", "none-whichever-labels-count"],
)
def test_what_is_not_stated_has_its_sign_only_where_something_is_not_stated(cell, sign, said):
    assert (cell_sign(SV, cell), cell_sentence(SV, cell, inferred=True)) == (sign, said)


@pytest.mark.parametrize(
    ("gap", "label"),
    [
        (Gap.at(district="norrby"), "Norrby"),
        (Gap.at(target_area="housing", district="norrby"), "Norrby: Boende"),
        (Gap.at(district="norrby", stage="developing"), "Norrby: Det här utvecklas"),
        (Gap.at(target_area="housing", stage="developing"), "Boende: Det här utvecklas"),
    ],
)
def test_a_gap_is_called_by_its_district_first(gap, label):
    assert gap_label(SV, vocabularies(), gap) == label
