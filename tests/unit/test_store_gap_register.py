"""The gap register's file: decisions are added to it, one row each, and never changed."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.gaps import Decision, Gap
from dashboard.queries.gap_register import history, latest_decisions
from dashboard.store.build import build_store
from dashboard.store.check import check_data
from dashboard.store.connection import open_store
from dashboard.store.gap_register import check_appended, record_decision, told
from dashboard.store.rows import read_rows
from dashboard.store.snapshots import SnapshotError, read_files, read_snapshot, take_snapshot, writing
from dashboard.store.tables import GAP_DECISIONS, TABLE_OF

TODAY = date(2031, 5, 20)
TABLE = TABLE_OF[GAP_DECISIONS]
UDDEN = Gap.at(district="udden")
UDDEN_NOW = Gap.at(district="udden", stage="doing-now")
SAID = {
    "decision": "looking-into",
    "owner_role": "Områdeschef",
    "decided_by": "Nämnden",
    "reason": "Ingen vet än, men ”frågan” är väckt; se mötet",
    "decided_at": "2031-05-02",
    "review_at": "2031-11-02",
}


def rows(data: Path) -> list[dict[str, str]]:
    return read_rows(TABLE, read_files(data))


def record(data: Path, gap: Gap = UDDEN, seen: int | None = None, **said: str) -> list[str]:
    """Add a decision; what is told where it is not added."""
    return [each.message for each in record_decision(data, gap, SAID | said, TODAY, seen)]


def test_the_first_decision_makes_the_file(portfolio_folder):
    assert record(portfolio_folder, UDDEN_NOW) == []
    gap = {"dimension": "district", "term": "udden", "across_dimension": "stage", "across_term": "doing-now"}
    assert rows(portfolio_folder) == [{"position": "1", "case_number": "", "case_address": ""} | gap | SAID]


def test_a_decision_that_is_recorded_is_in_the_next_store(portfolio_folder, tmp_path):
    record(portfolio_folder, UDDEN_NOW)
    build_store(portfolio_folder, tmp_path / "store")
    [found] = latest_decisions(open_store(tmp_path / "store")).to_dict("records")
    assert (found["gap"], found["reason"]) == (str(UDDEN_NOW), SAID["reason"])
    assert found["review_at"].date() == date(2031, 11, 2)


@pytest.mark.parametrize(
    ("said", "told_of_it"),
    [
        ({"decision": "perhaps"}, "decision: «perhaps» är inte något av chosen, looking-into, "),
        ({"decision": ""}, "decision: värdet saknas"),
        ({"owner_role": " \n "}, "owner_role: värdet saknas"),
        ({"reason": "å" * 601}, "har 601 tecken men får ha 600"),
        ({"reason": "osynlig\u200btext"}, "osynliga tecken"),
        ({"reason": "\x1b[2Jtom skärm"}, "osynliga tecken"),
        ({"decided_at": "2 maj"}, "decided_at: «2 maj» är inte ett datum som 2026-11-21"),
        (
            {"decided_at": "2031-05-21", "review_at": ""},
            "decided_at: «2031-05-21» är senare än i dag, 2031-05-20",
        ),
        ({"decided_at": "1999-12-31"}, "decided_at: «1999-12-31» är före år 2000. Ange dagen då"),
        ({"review_at": "2031-05-02"}, "review_at: «2031-05-02» är inte efter beslutet 2031-05-02"),
        (
            {"case_address": "javascript:alert(1)"},
            "case_address: «javascript:alert(1)» är inte en webbadress",
        ),
    ],
)
def test_a_decision_that_breaks_a_rule_is_not_added_and_its_field_is_named(
    portfolio_folder, said, told_of_it
):
    record(portfolio_folder)
    before = (portfolio_folder / GAP_DECISIONS).read_bytes()
    [message] = record(portfolio_folder, **said)
    assert told_of_it in message
    assert (portfolio_folder / GAP_DECISIONS).read_bytes() == before


@pytest.mark.parametrize("decided_at", ["2000-01-01", str(TODAY)])
def test_a_decision_may_be_from_any_day_since_the_year_2000_until_today(portfolio_folder, decided_at):
    assert record(portfolio_folder, decided_at=decided_at) == []


def test_a_file_may_hold_later_days_as_it_is_read_on_any_day(portfolio_folder):
    record(portfolio_folder)
    path = portfolio_folder / GAP_DECISIONS
    path.write_text(path.read_text("utf-8").replace("2031-", "2131-"), "utf-8")
    assert check_data(read_files(portfolio_folder))[1] == []


def test_problems_are_told_by_the_names_that_a_writer_knows(portfolio_folder):
    problems = record_decision(portfolio_folder, UDDEN, SAID | {"reason": ""}, TODAY)
    assert [told(each, {"reason": "Motivering"}) for each in problems] == [
        "Motivering: värdet saknas. Fyll i det."
    ]


def test_line_breaks_and_doubled_spaces_become_single_spaces(portfolio_folder):
    assert record(portfolio_folder, reason="  ett \r\n två\n\n\ttre a\u030a ") == []
    assert rows(portfolio_folder)[0]["reason"] == "ett två tre å"


def test_what_looks_like_a_formula_or_markup_is_kept_as_it_was_written(portfolio_folder):
    reason = '=HYPERLINK("x"), <script> & |'
    assert record(portfolio_folder, reason=reason) == []
    assert rows(portfolio_folder)[0]["reason"] == reason


def test_whoever_has_not_seen_the_latest_decision_is_told_and_a_second_click_adds_nothing(portfolio_folder):
    assert record(portfolio_folder, seen=0) == []
    [refused] = record(portfolio_folder, seen=0)
    assert "nyare beslut" in refused
    assert record(portfolio_folder, UDDEN_NOW, seen=0) == []
    assert record(portfolio_folder, seen=1) == []
    assert len(rows(portfolio_folder)) == 3


def test_a_fault_elsewhere_in_the_folder_is_told_and_nothing_is_added(portfolio_folder):
    facts = portfolio_folder / "portfolio" / "facts.csv"
    facts.write_text(facts.read_text("utf-8").replace("year,2031", "year,3031"), "utf-8")
    [message] = record(portfolio_folder)
    assert message.startswith("portfolio/facts.csv rad 4, value")
    assert not (portfolio_folder / GAP_DECISIONS).exists()


HEAD = ",".join(column.name for column in TABLE.columns)


@pytest.mark.parametrize(
    "before",
    [
        HEAD.encode(),
        b"\xef\xbb\xbf" + HEAD.encode() + b"\r\n",
        ",".join(reversed(HEAD.split(","))).encode() + b"\n\n",
        HEAD.removesuffix(",case_number,case_address").encode() + b"\n",
    ],
    ids=["without an end of line", "from Excel", "columns in another order", "without optional columns"],
)
def test_a_file_that_somebody_has_saved_by_hand_is_added_to_as_it_stands(portfolio_folder, before):
    (portfolio_folder / GAP_DECISIONS).write_bytes(before)
    assert record(portfolio_folder) == []
    assert (portfolio_folder / GAP_DECISIONS).read_bytes().startswith(before)
    assert rows(portfolio_folder)[0]["reason"] == SAID["reason"]


def test_what_the_file_has_no_column_for_is_never_lost_in_silence(portfolio_folder):
    before = HEAD.removesuffix(",case_number,case_address").encode() + b"\n"
    (portfolio_folder / GAP_DECISIONS).write_bytes(before)
    assert ["saknas en kolumn" in message for message in record(portfolio_folder, case_number="KS 1")] == [
        True
    ]
    assert (portfolio_folder / GAP_DECISIONS).read_bytes() == before


@pytest.mark.parametrize("damage", [b"\xff", b"position;dimension\n", b'1,"'])
def test_a_file_that_cannot_be_read_is_told_and_left_alone(portfolio_folder, damage):
    path = portfolio_folder / GAP_DECISIONS
    path.write_bytes(HEAD.encode() + b"\n" + damage if damage.startswith(b"1") else damage)
    before = path.read_bytes()
    assert all(message.startswith(GAP_DECISIONS) for message in record(portfolio_folder))
    assert record(portfolio_folder)
    assert path.read_bytes() == before


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from([UDDEN, UDDEN_NOW]), st.sampled_from(Decision), WORDS), max_size=4))
def test_after_n_additions_there_are_n_rows_in_order_and_what_was_there_is_a_prefix(tmp_path_factory, said):
    data = tmp_path_factory.mktemp("data") / "data"
    shutil.copytree(Path(__file__).parents[1] / "data" / "exempelby", data)
    path, added = data / GAP_DECISIONS, []
    for gap, decision, reason in said:
        before = path.read_bytes() if path.exists() else b""
        if not record(data, gap, decision=decision, reason=reason):
            added.append((str(len(added) + 1), str(decision), gap.terms[-1][1]))
        after = path.read_bytes() if path.exists() else b""
        assert after.startswith(before)
    found = [(row["position"], row["decision"], row["across_term"] or row["term"]) for row in rows(data)]
    assert found == added
    shutil.rmtree(data)


def test_a_folder_that_cannot_be_written_gives_a_sentence_and_the_register_stays(
    portfolio_folder, monkeypatch
):
    record(portfolio_folder)
    before = (portfolio_folder / GAP_DECISIONS).read_bytes()

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(SnapshotError, match="beslutet är inte sparat"):
        record(portfolio_folder)
    assert (portfolio_folder / GAP_DECISIONS).read_bytes() == before


def kept_check(data: Path) -> list[str]:
    """What is told of decisions that the folder's one snapshot holds."""
    found = check_appended(read_files(data), [("2031-05-02", read_snapshot(data, "2031-05-02"))])
    return [each.message.partition(". ")[0] for each in found]


