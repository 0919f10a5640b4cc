"""The balance against a profile that the reader sets, and what vision areas share."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from dashboard.links import PATHS
from dashboard.panels import together
from dashboard.store.build import build_store
from tests.app.controls import params, picks, shares

PAGES = ("overview", "vision_areas")
SIX_TO_FOUR = "profile=mojlighet:60,motas:40"
both_pages = pytest.mark.parametrize("code", PAGES)


EXEMPELBY = Path(__file__).parents[1] / "data" / "exempelby"


@pytest.fixture(scope="module")
def three_areas(tmp_path_factory):
    """Exempelby, had its third vision area's page been captured and found empty."""
    folder = tmp_path_factory.mktemp("exempelby")
    data = copytree(EXEMPELBY, folder / "data")
    areas = data / "vocabularies" / "vision_area.csv"
    areas.write_text(areas.read_text("utf-8").replace(",no,", ",yes,"), "utf-8")
    build_store(data, folder / "store")
    return folder / "store"


def link_of(page, component, action):
    """The parameters of a link to the same page, as its HTML spells them."""
    href = re.search(rf'id="{action}" href="([^"]*)"', page.html[component])
    assert href, f"{component} has no {action}"
    return href[1].partition("?")[2].replace("&amp;", "&")


@both_pages
def test_without_a_profile_equal_parts_are_the_target(shown, code):
    page = shown(code)
    assert (
        "20 av 68 insatser skulle behöva ligga någon annanstans för att nå lika delar mellan de 2 av 4 "
        "visionsområden som har underlag (50/50)." in page.text("balance")
    )
    assert {label: slider.share for label, slider in shares(page).items()} == {
        "Möjlighet och mod att utvecklas": 50,
        "Människor möts i Borås": 50,
    }


@both_pages
def test_a_profile_in_the_link_is_the_target(shown, code):
    page = shown(code, SIX_TO_FOUR)
    # 54 and 14 in fractional counting: 54 - 0.6 * 68 = 13.2
    assert "13 av 68 insatser" in page.text("balance")
    assert (
        "60 % i Möjlighet och mod att utvecklas och 40 % i Människor möts i Borås "
        "(av de 2 av 4 visionsområden som har underlag)." in page.text("balance")
    )
    assert [(slider.share, slider.says) for slider in shares(page).values()] == [
        (60, "60\xa0%"),
        (40, "40\xa0%"),
    ]
    assert "Avstånd: 13 av 68 insatser" in page.text("profiles")


@pytest.mark.parametrize(
    ("params", "elsewhere"),
    [("stage=networks", 0), ("district=fristad", 0.5), ("target=housing", 1), ("stage=doing-now", 9.5)],
)
def test_the_distance_is_told_in_whole_initiatives_and_half_a_one_cannot_be_moved(shown, params, elsewhere):
    said = shown("overview", params).text("balance")
    distance = re.search(r"(\d+) av \d+ insatser skulle behöva", said)
    assert ("redan så nära lika delar" in said and "som hela insatser kan komma" in said) == (elsewhere < 1)
    assert (int(distance[1]) if distance else 0) == int(elsewhere)


@pytest.mark.parametrize(
    ("count", "numbers", "said"),
    [
        ("", ["59 av 68 insatser", "19 av 68 insatser"], "Summan är 78, 10 mer än insatserna."),
        ("distinct", ["49 insatser bara här", "9 insatser bara här", "10 insatser"], "10 till flera"),
        ("shared", ["54 av 68 (79 %)", "14 av 68 (21 %)"], "Summan är 68, lika många som insatserna."),
    ],
    ids=["full", "distinct", "shared"],
)
def test_the_switch_of_counting_says_what_it_changes(shown, count, numbers, said):
    page = shown("overview", f"count={count}")
    printed = re.findall(r"<strong>([^<]+)</strong>", page.html["balance"])
    assert [number.replace("\xa0", " ") for number in printed] == numbers
    assert said in page.text("balance")
    assert "20 av 68 insatser skulle behöva" in page.text("balance")


def test_the_table_has_all_three_countings_beside_the_target(shown):
    table = shown("overview").text("balance")
    assert "Möjlighet och mod att utvecklas 59 49 54 54 av 68 (79 %) 50 % 20" in table
    assert "Människor möts i Borås 19 9 14 14 av 68 (21 %) 50 % -20" in table.replace("−", "-")
    assert "I flera visionsområden 10" in table
    assert "Summa 78 68 68" in table


def test_areas_whose_page_was_never_captured_are_named_as_no_part_of_it(shown):
    said = shown("overview").text("balance")
    assert "Omsorg om varandra och miljön och Ett tryggt och snyggt Borås ingår inte i balansen" in said


