"""«Dela»: what may be handed on, and what helps where there is nothing to freeze to."""

import re
from html import unescape
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs, unquote, urlparse

import pytest

from dashboard.decks import Deck, DeckSlide, pack, write_deck
from dashboard.links import PATHS
from dashboard.panels.view import view_of
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.store.connection import snapshot_codes
from dashboard.ui.share import FAILED, freeze
from tests.app.conftest import Visit, visit_page
from tests.snapshots import MAY, NOVEMBER, build_two_snapshots


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    build_two_snapshots(folder)
    return folder


@pytest.fixture
def visit(use_folders, made: Path):
    use_folders(data=made / "data", store=made / "store", captures=made / "captures")
    return visit_page


@pytest.fixture
def edited(use_folders, made: Path, tmp_path: Path) -> Path:
    """A folder of data that has been changed by hand and built since the latest snapshot."""
    copytree(made, tmp_path, dirs_exist_ok=True)
    use_folders(data=tmp_path / "data", store=tmp_path / "store", captures=tmp_path / "captures")
    edit(tmp_path)
    build_store(tmp_path / "data", tmp_path / "store", captures=tmp_path / "captures")
    return tmp_path


def edit(folder: Path) -> None:
    initiatives = folder / "data" / "portfolio" / "initiatives.csv"
    initiatives.write_text(initiatives.read_text("utf-8").replace("Made up.", "Invented.", 1), "utf-8")


def head(page: Visit) -> str:
    return next(html for key, html in page.html.items() if key.startswith("head-"))


def part(page: Visit) -> str:
    """«Dela» alone."""
    return head(page).partition('class="vk-share"')[2].partition('class="vk-take"')[0]


def press_freeze(page: Visit) -> None:
    """What the button does: `AppTest` cannot press one within a component."""
    page.app.session_state[FAILED] = freeze(view_of(page.link, "stages"))
    page.run()


def address(page: Visit, kind: str) -> str:
    found = re.search(rf'id="vk-share-{kind}"[^>]*value="([^"]*)"', head(page))
    assert found, f"no {kind} link"
    return unescape(found[1])


@pytest.mark.parametrize("code", PATHS)
def test_every_page_offers_both_links(visit, code):
    page = visit(code, "target=work&lang=en")
    for kind, snapshot in (("living", None), ("frozen", [NOVEMBER])):
        path, _, query = address(page, kind).partition("?")
        params = parse_qs(query)
        assert path == (PATHS[code] or "./")
        assert (params["lang"], params.get("snap")) == (["en"], snapshot)
        if code != "deck":  # its slides have selections of their own
            assert (params["target"], params["provenance"]) == (["work"], ["all"])


@pytest.mark.parametrize(
    ("here", "served", "whole"),
    [
        ("https://example.se/insatser", "", "https://example.se/insatser?"),
        ("https://example.se/vision/insatser", "", "https://example.se/vision/insatser?"),
        ("http://10.0.0.1:8501/insatser", "https://example.se/vision", "https://example.se/vision/insatser?"),
    ],
)
def test_addresses_begin_where_readers_reach_the_dashboard(visit, monkeypatch, here, served, whole):
    monkeypatch.setitem(vars(SETTINGS), "address", served)
    page = visit("initiatives")
    page.app.context = {"url": here}
    page.run()
    assert address(page, "living").startswith(whole)


def test_codes_are_drawn_once_somebody_has_opened_the_part(visit):
    page = visit("stages")
    page.app.context = {"url": "https://example.se/skeden"}
    page.run()
    assert 'data-asks="share"' in head(page)
    assert "<svg" not in part(page)
    page.app.session_state["share"] = True
    page.run()
    assert part(page).count("<title>QR-kod: ") == 2
    assert "bara på den här datorn" not in part(page)


@pytest.mark.parametrize(
    "here", ["http://127.0.0.1:8501/skeden", "http://localhost/skeden", "http://[::1]/skeden"]
)
def test_an_address_of_this_computer_says_that_it_is_no_use_to_others(visit, here):
    page = visit("stages")
    page.app.context = {"url": here}
    page.app.session_state["share"] = True
    page.run()
    assert "Adressen fungerar bara på den här datorn." in part(page)
    assert "<svg" not in head(page)


def test_on_paper_a_code_stands_for_the_parameters(visit):
    page = visit("stages", "target=work")
    page.app.context = {"url": "https://example.se/skeden"}
    page.run()
    printed = head(page).partition("vk-printed")[2]
    assert "· https://example.se/skeden</p><svg" in printed


def test_a_mail_says_what_is_selected_and_of_when(visit):
    page = visit("stages", "target=work")
    mail = re.search(r'href="(mailto:[^"]*)"', head(page))
    assert mail
    said = parse_qs(urlparse(unescape(mail[1])).query)
    assert said["subject"] == [f"Skeden: {page.selection}"]
    assert "Uppgifter per 21 november 2031" in said["body"][0]
    assert "skeden?target=work" in unquote(said["body"][0])


