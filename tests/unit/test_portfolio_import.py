"""The import command on the made-up municipality of Exempelby, whose tables hold what its captures say."""

import csv
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from itertools import permutations, takewhile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard import cli
from dashboard.portfolio.import_captures import import_captures
from dashboard.store import snapshots
from dashboard.store.review import Doubt, settle
from dashboard.store.snapshots import read_snapshot, taken_snapshots

DAY = date(2031, 6, 1)
HERE = Path(__file__).parents[1] / "data"
CAPTURES = sorted((HERE / "captures").glob("[!.]*.txt"))
ORDERS = list(permutations(CAPTURES))


@pytest.fixture
def data(portfolio_folder: Path) -> Path:
    return portfolio_folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where what was read is kept."""
    return tmp_path / "captures"


@pytest.fixture
def mod(tmp_path: Path) -> Path:
    """A capture that a test may change."""
    return Path(shutil.copy(HERE / "captures" / "mojligheter.txt", tmp_path / "mod.txt"))


@pytest.fixture
def run(data: Path, kept: Path) -> Callable[..., Result]:
    def run(*arguments: Path | str) -> Result:
        words = ["--data", data, "--captures", kept, *arguments]
        return CliRunner().invoke(import_captures, [str(word) for word in words])

    return run


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def rows(data: Path, table: str) -> list[dict[str, str]]:
    path = data / "portfolio" / f"{table}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def column(data: Path, table: str, name: str) -> list[str]:
    return [row[name] for row in rows(data, table)]


def doubt_of(row: dict[str, str]) -> Doubt:
    return Doubt(*(row[each.name] for each in fields(Doubt)))


def told(result: Result) -> list[str]:
    """The changes in the printed table: what happens, and the title."""
    lines = result.stdout.splitlines()
    head = next((number for number, line in enumerate(lines) if line.startswith("Ändring")), len(lines))
    table = list(takewhile(lambda line: "  " in line.strip(), lines[head + 1 :]))
    return [f"{line.split('  ')[0]}: {line.split('  ')[-1].strip()}" for line in table]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: " ".join(path.stem for path in order))
def test_importing_what_is_known_changes_not_a_byte_in_any_order(data, run, order):
    before = tree(data)
    result = run(*order)
    assert (result.exit_code, tree(data)) == (0, before)
    assert "ingen skillnad" in result.stdout
    assert "Skrev" not in result.stdout


def test_the_listings_are_rebuilt_from_the_captures_alone(data, run):
    before = tree(data)
    listings, sources = (data / "portfolio" / f"{name}.csv" for name in ("listings", "sources"))
    listings.write_text(listings.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    for row in rows(data, "sources"):
        if row["sha256"]:
            edit(sources, row["sha256"], "")
    assert tree(data) != before
    assert run(*CAPTURES, "--fetched", "2031-05-01").exit_code == 0
    assert {name: content for name, content in tree(data).items() if name in before} == before


def test_the_check_sum_is_that_of_the_capture_and_the_capture_is_kept(data, run, kept, mod):
    edit(mod, "  Verktygspoolen\n", "  Poolens tider\n")
    assert run(mod).exit_code == 0
    sha256 = hashlib.sha256(mod.read_bytes()).hexdigest()
    assert column(data, "sources", "sha256")[0] == sha256
    assert (kept / f"{sha256}.txt").read_bytes() == mod.read_bytes()


def test_what_is_written_is_free_of_typesetting(data):
    assert "Boka läxhjälp, tider och platser" in column(data, "listings", "link_label")
    assert "Språkcafé över kaffe" in column(data, "listings", "title")


WORKSHOP = " • Snickarkväll\n\n  Sex kvällar om våren. Exempelbys, företaget vid hamnen, skänker virke.\n\n"


def test_listings_of_vision_areas_whose_page_was_not_given_are_kept(data, run, mod):
    edit(mod, WORKSHOP, "")
    assert run(mod).exit_code == 0
    assert column(data, "listings", "vision_area") == ["mod"] * 7 + ["nara"] * 3


def test_listings_stand_in_the_order_of_the_vocabularies_whatever_the_page_does(data, run, mod):
    edit(mod, "Det här gör vi nu", "Det här")
    edit(mod, "Det här utvecklar vi", "Det här gör vi nu")
    edit(mod, "Det här\n", "Det här utvecklar vi\n")
    assert run(mod).exit_code == 0
    assert column(data, "listings", "stage")[:8] == ["doing-now"] * 2 + ["developing"] * 5 + ["networks"]


def test_the_difference_is_told_in_words_and_as_a_table(run, mod):
    edit(mod, WORKSHOP, "")
    edit(mod, "  Verktygspoolen\n", "  Poolens tider\n")
    edit(mod, "Rådgivning för den", "Gratis rådgivning för den")
    edit(mod, "Det här utvecklar vi\n", "Det här utvecklar vi\n\n • Bänkar med armstöd\n\n  Fler bänkar.\n")
    edit(mod, " • Grannar över ån\n\n  Två kommuner delar bibliotek.\n", " • Flytande scen\n\n  En scen.\n")
    edit(
        mod, " • Flytande scen\n\n  En scen på pråm, för musik och tal\n", " • Grannar över ån\n\n  Delar.\n"
    )
    result = run(mod, "--dry-run")
    assert result.exit_code == 0
    assert told(result) == [
        "får annan länk: Verktygspoolen",
        "får ny text: Centrum för nya företagare",
        "tillkommer: Bänkar med armstöd",
        "byter skede, får ny text, får annan länk: Grannar över ån",
        "byter skede, får ny text, får annan länk: Flytande scen",
        "försvinner: Snickarkväll",
    ]
    assert "1 tillkommer, 1 försvinner, 2 byter skede, 3 får ny text, 3 får annan länk," in result.stdout
    stages = "Nätverk och partnerskap där vi arbetar tillsammans med andra → Det här utvecklar vi"
    assert stages in result.stdout


def test_a_dry_run_writes_nothing(data, run, kept, mod):
    edit(mod, "  Verktygspoolen\n", "  Poolens tider\n")
    before = tree(data)
    result = run(mod, "--dry-run")
    assert (result.exit_code, tree(data), kept.exists()) == (0, before, False)
    assert "Ingenting har skrivits" in result.stdout


def test_importing_twice_is_importing_once(data, run, kept, mod):
    edit(mod, "• Odla på taket", "• Bio i parken")
    edit(mod, "Vi prövar odling på tre tak under 2031.", "Film för alla i kvarteret Norr under 2031.")
    assert run(mod).exit_code == 0
    once = tree(data), tree(kept)
    result = run(mod)
    assert (result.exit_code, (tree(data), tree(kept))) == (0, once)
    assert "ingen skillnad" in result.stdout


def test_an_import_is_kept_as_a_snapshot_that_tells_what_was_read_and_changed(data, run, mod):
    before = (data / "portfolio" / "listings.csv").read_bytes()
    edit(mod, WORKSHOP, "")
    result = run(mod, "--fetched", "2031-09-01")
    first, second = taken_snapshots(data)
    assert f"Sparade läget som {second}" in result.stdout
    assert read_snapshot(data, first)["portfolio/listings.csv"] == before
    record = json.loads((data / "snapshots" / f"{second}.json").read_text("utf-8"))
    sha256 = hashlib.sha256(mod.read_bytes()).hexdigest()
    assert record["read"] == [{"code": "page-mod", "address": "", "fetched": "2031-09-01", "sha256": sha256}]
    assert [change["kinds"] for change in record["changes"]] == [["reordered"]] * 2 + [["removed"]]


def test_a_day_that_belongs_to_another_capture_is_forgotten_and_asked_for(data, run, mod):
    mod.write_text(mod.read_text("utf-8") + "\n", "utf-8")
    result = run(mod)
    assert "ingen skillnad" in result.stdout
    assert "Källan page-mod säger inte när den hämtades; ange --fetched." in result.stdout
    assert column(data, "sources", "fetched")[0] == ""


def test_a_new_title_is_a_new_initiative_that_the_rules_label(data, run, mod):
    edit(
        mod,
        "Det här utvecklar vi\n",
        "Det här utvecklar vi\n\n • Läxhjälp på nätet\n\n  Läxhjälp varje kväll.\n",
    )
    result = run(mod)
    assert result.exit_code == 0
    assert "Ny insats laxhjalp-pa-natet; skriv en sammanfattning" in result.stdout
    [added] = [row for row in rows(data, "initiatives") if row["code"] == "laxhjalp-pa-natet"]
    assert (added["title"], added["display_title"], added["summary_sv"]) == ("Läxhjälp på nätet",) * 2 + ("",)
    [label] = [row for row in rows(data, "classifications") if row["initiative"] == "laxhjalp-pa-natet"]
    assert (label["dimension"], label["term"], label["provenance"]) == ("target_area", "start", "inferred")
    assert (label["rule"], label["source"], label["reviewer"]) == ("homework", "page-mod", "")


def test_two_new_initiatives_with_titles_of_the_same_letters_have_codes_of_their_own(data, run, mod):
    heading = "Det här utvecklar vi\n"
    edit(mod, heading, f"{heading}\n • Bio: nu!\n\n  Film.\n\n • Bio nu\n\n  Också film.\n\n")
    assert run(mod).exit_code == 0
    assert sorted(column(data, "initiatives", "code")[-2:]) == ["bio-nu", "bio-nu-2"]


def test_a_renamed_initiative_keeps_its_code_and_its_old_title(data, run, mod):
    edit(mod, "• Odla på taket", "• Odling på taken")
    result = run(mod)
    assert told(result) == ["byter titel: Odla på taket → Odling på taken"]
    [row] = [row for row in rows(data, "initiatives") if row["code"] == "roof-garden"]
    assert (row["title"], row["display_title"], row["other_titles"]) == (
        "Odling på taken",
        "Odling på taken",
        "Odla på taket",
    )
    assert "Odla på taket" not in column(data, "listings", "title")


def test_a_title_that_changes_on_one_of_two_pages_stays_on_the_other(data, run, mod):
    edit(mod, " • Verktygspoolen", " • Verktygspoolen i Norr")
    assert run(mod).exit_code == 0
    [row] = [row for row in rows(data, "initiatives") if row["code"] == "tool-pool"]
    assert (row["title"], row["other_titles"]) == ("Verktygspoolen", "Verktygspoolen i Norr")
    assert run(*CAPTURES).exit_code == 0


DOUBTFUL = (
    ("• Odla på taket", "• Odling på taken"),
    ("Vi prövar odling på tre tak under 2031.", "Vi odlar på ett tak."),
)


def make_doubtful(mod: Path) -> None:
    for old, new in DOUBTFUL:
        edit(mod, old, new)


def test_an_unsure_match_is_asked_and_nothing_is_written(data, run, mod):
    make_doubtful(mod)
    before = tree(data)
    result = run(mod)
    assert (result.exit_code, tree(data)) == (1, before)
    line = mod.read_text("utf-8").splitlines().index(" • Odling på taken") + 1
    assert f"{mod}:{line}: «Odling på taken» kan vara «Odla på taket» (roof-garden)" in result.stderr
    assert "--answer 'Odling på taken=ny'" in result.stderr


@pytest.mark.parametrize(("answer", "code"), [("roof-garden", "roof-garden"), ("ny", "odling-pa-taken")])
def test_the_answer_decides_once_and_for_all(data, run, mod, answer, code):
    make_doubtful(mod)
    assert run(mod, "--answer", f"odling på taken={answer}").exit_code == 0
    assert [row["initiative"] for row in rows(data, "listings") if row["title"] == "Odling på taken"] == [
        code
    ]
    assert "ingen skillnad" in run(mod).stdout


@pytest.mark.parametrize(
    ("answer", "reason"), [("Odling på taken=okänd", "ingen känd kod"), ("Odling på taken", "inte TITEL=KOD")]
)
def test_an_answer_that_makes_no_sense_is_named(data, run, mod, answer, reason):
    make_doubtful(mod)
    before = tree(data)
    result = run(mod, "--answer", answer)
    assert (result.exit_code > 0, tree(data)) == (True, before)
    assert reason in result.stderr


def test_near_twins_stay_two(data, run, mod):
    twin = " • Odla på taken\n\n  Vi prövar odling på tre tak under 2031.\n\n"
    edit(mod, " • Odla på taket", f"{twin} • Odla på taket")
    result = run(mod)
    assert told(result) == ["tillkommer: Odla på taken"]
    assert {"roof-garden", "odla-pa-taken"} <= set(column(data, "listings", "initiative"))


def test_the_next_part_of_a_series_is_asked_about_not_taken_for_the_last(run, mod, data):
    edit(mod, "• Odla på taket", "• Odla på taket 1")
    assert run(mod, "--answer", "Odla på taket 1=roof-garden").exit_code == 0
    edit(mod, "• Odla på taket 1", "• Odla på taket 2")
    edit(mod, "Vi prövar odling på tre tak under 2031.", "Vi prövar odling på sex tak under 2032.")
    assert "«Odla på taket 2» kan vara «Odla på taket 1»" in run(mod).stderr


def test_an_initiative_that_is_gone_keeps_its_row_and_comes_back_with_its_labels(data, run, mod):
    edit(mod, WORKSHOP, "")
    labels = rows(data, "classifications")
    assert run(mod).exit_code == 0
    assert "carpentry-night" not in column(data, "listings", "initiative")
    assert "carpentry-night" in column(data, "initiatives", "code")
    assert "ingen skillnad" not in run(*CAPTURES).stdout
    assert "carpentry-night" in column(data, "listings", "initiative")
    assert rows(data, "classifications") == labels


def test_an_initiative_that_leaves_one_page_for_another_has_moved(data, run, mod, tmp_path):
    nara = Path(shutil.copy(HERE / "captures" / "nara.txt", tmp_path))
    edit(mod, WORKSHOP, "")
    edit(nara, " • Bänkar med armstöd", f"{WORKSHOP} • Bänkar med armstöd")
    result = run(nara, mod)
    assert told(result) == ["byter visionsområde: Snickarkväll"]
    assert told(run(mod, nara, "--dry-run")) == []


def test_labels_whose_words_are_gone_are_kept_and_sent_to_review(data, run, mod):
    edit(mod, "Läxhjälpen riktar sig till Söder och Udden", "Läxhjälpen finns på flera håll")
    labels = rows(data, "classifications")
    assert run(mod).exit_code == 0
    assert [row for row in rows(data, "classifications") if row in labels] == labels
    doubts = [row for row in rows(data, "review") if row["reason"] == "quote-gone"]
    assert {(row["initiative"], row["dimension"], row["term"]) for row in doubts} == {
        ("homework-help", dimension, term)
        for dimension in ("district", "place")
        for term in ("soder", "udden")
    }


def test_facts_follow_the_words(data, run, mod):
    edit(mod, "Vi prövar odling på tre tak under 2031.", "Vi prövar odling på tre tak under 2032.")
    assert run(mod).exit_code == 0
    years = [
        row["value"]
        for row in rows(data, "facts")
        if (row["initiative"], row["kind"]) == ("roof-garden", "year")
    ]
    assert years == ["2032"]


def test_the_wordings_are_kept_outside_the_data_folder(data, run, kept):
    assert run(*CAPTURES).exit_code == 0
    with (kept / "texts.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["id"]: row["text"] for row in csv.DictReader(file)}
    assert set(column(data, "listings", "text_id")) <= texts.keys()
    assert "Vi prövar odling på tre tak under 2031." in texts.values()
    assert all(b"slagborr" not in content for content in tree(data).values())


LUGN = """\
Visionsområdet: Lugna stunder

