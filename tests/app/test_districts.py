"""Områden: what the page says of each district, and the sheet of one."""

import csv
import io
import re
import shutil
from datetime import date

import pytest

from dashboard.gaps import Gap
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.store.gap_register import record_decision
from tests.app import naive
from tests.app.conftest import csv_rows, visit_page

CODES = list(naive.labels())


def table_rows(html):
    """The cells of each line of the tables, without markup."""
    lines = re.findall(r"<tr>\s*(<th scope=row.*?)</tr>", html, re.DOTALL)
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)]
        for line in lines
    ]


def downloaded(html):
    """The lines of the CSV that it offers, by their first cell, without the head."""
    return {row[0]: row for row in csv_rows(html)[1:]}


@pytest.mark.parametrize("code", ["districts", "gaps"])
def test_what_matters_most_is_said_before_any_chart(shown, code):
    page = shown(code)
    keys = list(page.html)
    assert keys[: keys.index("findings") + 1] == ["header", f"head-{code}", "known-district", "findings"]


def test_districts_of_great_need_with_nothing_aimed_at_them_are_named_and_so_is_the_state_of_the_others(
    shown,
):
    said = shown("districts").text("findings")
    now, developing = naive.in_stage("doing-now"), naive.in_stage("developing")
    labels, aimed = naive.labels(), naive.aimed()
    needy = [code for code in labels if code in naive.of_great_need()]
    nothing = [labels[code] for code in needy if not aimed[code]]
    progress = [
        f"{len(aimed[code] & developing)} av {len(aimed[code] & (now | developing))} {labels[code]}"
        for code in needy
        if aimed[code]
    ]
    assert nothing
    assert progress
    first, second = said.split("Stort behov, det mesta är ännu under utveckling")
    assert [label for label in labels.values() if label in first] == nothing
    assert re.findall(r"\d+ av \d+ [^\d]+?(?= \d)", second) == progress


def test_todays_finding(shown):
    said = shown("districts").text("findings")
    assert re.search("ingen utpekad insats 0 Göta och Kristineberg väst .* 0 Hulta och Sörmarken", said)
    assert re.search("4 av 4 Hässleholmen .* 7 av 8 Norrby .* 3 av 3 Sjöbo", said)
    assert "20 (12–20) insatser når hela kommunen. För 37 (37–45) insatser är inget område angivet." in said
    assert "För 2 av 4 visionsområden saknas underlag" in said
    assert "oavsett filter" not in said


@pytest.mark.parametrize("code", ["districts", "gaps"])
@pytest.mark.parametrize("params", ["stage=doing-now", "district=norrby", "q=språk"])
def test_no_filter_changes_the_finding_and_that_is_said(shown, code, params):
    said = shown(code, params).text("findings")
    assert said == f"{shown(code).text('findings')} Gäller alla insatser, oavsett filter."


def test_the_number_of_a_finding_leads_to_the_list_that_it_counts(shown):
    html = shown("districts", "q=språk").html["findings"]
    assert 'href="insatser?district=norrby&amp;stage=developing" aria-label="Norrby: 7 av 8 är under' in html
    assert shown("initiatives", "district=norrby&stage=developing").selection.startswith("7 av 68")


def test_the_list_has_every_district_once_with_a_way_to_its_sheet(shown):
    html = shown("districts").html["district-list"]
    assert [line[0] for line in table_rows(html)] == list(naive.labels().values())
    assert re.findall(r"omraden\?sheet=([a-z-]+)", html) == CODES


@pytest.mark.parametrize(("sort", "column"), [("initiatives", 1), ("developing", 2), ("population", 3)])
def test_the_list_is_sorted_by_what_the_link_asks_for(shown, sort, column):
    lines = table_rows(shown("districts", f"sort={sort}").html["district-list"])
    numbers = [int(re.sub(r"\s", "", line[column])) for line in lines]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > numbers[-1]


def test_the_list_says_in_words_what_kind_of_district_it_is_and_what_it_lacks(shown):
    lines = {line[0]: line[-2:] for line in table_rows(shown("districts").html["district-list"])}
    assert lines["Norrby"] == ["stora utmaningar", ""]
    assert lines["Sjöbo"] == ["stora utmaningar; utmaningar; blandat", "bara under utveckling"]
    assert lines["Sandared"] == ["goda förutsättningar", "en eller två insatser; bara under utveckling"]
    assert lines["Lugnet"] == ["goda förutsättningar", "endast kommunövergripande"]


def test_people_in_need_are_an_estimate_of_two_figures_on_the_page_and_in_the_file(visit):
    page = visit("districts")
    people = {line[0]: line[5] for line in table_rows(page.html["district-list"])}
    assert (people["Norrby"], people["Bredared"]) == ("omkring 2\u00a0200", "omkring 79")
    assert downloaded(page.html["district-list"])["Norrby"][5] == "2200"


