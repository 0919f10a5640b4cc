"""Words that any format can hold."""

from html import escape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.plain import is_address, one_line, plain, shortened

anything = st.text(st.characters(exclude_categories=[]))


@given(anything)
def test_xml_holds_all_that_is_left(text: str):
    kept = plain(text)
    assert ElementTree.fromstring(f"<a>{escape(kept)}</a>").text == (kept or None)


@given(st.text("abcåäö 0123456789\t\n\u00a0"))
def test_words_lose_nothing(text: str):
    assert plain(text) == text


def test_what_keeps_words_together_is_kept_on_one_line():
    assert one_line(" 12\u00a0500 \r\n invånare\x00 ") == "12\u00a0500 invånare"


@given(anything, st.integers(1, 40))
def test_nothing_is_longer_than_asked(text: str, most: int):
    assert len(shortened(text, most)) <= most


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [("Sju av nio", 10, "Sju av nio"), ("Sju av tio", 9, "Sju av…"), ("Sjuttiosju", 5, "Sjut…")],
)
def test_words_are_left_out_whole(text: str, most: int, expected: str):
    assert shortened(text, most) == expected


@pytest.mark.parametrize(
    ("text", "leads"),
    [("https://boras.se", True), ("http://boras.se", True), ("javascript:a()", False), ("omraden", False)],
)
def test_only_whole_web_addresses_lead_anywhere(text: str, leads: bool):
    assert is_address(text) == leads
