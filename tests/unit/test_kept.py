"""What many readers ask for is made once, shared, and put away when there is too much of it."""

from concurrent.futures import ThreadPoolExecutor
from sys import getsizeof
from threading import Barrier, Event

import pytest

from dashboard.store.kept import Kept

READERS = 50


class Maker:
    """Makes as many bytes as it is asked for, and remembers that."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def of(self, length: int) -> bytes:
        self.made.append(length)
        return bytes(length)


def test_fifty_readers_who_ask_at_once_share_what_one_of_them_makes():
    kept, maker, together = Kept(limit=10_000), Maker(), Barrier(READERS)

    def reader(_: int) -> bytes:
        together.wait()
        return kept.get("wide", lambda: maker.of(100))

    with ThreadPoolExecutor(READERS) as readers:
        found = list(readers.map(reader, range(READERS)))
    assert maker.made == [100]
    assert all(each is found[0] for each in found)


def test_nobody_waits_for_what_others_are_making():
    kept, going_on = Kept(limit=10_000), Event()
    with ThreadPoolExecutor(1) as reader:
        slow = reader.submit(kept.get, "slow", going_on.wait)
        assert kept.get("quick", lambda: "made") == "made"
        going_on.set()
        assert slow.result()


def test_one_thing_may_be_made_of_another():
    kept = Kept(limit=10_000)
    assert kept.get("all", lambda: kept.get("half", lambda: "ab") * 2) == "abab"
    assert kept.get("half", lambda: "something else") == "ab"


def test_what_was_asked_for_longest_ago_is_put_away():
    kept, maker = Kept(limit=2 * getsizeof(bytes(100))), Maker()
    for key in ("first", "second", "first", "third", "first", "second"):
        kept.get(key, lambda: maker.of(100))
    assert len(maker.made) == 4  # the third took the place of the second, which then was made again


def test_what_is_larger_than_all_that_may_stay_is_answered_and_not_kept():
    kept, maker = Kept(limit=100), Maker()
    for _ in range(2):
        assert kept.get("large", lambda: maker.of(1_000)) == bytes(1_000)
    assert maker.made == [1_000, 1_000]


def test_what_could_not_be_made_is_tried_again():
    kept = Kept(limit=10_000)
    with pytest.raises(ZeroDivisionError):
        kept.get("number", lambda: 1 / 0)
    assert kept.get("number", lambda: 1) == 1
