"""Each page, in both languages, with nothing selected, something selected and nothing left."""

import csv

import pytest

from dashboard.links import PATHS, UNSELECTED
from dashboard.settings import SETTINGS

SELECTIONS = {
    "": {"sv": "Alla 68 insatser", "en": "All 68 initiatives"},
    "stage=developing": {
        "sv": "{n} av 68 insatser som utvecklas",
        "en": "{n} of 68 initiatives being developed",
    },
    "q=finns+inte": {
        "sv": "0 av 68 insatser där det står ”finns inte”",
        "en": "0 of 68 initiatives where it says “finns inte”",
    },
}
NO_MATCH = {
    "sv": "Inga insatser stämmer med urvalet.",
    "en": "No initiatives match the selection.",
}
OWN_PARTS = {
    "overview": {
        "known-district",
        "headline",
        "vision-areas-by-stage",
        "balance",
        "profiles",
        "spread",
        "initiatives-as-squares",
    },
    "vision_areas": {
        "vision-areas",
        "known-target_area",
        "vision-areas-by-target-area",
        "balance",
        "profiles",
        "spread",
        "together",
        "doubles",
        "near-twins",
        "terms-vision_area",
    },
    "target_areas": {
        "known-target_area",
        "target-areas",
        "target-areas-by-stage",
        "approach-by-stage",
        "terms-target_area",
    },
    "districts": {
        "known-district",
        "findings",
        "district-map",
        "district-list",
        "districts-by-target-area",
        "districts-by-stage",
    },
    "gaps": {"known-district", "findings", "district-gaps", "expected", "district-shares", "gap-register"},
    "stages": {"stages", "known-target_area", "stages-by-target-area", "terms-stage"},
    "initiatives": {"initiative-list"},
    "changes": {"possibly-outdated"},
    "deck": {"deck-list", "deck-how"},
    "about": {
        "method",
        "legend",
        "field-coverage",
        "sources",
        "rules",
        "not-relevant",
        "review",
        "problems",
    },
    "accessibility": {"statement"},
}
FIGURES = {"vision_areas": 1, "target_areas": 1, "districts": 1, "gaps": 1, "stages": 1}
"""How many charts a page has that come to life where they are pointed at."""

every_page = pytest.mark.parametrize("code", PATHS)
SELECTING = [code for code in PATHS if code not in UNSELECTED]
every_page_of_a_selection = pytest.mark.parametrize("code", SELECTING)
both_languages = pytest.mark.parametrize("language", ["sv", "en"])


def with_language(params, language):
    return params if language == "sv" else f"{params}&lang={language}"


def count_developing():
    with (SETTINGS.data / "portfolio" / "listings.csv").open(encoding="utf-8", newline="") as lines:
        return len({row["initiative"] for row in csv.DictReader(lines) if row["stage"] == "developing"})


@every_page_of_a_selection
@both_languages
@pytest.mark.parametrize("params", SELECTIONS)
def test_a_page_says_what_is_selected(shown, code, language, params):
    page = shown(code, with_language(params, language))
    assert page.selection == SELECTIONS[params][language].format(n=count_developing())


@every_page
@both_languages
def test_a_page_draws_all_its_parts_between_header_and_footer(shown, code, language):
    page = shown(code, with_language("", language))
    assert set(page.html) >= {"header", f"head-{code}", "footer"} | OWN_PARTS[code]
    assert "".join(page.html.values()).count("data-figure=") == FIGURES.get(code, 0)


@every_page
@both_languages
def test_where_nothing_is_left_a_page_says_so_instead_of_drawing_charts_of_nothing(shown, code, language):
    page = shown(code, with_language("q=finns+inte", language))
    if code in ("about", "changes", *UNSELECTED):
        assert OWN_PARTS[code] <= set(page.html)
        return
    assert NO_MATCH[language] in page.text(f"empty-{code}")
    assert not OWN_PARTS[code] & set(page.html)
    assert "footer" in page.html


@every_page_of_a_selection
def test_a_page_draws_in_dark_colours_too(shown, code):
    assert shown(code, theme="dark").selection == "Alla 68 insatser"


@every_page_of_a_selection
def test_every_chart_carries_its_basis_and_its_files(shown, code):
    """On Luckor districts are held against each other, so which are picked is no part of it."""
    page = shown(code, "stage=developing&district=norrby")
    own = shown(code, "stage=developing").selection if code == "gaps" else page.selection
    feet = [html for html in page.html.values() if 'class="vk-foot"' in html]
    assert len(feet) == sum("<h2 id=" in html and "vk-chart" in html for html in page.html.values())
    assert all((own in html or "oavsett filter" in html) and "data-export" in html for html in feet)
    assert code == "initiatives" or any(own in html for html in feet)


@every_page
def test_every_page_leads_to_every_page_with_the_same_selection_and_to_the_other_language(shown, code):
    html = shown(code, "stage=developing&lang=en").html
    header = html["header"]
    for path in PATHS.values():
        assert f'href="{path or "./"}?stage=developing&amp;lang=en"' in header + html["footer"]
    assert f'href="{PATHS[code] or "./"}?stage=developing" lang="sv"' in header


@pytest.mark.parametrize(("params", "framed"), [("", True), ("district=norrby", False)])
def test_the_town_is_drawn_closer_only_where_several_districts_are_in_sight(shown, params, framed):
    """A single district would be drawn twice on the same map."""
    assert ("stroke-dasharray" in shown("districts", params).html["district-map"]) == framed
