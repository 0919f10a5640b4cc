"""Files over HTTP: the address of a view with a file's ending, at once or as a job."""

import json
import re
from concurrent.futures import wait
from datetime import date
from threading import Event
from urllib.parse import unquote, urljoin

import pytest
from starlette.applications import Starlette
from tests.asgi import ask
from tests.snapshots import MAY, build_two_snapshots

from dashboard.decks import Deck, DeckSlide, pack
from dashboard.exports.refusal import ExportRefused
from dashboard.links import PATHS
from dashboard.panels.snapshots import day_of
from dashboard.panels.view import view_of
from dashboard.reports import FORMATS, Format
from dashboard.settings import SETTINGS
from dashboard.text import LANGUAGES, text_of
from dashboard.ui.export_address import export_href, parse_asked
from dashboard.ui.export_jobs import Jobs
from dashboard.ui.export_routes import export_routes
from dashboard.ui.take_along import FOR_PROGRAMS, PICTURES, SHOWN, TABLES

SECONDS = 20
OWN, OTHER = {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "cross-site"}


@pytest.fixture
def jobs():
    return Jobs(working=1, unfinished=2)


@pytest.fixture
def app(example_store, jobs, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "store", example_store)
    return Starlette(routes=export_routes(jobs))


@pytest.fixture
def write(monkeypatch):
    """Lets the JSON of a page be written in another way."""

    def use(made):
        monkeypatch.setitem(FORMATS, "json", Format("application/json", made))  # type: ignore[index]

    return use


def name_of(answer):
    found = re.search(r"filename\*=UTF-8''(\S+)", answer.headers["content-disposition"])
    assert found
    return unquote(found[1])


def test_the_address_of_a_view_with_an_ending_answers_with_its_file(app):
    answer = ask(app, "/export/malomraden.json?stage=developing&lang=en")
    assert answer.status == 200
    assert answer.json["language"] == "en"
    assert answer.json["address"].startswith("https://visionskollen.example/malomraden?stage=developing&")
    assert "lang=en" in answer.json["address"]
    assert answer.json["panels"][0]["name"] == "target-areas"


def test_a_panel_is_named_after_its_page(app):
    answer = ask(app, "/export/malomraden/target-areas.csv")
    assert answer.status == 200
    assert answer.body.decode("utf-8-sig").startswith("Målområde;")


@pytest.mark.parametrize(
    ("target", "name", "plain"),
    [
        ("oversikt.json", "Visionskollen – Översikt {day}.json", "Visionskollen - Oversikt {day}.json"),
        ("oversikt.json?lang=en", "Visionskollen – Overview {day}.json", None),
        (
            "malomraden.json?stage=developing",
            "Visionskollen – Målområden – som utvecklas {day}.json",
            "Visionskollen - Malomraden - som utvecklas {day}.json",
        ),
        (
            "skeden/stages.json?q=kaffe&lang=en",
            "Visionskollen – Initiatives by stage – where it says “kaffe” {day}.json",
            "Visionskollen - Initiatives by stage - where it says kaffe {day}.json",
        ),
        ("skeden.codes.csv", "Visionskollen – Skeden {day}.codes.csv", None),
    ],
)
def test_a_file_is_named_after_what_it_shows_and_the_day_of_the_data(app, target, name, plain, monkeypatch):
    monkeypatch.setattr("dashboard.panels.view.today", lambda: date(2031, 5, 2))
    day = day_of(view_of({})).isoformat()
    answer = ask(app, f"/export/{target}")
    assert name_of(answer) == name.format(day=day)
    disposition = answer.headers["content-disposition"]
    assert disposition.isascii()
    assert f'attachment; filename="{(plain or name.replace("–", "-")).format(day=day)}"' in disposition


def test_a_file_says_what_it_is_and_is_kept_by_nobody(app):
    answer = ask(app, "/export/oversikt.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_the_file_of_a_snapshot_may_be_kept_and_bears_its_day(app, tmp_path, monkeypatch):
    build_two_snapshots(tmp_path)
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path / "store")
    answer = ask(app, f"/export/skeden.json?snap={MAY}")
    assert answer.headers["cache-control"].startswith("private, max-age=")
    assert name_of(answer) == f"Visionskollen – Skeden {MAY}.json"


def test_served_below_another_path_it_answers_there_too_and_knows_where_it_is(app):
    answer = ask(app, "/stad/vision/export/oversikt.json")
    assert answer.json["address"].startswith("https://visionskollen.example/stad/vision/?")
    assert ask(app, "/export/oversikt.json").json["address"].startswith("https://visionskollen.example/?")


