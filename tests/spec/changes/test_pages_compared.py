"""What is another in the pages that two stores rest on."""

from dashboard.queries.changes import pages_compared
from tests.spec.tables import empty_store, expect, fill, read_table


def store_of(pages: str):
    store, connection = empty_store()
    rows = [{name: value or None for name, value in row.items()} for row in read_table(pages)]
    fill(connection, {"source": [{"kind": "vision-area-page", **row} for row in rows]})
    return store


BEFORE = """
code | title  | fetched    | sha256 | statement_id
care | Omsorg | 2026-01-01 | a      | old
meet | Möten  | 2026-01-01 | b      | same
safe | Tryggt | 2026-01-01 | c      | same
walk | Gång   |            | d      | same
"""
AFTER = """
code | title  | fetched    | sha256 | statement_id
care | Omsorg | 2026-06-01 | e      | new
meet | Möten  | 2026-06-01 | f      | same
safe | Tryggt | 2026-01-01 | c      | same
work | Arbete | 2026-06-01 | g      |
"""


def test_a_page_is_new_gone_captured_anew_or_says_another_thing_of_the_vision():
    expect(
        pages_compared(store_of(BEFORE), store_of(AFTER)).astype(str),
        """
        title  | was_fetched | now_fetched | change
        Arbete | nan         | 2026-06-01  | new
        Gång   | nan         | nan         | gone
        Möten  | 2026-01-01  | 2026-06-01  | content
        Omsorg | 2026-01-01  | 2026-06-01  | statement
        Tryggt | 2026-01-01  | 2026-01-01  | none
        """,
    )


def test_a_page_that_nobody_has_captured_is_not_told():
    known = "code | title | fetched | sha256 | statement_id\ncare | Omsorg |  |  |"
    assert pages_compared(store_of(known), store_of(known)).empty


def test_a_statement_that_nobody_has_read_before_is_not_reworded():
    before = "code | title | fetched | sha256 | statement_id\ncare | Omsorg |  | a |"
    after = "code | title | fetched | sha256 | statement_id\ncare | Omsorg |  | b | new"
    assert pages_compared(store_of(before), store_of(after))["change"].tolist() == ["content"]