def test_how_even_the_spread_is_stands_beside_what_chance_gives(shown):
    said = shown("overview").text("spread")
    assert "jämnt på 1,49 av de 2 visionsområden som har underlag. Helt jämnt vore 2" in said
    assert "ojämnare spridda än slumpen brukar ge" in said


def test_sliders_sum_to_a_hundred_and_stand_in_the_link(visit):
    slider = shares(visit("overview", "stage=developing"))["Människor möts i Borås"]
    page = visit("overview", params(slider.slid_to(30)))
    assert [slider.share for slider in shares(page).values()] == [70, 30]
    spelt = "./?stage=developing&amp;profile=mojlighet:70,motas:30"
    assert f'href="{spelt}"' in page.html["header"]
    assert "move=" not in "".join(html for key, html in page.html.items() if key != "profiles")


def test_back_at_equal_parts_the_link_has_no_profile(visit):
    slider = shares(visit("overview", SIX_TO_FOUR))["Människor möts i Borås"]
    page = visit("overview", params(slider.slid_to(50)))
    assert [slider.share for slider in shares(page).values()] == [50, 50]
    assert 'href="./" aria-current' in page.html["header"]


@pytest.mark.parametrize(
    "spelt", ["profile:motas:101", "profile:atlantis:50", "elsewhere:motas:50", "motas:50"]
)
def test_a_move_of_what_there_is_not_is_dropped_and_said(visit, spelt):
    page = visit("overview", f"{SIX_TO_FOUR}&move={spelt}")
    assert f"move = {spelt}" in page.text("unknown")
    assert page.link == {"profile": ["mojlighet:60,motas:40"]}


def test_two_profiles_stand_side_by_side_and_each_has_its_sliders(visit):
    page = visit("vision_areas", f"{SIX_TO_FOUR}&other=mojlighet:30,motas:70")
    assert "Profil A: 13 av 68 insatser" in page.text("balance")
    assert "Profil B: 34 av 68 insatser" in page.text("balance")
    assert [slider.share for slider in shares(page).values()] == [60, 40, 30, 70]
    slider = shares(page)["Profil B: Människor möts i Borås"]
    page = visit("vision_areas", params(slider.slid_to(50)))
    assert [slider.share for slider in shares(page).values()] == [60, 40, 50, 50]


def test_profiles_can_be_compared_swapped_and_taken_away(shown):
    one = link_of(shown("overview", SIX_TO_FOUR), "profiles", "vk-profile-a-compare")
    assert one == f"{SIX_TO_FOUR}&other=mojlighet:50,motas:50"
    two = shown("overview", one)
    assert link_of(two, "profiles", "vk-profile-b-swap") == "other=mojlighet:60,motas:40"
    assert link_of(two, "profiles", "vk-profile-b-remove") == SIX_TO_FOUR
    assert link_of(two, "profiles", "vk-profile-a-equal") == "other=mojlighet:50,motas:50"


@pytest.mark.parametrize(
    "spelt", ["mojlighet:60,motas:41", "mojlighet:100", "atlantis:60,motas:40", "mojlighet:-1,motas:101", "x"]
)
@pytest.mark.parametrize("param", ["profile", "other"])
def test_a_profile_that_is_none_is_dropped_and_said(visit, param, spelt):
    page = visit("overview", f"{param}={spelt}")
    assert "målprofil som inte används" in page.text("unknown")
    assert f"{param} = {spelt}" in page.text("unknown")
    assert page.link == {}
    assert "lika delar" in page.text("balance")


def test_a_way_of_counting_that_nobody_knows_is_dropped_and_said(visit):
    page = visit("overview", "count=twice")
    assert "count = twice" in page.text("unknown")
    assert page.link == {}


@both_pages
def test_the_readers_settings_stay_in_every_link(shown, code):
    settings = f"{SIX_TO_FOUR}&other=mojlighet:50,motas:50&count=shared"
    html = shown(code, settings).html
    header = html["header"]
    spelt = settings.replace("&", "&amp;")
    for path in PATHS.values():
        assert f'href="{path or "./"}?{spelt}"' in header + html["footer"]
    assert f'{spelt}&amp;lang=en" lang="en"' in header


def test_the_readers_settings_stay_when_the_selection_changes(shown):
    norrby = picks(shown("overview", f"{SIX_TO_FOUR}&count=shared"))["pick-district-norrby"].href
    assert params(norrby) == f"district=norrby&{SIX_TO_FOUR}&count=shared"
    page = shown("overview", params(norrby))
    assert "av 8 insatser skulle behöva" in page.text("balance")


