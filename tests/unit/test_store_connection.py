"""Opening the store: what is refused, what a query may do, and what happens when the file changes."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from dashboard.store.build import build_store
from dashboard.store.connection import (
    POINTER,
    StoreBroken,
    StoreMissing,
    StoreOutdated,
    StoreUnavailable,
    open_store,
)
from dashboard.store.publish import publish, unfinished_file


@pytest.fixture
def folder(portfolio_folder: Path, tmp_path: Path) -> Path:
    """A folder with a store in use."""
    build_store(portfolio_folder, tmp_path / "store")
    return tmp_path / "store"


def file_in_use(folder: Path) -> Path:
    return next(folder.glob("portfolio-*.duckdb"))


def assert_says_what_to_do(failed: StoreUnavailable) -> None:
    assert str(failed.path) in str(failed)
    assert "`dashboard build`" in str(failed)


def test_a_folder_that_does_not_exist_holds_no_store(tmp_path):
    with pytest.raises(StoreMissing) as failed:
        open_store(tmp_path / "nowhere")
    assert_says_what_to_do(failed.value)


def test_a_pointer_to_a_file_that_is_gone_counts_as_no_store(folder):
    file_in_use(folder).unlink()
    with pytest.raises(StoreMissing):
        open_store(folder)


@pytest.mark.parametrize(
    "pointer", [b"", b"portfolio-", b"../portfolio-0123456789ab.duckdb " + b"0" * 64 + b"\n", b"\xff\xfe"]
)
def test_a_pointer_that_names_no_store_is_broken(folder, pointer):
    (folder / POINTER).write_bytes(pointer)
    with pytest.raises(StoreBroken) as failed:
        open_store(folder)
    assert_says_what_to_do(failed.value)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.999])
def test_a_truncated_file_is_broken(folder, share):
    path = file_in_use(folder)
    content = path.read_bytes()
    path.write_bytes(content[: int(share * len(content))])
    with pytest.raises(StoreBroken) as failed:
        open_store(folder)
    assert_says_what_to_do(failed.value)


def test_one_changed_bit_is_noticed(folder):
    path = file_in_use(folder)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreBroken):
        open_store(folder)


def test_a_file_that_is_no_database_is_broken(folder):
    unfinished_file(folder).write_bytes(b"code,title\n" * 10_000)
    publish(folder, "0123456789ab", POINTER)
    with pytest.raises(StoreBroken):
        open_store(folder)


@pytest.mark.parametrize(
    "statement",
    [
        "update build set schema_version = '0'",
        "drop table build",
        "alter table build drop column schema_version",
    ],
)
def test_a_store_of_another_shape_is_outdated(folder, statement):
    shutil.copy(file_in_use(folder), unfinished_file(folder))
    with duckdb.connect(unfinished_file(folder)) as connection:
        connection.execute(statement)
    publish(folder, "0123456789ab", POINTER)
    with pytest.raises(StoreOutdated) as failed:
        open_store(folder)
    assert_says_what_to_do(failed.value)


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("delete from listing", duckdb.InvalidInputException),
        ("from read_csv('/etc/hostname')", duckdb.PermissionException),
        ("copy listing to 'listing.csv'", duckdb.PermissionException),
        ("attach 'other.duckdb'", duckdb.PermissionException),
        ("install httpfs", duckdb.PermissionException),
        ("set enable_external_access = true", duckdb.InvalidInputException),
    ],
)
def test_a_query_can_only_read_the_store(folder, statement, refusal):
    with pytest.raises(refusal):
        open_store(folder).rows(statement, {})


def test_values_are_bound_by_name_and_may_be_lists(folder):
    found = open_store(folder).rows(
        "select code from initiative where list_contains($codes, code) or title = $title order by code",
        {"codes": ["benches", "'; drop table initiative"], "title": "Snickarkväll"},
    )
    assert found["code"].tolist() == ["benches", "carpentry-night"]


def test_what_another_store_answered_can_be_read_as_a_table_and_by_that_one_statement_alone(folder):
    store = open_store(folder)
    known = store.rows("select code, ['a'] as letters from initiative order by code limit 2", {})
    joined = "select code, letters from initiative join known using (code) order by code"
    assert store.rows(joined, {}, known=known)["code"].tolist() == known["code"].tolist()
    assert store.rows(joined, {}, known=known.head(0)).empty
    with pytest.raises(duckdb.CatalogException):
        store.rows(joined, {})


def test_many_threads_may_ask_at_once(folder):
    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(
            lambda n: open_store(folder).rows("select $n + 1 as n", {"n": n})["n"].iloc[0], range(64)
        )
        assert list(answers) == list(range(1, 65))


def test_a_store_is_opened_once_and_again_when_another_is_put_into_use(folder, portfolio_folder):
    first = open_store(folder)
    assert open_store(folder) is first
    summaries = portfolio_folder / "portfolio" / "initiatives.csv"
    summaries.write_text(summaries.read_text("utf-8").replace("Made up.", "Invented."), "utf-8")
    build_store(portfolio_folder, folder)
    second = open_store(folder)
    assert first.version != second.version
    assert second.rows("select distinct summary_en from initiative", {})["summary_en"].tolist() == [
        "Invented."
    ]


def test_letters_sort_as_swedes_sort_them(folder):
    found = open_store(folder).rows(
        "select word from (values ('ö'), ('z'), ('å'), ('ä')) t(word) order by word collate sv", {}
    )
    assert found["word"].tolist() == ["z", "å", "ä", "ö"]
