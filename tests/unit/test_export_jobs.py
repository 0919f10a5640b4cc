"""Files being made in the background: few at a time, bounded in number, size and age."""

from collections.abc import Iterator
from concurrent.futures import wait
from threading import Event

import pytest

from dashboard.exports.refusal import ExportRefused
from dashboard.ui.export_jobs import Busy, Job, Jobs, Order, State

SECONDS = 20
"""Far more than any of this takes; only a failing test waits so long."""


@pytest.fixture
def gate() -> Iterator[Event]:
    """What the orders of `held` wait for."""
    opened = Event()
    yield opened
    opened.set()


def order(key="a", make=lambda told: b"made"):
    return Order(key, f"{key}.pdf", "application/pdf", "sv", make)


def held(key: str, gate: Event) -> Order:
    """An order that is not made before the gate opens."""

    def make(_told):
        assert gate.wait(SECONDS)
        return key.encode()

    return order(key, make)


def ended(*jobs: Job) -> None:
    assert not wait([job.made for job in jobs], SECONDS).not_done


def test_a_job_gives_the_file_and_is_found_by_its_code():
    jobs = Jobs()
    job = jobs.start(order())
    ended(job)
    assert (job.state, job.made.result()) == (State.DONE, b"made")
    assert jobs.find(job.code) is job


def test_a_job_tells_how_far_it_has_come(gate):
    begun = Event()

    def make(told):
        told(1, 3)
        begun.set()
        assert gate.wait(SECONDS)
        told(3, 3)
        return b""

    job = Jobs().start(order(make=make))
    assert begun.wait(SECONDS)
    assert (job.state, job.progress) == (State.WORKING, (1, 3))
    gate.set()
    ended(job)
    assert job.progress == (3, 3)


def test_no_more_work_at_a_time_than_may_and_the_next_begins_when_one_ends(gate):
    jobs = Jobs(working=2)
    running = Event()

    def make(_told):
        running.set()
        return b""

    first, second = jobs.start(held("a", gate)), jobs.start(held("b", gate))
    third = jobs.start(order("c", make))
    assert third.state is State.WAITING
    assert not running.is_set()
    gate.set()
    ended(first, second, third)
    assert running.is_set()


def test_where_too_many_wait_the_next_is_turned_away_until_one_has_ended(gate):
    jobs = Jobs(working=1, unfinished=2)
    waiting = [jobs.start(held(key, gate)) for key in "ab"]
    with pytest.raises(Busy):
        jobs.start(order("c"))
    gate.set()
    ended(*waiting)
    assert jobs.start(order("c"))


def test_the_same_order_is_made_once_while_it_is_under_way_and_anew_after_that(gate):
    jobs = Jobs(working=1, unfinished=1)
    job = jobs.start(held("a", gate))
    assert jobs.start(held("a", gate)) is job
    gate.set()
    ended(job)
    assert jobs.start(held("a", gate)) is not job


def test_a_refusal_is_told_in_its_own_words_and_is_no_error_in_the_log(caplog):
    def make(_told):
        raise ExportRefused("Urvalet är för stort.")

    job = Jobs().start(order(make=make))
    ended(job)
    assert (job.state, job.refusal) == (State.FAILED, "Urvalet är för stort.")
    assert not caplog.records


def test_any_other_failure_stands_in_the_log_and_is_kept_from_readers(caplog):
    def make(_told):
        raise ValueError("secret")

    job = Jobs().start(order(make=make))
    ended(job)
    assert (job.state, job.refusal) == (State.FAILED, "")
    assert [record.getMessage() for record in caplog.records] == ["a.pdf could not be made"]


def made_of(jobs: Jobs, *sizes: int) -> list[Job]:
    """Jobs that have ended one after the other, with files of these sizes."""
    made = []
    for key, size in enumerate(sizes):
        made.append(jobs.start(order(str(key), lambda told, size=size: b"x" * size)))
        ended(made[-1])
    return made


@pytest.mark.parametrize(
    ("limits", "sizes", "kept"),
    [
        ({"kept": 2}, [1, 1, 1], [1, 2]),
        ({"size": 10}, [4, 4, 4], [1, 2]),
        ({"size": 10}, [4, 11], [1]),  # the newest is kept whatever its size: somebody is about to fetch it
        ({}, [1, 1, 1], [0, 1, 2]),
    ],
)
def test_only_the_newest_files_are_kept(limits, sizes, kept):
    ticks = iter(range(100))
    jobs = Jobs(clock=lambda: next(ticks), **limits)
    made = made_of(jobs, *sizes)
    assert [place for place, job in enumerate(made) if jobs.find(job.code)] == kept


def test_a_file_is_forgotten_after_a_while():
    now = [0.0]
    jobs = Jobs(age=60, clock=lambda: now[0])
    (job,) = made_of(jobs, 1)
    now[0] = 60
    assert jobs.find(job.code)
    now[0] = 61
    assert jobs.find(job.code) is None


def test_what_is_under_way_is_never_forgotten(gate):
    now = [0.0]
    jobs = Jobs(working=1, kept=0, age=0, clock=lambda: now[0])
    running, waiting = jobs.start(held("a", gate)), jobs.start(held("b", gate))
    now[0] = 1000
    assert jobs.find(running.code)
    assert jobs.find(waiting.code)


def test_codes_cannot_be_guessed():
    codes = {Job(order()).code for _ in range(1000)}
    assert len(codes) == 1000
    assert all(len(code) >= 22 for code in codes)  # 128 bits


def test_a_server_that_closes_begins_nothing_more(gate):
    jobs = Jobs(working=1)
    begun = Event()

    def make(_told):
        begun.set()
        assert gate.wait(SECONDS)
        return b""

    running, waiting = jobs.start(order("a", make)), jobs.start(order("b"))
    assert begun.wait(SECONDS)
    jobs.close()
    gate.set()
    ended(running)
    assert (running.state, waiting.state, waiting.refusal) == (State.DONE, State.FAILED, "")
