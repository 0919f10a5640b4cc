"""Luckor: what districts lack, held against chance, and their shares."""

import re

import pytest

from tests.app import naive
from tests.app.test_districts import table_rows


def sections(html):
    """What stands under each kind of gap: the districts' labels."""
    return {
        kind: [line[0] for line in table_rows(part)]
        for kind, part in re.findall(r'aria-labelledby="vk-lack-([a-z-]+)">(.*?)</section>', html, re.DOTALL)
    }


def test_every_district_stands_under_what_it_lacks(shown):
    labels, aimed = naive.labels(), naive.aimed()
    now, developing = naive.in_stage("doing-now"), naive.in_stage("developing")
    found = sections(shown("gaps").html["district-gaps"])
    expected = {
        "wide-only": {labels[code] for code in labels if not aimed[code]},
        "thin": {labels[code] for code in labels if 0 < len(aimed[code]) <= 2},
        "promise": {labels[code] for code in labels if aimed[code] & developing and not aimed[code] & now},
        "pipeline": {labels[code] for code in labels if aimed[code] & now and not aimed[code] & developing},
    }
    assert {kind: set(lacking) for kind, lacking in found.items()} == {
        kind: lacking for kind, lacking in expected.items() if lacking
    }
    assert sum(map(len, found.values())) == sum(map(len, expected.values()))


def test_many_districts_fold_away_but_never_those_of_great_need(shown):
    html = shown("gaps").html["district-gaps"]
    opened, folded = re.split(r"<details", html, maxsplit=1)
    for label in ("Göta och Kristineberg väst", "Hulta och Sörmarken"):
        assert label in opened
        assert label not in folded.split("</details>")[0]
    assert "29 områden till" in folded


def test_each_gap_leads_to_the_districts_sheet_its_lists_and_its_decisions(shown):
    html = shown("gaps").html["district-gaps"]
    for href in (
        "omraden?sheet=sjobo",
        "insatser?district=sjobo&amp;stage=developing",
        "luckor?gap=district:sjobo",
    ):
        assert f'href="{href}"' in html
    assert 'href="insatser?district=sjobo&amp;stage=doing-now"' not in html


def test_a_filter_makes_no_gaps_and_the_numbers_beside_them_are_those_of_everything(shown):
    page = shown("gaps", "stage=developing&q=språk")
    html = page.html["district-gaps"]
    assert table_rows(html) == table_rows(shown("gaps").html["district-gaps"])
    assert 'href="insatser?district=sjobo&amp;stage=developing"' in html
    assert "Gäller alla insatser, oavsett filter." in page.text("district-gaps")
    assert "Underlag: Alla 68 insatser." in page.text("district-gaps")


def test_picked_districts_are_the_only_ones_listed(shown):
    found = sections(shown("gaps", "district=sjobo&district=dalsjofors").html["district-gaps"])
    assert found == {"thin": ["Dalsjöfors"], "promise": ["Dalsjöfors", "Sjöbo"]}


def test_kinds_that_no_district_has_are_told_last(shown):
    said = shown("gaps").text("district-gaps")
    assert "Inget område finns under ”Ingen insats alls” eller ”Inget under utveckling”." in said


@pytest.mark.parametrize(
    ("picked", "said"),
    [
        ("district=norrby", "Området som helhet saknar inget av det som räknas som lucka."),
        ("district=sjobo", "I området är allt som är på gång under utveckling. Området finns inte under"),
        (
            "district=lugnet&district=municipality-wide",
            "Området pekas inte ut av någon insats; dit når det som når hela kommunen.",
        ),
    ],
)
def test_one_district_in_sight_is_told_in_the_singular(shown, picked, said):
    page = shown("gaps", picked)
    assert said in page.text("district-gaps")
    assert "Det väntade är under 3" in page.text("expected")
    everything = " ".join(page.text(key) for key in ("district-gaps", "expected", "district-shares"))
    assert "1 områden" not in everything
    assert "av 1 " not in everything


def test_one_district_of_great_need_is_called_by_its_name(shown):
    assert "Av de gånger ett område pekas ut gäller 8 av 19 (42 %) Norrby, som har" in shown(
        "gaps", "district=norrby"
    ).text("district-shares").replace("\u00a0", " ")


@pytest.mark.parametrize("chart", ["expected", "district-shares"])
def test_what_is_expected_of_a_district_is_based_on_all_of_them(shown, chart):
    page = shown("gaps", "district=norrby&stage=developing")
    assert "Underlag: 26 av 68 insatser som utvecklas." in page.text(chart)


def test_the_link_of_a_gap_shows_that_gap_alone_with_a_way_back(shown):
    page = shown("gaps", "gap=district:norrby,target_area:housing")
    assert page.keys == ["header", "head-gaps", "gap", "footer"]
    assert 'href="luckor"' in page.html["gap"]


