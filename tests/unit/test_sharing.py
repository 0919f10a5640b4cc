"""Addresses to hand on: whatever a view is, its link spells all of it, and opens the same."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.snapshots import MAY, NOVEMBER, build_two_snapshots

from dashboard.deck_files import find_deck
from dashboard.decks import Deck, DeckSlide, pack
from dashboard.dimensions import DIMENSIONS
from dashboard.filters import Filters, Unknown, pickable_codes
from dashboard.links import FOLLOWING, OWN, PATHS
from dashboard.panels.sharing import embed_href, frozen_deck, frozen_href, full_params, here_href, living_href
from dashboard.panels.snapshots import pinned
from dashboard.panels.view import SORTS, View, view_of
from dashboard.profile import equal_profile, rebalance, spell_profile
from dashboard.queries.balance import Counting, balanced_classes
from dashboard.queries.gaps import Weight
from dashboard.reports import report_of_deck
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.text import LANGUAGES


@pytest.fixture(scope="module", autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("two")
    build_two_snapshots(folder)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("data", "store", "captures"):
            patch.setitem(vars(SETTINGS), name, folder / name)
        yield folder / "data"


def opened(href: str, page: str) -> View:
    return view_of(parse_qs(href.partition("?")[2]), page)


def shown(view: View) -> tuple:
    """All that a view hangs on, besides the day on which it is looked at."""
    at = view.store.version, view.snapshot, view.text.language
    return at, view.filters, dict(view.links.following), view.own, view.param("open")


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, dict[str, list[str]]]:
    """A page, and parameters as a click can leave them: any may be missing, or spelt needlessly."""
    page = draw(st.sampled_from([page for page in PATHS if page != "deck"]))
    vocabularies = view_of({}).vocabularies
    params = {}
    for dimension in DIMENSIONS:
        codes = draw(st.sets(st.sampled_from(pickable_codes(vocabularies, dimension.code)), max_size=3))
        params[dimension.param] = sorted(codes)
    classes = balanced_classes(vocabularies, "vision_area")
    profiles = [spell_profile(rebalance(equal_profile(classes), classes[0], share)) for share in (0, 50, 73)]
    choices = {
        "q": ["bro", "å & ä=?#+"],
        "provenance": ["all", "stated"],
        "lang": LANGUAGES,
        "snap": [MAY, NOVEMBER],
        "count": list(Counting),
        "weight": list(Weight),
        "profile": profiles,
        "other": profiles,
        "sort": SORTS.get(page, []),
        "page": ["1"],
        "initiative": ["benches"],
        "sheet": vocabularies.parts("district"),
        "gap": ["district:norr"],
        "from": [MAY],
        "to": [NOVEMBER, "now"],
        "was": ["developing"],
        "is": ["doing-now", "absent"],
        "open": ["district-map-table", "a-table,b-rest"],
        "utm_source": ["mail"],
    }
    for name, values in choices.items():
        picked = draw(st.sampled_from([None, *values]))
        params[name] = [] if picked is None else [str(picked)]
    return page, {name: values for name, values in params.items() if values}


@settings(max_examples=50)
@given(asked())
def test_a_living_link_opens_the_same_view_of_the_data_as_they_are_now(case):
    page, params = case
    view = view_of(params | {"snap": []}, page)
    again = opened(living_href(view), page)
    assert shown(again) == shown(view)
    assert again.unknown == ()


@settings(max_examples=50)
@given(asked())
def test_a_link_to_the_view_itself_keeps_its_lock(case):
    page, params = case
    view = view_of(params, page)
    again = opened(here_href(view), page)
    assert shown(again)[:-1] == shown(view)[:-1]


@settings(max_examples=50)
@given(asked())
def test_what_a_link_spells_is_spelt_again(case):
    page, params = case
    view = view_of(params, page)
    assert full_params(opened(living_href(view), page)) == full_params(view)


@settings(max_examples=50)
@given(asked())
def test_every_default_is_spelt_so_that_none_can_change_what_a_link_shows(case):
    page, params = case
    view = view_of(params, page)
    read = {"lang", "provenance", *FOLLOWING, *OWN.get(page, ())}
    with_default = {name for name in read if view.defaults.get(name)}
    assert with_default <= full_params(view).keys()
    assert "utm_source" not in full_params(view)


@settings(max_examples=50)
@given(asked())
def test_a_frozen_link_holds_every_side_to_a_snapshot(case):
    page, params = case
    view = view_of(params, page)
    href = frozen_href(view)
    assert href
    again = opened(href, page)
    assert again.store.version == view.store.version
    assert (again.filters, again.unknown) == (view.filters, ())
    assert again.snapshot == pinned(view)
    assert "now" not in parse_qs(href.partition("?")[2]).get("to", [])


def test_spelt_in_full_a_link_is_still_read_by_people():
    assert living_href(view_of({"district": ["norr"], "open": ["x-table,y-rest"]}, "districts")) == (
        "omraden?district=norr&profile=mod:50,nara:50&count=full&weight=population&sort=label"
        "&open=x-table,y-rest&provenance=all&lang=sv"
    )


def test_the_comparison_of_a_frozen_link_is_frozen_on_both_sides():
    href = frozen_href(view_of({"to": ["now"]}, "changes"))
    assert href
    params = parse_qs(href.partition("?")[2])
    assert {name: params[name] for name in ("from", "to", "snap")} == {
        "from": [MAY],
        "to": [NOVEMBER],
        "snap": [NOVEMBER],
    }


def test_a_living_link_from_a_locked_view_lets_go_of_the_lock():
    locked = view_of({"snap": [MAY]}, "changes")
    living = opened(living_href(locked), "changes")
    assert (living.snapshot, living.param("to")) == ("", "")


def test_data_that_no_snapshot_holds_cannot_be_frozen(data: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path)
    changed = Path(copytree(data, tmp_path / "data"))
    initiatives = changed / "portfolio" / "initiatives.csv"
    initiatives.write_text(initiatives.read_text("utf-8").replace("Made up.", "Invented."), "utf-8")
    build_store(changed, tmp_path, captures=SETTINGS.captures)
    assert frozen_href(view_of({})) is None
    assert frozen_href(view_of({"snap": [MAY]})) is not None


STAGES = Deck("", (DeckSlide("skeden", "stages"),))


def deck_at(href: str) -> list[tuple]:
    """What the link to a deck shows: the numbers of each slide, and of when they are said to be."""
    view = opened(href, "deck")
    report = report_of_deck(find_deck(SETTINGS.data, view.param("deck")), view)
    return [(report.dated, slide.dated, slide.panel.table) for slide in report.slides]


def test_a_frozen_deck_shows_the_old_numbers_after_the_data_have_changed(
    data: Path, tmp_path: Path, monkeypatch
):
    changed = Path(copytree(data, tmp_path / "data"))
    for name in ("data", "store"):
        monkeypatch.setitem(vars(SETTINGS), name, tmp_path / name)
    build_store(changed, SETTINGS.store, captures=SETTINGS.captures)
    view = view_of({"deck": [pack(STAGES)]}, "deck")
    frozen, living = frozen_href(view), living_href(view)
    assert frozen
    then = deck_at(frozen)
    assert then[0][1] == "Uppgifter per 21 november 2031"
    listings = changed / "portfolio" / "listings.csv"
    kept = [line for line in listings.read_text("utf-8").splitlines(True) if "night-bus" not in line]
    listings.write_text("".join(kept), "utf-8")
    build_store(changed, SETTINGS.store, captures=SETTINGS.captures)
    assert deck_at(frozen) == then
    assert deck_at(living)[0][2] != then[0][2]


def test_every_slide_of_a_frozen_deck_spells_all_of_its_view_but_the_deck_spells_the_lock():
    deck = Deck("", (*STAGES.slides, DeckSlide("forandringar?lang=en", "changes", "Nyheter", "Säg detta.")))
    frozen = frozen_deck(deck, NOVEMBER)
    rest = "profile=mod:50,nara:50&count=full&weight=population&provenance=all"
    assert frozen.slides[0].view == f"skeden?{rest}&lang=sv"
    compared = frozen.slides[1]
    assert compared.params == parse_qs(f"from={MAY}&to={NOVEMBER}&{rest}&lang=en")
    assert (compared.panel, compared.title, compared.note) == ("changes", "Nyheter", "Säg detta.")
    again = frozen_deck(frozen, NOVEMBER)
    assert [slide.params for slide in again.slides] == [slide.params for slide in frozen.slides]


@pytest.mark.parametrize("view", ["skeden?stage=no-such", "no-such", f"skeden?snap={MAY}-2"])
def test_a_slide_that_leads_nowhere_is_frozen_as_it_is(view):
    deck = Deck("", (DeckSlide(view, "stages"),))
    assert frozen_deck(deck, NOVEMBER) == deck


def test_a_slide_with_a_lock_of_its_own_keeps_it_in_a_frozen_deck():
    own = Deck("", (DeckSlide(f"skeden?snap={MAY}", "stages"),))
    (slide,) = frozen_deck(own, NOVEMBER).slides
    assert slide.params["snap"] == [MAY]


def test_a_locked_deck_leaves_slides_that_are_locked_themselves(data: Path):
    own = Deck("", (DeckSlide(f"skeden?snap={MAY}", "stages"),))
    slides = [
        deck_at(f"bildspel?deck={pack(deck)}&snap={snap}") for deck, snap in ((own, NOVEMBER), (STAGES, MAY))
    ]
    assert slides[0][0][1:] == slides[1][0][1:]


def test_what_a_deck_hands_on_is_the_deck_without_the_readers_own_selection_and_settings():
    asked = {"deck": [pack(STAGES)], "stage": ["developing"], "weight": ["need"], "open": ["a-table"]}
    view = view_of(asked, "deck")
    assert living_href(view) == f"bildspel?deck={pack(STAGES)}&lang=sv"
    assert frozen_href(view) == f"bildspel?deck={pack(STAGES)}&snap={NOVEMBER}&lang=sv"


def test_a_slide_in_a_file_leads_to_its_panel_and_spells_all_of_it():
    view = view_of({"deck": [pack(STAGES)], "snap": [MAY]}, "deck")
    slide = report_of_deck(STAGES, view, "https://example.se/").slides[0]
    rest = "profile=mod:50,nara:50&count=full&weight=population"
    assert slide.living == f"https://example.se/skeden?{rest}&provenance=all&lang=sv#stages-title"
    assert slide.address == (
        f"https://example.se/skeden?{rest}&snap={MAY}&provenance=all&lang=sv#stages-title"
    )


def test_a_slide_that_shows_nothing_says_why_in_its_own_language():
    deck = Deck("", (DeckSlide("skeden?lang=en", "no-such"),))
    slide = report_of_deck(deck, view_of({}, "deck")).slides[0]
    assert slide.title.startswith("The page has no chart called no-such.")
    assert slide.dated.startswith("Data as of")


def test_a_frame_shows_one_panel_as_locked_as_the_view_is():
    params = parse_qs(embed_href(view_of({"snap": [MAY]}, "districts"), "district-map").partition("?")[2])
    assert (params["embed"], params["panel"], params["snap"]) == (["true"], ["district-map"], [MAY])


@pytest.mark.parametrize(
    ("page", "param", "value", "unknown"),
    [
        ("initiatives", "sort", "title", False),
        ("initiatives", "sort", "population", True),
        ("districts", "sort", "population", False),
        ("districts", "sort", "bogus", True),
        ("stages", "sort", "bogus", False),
        ("initiatives", "page", "1", False),
        ("initiatives", "page", "2", True),
        ("initiatives", "page", "0", True),
        ("initiatives", "page", "1.5", True),
        ("initiatives", "provenance", "all", False),
        ("initiatives", "weight", "", False),
    ],
)
def test_a_sort_or_page_that_the_list_does_not_have_is_told_and_dropped(page, param, value, unknown):
    view = view_of({param: [value]}, page)
    assert view.unknown == ((Unknown(param, value),) if unknown else ())
    assert (param in view.own) == (value in ("title", "population") and not unknown)


def test_of_what_stands_open_a_link_takes_ids_and_not_too_many():
    spelt = ["map-table,map-table,<b>,UPPER", ",".join(f"t-{number}" for number in range(99))]
    ids = view_of({"open": spelt}).param("open").split(",")
    assert ids[:2] == ["map-table", "t-0"]
    assert len(ids) == 30


def test_shares_in_another_order_are_the_same_profile():
    assert view_of({"profile": ["nara:50,mod:50"]}).links.following == {}
    assert view_of({"profile": ["nara:70,mod:30"]}).links.following == {"profile": "mod:30,nara:70"}


def test_the_default_of_every_setting_is_none():
    spelt = {"provenance": ["all"], "count": ["full"], "weight": ["population"], "lang": ["sv"]}
    view = view_of(spelt)
    assert (view.filters, view.links.following) == (Filters(), {})
