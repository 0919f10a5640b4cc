"""A whole data folder of any size, the same for a size: `python -m bench.made_up_portfolio FOLDER N`.

The city's own vocabularies, districts and rules, and under them N made-up initiatives: 1.15 listings each, up
to two target areas, two in five with a district, labels both stated and inferred. Rows go to the disk as they
are made, so that a million initiatives take no more memory than a hundred.
"""

import csv
import random
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

from bench.made_up import SEED
from dashboard.store.tables import (
    CLASSIFICATIONS,
    FACTS,
    INITIATIVES,
    LISTINGS,
    REVIEW,
    RULES,
    TABLE_OF,
    vocabulary_file,
)

DATA = Path(__file__).parents[1] / "data"

LABELS = {
    "target_area": (0.35, 0.50, 0.15),
    "district": (0.60, 0.30, 0.07, 0.03),
    "target_group": (0.25, 0.50, 0.25),
    "place": (0.75, 0.20, 0.05),
    "status": (0.87, 0.13),
    "approach": (0.96, 0.04),
}
"""How likely an initiative is to have no term, one, two … of each dimension."""
STAGES = (0.55, 0.35, 0.10)
FACT_KINDS = {"partner": 0.20, "year": 0.15, "age": 0.10, "money": 0.05, "promise": 0.05}

SWEDISH = (
    "och för med av att som den till fler vi å",
    """
    skola barn unga möte språk idrott arbete natur vård hem trygghet plats kultur väg äldre lek hälsa bygd
    stöd kurs odling övning resa vän förening bibliotek arena musik ö närmiljö råd framtid värld klimat park
    cykel torg simning läxa praktik företag granne höst vår sommar måltid grupp
    """,
)
ENGLISH = (
    "and for with of to that the more we",
    """
    school child youth meet language sport work nature care home safe place culture path elder play health
    village support course garden training travel friend society library arena music shore island near advice
    future world climate park cycle square swim lesson practice company neighbour
    """,
)
"""The words between others, and those that make compounds."""


class Words:
    """Made-up prose: a few words make most of it, and new compounds turn up for as long as one reads."""

    def __init__(self, words: tuple[str, str], chance: random.Random) -> None:
        self._between, self._stems = (part.split() for part in words)
        self._chance = chance
        self._word = lru_cache(maxsize=100_000)(self._spell)

    def _spell(self, rank: int) -> str:
        """The words between come first, then the stems, every two of them together, every three …"""
        number = rank - len(self._between)
        return self._between[rank] if number < 0 else self._compound(number)

    def _compound(self, number: int, turn: int = 0) -> str:
        """Turned at each stem, or most words would begin with the first one."""
        before, last = divmod(number, len(self._stems))
        stem = self._stems[(last + turn) % len(self._stems)]
        return (self._compound(before - 1, turn + 31 * (last + 1)) if before else "") + stem

    def phrase(self, least: int, most: int) -> str:
        count = self._chance.randint(least, most)
        ranks = [int(20 * (self._chance.paretovariate(0.6) - 1)) for _ in range(count)]
        return " ".join(map(self._word, ranks))

    def title(self) -> str:
        return self.phrase(2, 5).capitalize()

    def sentence(self, longest: int) -> str:
        """At most so many characters."""
        words = self.phrase(8, 14)
        return (words if len(words) < longest else words[:longest].rsplit(" ", 1)[0]).capitalize() + "."


