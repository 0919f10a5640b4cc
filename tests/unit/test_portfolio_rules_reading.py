"""What holds of every reading, whatever the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.test_portfolio_gazetteer import reader
from tests.unit.test_portfolio_rules import EXAMPLES

from dashboard.portfolio.evidence import QUOTE_WORDS, Passage
from dashboard.portfolio.normalise import normalise_text
from dashboard.portfolio.reading import Reading

SENTENCES = [
    *(sentence for pair in EXAMPLES.values() for sentence in pair),
    "Vi odlar på Norrby tillsammans med Hyresgästföreningen.",
    "Under 2026 kommer norrbyborna att få fem miljoner kronor.",
    "Ungdomar mellan 13 och 19 år från Hulta, Sjöbo och Göta spelar teater.",
    "En busstur till Kråkvik, med stopp i Övre Kråkvik.",
]
UNRELATED = ["Taket är rött.", "Katten sover.", "Det regnar ofta."]

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)


def quotes(reading: Reading) -> list[str]:
    return [each.quote for each in (*reading.labels, *reading.unsure, *reading.facts)]


@given(texts, texts)
def test_every_quote_is_verbatim_and_at_most_eight_words(title: str, text: str):
    for quote in quotes(reader().read(title, text)):
        assert 1 <= len(quote.split()) <= QUOTE_WORDS
        assert quote in normalise_text(title) or quote in normalise_text(text)


@given(st.text(), st.text())
def test_any_text_can_be_read(title: str, text: str):
    reading = reader().read(title, text)
    assert all(len(quote.split()) <= QUOTE_WORDS for quote in quotes(reading))


@given(texts)
def test_letters_composed_or_not_and_any_kind_of_space_mean_the_same(text: str):
    plain = reader().read("", text)
    apart = reader().read("", unicodedata.normalize("NFD", text).replace(" ", "\u00a0\n"))
    assert (plain.labels, plain.unsure, plain.facts) == (apart.labels, apart.unsure, apart.facts)
    assert [each.value for each in plain.unknown] == [each.value for each in apart.unknown]


@given(texts, st.sampled_from(UNRELATED), st.booleans())
def test_an_unrelated_sentence_takes_no_label_away_and_adds_none(text: str, sentence: str, first: bool):
    longer = f"{sentence} {text}" if first else f"{text} {sentence}"
    assert terms(reader().read("", longer)) == terms(reader().read("", text))


def terms(reading: Reading) -> set[tuple[str, str, str, int]]:
    return {(label.dimension, label.term, label.role, label.weight) for label in reading.labels}


@given(texts, st.sampled_from(UNRELATED))
def test_the_case_of_the_sentence_before_makes_no_difference(text: str, sentence: str):
    small, large = (
        terms(reader().read("", f"{each} {text}")) for each in (sentence.lower(), sentence.upper())
    )
    assert small == large


@given(
    st.lists(st.sampled_from(["i\u00a0", "i \n", "i\u200b  "]), max_size=4), st.sampled_from(["", "(", "«"])
)
def test_an_unknown_place_is_found_again_in_the_text_as_given(before: list[str], quote: str):
    text = f"{''.join(before)}bor vi {quote}i Kra\u030akvik."
    (unknown,) = reader().read("Om oss", text).unknown
    assert unknown.value == "Kråkvik"
    assert text[unknown.offset :].startswith("Kra\u030akvik")


def test_an_unknown_place_in_the_title_stands_where_the_text_begins():
    (unknown,) = reader().read("Odling i Kråkvik", "Vi odlar.").unknown
    assert unknown.offset == 0


@given(st.text())
def test_small_letters_stand_where_the_letters_do(text: str):
    passage = Passage("", text)
    assert len(passage.lower) == len(passage.text)


@pytest.mark.parametrize(
    ("text", "word", "quote"),
    [
        ("Vi odlar på taket.", "odlar", "Vi odlar på taket"),
        ("Ett. Vi odlar. Tre.", "odlar", "Vi odlar"),
        ("a b c d e f MITT g h i j k l", "MITT", "d e f MITT g h i j"),
        ("Vi odlar på taket, och katten sover.", "odlar", "Vi odlar på taket"),
        ("Vi odlar på taket och katten sover nu.", "sover", "katten sover nu"),
        ("Det kostar lite men vi odlar på taket.", "odlar", "vi odlar på taket"),
        ("Vi odlar på taket, balkongen och gården.", "balkongen", "Vi odlar på taket, balkongen"),
        ("Katt, hund och höns bor här.", "Katt", "Katt, hund och höns bor här"),
        ("Vi odlar till och med maj.", "maj", "Vi odlar till och med maj"),
    ],
)
def test_a_quote_is_the_words_around_from_its_own_clause_where_that_is_long_enough(
    text: str, word: str, quote: str
):
    passage = Passage("", text)
    start = passage.text.index(word)
    assert passage.quote(start, start + len(word)) == quote
