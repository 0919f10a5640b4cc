"""The import command on the made-up municipality of Exempelby, whose tables hold what its captures say."""

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.portfolio import tables
from dashboard.portfolio.import_captures import import_captures

HERE = Path(__file__).parents[1] / "data"
CAPTURES = sorted((HERE / "captures").glob("*.txt"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "exempelby", tmp_path / "data"))


@pytest.fixture
def mod(tmp_path: Path) -> Path:
    """A capture that a test may change."""
    return Path(shutil.copy(HERE / "captures" / "mojligheter.txt", tmp_path / "mod.txt"))


def run(data: Path, *arguments: Path | str) -> Result:
    return CliRunner().invoke(import_captures, ["--data", str(data), *map(str, arguments)])


def snapshot(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (data / "portfolio").iterdir()}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def read_column(data: Path, table: str, column: str) -> list[str]:
    fields = {"listings.csv": tables.LISTING_FIELDS, "sources.csv": tables.SOURCE_FIELDS}[table]
    return [row[column] for row in tables.read_table(data / "portfolio" / table, fields)]


@pytest.mark.parametrize("order", [CAPTURES, CAPTURES[::-1]], ids=["a to z", "z to a"])
def test_importing_what_is_known_changes_not_a_byte(data, order):
    before = snapshot(data)
    result = run(data, *order)
    assert (result.exit_code, snapshot(data)) == (0, before)
    assert "ingen skillnad" in result.stdout
    assert "Skrev" not in result.stdout


def test_the_tables_are_rebuilt_from_the_captures_alone(data):
    before = snapshot(data)
    for name in ("listings.csv", "sources.csv"):
        path = data / "portfolio" / name
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text(lines[0] if name == "listings.csv" else drop_hashes(lines), "utf-8")
    assert snapshot(data) != before
    assert run(data, *CAPTURES).exit_code == 0
    assert snapshot(data) == before


def drop_hashes(lines: list[str]) -> str:
    rows = [line.split(",") for line in lines]
    return "".join(",".join([*row[:5], "" if number else row[5], row[6]]) for number, row in enumerate(rows))


def test_the_check_sum_is_that_of_the_capture(data):
    hashes = read_column(data, "sources.csv", "sha256")
    assert hashes[:3] == [hashlib.sha256(path.read_bytes()).hexdigest() for path in CAPTURES]


def test_what_is_written_is_free_of_typesetting(data):
    assert "Boka läxhjälp, tider och platser" in read_column(data, "listings.csv", "link_label")
    assert "Språkcafé över kaffe" in read_column(data, "listings.csv", "title")


def test_listings_of_vision_areas_whose_page_was_not_given_are_kept(data, mod):
    edit(
        mod,
        " • Snickarkväll\n\n  Sex kvällar om våren. Exempelbys, företaget vid hamnen, skänker virke.\n\n",
        "",
    )
    result = run(data, mod)
    assert (result.exit_code, read_column(data, "listings.csv", "vision_area")) == (
        0,
        ["mod"] * 7 + ["nara"] * 3,
    )


def test_listings_stand_in_the_order_of_the_vocabularies_whatever_the_page_does(data, mod):
    edit(mod, "Det här gör vi nu", "Det här")
    edit(mod, "Det här utvecklar vi", "Det här gör vi nu")
    edit(mod, "Det här\n", "Det här utvecklar vi\n")
    assert run(data, mod).exit_code == 0
    stages = read_column(data, "listings.csv", "stage")
    assert stages[:8] == ["doing-now"] * 2 + ["developing"] * 5 + ["networks"]


def test_the_difference_is_told_in_words_and_as_a_table(data, mod):
    edit(
        mod,
        " • Snickarkväll\n\n  Sex kvällar om våren. Exempelbys, företaget vid hamnen, skänker virke.\n\n",
        "",
    )
    edit(mod, "  Verktygspoolen\n", "  Poolens tider\n")
    edit(mod, "Det här utvecklar vi\n", "Det här utvecklar vi\n\n • Bänkar med armstöd\n\n  Fler bänkar.\n")
    edit(
        mod,
        " • Grannar över ån\n\n  Två kommuner delar bibliotek.\n",
        " • Flytande scen\n\n  En scen på pråm.\n",
    )
    edit(
        mod,
        " • Flytande scen\n\n  En scen på pråm, för musik och tal\n",
        " • Grannar över ån\n\n  Två delar.\n",
    )
    result = run(data, mod, "--dry-run")
    assert result.exit_code == 0
    words = "1 tillkommer, 1 försvinner, 2 byter skede, 1 ändrar titel eller länk, 3 ändrar bara plats."
    assert f"Insatslistorna: {words}" in result.stdout
    changes = [line.split("  ") for line in result.stdout.splitlines() if "Möjlighet och mod" in line]
    assert [(line[0].strip(), line[-1].strip()) for line in changes] == [
        ("ändrar titel eller länk", "Verktygspoolen"),
        ("tillkommer", "Bänkar med armstöd"),
        ("byter skede", "Grannar över ån"),
        ("byter skede", "Flytande scen"),
        ("försvinner", "Snickarkväll"),
    ]
    stages = "Nätverk och partnerskap där vi arbetar tillsammans med andra → Det här utvecklar vi"
    assert stages in result.stdout


