"""Target profiles: whole per cent that always sum to 100, and their spelling in links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.profile import equal_profile, parse_move, parse_profile, rebalance, spell_profile

AREAS = ["care", "courage", "meetings"]


@st.composite
def profiles(draw: st.DrawFn) -> dict[str, int]:
    """Cuts of 0-100, in any number of classes."""
    cuts = sorted(draw(st.lists(st.integers(0, 100), max_size=5)))
    shares = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    return {f"area-{number}": share for number, share in enumerate(shares)}


def test_equal_shares_are_whole_per_cent_and_the_first_get_what_is_over():
    assert equal_profile(AREAS) == {"care": 34, "courage": 33, "meetings": 33}
    assert equal_profile(AREAS[:2]) == {"care": 50, "courage": 50}


@given(st.lists(st.text(max_size=3), min_size=1, max_size=150, unique=True))
def test_equal_shares_differ_by_one_per_cent_at_most(codes):
    shares = equal_profile(codes).values()
    assert sum(shares) == 100
    assert max(shares) - min(shares) <= 1


def test_of_no_classes_there_is_an_empty_profile():
    assert equal_profile([]) == {}


def test_a_profile_is_spelt_class_by_class():
    assert spell_profile({"courage": 60, "meetings": 40}) == "courage:60,meetings:40"


@given(profiles())
def test_a_spelt_profile_is_read_back(profile):
    assert parse_profile(spell_profile(profile), list(profile)) == profile


def test_classes_come_in_their_own_order_whatever_the_link_says():
    read = parse_profile("meetings:40,courage:60", ["courage", "meetings"])
    assert list((read or {}).items()) == [("courage", 60), ("meetings", 40)]


@pytest.mark.parametrize(
    "spelt",
    [
        "",
        "courage:60",
        "courage:60,meetings:41",
        "courage:60,meetings:40,care:0",
        "courage:60,meetings:40,",
        "courage:60,courage:40",
        "courage:50,meetings:40,courage:60",
        "courage:-20,meetings:120",
        "courage:+60,meetings:40",
        "courage:60.0,meetings:40",
        "courage:60 ,meetings:40",
        "courage:६०,meetings:40",
        "courage,meetings",
        "courage:60;meetings:40",
        f"courage:60,meetings:40{'0' * 5000}",
    ],
)
def test_what_is_no_profile_of_exactly_these_classes_is_none(spelt):
    assert parse_profile(spelt, ["courage", "meetings"]) is None


@given(st.text(alphabet="courage:meting,0123456789-"))
def test_whatever_a_link_says_a_profile_is_read_or_none(spelt):
    read = parse_profile(spelt, ["courage", "meetings"])
    assert read is None or sum(read.values()) == 100


def test_when_one_share_is_set_the_others_keep_their_proportions():
    before = {"care": 60, "courage": 30, "meetings": 10}
    assert rebalance(before, "care", 20) == {"care": 20, "courage": 60, "meetings": 20}
    assert rebalance(before, "meetings", 70) == {"care": 20, "courage": 10, "meetings": 70}
    assert rebalance(before, "care", 100) == {"care": 100, "courage": 0, "meetings": 0}


def test_others_that_have_nothing_share_what_is_left_equally():
    assert rebalance({"care": 100, "courage": 0, "meetings": 0}, "care", 40) == {
        "care": 40,
        "courage": 30,
        "meetings": 30,
    }


def test_a_class_alone_keeps_it_all():
    assert rebalance({"care": 100}, "care", 30) == {"care": 100}


@given(profiles(), st.data(), st.integers(0, 100))
def test_a_rebalanced_profile_sums_to_100_and_rounds_by_less_than_one(profile, data, value):
    code = data.draw(st.sampled_from(list(profile)))
    moved = rebalance(profile, code, value)
    assert list(moved) == list(profile)
    assert sum(moved.values()) == 100
    others = [each for each in profile if each != code]
    if others:
        assert moved[code] == value
    rest = sum(profile[each] for each in others)
    for each in others:
        exact = (100 - value) * (profile[each] / rest if rest else 1 / len(others))
        assert 0 <= moved[each] <= 100
        assert abs(moved[each] - exact) < 1


@given(profiles(), st.data())
def test_setting_a_share_to_what_it_is_changes_nothing(profile, data):
    code = data.draw(st.sampled_from([each for each in profile if profile[each] < 100] or list(profile)))
    assert rebalance(profile, code, profile[code]) == profile


def test_a_move_names_the_profile_the_share_and_what_it_becomes():
    assert parse_move("other:meetings:100", ("profile", "other"), AREAS) == ("other", "meetings", 100)


@given(st.sampled_from(AREAS), st.integers(0, 100))
def test_every_share_that_a_profile_can_have_can_be_moved_to(code, share):
    assert parse_move(f"profile:{code}:{share}", ("profile",), AREAS) == ("profile", code, share)


@pytest.mark.parametrize(
    "spelt",
    [
        "",
        "profile:care",
        "profile:care:",
        "profile:care:101",
        "profile:care:-1",
        "profile:care:1.5",
        "profile:care:५",
        "profile:care:50,profile:courage:50",
        "profile:atlantis:50",
        "other:care:50",
        "care:50",
    ],
)
def test_what_moves_no_share_of_such_a_profile_is_none(spelt):
    assert parse_move(spelt, ("profile",), AREAS) is None
