"""What the bench makes of what it measures; that it measures at all takes a browser and many minutes."""

from xml.etree import ElementTree

import pandas as pd
import pytest
from bench.browser import Load, Visit
from bench.compare import plan_flips, terms_to_pick
from bench.contenders import CONTENDERS
from bench.goals import Goal, goals, ratio
from bench.import_growth import Cost
from bench.pages.portfolio import Portfolio, count
from bench.report import document, picture
from bench.results import CrowdSummary, Results, Summary, percentile, spaced
from hypothesis import given
from hypothesis import strategies as st

PORTFOLIO = Portfolio(
    listings=pd.DataFrame(
        [("kör", "möten", "nu"), ("kör", "mod", "nu"), ("bad", "möten", "sen"), ("odling", "mod", "nu")],
        columns=["initiative", "vision_area", "stage"],
    ),
    labels=pd.DataFrame(
        [("kör", "district", "norr"), ("kör", "place", "torget"), ("bad", "target_area", "arbete")],
        columns=["initiative", "dimension", "term"],
    ),
    terms=pd.DataFrame(
        [
            ("vision_area", "möten", "Möten", True),
            ("vision_area", "mod", "Mod", True),
            ("vision_area", "omsorg", "Omsorg", False),
            ("stage", "nu", "Nu", True),
            ("stage", "sen", "Sen", True),
            ("district", "norr", "Norr", True),
            ("district", "söder", "Söder", True),
            ("target_area", "arbete", "Arbete", True),
        ],
        columns=["dimension", "code", "label", "captured"],
    ),
)


def page(ms: float, chart_ms: float | None = 2.0) -> Summary:
    return Summary(ms, ms, ms, chart_ms, chart_ms, ms, ms, 30, ms)


def results(ours: float = 20, others: float = 100) -> Results:
    pages = {each.name: page(ours if each.name == "ours" else others) for each in CONTENDERS}
    crowd = CrowdSummary(50, 10, 20, 5, 2)
    return Results(
        machine=dict.fromkeys(
            (
                "processors",
                "memory",
                "system",
                "python",
                "chromium",
                "streamlit",
                "dash",
                "plotly",
                "pandas",
                "duckdb",
            ),
            "1",
        ),
        pages={"plain": pages, "throttled": pages},
        starts={"ours": 1.0},
        crowds={"ours": [crowd], "sections": [crowd], "stock": [crowd]},
        growth={"ours 68": page(10), "ours 1000000": page(12)},
        builds={"68": Cost(1, 100), "1000000": Cost(100, 200)},
        imports={"500": Cost(1, 100), "50000": Cost(200, 100)},
    )


@pytest.mark.parametrize(
    ("picks", "numbers"),
    [
        # whole; figures; Möten nu, sen, sum; Mod nu, sen, sum; sums; bars; squares
        ({}, [3, 3, 4, 2, 1, 1, 1, 2, 2, 0, 2, 2, 1, 3, 2, 2, 2, 1]),
        ({"district": ["norr"]}, [1, 1, 2, 2, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0]),
        ({"vision_area": ["möten"]}, [2, 2, 2, 2, 1, 1, 1, 2, 1, 1, 2, 1, 1]),
        ({"stage": ["sen"]}, [1, 1, 1, 2, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1]),
        ({"target_area": ["arbete"], "stage": ["nu"]}, [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ],
)
def test_the_numbers_that_every_page_must_show(picks, numbers):
    assert count(PORTFOLIO, picks).numbers() == numbers


def test_flips_pick_terms_that_change_the_page_and_take_them_back():
    terms = terms_to_pick(PORTFOLIO)
    assert [each.code for each in terms] == ["möten", "arbete", "norr", "nu", "mod", "sen"]
    whole = count(PORTFOLIO, {}).numbers()
    flips = list(plan_flips(PORTFOLIO, whole, terms))
    assert [each.on for each in flips] == [True, False] * len(terms)
    assert all((each.numbers == whole) is not each.on for each in flips)


@given(st.lists(st.floats(0, 1e6), min_size=1), st.integers(1, 100))
def test_a_percentile_is_one_of_the_numbers_and_few_exceed_it(numbers, share):
    found = percentile(numbers, share)
    assert found in numbers
    assert sum(each <= found for each in numbers) >= len(numbers) * share / 100
    assert sum(each < found for each in numbers) < len(numbers) * share / 100


def test_a_summary_is_the_median_of_the_visits_and_of_all_clicks_together():
    def seen(ms, flips, chart=None):
        return Visit(Load(ms, 2 * ms, chart, chart), Load(ms / 2, 0), flips, cpu_ms=5)

    found = Summary.of([seen(10, [1, 2]), seen(30, [3, 50], chart=70), seen(20, [5])])
    assert found == Summary(20, 10, 40, 70, 70, 3, 50, flips=5, cpu_ms=5)


def test_without_clicks_there_is_nothing_to_say_of_them():
    found = Summary.of([Visit(Load(10, 2), Load(5, 0), [], cpu_ms=0)])
    assert (found.flip_ms, found.flip_p95_ms, found.cpu_ms) == (None, None, None)


@pytest.mark.parametrize(
    ("measured", "verdict"), [(0.5, "met"), (0.51, "**not met**"), (None, "not measured")]
)
def test_a_goal_is_met_up_to_its_limit(measured, verdict):
    assert Goal("cold load", "dash", 0.5, measured).verdict == verdict


@pytest.mark.parametrize(
    ("number", "other", "found"), [(1, 2, 0.5), (None, 2, None), (1, None, None), (1, 0, None)]
)
def test_a_ratio_takes_two_numbers(number, other, found):
    assert ratio(number, other) == found


def test_goals_hold_ours_against_the_others_in_the_same_run():
    found = {(goal.says, goal.against): goal for goal in goals(results(ours=20, others=100))}
    assert found["cold load, throttled", "stock"].measured == 0.2
    assert found["cold load, throttled", "stock"].verdict == "met"
    assert found["memory per reader", "stock"].measured == 1
    assert found[f"warm load, {spaced(1_000_000)} initiatives", "68 initiatives"].measured == pytest.approx(
        1.2
    )
    assert found[f"import per entry, {spaced(50_000)}", "500"].measured == pytest.approx(2)


def test_results_are_kept_whole():
    assert Results.read(results().kept()) == results()


def test_the_document_tells_every_page_and_every_goal():
    said = document(results())
    assert all(each.label in said for each in CONTENDERS)
    assert "| cold load, plain | Dash | 0.5 | 0.20 | met |" in said
    assert f"| import per entry, {spaced(50_000)} | 500 | 1.0 | 2.00 | **not met** |" in said


def test_bars_of_the_picture_are_as_long_as_their_numbers():
    drawn = ElementTree.fromstring(picture(results(ours=20, others=100)))
    bars = [
        each
        for each in drawn.iter("{http://www.w3.org/2000/svg}rect")
        if each.get("class") in ("bar", "ours")
    ]
    widths = {each.get("class"): float(each.get("width", 0)) for each in bars}
    assert widths["ours"] / widths["bar"] == pytest.approx(0.2, abs=0.01)
    assert len(bars) == 6 * len(CONTENDERS)


@pytest.mark.parametrize(("number", "said"), [(0.4, "0"), (999, "999"), (1_234_567, "1 234 567")])
def test_large_numbers_stand_in_thousands(number, said):
    assert spaced(number).replace("\N{NO-BREAK SPACE}", " ") == said
