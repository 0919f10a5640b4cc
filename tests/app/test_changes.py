"""Two snapshots of a made-up municipality: what Förändringar tells, and views that are locked to one."""

import re
from base64 import b64decode
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from dashboard.links import PATHS
from dashboard.store.build import build_store
from tests.app.conftest import visit_page
from tests.snapshots import MAY, NOVEMBER, build_two_snapshots

SENTENCE = (
    "Sedan den 1 maj 2031: 1 insats tillkom, 1 försvann, 1 bytte skede, 1 bytte visionsområde, "
    "1 miste en post, 1 bytte namn, 1 fick ny text, 1 miste en länk, 1 fick ny länk, 1 bedömdes om; "
    "1 är som förut."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Holds data, captures and store of the two snapshots."""
    folder = tmp_path_factory.mktemp("snapshots")
    build_two_snapshots(folder)
    return folder


@pytest.fixture
def visit(folder, use_folders, monkeypatch):
    """Begins a session, on the first of December."""
    use_folders(**{name: folder / name for name in ("data", "captures", "store")})
    monkeypatch.setattr("dashboard.ui.view.today", lambda: date(2031, 12, 1))
    return visit_page


def pick(page, label, option):
    widget = next(each for each in page.app.selectbox if each.label == label)
    widget.set_value(option)
    page.run()


def hrefs(html):
    return re.findall(r'href="([^"]+)"', html.replace("&amp;", "&"))


def csv_of(html):
    """The rows of a chart's download."""
    coded = re.search(r"data:text/csv;base64,([^\"]+)", html)
    assert coded
    return [line.split(";") for line in b64decode(coded[1]).decode("utf-8-sig").splitlines()]


def section(page, kind):
    """What the list of one kind of change says."""
    html = page.html["changes"]
    found = re.search(rf'<section class="vk-change" id="changed-{kind}".*?</section>', html, re.DOTALL)
    assert found, kind
    return found[0]


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_page_opens_with_one_sentence_about_the_latest_import(visit):
    page = visit("changes")
    assert SENTENCE in page.text("changes-summary")
    assert 'href="#changed-gone"' in page.html["changes-summary"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("new", "Nattbussen Möjlighet och mod att växa, Det här gör vi nu"),
        ("gone", "Språkcafé över kaffe Möjlighet och mod att växa, Det här gör vi nu"),
        ("stage", "Flytande scen Från ”Det här utvecklar vi” till ”Det här gör vi nu”"),
        (
            "vision_area",
            "Centrum för nya företagare Från ”Möjlighet och mod att växa” till ”Nära till varandra",
        ),
        ("unlisted", "Verktygspoolen Nära till varandra i Exempelby, Det här gör vi nu"),
        ("title", "Från ”Bänkar med armstöd” till ”Bänkar med armstöd och skugga”"),
        ("link_gone", "Odla på taket ”Om takodlingen”"),
        ("link", "Läxhjälp på Bryggans skola Från ”Boka läxhjälp” till ”Tider för läxhjälp”"),
        ("assessment", "Snickarkväll Tillagt: Målområde: Vägen till ett arbete"),
    ],
)
def test_each_change_is_told_with_the_words_for_it(visit, kind, said):
    assert said in words(section(visit("changes"), kind))


def test_a_rewording_is_marked_word_by_word_for_eyes_and_ears(visit):
    text = section(visit("changes"), "text")
    assert '<del><span class="vk-hidden">Borttaget: </span>kvarteret</del>' in text
    assert '<ins><span class="vk-hidden">Tillagt: </span>kvarteren</ins>' in text
    assert 'lang="sv"' in text


def test_where_the_wording_is_not_kept_that_is_said(visit, folder, tmp_path, use_folders):
    build_store(folder / "data", tmp_path / "store")
    use_folders(store=tmp_path / "store")
    text = section(visit("changes"), "text")
    assert "Ordalydelsen är inte sparad på den här datorn." in text
    assert "<del>" not in text


def test_the_pages_behind_are_told_with_their_days_and_what_the_vision_now_says(visit):
    html = visit("changes").html["captured-pages"]
    rows = {row[0]: row[1:] for row in csv_of(html)[1:]}
    nara = ["1 maj 2031", "20 november 2031", "Ej angivet", "Vad visionen säger är omskrivet"]
    assert rows["Visionsområdet: Nära till varandra i Exempelby"] == nara
    assert rows["Visionsområdet: Möjligheter och mod att växa"][-1] == "Samma hämtning"
    assert "1 av kommunens sidor har hämtats på nytt" in html
    assert re.search(r"<del>.*?bänk</del><ins>.*?bok</ins>", html)


