"""What else may stand where the store should be: it is told as that, no reader is kept from what they have
open, and the next build mends it.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
from tests.trust import Kind

from dashboard.store.build import BuildFailed, build_store
from dashboard.store.connection import POINTER, Store, StoreUnavailable, open_store, read_pointer

EXAMPLE = Path(__file__).parents[1] / "data" / "exempelby"
INITIATIVES = 9
STORAGE_VERSION = 12
"""Where a DuckDB file says which versions can read it."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build_store(EXAMPLE, folder)
    return folder


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "store"))


def file_of(store: Path) -> Path:
    return read_pointer(store)[0]


def initiatives(store: Store) -> int:
    return store.rows("select initiatives from build", {})["initiatives"].tolist()[0]


def put(store: Path, content: bytes) -> None:
    """In the place of the file in use, with a pointer that knows no better."""
    path = file_of(store)
    path.write_bytes(content)
    (store / POINTER).write_text(f"{path.name} {sha256(content).hexdigest()}\n", "utf-8")


def is_told(store: Path) -> None:
    with pytest.raises(StoreUnavailable, match="dashboard build"):
        open_store(store)


def is_mended(store: Path) -> None:
    build_store(EXAMPLE, store)
    assert initiatives(open_store(store)) == INITIATIVES


def test_a_file_cut_short_anywhere_or_with_a_bit_changed_anywhere_is_told(store, ledger):
    whole = file_of(store).read_bytes()
    lengths = [0, 1, 100, 4095, 4096, 8192, 12288, *range(0, len(whole), len(whole) // 25), len(whole) - 1]
    for length in lengths:
        file_of(store).write_bytes(whole[:length])
        is_told(store)
    places = range(0, len(whole), len(whole) // 25)
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        file_of(store).write_bytes(damaged)
        is_told(store)
    for filled in (bytes(len(whole)), whole[:4096] + bytes(len(whole) - 4096), whole + bytes(4096)):
        file_of(store).write_bytes(filled)
        is_told(store)
    is_mended(store)
    ledger.note(Kind.FAULTS, "store cut short", len(lengths))
    ledger.note(Kind.FAULTS, "store with a bit changed, or filled with zeros", len(places) + 3)


def sqlite_file(folder: Path) -> bytes:
    connection = sqlite3.connect(folder / "foreign.sqlite")
    connection.execute("create table build (schema_version text, version text)")
    connection.close()
    return (folder / "foreign.sqlite").read_bytes()


def empty_duckdb(folder: Path) -> bytes:
    duckdb.connect(folder / "empty.duckdb").close()
    return (folder / "empty.duckdb").read_bytes()


def of_storage_version(version: int) -> Callable[[Path], bytes]:
    def make(folder: Path) -> bytes:
        content = bytearray(empty_duckdb(folder))
        content[STORAGE_VERSION : STORAGE_VERSION + 8] = version.to_bytes(8, "little")
        return bytes(content)

    return make


FOREIGN: dict[str, Callable[[Path], bytes]] = {
    "nothing": lambda folder: b"",
    "text": lambda folder: b"kod,titel\n",
    "zeros": lambda folder: bytes(100_000),
    "SQLite": sqlite_file,
    "another DuckDB file": empty_duckdb,
    "of a DuckDB to come": of_storage_version(9999),
    "of the first DuckDB": of_storage_version(1),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_foreign_file_is_told_even_where_the_pointer_vouches_for_it(store, tmp_path, kind, ledger):
    put(store, FOREIGN[kind](tmp_path))
    is_told(store)
    is_mended(store)
    ledger.note(Kind.FAULTS, "foreign file in the place of the store")


def no_file(store: Path) -> None:
    file_of(store).unlink()


def folder_for_file(store: Path) -> None:
    path = file_of(store)
    path.unlink()
    (path / "within").mkdir(parents=True)


def linked(to: Callable[[Path], Path | str]) -> Callable[[Path], None]:
    def link(path: Path) -> None:
        target = to(path)
        path.unlink()
        path.symlink_to(target)

    return link


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(1 << 40)  # takes no room: nothing is written


def on_file(damage: Callable[[Path], None]) -> Callable[[Path], None]:
    return lambda store: damage(file_of(store))


def on_pointer(damage: Callable[[Path], object]) -> Callable[[Path], None]:
    def harm(store: Path) -> None:
        damage(store / POINTER)

    return harm


PLACES: dict[str, Callable[[Path], None]] = {
    "no file": no_file,
    "file: a link to itself": on_file(linked(lambda path: path.name)),
    "file: a device without end": on_file(linked(lambda path: "/dev/zero")),
    "file: a pipe": on_file(pipe),
    "no pointer": on_pointer(Path.unlink),
    "pointer: empty": on_pointer(lambda path: path.write_bytes(b"")),
    "pointer: huge": on_pointer(huge),
    "pointer: out of the folder": on_pointer(lambda path: path.write_text(f"../x.duckdb {'0' * 64}\n")),
    "pointer: another check sum": on_pointer(
        lambda path: path.write_text(f"{path.read_text().split()[0]} {'0' * 64}\n")
    ),
    "pointer: a link to itself": on_pointer(linked(lambda path: path.name)),
    "pointer: a device without end": on_pointer(linked(lambda path: "/dev/zero")),
    "pointer: a pipe": on_pointer(pipe),
    "pointer: bytes that are no text": on_pointer(lambda path: path.write_bytes(b"\xff" * 90)),
}


@pytest.mark.parametrize("damage", PLACES)
def test_what_is_no_store_is_told_and_the_next_build_puts_one_there(store, damage, ledger):
    reader = open_store(store)
    PLACES[damage](store)
    is_told(store)
    assert initiatives(reader) == INITIATIVES
    is_mended(store)
    assert initiatives(reader) == INITIATIVES
    ledger.note(Kind.FAULTS, "something else in the place of the store or its pointer")


@pytest.mark.parametrize("place", [folder_for_file, on_pointer(lambda path: (path.unlink(), path.mkdir()))])
def test_a_folder_in_the_way_is_told_by_name_and_not_removed(store, place, ledger):
    place(store)
    [folder] = [path for path in store.iterdir() if path.is_dir()]
    is_told(store)
    with pytest.raises(BuildFailed) as failed:
        build_store(EXAMPLE, store)
    assert folder.name in str(failed.value.__cause__)
    assert folder.is_dir()
    folder.rename(store / "aside")
    is_mended(store)
    ledger.note(Kind.FAULTS, "folder in the place of the store or its pointer")


def test_readers_go_on_when_the_store_is_deleted_under_them(store, ledger):
    reader = open_store(store)
    shutil.rmtree(store)
    assert initiatives(reader) == INITIATIVES
    is_told(store)
    is_mended(store)
    assert initiatives(reader) == INITIATIVES
    ledger.note(Kind.FAULTS, "store deleted under a reader")


def test_a_file_damaged_under_a_reader_does_not_outlive_the_build_that_mends_it(store, ledger):
    reader = open_store(store)
    assert initiatives(reader) == INITIATIVES
    with file_of(store).open("r+b") as file:
        file.seek(4096)
        file.write(bytes(file.seek(0, os.SEEK_END) - 4096))
    is_told(store)
    del reader
    is_mended(store)
    assert len(open_store(store).rows("from listing", {})) == 11  # which are read from all of it
    ledger.note(Kind.FAULTS, "store damaged under a reader")
