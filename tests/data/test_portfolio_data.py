"""The tables of data/ are whole and agree with each other and, where they are at hand, the captured pages."""

import csv
import hashlib
import json
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
SEEDS = ROOT.parent / "shared" / "seeds"
CAPTURED = {
    "page-mojlighet": "000_dab8637de425928a.txt",
    "page-motas": "001_76a2475162573de9.txt",
    "page-socialt-hallbart": "002_9a58507640fd0597.txt",
}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

needs_captures = pytest.mark.skipif(
    not all((SEEDS / name).is_file() for name in CAPTURED.values()),
    reason="the captured pages are not beside the repository",
)


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def portfolio(table: str) -> list[dict[str, str]]:
    return rows(f"portfolio/{table}")


def codes(name: str, column: str = "code") -> list[str]:
    return [row[column] for row in rows(name)]


VOCABULARIES = sorted(path.stem for path in (DATA / "vocabularies").glob("*.csv"))
TABLES = sorted(str(path.relative_to(DATA).with_suffix("")) for path in DATA.rglob("*.csv"))


# Counts


def test_there_are_78_listings_of_68_initiatives():
    assert len(portfolio("listings")) == 78
    assert len(portfolio("initiatives")) == 68
    assert set(codes("portfolio/listings", "initiative")) == set(codes("portfolio/initiatives"))


def test_each_stage_has_as_many_listings_as_on_its_page():
    assert Counter((row["vision_area"], row["stage"]) for row in portfolio("listings")) == {
        ("mojlighet", "doing-now"): 31,
        ("mojlighet", "developing"): 25,
        ("mojlighet", "networks"): 3,
        ("motas", "doing-now"): 12,
        ("motas", "developing"): 4,
        ("motas", "networks"): 3,
    }


def test_positions_run_from_one_without_gaps():
    seen: dict[tuple[str, str], list[int]] = {}
    for row in portfolio("listings"):
        seen.setdefault((row["vision_area"], row["stage"]), []).append(int(row["position"]))
    assert all(positions == [*range(1, len(positions) + 1)] for positions in seen.values())


def test_ten_initiatives_stand_under_both_areas_and_none_twice_under_one():
    pairs = Counter((row["initiative"], row["vision_area"]) for row in portfolio("listings"))
    assert max(pairs.values()) == 1
    assert sum(count == 2 for count in Counter(initiative for initiative, _ in pairs).values()) == 10


def test_66_listings_have_a_link_and_ten_of_them_lead_away():
    links = Counter((bool(row["link_label"]), row["link_external"]) for row in portfolio("listings"))
    assert links == {(True, "no"): 56, (True, "yes"): 10, (False, ""): 12}


def test_fourteen_initiatives_name_a_place_inside_the_municipality():
    named = {row["initiative"] for row in portfolio("classifications") if row["dimension"] == "place"}
    assert len(named) == 14


def test_fifteen_initiatives_have_a_target_area_that_the_city_states():
    stated = {
        row["initiative"]
        for row in portfolio("classifications")
        if (row["dimension"], row["provenance"]) == ("target_area", "stated")
    }
    assert len(stated) == 15


# Geography


def test_the_districts_hold_everyone_and_each_regso_once():
    facts = rows("geography/district_facts")
    regso = [code for row in facts for code in row["regso"].split("|")]
    assert len(facts) == 38
    assert sum(int(row["population"]) for row in facts) == 115_217
    assert sorted(regso) == [f"1490R{number:03}" for number in range(1, 48)]


def test_every_district_has_facts_and_an_outline_and_the_whole_is_not_one_of_them():
    terms = {row["code"]: row["kind"] for row in rows("vocabularies/district")}
    assert terms.pop("municipality-wide") == "whole"
    assert set(terms.values()) == {"term"}
    features = json.loads((DATA / "geography" / "districts.geojson").read_text("utf-8"))["features"]
    assert [feature["properties"]["code"] for feature in features] == list(terms)
    assert codes("geography/district_facts", "district") == list(terms)


def test_the_76_places_hang_together():
    facts = {row["place"]: row for row in rows("geography/place_facts")}
    assert len(facts) == 76
    assert [place for place, row in facts.items() if not row["part_of"]] == ["boras-kommun"]
    assert {row["part_of"] for row in facts.values()} - {""} <= set(facts)
    assert {row["district"] for row in facts.values()} - {""} <= set(codes("vocabularies/district"))
    assert list(facts) == codes("vocabularies/place")


