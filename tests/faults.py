"""Commands that are killed, or let down by the disk, at any of their steps.

A step is what changes a file: to open it for writing, flush, rename or remove it, to make or remove a folder.
DuckDB's own writing is met at any byte by a limit on how large a file may become. A process with everything
imported forks for each run, so that a run costs what the command costs.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

TODAY = "2031-06-01"
_ENVIRONMENT = {
    "DASHBOARD_CAPTURES": str(Path(__file__).with_name("nowhere")),
    "OPENBLAS_NUM_THREADS": "1",  # so that it can fork
    "PYTHONPATH": ".:src",
}
_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class Fault:
    """What happens at the step of this number, or from it on, or where a file grows beyond `limit` bytes.

    Without an `error`, a number of `errno`, the process is killed.
    """

    step: int | None = None
    error: int = 0
    lasting: bool = False
    limit: int | None = None


@dataclass(frozen=True)
class Run:
    """How a command ended: exit status or the negative signal, what it said, and the steps it came to."""

    status: int
    said: str
    steps: list[str]

    @property
    def killed(self) -> bool:
        return self.status < 0


class Workshop:
    """Runs commands of `dashboard`, each in a process of its own, as on the day `TODAY`.

    `within` is a command that runs another, such as one that gives it mounts of its own.
    """

    def __init__(self, within: Sequence[str] = ()) -> None:
        self._server = subprocess.Popen(
            [*within, sys.executable, "-W", "error", "-m", "tests.faults"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | _ENVIRONMENT,
            cwd=Path(__file__).parents[1],
            text=True,
        )

    def run(self, folder: Path, *words: str | Path, fault: Fault = Fault(), day: str = TODAY) -> Run:
        """`words` are a command and its arguments, `sh`, or of `_OF_PAGES`; steps in `folder` count."""
        assert self._server.stdin
        assert self._server.stdout
        asked = {"folder": str(folder), "words": [*map(str, words)], "fault": asdict(fault), "day": day}
        self._server.stdin.write(json.dumps(asked) + "\n")
        self._server.stdin.flush()
        return Run(**json.loads(self._server.stdout.readline()))

    def seen(self, folder: Path, copy: Path) -> Path:
        """The folder as its commands see it, who may have mounts of their own, copied to where we do."""
        return Path(shutil.copytree(f"/proc/{self._server.pid}/root{folder}", copy))

    def close(self) -> None:
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.close()
        self._server.wait()
        self._server.stdout.close()


def _serve() -> None:
    import dashboard.cli  # noqa: F401  (all that the commands need, once)

    for line in sys.stdin:
        asked = json.loads(line)
        asked["fault"] = Fault(**asked["fault"])
        print(json.dumps(asdict(_fork(**asked))), flush=True)


def _fork(folder: str, words: list[str], fault: Fault, day: str) -> Run:
    said, telling = os.pipe()
    steps, stepping = os.pipe()
    child = os.fork()
    if not child:
        os.close(said)
        os.close(steps)
        _become(folder, words, fault, day, telling, stepping)
    os.close(telling)
    os.close(stepping)
    told, taken = _read_both(said, steps)
    _, status = os.waitpid(child, 0)
    return Run(os.waitstatus_to_exitcode(status), told, taken.splitlines())


def _read_both(said: int, steps: int) -> tuple[str, str]:
    """Steps are few enough for the pipe to hold them all while what is said is read."""
    with os.fdopen(said, "rb") as one, os.fdopen(steps, "rb") as other:
        return one.read().decode(), other.read().decode()


def _become(folder: str, words: list[str], fault: Fault, day: str, telling: int, stepping: int) -> None:
    status = 70
    try:
        os.dup2(telling, 1)
        os.dup2(telling, 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        _set_clock(date.fromisoformat(day))
        _limit(fault)
        _watch(folder, fault, stepping)
        status = _run(words)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _run(words: list[str]) -> int:
    if words[0] in _OF_PAGES:
        return _write_as_a_page_does(_OF_PAGES[words[0]], Path(words[1]))
    if words[0] == "sh":
        return subprocess.run(["sh", "-c", words[1]]).returncode
    from dashboard.cli import main

    try:
        main(words, standalone_mode=True)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def _save_deck(data: Path) -> None:
    from dashboard.deck_files import save_deck
    from dashboard.decks import Deck, DeckSlide

    save_deck(data, Deck("En berättelse", (DeckSlide("skeden", "stages"),), "en-berattelse"))


def _record_decision(data: Path) -> None:
    from dashboard.gaps import Gap
    from dashboard.store.gap_register import record_decision

    said = {
        "decision": "looking-into",
        "owner_role": "Chefen",
        "decided_by": "Nämnden",
        "reason": "Ingen vet",
    }
    problems = record_decision(data, Gap.at(district="udden"), said | {"decided_at": TODAY}, date.max)
    assert problems == []


def _settle_doubt(data: Path) -> None:
    from dashboard.store.review import Doubt, settle

    doubt = Doubt("roof-garden", "unsure", "target_area", "work", "odling på tre tak")
    assert settle(data, doubt, "accepted", "Redaktören", date.fromisoformat(TODAY)) == []


_OF_PAGES = {"doubt": _settle_doubt, "deck": _save_deck, "decision": _record_decision}


def _write_as_a_page_does(write: Callable[[Path], None], data: Path) -> int:
    """A page shows the sentence that is printed here."""
    from dashboard.store.snapshots import SnapshotError

    try:
        write(data)
    except SnapshotError as error:
        print(error)
        return 1
    return 0


def _set_clock(day: date) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(day.year, day.month, day.day, 12, tzinfo=tz)

    for name in ("store.build", "portfolio.import_captures", "gap_commands"):
        sys.modules[f"dashboard.{name}"].datetime = Clock  # type: ignore[attr-defined]


def _limit(fault: Fault) -> None:
    """The system kills who writes beyond it, or refuses where the signal is ignored."""
    if fault.limit is not None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN if fault.error else signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (fault.limit, fault.limit))


def _watch(folder: str, fault: Fault, stepping: int) -> None:
    taken = 0

    def step(what: str) -> None:
        nonlocal taken
        number, taken = taken, taken + 1
        os.write(stepping, f"{what}\n".encode())
        if fault.step is None or number < fault.step or (number > fault.step and not fault.lasting):
            return
        if not fault.error:
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(fault.error, os.strerror(fault.error), what.partition(" ")[2])

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _CHANGES or (event == "open" and arguments[2] & _WRITES):
            place = os.fsdecode(arguments[0])
            is_ours = place.startswith(folder) or not place.startswith("/")
            if is_ours and not (event == "os.mkdir" and Path(place).is_dir()):
                step(f"{event} {place.removeprefix(folder)}")

    os.fsync = lambda descriptor: step("fsync")  # really to wait for the disk would tell nothing more
    sys.addaudithook(hear)


if __name__ == "__main__":
    _serve()
