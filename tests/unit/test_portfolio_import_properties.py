"""What holds for any pages: importing is idempotent, and the order of captures makes no difference."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.made_up_pages import VOCABULARIES, made_up_pages

from dashboard.portfolio.normalise import comparison_key
from dashboard.portfolio.place import CapturedPage
from dashboard.portfolio.plan import ImportPlan, plan_import
from dashboard.portfolio.reading import Reader
from dashboard.portfolio.refusal import ImportRefused, Unanswered
from dashboard.portfolio.tables import Portfolio
from dashboard.sources.capture import Capture
from dashboard.store.snapshots import read_files

EXEMPELBY = Path(__file__).parents[1] / "data" / "exempelby"
KNOWN = Portfolio.parse(read_files(EXEMPELBY))
READER = Reader.read_folder(EXEMPELBY, VOCABULARIES)
AREAS = [term.label_sv for term in VOCABULARIES.terms("vision_area")]


@st.composite
def captures(draw: st.DrawFn) -> list[CapturedPage]:
    """A page for some of the vision areas, in any order; a title may stand on several of them."""
    areas = draw(st.lists(st.sampled_from(AREAS), min_size=1, unique=True))
    return [
        CapturedPage(Capture(f"{area}.txt", "", f"{number:064x}"), replace(draw(made_up_pages()), title=area))
        for number, area in enumerate(areas)
    ]


def plan(pages: list[CapturedPage], before: Portfolio = KNOWN) -> ImportPlan:
    """The plan; whatever only a person can tell is answered with "new"."""
    answers: dict[str, str] = {}
    while True:
        try:
            return plan_import(pages, before, VOCABULARIES, READER, {}, answers)
        except ImportRefused as refused:
            questions = [each for each in refused.problems if isinstance(each, Unanswered)]
            if len(questions) < len(refused.problems):
                raise
            answers |= {comparison_key(each.title): "ny" for each in questions}


@given(captures())
def test_importing_twice_is_importing_once(pages):
    once = plan(pages)
    again = plan(pages, once.after)
    assert again.after == once.after
    assert again.changes == []


@given(st.data())
def test_the_order_of_the_captures_makes_no_difference(data):
    pages = data.draw(captures())
    assert plan(data.draw(st.permutations(pages))) == plan(pages)


@given(captures())
def test_every_listing_on_the_pages_is_listed_once_and_no_other_page_loses_any(pages):
    after = plan(pages).after
    areas = {VOCABULARIES.resolve("vision_area", captured.page.title) for captured in pages}
    assert sum(row["vision_area"] in areas for row in after.listings) == sum(
        len(captured.page.listings) for captured in pages
    )
    untouched = [row for row in KNOWN.listings if row["vision_area"] not in areas]
    assert [row for row in after.listings if row["vision_area"] not in areas] == untouched
    codes = [row["code"] for row in after.initiatives]
    assert len(set(codes)) == len(codes)
    assert {row["initiative"] for row in after.listings} <= set(codes)
    assert {row["code"] for row in KNOWN.initiatives} <= set(codes)


@given(captures(), captures())
def test_a_label_that_a_person_has_set_is_never_changed(first, second):
    after = plan(second, plan(first).after).after
    assert [row for row in after.classifications if row in KNOWN.classifications] == KNOWN.classifications
