"""Two snapshots of a made-up municipality: what Förändringar tells, and views that are locked to one."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from shutil import copytree, ignore_patterns
from urllib.parse import unquote

import pytest

from dashboard.gaps import Gap
from dashboard.links import PATHS, UNSELECTED
from dashboard.store.build import build_store
from dashboard.store.gap_register import record_decision
from dashboard.store.snapshots import take_snapshot, writing
from tests.app.conftest import csv_rows, visit_page
from tests.app.controls import options, params, picked_option, picks
from tests.snapshots import MAY, NOVEMBER, build_two_snapshots

AGAIN = f"{NOVEMBER}-2"
REVIEW = "initiative,reason,dimension,term,rule,quote,source\n"
SENTENCE = (
    "Sedan den 1 maj 2031: 1 insats tillkom, 1 försvann, 1 bytte skede, 1 bytte visionsområde, "
    "1 förlorade en post, 1 bytte namn, 1 fick ny text, 1 förlorade en länk, 1 fick ny länk, 1 bedömdes om; "
    "1 är som förut."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Holds data, captures and store of the two snapshots."""
    folder = tmp_path_factory.mktemp("snapshots")
    build_two_snapshots(folder)
    return folder


@pytest.fixture(scope="module")
def later(folder, tmp_path_factory) -> Path:
    """The same after one more snapshot on the day of the last, in which nothing waits for review."""
    later = Path(copytree(folder, tmp_path_factory.mktemp("later"), dirs_exist_ok=True))
    with writing(later / "data"):
        take_snapshot(later / "data", date.fromisoformat(NOVEMBER), {"portfolio/review.csv": REVIEW.encode()})
    build_store(later / "data", later / "store", captures=later / "captures")
    return later


@pytest.fixture
def visit_later(visit, later, use_folders):
    use_folders(**{name: later / name for name in ("data", "captures", "store")})
    return visit


@pytest.fixture
def visit(folder, use_folders, monkeypatch):
    """Begins a session, on the first of December."""
    use_folders(**{name: folder / name for name in ("data", "captures", "store")})
    monkeypatch.setattr("dashboard.panels.view.today", lambda: date(2031, 12, 1))
    return visit_page


def hrefs(html):
    return re.findall(r'href="([^"]+)"', html.replace("&amp;", "&"))


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
    assert '<del><span class="vk-hidden">Borttaget: </span>kvarteret Norr</del>' in text
    assert '<ins><span class="vk-hidden">Tillagt: </span>kvarteren Norr och Söder</ins>' in text
    assert 'lang="sv"' in text


def test_where_the_wording_is_not_kept_that_is_said(visit, folder, tmp_path, use_folders):
    build_store(folder / "data", tmp_path / "store")
    use_folders(store=tmp_path / "store")
    text = section(visit("changes"), "text")
    assert "Ordalydelsen är inte sparad på den här datorn." in text
    assert "<del>" not in text


def test_the_pages_behind_are_told_with_their_days_and_what_the_vision_now_says(visit):
    html = visit("changes").html["captured-pages"]
    rows = {row[0]: row[1:] for row in csv_rows(html)[1:]}
    nara = ["2031-05-01", "2031-11-20", "Ej angivet", "Vad visionen säger är omskrivet"]
    assert rows["Visionsområdet: Nära till varandra i Exempelby"] == nara
    assert rows["Visionsområdet: Möjligheter och mod att växa"][-1] == "Samma hämtning"
    assert "<td>20 november 2031</td>" in html
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
    head, *rows = csv_rows(visit("changes").html["changes"])
    assert head == ["Ändring", "Kod", "Insats", "Före", "Efter"]
    assert len(rows) == 10
    assert rows[6][:2] == ["Fick ny text", "tool-pool"]
    assert rows[6][3].startswith("Grannar lånar verktyg av")
    assert rows[6][4].startswith("Grannar lånar verktyg och stegar av")


def test_the_matrix_counts_listings_by_stage_before_and_after(visit):
    page = visit("changes")
    assert csv_rows(page.html["stage-transitions"])[1:] == [
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
        "Sedan den 1 maj 2031: 1 insats bytte skede, 1 förlorade en länk; ingen"
    )