def test_what_is_gone_leads_to_where_it_last_stood_and_the_rest_to_where_it_is(visit):
    page = visit("changes", "lang=en")
    assert hrefs(section(page, "gone")) == [f"insatser?initiative=language-cafe&snap={MAY}&lang=en"]
    assert hrefs(section(page, "new")) == ["insatser?initiative=night-bus&lang=en"]


def test_the_initiative_that_is_gone_can_still_be_read(visit):
    card = visit("initiatives", f"initiative=language-cafe&snap={MAY}")
    assert "Språkcafé över kaffe" in card.text("initiative-card")


def test_the_download_has_a_row_for_every_change_with_both_wordings(visit):
    head, *rows = csv_of(visit("changes").html["changes"])
    assert head == ["Ändring", "Kod", "Insats", "Före", "Efter"]
    assert len(rows) == 10
    assert rows[6][:2] == ["Fick ny text", "tool-pool"]
    assert rows[6][3].startswith("Grannar lånar verktyg av")
    assert rows[6][4].startswith("Grannar lånar verktyg och stegar av")


def test_the_matrix_counts_listings_by_stage_before_and_after(visit):
    page = visit("changes")
    assert csv_of(page.html["stage-transitions"])[1:] == [
        ["Det här gör vi nu", "5", "0", "0", "2", "7"],
        ["Det här utvecklar vi", "1", "1", "0", "0", "2"],
        ["Nätverk och partnerskap där vi arbetar tillsammans med andra", "0", "0", "2", "0", "2"],
        ["Fanns inte", "1", "0", "0", "0", "1"],
    ]
    assert "1 post bytte skede, 1 tillkom och 2 försvann; 8 står kvar i sitt skede." in page.text(
        "stage-transitions"
    )


@pytest.mark.parametrize(
    ("params", "listed"),
    [
        ("was=developing&is=doing-now", ["floating-stage"]),
        ("was=doing-now&is=absent", ["language-cafe", "tool-pool"]),
        ("was=absent", ["night-bus"]),
        ("is=networks", ["neighbours"]),
        ("was=nonsense", []),
    ],
)
def test_a_number_of_the_matrix_leads_to_its_listings(visit, params, listed):
    matrix = visit("changes", params).html["stage-transitions"]
    assert re.findall(r"initiative=([a-z-]+)", matrix) == listed
    if listed:
        assert f"forandringar?{params}" in hrefs(matrix)


def test_filters_leave_what_is_selected_before_or_after(visit):
    page = visit("changes", "stage=developing")
    assert page.text("changes-summary").startswith(
        "Sedan den 1 maj 2031: 1 insats bytte skede, 1 miste en länk; ingen"
    )


def test_a_filter_that_leaves_nothing_leaves_no_change(visit):
    page = visit("changes", "q=finns+inte")
    assert "Sedan den 1 maj 2031: ingenting har ändrats." in page.text("changes-summary")


def test_the_snapshots_are_picked_and_stand_in_the_link(visit):
    page = visit("changes")
    pick(page, "med läget", NOVEMBER)
    assert page.link == {"to": [NOVEMBER]}
    assert page.text("changes-summary").startswith("Från 1 maj 2031 till 21 november 2031: 1 insats tillkom")
    pick(page, "Jämför läget", NOVEMBER)
    assert page.link == {"from": [NOVEMBER], "to": [NOVEMBER]}
    assert "ingenting har ändrats" in page.text("changes-summary")


def test_picked_snapshots_stay_while_filters_change(visit):
    page = visit("changes", f"from={NOVEMBER}")
    stages = next(each for each in page.app.sidebar.multiselect if each.label == "Skede")
    stages.select("developing")
    page.run()
    assert page.link == {"stage": ["developing"], "from": [NOVEMBER]}


def test_a_snapshot_that_nobody_has_taken_is_dropped_and_said(visit):
    page = visit("overview", "snap=2020-01-01&from=..%2Fcurrent&to=x")
    said = page.text("unknown")
    assert all(value in said for value in ("snap = 2020-01-01", "from = ../current", "to = x"))
    assert page.link == {}
    assert "lock" not in page.html


@pytest.mark.parametrize("code", PATHS)
def test_a_locked_view_says_so_and_every_link_in_it_stays_there(visit, code):
    page = visit(code, f"snap={MAY}&stage=doing-now")
    assert page.text("lock").startswith(
        "Vyn är låst till läget den 1 maj 2031. Sedan dess: 1 insats tillkom, "
    )
    ways_out = [f"forandringar?stage=doing-now&from={MAY}", f"{PATHS[code] or './'}?stage=doing-now"]
    assert hrefs(page.html["lock"]) == ways_out
    rest = "".join(html for key, html in page.html.items() if key not in ("lock", "changes"))
    inside = [href for href in hrefs(rest) if not href.startswith(("#", "http", "data:"))]
    assert inside
    assert [href for href in inside if f"snap={MAY}" not in href] == []


