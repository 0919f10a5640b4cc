"""Words of the data's and of readers' within a style sheet."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dashboard.ui.styles import css_string


def unescaped(spelt: str) -> str:
    return re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), spelt)


def test_words_stand_as_they_are_and_signs_by_their_number():
    assert css_string('8 av 68 i "Norrby"') == r'"8 av 68 i \22 Norrby\22 "'


@given(st.text())
def test_no_text_ends_its_quotation_or_its_sheet(text: str):
    spelt = css_string(text)
    assert not set('"<>\n\r\f&') & set(spelt[1:-1])
    assert unescaped(spelt[1:-1]) == text
