"""A selection and its spelling in the URL."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.dimensions import ANY, DIMENSIONS, NOT_STATED
from dashboard.filters import Filters, Unknown, from_params, pickable_codes, to_params
from dashboard.vocabularies import Term, Vocabularies

TERMS = [
    Term(dimension.code, f"{dimension.param}-{letter}", letter.upper(), letter.upper(), position)
    for dimension in DIMENSIONS
    for position, letter in enumerate("abc", 1)
]
NORRBY = Term("district", "norrby", "Norrby", "Norrby", 9, aliases=("gamla-norrby",))
VOCABULARIES = Vocabularies.of([*TERMS, NORRBY])


@st.composite
def selections(draw: st.DrawFn) -> Filters:
    picks = {}
    for dimension in DIMENSIONS:
        codes = pickable_codes(VOCABULARIES, dimension.code)
        picked = draw(st.sets(st.sampled_from(codes)))
        if picked:
            picks[dimension.code] = tuple(code for code in codes if code in picked)
    words = " ".join(draw(st.lists(st.text("abcåäö&=?#", min_size=1, max_size=8), max_size=3)))
    return Filters(picks, words, draw(st.booleans()))


@given(selections())
def test_a_selection_survives_its_own_link(filters: Filters) -> None:
    assert from_params(to_params(filters), VOCABULARIES) == (filters, [])


def test_nothing_selected_is_nothing_spelt() -> None:
    assert to_params(Filters()) == {}
    assert not Filters()


def test_terms_come_in_vocabulary_order_whatever_the_link_says() -> None:
    filters, _ = from_params({"stage": ["stage-c", "stage-a"]}, VOCABULARIES)
    assert filters.picks["stage"] == ("stage-a", "stage-c")


def test_an_alias_stands_for_its_term() -> None:
    filters, unknown = from_params({"district": ["gamla-norrby", "NORRBY"]}, VOCABULARIES)
    assert filters.picks == {"district": ("norrby",)}
    assert unknown == []


def test_unknown_values_are_dropped_and_said() -> None:
    filters, unknown = from_params(
        {"district": ["norrby", "atlantis"], "provenance": ["guessed"]}, VOCABULARIES
    )
    assert filters.picks == {"district": ("norrby",)}
    assert unknown == [Unknown("district", "atlantis"), Unknown("provenance", "guessed")]


def test_what_a_page_itself_gives_cannot_be_unstated() -> None:
    _, unknown = from_params({"stage": [NOT_STATED, ANY]}, VOCABULARIES)
    assert unknown == [Unknown("stage", NOT_STATED), Unknown("stage", ANY)]


def test_parameters_of_others_are_left_alone() -> None:
    assert from_params({"utm_source": ["mail"], "sort": ["title"]}, VOCABULARIES) == (Filters(), [])


def test_an_endless_search_is_cut() -> None:
    filters, _ = from_params({"q": ["å " * 5000]}, VOCABULARIES)
    assert len(filters.words) < 201


def test_picking_sets_a_dimension_anew_and_lifts_it_when_empty() -> None:
    filters = Filters().pick(district="norrby", stage=["stage-a", "stage-b"])
    assert filters.pick(district=[]).picks == {"stage": ("stage-a", "stage-b")}
    assert filters.pick(stage="stage-c").picks["stage"] == ("stage-c",)
