"""What stands above every result: how many initiatives, and which."""

from dataclasses import replace

import pytest

from dashboard.filters import Filters
from dashboard.text import text_of
from dashboard.text.sentences import selection_sentence
from tests.spec.tables import vocabularies


def said(language, filters, initiatives=2, whole=9, between=(2, 2)):
    return selection_sentence(text_of(language), vocabularies(), filters, initiatives, whole, *between)


@pytest.mark.parametrize(
    ("filters", "swedish", "english"),
    [
        (Filters(), "Alla 9 insatser", "All 9 initiatives"),
        (
            Filters().pick(stage="developing", district="norrby"),
            "2 av 9 insatser i Norrby som utvecklas",
            "2 of 9 initiatives in Norrby being developed",
        ),
        (
            Filters().pick(vision_area=["mojlighet", "motas"], target_area="work"),
            "2 av 9 insatser under Mod eller Möten inom Arbete",
            "2 of 9 initiatives under Courage or Meetings within Work",
        ),
        (
            Filters().pick(stage=["doing-now", "networks"]),
            "2 av 9 insatser som görs nu eller som är nätverk och partnerskap",
            "2 of 9 initiatives being done now or that are networks and partnerships",
        ),
        (
            Filters().pick(district=["norrby", "viskafors", "municipality-wide", "not-stated"]),
            "2 av 9 insatser i Norrby eller Viskafors, som når hela kommunen eller utan uppgift om område",
            "2 of 9 initiatives in Norrby or Viskafors, reaching the whole municipality "
            "or with no stated district",
        ),
        (
            Filters().pick(target_area="any", status="ended"),
            "2 av 9 insatser med uppgift om målområde med status Avslutad",
            "2 of 9 initiatives with a known target area with status Ended",
        ),
        (
            Filters(words="odla ihop", inferred=False).pick(target_group="children"),
            "2 av 9 insatser för barn där det står ”odla ihop” bara med det som kommunen anger",
            "2 of 9 initiatives for children where it says “odla ihop” counting only what the city states",
        ),
    ],
)
def test_the_selection_reads_as_one_sentence_in_both_languages(filters, swedish, english):
    assert said("sv", filters) == swedish
    assert said("en", filters) == english


def test_a_selection_that_leaves_nothing_says_so_in_numbers():
    assert said("sv", Filters().pick(district="norrby"), 0) == "0 av 9 insatser i Norrby"


def test_where_inferred_labels_decide_how_many_the_range_follows():
    norrby = Filters().pick(district="norrby")
    assert said("sv", norrby, 4, between=(2, 4)) == (
        "4 av 9 insatser i Norrby, mellan 2 och 4 beroende på härledda uppgifter"
    )
    assert said("en", replace(norrby, inferred=False), 2, between=(2, 4)) == (
        "2 of 9 initiatives in Norrby counting only what the city states, "
        "between 2 and 4 depending on inferred labels"
    )


def test_a_portfolio_of_one_is_said_in_the_singular():
    assert said("sv", Filters(), 1, 1) == "Den enda insatsen"
    assert said("en", Filters().pick(district="norrby"), 1, 1) == "1 of 1 initiative in Norrby"
