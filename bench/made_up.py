"""Made-up pages and the data folder that they belong to: any number of vision areas, the same for a seed."""

import csv
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "tests" / "data" / "exempelby"
SEED = 1490

_WHAT = "Bänkar Läxhjälp Odling Verkstad Kör Bibliotek Cykelväg Mötesplats Praktik Rådgivning Lekplats"
_FOR = "barn unga äldre familjer nyanlända företag föreningar grannar studenter boende"
_WHERE = "i Norr,i Söder,på Udden,vid ån,i hamnen,i skolan,på torget,i parken,på nätet,hela kommunen"
_WORDS = """
    vi arbetar tillsammans med andra för att fler ska kunna delta och känna sig trygga i vardagen genom möten
    öppna för alla där den som vill kan lära sig något nytt och bidra med det man kan medan arbetet växer
    steg för steg och följs upp varje år så att det som fungerar får finnas kvar och annat kan ändras i tid
"""
_STAGES = (
    ("Det här gör vi nu", 0.55),
    ("Det här utvecklar vi", 0.35),
    ("Nätverk och partnerskap där vi arbetar tillsammans med andra", 0.10),
)


def write_data_folder(folder: Path, areas: int) -> None:
    """The example municipality with other vision areas and nothing listed yet."""
    shutil.copytree(EXAMPLE, folder)
    rows = [[*_area(number), number, "term", "no", "", "", ""] for number in range(1, areas + 1)]
    _replace(folder / "vocabularies" / "vision_area.csv", rows)
    for name in ("listings", "initiatives", "classifications", "facts", "problems"):
        _replace(folder / "portfolio" / f"{name}.csv", [])
    sources = folder / "portfolio" / "sources.csv"
    with sources.open(encoding="utf-8", newline="") as file:
        kept = [row for row in list(csv.reader(file))[1:] if row[1] != "vision-area-page"]
    _replace(sources, kept)


def write_pages(folder: Path, areas: int, listings: int) -> None:
    """A capture per vision area; one initiative in ten is listed on the page before it as well."""
    folder.mkdir()
    chance = random.Random(SEED)
    before: list[str] = []
    for number in range(1, areas + 1):
        titles = [_title(chance, number, each) for each in range(listings)]
        titles[: len(before) // 10] = before[: len(before) // 10]
        before = titles
        (folder / f"{number:06}.txt").write_text("\n".join(_page(chance, number, titles)), "utf-8")


def _area(number: int) -> tuple[str, str, str]:
    return f"area-{number:06}", f"Del {number:06} av visionen", f"Part {number:06} of the vision"


def _title(chance: random.Random, area: int, number: int) -> str:
    words = " ".join(
        (chance.choice(_WHAT.split()), "för", chance.choice(_FOR.split()), chance.choice(_WHERE.split(",")))
    )
    return f"{words} {chr(97 + area % 26)}{area}-{number}"


def _page(chance: random.Random, number: int, titles: list[str]) -> Iterator[str]:
    yield from (f"Visionsområdet: {_area(number)[1]}", "", "Ur visionen:", "", "Här händer det.", "")
    first = 0
    for heading, share in _STAGES:
        yield from ("Information, ikon", "", heading, "")
        last = first + max(1, round(share * len(titles)))
        for title in titles[first:last]:
            words = " ".join(chance.choices(_WORDS.split(), k=75))
            yield from (f" • {title}", "", f"  {words.capitalize()}.", "", f"  Om {title}")
        first = last
    yield from ("Om du har frågor kontakta:", "", "Senast ändrad: 2031-04-30")


def _replace(path: Path, rows: list[list]) -> None:
    head = path.read_text("utf-8").splitlines()[0]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{head}\n")
        csv.writer(file, lineterminator="\n").writerows(rows)
