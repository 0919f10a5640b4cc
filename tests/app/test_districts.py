"""Områden: what the page says of each district, and the sheet of one."""

import csv
import io
import re
import shutil
from base64 import b64decode

import pytest

from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from tests.app import naive
from tests.app.conftest import visit_page

CODES = list(naive.labels())


def table_rows(html):
    """The cells of each line of the tables, without markup."""
    lines = re.findall(r"<tr>\s*(<th scope=row.*?)</tr>", html, re.DOTALL)
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)]
        for line in lines
    ]


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
    first, second = said.split("Stort behov, det mesta utvecklas ännu")
    assert [label for label in labels.values() if label in first] == nothing
    assert re.findall(r"\d+ av \d+ [^\d]+?(?= \d)", second) == progress


def test_todays_finding(shown):
    said = shown("districts").text("findings")
    assert re.search("ingen utpekad insats 0 Göta och Kristineberg väst .* 0 Hulta och Sörmarken", said)
    assert re.search("4 av 4 Hässleholmen .* 7 av 8 Norrby .* 3 av 3 Sjöbo", said)
    assert "Därtill når 20 insatser hela kommunen" in said


def test_a_picked_stage_does_not_make_the_finding_say_that_nothing_is_developed(shown):
    assert "7 av 8 Norrby" in shown("districts", "stage=doing-now").text("findings")


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
    assert lines["Sjöbo"] == ["stora utmaningar; utmaningar; blandat", "utvecklas, men inget görs nu"]
    assert lines["Sandared"] == ["goda förutsättningar", "tunt; utvecklas, men inget görs nu"]
    assert lines["Lugnet"] == ["goda förutsättningar", "endast kommunövergripande"]


def test_without_a_single_district_in_sight_the_page_says_so_and_draws_none(shown):
    page = shown("districts", "district=municipality-wide")
    assert "här finns inga områden att jämföra" in page.text("no-districts")
    assert not page.app.get("plotly_chart")


@pytest.mark.parametrize("code", CODES)
def test_every_district_has_a_sheet_that_counts_what_is_aimed_at_it(shown, code):
    page = shown("districts", f"sheet={code}")
    sheet, aimed = page.text("district-sheet"), naive.aimed()[code]
    assert naive.labels()[code] in sheet
    assert f" {len(aimed)} insatser pekar ut området" in sheet
    listed = re.findall(r'[?;]initiative=([a-z0-9-]+)"', page.html["district-sheet"])
    assert set(listed) == aimed
    assert list(page.html) == ["header", "head-districts", "district-sheet", "footer"]


def test_a_sheet_tells_who_lives_there_and_from_which_year_that_is(shown):
    sheet = shown("districts", "sheet=norrby").text("district-sheet")
    assert "Områden med stora socioekonomiska utmaningar" in sheet
    assert "3 955 invånare" in sheet
    assert "55 % har låg ekonomisk standard" in sheet
    assert "Invånare 2025: SCB. Låg ekonomisk standard 2024: SCB. Områdestyp 2022: Boverket." in sheet


def test_a_sheet_holds_expected_against_real_by_both_weights(shown):
    sheet = shown("districts", "sheet=norrby").text("district-sheet")
    assert "Efter invånare: väntat under 1, verkligt 8" in sheet
    assert "Efter låg ekonomisk standard: väntat 2 av 19, verkligt 8" in sheet
    assert sheet.count("för få för att avgöra") == 2


def test_a_sheet_leads_to_its_neighbours_and_to_every_other_district(shown):
    html = shown("districts", "sheet=norrby&lang=en").html["district-sheet"]
    assert 'rel="prev" href="omraden?sheet=malsryd-aplared-och-dannike&amp;lang=en"' in html
    assert 'rel="next" href="omraden?sheet=norrmalm-norr&amp;lang=en"' in html
    assert set(re.findall(r"omraden\?sheet=([a-z-]+)", html)) == set(CODES)
    assert 'rel="prev"' not in shown("districts", f"sheet={CODES[0]}").html["district-sheet"]
    assert 'rel="next"' not in shown("districts", f"sheet={CODES[-1]}").html["district-sheet"]


def test_a_sheet_shows_its_district_whichever_others_are_picked_and_keeps_the_rest_of_the_selection(shown):
    sheet = shown("districts", "sheet=norrby&district=sjobo&stage=developing")
    assert " 7 insatser pekar ut området" in sheet.text("district-sheet")
    assert "Underlag: 26 av 68 insatser som utvecklas." in sheet.text("district-sheet")


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


def test_the_download_has_every_district_and_its_numbers_as_numbers(shown):
    html = shown("districts").html["district-list"]
    found = re.search(r'href="data:text/csv;base64,([^"]+)"', html)
    assert found
    lines = b64decode(found[1]).decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(CODES)
    norrby = next(line for line in lines if line.startswith("Norrby;"))
    assert norrby.startswith("Norrby;8;7;3955;55,2;2183;")