@pytest.fixture
def kept(portfolio_folder) -> Path:
    """A folder with two decisions, kept as a snapshot, and a third one since."""
    record(portfolio_folder)
    record(portfolio_folder, UDDEN_NOW)
    with writing(portfolio_folder):
        take_snapshot(portfolio_folder, date(2031, 5, 2))
    record(portfolio_folder)
    return portfolio_folder


def test_decisions_that_have_only_been_added_to_are_all_right(kept):
    assert kept_check(kept) == []


def test_a_decision_that_has_been_changed_is_named_with_its_line(kept):
    path = kept / GAP_DECISIONS
    path.write_text(path.read_text("utf-8").replace("Nämnden", "Jag", 1), "utf-8")
    assert kept_check(kept) == [
        "portfolio/gap_decisions.csv rad 2: beslut 1 är ändrat sedan ögonblicksbilden 2031-05-02"
    ]


def test_decisions_that_have_been_taken_out_are_named(kept):
    path = kept / GAP_DECISIONS
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:1]), "utf-8")
    assert kept_check(kept) == [
        "portfolio/gap_decisions.csv: beslut 1 är borttaget sedan ögonblicksbilden 2031-05-02",
        "portfolio/gap_decisions.csv: beslut 2 är borttaget sedan ögonblicksbilden 2031-05-02",
    ]


def test_a_snapshot_from_before_the_register_has_no_decisions_and_a_store_all_the_same(
    portfolio_folder, tmp_path
):
    with writing(portfolio_folder):
        take_snapshot(portfolio_folder, date(2031, 5, 2))
    record(portfolio_folder)
    build_store(portfolio_folder, tmp_path / "store")
    assert len(history(open_store(tmp_path / "store"), UDDEN)) == 1
    assert history(open_store(tmp_path / "store", "2031-05-02"), UDDEN).empty
    assert kept_check(portfolio_folder) == []
