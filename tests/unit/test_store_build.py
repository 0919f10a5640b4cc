"""Building: what ends up in the file, and that readers see the old store or the new one, nothing else."""

import csv
import os
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from dashboard.store import build
from dashboard.store.build import BuildFailed, CheckFailed, build_store, version_of
from dashboard.store.connection import POINTER, SQL, StoreMissing, open_store
from dashboard.store.snapshots import read_files
from dashboard.store.tables import TABLES

STEPS = ["read", "check", "write", "publish"]


def change(data: Path, population: int) -> None:
    """Another number of inhabitants, all the new ones in one district."""
    for file, old, new in (
        ("municipality.toml", r"population = \d+", f"population = {population}"),
        ("geography/district_facts.csv", r"norr,\d+", f"norr,{population - 1300}"),
    ):
        text = (data / file).read_text("utf-8")
        (data / file).write_text(re.sub(old, new, text), "utf-8")


def inhabitants(folder: Path) -> int:
    found = open_store(folder).rows("select sum(population)::integer as n from district_fact", {})
    return int(found["n"].iloc[0])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def built(portfolio_folder: Path, folder: Path) -> Path:
    """A folder with a store of 2500 inhabitants, while the data by now says 2600."""
    build_store(portfolio_folder, folder)
    change(portfolio_folder, 2600)
    return folder


def test_every_row_of_every_file_is_stored(portfolio_folder, folder):
    build_store(portfolio_folder, folder)
    expected = Counter()
    for table in TABLES:
        if table.optional:
            continue
        with (portfolio_folder / table.file).open(encoding="utf-8", newline="") as lines:
            expected[table.name] += len(list(csv.DictReader(lines)))
    store = open_store(folder)
    assert expected == {name: len(store.rows(f"from {name}", {})) for name in expected}
    [totals] = store.rows("select initiatives, listings from build", {}).to_dict("records")
    assert totals == {"initiatives": expected["initiative"], "listings": expected["listing"]}


def test_fields_become_numbers_flags_lists_and_dates_and_empty_ones_null(portfolio_folder, folder):
    build_store(portfolio_folder, folder)
    store = open_store(folder)
    norr = store.rows("select population, low_income_pct, area_type from district_fact limit 1", {}).iloc[0]
    assert (norr["population"], norr["low_income_pct"], list(norr["area_type"])) == (1200, 8.5, ["4", "5"])
    unknown = store.rows("select district from district_fact where low_income_pct is null", {})
    assert unknown["district"].tolist() == ["udden"]
    aliases = store.rows("select aliases from term where dimension = 'district' order by position", {})[
        "aliases"
    ]
    assert [list(value) for value in aliases] == [["kvarteret Norr"], [], [], ["Kommunövergripande"]]
    [listing] = store.rows("from listing where code = 'mod:developing:1'", {}).to_dict("records")
    assert (listing["position"], listing["link_external"], listing["link_new_window"]) == (1, True, True)
    [reviewed] = store.rows("select reviewed_at from classification where reviewer is not null", {})[
        "reviewed_at"
    ]
    assert reviewed.date() == date(2031, 5, 2)


def test_the_version_depends_on_every_file_and_on_nothing_else(portfolio_folder, tmp_path):
    files = read_files(portfolio_folder)
    assert version_of(files) == version_of(dict(files))
    changed = {version_of(files | {name: content + b" "}) for name, content in files.items()}
    missing = {version_of({name: files[name] for name in files if name != left_out}) for left_out in files}
    assert len({version_of(files), *changed, *missing}) == 2 * len(files) + 1


def test_building_the_same_content_again_touches_nothing(portfolio_folder, folder):
    first = build_store(portfolio_folder, folder)
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.iterdir()}
    assert build_store(portfolio_folder, folder) == first
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_a_reader_of_the_old_store_keeps_it_while_a_new_one_is_put_into_use(portfolio_folder, built):
    old = open_store(built)
    build_store(portfolio_folder, built)
    assert inhabitants(built) == 2600
    assert old.rows("select sum(population)::integer as n from district_fact", {})["n"].iloc[0] == 2500


def test_a_failed_check_tells_every_problem_and_leaves_the_old_store_in_use(portfolio_folder, built):
    (portfolio_folder / "portfolio" / "facts.csv").unlink()
    (portfolio_folder / "portfolio" / "rules.csv").unlink()
    with pytest.raises(CheckFailed) as failed:
        build_store(portfolio_folder, built)
    assert [problem.file for problem in failed.value.problems] == [
        "portfolio/facts.csv",
        "portfolio/rules.csv",
    ]
    assert inhabitants(built) == 2500


def test_without_data_and_without_store_there_is_still_none(tmp_path, folder):
    with pytest.raises(CheckFailed) as failed:
        build_store(tmp_path / "nowhere", folder)
    assert [problem.rule for problem in failed.value.problems] == ["empty"]
    with pytest.raises(StoreMissing):
        open_store(folder)


def test_a_folder_that_cannot_be_written_is_named(portfolio_folder, folder):
    folder.write_text("not a folder", "utf-8")
    with pytest.raises(BuildFailed, match="kunde inte skrivas") as failed:
        build_store(portfolio_folder, folder)
    assert failed.value.path == folder