def test_a_filter_that_leaves_nothing_leaves_no_change(visit):
    page = visit("changes", "q=finns+inte")
    assert "Sedan den 1 maj 2031: inga insatser har ändrats." in page.text("changes-summary")


def test_the_snapshots_are_picked_and_stand_in_the_link(visit):
    november = f"21 november 2031 · {NOVEMBER}"
    later = params(options(visit("changes").html["compared"], "med läget")[november])
    assert later == f"to={NOVEMBER}"
    page = visit("changes", later)
    assert page.text("changes-summary").startswith("Från 1 maj 2031 till 21 november 2031: 1 insats tillkom")
    both = params(options(page.html["compared"], "Jämför läget")[november])
    assert both == f"from={NOVEMBER}&to={NOVEMBER}"
    page = visit("changes", both)
    assert "inga insatser har ändrats" in page.text("changes-summary")
    assert params(options(page.html["compared"], "med läget")["nu"]) == f"from={NOVEMBER}"


def test_picked_snapshots_stay_while_filters_change(visit):
    developing = picks(visit("changes", f"from={NOVEMBER}"))["pick-stage-developing"].href
    assert developing == f"forandringar?stage=developing&from={NOVEMBER}"


def test_a_snapshot_that_nobody_has_taken_is_dropped_and_said(visit):
    page = visit("overview", "snap=2020-01-01&from=..%2Fcurrent&to=x")
    said = page.text("unknown")
    assert all(value in said for value in ("from = ../current", "to = x"))
    assert page.link == {}
    assert "lock" not in page.html


def test_a_link_pinned_to_a_snapshot_that_does_not_exist_says_so_and_which_there_are(visit):
    page = visit("overview", "snap=2020-01-01&stage=doing-now")
    missing = page.text("missing-snapshot")
    assert missing.startswith("Läget 2020-01-01 finns inte här. Sidan visar dagens uppgifter i stället.")
    assert 'role="alert"' in page.html["missing-snapshot"]
    assert hrefs(page.html["missing-snapshot"]) == [
        f"./?stage=doing-now&snap={code}" for code in (NOVEMBER, MAY)
    ]
    assert "unknown" not in page.html


def test_on_a_card_those_snapshots_lead_to_the_same_initiative(visit):
    page = visit("initiatives", "initiative=roof-garden&snap=%3Cb%3E&lang=en")
    assert "There is no snapshot <b> here." in page.text("missing-snapshot")
    assert hrefs(page.html["missing-snapshot"])[0] == (
        f"insatser?initiative=roof-garden&snap={NOVEMBER}&lang=en"
    )


def test_where_no_snapshot_is_kept_that_is_said(visit, folder, tmp_path, use_folders):
    store = Path(copytree(folder / "store", tmp_path / "store", ignore=ignore_patterns("snapshot-*")))
    use_folders(store=store)
    assert "Det finns inga sparade lägen." in visit("overview", f"snap={MAY}").text("missing-snapshot")


@pytest.mark.parametrize("code", PATHS)
def test_a_locked_view_says_so_and_every_link_in_it_stays_there(visit, code):
    page = visit(code, f"snap={MAY}&stage=doing-now")
    assert page.text("lock").startswith(
        "Vyn är låst till läget den 1 maj 2031. Sedan dess: 1 insats tillkom, "
    )
    of_selection = "" if code in UNSELECTED else "stage=doing-now&"
    ways_out = [f"forandringar?{of_selection}from={MAY}", f"{PATHS[code] or './'}?stage=doing-now"]
    assert hrefs(page.html["lock"]) == ways_out
    rest = "".join(html for key, html in page.html.items() if key not in ("lock", "changes"))
    inside = [href for href in hrefs(rest) if not href.startswith(("#", "http", "mailto:"))]
    assert inside
    assert [href for href in inside if f"snap={MAY}" not in unquote(href)] == []


def test_a_locked_view_shows_the_numbers_of_its_day(visit):
    assert (
        visit("overview", f"snap={MAY}")
        .text("headline")
        .startswith("9 insatser: 6 som görs nu, 2 som utvecklas")
    )
    assert visit("overview").text("headline").startswith("9 insatser: 7 som görs nu, 1 som utvecklas")