Ur visionen:

Här får tiden gå.

Det här gör vi nu

 • Hängmattor

  Tre hängmattor i parken.

Om du har frågor kontakta:

Senast ändrad: 2031-04-30
"""


def test_a_vision_area_whose_page_comes_for_the_first_time_is_captured_from_then_on(data, run, tmp_path):
    (tmp_path / "lugn.txt").write_text(LUGN, "utf-8")
    assert run(tmp_path / "lugn.txt", "--fetched", "2031-05-01").exit_code == 0
    source = rows(data, "sources")[-1]
    assert (source["code"], source["kind"], source["title"]) == (
        "page-lugn",
        "vision-area-page",
        "Visionsområdet: Lugna stunder",
    )
    assert (source["fetched"], source["last_changed"], len(source["statement_id"])) == (
        "2031-05-01",
        "2031-04-30",
        16,
    )
    areas = (data / "vocabularies" / "vision_area.csv").read_text("utf-8")
    assert "lugn,Lugna stunder,Quiet moments,3,term,yes" in areas


def test_one_capture_that_cannot_be_read_stops_them_all_and_every_reason_is_told(data, run, tmp_path, mod):
    edit(mod, WORKSHOP, "")
    news = tmp_path / "nyheter.txt"
    news.write_text("Nyheter\n\n • En bil Publicerad\n", "utf-8")
    before = tree(data)
    result = run(mod, news, tmp_path / "saknas.txt")
    assert (result.exit_code, tree(data), result.stdout) == (1, before, "")
    assert f"{news}:1: detta är ingen av de sidor" in result.stderr
    assert f"{tmp_path / 'saknas.txt'}: filen finns inte" in result.stderr
    assert "Portföljen är oförändrad." in result.stderr


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        (
            "mod.txt",
            "Visionsområdet: Möjligheter",
            "Visionsområdet: Omöjligheter",
            "menas «Möjlighet och mod att växa»",
        ),
        ("mod.txt", "Möjligheter och mod att växa\n\nUr", "Havet\n\nUr", "är okänt; ge det en rad"),
        (
            "data/portfolio/initiatives.csv",
            "code,title",
            "kod,titel",
            "initiatives.csv rad 1, code: kolumnen",
        ),
        ("data/portfolio/initiatives.csv", ",Made up.", "", "initiatives.csv rad 2: raden har 4 fält"),
        ("data/vocabularies/stage.csv", ",1,term,", ",ett,term,", "«ett» är inte ett heltal"),
        ("data/portfolio/listings.csv", ",1,", ",ett,", "«ett» är inte ett heltal"),
    ],
)
def test_what_does_not_fit_the_tables_is_refused_without_a_traceback(data, run, mod, file, old, new, reason):
    edit(data.parent / file, old, new)
    before = tree(data)
    result = run(mod)
    assert (result.exit_code, tree(data)) == (1, before)
    assert reason in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_two_initiatives_with_one_title_are_told_apart_by_the_page_that_lists_them(data, run, mod):
    edit(
        data / "portfolio" / "initiatives.csv",
        "Bänkar med armstöd,Bänkar med armstöd",
        "Bänkar med armstöd,Snickarkväll",
    )
    assert run(*CAPTURES).exit_code == 0
    edit(mod, "• Odla på taket", "• Snickarkväll")
    edit(mod, WORKSHOP, "")
    edit(
        data / "portfolio" / "listings.csv",
        "carpentry-night,Snickarkväll",
        "homework-help,Läxhjälp på Bryggans skola",
    )
    result = run(mod)
    assert "«Snickarkväll» kan vara benches eller carpentry-night" in result.stderr


def test_a_capture_given_twice_is_one_but_two_of_the_same_page_are_a_question(run, mod):
    same = HERE / "captures" / "mojligheter.txt"
    assert run(mod, same).exit_code == 0
    edit(mod, WORKSHOP, "")
    for order in ((mod, same), (same, mod)):
        result = run(*order)
        assert result.exit_code == 1
        assert "gavs två gånger" in result.stderr


def test_a_missing_table_is_named(data, run, mod):
    (data / "portfolio" / "listings.csv").unlink()
    result = run(mod)
    assert result.exit_code == 1
    assert "portfolio/listings.csv: filen saknas" in result.stderr


def test_a_folder_that_is_not_there_is_named(tmp_path, mod):
    result = CliRunner().invoke(import_captures, ["--data", str(tmp_path / "nowhere"), str(mod)])
    assert result.exit_code == 1
    assert "nowhere: mappen saknas" in result.stderr


def test_two_imports_at_once_both_happen_one_after_the_other(data, kept, mod, tmp_path):
    nara = Path(shutil.copy(HERE / "captures" / "nara.txt", tmp_path / "nara.txt"))
    edit(mod, WORKSHOP, "")
    edit(nara, "• Bänkar med armstöd", "• Fler bänkar med armstöd")
    command = [sys.executable, "-m", "dashboard.cli", "import", "--data", data, "--captures", kept]
    running = [subprocess.Popen([*command, page], stdout=subprocess.DEVNULL) for page in (mod, nara)]
    assert [process.wait() for process in running] == [0, 0]
    listed = column(data, "listings", "title")
    assert ("Snickarkväll" in listed, "Fler bänkar med armstöd" in listed) == (False, True)
    assert len(taken_snapshots(data)) == 3


LIKE_A_KNOWN_ONE = " • Odling på tak\n\n  Vi prövar odling på tre tak under 2031.\n\n"


def test_a_text_that_another_page_has_under_another_title_is_asked_about(data, run, tmp_path):
    nara = Path(shutil.copy(HERE / "captures" / "nara.txt", tmp_path))
    edit(nara, " • Bänkar med armstöd", f"{LIKE_A_KNOWN_ONE} • Bänkar med armstöd")
    assert "«Odling på tak» kan vara «Odla på taket» (roof-garden)" in run(nara).stderr
    assert run(nara, "--answer", "Odling på tak=roof-garden").exit_code == 0
    listed = [row["title"] for row in rows(data, "listings") if row["initiative"] == "roof-garden"]
    assert listed == ["Odla på taket", "Odling på tak"]


def test_what_was_gone_and_comes_back_under_a_like_title_is_asked_about(data, run, mod):
    edit(mod, WORKSHOP, "")
    assert run(mod).exit_code == 0
    edit(mod, " • Språkcafé", " • Snickarkvällar\n\n  Sju kvällar.\n\n • Språkcafé")
    assert "«Snickarkvällar» kan vara «Snickarkväll» (carpentry-night)" in run(mod).stderr


def test_a_page_from_before_the_known_one_is_refused(data, run, mod):
    edit(mod, WORKSHOP, "")
    before = tree(data)
    result = run(mod, "--fetched", "2030-01-01")
    assert (result.exit_code, tree(data)) == (1, before)
    assert "sidan hämtades 2030-01-01, men portföljen har den från 2031-05-01" in result.stderr


def test_a_new_title_without_the_words_of_a_label_sends_the_label_to_review(data, run, mod):
    edit(mod, "• Läxhjälp på Bryggans skola", "• Läxhjälp vid ån")
    assert run(mod).exit_code == 0
    doubts = [(row["initiative"], row["term"], row["reason"]) for row in rows(data, "review")]
    assert ("homework-help", "start", "quote-gone") in doubts


def test_a_doubt_leaves_when_the_words_are_back(data, run, mod):
    edit(mod, "Läxhjälpen riktar sig till Söder och Udden", "Läxhjälpen finns på flera håll")
    assert run(mod).exit_code == 0
    assert "quote-gone" in column(data, "review", "reason")
    assert run(*CAPTURES).exit_code == 0
    assert "quote-gone" not in column(data, "review", "reason")


def test_what_somebody_has_settled_is_not_asked_again_until_the_words_are_others(data, run, mod):
    edit(mod, "Låna en slagborr över helgen.", "Låna en slagborr på Udden över helgen.")
    assert run(mod).exit_code == 0
    district, place = sorted(map(doubt_of, rows(data, "review")), key=lambda doubt: doubt.dimension)
    assert settle(data, district, "rejected", "Redaktören", DAY) == []
    assert settle(data, place, "accepted", "Redaktören", DAY, "mention") == []
    settled, labels = rows(data, "review"), rows(data, "classifications")
    assert run(mod, "--relabel").exit_code == 0
    assert (rows(data, "review"), rows(data, "classifications")) == (settled, labels)
    edit(mod, "på Udden över helgen", "på Udden över natten")
    assert run(mod).exit_code == 0
    kept = {(row["dimension"], row["reason"]): row["settled"] for row in rows(data, "review")}
    assert kept == {
        ("district", "unsure"): "",
        ("place", "unsure"): "accepted",
        ("place", "quote-gone"): "",
    }


def test_what_somebody_has_rejected_is_not_set_when_the_rules_are_sure_of_it(data, run, mod):
    edit(mod, "Låna en slagborr över helgen.", "Låna en slagborr på Udden över helgen.")
    assert run(mod).exit_code == 0
    for row in rows(data, "review"):
        assert settle(data, doubt_of(row), "rejected", "Redaktören", DAY) == []
    labels = data / "portfolio" / "classifications.csv"
    lines = [line for line in labels.read_text("utf-8").splitlines(True) if not line.startswith("tool-pool,")]
    labels.write_text("".join(lines), "utf-8")
    assert run(mod, "--relabel").exit_code == 0
    assert "udden" not in {
        row["term"] for row in rows(data, "classifications") if row["initiative"] == "tool-pool"
    }
    assert set(column(data, "review", "settled")) == {"rejected"}


def test_a_label_that_somebody_has_kept_without_its_words_stays_without_a_question(data, run, mod):
    edit(mod, "Läxhjälpen riktar sig till Söder och Udden", "Läxhjälpen finns på flera håll")
    assert run(mod).exit_code == 0
    for row in rows(data, "review"):
        assert settle(data, doubt_of(row), "rejected", "Redaktören", DAY) == []
    before = rows(data, "review"), rows(data, "classifications")
    assert run(mod, "--relabel").exit_code == 0
    assert (rows(data, "review"), rows(data, "classifications")) == before


def test_what_was_taken_away_and_is_set_and_doubted_again_is_asked_again(data, run, mod):
    gone = [mod, "Läxhjälpen riktar sig till Söder och Udden", "Läxhjälpen finns på flera håll"]
    edit(*gone)
    assert run(mod).exit_code == 0
    for row in rows(data, "review"):
        assert settle(data, doubt_of(row), "accepted", "Redaktören", DAY) == []
    assert "udden" not in column(data, "classifications", "term")
    edit(mod, gone[2], gone[1])
    assert run(mod).exit_code == 0
    assert "udden" in column(data, "classifications", "term")
    edit(*gone)
    assert run(mod).exit_code == 0
    assert set(column(data, "review", "settled")) == {""}


def test_an_answer_that_nobody_asked_for_is_named(data, run, mod):
    before = tree(data)
    result = run(mod, "--answer", "Finns inte=roof-garden")
    assert (result.exit_code, tree(data)) == (1, before)
    assert "ingen okänd titel" in result.stderr


def test_an_answer_cannot_make_one_initiative_of_two_on_a_page(data, run, mod):
    make_doubtful(mod)
    result = run(mod, "--answer", "Odling på taken=floating-stage")
    assert "kan inte vara floating-stage, som också står på sidan" in result.stderr


def test_a_title_with_a_bar_can_be_renamed_and_come_back(data, run, mod):
    edit(mod, "• Odla på taket", "• Odla | på taket")
    assert run(mod).exit_code == 0
    edit(mod, "• Odla | på taket", "• Odla på taken")
    assert run(mod).exit_code == 0
    edit(mod, "• Odla på taken", "• Odla | på taket")
    assert run(mod).exit_code == 0
    assert [row["initiative"] for row in rows(data, "listings") if "|" in row["title"]] == ["roof-garden"]


def test_a_change_that_is_not_in_place_yet_is_told_and_put_there(data, run, mod, monkeypatch):
    edit(mod, WORKSHOP, "")
    with monkeypatch.context() as patched:
        patched.setattr(snapshots, "_put_in_place", lambda data: None)
        assert run(mod).exit_code == 0
    assert "carpentry-night" in column(data, "listings", "initiative")
    told = CliRunner().invoke(cli.main, ["check", "--data", str(data)])
    assert (told.exit_code, "sparad men inte på plats" in told.stdout) == (0, True)
    assert run(mod).exit_code == 0
    assert "carpentry-night" not in column(data, "listings", "initiative")


def test_a_place_and_its_district_are_one_finding_set_together_or_asked_about_together(data, run, mod):
    edit(mod, "Låna en slagborr över helgen.", "Låna en slagborr på Udden över helgen.")
    labels = rows(data, "classifications")
    assert run(mod).exit_code == 0
    assert rows(data, "classifications") == labels
    doubts = {
        (row["dimension"], row["term"]) for row in rows(data, "review") if row["initiative"] == "tool-pool"
    }
    assert doubts == {("district", "udden"), ("place", "udden")}