@pytest.mark.parametrize(("words", "says"), [(50, "selection"), (100, "address"), (200, "nothing")])
def test_a_mail_that_programs_would_not_take_says_less_or_is_not_offered(visit, words, says):
    """Å is six letters of an address, and ten where that stands within another."""
    page = visit("stages", f"q={'å' * words}")
    shared = part(page)
    mail = re.search(r'href="(mailto:[^"]*)"', shared)
    assert bool(mail) == (says != "nothing")
    assert ("Adressen är för lång för att börja ett brev med." in shared) == (says == "nothing")
    if mail:
        said = parse_qs(urlparse(unescape(mail[1])).query)
        assert len(unescape(mail[1])) <= 2000
        assert (page.selection in said["body"][0]) == (says == "selection")


@pytest.mark.parametrize("words", [5, 200])
def test_an_address_that_no_camera_reads_has_no_code_but_the_reason(visit, words):
    page = visit("stages", f"q={'å' * words}")
    page.app.context = {"url": "https://example.se/skeden"}
    page.app.session_state["share"] = True
    page.run()
    assert ("<svg" in part(page)) == (words == 5)
    assert ("Adressen är för lång för en QR-kod" in part(page)) == (words == 200)


def links(page: Visit) -> list[str]:
    return re.findall(r'id="vk-share-(\w+)" aria', part(page))


def test_first_comes_the_link_that_opens_what_the_page_shows_now(visit):
    """It is what «Kopiera länken» beside the menu copies."""
    assert links(visit("stages")) == ["living", "frozen"]
    assert links(visit("stages", f"snap={MAY}")) == ["frozen", "living"]


SLIDES = {
    "Före": Deck("Före", (DeckSlide("skeden", "stages"),)),
    "Efter": Deck("Efter", (DeckSlide("omraden", "district-list"),)),
}


def test_a_frozen_link_to_a_deck_shows_its_slides_after_the_file_has_changed(
    visit, use_folders, made, tmp_path
):
    data = Path(copytree(made / "data", tmp_path / "data"))
    use_folders(data=data, store=made / "store", captures=made / "captures")
    file = data / "decks" / "namnden.toml"
    file.parent.mkdir(exist_ok=True)
    shown = {}
    for title, deck in SLIDES.items():
        file.write_text(write_deck(deck), "utf-8")
        if not shown:
            page = visit_page("deck", "deck=namnden")
            shown = {kind: address(page, kind).partition("?")[2] for kind in ("living", "frozen")}
        living, frozen = (visit_page("deck", params) for params in shown.values())
        assert f">{title}</h2>" in living.html["deck"]
        assert ">Före</h2>" in frozen.html["deck"]
        assert "skeden?" in frozen.html["deck"]


def test_the_code_for_another_page_frames_the_page_or_a_panel_of_it(visit):
    html = head(visit("districts", "target=work"))
    frames = [unescape(each) for each in re.findall(r'<option value="([^"]*)"', html)]
    titles = [re.findall(r'title="([^"]*)"', frame) for frame in frames]
    assert titles[0] == ["Områden | Visionskollen"]
    assert len(frames) == 5
    sources = [unescape(re.findall(r'src="([^"]*)"', frame)[0]) for frame in frames]
    assert all("target=work" in source and source.endswith("embed=true") for source in sources)
    assert "panel=district-map&embed=true" in sources[1]


def test_where_no_snapshot_holds_the_data_the_part_says_what_helps(edited):
    page = visit_page("stages")
    assert 'id="vk-share-frozen"' not in head(page)
    assert "dashboard snapshot\ndashboard build" in head(page)
    assert "vk-freeze" not in head(page)
    assert 'id="vk-share-frozen"' in head(visit_page("stages", f"snap={MAY}"))


def test_where_readers_may_write_a_snapshot_is_a_click_away(edited, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "editable", True)
    page = visit_page("stages")
    assert "vk-freeze" in head(page)
    assert "dashboard snapshot" not in head(page)
    press_freeze(page)
    (taken,) = set(snapshot_codes(edited / "store")) - {MAY, NOVEMBER}
    assert f"snap={taken}" in address(page, "frozen")


def test_no_snapshot_is_taken_of_data_that_the_reader_has_not_seen(edited, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "editable", True)
    page = visit_page("stages")
    edit(edited)
    press_freeze(page)
    assert "Läget är inte sparat" in head(page)
    assert snapshot_codes(edited / "store") == [MAY, NOVEMBER]


