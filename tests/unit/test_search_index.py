"""Search by the index of words, held against reading every text."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_portfolios import examples
from tests.spec.tables import empty_store, fill, listing_row, number

from dashboard.filters import LONGEST_SEARCH

LETTERS = "skolaÅÖ.-%_'"


class Listing(NamedTuple):
    title: str
    display_title: str
    summary_sv: str
    summary_en: str
    link: str | None

    @property
    def text(self) -> str:
        return " ".join(each for each in self if each is not None)


texts = st.text(f"{LETTERS}  \t\u00a0", max_size=9)
listings = st.lists(st.builds(Listing, texts, texts, texts, texts, st.none() | texts), max_size=6)
searches = st.lists(st.text(LETTERS, min_size=1, max_size=4), max_size=3).map(" ".join)


@pytest.fixture(scope="module")
def find():
    """Places of the listings that a search leaves, each the only one of its initiative."""
    store, connection = empty_store()

    def find(portfolio: list[Listing], words: str) -> set[int]:
        for table in ("initiative", "listing"):
            connection.execute(f"truncate {table}")
        codes = [f"i-{place}" for place in range(len(portfolio))]
        initiatives = [each._asdict() | {"code": code} for code, each in zip(codes, portfolio, strict=True)]
        for each in initiatives:
            del each["link"]
        rows = [
            listing_row(code, "motas", "doing-now", place, "", each.link)
            for place, (code, each) in enumerate(zip(codes, portfolio, strict=True))
        ]
        fill(connection, {"initiative": initiatives, "listing": rows})
        number(connection)
        found = store.rows(
            "select initiative from selected([], $words, true)", {"words": words.lower().split()}
        )
        return {codes.index(code) for code in found["initiative"]}

    return find


@examples
@given(listings, searches)
def test_the_index_finds_what_reading_every_text_finds(find, portfolio, words):
    asked = words.lower().split()
    expected = {
        place for place, each in enumerate(portfolio) if all(word in each.text.lower() for word in asked)
    }
    assert find(portfolio, words) == expected


def test_a_search_does_not_reach_from_one_word_into_the_next(find):
    portfolio = [Listing("bok skola", "lär", "ö", "", "led")]
    assert find(portfolio, "kskol") == find(portfolio, "lärö") == set()
    assert find(portfolio, "ok kol är ed") == {0}


def test_each_of_as_many_words_as_fit_in_a_search_counts(find):
    many = [letter for letter in map(chr, range(ord("a"), 1000)) if letter.islower()][: LONGEST_SEARCH // 2]
    portfolio = [Listing(" ".join(many), "", "", "", None), Listing(" ".join(many[1:]), "", "", "", None)]
    assert find(portfolio, " ".join(many)) == {0}