def test_the_map_has_the_list_as_its_table(shown):
    page = shown("districts", "sort=population")
    assert table_rows(page.table("district-map")) == table_rows(page.html["district-list"])


def test_one_district_in_sight_is_no_plural(shown):
    said = shown("districts", "district=norrby").text("district-map")
    assert "Området pekas ut av minst en insats. Av 68 insatser når 20 (12–20) hela kommunen" in said


def test_on_a_small_screen_every_number_can_say_what_it_is(shown):
    cells = re.findall(r"<td[^>]*>", shown("districts").html["district-list"])
    assert len(cells) == 7 * len(CODES)
    assert all('data-label="' in cell for cell in cells)


def test_without_a_single_district_in_sight_the_page_says_so_and_draws_none(shown):
    page = shown("districts", "district=municipality-wide")
    assert "här finns inga områden att jämföra" in page.text("no-districts")
    assert "vk-figure" not in "".join(page.html.values())


@pytest.mark.parametrize("code", CODES)
def test_every_district_has_a_sheet_that_counts_what_is_aimed_at_it(shown, code):
    page = shown("districts", f"sheet={code}")
    sheet, aimed = page.text("district-sheet"), naive.aimed()[code]
    assert naive.labels()[code] in sheet
    assert f" {len(aimed)} {'insats' if len(aimed) == 1 else 'insatser'} pekar ut området" in sheet
    listed = re.findall(r'[?;]initiative=([a-z0-9-]+)"', page.html["district-sheet"])
    assert set(listed) == aimed
    assert page.keys == ["header", "head-districts", "district-sheet", "footer"]


def test_a_sheet_tells_who_lives_there_and_from_which_year_that_is(shown):
    sheet = shown("districts", "sheet=norrby").text("district-sheet")
    assert "Områdestyp: områden med stora socioekonomiska utmaningar" in sheet
    assert "3 955 invånare" in sheet
    assert "55 % har låg ekonomisk standard" in sheet
    assert "omkring 2 200 personer med låg ekonomisk standard" in sheet
    assert "Invånare 2025: SCB. Låg ekonomisk standard 2024: SCB. Områdestyp 2022: Boverket." in sheet
    assert "är beräknat: andelen 2024 gånger invånarna 2025, avrundat." in sheet


def test_several_area_types_are_one_list(shown):
    sheet = shown("districts", "sheet=sjobo").text("district-sheet")
    assert "socioekonomiska utmaningar och socioekonomiskt blandade områden" in sheet


def test_a_sheet_holds_expected_against_real_by_both_weights(shown):
    sheet = shown("districts", "sheet=norrby").text("district-sheet")
    assert "Efter invånare: väntat under 1, faktiskt 8; för få för att avgöra om det är för lite." in sheet
    assert "Efter låg ekonomisk standard: väntat 2 av 19, faktiskt 8; för få" in sheet
    assert "slumpen" not in sheet
    enough = shown("districts", "sheet=hassleholmen").text("district-sheet")
    assert "faktiskt 4; slumpen ger oftast 1–6: inom slumpens spann" in enough


def test_a_sheet_leads_to_its_neighbours_and_to_every_other_district(shown):
    html = shown("districts", "sheet=norrby&lang=en").html["district-sheet"]
    assert 'rel="prev" href="omraden?sheet=malsryd-aplared-och-dannike&amp;lang=en"' in html
    assert 'rel="next" href="omraden?sheet=norrmalm-norr&amp;lang=en"' in html
    assert set(re.findall(r"omraden\?sheet=([a-z-]+)", html)) == set(CODES)
    assert 'rel="prev"' not in shown("districts", f"sheet={CODES[0]}").html["district-sheet"]
    assert 'rel="next"' not in shown("districts", f"sheet={CODES[-1]}").html["district-sheet"]


def test_a_sheet_is_about_the_whole_portfolio_and_says_so_where_filters_are_set(shown):
    plain = shown("districts", "sheet=norrby").text("district-sheet")
    filtered = shown("districts", "sheet=norrby&district=sjobo&stage=developing").text("district-sheet")
    whole = "Underlag: Alla 68 insatser."
    assert filtered == plain.replace(whole, f"{whole} Gäller alla insatser, oavsett filter.")


def test_a_sheet_counts_only_what_is_stated_where_the_reader_asks_for_that(shown):
    sheet = shown("districts", "sheet=norrby&provenance=stated").text("district-sheet")
    assert "12 (12–20) insatser når hela kommunen" in sheet
    assert "oavsett filter" not in sheet


