"""The city's own portfolio as the pages show it: 68 initiatives in 78 listings on two captured pages."""

import re

import pytest


def test_the_overview_opens_with_what_there_is(open_link):
    said = open_link("overview").text("headline")
    assert "68 olika insatser" in said
    assert "78 poster på kommunens sidor" in said
    assert "2 av 4 visionsområden med underlag" in said
    assert "14 av 68 insatser namnger en plats" in said


def test_vision_areas_by_stage(open_link):
    matrix = open_link("overview").text("vision-areas-by-stage")
    assert "Möjlighet och mod att utvecklas 31 25 3 59" in matrix
    assert "Människor möts i Borrås".replace("rr", "r") + " 12 4 3 19" in matrix


@pytest.mark.parametrize("area", ["Omsorg om varandra och miljön", "Ett tryggt och snyggt Borås"])
def test_a_vision_area_whose_page_was_never_captured_has_no_numbers(open_link, area):
    assert f"{area} — — —" in open_link("overview").text("vision-areas-by-stage")
    assert f"{area} underlag saknas" in open_link("vision_areas").text("vision-areas-foot")


def test_ten_initiatives_stand_under_both_vision_areas(open_link):
    assert "10 insatser räknas i flera" in open_link("vision_areas").text("vision-areas")
    both = open_link("overview").html["initiatives-as-squares"]
    assert len(set(re.findall(r'vk-pattern-mixed" href="insatser\?initiative=([a-z0-9-]+)"', both))) == 10


def test_every_initiative_is_a_square_of_its_own(open_link):
    squares = open_link("overview").html["initiatives-as-squares"]
    assert len(set(re.findall(r'<a class="vk-unit [^>]*initiative=([a-z0-9-]+)"', squares))) == 68


def test_listings_per_vision_area_and_per_stage(open_link):
    areas = open_link("vision_areas").text("vision-areas-foot")
    assert "Möjlighet och mod att utvecklas 31 25 3 59 59" in areas
    assert "Människor möts i Borås 12 4 3 19 19" in areas
    stages = open_link("stages").text("stages-foot")
    assert re.findall(r"(?:Det här gör vi nu|Det här utvecklar vi|med andra) [\d ]*?(\d+)(?= \D)", stages)


def test_the_list_holds_every_initiative_on_two_pages(open_link):
    pages = [open_link("initiatives", params).html["initiative-list"] for params in ("", "page=2")]
    codes = [re.findall(r'id="vk-item-([a-z0-9-]+)"', page) for page in pages]
    assert [len(page) for page in codes] == [50, 18]
    assert len({*codes[0], *codes[1]}) == 68


def test_about_says_for_how_many_a_place_is_known(open_link):
    visit = open_link("about")
    assert "14 av 68 insatser namnger en plats" in visit.text("field-coverage")


def test_the_programme_city_pages_and_statistics_are_named_as_sources(open_link):
    sources = open_link("about").text("sources")
    assert "sida om ett visionsområde" in sources
    assert "programmets sida" in sources