@pytest.mark.parametrize("failing", range(4))
def test_a_disk_that_fails_leaves_the_old_store_or_the_new_one_in_use(
    portfolio_folder, built, monkeypatch, failing
):
    calls = iter(range(100))

    def fail_once(descriptor: int) -> None:
        if next(calls) == failing:
            raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", fail_once)
    with pytest.raises(BuildFailed):
        build_store(portfolio_folder, built)
    assert inhabitants(built) == (2600 if failing == 3 else 2500)
    build_store(portfolio_folder, built)
    assert inhabitants(built) == 2600


def test_what_dead_builds_left_behind_is_removed(portfolio_folder, folder):
    folder.mkdir()
    for name in ("building.duckdb", "building.duckdb.wal", "building.pointer"):
        (folder / name).write_bytes(b"half")
    (folder / "building.duckdb.tmp").mkdir()
    path = build_store(portfolio_folder, folder)
    assert {each.name for each in folder.iterdir()} == {".lock", POINTER, path.name}


def test_the_last_three_versions_are_kept(portfolio_folder, folder):
    paths = []
    for population in (2500, 2600, 2700, 2800, 2900):
        change(portfolio_folder, population)
        paths.append(build_store(portfolio_folder, folder))
    assert set(folder.glob("*.duckdb")) == set(paths[-3:])


def test_a_store_that_was_damaged_on_the_disk_is_built_anew(portfolio_folder, folder):
    path = build_store(portfolio_folder, folder)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    build_store(portfolio_folder, folder)
    assert path.read_bytes() != content
    assert inhabitants(folder) == 2500


def test_builds_that_start_together_write_once(portfolio_folder, folder, monkeypatch):
    written = []
    write_store = build.write_store

    def counted(path: Path, *arguments: object) -> None:
        written.append(path)
        write_store(path, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "write_store", counted)
    with ThreadPoolExecutor(4) as pool:
        paths = list(pool.map(lambda _: build_store(portfolio_folder, folder), range(4)))
    assert len(written) == len(set(paths)) == 1


def test_progress_rises_from_nothing_to_all_through_every_step(portfolio_folder, folder):
    heard = []
    build_store(portfolio_folder, folder, lambda share, step: heard.append((share, step)))
    shares = [share for share, _ in heard]
    assert (shares[0], shares[-1], shares) == (0.0, 1.0, sorted(shares))
    assert list(dict.fromkeys(step for _, step in heard)) == STEPS


FOUND = {
    "district_without_population": [],
    "initiative_without_listing": [],
    "initiative_without_summary": [],
    "place_without_coordinate": [("geography/place_facts.csv", 6, "an")],
    "place_without_district": [("geography/place_facts.csv", 6, "an")],
    "source_without_address": [
        ("portfolio/sources.csv", line, code)
        for line, code in enumerate(["page-mod", "page-nara", "page-programme", "statistics"], 2)
    ],
    "source_without_date": [],
    "vision_area_without_page": [("vocabularies/vision_area.csv", 4, "lugn")],
}


def test_there_is_an_example_of_every_problem_rule():
    assert FOUND.keys() == {path.stem for path in (SQL / "problems").glob("*.sql")}


@pytest.mark.parametrize("rule", FOUND)
def test_what_a_source_does_not_say_is_counted_with_its_line(portfolio_folder, folder, rule):
    build_store(portfolio_folder, folder)
    found = open_store(folder).rows(
        "select file, line, value from problem where rule = $rule order by line", {"rule": rule}
    )
    assert list(found.itertuples(index=False, name=None)) == FOUND[rule]


def test_an_initiative_that_no_page_lists_any_more_is_told_and_not_counted(portfolio_folder, folder):
    listings = portfolio_folder / "portfolio" / "listings.csv"
    kept = [line for line in listings.read_text("utf-8").splitlines(keepends=True) if "benches" not in line]
    listings.write_text(
        "".join(kept).replace("page-nara,nara,doing-now,2", "page-nara,nara,doing-now,1"), "utf-8"
    )
    build_store(portfolio_folder, folder)
    store = open_store(folder)
    assert "benches" not in store.rows("select code from initiative", {})["code"].tolist()
    told = store.rows("select value from problem where rule = 'initiative_without_listing'", {})
    assert told["value"].tolist() == ["benches"]


def test_an_initiative_that_nobody_has_summed_up_is_counted_and_told(portfolio_folder, folder):
    initiatives = portfolio_folder / "portfolio" / "initiatives.csv"
    text = initiatives.read_text("utf-8").replace("Påhittad insats.,Made up.", ",", 1)
    initiatives.write_text(text, "utf-8")
    build_store(portfolio_folder, folder)
    store = open_store(folder)
    told = store.rows("select value from problem where rule = 'initiative_without_summary'", {})
    assert told["value"].tolist() == ["tool-pool"]
    assert store.rows("select summary_sv from initiative where code = 'tool-pool'", {}).iloc[0, 0] == ""


def test_a_district_whose_inhabitants_nobody_knows_is_counted(portfolio_folder, folder):
    for file, old, new in (
        ("municipality.toml", "2500", "2000"),
        ("geography/district_facts.csv", "udden,500", "udden,"),
        ("portfolio/sources.csv", ",2031-05-01,,", ",,,"),
    ):
        path = portfolio_folder / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    build_store(portfolio_folder, folder)
    found = open_store(folder).rows(
        "select rule, value from problem where list_contains($rules, rule) order by rule",
        {"rules": ["district_without_population", "source_without_date"]},
    )
    assert list(found.itertuples(index=False, name=None)) == [
        ("district_without_population", "udden"),
        ("source_without_date", "statistics"),
    ]
