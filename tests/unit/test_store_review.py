"""Doubts that an import has left to a person: settled once, remembered, and put into the labels."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.queries.about import review
from dashboard.store import snapshots
from dashboard.store.build import build_store
from dashboard.store.check import check_data
from dashboard.store.connection import open_store
from dashboard.store.review import Doubt, settle
from dashboard.store.rows import Row, read_rows
from dashboard.store.snapshots import SnapshotError, read_files, taken_snapshots, writing
from dashboard.store.tables import CLASSIFICATIONS, REVIEW, TABLE_OF

TODAY = date(2031, 6, 1)
BY = "Redaktören"
DOUBTS = """initiative,reason,dimension,term,rule,quote,source
roof-garden,unsure,target_area,work,starting-a-business,odling på tre tak,page-programme
roof-garden,unsure,place,norr,stated-by-page,odling på tre tak,page-programme
tool-pool,quote-gone,district,norr,stated-by-page,i kvarteret Norr,page-mod
tool-pool,sheet-differs,district,soder,stated-by-page,Söder,page-mod
"""
GARDEN = Doubt("roof-garden", "unsure", "target_area", "work", "odling på tre tak")
PLACE = Doubt("roof-garden", "unsure", "place", "norr", "odling på tre tak")
GONE = Doubt("tool-pool", "quote-gone", "district", "norr", "i kvarteret Norr")
SHEET = Doubt("tool-pool", "sheet-differs", "district", "soder", "Söder")
ALL = (GARDEN, PLACE, GONE, SHEET)


@pytest.fixture
def data(portfolio_folder: Path) -> Path:
    """A folder with a doubt of each kind, in a file from before doubts could be settled."""
    (portfolio_folder / REVIEW).write_text(DOUBTS, "utf-8")
    return portfolio_folder


def labels(data: Path) -> list[Row]:
    return read_rows(TABLE_OF[CLASSIFICATIONS], read_files(data))


def settled(data: Path) -> list[str]:
    return [row["settled"] for row in read_rows(TABLE_OF[REVIEW], read_files(data))]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def told(data: Path, doubt: Doubt, decision: str = "accepted", by: str = BY, role: str = "") -> list[str]:
    return [each.message for each in settle(data, doubt, decision, by, TODAY, role)]


@pytest.mark.parametrize(
    ("doubt", "role", "provenance"),
    [(GARDEN, "", "inferred"), (PLACE, "venue", "stated"), (SHEET, "", "stated")],
)
def test_what_is_accepted_becomes_a_label_that_tells_who_has_reviewed_it(data, doubt, role, provenance):
    before = labels(data)
    assert told(data, doubt, role=role) == []
    [added] = [row for row in labels(data) if row not in before]
    assert {name: added[name] for name in ("initiative", "dimension", "term", "quote")} == {
        name: getattr(doubt, name) for name in ("initiative", "dimension", "term", "quote")
    }
    assert (added["role"], added["provenance"]) == (role, provenance)
    assert (added["reviewer"], added["reviewed_at"]) == (BY, "2031-06-01")
    assert [row for row in labels(data) if row != added] == before


def test_what_is_rejected_changes_no_label(data):
    before = (data / CLASSIFICATIONS).read_bytes()
    assert [told(data, doubt, "rejected") for doubt in ALL] == [[], [], [], []]
    assert (data / CLASSIFICATIONS).read_bytes() == before
    assert settled(data) == ["rejected"] * 4


def test_a_label_whose_words_are_gone_goes_where_that_is_accepted(data):
    before = labels(data)
    assert told(data, GONE) == []
    [gone] = [row for row in before if row not in labels(data)]
    assert (gone["initiative"], gone["dimension"], gone["term"]) == ("tool-pool", "district", "norr")
    assert len(labels(data)) == len(before) - 1


def test_what_is_settled_stays_in_the_file_with_who_and_when_and_passes_every_check(data):
    assert told(data, GARDEN, "rejected", by="  Redak \n tören ") == []
    row = read_rows(TABLE_OF[REVIEW], read_files(data))[0]
    assert (row["settled"], row["settled_by"], row["settled_at"]) == ("rejected", "Redak tören", "2031-06-01")
    assert settled(data) == ["rejected", "", "", ""]
    assert check_data(read_files(data))[1] == []


def test_what_is_settled_is_open_no_longer_for_readers(data, tmp_path):
    told(data, GARDEN)
    build_store(data, tmp_path / "store")
    assert "work" not in review(open_store(tmp_path / "store"))["term"].tolist()
    assert len(review(open_store(tmp_path / "store"))) == 3


def test_no_snapshot_and_no_journal_is_left(data):
    told(data, GARDEN)
    assert taken_snapshots(data) == []
    assert list((data / "snapshots").rglob("*")) == []


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"by": " \n"}, "settled_by: värdet saknas. Fyll i det."),
        ({"by": "å" * 121}, "har 121 tecken men får ha 120"),
        ({"by": "\x1b[2Jtom skärm"}, "osynliga tecken"),
        ({"decision": ""}, "settled: värdet saknas"),
        ({"decision": "perhaps"}, "settled: «perhaps» är inte något av accepted, rejected"),
    ],
)
def test_what_is_said_wrongly_is_named_by_its_column_and_changes_nothing(data, said, says):
    before = tree(data)
    [message] = told(data, GARDEN, **said)
    assert says in message
    assert tree(data) == before


def test_a_place_is_accepted_with_its_role_alone(data):
    before = tree(data)
    assert ["role" in message for message in told(data, PLACE)] == [True]
    assert ["role" in message for message in told(data, PLACE, role="owner")] == [True]
    assert tree(data) == before
    assert told(data, PLACE, "rejected") == []


def test_a_role_that_is_not_asked_for_is_left_out(data):
    assert told(data, GARDEN, role="venue") == []
    assert labels(data)[-1]["role"] == ""


@pytest.mark.parametrize(
    "unseen", [replace(GARDEN, quote="andra ord"), replace(GARDEN, term="home"), replace(GARDEN, reason="")]
)
def test_what_is_not_in_doubt_as_it_was_seen_is_refused(data, unseen):
    before = tree(data)
    [message] = told(data, unseen)
    assert "redan avgjord" in message
    assert tree(data) == before


def test_whoever_settles_what_somebody_else_has_settled_is_told(data):
    assert told(data, GARDEN, "rejected") == []
    before = tree(data)
    [message] = told(data, GARDEN)
    assert "redan avgjord" in message
    assert tree(data) == before


def test_a_label_that_rests_on_other_words_by_now_is_not_taken_away(data):
    path = data / CLASSIFICATIONS
    path.write_text(path.read_text("utf-8").replace("i kvarteret Norr", "kring Norr", 1), "utf-8")
    before = path.read_bytes()
    [message] = told(data, GONE)
    assert "ändrats sedan du såg den" in message
    assert told(data, GONE, "rejected") == []
    assert path.read_bytes() == before


def test_a_label_that_somebody_has_set_meanwhile_stays_as_they_set_it(data):
    path = data / CLASSIFICATIONS
    theirs = "roof-garden,target_area,work,,stated,stated-by-page,tre tak,page-programme,Någon,2031-05-30\n"
    path.write_text(path.read_text("utf-8") + theirs, "utf-8")
    before = path.read_bytes()
    assert told(data, GARDEN) == []
    assert path.read_bytes() == before
    assert settled(data)[0] == "accepted"


def test_two_at_once_are_one_and_a_refusal(data):
    with ThreadPoolExecutor(2) as at_once:
        said = list(at_once.map(lambda decision: told(data, GARDEN, decision), ("accepted", "rejected")))
    assert sorted(map(len, said)) == [0, 1]
    assert settled(data)[0] == ("accepted" if said[0] == [] else "rejected")
    assert any(row["term"] == "work" and row["reviewer"] for row in labels(data)) == (said[0] == [])


def test_several_at_once_are_all_settled(data):
    with ThreadPoolExecutor(4) as at_once:
        assert list(at_once.map(lambda doubt: told(data, doubt, "rejected"), ALL)) == [[]] * 4
    assert settled(data) == ["rejected"] * 4


def test_a_fault_elsewhere_in_the_folder_is_told_and_nothing_is_changed(data):
    facts = data / "portfolio" / "facts.csv"
    facts.write_text(facts.read_text("utf-8").replace("year,2031", "year,3031"), "utf-8")
    before = tree(data)
    [message] = told(data, GARDEN)
    assert message.startswith("portfolio/facts.csv rad 4, value")
    assert tree(data) == before


def test_a_doubt_that_lacks_what_a_label_needs_can_only_be_rejected(data):
    path = data / REVIEW
    path.write_text(path.read_text("utf-8").replace("starting-a-business", ""), "utf-8")
    [message] = told(data, GARDEN)
    assert message.startswith("portfolio/classifications.csv")
    assert "rule: värdet saknas" in message
    assert told(data, GARDEN, "rejected") == []


def test_a_file_that_cannot_be_read_is_told_and_left_alone(data):
    (data / REVIEW).write_bytes(b"\xff")
    [message] = told(data, GARDEN)
    assert message.startswith(REVIEW)
    assert (data / REVIEW).read_bytes() == b"\xff"


def test_a_folder_that_cannot_be_written_stays_as_it_was(data, monkeypatch):
    before = tree(data)

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(SnapshotError, match="ingenting är ändrat"):
        told(data, GARDEN)
    assert {name: content for name, content in tree(data).items() if "unfinished" not in name} == before


def test_what_is_cut_short_holds_from_the_journal_on_and_the_next_writer_finishes_it(data, monkeypatch):
    before = {name: (data / name).read_bytes() for name in (CLASSIFICATIONS, REVIEW)}
    with monkeypatch.context() as patched:
        patched.setattr(snapshots, "_put_in_place", lambda data: None)
        assert told(data, GARDEN) == []
    assert {name: (data / name).read_bytes() for name in before} == before
    assert settled(data)[0] == "accepted"
    assert labels(data)[-1]["reviewer"] == BY
    with writing(data):
        assert (data / REVIEW).read_bytes() != before[REVIEW]
        assert (data / CLASSIFICATIONS).read_bytes() != before[CLASSIFICATIONS]
    assert list((data / "snapshots").iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"contents"', '"other"'),
        ("tre tak", "fyra tak"),
        ("roof-garden,unsure", "\\ud800"),
        ('"code": ""', '"code": "x"'),
    ],
)
def test_a_journal_that_somebody_has_changed_is_never_read(data, monkeypatch, old, new):
    monkeypatch.setattr(snapshots, "_put_in_place", lambda data: None)
    told(data, GARDEN)
    journal = data / "snapshots" / "pending.json"
    assert old in journal.read_text("utf-8")
    journal.write_text(journal.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(SnapshotError, match="trasig"):
        read_files(data)


def test_a_row_that_is_settled_says_by_whom_and_when(data):
    told(data, GARDEN)
    path = data / REVIEW
    path.write_text(path.read_text("utf-8").replace(f"{BY},2031-06-01", f"{BY},"), "utf-8")
    _, [found] = check_data(read_files(data))
    assert found.message.startswith("portfolio/review.csv rad 2, settled_at: värdet saknas")
