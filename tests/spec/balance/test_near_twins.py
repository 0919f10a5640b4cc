"""Which two initiatives are so alike that somebody should look whether they are one, and which are not."""

import pandas as pd

from dashboard.filters import Filters
from dashboard.queries.balance import near_twins
from dashboard.store.connection import SQL
from tests.spec.tables import expect, portfolio

PORTFOLIO = """
initiative | stage      | title                        | summary                          | link
arena-1    | doing-now  | Skolan som arena på Norrby   | Kvällar med musik och idrott.    | Arena nu
arena-2    | developing | Arena i fler delar av staden | Skolor öppnas för musik om lovet | Fler delar
arena-3    | developing | Teater                       | Arena och idrott och kvällar     |
walks-1    | doing-now  | Promenader på Norrby         | Gå och prata.                    | Läs mer
walks-2    | doing-now  | Samtal i Norrby              | Träffas vid fontänen             | Läs mer
"""


def twins_in(listings: str, filters: Filters | None = None, limit: int = 99) -> pd.DataFrame:
    store = portfolio(listings)
    store.rows((SQL / "near_twins.sql").read_text("utf-8"), {})
    found = near_twins(store, filters or Filters(), limit)
    return found.assign(words=found["words"].map(", ".join))


def test_three_rare_words_in_common_one_of_them_in_both_titles_make_near_twins():
    """«arena-3» has three in common with «arena-1», but none in its title; «norrby» is where, not what."""
    expect(
        twins_in(PORTFOLIO),
        """
        initiative | other   | other_title                  | words
        arena-1    | arena-2 | Arena i fler delar av staden | musik, skolan, arena
        """,
    )


def test_likeness_is_the_common_part_of_all_rare_words_that_either_has():
    """arena, skolan, musik of these and kvällar, idrott, delar, staden, öppnas, lovet."""
    assert list(twins_in(PORTFOLIO)["likeness"]) == [3 / 9]


def test_forms_of_a_word_are_one_word_told_by_its_shortest():
    """So these two share two words, not five."""
    expect(
        twins_in(
            """
            initiative | title   | summary
            a          | Odlarna | Skolorna odlar, och odlar skolan
            b          | Odlare  | Skola, skolas, odlades
            c          | Sång    | Körer
            """
        ),
        """
        initiative | other | likeness | words
        a          | b     | 1.0      | odlar, skola
        """,
    )


def test_compounds_and_other_words_with_the_same_beginning_are_not_the_same_word():
    assert twins_in("initiative | title\na | Skolskog\nb | Skolor").empty
    assert twins_in("initiative | title\na | Personal\nb | Personer").empty


def test_words_of_areas_stages_and_places_are_not_in_common():
    """«Boende», «Det här utvecklas», «Biblioteket»: by these one filters. For whom it is may still tell."""
    listings = """
    initiative | title             | summary
    a          | Boendes bibliotek | Utveckla {0}
    b          | Biblioteket       | Boende utvecklar {0}
    """
    assert twins_in(listings.format("")).empty
    assert list(twins_in(listings.format("cykelbanor"))["words"]) == []


def test_both_must_be_selected():
    assert twins_in(PORTFOLIO, Filters().pick(stage="developing")).empty


def test_short_titles_without_more_are_alike_when_half_of_their_words_are():
    expect(
        twins_in(
            """
            initiative | title
            a          | Cykelkurs
            b          | Cykelkurs i parken
            c          | Cykelkurs vinter, vardag, helger
            """
        ),
        """
        initiative | other | likeness | words
        a          | b     | 1.0      | cykelkurs
        """,
    )


def test_the_same_link_lets_two_be_compared_whose_titles_have_no_word_in_common():
    expect(
        twins_in(
            """
            initiative | title      | summary                     | link
            a          | Friskvård  | Rörelse mot ensamhet hemma. | Aktivera staden
            b          | Gymnastik  | Bryter ensamhet             | Aktivera staden
            c          | Motion     | Bryter ensamhet med rörelse | Aktivera
            """
        ),
        """
        initiative | other | link_label      | words
        a          | b     | Aktivera staden | staden, aktivera, ensamhet
        """,
    )


def test_words_that_many_carry_make_no_twins():
    many = "\n".join(f"i{number} | Samverkan" for number in range(9))
    assert twins_in(f"initiative | title\n{many}").empty
    few = "\n".join(f"i{number} | Samverkan" for number in range(8))
    assert len(twins_in(f"initiative | title\n{few}")) == 8 * 7 / 2


def test_links_that_many_carry_make_no_twins():
    many = "\n".join(f"i{number} | Titel{number} | Läs mer ord{number}" for number in range(9))
    assert twins_in(f"initiative | title | link\n{many}").empty


def test_letters_are_letters_in_swedish_and_capitals_make_no_difference():
    found = twins_in("initiative | title\na | ÄLVÅKERÖN\nb | älvåkerön!")
    assert list(found["words"]) == ["älvåkerön"]


def test_the_most_alike_come_first_and_the_list_is_cut_at_its_limit():
    listings = """
    initiative | title
    a          | Sommarlov
    b          | Sommarlov
    c          | Sommarlov aktiviteter
    """
    expect(
        twins_in(listings, limit=2),
        """
        initiative | other | likeness
        a          | b     | 1.0
        a          | c     | 0.5
        """,
    )


def test_an_empty_portfolio_has_none():
    assert twins_in("initiative").empty