def test_the_view_is_locked_and_let_go_at_the_side(visit):
    label, locked = "Lås vyn till läget", f"stage=doing-now&snap={MAY}"
    offered = options(visit("stages", "stage=doing-now").html["filters"], label)
    assert params(offered[f"1 maj 2031 · {MAY}"]) == locked
    page = visit("stages", locked)
    assert "lock" in page.html
    assert picked_option(page.html["filters"], label) == f"1 maj 2031 · {MAY}"
    assert params(options(page.html["filters"], label)["Olåst, följer med nya data"]) == "stage=doing-now"


def test_a_view_locked_to_what_is_still_so_says_that(visit):
    assert "Sedan dess: inga insatser har ändrats." in visit("overview", f"snap={NOVEMBER}").text("lock")


@pytest.fixture
def visit_decided(visit, folder, tmp_path, use_folders):
    """The same after a decision on a gap, and nothing else since November."""
    data = Path(copytree(folder / "data", tmp_path / "data"))
    said = {"owner_role": "Chef", "decided_by": "Nämnden", "reason": "Skäl", "decided_at": "2031-11-30"}
    row = said | {"decision": "chosen"}
    assert record_decision(data, Gap.at(district="udden"), row, date(2031, 12, 1)) == []
    build_store(data, tmp_path / "store")
    use_folders(store=tmp_path / "store", data=data)
    return visit


def test_a_decision_on_a_gap_since_then_is_told_and_leads_to_the_register(visit_decided):
    told = "inga insatser har ändrats. Ett beslut om en lucka har tillkommit."
    locked = visit_decided("overview", f"snap={NOVEMBER}")
    assert f"Sedan dess: {told}" in locked.text("lock")
    assert "luckor" in hrefs(locked.html["lock"])
    page = visit_decided("changes", f"from={NOVEMBER}")
    assert f"Sedan den 21 november 2031: {told}" in page.text("changes-summary")
    assert hrefs(page.html["changes-summary"]) == ["luckor"]
    assert "Ett beslut gäller." in visit_decided("gaps").text("gap-register")


def test_between_two_snapshots_without_decisions_none_are_told(visit_decided):
    assert "beslut" not in visit_decided("changes", f"from={MAY}&to={NOVEMBER}").text("changes-summary")


