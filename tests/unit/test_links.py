"""Addresses within the dashboard."""

from dashboard.filters import Filters
from dashboard.links import PATHS, Links


def test_a_link_spells_the_whole_selection() -> None:
    filters = Filters({"district": ("norrby", "sjobo")}, "språk & läsning", inferred=False)
    assert Links().to("initiatives", filters) == (
        "insatser?district=norrby&district=sjobo&q=spr%C3%A5k+%26+l%C3%A4sning&provenance=stated"
    )


def test_the_first_language_is_not_spelt_and_the_other_is() -> None:
    assert Links("sv").to("stages", Filters()) == "skeden"
    assert Links("en").to("stages", Filters()) == "skeden?lang=en"


def test_a_snapshot_stands_in_every_link_until_it_is_left() -> None:
    pinned = Links("en", "2026-05-01")
    assert pinned.to("stages", Filters().pick(district="norrby")) == (
        "skeden?district=norrby&snap=2026-05-01&lang=en"
    )
    assert pinned.at("").to("stages", Filters()) == "skeden?lang=en"


def test_links_are_relative_so_that_they_hold_below_any_path() -> None:
    assert Links().to("overview", Filters()) == "./"
    assert not any(Links().to(page, Filters()).startswith("/") for page in PATHS)


def test_a_pages_own_parameters_follow_and_empty_ones_do_not() -> None:
    assert Links().to("initiatives", Filters(), sort="title", page="") == "insatser?sort=title"


def test_the_readers_own_settings_stand_in_every_link_and_can_be_taken_out() -> None:
    settings = Links("en", following={"profile": "a:60,b:40", "count": "shared"})
    assert settings.to("stages", Filters()) == "skeden?profile=a:60,b:40&count=shared&lang=en"
    assert (
        settings.at("2026-05-01").to("stages", Filters()).startswith("skeden?profile=a:60,b:40&count=shared")
    )
    assert settings.to("stages", Filters(), profile="", count="distinct") == "skeden?count=distinct&lang=en"
