"""«Dela»: what may be handed on, and what helps where there is nothing to freeze to."""

import re
from html import unescape
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs, unquote, urlparse

import pytest

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


def test_a_frozen_link_says_what_has_changed_since_and_one_whose_snapshot_is_gone_says_so(visit):
    locked = visit("stages", f"snap={MAY}&provenance=all&lang=sv")
    assert "Vyn är låst till läget den 1 maj 2031." in locked.text("lock")
    assert "Sedan dess" in locked.text("lock")
    gone = visit("initiatives", "snap=2030-01-01&sort=title")
    assert "Läget 2030-01-01 finns inte här." in gone.text("missing-snapshot")
    assert f"insatser?sort=title&amp;snap={MAY}" in gone.html["missing-snapshot"]


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
