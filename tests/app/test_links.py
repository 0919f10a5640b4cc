"""What a link may hold, and what becomes of it."""

import pytest

from dashboard.links import PATHS


def test_a_value_that_nobody_knows_is_dropped_from_the_selection_and_said(visit):
    page = visit("overview", "district=norrby&district=atlantis&provenance=guessed")
    assert page.selection.endswith("av 68 insatser i Norrby")
    assert "district = atlantis" in page.text("unknown")
    assert "provenance = guessed" in page.text("unknown")
    assert page.link == {"district": ["norrby"]}


def test_it_is_said_once_for_the_url_has_been_mended(visit):
    page = visit("overview", "district=atlantis")
    page.run()
    assert "unknown" not in page.html


def test_a_language_that_nobody_speaks_here_is_said_in_all_that_are_spoken(visit):
    page = visit("overview", "lang=tlh")
    assert page.selection == "Alla 68 insatser"
    assert '<p><span lang="sv">Länken innehöll ett värde' in page.html["unknown"]
    assert '<p><span lang="en">The link contained a value' in page.html["unknown"]
    assert page.text("unknown").count("lang = tlh") == 2
    assert page.link == {}


def test_markup_in_a_link_is_shown_and_not_obeyed(visit):
    page = visit("overview", "district=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&q=%3Cb%3Ehej%3C%2Fb%3E")
    assert "<img" not in "".join(page.html.values())
    assert "<img src=x onerror=alert(1)>" in page.text("unknown")
    assert page.selection == "0 av 68 insatser där det står ”<b>hej</b>”"


@pytest.mark.parametrize(
    "params", [("stage", "district", "place", "provenance", "lang", "sort", "page"), ("initiative",)]
)
@pytest.mark.parametrize("value", ["x" * 5000, "%00", "norrby%00", "%F0%9F%A7%B5", "%27%3B--"])
def test_nonsense_in_a_link_never_breaks_a_page(visit, params, value):
    page = visit("initiatives", "&".join(f"{param}={value}" for param in params))
    assert page.selection == "Alla 68 insatser"


@pytest.mark.parametrize("number", ["0", "-1", "3", "99999999999", "1.5", "²", "x"])
def test_a_page_of_the_list_that_does_not_exist_is_the_nearest_that_does(shown, number):
    assert "vk-item-" in shown("initiatives", f"page={number}").html["initiative-list"]


def test_an_initiative_that_does_not_exist_is_said_and_the_list_is_a_click_away(shown):
    page = shown("initiatives", "initiative=no-such-one&stage=developing")
    assert "Det finns ingen insats med koden no-such-one." in page.text("no-such-initiative")
    assert 'href="insatser?stage=developing"' in page.html["no-such-initiative"]


def test_an_initiatives_card_leads_back_to_the_same_list(shown):
    listed = shown("initiatives", "stage=developing&district=norrby").html["initiative-list"]
    code = listed.split('id="vk-item-')[1].split('"')[0]
    card = shown("initiatives", f"initiative={code}&stage=developing&district=norrby")
    assert "Norrby" in card.text("initiative-card")
    assert 'id="vk-back" href="insatser?district=norrby&amp;stage=developing"' in card.html["initiative-card"]


@pytest.mark.parametrize("code", PATHS)
def test_what_a_link_selects_stays_in_it(visit, code):
    page = visit(code, "stage=developing&district=norrby&lang=en&provenance=stated")
    assert page.link == {
        "stage": ["developing"],
        "district": ["norrby"],
        "lang": ["en"],
        "provenance": ["stated"],
    }
