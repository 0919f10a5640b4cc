"""What a district lacks, and how a gap is spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dimensions import BY_CODE, DIMENSIONS
from dashboard.gaps import THIN, Gap, GapKind, gap_kinds, parse_gap

KNOWN = [(dimension.code, code) for dimension in DIMENSIONS for code in ("one", "other", "with:colon")]
GAPS = st.lists(st.sampled_from(KNOWN), min_size=1, max_size=2, unique_by=lambda term: term[0])


@st.composite
def aimed(draw):
    """Initiatives aimed at a district, such that reach everyone, and those of the former in two stages."""
    initiatives = draw(st.integers(0, 5))
    in_stage = st.integers(0, initiatives)
    return initiatives, draw(st.integers(0, 3)), draw(in_stage), draw(in_stage)


@given(aimed())
def test_a_district_is_aimed_at_reached_by_what_reaches_everyone_or_neither(counts):
    kinds, (initiatives, *_) = gap_kinds(*counts), counts
    apart = [initiatives > 0, GapKind.ABSOLUTE in kinds, GapKind.WIDE_ONLY in kinds]
    assert apart.count(True) == 1


@given(aimed())
def test_where_nothing_is_aimed_nothing_is_thin_or_half_done(counts):
    initiatives, wide, now, developing = counts
    kinds = gap_kinds(*counts)
    assert (GapKind.THIN in kinds) == (1 <= initiatives <= THIN)
    assert (GapKind.PROMISE in kinds) == (developing > 0 and now == 0)
    assert (GapKind.PIPELINE in kinds) == (now > 0 and developing == 0)
    if not initiatives:
        assert kinds == (GapKind.WIDE_ONLY if wide else GapKind.ABSOLUTE,)


@given(GAPS)
def test_a_gap_is_read_as_it_was_spelt(terms):
    gap = Gap.at(**dict(terms))
    assert parse_gap(str(gap), KNOWN) == gap


@given(GAPS)
def test_a_gap_is_the_same_in_whatever_order_its_terms_come(terms):
    backwards = ",".join(f"{dimension}:{code}" for dimension, code in reversed(terms))
    assert parse_gap(backwards, KNOWN) == Gap.at(**dict(terms))


def test_terms_come_in_the_order_in_which_readers_meet_the_dimensions():
    assert str(Gap.at(stage="one", district="other")) == "district:other,stage:one"
    assert str(Gap.at(district="other")) == "district:other"


@pytest.mark.parametrize(
    "spelt",
    [
        "",
        ",",
        "district",
        "district:",
        ":one",
        "district:unknown",
        "nothing:one",
        "district:one,",
        "district:one,stage",
        "district:one,stage:unknown",
        "district:one,district:one",
        "district:one,district:other",
        "district:one,stage:one,status:one",
        " district:one",
        "district:One",
    ],
)
def test_what_is_no_gap(spelt):
    assert parse_gap(spelt, KNOWN) is None


@given(st.text() | st.lists(st.text("abcdeilrst:,"), max_size=3).map(",".join))
def test_any_text_is_a_known_gap_or_none(spelt):
    gap = parse_gap(spelt, KNOWN)
    assert gap is None or (set(gap.terms) <= set(KNOWN) and 1 <= len({*dict(gap.terms)} & {*BY_CODE}) <= 2)
