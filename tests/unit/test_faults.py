"""Through failure: each command is killed, or let down by the disk, at each of its steps.

Whenever that happens, readers have the old data or the new, whole; nothing is lost; a sentence says what went
wrong, and the next run brings about what the first would have.
"""

import errno
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.faults import Fault, Run, Workshop
from tests.trust import Kind, Ledger

from dashboard.store.connection import open_store
from dashboard.store.snapshots import read_files, read_snapshot, taken_snapshots, writing
from dashboard.store.tables import REVIEW

EXAMPLES = Path(__file__).parents[1] / "data"
Words = Callable[[Path], list[str | Path]]
"""A command and its arguments, for a folder."""
DOUBT = """initiative,reason,dimension,term,rule,quote,source
roof-garden,unsure,target_area,work,starting-a-business,odling på tre tak,page-programme
"""
DECISION = ("--decision", "looking-into", "--owner", "Chefen", "--by", "Nämnden", "--reason", "Ingen vet")


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def data_of(folder: Path) -> list[str | Path]:
    return ["--data", folder / "data"]


def build(folder: Path) -> list[str | Path]:
    return ["build", *data_of(folder), "--store", folder / "store"]


def take_snapshot(folder: Path) -> list[str | Path]:
    return ["snapshot", *data_of(folder)]


def check(folder: Path) -> list[str | Path]:
    return ["check", *data_of(folder)]


def import_page(folder: Path) -> list[str | Path]:
    return ["import", folder / "page.txt", *data_of(folder), "--captures", folder / "captures"]


def decide(folder: Path) -> list[str | Path]:
    return ["gaps", "decide", "district:udden", *DECISION, *build(folder)[1:]]


def settle_doubt(folder: Path) -> list[str | Path]:
    return ["doubt", folder / "data"]


def back_up(folder: Path) -> list[str | Path]:
    return ["backup", folder / "backup.tar", *data_of(folder), "--captures", folder / "captures"]


def restore(folder: Path) -> list[str | Path]:
    """Without what imports have kept, as `build` knows another place for that."""
    return ["restore", folder / "backup.tar", *build(folder)[1:], "--captures", folder / "kept"]


@dataclass(frozen=True)
class Case:
    """`words` makes the command for a folder, `again` the one after a fault if its change holds already."""

    before: str
    words: Words
    again: Words
    stride: int = 1
    """The disk lets down only each so many steps: a restore unpacks many files, each in the same way."""


CASES = {
    "import": Case("May", import_page, import_page),
    "snapshot": Case("unkept", take_snapshot, take_snapshot),
    "build": Case("imported", build, build),
    "recording a decision": Case("May", lambda folder: ["decision", folder / "data"], check),
    "settling a doubt": Case("in doubt", settle_doubt, check),
    "saving a deck": Case("May", lambda folder: ["deck", folder / "data"], check),
    "backup": Case("June", back_up, back_up),
    "restore": Case("June", restore, build, stride=5),
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory, workshop: Workshop) -> dict[str, Path]:
    return make_folders(tmp_path_factory.mktemp("faults"), workshop)


def make_folders(root: Path, workshop: Workshop) -> dict[str, Path]:
    """The made-up municipality: without a snapshot; in May; with a doubt; imported but not built; in June.

    June also has a backup from before the first snapshot.
    """

    def after(name: str, before: str, *commands: Words) -> None:
        folder = Path(shutil.copytree(root / before, root / name))
        for words in commands:
            done = workshop.run(folder, *words(folder))
            assert done.status == 0, done.said

    shutil.copytree(EXAMPLES / "exempelby", root / "unkept" / "data")
    page = (EXAMPLES / "captures" / "mojligheter.txt").read_text("utf-8")
    (root / "unkept" / "page.txt").write_text(page.replace("• Odla på taket", "• Bio i parken"), "utf-8")
    after("backed up", "unkept", back_up)
    after("May", "unkept", take_snapshot, build)
    after("imported", "May", import_page)
    shutil.copytree(root / "May", root / "reworded")
    (root / "reworded" / "data" / REVIEW).write_text(DOUBT, "utf-8")
    after("in doubt", "reworded", build)
    after("June", "imported", build)
    shutil.copy(root / "backed up" / "backup.tar", root / "June" / "backup.tar")
    return {name: root / name for name in ("unkept", "May", "in doubt", "imported", "June")}


