"""What stands above a matrix: where most initiatives meet, and how many cells hold nothing."""

from dashboard.cells import Content, Met
from dashboard.filters import Filters
from dashboard.queries import each_row
from dashboard.queries.coverage import matrix
from dashboard.text import text_of
from dashboard.text.sentences import matrix_sentence, term_label
from tests.spec.tables import portfolio, vocabularies

PORTFOLIO = """
initiative | stage      | target_area | district
garden     | doing-now  | housing     | norrby
jobs       | doing-now  | work        | norrby
buses      | developing |             | municipality-wide
choir      | networks   |             |
concert    | networks   |             |
festival   | networks   |             |
"""


def said(language, rows, columns, listings=PORTFOLIO, not_relevant=""):
    text = text_of(language)
    cells = matrix(portfolio(listings, not_relevant), Filters(), vocabularies(), rows, columns)
    return matrix_sentence(
        text,
        [Met(cell.row, cell.column, Content.of(cell)) for cell in each_row(cells)],
        lambda code: term_label(text, vocabularies(), rows, code),
        lambda code: term_label(text, vocabularies(), columns, code),
    )


def test_districts_are_compared_but_not_what_is_not_stated_or_reaches_everyone():
    """Most are networks of which no district is known: that is no answer to where most is done."""
    assert said("sv", "district", "stage") == (
        "Flest insatser, 2, finns där Norrby möter Det här gör vi. "
        "2 av 6 rutor har ingen utpekad insats, bara sådana som når hela kommunen. "
        "3 av 6 rutor har ingen utpekad insats."
    )
    assert said("en", "district", "stage") == (
        "Most initiatives, 2, are where Norrby meets What we do. "
        "2 of 6 cells have no initiative aimed at them, only ones that reach the whole municipality. "
        "3 of 6 cells have no initiative aimed at them."
    )


def test_several_cells_with_the_most_are_all_named():
    assert said("sv", "target_area", "stage") == (
        "Flest insatser, 1 var, finns där Boende möter Det här gör vi och Arbete möter Det här gör vi. "
        "1 av 9 rutor har ingen utpekad insats. "
        "6 av 9 rutor har ingen känd insats, men källan säger inte allt."
    )


def test_pages_never_captured_and_places_not_relevant_are_no_empty_cells():
    assert said("sv", "district", "vision_area", not_relevant="park") == (
        "Flest insatser, 2, finns där Norrby möter Möten. "
        "1 av 4 rutor har ingen utpekad insats, bara sådana som når hela kommunen. "
        "2 av 4 rutor har ingen utpekad insats."
    )


def test_a_matrix_without_any_known_meeting_says_so():
    assert said("sv", "status", "stage") == "Ingen insats har någon av dessa uppgifter."
    assert said("en", "status", "stage") == "No initiative has any of these labels."
