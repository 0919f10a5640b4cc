"""What a district is said to lack: never more than is known."""

import pytest

from dashboard.gaps import GapKind
from dashboard.text import text_of

COUNTS = {"wide": "20 (12–20)", "unknown": 37, "nowhere": "37 (37–45)"}


@pytest.mark.parametrize(
    ("kind", "name", "meaning"),
    [
        (
            GapKind.ABSOLUTE,
            "Ingen insats alls",
            "Ingen insats pekar ut området, och ingen når hela kommunen; "
            "för 37 (37–45) är inget område angivet.",
        ),
        (
            GapKind.WIDE_ONLY,
            "Endast kommunövergripande",
            "Ingen insats pekar ut området; 20 (12–20) når hela kommunen, "
            "och för 37 (37–45) är inget område angivet.",
        ),
        (GapKind.THIN, "En eller två insatser", "En eller två insatser pekar ut området."),
        (
            GapKind.PROMISE,
            "Bara under utveckling",
            "Allt som pekar ut området och är på gång är under utveckling; inget av det görs nu.",
        ),
        (
            GapKind.PIPELINE,
            "Inget under utveckling",
            "Det som pekar ut området görs nu; inget av det är under utveckling.",
        ),
    ],
)
def test_each_kind_of_gap_has_a_name_and_a_meaning(kind, name, meaning):
    assert text_of("sv")(f"lack-{kind}") == name
    assert text_of("sv")(f"lacks-{kind}", **COUNTS) == meaning


@pytest.mark.parametrize(
    ("language", "meaning"),
    [
        ("sv", "Ingen insats pekar ut området; 20 når hela kommunen."),
        ("en", "No initiative names the district; the whole municipality is reached by 20."),
    ],
)
def test_where_all_have_a_district_none_is_left_that_might_belong_here(language, meaning):
    assert text_of(language)("lacks-wide-only", wide="20", unknown=0, nowhere="0") == meaning
