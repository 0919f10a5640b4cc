"""What Översikt opens with: how many initiatives, by stage."""

from dashboard.filters import Filters
from dashboard.queries.coverage import count_by_term, totals
from dashboard.text import text_of
from dashboard.text.sentences import headline_sentence
from tests.spec.tables import portfolio, vocabularies

PORTFOLIO = """
initiative | vision_area | stage      | district
garden     | mojlighet   | doing-now  |
garden     | motas       | developing |
jobs       | motas       | doing-now  | norrby
"""


def said(language, filters, listings=PORTFOLIO):
    store = portfolio(listings)
    stages = count_by_term(store, filters, vocabularies(), "stage")
    return headline_sentence(text_of(language), vocabularies(), totals(store, filters).initiatives, stages)


def test_an_initiative_in_two_stages_is_told_under_both_and_empty_stages_are_not_told():
    assert said("sv", Filters()) == "2 insatser: 2 som görs nu och 1 som utvecklas."
    assert said("en", Filters()) == "2 initiatives: 2 being done now and 1 being developed."


def test_it_tells_of_the_selection_alone():
    assert said("sv", Filters().pick(district="norrby")) == "1 insats: 1 som görs nu."


def test_a_number_that_hangs_on_inferred_labels_has_its_range():
    inferred = """
    initiative | stage    | district
    school     | networks | viskafors
    choir      | networks | viskafors (inferred)
    """
    in_viskafors = said("sv", Filters().pick(district="viskafors"), inferred)
    assert in_viskafors == "2 insatser: 2 (1–2) som är nätverk och partnerskap."