@pytest.mark.parametrize(
    ("params", "said", "reasons"),
    [
        ("", "1 insats kan vara inaktuell den 1 december 2031", ("klart i juni 2031", "Om takodlingen")),
        (
            f"to={NOVEMBER}",
            "1 insats kan vara inaktuell den 21 november 2031",
            ("klart i juni 2031", "Om takodlingen"),
        ),
        (
            f"from={NOVEMBER}",
            "1 insats kan vara inaktuell den 1 december 2031",
            ("klart i juni 2031", "Om takodlingen"),
        ),
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


@pytest.mark.parametrize("params", ["", f"snap={AGAIN}"])
def test_a_link_stays_gone_through_later_snapshots_and_it_is_said_since_which(visit_later, params):
    since = "Länken ”Om takodlingen” är borta från kommunens sida sedan läget den 21 november 2031."
    page = visit_later("changes", params)
    assert since in page.text("possibly-outdated")
    assert "inga insatser har ändrats" in page.text("changes-summary")
    assert since in visit_later("initiatives", f"initiative=roof-garden&{params}").text("initiative-card")
    assert since in unescape(visit_later("initiatives", params).html["initiative-list"])


def test_a_link_that_has_gone_since_the_latest_snapshot_is_told_with_that_one(
    visit, folder, tmp_path, use_folders
):
    store = Path(copytree(folder / "store", tmp_path / "store"))
    (store / f"snapshot-{NOVEMBER}").unlink()
    use_folders(store=store)
    said = visit("changes").text("possibly-outdated")
    assert "är borta från kommunens sida; den fanns i läget den 1 maj 2031." in said


@pytest.mark.parametrize("params", [f"snap={MAY}", f"to={MAY}", f"snap={MAY}&lang=en"])
def test_the_first_snapshot_is_not_compared_with_itself_but_leads_to_comparing_it_with_now(visit, params):
    page = visit("changes", params)
    first = "The snapshot of 1 May 2031 is the first one." if "en" in params else "är det första som finns."
    assert first in page.text("first-snapshot")
    assert "stage-transitions" not in page.html
    (href,) = hrefs(page.html["first-snapshot"])
    path, _, query = href.partition("?")
    assert path == "forandringar"
    compared = visit("changes", query)
    assert "1 insats tillkom" in compared.text("changes-summary") or "1 initiative appeared" in compared.text(
        "changes-summary"
    )


@pytest.mark.parametrize(
    ("params", "said"),
    [
        (
            "initiative=language-cafe",
            "”Språkcafé över kaffe” finns inte kvar bland insatserna. "
            "Insatsen stod senast i läget den 1 maj 2031.",
        ),
        (
            f"initiative=language-cafe&snap={NOVEMBER}",
            "”Språkcafé över kaffe” fanns inte i det här läget. Insatsen stod senast i läget den 1 maj 2031.",
        ),
        (
            f"initiative=night-bus&snap={MAY}&lang=en",
            "“Nattbussen” was not there in this snapshot. "
            "The initiative was last seen in the snapshot of 21 November 2031.",
        ),
    ],
)
def test_the_card_of_an_initiative_that_is_gone_leads_to_the_last_snapshot_that_has_it(visit, params, said):
    page = visit("initiatives", params)
    assert page.text("no-such-initiative").startswith(said)
    there = hrefs(page.html["no-such-initiative"])[0].partition("?")[2]
    assert "initiative-card" in visit("initiatives", there).html


def test_a_snapshot_is_picked_by_its_day_and_by_the_code_that_commands_use(visit_later):
    page = visit_later("changes")
    for piece, label in (("compared", "Jämför läget"), ("filters", "Lås vyn till läget")):
        assert list(options(page.html[piece], label))[-3:] == [
            f"21 november 2031 (2) · {AGAIN}",
            f"21 november 2031 · {NOVEMBER}",
            f"1 maj 2031 · {MAY}",
        ]


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


@pytest.fixture
def visit_doubts(visit, folder, tmp_path, use_folders):
    """Three things to review: what nobody has set, what is set otherwise, a place whose words are gone."""
    data = Path(copytree(folder / "data", tmp_path / "data"))
    (data / "portfolio" / "review.csv").write_text(
        REVIEW + "carpentry-night,unsure,district,norr,,,\n"
        "benches,quote-gone,place,an,,,\n"
        "tool-pool,unsure,district,udden,,,\n",
        "utf-8",
    )
    build_store(data, tmp_path / "store")
    use_folders(store=tmp_path / "store")
    return visit


def test_the_reason_tells_what_is_set_otherwise_from_what_nobody_has_set(visit_doubts):
    rows = csv_rows(visit_doubts("about").html["review"])[1:]
    assert [row[1:3] for row in sorted(rows)] == [
        ["Orden som uppgiften bygger på finns inte längre i texten", "Plats: Ån (plats för verksamheten)"],
        ["Reglerna räcker inte för att avgöra", "Område: Norr"],
        ["Reglerna finner något annat än det som redan är satt", "Område: Udden"],
    ]


def test_what_an_import_could_not_place_stands_open_with_its_words_and_its_line(visit):
    shown = visit("about").html["problems"].partition("<details")[0]
    assert "Platsnamn som ingen ordlista känner Bryggans" in words(shown)
    assert "Visionsområdet: Möjligheter och mod att växa, rad 23" in words(shown)


@pytest.mark.parametrize(
    ("params", "role"), [("", "Ån (plats för verksamheten)"), ("lang=en", "The river (where it takes place)")]
)
def test_a_place_on_the_card_is_told_with_what_happens_there(visit, params, role):
    assert role in visit("initiatives", f"initiative=benches&{params}").text("initiative-card")


def test_where_nothing_waits_for_review_that_is_said(visit):
    assert "Inget väntar på granskning." in visit("about", f"snap={MAY}").text("review")


def test_before_the_second_snapshot_the_page_says_what_will_be_seen_and_how(
    portfolio_folder, tmp_path, use_folders
):
    with writing(portfolio_folder):
        take_snapshot(portfolio_folder, date(2031, 5, 1))
    build_store(portfolio_folder, tmp_path / "store")
    use_folders(data=portfolio_folder, store=tmp_path / "store")
    page = visit_page("changes")
    assert "Det finns inget tidigare läge att jämföra med än." in page.text("first-snapshot")
    assert "dashboard import" in page.text("first-snapshot")
    assert len(options(page.html["filters"], "Lås vyn till läget")) == 2
    assert "compared" not in page.html