@pytest.mark.parametrize("code", ["norrby", "sjobo", "hulta-och-sormarken"])
def test_a_sheet_names_each_target_area_and_stage_where_surely_nothing_is_aimed(shown, code):
    """Not a target area, as long as one of the district's initiatives might have it."""
    html, here = shown("districts", f"sheet={code}").html["district-sheet"], naive.aimed()[code]
    stages = {row["stage"] for row in naive.rows("portfolio/listings.csv") if row["initiative"] in here}
    targets = {
        row["initiative"]: row["term"]
        for row in naive.rows("portfolio/classifications.csv")
        if row["dimension"] == "target_area" and row["initiative"] in here
    }
    empty = {
        ("stage", term["code"]) for term in naive.rows("vocabularies/stage.csv") if term["code"] not in stages
    }
    if len(targets) == len(here):
        empty |= {
            ("target_area", term["code"])
            for term in naive.rows("vocabularies/target_area.csv")
            if term["code"] not in targets.values()
        }
    listed = re.search(r"<li>Ingen utpekad insats: (.*?)</li>", html, re.DOTALL)
    assert listed
    named = re.findall(r"(stage|target_area):([a-z-]+)", listed[1])
    assert len(named) == len(empty)
    assert set(named) == empty


def test_a_district_without_gaps_as_a_whole_is_not_said_to_have_none(shown):
    sheet = shown("districts", "sheet=norrby").text("district-sheet")
    assert "Området som helhet saknar inget av det som räknas som lucka." in sheet
    assert "Ingen utpekad insats: Nätverk och partnerskap" in sheet
    assert "För 2 av 4 visionsområden saknas underlag" in sheet


@pytest.fixture
def decided(tmp_path, use_folders):
    """The city's own data, with a decision on Norrby and one on a part of it."""
    data = shutil.copytree(SETTINGS.data, tmp_path / "data")
    said = dict.fromkeys(("owner_role", "decided_by", "reason"), "Områdeschefen") | {
        "decided_at": "2026-03-01"
    }
    housing = Gap.at(district="norrby", target_area="housing")
    hulta = Gap.at(district="hulta-och-sormarken")
    for gap, decision in ((housing, "looking-into"), (hulta, "chosen")):
        assert not record_decision(data, gap, said | {"decision": decision}, date(2026, 12, 1))
    build_store(data, tmp_path / "store")
    use_folders(data=data, store=tmp_path / "store")


@pytest.mark.usefixtures("decided")
def test_a_sheet_says_what_a_decision_is_about_where_that_is_not_the_whole_district():
    norrby = visit_page("districts", "sheet=norrby").text("district-sheet")
    assert "Norrby: Boende och närmiljö: Utreds, ansvarig Områdeschefen" in norrby
    hulta = visit_page("districts", "sheet=hulta-och-sormarken").text("district-sheet")
    assert "Medvetet vald, ansvarig Områdeschefen" in hulta
    assert "Hulta och Sörmarken: Medvetet vald" not in hulta
    assert "Utreds" not in hulta


def test_the_other_language_shows_the_same_sheet(shown):
    assert 'href="omraden?sheet=norrby&amp;lang=en"' in shown("districts", "sheet=norrby").html["header"]


@pytest.mark.parametrize("sheet", ["atlantis", "municipality-wide", "not-stated", "%3Cb%3E", "x" * 5000])
def test_a_sheet_that_does_not_exist_is_said_and_all_districts_are_shown(visit, sheet):
    page = visit("districts", f"sheet={sheet}")
    assert "sheet = " in page.text("unknown")
    assert "district-list" in page.html
    assert page.link == {}


@pytest.fixture
def little_known(tmp_path, use_folders):
    """The city's own data, but of Norrby nothing is known and Lugnet has no facts at all."""
    data = shutil.copytree(SETTINGS.data, tmp_path / "data")
    path = data / "geography" / "district_facts.csv"
    lines = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    kept = [line for line in lines if line["district"] != "lugnet"]
    for line in kept:
        if line["district"] == "norrby":
            line |= dict.fromkeys(("population", "low_income_pct", "area_type"), "")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, lines[0].keys())
        writer.writeheader()
        writer.writerows(kept)
    municipality = data / "municipality.toml"
    people = str(sum(int(line["population"] or 0) for line in kept))
    municipality.write_text(municipality.read_text("utf-8").replace("115217", people), "utf-8")
    build_store(data, tmp_path / "store")
    use_folders(data=data, store=tmp_path / "store")


@pytest.mark.usefixtures("little_known")
@pytest.mark.parametrize("params", ["", "sheet=norrby", "sheet=lugnet"])
def test_what_nobody_knows_of_a_district_is_said_in_words(params):
    page = visit_page("districts", params)
    said = page.text("district-sheet" if params else "district-list")
    assert "Ej angivet" in said
    assert "nan" not in said.lower().split()


def test_the_download_has_every_district_and_its_numbers_as_numbers(visit):
    lines = downloaded(visit("districts").html["district-list"])
    assert list(lines) == list(naive.labels().values())
    assert lines["Norrby"][:6] == ["Norrby", "8", "7", "3955", "0,552", "2200"]
