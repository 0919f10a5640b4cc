"""Files being made: a few at a time, in threads of their own, so that no page waits for them.

Only in memory: after a restart readers ask anew.
"""

import logging
from collections import Counter
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from secrets import token_urlsafe
from threading import Lock
from time import monotonic

from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Told

_log = logging.getLogger(__name__)


class Busy(Exception):
    """As many are under way as may be; one is ready in a moment."""


class State(StrEnum):
    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Order:
    """A file to be made; `key` is the same where the same file is meant."""

    key: Hashable
    name: str
    mime: str
    language: str
    make: Callable[[Told], bytes]
    keeps: bool = False
    """Whether the same address answers with the same tomorrow."""


@dataclass(eq=False)
class Job:
    """What becomes of an order; whoever knows its `code` may fetch the file."""

    order: Order
    code: str = field(default_factory=lambda: token_urlsafe(16))
    progress: tuple[int, int] = (0, 0)
    """How many parts are done, and of how many."""
    made: Future[bytes] = field(init=False)
    ended: float = 0

    @property
    def state(self) -> State:
        if not self.made.done():
            return State.WORKING if self.made.running() else State.WAITING
        return State.FAILED if self._problem else State.DONE

    @property
    def refusal(self) -> str:
        """Why it failed, where that is for readers to know and to change."""
        return str(self._problem) if isinstance(self._problem, ExportRefused) else ""

    @property
    def _problem(self) -> BaseException | None:
        """None as long as it is under way, too: to ask the future itself would wait for it."""
        if self.made.cancelled():
            return CancelledError()
        return self.made.exception() if self.made.done() else None

    @property
    def size(self) -> int:
        return len(self.made.result()) if self.state is State.DONE else 0


class Jobs:
    """All jobs of a server.

    At most `working` run at a time and `unfinished` in all. Of the finished, the newest `kept` stay, as long
    as they are no larger together than `size` bytes and no older than `age` seconds; the very newest whatever
    its size.
    """

    def __init__(
        self,
        working: int = 2,
        unfinished: int = 20,
        kept: int = 50,
        size: int = 100_000_000,
        age: float = 900,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._pool = ThreadPoolExecutor(working, thread_name_prefix="export")
        self._unfinished, self._kept, self._size, self._age = unfinished, kept, size, age
        self._clock = clock
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def start(self, order: Order) -> Job:
        """A job for the order: one that is under way, if the same is meant. Raises Busy."""
        with self._lock:
            self._forget()
            unfinished = [job for job in self._jobs.values() if not job.made.done()]
            for job in unfinished:
                if job.order.key == order.key:
                    return job
            if len(unfinished) >= self._unfinished:
                raise Busy
            job = Job(order)
            job.made = self._pool.submit(self._work, job)
            self._jobs[job.code] = job
            return job

    def find(self, code: str) -> Job | None:
        with self._lock:
            self._forget()
            return self._jobs.get(code)

    def counts(self) -> dict[str, float]:
        """How many jobs are in each state."""
        with self._lock:
            self._forget()
            states = Counter(job.state for job in self._jobs.values())
        return {str(state): states[state] for state in State}

    def close(self) -> None:
        """Begin nothing more; what runs comes to its end."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _work(self, job: Job) -> bytes:
        def told(done: int, of: int) -> None:
            job.progress = (done, of)

        try:
            return job.order.make(told)
        except ExportRefused:
            raise
        except Exception:
            _log.exception("%s could not be made", job.order.name)
            raise
        finally:
            job.ended = self._clock()

    def _forget(self) -> None:
        """Newest first, keep those that there is room for."""
        finished = sorted(
            (job for job in self._jobs.values() if job.made.done()), key=lambda job: job.ended, reverse=True
        )
        size = 0
        for place, job in enumerate(finished):
            size += job.size
            old = self._clock() - job.ended > self._age
            if old or place >= self._kept or (place and size > self._size):
                del self._jobs[job.code]