def test_head_answers_as_get_would_without_making_the_file(app, write):
    def never(_report, _told):
        raise AssertionError

    write(never)
    answer = ask(app, "/export/oversikt.json", "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert "content-length" not in answer.headers
    assert name_of(answer).endswith(".json")


def test_codes_that_nobody_knows_are_dropped_as_on_pages(app):
    known = ask(app, "/export/oversikt.json").json
    assert (
        ask(app, "/export/oversikt.json?stage=nowhere&snap=1999-01-01").json["initiatives"]
        == known["initiatives"]
    )


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("tillganglighet.pdf", "Det finns ingen sida ”tillganglighet” att ta med."),
        ("nowhere.json", "Det finns ingen sida ”nowhere” att ta med. De som finns är oversikt, "),
        ("omraden/nothing.json", "Sidan har inget diagram ”nothing”. De som finns är district-map, "),
        ("omraden.exe", "Formatet ”exe” finns inte här. De som finns är "),
        ("omraden", "Formatet ”” finns inte här. De som finns är "),
        ("omraden.png", "Formatet ”png” finns inte här. De som finns är "),  # of one panel only
        ("skeden/stages.codes.csv", "Formatet ”codes.csv” finns inte här. De som finns är "),  # of all
        ("skeden/stages.parquet", "Formatet ”parquet” finns inte här. De som finns är "),
        (f"{'x' * 500}.json", f"Det finns ingen sida ”{'x' * 60}…” att ta med."),
    ],
)
def test_an_address_that_leads_nowhere_says_what_there_is(app, path, says):
    answer = ask(app, f"/export/{path}")
    assert answer.status == 404
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith(says)


def test_without_data_the_command_that_makes_them_is_told(app, monkeypatch, tmp_path):
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path)
    answer = ask(app, "/export/oversikt.json?lang=en")
    assert answer.status == 503
    assert answer.text == (
        "There is no data to export. Run “dashboard build” where Visionskollen runs, and try again."
    )


def test_a_large_file_goes_out_whole_in_pieces_that_memory_has_room_for(app, write):
    made = bytes(range(256)) * 10_000
    write(lambda _report, _told: made)
    answer = ask(app, "/export/oversikt.json")
    assert answer.body == made
    assert answer.headers["content-length"] == str(len(made))
    assert max(answer.pieces) <= 1_000_000


def test_what_a_format_cannot_hold_is_told_in_its_words(app, write):
    def refuse(_report, _told):
        raise ExportRefused("För stort. Välj CSV.")

    write(refuse)
    answer = ask(app, "/export/oversikt.json")
    assert (answer.status, answer.text) == (422, "För stort. Välj CSV.")


@pytest.mark.parametrize(
    ("language", "says"),
    [("sv", "JSON gick inte att göra. Felet är antecknat"), ("en", "JSON could not be made. The error has")],
)
def test_an_error_is_told_without_its_inside_and_logged_with_it(app, write, caplog, language, says):
    write(lambda report, told: 1 / 0)
    answer = ask(app, f"/export/oversikt.json?lang={language}")
    assert answer.status == 500
    assert answer.text.startswith(says)
    assert "ZeroDivisionError" not in answer.text
    assert "ZeroDivisionError" in caplog.text


def test_where_nothing_is_selected_there_is_nothing_to_take_along(app):
    answer = ask(app, "/export/insatser.csv?q=finns+inte")
    assert (answer.status, answer.text) == (
        422,
        "Urvalet lämnar ingenting att ta med. Ändra eller rensa filtren.",
    )


def begin(app, target, headers=OWN):
    """The path of the job that a POST begins."""
    answer = ask(app, target, "POST", headers)
    assert answer.status == 202
    return urljoin(target, answer.json["address"])


def ended(jobs, path):
    code = path.partition("?")[0].rpartition("/")[2]
    assert not wait([jobs.find(code).made], SECONDS).not_done


@pytest.mark.parametrize(
    "target",
    [
        "/export/oversikt.json?stage=developing",
        "/export/skeden/stages.json",
        "/stad/vision/export/skeden/stages.json",
    ],
)
def test_a_job_makes_the_same_file_as_the_address_itself(app, jobs, target):
    job = begin(app, target)
    ended(jobs, job)
    standing = ask(app, job)
    assert standing.headers["cache-control"] == "no-store"
    assert standing.json["state"] == "done"
    file = ask(app, urljoin(job, standing.json["file"]))
    direct = ask(app, target)
    assert json.loads(file.body) == direct.json
    assert file.headers == direct.headers
    assert standing.json["says"] == f"JSON är klar: {name_of(file)}"