DECK = f"deck={pack(SLIDES['Före'])}"
EVERYWHERE = [(code, "") for code in PATHS] + [
    ("districts", "sheet=norr"),
    ("initiatives", "initiative=benches"),
    ("gaps", "gap=district:norr"),
    ("deck", DECK),
]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("code", "params"), EVERYWHERE)
def test_every_page_of_a_frozen_link_says_what_has_changed_since_and_leads_to_that_and_to_today(
    visit, code, params, language
):
    page = visit(code, f"{params}&snap={MAY}&provenance=all&lang={language}".lstrip("&"))
    said = page.text("lock")
    locked, since = {
        "sv": ("Vyn är låst till läget den 1 maj 2031.", "Sedan dess"),
        "en": ("The view is locked to 1 May 2031.", "Since then"),
    }[language]
    assert said.startswith(f"{locked} {since}")
    ways = {
        name: unescape(href) for name, href in re.findall(r'id="([^"]*)" href="([^"]*)"', page.html["lock"])
    }
    compared, living = (parse_qs(ways[name].partition("?")[2]) for name in ("vk-see-changes", "vk-unlock"))
    assert ways["vk-see-changes"].startswith("forandringar?")
    assert compared["from"] == [MAY]
    assert "snap" not in compared | living
    assert parse_qs(params).items() <= living.items()


@pytest.mark.parametrize(
    ("code", "params", "since"),
    [
        ("initiatives", "initiative=benches", "Sedan dess: insatsen bytte namn."),
        ("initiatives", "initiative=neighbours", "Sedan dess: insatsen är som förut."),
        ("initiatives", "initiative=language-cafe", "Sedan dess: insatsen försvann."),
        ("districts", "sheet=norr", "Sedan dess, Norr: 1 insats förlorade en post, 1 fick ny text;"),
        ("gaps", "gap=district:norr", "Sedan dess, Norr: 1 insats förlorade en post, 1 fick ny text;"),
        ("deck", f"{DECK}&q=inget", "Sedan dess: 1 insats tillkom,"),
    ],
)
def test_what_has_changed_is_said_of_what_the_page_is_about(visit, code, params, since):
    assert since in visit(code, f"{params}&snap={MAY}").text("lock")


def test_where_a_frozen_links_snapshot_is_gone_the_page_says_so_and_leads_to_those_there_are(visit):
    gone = visit("initiatives", "snap=2030-01-01&sort=title")
    assert "Läget 2030-01-01 finns inte här." in gone.text("missing-snapshot")
    assert f"insatser?sort=title&amp;snap={MAY}" in gone.html["missing-snapshot"]


def test_the_sheet_of_a_code_that_is_an_alias_by_now_is_that_of_what_it_stands_for(visit):
    page = visit("districts", "sheet=kvarteret norr")
    assert "unknown" not in page.html
    assert "Norr" in page.text("district-sheet")
    assert "sheet=norr&" in address(page, "living")


@pytest.mark.parametrize(
    ("code", "spelt", "now"),
    [
        ("gaps", "gap=district:kvarteret norr,stage:networks", "gap=district:norr,stage:networks&"),
        ("overview", "profile=möjligheter och mod att växa:70,nara:30", "profile=mod:70,nara:30&"),
        ("overview", "other=möjligheter och mod att växa:70,nara:30", "other=mod:70,nara:30&"),
    ],
)
def test_a_gap_and_a_profile_of_what_is_an_alias_by_now_are_those_of_what_it_stands_for(
    visit, code, spelt, now
):
    page = visit(code, spelt)
    assert "unknown" not in page.html
    assert "finns inte" not in page.html.get("gap-notes", "")
    assert now in address(page, "living")


def test_a_link_that_spells_everything_stays_as_it_is(visit):
    spelt = parse_qs(address(visit("initiatives", "target=work"), "living").partition("?")[2])
    page = visit("initiatives", "&".join(f"{name}={value[0]}" for name, value in spelt.items()))
    assert page.link == spelt
    assert "unknown" not in page.html


def embedded(code: str = "overview", params: str = "") -> Visit:
    page = visit_page(code, params)
    page.app.context = {"is_embedded": True}
    page.run()
    return page


def test_in_a_frame_there_is_only_the_page(visit):
    page = embedded("stages", "target=work")
    assert "header" not in page.html
    assert "vk-share" not in head(page)
    assert not page.app.sidebar.children
    assert page.text("head-stages") == f"Skeden {page.selection} Uppgifter per 21 november 2031"
    assert "stages" in page.html
    assert "Uppgifter per 21 november 2031" in page.text("footer")
    assert 'href="skeden?target=work" target="_blank" rel="noopener">' in page.html["footer"]


def test_in_a_frame_there_may_be_one_panel(visit):
    page = embedded("stages", "panel=stages-by-target-area")
    assert page.keys == ["head-stages", "stages-by-target-area", "footer"]


def test_a_panel_that_the_page_does_not_have_is_told_and_the_page_shown(visit):
    page = embedded("stages", "panel=no-such")
    assert "panel = no-such" in page.text("unknown")
    assert "stages-by-target-area" in page.html
