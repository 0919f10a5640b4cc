"""What the reader picks at the side: it narrows the page and is spelt in the URL."""

import csv
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.dimensions import DIMENSIONS
from dashboard.filters import pickable_codes
from dashboard.panels.view import view_of
from dashboard.queries.coverage import totals
from dashboard.settings import SETTINGS
from dashboard.ui.sidebar import filters_html
from tests.app.controls import options, params, picked_option, picks, picks_in
from tests.app.naive import aimed, in_stage

SEARCH = 'id="search" name="q" value="{words}"'


@pytest.fixture(scope="module")
def real(real_store) -> Iterator[None]:
    """Views in this module are of the real portfolio."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "store", real_store)
        yield


def filters(spelt: str) -> str:
    return filters_html(view_of(parse_qs(spelt), "stages"))


def all_initiatives() -> set[str]:
    with (SETTINGS.data / "portfolio" / "initiatives.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code"] for row in csv.DictReader(lines)}


def test_a_picked_term_narrows_the_page(shown):
    norrby = picks(shown("stages"))["pick-district-norrby"]
    assert (norrby.label, norrby.picked, norrby.href) == ("Norrby", False, "skeden?district=norrby")
    page = shown("stages", params(norrby.href))
    assert page.selection == f"{norrby.gives} av 68 insatser i Norrby"
    assert picks(page)["pick-district-norrby"].picked


def test_lifting_a_pick_lifts_the_filter(shown):
    page = shown("stages", "district=norrby&stage=developing")
    lifted = "skeden?stage=developing"
    assert picks(page)["pick-district-norrby"].href == lifted
    assert f'id="lift-district" href="{lifted}"' in page.html["filters"]
    assert 'id="lift-target"' not in page.html["filters"]
    assert shown("stages", params(lifted)).selection == "26 av 68 insatser som utvecklas"


def test_inferred_labels_can_be_switched_off(shown):
    page = shown("target_areas", "target=housing")
    between = "mellan 1 och 3 beroende på härledda uppgifter"
    assert page.selection == f"3 av 68 insatser inom Boende och närmiljö, {between}"
    switch = picks(page)["pick-provenance"]
    assert (switch.label, switch.picked) == ("Räkna härledda uppgifter", True)
    assert switch.href == "malomraden?target=housing&provenance=stated"
    off = shown("target_areas", params(switch.href))
    stated = "1 av 68 insatser inom Boende och närmiljö bara med det som kommunen anger"
    assert off.selection == f"{stated}, {between}"
    assert picks(off)["pick-provenance"].href == "malomraden?target=housing"


def test_picks_follow_the_reader_to_the_next_page(shown):
    page = shown("overview", params(picks(shown("overview"))["pick-stage-developing"].href))
    assert 'href="omraden?stage=developing"' in page.html["header"]


def test_the_other_language_keeps_the_picks(shown):
    page = shown("stages", "district=norrby&lang=en")
    assert picks(page)["pick-district-norrby"].picked
    stage = picks(page)["pick-stage-developing"].href
    assert parse_qs(params(stage)) == {"district": ["norrby"], "stage": ["developing"], "lang": ["en"]}
    assert "District Norrby District, with numbers of initiatives" in page.text("filters")


@pytest.mark.parametrize(
    ("code", "own", "href"),
    [
        ("initiatives", "page=1&sort=title", "insatser?stage=developing"),
        ("districts", "sheet=norrby&sort=population", "omraden?stage=developing&sheet=norrby"),
    ],
    ids=["the place in a list goes", "what else is looked at stays"],
)
def test_a_pick_keeps_only_what_of_the_page_does_not_hang_on_the_selection(shown, code, own, href):
    assert picks(shown(code, own))["pick-stage-developing"].href == href


def test_beside_a_choice_stands_how_many_of_the_selected_initiatives_it_gives(shown):
    """By hand: those being developed that name the district, whatever district is picked."""
    found = picks(shown("stages", "stage=developing&district=norrby&district=hasselholmen"))
    developing, names = in_stage("developing"), aimed()
    for code, initiatives in names.items():
        assert found[f"pick-district-{code}"].gives == str(len(initiatives & developing)), code
    assert found["pick-district-any"].gives == str(len(set().union(*names.values()) & developing))
    nowhere = all_initiatives() - set().union(*names.values())
    assert found["pick-district-not-stated"].gives == str(len(nowhere & developing))


@pytest.mark.parametrize(
    "spelt", ["district=norrby", "target=any&stage=doing-now&provenance=stated", "q=språk"]
)
def test_every_choice_gives_what_is_selected_where_it_is_picked_alone(real, spelt):
    view = view_of(parse_qs(spelt))
    found = picks_in(filters_html(view))
    for dimension in DIMENSIONS:
        for code in pickable_codes(view.vocabularies, dimension.code):
            gives = found[f"pick-{dimension.param}-{code}"].gives
            expected = str(totals(view.store, view.narrowed(**{dimension.code: code})).initiatives)
            assert gives == expected or (gives, expected) == ("underlag saknas", "0"), code


def test_a_choice_that_gives_nothing_is_there_and_one_that_nobody_can_know_says_so(shown):
    found = picks(shown("stages", "district=norrby&target=housing"))
    assert found["pick-stage-networks"].gives == "0"
    assert found["pick-vision-omsorg"].gives == "underlag saknas"


@settings(max_examples=10)
@given(data=st.data())
def test_a_choice_that_is_made_and_unmade_leads_back(real, data):
    """Whatever is picked before: the addresses of a selection are all the same one."""
    start = data.draw(
        st.sampled_from(["", "district=norrby&district=sjobo", "status=not-stated&q=a", "lang=en"])
    )
    before = picks_in(filters(start))
    id_ = data.draw(st.sampled_from(sorted(before)))
    once = picks_in(filters(params(before[id_].href)))[id_]
    assert once.picked != before[id_].picked
    twice = picks_in(filters(params(once.href)))[id_]
    assert (twice.picked, twice.href) == (before[id_].picked, before[id_].href)


def test_what_is_picked_is_said_where_a_filter_is_folded(shown):
    html = shown("stages", "district=norrby&district=sjobo&place=any").html["filters"]
    said = dict(re.findall(r'<summary>([^<]+) <span class="vk-filter-picked">([^<]*)</span>', html))
    assert said["Område"] == "Norrby, Sjöbo"
    assert said["Målområde"] == "Alla"
    assert said["Fler filter"] == "Plats"


@pytest.mark.parametrize(
    ("spelt", "opened"),
    [
        ("", {"vision", "target", "stage", "status", "fact", "approach"}),
        ("place=any", {"vision", "target", "stage", "status", "fact", "approach", "place", "more"}),
    ],
    ids=["few choices stand open", "so does what is picked, among further filters too"],
)
def test_which_filters_stand_open(shown, spelt, opened):
    html = shown("stages", spelt).html["filters"]
    assert set(re.findall(r'id="filter-([a-z]+)" open', html)) == opened


def test_long_lists_have_a_field_to_find_in(shown):
    html = shown("stages").html["filters"]
    fields = re.findall(r'aria-label="([^"]+)" placeholder="[^"]+" data-narrows="picks-([a-z]+)"', html)
    assert fields == [("Hitta område", "district"), ("Hitta målgrupp", "group"), ("Hitta plats", "place")]
    assert all(f'id="picks-{param}"' in html for _, param in fields)


def test_the_search_has_the_words_of_the_link_and_leads_to_others(shown):
    html = unescape(shown("initiatives", "q=språk&district=norrby&page=1").html["filters"])
    assert SEARCH.format(words="språk") in html
    assert 'data-href="insatser?district=norrby" data-param="q"' in html


def test_until_scripts_run_the_search_is_a_form_with_the_rest_of_the_address(shown):
    html = shown("districts", "q=a&district=norrby&sheet=norrby&lang=en").html["filters"]
    form = re.search(r'<form [^>]*action="omraden">(.*?)</form>', html, re.DOTALL)
    assert form
    hidden = re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form[1])
    assert hidden == [("district", "norrby"), ("sheet", "norrby"), ("lang", "en")]


def test_the_list_has_a_search_of_its_own(shown):
    html = unescape(shown("initiatives", "q=språk").html["initiative-list"])
    assert SEARCH.format(words="språk").replace("search", "list-words") in html


def test_words_in_the_search_cannot_be_markup(shown):
    html = shown("initiatives", "q=%22%3E%3Cb%3Ehej").html["filters"]
    assert SEARCH.format(words="&#34;&gt;&lt;b&gt;hej") in html


def test_a_view_is_locked_to_a_snapshot_and_let_go_of_it(shown):
    label = "Lås vyn till läget"
    offered = options(shown("stages", "stage=developing").html["filters"], label)
    assert next(iter(offered.items())) == ("Olåst, följer med nya data", "skeden?stage=developing")
    says, href = list(offered.items())[-1]
    locked = shown("stages", params(href)).html["filters"]
    assert picked_option(locked, label) == says
    assert options(locked, label) == offered