@pytest.mark.parametrize("code", ["overview", "vision_areas"])
def test_of_a_single_area_there_is_no_balance_and_the_way_to_one_is_a_click(shown, code):
    page = shown(code, f"vision=motas&stage=developing&{SIX_TO_FOUR}")
    assert "minst två visionsområden" in page.text("balance")
    assert f'href="{PATHS[code] or "./"}?stage=developing&amp;{SIX_TO_FOUR}"' in page.html["balance"]
    assert not shares(page)


def test_the_areas_that_share_initiatives_lead_to_the_list_of_those(shown):
    page = shown("vision_areas")
    assert "Möjlighet och mod att utvecklas 49 10 59" in page.text("together")
    assert "Människor möts i Borås 10 9 19" in page.text("together")
    assert page.html["together"].count('href="#doubles-title"') == 2
    assert 'id="doubles-title"' in page.html["doubles"]
    assert len(set(re.findall(r"initiative=([a-z0-9-]+)", page.html["doubles"]))) == 10


def test_each_of_those_is_told_with_the_stage_that_every_area_lists_it_in(shown):
    assert (
        "Viskans park Möjlighet och mod att utvecklas (Det här utvecklar vi) och "
        "Människor möts i Borås (Det här utvecklar vi)" in shown("vision_areas").text("doubles")
    )


def test_a_list_that_is_cut_says_how_many_it_shows_and_how_many_more_there_are(visit, monkeypatch):
    monkeypatch.setattr(together, "MOST_DOUBLES", 3)
    said = visit("vision_areas").text("doubles")
    assert "De här 3 insatserna hör till flera visionsområden" in said
    assert "7 insatser till hör till flera visionsområden" in said


def test_what_is_shared_is_said_of_the_areas_whose_page_was_captured(shown):
    said = shown("vision_areas").text("together")
    assert "10 av 68 insatser hör till flera av de 2 visionsområden som har underlag, 58 bara till" in said
    assert "De har ingen egen lista" in said


def test_where_no_initiative_is_in_several_areas_there_is_no_list_of_them(shown):
    page = shown("vision_areas", "district=norrby")
    assert "Ingen av 8 insatser hör till flera av de 2 visionsområden" in page.text("together")
    assert "doubles" not in page.html


def test_initiatives_that_look_alike_are_told_with_what_they_have_in_common(shown):
    page = shown("vision_areas")
    assert "Fler områden med skola som arena och Skolan som arena på Sjöbo" in page.text("near-twins")
    assert "ingenting slås ihop" in page.text("near-twins")
    pairs = page.html["near-twins"].split('class="vk-changed')[1].split("</ul>")[0].split("<li>")[1:]
    assert pairs
    assert all("Gemensamma ord" in pair or "Båda länkar till" in pair for pair in pairs)


def test_where_every_page_was_captured_no_sentence_limits_itself_to_those(visit, use_folders, three_areas):
    """Of nine initiatives two are in both areas that have any; thirds want three of them in each."""
    use_folders(store=three_areas)
    page = visit("vision_areas")
    said = page.text("balance")
    assert (
        "4 av 9 insatser skulle behöva ligga någon annanstans för att nå lika delar (33,3/33,3/33,3)." in said
    )
    assert "jämnt på 1,53 av 3 visionsområden. Helt jämnt vore 3" in page.text("spread")
    assert "2 av 9 insatser hör till flera av 3 visionsområden, 7 bara till ett av dem." in page.text(
        "together"
    )
    assert not any("som har underlag" in page.text(part) for part in ("balance", "spread", "together"))


def test_several_sliders_sum_to_a_hundred(visit, use_folders, three_areas):
    use_folders(store=three_areas)
    page = visit("overview", "profile=mod:50,nara:30,lugn:20&other=mod:0,nara:0,lugn:100")
    slider = shares(page)["Profil A: Möjlighet och mod att växa"]
    page = visit("overview", params(slider.slid_to(75)))
    assert [slider.share for slider in shares(page).values()] == [75, 15, 10, 0, 0, 100]
    assert 'href="./?profile=mod:75,nara:15,lugn:10&amp;other=' in page.html["header"]
    # 7, 2 and none in fractional counting: all of 0.1 * 9 = 0.9 have to come from the other two
    assert "Profil A: 1 av 9 insatser" in page.text("balance")
    assert "Profil B: 9 av 9 insatser" in page.text("balance")


def test_areas_that_are_picked_are_what_the_sentence_speaks_of(visit, use_folders, three_areas):
    use_folders(store=three_areas)
    said = visit("overview", "vision=mod&vision=nara").text("balance")
    assert "lika delar mellan de 2 av 3 visionsområden som är valda och har underlag (50/50)" in said