@dataclass(frozen=True)
class Seen:
    """What readers would get: of the pages, of `data/`, of its snapshots and decks, and of the backup."""

    version: str
    data: dict[str, bytes]
    snapshots: dict[str, dict[str, bytes]]
    decks: dict[str, bytes]
    backup: bytes

    @classmethod
    def of(cls, folder: Path) -> "Seen":
        backup = folder / "backup.tar"
        return cls(
            open_store(folder / "store").version if (folder / "store").exists() else "",
            read_files(folder / "data"),
            {code: read_snapshot(folder / "data", code) for code in taken_snapshots(folder / "data")},
            {path.name: path.read_bytes() for path in (folder / "data" / "decks").glob("[!.]*.toml")},
            backup.read_bytes() if backup.exists() else b"",
        )

    def is_between(self, old: "Seen", new: "Seen") -> bool:
        return all(
            mine in (theirs, others)
            for mine, theirs, others in zip(*(vars(each).values() for each in (self, old, new)), strict=True)
        )

    @property
    def rows(self) -> int:
        return sum(content.count(b"\n") for name, content in self.data.items() if name.endswith(".csv"))


class Trial:
    """One command from one folder, and what comes of it undisturbed."""

    def __init__(self, workshop: Workshop, folders: dict[str, Path], scratch: Path, case: Case) -> None:
        self.workshop, self.case, self.scratch = workshop, case, scratch
        self.before = folders[case.before]
        done, folder = self.run("undisturbed", Fault())
        assert done.status == 0, done.said
        self.steps = len(done.steps)
        self.old, self.new = Seen.of(self.before), Seen.of(folder)
        self.end = self.lasting(folder)
        self.rows = 0
        assert self.old != self.new

    def run(self, name: str, fault: Fault) -> tuple[Run, Path]:
        folder = Path(shutil.copytree(self.before, self.scratch / name))
        return self.workshop.run(folder, *self.case.words(folder), fault=fault), folder

    def lasting(self, folder: Path) -> dict[str, dict[str, bytes]]:
        return {name: tree(folder / name) for name in ("data", "captures")}

    def survives(self, name: str, fault: Fault) -> Run:
        """Look, write, run again, and compare with what the command does undisturbed."""
        run, folder = self.run(name, fault)
        seen = Seen.of(folder)
        assert seen.is_between(self.old, self.new), (name, run)
        self.rows += seen.rows
        holds = seen.data == self.new.data and seen.decks == self.new.decks
        mended = self.workshop.run(folder, *(self.case.again if holds else self.case.words)(folder))
        assert mended.status == 0, (name, run, mended.said)
        with writing(folder / "data"):
            pass  # the next writer finds nothing to do but to tidy
        assert self.lasting(folder) == self.end, (name, run)
        assert Seen.of(folder).is_between(self.new, self.new) or self.case.again is not build
        left = [path for path in folder.rglob("*") if re.search(r"unfinished|pending|building", path.name)]
        assert not [path for path in left if path.name != "data.unfinished"], (name, run)
        if self.case.words is restore:
            assert any(tree(kept) == tree(self.before / "data") for kept in folder.glob("data.re*"))
        shutil.rmtree(folder)
        return run

    def note(self, ledger: Ledger, what: str, times: int) -> None:
        ledger.note(Kind.FAULTS, what, times)
        ledger.note(Kind.LOST, "of the rows of data/ that were read after each fault", 0)


@pytest.fixture(params=CASES)
def trial(request, workshop, folders, tmp_path) -> Trial:
    return Trial(workshop, folders, tmp_path, CASES[request.param])


def test_killed_at_any_step_nothing_is_lost_and_the_next_run_mends_it(trial, request, ledger):
    for step in range(trial.steps + 1):
        run = trial.survives(f"killed-{step}", Fault(step))
        assert run.killed == (step < trial.steps)
    trial.note(ledger, f"`{request.node.callspec.params['trial']}` killed", trial.steps)


ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)
SAYS = re.compile(r"(kan|kunde) inte [^\n]*(skrivas|göras|läsas)", re.IGNORECASE)


def test_let_down_by_the_disk_at_any_step_it_is_said_and_the_next_run_mends_it(trial, request, ledger):
    steps = range(0, trial.steps, trial.case.stride)
    for number, step in enumerate(steps):
        error = ERRORS[number % len(ERRORS)]
        run = trial.survives(f"failed-{step}", Fault(step, error, lasting=error != errno.EIO))
        assert run.status in (0, 1), run.said
        assert "Traceback" not in run.said
        assert run.status == 0 or SAYS.search(run.said), run.said
    trial.note(ledger, f"`{request.node.callspec.params['trial']}` let down by the disk", len(steps))


LIMITS = (0, 8192, 400_000, 3_000_000)
"""Bytes; the data file becomes some megabytes large."""


@pytest.mark.parametrize("trial", ["build"], indirect=True)
@pytest.mark.parametrize("error", [0, errno.EFBIG])
def test_where_the_data_file_breaks_off_while_duckdb_writes_it_the_old_one_serves(trial, error, ledger):
    for limit in LIMITS:
        run = trial.survives(f"limit-{limit}", Fault(limit=limit, error=error))
        assert run.killed == (not error)
        assert not error or (run.status == 1 and SAYS.search(run.said) and "Traceback" not in run.said)
    trial.note(ledger, "data file broken off while it was written", len(LIMITS))