def test_a_job_tells_how_far_it_has_come_and_has_no_file_before_it_is_done(app, jobs, write):
    begun, gate = Event(), Event()

    def make(_report, told):
        told(1, 3)
        begun.set()
        assert gate.wait(SECONDS)
        return b"{}"

    write(make)
    job = begin(app, "/export/oversikt.json")
    assert begun.wait(SECONDS)
    assert ask(app, job).json == {"state": "working", "done": 1, "total": 3, "says": "JSON görs."}
    early = ask(app, f"{job}/file")
    assert (early.status, early.text.split(".")[0]) == (409, "Filen är inte klar")

    waiting = begin(app, "/export/skeden.json?lang=en")
    assert ask(app, waiting).json["says"] == "JSON is waiting for its turn."
    assert begin(app, "/export/oversikt.json") == job

    busy = ask(app, "/export/malomraden.json", "POST", OWN)
    assert (busy.status, busy.headers["retry-after"]) == (429, "5")
    assert busy.text == "Många filer görs just nu. Försök igen om en liten stund."
    gate.set()
    ended(jobs, job)
    ended(jobs, waiting)


def test_a_job_that_fails_says_why(app, jobs, write):
    def refuse(_report, _told):
        raise ExportRefused("För stort. Välj CSV.")

    write(refuse)
    job = begin(app, "/export/oversikt.json")
    ended(jobs, job)
    assert ask(app, job).json == {"state": "failed", "done": 0, "total": 0, "says": "För stort. Välj CSV."}
    assert ask(app, f"{job}/file").status == 409


@pytest.mark.parametrize("path", ["", "/file"])
def test_a_job_that_nobody_knows_is_told_in_the_language_of_its_address(app, path):
    assert ask(app, f"/export/jobs/guess{path}").text == "Filen finns inte kvar. Beställ den igen från sidan."
    answer = ask(app, f"/export/jobs/guess{path}?lang=en")
    assert (answer.status, answer.text) == (
        404,
        "The file is no longer there. Request it again from the page.",
    )


def test_other_sites_cannot_set_readers_browsers_to_work(app):
    assert ask(app, "/export/oversikt.json", "POST", OTHER).status == 403
    assert ask(app, "/export/oversikt.json", "POST", {"sec-fetch-site": "same-site"}).status == 403
    assert ask(app, "/export/oversikt.json", "POST", {}).status == 202  # no browser


def test_a_deck_in_a_link_is_taken_along_under_its_own_title(app):
    deck = Deck("Budget: 2027", (DeckSlide("skeden?stage=developing", "stages", "Det vi utvecklar"),))
    answer = ask(app, f"/export/bildspel.json?deck={pack(deck)}")
    assert answer.status == 200
    assert [panel["name"] for panel in answer.json["panels"]] == ["stages"]
    assert name_of(answer).startswith("Visionskollen – Budget 2027 ")


@pytest.mark.parametrize("spelt", ["none-such", "1.broken", "", "../../secret"])
def test_a_deck_that_cannot_be_read_is_said_to_be_so(app, spelt):
    answer = ask(app, f"/export/bildspel.json?deck={spelt}")
    assert answer.status == 422
    assert "bildspel" in answer.text


@pytest.mark.parametrize("page", [page for page in PATHS if page != "accessibility"])
def test_what_is_spelt_is_what_is_read(app, page):
    view = view_of({"stage": ["developing"], "sheet": ["norr"]}, page)
    for suffix in FORMATS:
        href = export_href(view, suffix)
        if not FORMATS[suffix].of_panel:
            asked = parse_asked(href.partition("?")[0].removeprefix("export/"))
            assert (asked.page, asked.suffix, asked.panel) == (page, suffix, "")
            assert "stage=developing" in href


def test_everything_that_pages_offer_is_there_and_has_a_name():
    assert {*SHOWN, *TABLES, *PICTURES, *FOR_PROGRAMS} == set(FORMATS)
    assert not [suffix for suffix in (*SHOWN, *TABLES, *FOR_PROGRAMS) if FORMATS[suffix].of_panel]
    for suffix in FORMATS:
        for language in LANGUAGES:
            assert text_of(language)(f"format-{suffix.rpartition('.')[2]}")