def test_a_dry_run_writes_nothing(data, mod):
    edit(mod, "  Verktygspoolen\n", "  Poolens tider\n")
    before = snapshot(data)
    result = run(data, mod, "--dry-run")
    assert (result.exit_code, snapshot(data)) == (0, before)
    assert "Ingenting har skrivits" in result.stdout


def test_a_new_check_sum_asks_for_the_date(data, mod):
    mod.write_text(mod.read_text("utf-8") + "\n", "utf-8")
    result = run(data, mod)
    assert "Insatslistorna: ingen skillnad." in result.stdout
    assert "Källan page-mod har en ny kontrollsumma" in result.stdout
    assert hashlib.sha256(mod.read_bytes()).hexdigest() in read_column(data, "sources.csv", "sha256")


def test_a_title_that_no_initiative_has_is_named_and_nothing_is_written(data, mod):
    edit(mod, "• Odla på taket", "• Odla i källaren")
    edit(mod, "• Flytande scen", "• Sjunken scen")
    before = snapshot(data)
    result = run(data, mod)
    assert (result.exit_code, snapshot(data)) == (1, before)
    lines = mod.read_text("utf-8").splitlines()
    for title in ("Odla i källaren", "Sjunken scen"):
        place = f"{mod}:{lines.index(f' • {title}') + 1}: «{title}» finns inte bland insatserna"
        assert f"{place}; lägg till en rad i initiatives.csv" in result.stderr


def test_one_capture_that_cannot_be_read_stops_them_all_and_every_reason_is_told(data, tmp_path):
    news = tmp_path / "nyheter.txt"
    news.write_text("Nyheter\n\n • En bil Publicerad\n", "utf-8")
    (data / "portfolio" / "listings.csv").write_text(",".join(tables.LISTING_FIELDS) + "\n", "utf-8")
    before = snapshot(data)
    result = run(data, *CAPTURES, news, tmp_path / "saknas.txt")
    assert (result.exit_code, snapshot(data), result.stdout) == (1, before, "")
    assert f"{news}:1: detta är ingen av de sidor" in result.stderr
    assert f"{tmp_path / 'saknas.txt'}: filen finns inte" in result.stderr
    assert "Ingenting har skrivits." in result.stderr


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("mod.txt", "Visionsområdet: Möjligheter", "Visionsområdet: Omöjligheter", "är okänt; ge det en rad"),
        (
            "mod.txt",
            "Visionsområdet: Möjligheter och mod att växa",
            "Visionsområdet: Lugna stunder",
            "captured=yes",
        ),
        (
            "data/portfolio/sources.csv",
            "page-mod,vision-area-page",
            "page-mod,city-page",
            "saknas i sources.csv",
        ),
        (
            "data/portfolio/initiatives.csv",
            "Snickarkväll,Snickarkväll",
            "Snickarkväll,Verktygspoolen",
            "kan vara",
        ),
        (
            "data/portfolio/initiatives.csv",
            "code,title",
            "kod,titel",
            "initiatives.csv:1: väntade kolumnerna",
        ),
        ("data/portfolio/initiatives.csv", ",Made up.", "", "initiatives.csv:2: väntade 5 fält, fann 4"),
        ("data/vocabularies/stage.csv", ",1,term,", ",ett,term,", "en ordlista är trasig"),
    ],
)
def test_what_does_not_fit_the_tables_is_refused_without_a_traceback(data, mod, file, old, new, reason):
    edit(data.parent / file, old, new)
    before = snapshot(data)
    result = run(data, mod)
    assert (result.exit_code, snapshot(data)) == (1, before)
    assert reason in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_the_same_page_twice_is_refused(data, mod):
    result = run(data, mod, HERE / "captures" / "mojligheter.txt")
    assert result.exit_code == 1
    assert "gavs två gånger" in result.stderr


@pytest.mark.parametrize(
    ("file", "reason"),
    [("portfolio/listings.csv", "filen finns inte"), ("vocabularies/stage.csv", "ordlistan saknas")],
)
def test_a_missing_table_is_named(data, mod, file, reason):
    (data / file).unlink()
    result = run(data, mod)
    assert result.exit_code == 1
    assert f"{data / file}: {reason}" in result.stderr


def test_a_table_that_cannot_be_written_is_named_and_stays_as_it_was(data, mod, monkeypatch):
    edit(mod, "  Verktygspoolen\n", "  Poolens tider\n")
    before = snapshot(data)

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    result = run(data, mod)
    assert (result.exit_code, snapshot(data)) == (1, before)
    assert "listings.csv: filen kan inte skrivas" in result.stderr


def test_a_run_killed_while_writing_leaves_the_old_tables_whole(data, mod, monkeypatch):
    edit(mod, "  Verktygspoolen\n", "  Poolens tider\n")
    before = snapshot(data)

    def die(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", die)
        run(data, mod)
    assert snapshot(data) == before
    assert run(data, mod).exit_code == 0
    assert "Poolens tider" in read_column(data, "listings.csv", "link_label")
