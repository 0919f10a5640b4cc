"""The city's own portfolio as the pages show it: 68 initiatives in 78 listings on two captured pages."""

import re

import pytest

from tests.app.conftest import words


def test_the_overview_opens_with_what_there_is(shown):
    said = shown("overview").text("headline")
    assert "68 olika insatser" in said
    assert "78 poster på kommunens sidor" in said
    assert "2 av 4 visionsområden med underlag" in said
    assert "14 av 68 insatser namnger en plats" in said


def test_vision_areas_by_stage(shown):
    matrix = shown("overview").text("vision-areas-by-stage")
    assert "Möjlighet och mod att utvecklas 31 25 3 59" in matrix
    assert "Människor möts i Borås 12 4 3 19" in matrix


@pytest.mark.parametrize(
    "area", ["Omsorg om varandra och miljön", "Ett tryggt och snyggt Borås"], ids=["care", "safe"]
)
def test_a_vision_area_whose_page_was_never_captured_has_no_numbers(shown, area):
    assert f"{area} — — —" in shown("overview").text("vision-areas-by-stage")
    assert f"{area} underlag saknas" in words(shown("vision_areas").table("vision-areas"))


def test_ten_initiatives_stand_under_both_vision_areas(shown):
    assert "10 insatser räknas i flera" in shown("vision_areas").text("vision-areas")
    both = shown("overview").html["initiatives-as-squares"]
    assert len(set(re.findall(r'vk-pattern-mixed" href="insatser\?initiative=([a-z0-9-]+)"', both))) == 10


def test_every_initiative_is_a_square_of_its_own(shown):
    squares = shown("overview").html["initiatives-as-squares"]
    assert len(set(re.findall(r'<a class="vk-unit [^>]*initiative=([a-z0-9-]+)"', squares))) == 68


def test_initiatives_and_listings_per_vision_area(shown):
    areas = words(shown("vision_areas").table("vision-areas"))
    assert "Möjlighet och mod att utvecklas 31 25 3 59 59" in areas
    assert "Människor möts i Borås 12 4 3 19 19" in areas


@pytest.mark.parametrize(
    ("heading", "initiatives", "listings"),
    [("Det här gör vi nu", 36, 43), ("Det här utvecklar vi", 26, 29), ("tillsammans med andra", 6, 6)],
    ids=["now", "developing", "networks"],
)
def test_initiatives_and_listings_per_stage(shown, heading, initiatives, listings):
    stages = words(shown("stages").table("stages"))
    assert re.search(rf"{heading}( \d+)* {initiatives} {listings}\b", stages)


def test_the_list_holds_every_initiative_on_one_page(shown):
    page = shown("initiatives").html["initiative-list"]
    codes = re.findall(r'id="vk-item-([a-z0-9-]+)"', page)
    assert (len(codes), len(set(codes))) == (68, 68)
    assert "vk-next" not in page


def test_about_says_for_how_many_a_place_is_known(shown):
    page = shown("about")
    assert "14 av 68 insatser namnger en plats" in page.text("field-coverage")


def test_the_programme_city_pages_and_statistics_are_named_as_sources(shown):
    sources = shown("about").text("sources")
    assert "sida om ett visionsområde" in sources
    assert "programmets sida" in sources
