import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.portfolio.match import TitleIndex
from dashboard.portfolio.normalise import comparison_key, normalise_text


@pytest.mark.parametrize(
    ("captured", "normal"),
    [
        ("Budget-\u00a0och\u00a0skuld", "Budget- och skuld"),
        ("  två   ord\n", "två ord"),
        ("A\u030aterbruk", "Återbruk"),
        ("öre\u00adbro\u200b", "örebro"),
        ("Göteborg – Borås", "Göteborg – Borås"),
    ],
)
def test_normalising_takes_typesetting_away_and_keeps_spelling(captured, normal):
    assert normalise_text(captured) == normal


@given(st.text())
def test_normalising_twice_is_normalising_once(text):
    assert normalise_text(normalise_text(text)) == normalise_text(text)


def test_titles_compare_whatever_their_case_space_or_dash():
    assert comparison_key("Järnväg\u00a0Göteborg – BORÅS") == comparison_key("järnväg Göteborg - Borås")


def test_near_twins_stay_two():
    assert comparison_key("Skolan som arena på Sjöbo") != comparison_key("Skolan om som arena på Sjöbo")


INDEX = TitleIndex(
    [
        {"code": "pool", "title": "Verktygspolen", "display_title": "Verktygspoolen"},
        {"code": "choir", "title": "Kör", "display_title": "Kör"},
        {"code": "drive", "title": "Kör", "display_title": "Kör bil"},
    ]
)


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Verktygspolen", ["pool"]),
        ("verktygspoolen", ["pool"]),
        ("Verktygspool", []),
        ("Kör", ["choir", "drive"]),
        ("Kör bil", ["drive"]),
    ],
)
def test_a_title_finds_its_initiative_as_published_or_as_displayed(title, codes):
    assert INDEX.match(title) == codes