def test_work_areas_and_nature_are_declared_not_relevant():
    kinds = {row["place"]: row["kind"] for row in rows("geography/place_facts")}
    beyond = {place for place, kind in kinds.items() if kind in {"work-area", "nature"}}
    assert set(codes("portfolio/not_relevant", "place")) == beyond


# Every table


@pytest.mark.parametrize("table", TABLES)
def test_text_is_composed_and_its_spaces_are_ordinary(table):
    text = (DATA / f"{table}.csv").read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert not re.search(r"[\u00a0\u00ad\u200b\ufeff\r\t]| {2}| ,| $", text)


@pytest.mark.parametrize("table", [f"vocabularies/{name}" for name in VOCABULARIES])
def test_terms_are_slugs_labelled_in_both_languages_in_order(table):
    assert all(SLUG.fullmatch(code) for code in codes(table))
    assert len(set(codes(table))) == len(rows(table))
    assert [int(row["position"]) for row in rows(table)] == [*range(1, len(rows(table)) + 1)]
    assert all(row["label_sv"] and row["label_en"] for row in rows(table))


@pytest.mark.parametrize("table", [f"vocabularies/{name}" for name in VOCABULARIES])
def test_no_label_or_alias_means_two_terms(table):
    owners: dict[str, set[str]] = {}
    for row in rows(table):
        for spelling in {row["code"], row["label_sv"], row["label_en"], *row["aliases"].split("|")} - {""}:
            owners.setdefault(spelling.casefold(), set()).add(row["code"])
    assert {spelling: terms for spelling, terms in owners.items() if len(terms) > 1} == {}


@pytest.mark.parametrize("table", ["initiatives", "sources", "rules"])
def test_portfolio_codes_are_unique_slugs(table):
    found = codes(f"portfolio/{table}")
    assert all(SLUG.fullmatch(code) and len(code) <= 50 for code in found)
    assert len(set(found)) == len(found)


def test_two_vision_areas_have_no_captured_page_and_no_listing():
    missing = {row["code"] for row in rows("vocabularies/vision_area") if row["captured"] == "no"}
    assert missing == {"omsorg", "tryggt"}
    assert missing.isdisjoint(codes("portfolio/listings", "vision_area"))


def test_every_reference_resolves():
    terms = {(name, code) for name in VOCABULARIES for code in codes(f"vocabularies/{name}")}
    initiatives, sources = set(codes("portfolio/initiatives")), set(codes("portfolio/sources"))
    rules = {row["code"]: row for row in portfolio("rules")}
    for row in portfolio("listings"):
        assert {("vision_area", row["vision_area"]), ("stage", row["stage"])} <= terms
        assert row["source"] in sources
    for row in portfolio("classifications"):
        assert (row["dimension"], row["term"]) in terms
        assert row["initiative"] in initiatives
        assert row["source"] in sources
        assert rules[row["rule"]]["dimension"] == row["dimension"]
        assert rules[row["rule"]]["term"] in {"", row["term"]}
    for row in portfolio("facts"):
        assert row["initiative"] in initiatives
        assert row["source"] in sources
    assert set(codes("geography/place_facts", "source")) <= sources


def test_no_label_is_set_twice_and_every_label_names_its_rule():
    labels = [(row["initiative"], row["dimension"], row["term"]) for row in portfolio("classifications")]
    assert len(set(labels)) == len(labels)
    assert set(codes("portfolio/classifications", "rule")) <= set(codes("portfolio/rules"))


def test_roles_belong_to_places_and_provenance_to_its_kind_of_rule():
    for row in portfolio("classifications"):
        assert row["role"] in ({"target", "venue", "mention"} if row["dimension"] == "place" else {""})
        assert row["provenance"] == ("stated" if row["rule"].startswith("stated-") else "inferred")


def test_whole_municipality_and_a_single_district_never_go_together():
    districts: dict[str, set[str]] = {}
    for row in portfolio("classifications"):
        if row["dimension"] == "district":
            districts.setdefault(row["initiative"], set()).add(row["term"])
    assert all(len(terms) == 1 for terms in districts.values() if "municipality-wide" in terms)