class Labels:
    """What initiatives can be labelled with, and the rules that say so."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._terms = {dimension: _codes(vocabulary_file(dimension)) for dimension in LABELS}
        rules = _read(RULES)
        self._rules = {
            dimension: [row["code"] for row in rules if row["dimension"] == dimension] for dimension in LABELS
        }

    def draw(self) -> Iterator[dict[str, str]]:
        """The labels of one initiative; two in three are stated."""
        for dimension, likely in LABELS.items():
            [count] = self._chance.choices(range(len(likely)), likely)
            for term in self._chance.sample(self._terms[dimension], min(count, len(self._terms[dimension]))):
                yield {
                    "dimension": dimension,
                    "term": term,
                    "role": self._chance.choice(("target", "venue", "mention"))
                    if dimension == "place"
                    else "",
                    "provenance": self._chance.choice(("stated", "stated", "inferred")),
                    "rule": self._chance.choice(self._rules[dimension]),
                }


class Table:
    """A file of the portfolio, row by row."""

    def __init__(self, path: Path, columns: list[str], files: ExitStack) -> None:
        self._columns = columns
        lines = files.enter_context(path.open("w", encoding="utf-8", newline=""))
        self._writer = csv.writer(lines, lineterminator="\n")
        self._writer.writerow(columns)

    def add(self, **known: object) -> None:
        self._writer.writerow([known.get(name, "") for name in self._columns])


def write_portfolio(folder: Path, initiatives: int) -> None:
    """The data folder of a municipality with so many initiatives; there must be none yet."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("snapshots"))
    areas = [row["code"] for row in _read(vocabulary_file("vision_area")) if row["captured"] == "yes"]
    cells = [(area, stage) for area in areas for stage in _codes(vocabulary_file("stage"))]
    with ExitStack() as files:
        paths = {cell: folder / "portfolio" / f"{'-'.join(cell)}.csv" for cell in cells}
        pages = {cell: Table(path, _columns(LISTINGS), files) for cell, path in paths.items()}
        tables = {
            file: Table(folder / file, _columns(file), files)
            for file in (INITIATIVES, CLASSIFICATIONS, FACTS, REVIEW)
        }
        _fill(tables, pages, initiatives)
    _join(folder / LISTINGS, list(paths.values()))


def _fill(tables: dict[str, Table], pages: dict[tuple[str, str], Table], initiatives: int) -> None:
    chance = random.Random(SEED)
    swedish, english, labels = Words(SWEDISH, chance), Words(ENGLISH, chance), Labels(chance)
    likely = STAGES * (len(pages) // len(STAGES))
    listed = dict.fromkeys(pages, 0)
    for number in range(1, initiatives + 1):
        own, title = chance.choices(list(pages), likely, k=2), swedish.title()
        about = {"initiative": f"insats-{number}", "source": f"page-{own[0][0]}"}
        tables[INITIATIVES].add(
            code=about["initiative"],
            title=title,
            display_title=title,
            summary_sv=swedish.sentence(160),
            summary_en=english.sentence(200),
        )
        for cell in dict.fromkeys(own if chance.random() < 0.21 else own[:1]):
            listed[cell] += 1
            link = {"link_label": swedish.title(), "link_external": "no"} if chance.random() < 0.6 else {}
            pages[cell].add(
                initiative=about["initiative"],
                source=f"page-{cell[0]}",
                vision_area=cell[0],
                stage=cell[1],
                position=listed[cell],
                title=title,
                text_id=f"{chance.getrandbits(64):016x}",
                **link,
            )
        for label in labels.draw():
            tables[CLASSIFICATIONS].add(**about, **label, quote=swedish.phrase(2, 6))
        for kind, value in _facts(chance, swedish):
            tables[FACTS].add(**about, kind=kind, value=value, quote=swedish.phrase(2, 6))
        if chance.random() < 0.02:
            tables[REVIEW].add(**about, reason="unsure", quote=swedish.phrase(2, 6))


def _facts(chance: random.Random, words: Words) -> Iterator[tuple[str, str]]:
    """Kind and value of each thing that one text names."""
    values = {
        "partner": words.title(),
        "year": str(chance.randint(2015, 2030)),
        "age": f"{chance.randint(0, 15)}-{chance.randint(16, 65)}",
        "money": str(chance.randint(1, 500) * 10_000),
        "promise": f"{chance.randint(2022, 2030)}-12-31",
    }
    return ((kind, value) for kind, value in values.items() if chance.random() < FACT_KINDS[kind])


def _join(path: Path, parts: list[Path]) -> None:
    """One file of several with the same head: listings stand page by page, initiatives do not."""
    with path.open("wb") as whole:
        for number, part in enumerate(parts):
            with part.open("rb") as lines:
                head = next(lines)
                whole.write(b"" if number else head)
                shutil.copyfileobj(lines, whole)
            part.unlink()


def _columns(file: str) -> list[str]:
    return [column.name for column in TABLE_OF[file].columns]


def _read(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _codes(file: str) -> list[str]:
    return [row["code"] for row in _read(file)]


if __name__ == "__main__":
    write_portfolio(Path(sys.argv[1]), int(sys.argv[2]))