@pytest.mark.parametrize("gap", ["district:atlantis", "x", "district:"])
def test_a_gap_that_does_not_exist_is_said_and_all_gaps_are_shown(shown, gap):
    page = shown("gaps", f"gap={gap}")
    assert gap in page.text("gap-notes")
    assert {"district-gaps", "gap-register"} <= set(page.html)


def test_expected_numbers_are_said_in_whole_initiatives_and_never_ranked(shown):
    lines = table_rows(shown("gaps").html["expected"])
    assert {tuple(line[1:]) for line in lines if line[0] == "Norrby"} == {
        ("8", "under 1", "–", "för få för att avgöra om det är för lite")
    }
    labels = list(naive.labels().values())
    opened = [line[0] for line in lines[:9]]
    assert opened == sorted(opened, key=labels.index)
    assert {line[-1] for line in lines} == {"för få för att avgöra om det är för lite"}
    assert not re.search(r"\d,\d", " ".join(" ".join(line) for line in lines))


def test_by_need_one_district_has_enough_to_say_something_of(shown):
    page = shown("gaps", "weight=need")
    assert "Inte färre än slumpen brukar ge: Hässleholmen." in page.text("expected")
    assert "För 37 av 38 områden" in page.text("expected")
    verdicts = {line[0]: line[-2:] for line in table_rows(page.html["expected"])}
    assert verdicts["Hässleholmen"] == ["1–6", "inom slumpens spann eller fler"]
    assert [label for label, (chance, _) in verdicts.items() if chance != "–"] == ["Hässleholmen"]


def test_the_weight_is_a_link_that_stays_with_the_language_and_the_default_is_not_spelt(shown):
    html = shown("gaps").html["expected"]
    assert 'href="luckor?weight=need"' in html
    assert 'id="vk-sort-population" href="luckor" aria-current="true"' in html
    chosen = shown("gaps", "weight=need")
    assert 'id="vk-sort-population" href="luckor"' in chosen.html["expected"]
    assert 'href="luckor?weight=need&amp;lang=en"' in chosen.html["header"]


def test_a_weight_that_nobody_knows_is_said_and_inhabitants_are_used(visit):
    page = visit("gaps", "weight=gold&stage=developing")
    assert "weight = gold" in page.text("unknown")
    assert "fördelades efter invånare" in page.text("expected")
    assert page.link == {"stage": ["developing"]}


def test_the_dumbbell_has_the_districts_that_matter_ordered_by_need(shown):
    wide = shown("gaps").html["district-shares"].split("<svg")[1]
    lines = [" ".join(re.findall("<tspan.*?>(.*?)<", each)) for each in re.findall("<text.*?</text>", wide)]
    labels = [each for each in lines if each in naive.labels().values()]
    assert labels[:2] == ["Hässleholmen", "Norrby"]
    assert len(labels) == 9
    assert [each for each in lines if each.endswith(" av 19")][:2] == ["4 av 19", "8 av 19"]


def test_shares_are_said_of_the_districts_of_great_need_together(shown):
    said = shown("gaps").text("district-shares").replace("\u00a0", " ")
    assert "Av de gånger ett område pekas ut gäller 15 av 19 (79 %) de 5 områdena med stort behov" in said


def test_shares_of_all_districts_are_in_the_table_and_sum_to_the_whole(shown):
    lines = table_rows(shown("gaps").table("district-shares"))
    assert len(lines) == len(naive.labels())
    assert sum(int(line[1].split()[0]) for line in lines) == 19


@pytest.mark.parametrize(
    "params", ["district=norrby", "q=språk", "provenance=stated", "target=work", "lang=en"]
)
def test_the_page_answers_any_selection(shown, params):
    page = shown("gaps", params)
    assert {"district-gaps", "expected", "district-shares"} <= set(page.html)


def test_without_a_single_district_in_sight_the_page_says_so_and_the_register_stays(shown):
    page = shown("gaps", "district=not-stated")
    assert "no-districts" in page.html
    assert "gap-register" in page.html
    assert "expected" not in page.html


@pytest.mark.parametrize(
    ("district", "said"),
    [
        ("hulta-och-sormarken", "gäller 0 av 19 (0 %) Hulta och Sörmarken"),
        ("lugnet", "gäller 0 av 19 (0 %) Lugnet"),
    ],
    ids=["great-need", "other"],
)
def test_a_district_at_which_nothing_is_aimed_is_told_of_all_the_same(shown, district, said):
    gaps, districts = (shown(page, f"district={district}") for page in ("gaps", "districts"))
    assert "Området pekas inte ut av någon insats" in gaps.text("district-gaps")
    assert said in gaps.text("district-shares")
    assert "0 av 68 insatser" in districts.selection
    assert "endast kommunövergripande" in districts.text("district-list")