def test_a_locked_view_shows_the_numbers_of_its_day(visit):
    assert (
        visit("overview", f"snap={MAY}")
        .text("headline")
        .startswith("9 insatser: 6 som görs nu, 2 som utvecklas")
    )
    assert visit("overview").text("headline").startswith("9 insatser: 7 som görs nu, 1 som utvecklas")


def test_the_view_is_locked_and_let_go_at_the_side(visit):
    page = visit("stages", "stage=doing-now")
    pick(page, "Lås vyn till läget", MAY)
    assert page.link == {"stage": ["doing-now"], "snap": [MAY]}
    assert "lock" in page.html
    pick(page, "Lås vyn till läget", "")
    assert page.link == {"stage": ["doing-now"]}
    assert "lock" not in page.html


def test_a_view_locked_to_what_is_still_so_says_that(visit):
    assert "Sedan dess: ingenting har ändrats." in visit("overview", f"snap={NOVEMBER}").text("lock")


@pytest.mark.parametrize(
    ("params", "said", "reasons"),
    [
        ("", "1 insats kan vara inaktuell den 1 december 2031", ("klart i juni 2031", "Om takodlingen")),
        (
            f"to={NOVEMBER}",
            "1 insats kan vara inaktuell den 21 november 2031",
            ("klart i juni 2031", "Om takodlingen"),
        ),
        (f"from={NOVEMBER}", "1 insats kan vara inaktuell den 1 december 2031", ("klart i juni 2031",)),
        (f"to={MAY}", "Den 1 maj 2031 finns inga tecken", ()),
    ],
)
def test_what_may_be_out_of_date_is_told_on_the_day_that_the_view_is_about(visit, params, said, reasons):
    page = visit("changes", params)
    assert said in page.text("possibly-outdated")
    for reason in ("klart i juni 2031", "Om takodlingen"):
        assert (reason in page.text("possibly-outdated")) == (reason in reasons)


def test_the_card_and_the_list_mark_what_may_be_out_of_date(visit):
    assert visit("initiatives").html["initiative-list"].count("vk-outdated") == 1
    card = visit("initiatives", "initiative=roof-garden").text("initiative-card")
    assert "Möjligen inaktuell Texten talar om ”klart i juni 2031”, en tid som gick ut 30 juni 2031." in card
    assert "Utlovad tid klart i juni 2031 (till och med 30 juni 2031)" in card
    locked = visit("initiatives", f"initiative=roof-garden&snap={MAY}").text("initiative-card")
    assert "Möjligen inaktuell" not in locked


def test_a_snapshot_that_cannot_be_read_takes_only_its_own_views_with_it(
    visit, folder, tmp_path, use_folders
):
    store = Path(copytree(folder / "store", tmp_path / "store"))
    (store / f"snapshot-{MAY}").write_text("trasig", "utf-8")
    use_folders(store=store)
    assert visit("initiatives", "initiative=roof-garden").text("initiative-card")
    locked = visit("overview", f"snap={MAY}")
    assert [each.value for each in locked.app.code] == ["dashboard build"]


def test_an_initiative_that_nobody_has_summed_up_says_so(visit):
    assert "Ingen har skrivit en sammanfattning än." in visit("initiatives").text("initiative-list")
    assert "Ingen har skrivit en sammanfattning än." in visit("initiatives", "initiative=night-bus").text(
        "initiative-card"
    )


def test_what_waits_for_review_is_told_with_the_reason(visit):
    about = visit("about")
    assert "1 uppgift behöver ses över av en människa." in about.text("review")
    assert "Nattbussen Reglerna räcker inte för att avgöra Område: Hela kommunen hela natten" in about.text(
        "review"
    )
    assert "Insats utan sammanfattning 1" in about.text("problems")


def test_where_nothing_waits_for_review_that_is_said(visit):
    assert "Inget väntar på granskning." in visit("about", f"snap={MAY}").text("review")


def test_before_the_second_snapshot_the_page_says_what_will_be_seen_and_how(shown):
    page = shown("changes")
    assert "Det finns inget tidigare läge att jämföra med än." in page.text("first-snapshot")
    assert "dashboard import" in page.text("first-snapshot")
    assert [box.label for box in page.app.selectbox] == ["Lås vyn till läget"]
