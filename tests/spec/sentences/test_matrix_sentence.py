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
        "Flest insatser, 2, möts i Norrby och Det här gör vi. "
        "I 2 rutor av 6 är ingen insats utpekad, men några når hela kommunen. "
        "I 3 rutor av 6 finns ingen utpekad insats."
    )
    assert said("en", "district", "stage") == (
        "Most initiatives, 2, meet in Norrby and What we do. "
        "In 2 cells of 6 no initiative is aimed there, but some reach the whole municipality. "
        "In 3 cells of 6 no initiative is aimed there."
    )


def test_several_cells_with_the_most_are_all_named():
    assert said("sv", "target_area", "stage") == (
        "Flest insatser, 1, möts i Boende och Det här gör vi och Arbete och Det här gör vi. "
        "I 1 ruta av 9 finns ingen utpekad insats. "
        "I 6 rutor av 9 är ingen känd, men källan säger inte allt."
    )


def test_pages_never_captured_and_places_not_relevant_are_no_empty_cells():
    assert said("sv", "district", "vision_area", not_relevant="park") == (
        "Flest insatser, 2, möts i Norrby och Möten. "
        "I 1 ruta av 4 är ingen insats utpekad, men några når hela kommunen. "
        "I 2 rutor av 4 finns ingen utpekad insats."
    )


def test_a_matrix_without_any_known_meeting_says_so():
    assert said("sv", "status", "stage") == "Ingen insats har någon av dessa uppgifter."
    assert said("en", "status", "stage") == "No initiative carries any of these labels."