@pytest.mark.parametrize("table", ["classifications", "facts"])
def test_evidence_is_one_to_eight_words(table):
    assert all(1 <= len(row["quote"].split()) <= 8 for row in portfolio(table))


def test_facts_have_the_form_of_their_kind():
    form = {"partner": r"\S.*", "year": r"20\d\d", "age": r"\d+-\d+", "money": r"[1-9]\d*"}
    form["promise"] = r"20\d\d-\d\d-\d\d"
    assert all(re.fullmatch(form[row["kind"]], row["value"]) for row in portfolio("facts"))


@pytest.mark.parametrize(("column", "longest"), [("summary_sv", 160), ("summary_en", 170)])
def test_summaries_are_one_short_sentence_each_of_its_own(column, longest):
    summaries = codes("portfolio/initiatives", column)
    assert len(set(summaries)) == len(summaries)
    assert all(30 <= len(summary) <= longest for summary in summaries)
    assert all(re.fullmatch(r"[^.!?\n]+\.", summary) for summary in summaries)


# Against the captured pages


def fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs_of_six(tokens: list[str]) -> set[tuple[str, ...]]:
    return {tuple(tokens[start : start + 6]) for start in range(len(tokens) - 5)}


@cache
def published() -> dict[str, str]:
    """Title, description and link label of each initiative, read naively: from bullet to bullet."""
    by_title = {row["title"]: row["code"] for row in portfolio("initiatives")}
    texts: dict[str, str] = {}
    for source in ("page-mojlighet", "page-motas"):
        body = (SEEDS / CAPTURED[source]).read_text("utf-8").split("Det här gör vi nu")[1]
        listings = re.split(r"\nInformation, ikon|\nEn illustration", body)
        for entry in "\n".join(listings).split("\n • ")[1:]:
            title = fold(entry.split("\n")[0])
            if title in by_title:
                texts.setdefault(by_title[title], fold(entry))
    return texts


@needs_captures
def test_every_initiative_is_found_on_a_page():
    assert set(published()) == set(codes("portfolio/initiatives"))


@needs_captures
def test_titles_and_link_labels_are_as_published():
    for row in portfolio("listings"):
        text = published()[row["initiative"]]
        assert text.startswith(row["title"])
        assert row["link_label"] in text


@needs_captures
@pytest.mark.parametrize("table", ["classifications", "facts"])
def test_every_quote_is_the_initiatives_own_words(table):
    astray = [row for row in portfolio(table) if row["quote"] not in published()[row["initiative"]]]
    assert astray == []


@needs_captures
def test_what_a_rule_inferred_the_rule_finds_in_the_text():
    patterns = {row["code"]: row["pattern"] for row in portfolio("rules")}
    for row in portfolio("classifications"):
        if row["provenance"] == "inferred":
            assert patterns[row["rule"]]
            assert re.search(patterns[row["rule"]], published()[row["initiative"]], re.IGNORECASE), row


@needs_captures
def test_a_rule_leaves_out_no_initiative_whose_text_it_matches():
    """A rule that has set no label here yet suggests them only: docs/rules.md tells how well."""
    labels = {(row["initiative"], row["dimension"], row["term"]) for row in portfolio("classifications")}
    used = set(codes("portfolio/classifications", "rule"))
    for rule in portfolio("rules"):
        for initiative, text in published().items():
            if rule["code"] in used and rule["pattern"] and re.search(rule["pattern"], text, re.IGNORECASE):
                assert (initiative, rule["dimension"], rule["term"]) in labels, rule["code"]


@needs_captures
def test_summaries_share_no_six_words_in_a_row_with_the_page():
    for row in portfolio("initiatives"):
        source, summary = words(published()[row["code"]]), words(row["summary_sv"])
        assert runs_of_six(source).isdisjoint(runs_of_six(summary)), row["code"]


@needs_captures
@pytest.mark.parametrize("source", CAPTURED)
def test_the_hash_of_each_captured_page_is_its_files(source):
    digest = hashlib.sha256((SEEDS / CAPTURED[source]).read_bytes()).hexdigest()
    assert {row["code"]: row["sha256"] for row in portfolio("sources")}[source] == digest
