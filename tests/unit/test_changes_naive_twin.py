"""What the comparison of two portfolios finds, found again by plain loops over random pairs of them."""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.spec.tables import empty_store, fill, label_row, listing_row, number

from dashboard.filters import Filters
from dashboard.queries.changes import ABSENT, Change, Changes, changes

AREAS, STAGES = ("here", "there"), ("now", "then")
SELECTIONS = [Filters(), Filters(), Filters().pick(stage="now"), Filters().pick(place="hill")]


@dataclass(frozen=True)
class Listing:
    """One listing; `labels` holds those of its initiative, `words` the id of its text."""

    initiative: str
    area: str
    stage: str
    position: int
    title: str
    link: str | None
    words: str | None
    labels: frozenset[str]

    @property
    def code(self) -> str:
        return f"{self.area}:{self.stage}:{self.position}"


@st.composite
def portfolios(draw: st.DrawFn) -> list[Listing]:
    positions: Counter[tuple[str, str]] = Counter()
    listings = []
    for initiative in draw(st.lists(st.sampled_from(["a", "b", "c"]), unique=True)):
        labels = draw(st.frozensets(st.sampled_from(["hill", "lake"])))
        cells = st.tuples(st.sampled_from(AREAS), st.sampled_from(STAGES))
        for cell in draw(st.lists(cells, min_size=1, max_size=4)):
            positions[cell] += 1
            title, link = draw(st.sampled_from(["x", "y"])), draw(st.sampled_from([None, "p", "q"]))
            words = draw(st.sampled_from([None, "1", "2"]))
            listings.append(Listing(initiative, *cell, positions[cell], title, link, words, labels))
    return listings


@pytest.fixture(scope="module")
def compared():
    """Two stores in memory that each example fills anew, and what has changed between them."""
    made = [empty_store() for _ in range(2)]

    def compare(before: list[Listing], after: list[Listing], filters: Filters) -> Changes:
        for (_, connection), portfolio in zip(made, (before, after), strict=True):
            for table in ("initiative", "listing", "classification"):
                connection.execute(f"truncate {table}")
            labels = {each.initiative: each.labels for each in portfolio}
            fill(
                connection,
                {
                    "initiative": [
                        {
                            "code": code,
                            "title": code,
                            "display_title": code,
                            "summary_sv": "",
                            "summary_en": "",
                        }
                        for code in labels
                    ],
                    "listing": [
                        {
                            **listing_row(
                                each.initiative, each.area, each.stage, each.position, each.title, each.link
                            ),
                            "text_id": each.words,
                        }
                        for each in portfolio
                    ],
                    "classification": [
                        label_row(code, "place", term, stated=True)
                        for code in labels
                        for term in labels[code]
                    ],
                },
            )
            number(connection)
        return changes(made[0][0], made[1][0], filters)

    return compare


Pair = tuple[Listing | None, Listing | None]


def naive_pairs(before: list[Listing], after: list[Listing]) -> list[Pair]:
    """Strike out what stands in the same place, then under the same vision area, then in turn."""
    pairs: list[Pair] = []
    for initiative in {each.initiative for each in before + after}:
        was = sorted((each for each in before if each.initiative == initiative), key=in_order)
        now = sorted((each for each in after if each.initiative == initiative), key=in_order)
        for same in (lambda x: (x.area, x.stage), lambda x: x.area, lambda x: None):
            for old in list(was):
                partner = next((new for new in now if same(new) == same(old)), None)
                if partner:
                    pairs.append((old, partner))
                    was.remove(old)
                    now.remove(partner)
        pairs += [(old, None) for old in was] + [(None, new) for new in now]
    return pairs


def in_order(listing: Listing) -> tuple[str, str, int]:
    return listing.area, listing.stage, listing.position


def initiative_of(pair: Pair) -> str:
    listing = pair[0] or pair[1]
    assert listing
    return listing.initiative


def naive_kinds(pair: Pair, before: list[Listing], after: list[Listing]) -> set[str]:
    was, now = pair
    if was is None or now is None:
        here, others = (now, before) if was is None else (was, after)
        assert here
        remains = any(each.initiative == here.initiative for each in others)
        if was is None:
            return {"listed" if remains else "new"}
        return {"unlisted" if remains else "gone"}
    happened = {
        "stage": was.stage != now.stage,
        "vision_area": was.area != now.area,
        "title": was.title != now.title,
        "text": None not in (old := words_in(was, before), new := words_in(now, after)) and old != new,
        "link_gone": was.link is not None and now.link is None,
        "link": now.link is not None and was.link != now.link,
        "assessment": was.labels != now.labels,
    }
    return {kind for kind, has in happened.items() if has}


def words_in(listing: Listing, portfolio: list[Listing]) -> str | None:
    """No words on a page that gives any its words is an empty text, on another page it is not known."""
    captured = any(each.words for each in portfolio if each.area == listing.area)
    return listing.words or ("" if captured else None)


def is_selected(listing: Listing, filters: Filters) -> bool:
    stages, places = filters.picks.get("stage", STAGES), filters.picks.get("place")
    return listing.stage in stages and (places is None or bool(listing.labels & set(places)))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(portfolios(), portfolios(), st.sampled_from(SELECTIONS))
def test_the_comparison(compared, before, after, filters):
    chosen = {each.initiative for each in before + after if is_selected(each, filters)}
    pairs = [pair for pair in naive_pairs(before, after) if initiative_of(pair) in chosen]
    kinds = [naive_kinds(pair, before, after) for pair in pairs]
    found = compared(before, after, filters)

    assert Counter(
        (
            row["initiative"],
            *sides(row, "vision_area"),
            *sides(row, "stage"),
            *sides(row, "title"),
            frozenset(row["kinds"]),
        )
        for row in found.listings.to_dict("records")
    ) == Counter(
        (
            initiative_of(pair),
            *(each and each.area for each in pair),
            *(each and each.stage for each in pair),
            *(each and each.title for each in pair),
            frozenset(what),
        )
        for pair, what in zip(pairs, kinds, strict=True)
    )
    met = {
        kind: {initiative_of(pair) for pair, what in zip(pairs, kinds, strict=True) if kind in what}
        for kind in Change
    }
    assert found.counts == {kind: len(initiatives) for kind, initiatives in met.items()}
    assert found.unchanged == len(chosen - set().union(*met.values()))
    assert found.transitions == Counter(
        tuple(each.stage if each else ABSENT for each in pair) for pair in pairs
    )


def sides(row: dict, column: str) -> list[str | None]:
    return [row[name] if isinstance(row[name], str) else None for name in (f"was_{column}", f"now_{column}")]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(portfolios(), portfolios())
def test_backwards_everything_is_told_the_other_way_round(compared, before, after):
    there, back = compared(before, after, Filters()), compared(after, before, Filters())
    assert there.unchanged == back.unchanged
    for kind, opposite in {"new": "gone", "listed": "unlisted", "stage": "stage", "title": "title"}.items():
        assert there.counts[kind] == back.counts[opposite]
    assert back.transitions == Counter({(now, was): n for (was, now), n in there.transitions.items()})
