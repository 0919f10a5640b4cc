"""Near twins, found again by comparing every two initiatives of random portfolios."""

import re
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_portfolios import examples
from tests.spec.tables import empty_store, fill, listing_row, number

from dashboard.filters import Filters
from dashboard.queries.balance import near_twins
from dashboard.store.connection import SQL

PLACE = "Åsby"
WORDS = ["skola", "Skolorna", "arena", "ÖDLA", "möten", "väg", "Åsbys", "sommar", "vinter,", "höstkväll"]
ENDINGS = "adenorst"


class Initiative(NamedTuple):
    title: str
    summary: str
    links: tuple[str, ...]


texts = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
portfolios = st.lists(
    st.builds(
        Initiative,
        texts,
        texts,
        st.lists(st.sampled_from(["Läs mer", "Mer om skola", "Arena"]), max_size=2).map(tuple),
    ),
    max_size=12,
)


def stem(word: str) -> str:
    while len(word) > 4 and word[-1] in ENDINGS:
        word = word[:-1]
    return word


def words(*written: str) -> dict[str, str]:
    """The stems, and the shortest form of each."""
    found: dict[str, str] = {}
    for word in re.findall(r"\w+", " ".join(written).lower()):
        if len(word) >= 5 and stem(word) != stem(PLACE.lower()):
            found[stem(word)] = min(found.get(stem(word), word), word, key=lambda form: (len(form), form))
    return found


def naive_twins(portfolio: list[Initiative]) -> dict[tuple[int, int], tuple[float, set[str], str | None]]:
    """Likeness, common words and common link of the pairs that are alike."""
    said = [words(each.title, each.summary, *each.links) for each in portfolio]
    rare = [{word for word in own if sum(word in other for other in said) <= 8} for own in said]
    twins = {}
    for one, other in combinations(range(len(portfolio)), 2):
        first, second = portfolio[one], portfolio[other]
        common, either = rare[one] & rare[other], rare[one] | rare[other]
        links = {
            link
            for link in set(first.links) & set(second.links)
            if sum(link in each.links for each in portfolio) <= 8
        }
        compared = links or words(first.title).keys() & words(second.title).keys() & common
        if compared and common and (len(common) >= 3 or len(common) / len(either) >= 0.5):
            forms = {min(said[one][word], said[other][word], key=len) for word in common}
            twins[one, other] = len(common) / len(either), forms, min(links, default=None)
    return twins


@pytest.fixture(scope="module")
def twins_in():
    """A store in memory that each portfolio fills anew, and the near twins in it."""
    store, connection = empty_store()
    term = {"label_sv": PLACE, "label_en": "", "kind": "term", "captured": True, "aliases": []}
    fill(connection, {"term": [{"dimension": "place", "code": "asby", "position": 1, **term}]})

    def find(portfolio: list[Initiative]):
        for table in ("initiative", "listing", "near_twin"):
            connection.execute(f"truncate {table}")
        rows = [
            {"code": f"{number:02}", "title": "", "display_title": each.title, "summary_sv": each.summary}
            for number, each in enumerate(portfolio)
        ]
        listings = [
            listing_row(f"{number:02}", "motas", f"stage-{place}", number + 1, "", link)
            for number, each in enumerate(portfolio)
            for place, link in enumerate(each.links or (None,))
        ]
        fill(connection, {"initiative": [{**row, "summary_en": ""} for row in rows], "listing": listings})
        number(connection)
        connection.execute((SQL / "near_twins.sql").read_text("utf-8"))
        return near_twins(store, Filters(), limit=99).to_dict("records")

    return find


@examples
@given(portfolios)
def test_near_twins(twins_in, portfolio):
    expected = naive_twins(portfolio)
    found = twins_in(portfolio)
    assert [row["likeness"] for row in found] == sorted((row["likeness"] for row in found), reverse=True)
    assert {(int(row["initiative"]), int(row["other"])) for row in found} == set(expected)
    for row in found:
        one, other = int(row["initiative"]), int(row["other"])
        likeness, common, link = expected[one, other]
        assert row["likeness"] == pytest.approx(likeness)
        assert sorted(row["words"]) == sorted(common)
        assert (row["link_label"] if isinstance(row["link_label"], str) else None) == link
        assert (row["display_title"], row["other_title"]) == (portfolio[one].title, portfolio[other].title)
