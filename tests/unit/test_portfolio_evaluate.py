"""How readings are judged, and the report in docs/rules.md."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dashboard.portfolio.evaluate import Tally, confusion, evaluate, evaluate_facts, format_share, wilson
from dashboard.portfolio.evaluate_rules import build_report, rules
from dashboard.portfolio.evidence import Fact, Label
from dashboard.portfolio.reading import Reading

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
CAPTURES = sorted((ROOT / "tests" / "data" / "captures").glob("*.txt"))
EXEMPELBY = ROOT / "tests" / "data" / "exempelby"


def label(dimension: str, term: str, role: str = "") -> Label:
    return Label(dimension, term, role, "inferred", "a-rule", "ord", 90)


def row(
    initiative: str,
    dimension: str,
    term: str,
    *,
    role: str = "",
    provenance: str = "stated",
    reviewed: str = "",
) -> dict[str, str]:
    return {
        "initiative": initiative,
        "dimension": dimension,
        "term": term,
        "role": role,
        "provenance": provenance,
        "reviewed_at": "",
    }


def read(*labels: Label, unsure: tuple[Label, ...] = (), facts: tuple[Fact, ...] = ()) -> Reading:
    return Reading(labels, unsure, facts, ())


def outcomes(readings: dict[str, Reading], *rows: dict[str, str]) -> dict[tuple[str, str], str]:
    return {(each.initiative, each.term): each.outcome for each in evaluate(readings, rows)}


# Verdicts


def test_what_is_found_and_in_data_is_right_and_what_is_in_one_of_them_is_not():
    readings = {"boat": read(label("target_group", "children"), label("target_group", "adults"))}
    assert outcomes(
        readings, row("boat", "target_group", "children"), row("boat", "target_group", "parents")
    ) == {("boat", "children"): "right", ("boat", "adults"): "wrong", ("boat", "parents"): "missed"}


def test_what_goes_to_review_is_asked_where_true_and_doubted_where_not():
    unsure = (label("target_group", "children"), label("target_group", "adults"))
    assert outcomes({"boat": read(unsure=unsure)}, row("boat", "target_group", "children")) == {
        ("boat", "children"): "asked",
        ("boat", "adults"): "doubted",
    }


def test_an_inferred_label_is_truth_only_when_reviewed():
    readings = {"boat": read(label("status", "ongoing"))}
    inferred = row("boat", "status", "ongoing", provenance="inferred")
    assert outcomes(readings, inferred) == {("boat", "ongoing"): "apart"}
    assert outcomes(readings, inferred | {"reviewed_at": "2031-05-01"}) == {("boat", "ongoing"): "right"}
    assert outcomes({"boat": read()}, inferred) == {}


def test_an_initiative_whose_target_area_nobody_has_stated_is_neither_right_nor_wrong():
    readings = {"boat": read(label("target_area", "work")), "bus": read(label("target_area", "work"))}
    assert outcomes(readings, row("bus", "target_area", "housing")) == {
        ("boat", "work"): "apart",
        ("bus", "work"): "wrong",
        ("bus", "housing"): "missed",
    }


def test_a_place_in_another_role_is_another_label():
    readings = {"boat": read(label("place", "pier", "venue"))}
    assert outcomes(readings, row("boat", "place", "pier", role="target")) == {
        ("boat", "pier (venue)"): "wrong",
        ("boat", "pier (target)"): "missed",
    }


def test_labels_of_initiatives_that_were_not_read_do_not_count():
    assert outcomes({"boat": read()}, row("bus", "status", "ongoing")) == {}


def test_a_confusion_is_what_was_found_instead():
    readings = {
        "boat": read(label("target_group", "children"), label("target_group", "adults")),
        "bus": read(label("target_group", "adults")),
        "bike": read(),
    }
    rows = [
        row("boat", "target_group", "children"),
        row("boat", "target_group", "parents"),
        row("bike", "target_group", "parents"),
    ]
    assert confusion(evaluate(readings, rows)) == {
        ("children", "children"): 1,
        ("parents", "adults"): 1,
        ("", "adults"): 1,
        ("parents", ""): 1,
    }


def test_facts_are_right_by_kind_and_value():
    facts = (Fact("year", "2031", "år 2031"), Fact("year", "2032", "år 2032"))
    true = [
        {"initiative": "boat", "kind": "year", "value": "2031"},
        {"initiative": "boat", "kind": "age", "value": "13-16"},
        {"initiative": "bus", "kind": "age", "value": "13-16"},
    ]
    tallies = evaluate_facts({"boat": read(facts=facts)}, true)
    assert {kind: dict(tally.counts) for kind, tally in tallies.items()} == {
        "age": {"right": 0, "wrong": 0, "missed": 1},
        "year": {"right": 1, "wrong": 1, "missed": 0},
    }


terms = st.sets(st.sampled_from(["children", "adults", "parents"]))


@given(terms, terms)
def test_shares_are_those_of_the_sets(true: set[str], found: set[str]):
    readings = {"boat": read(*(label("target_group", term) for term in found))}
    tally = Tally.of(evaluate(readings, [row("boat", "target_group", term) for term in true]))
    assert tally.precision == format_share(len(true & found), len(found))
    assert tally.recall == format_share(len(true & found), len(true))


@given(terms, terms)
def test_every_term_in_data_and_every_term_found_is_in_the_confusion(true: set[str], found: set[str]):
    readings = {"boat": read(*(label("target_group", term) for term in found))}
    pairs = confusion(evaluate(readings, [row("boat", "target_group", term) for term in true]))
    assert {pair[0] for pair in pairs} - {""} == true
    assert {pair[1] for pair in pairs} - {""} == found


# Small numbers


@pytest.mark.parametrize(
    ("part", "whole", "says"),
    [
        (0, 0, "–"),
        (2, 7, "2 of 7"),
        (9, 9, "9 of 9"),
        (5, 10, "5 of 10 (24–76 %)"),
        (10, 10, "10 of 10 (72–100 %)"),
    ],
)
def test_a_share_of_few_is_only_counted_and_of_more_has_an_interval(part: int, whole: int, says: str):
    assert format_share(part, whole) == says


@given(st.integers(1, 500), st.data())
def test_the_interval_holds_the_share_and_lies_within_none_and_all(whole: int, data: st.DataObject):
    part = data.draw(st.integers(0, whole))
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole + 1e-12
    assert part / whole - 1e-12 <= high <= 1


# The command


def test_the_report_of_a_made_up_municipality_counts_its_initiatives():
    report = build_report([str(path) for path in CAPTURES], EXEMPELBY)
    assert "9 initiatives were read." in report
    assert Counter(line.startswith("## `") for line in report.splitlines())[True] == 6


def test_the_command_writes_the_report_and_says_where(tmp_path: Path):
    output = tmp_path / "rules.md"
    captures = [str(path) for path in CAPTURES]
    result = CliRunner().invoke(rules, [*captures, "--data", str(EXEMPELBY), "--output", str(output)])
    assert (result.exit_code, result.output) == (0, f"Skrev {output}\n")
    assert output.read_text("utf-8") == build_report(captures, EXEMPELBY)


def test_what_is_no_page_is_refused_with_its_reason(tmp_path: Path):
    stray = tmp_path / "annat.txt"
    stray.write_text("Något helt annat.\n", "utf-8")
    result = CliRunner().invoke(rules, [str(stray), "--data", str(EXEMPELBY)])
    assert result.exit_code == 1
    assert f"{stray}:1:" in result.stderr
    assert result.stdout == ""


def test_a_broken_data_folder_is_refused_with_what_is_wrong(tmp_path: Path):
    result = CliRunner().invoke(rules, [str(CAPTURES[0]), "--data", str(tmp_path)])
    assert result.exit_code == 1
    assert "mappen saknas eller är tom" in result.stderr


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path):
    captures = [str(path) for path in CAPTURES]
    result = CliRunner().invoke(rules, [*captures, "--data", str(EXEMPELBY), "--output", str(tmp_path)])
    assert result.exit_code == 1
    assert f"{tmp_path}: filen kan inte skrivas" in result.stderr


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the captured pages are not beside the repository")
def test_the_report_in_docs_is_what_the_captured_pages_give():
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == build_report([str(SEEDS)], ROOT / "data")
