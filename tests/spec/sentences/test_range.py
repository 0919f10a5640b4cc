"""What a number says of the labels that rules have inferred: nothing where they do not touch it."""

import pytest

from dashboard.text import text_of
from dashboard.text.sentences import explained_range, otherwise, range_line, range_sentence, said_range

SV, EN = text_of("sv"), text_of("en")


@pytest.mark.parametrize(
    ("n", "least", "most", "number", "below", "words"),
    [
        (8, 6, 8, "8 (6–8)", "6–8", "mellan 6 och 8 beroende på härledda uppgifter"),
        (6, 6, 8, "6 (6–8)", "6–8", "mellan 6 och 8 beroende på härledda uppgifter"),
        (0, 0, 2, "0 (0–2)", "0–2", "mellan 0 och 2 beroende på härledda uppgifter"),
        (1200, 900, 1200, "1\u00a0200 (900–1\u00a0200)", "900–1\u00a0200",
         "mellan 900 och 1\u00a0200 beroende på härledda uppgifter"),
        (8, 8, 8, "8", "", ""),
        (0, 0, 0, "0", "", ""),
    ],
)  # fmt: skip
def test_a_range_stands_beside_the_number_below_it_or_in_words(n, least, most, number, below, words):
    assert said_range(SV, n, least, most) == number
    assert range_line(SV, least, most) == below
    assert range_sentence(SV, least, most) == words


@pytest.mark.parametrize(
    ("n", "least", "most", "swedish", "english"),
    [
        (8, 6, 8, "8 (6–8 beroende på härledda uppgifter)", "8 (6–8 depending on inferred labels)"),
        (8, 8, 8, "8", "8"),
    ],
)
def test_the_first_range_says_what_it_hangs_on(n, least, most, swedish, english):
    assert explained_range(SV, n, least, most) == swedish
    assert explained_range(EN, n, least, most) == english


@pytest.mark.parametrize(
    ("inferred", "n", "least", "most", "swedish", "english"),
    [
        (True, 8, 6, 8, "6 utan det som regler har härlett", "6 without what rules have inferred"),
        (False, 6, 6, 8, "8 med det som regler har härlett", "8 with what rules have inferred"),
        (True, 43, 43, 53, "53 utan det som regler har härlett", "53 without what rules have inferred"),
        (
            False,
            0,
            0,
            1,
            "1 insats med det som regler har härlett",
            "1 initiative with what rules have inferred",
        ),
        (True, 8, 8, 8, "", ""),
    ],
    ids=["fewer-without", "more-with", "not-stated-is-more-without", "none-without", "the-same"],
)
def test_the_other_setting_is_told_with_the_number_that_it_gives(inferred, n, least, most, swedish, english):
    assert otherwise(SV, inferred, n, least, most) == swedish
    assert otherwise(EN, inferred, n, least, most) == english
