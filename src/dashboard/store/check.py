"""Everything that must hold before `data/` may become a store; all that does not is reported at once.

A file may have millions of rows: a check walks it row by row and remembers as little as it can.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from dashboard.store.check_decisions import check_decisions
from dashboard.store.columns import INTEGER, Column
from dashboard.store.read import Problem, TextTable, parse_municipality, parse_table, problem, quoted
from dashboard.store.tables import (
    CLASSIFICATIONS,
    DISTRICT_FACTS,
    DISTRICT_SHAPES,
    FACT_VALUES,
    FACTS,
    INITIATIVES,
    LISTINGS,
    MUNICIPALITY,
    MUNICIPALITY_KEYS,
    MUNICIPALITY_SHAPE,
    TABLES,
    VOCABULARIES,
    vocabulary_file,
)
from dashboard.vocabularies import spelling_key

_OTHER_COLUMN = re.compile(r"{(\w+)}")


@dataclass(frozen=True)
class Portfolio:
    """All of `data/` as text; `tables` by file."""

    tables: Mapping[str, TextTable]
    municipality: Mapping[str, str]


def check_data(
    files: Mapping[str, bytes], progress: Callable[[float], object] = lambda share: None
) -> tuple[Portfolio, list[Problem]]:
    """What the files hold, and all that is wrong with them in file and line order.

    `progress` hears the share that is done, 0–1: half of it is reading.
    """
    problems: list[Problem] = []
    if not files:
        says = "mappen saknas eller är tom. Ange rätt mapp med --data eller DASHBOARD_DATA."
        return Portfolio({}, {}), [problem("data", "empty", says)]
    share = _shares(files)
    tables = {}
    for table in TABLES:
        progress(share[table.file] / 2)
        tables[table.file] = parse_table(table, files)
    codes = {
        file: set(text.values(text.table.key[0]))
        for file, text in tables.items()
        if text.whole and len(text.table.key) == 1
    }
    municipality = parse_municipality(files, problems)
    portfolio = Portfolio(tables, municipality or {})
    for text in tables.values():
        progress((1 + share[text.table.file]) / 2)
        problems += text.problems
        problems += check_values(text)
        problems += check_key(text)
        problems += check_numbering(text)
        problems += check_references(text, codes)
    for vocabulary in VOCABULARIES:
        problems += check_spellings(tables[vocabulary.file])
    problems += check_reading_order(tables)
    problems += check_titles(tables)
    problems += check_roles(tables[CLASSIFICATIONS])
    problems += check_fact_values(tables[FACTS])
    problems += check_decisions(tables)
    if municipality is not None:
        problems += check_municipality(municipality)
        problems += check_population(portfolio)
    problems += check_shapes(files, tables)
    return portfolio, sorted(problems, key=lambda found: (found.file, found.line or 0))


def _shares(files: Mapping[str, bytes]) -> dict[str, float]:
    """By file, how much of all the tables' bytes stands before it."""
    sizes = [len(files.get(table.file, b"")) for table in TABLES]
    before = accumulate(sizes, initial=0)
    return {table.file: size / max(sum(sizes), 1) for table, size in zip(TABLES, before, strict=False)}


def judge(column: Column, value: str) -> tuple[str, str] | None:
    """Rule and Swedish reason where the value breaks one of its column's rules."""
    if not value:
        return ("required", "värdet saknas. Fyll i det.") if column.required else None
    if not value.isprintable() or value != value.strip() or not unicodedata.is_normalized("NFC", value):
        return "characters", "har osynliga tecken eller blanksteg i början eller slutet. Skriv om värdet."
    if not column.many:
        return _judge_part(column, value)
    parts = value.split("|")
    if "" in parts or len(set(parts)) < len(parts):
        return "list", "har ett tomt eller upprepat värde. Skriv varje värde en gång, med | emellan."
    return next(filter(None, (_judge_part(column, part) for part in parts)), None)


def _judge_part(column: Column, value: str) -> tuple[str, str] | None:
    if not column.type.valid(value):
        return "type", f"är inte {column.type.says}. Rätta värdet."
    if column.choices and value not in column.choices:
        return "choice", f"är inte något av {', '.join(column.choices)}. Rätta värdet."
    if column.low is not None and float(value) < column.low:
        return "bounds", f"är mindre än {column.low:g}. Rätta värdet."
    if column.high is not None and float(value) > column.high:
        return "bounds", f"är större än {column.high:g}. Rätta värdet."
    if column.max_length and len(value) > column.max_length:
        return "length", f"har {len(value)} tecken men får ha {column.max_length}. Korta texten."
    if column.max_words and len(value.split()) > column.max_words:
        return "words", f"har {len(value.split())} ord men får ha {column.max_words}. Korta citatet."
    return None


def check_values(text: TextTable) -> Iterator[Problem]:
    for column in text.table.columns:
        wrong = {value: reason for value in text.distinct(column.name) if (reason := judge(column, value))}
        if wrong:
            for line, value in text.rows(column.name):
                if value in wrong:
                    rule, says = wrong[value]
                    yield problem(text.table.file, rule, says, line=line, column=column.name, value=value)


def check_key(text: TextTable) -> Iterator[Problem]:
    table = text.table
    repeated = _repeated(hash(tuple(values)) for _, *values in text.rows(*table.key))
    first: dict[tuple[str, ...], int] = {}
    for line, *values in text.rows(*table.key) if repeated else ():
        key = tuple(values)
        if hash(key) in repeated and all(key) and (earlier := first.setdefault(key, line)) != line:
            says = f"står redan på rad {earlier}. Ta bort eller ändra en av raderna."
            yield problem(
                table.file, "unique", says, line=line, column=", ".join(table.key), value=", ".join(key)
            )


def _repeated(numbers: Iterator[int]) -> set[int]:
    """Those that occur more than once."""
    ordered = np.sort(np.fromiter(numbers, np.int64))
    return set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())


def check_numbering(text: TextTable) -> Iterator[Problem]:
    """A gap is reported once: counting goes on from the number that stands there."""
    table = text.table
    if table.numbered_within is None or not text.whole:
        return
    last: Counter[tuple[str, ...]] = Counter()
    for line, position, *group in text.rows("position", *table.numbered_within):
        expected = last[tuple(group)] + 1
        if position != str(expected):
            says = f"ska vara {expected}: raderna numreras 1, 2, 3 … i den ordning de står."
            yield problem(table.file, "position", says, line=line, column="position", value=position)
        last[tuple(group)] = int(position) if INTEGER.valid(position) else expected


def check_references(text: TextTable, codes: Mapping[str, set[str]]) -> Iterator[Problem]:
    """`codes` by file, without those that are not whole: a reference is not to blame for what they lack."""
    for column in text.table.columns:
        if not column.references:
            continue
        by_row = _OTHER_COLUMN.search(column.references)
        other = by_row[1] if by_row else column.name
        for line, value, said in text.rows(column.name, other):
            file = column.references.format(**{other: said})
            if value and file in codes and value not in codes[file]:
                says = f"finns inte i {file}. Rätta koden eller lägg till en rad där."
                yield problem(text.table.file, "reference", says, line=line, column=column.name, value=value)


def check_spellings(vocabulary: TextTable) -> Iterator[Problem]:
    """A spelling that stands for two codes cannot be resolved."""
    first: dict[str, tuple[str, int]] = {}
    for line, code, label_sv, label_en, aliases in vocabulary.rows("code", "label_sv", "label_en", "aliases"):
        for column, spelling in (
            ("code", code),
            ("label_sv", label_sv),
            ("label_en", label_en),
            *(("aliases", alias) for alias in aliases.split("|")),
        ):
            other, earlier = first.setdefault(spelling_key(spelling), (code, line))
            if spelling and other != code:
                says = f"står redan för {other} på rad {earlier}. Ta bort eller ändra det ena."
                yield problem(vocabulary.table.file, "alias", says, line=line, column=column, value=spelling)


def check_reading_order(tables: Mapping[str, TextTable]) -> Iterator[Problem]:
    """Listings stand as readers meet them: by vision area, then by stage."""
    ranks = [
        {code: rank for rank, (_, code) in enumerate(tables[vocabulary_file(dimension)].rows("code"))}
        for dimension in ("vision_area", "stage")
    ]
    last = (0, 0)
    for line, vision_area, stage in tables[LISTINGS].rows("vision_area", "stage"):
        if vision_area not in ranks[0] or stage not in ranks[1]:
            continue
        place = (ranks[0][vision_area], ranks[1][stage])
        if place < last:
            says = (
                "står efter rader som ska komma senare. Ordna efter ordlistornas visionsområden och skeden."
            )
            yield problem(
                LISTINGS,
                "order",
                says,
                line=line,
                column="vision_area, stage",
                value=f"{vision_area}, {stage}",
            )
        last = place


def check_titles(tables: Mapping[str, TextTable]) -> Iterator[Problem]:
    """A listing bears its initiative's title, as published now or before, or as displayed."""
    titles = {
        code: tuple({spelling_key(spelling) for spelling in (title, display, *former.split("|"))})
        for _, code, title, display, former in tables[INITIATIVES].rows(
            "code", "title", "display_title", "other_titles"
        )
    }
    for line, initiative, title in tables[LISTINGS].rows("initiative", "title"):
        if initiative in titles and spelling_key(title) not in titles[initiative]:
            says = f"är inte titeln på {initiative} i {INITIATIVES}. Rätta titeln eller koden."
            yield problem(LISTINGS, "title", says, line=line, column="title", value=title)


def check_roles(classifications: TextTable) -> Iterator[Problem]:
    """A place is what an initiative aims at, its venue, or just mentioned; other labels have no role."""
    for line, dimension, role in classifications.rows("dimension", "role"):
        if dimension == "place" and not role:
            says = "värdet saknas. Ange target, venue eller mention för platsen."
            yield problem(CLASSIFICATIONS, "role", says, line=line, column="role")
        elif dimension != "place" and role:
            says = f"gäller bara platser, inte {quoted(dimension)}. Töm fältet."
            yield problem(CLASSIFICATIONS, "role", says, line=line, column="role", value=role)


def check_fact_values(facts: TextTable) -> Iterator[Problem]:
    for line, kind, value in facts.rows("kind", "value"):
        reason = judge(FACT_VALUES[kind], value) if kind in FACT_VALUES else None
        if value and reason:
            yield problem(FACTS, reason[0], reason[1], line=line, column="value", value=value)


def check_municipality(municipality: Mapping[str, str]) -> Iterator[Problem]:
    for column in MUNICIPALITY_KEYS:
        value = municipality.get(column.name, "")
        if reason := judge(column, value):
            yield problem(MUNICIPALITY, reason[0], reason[1], column=column.name, value=value)


def check_population(portfolio: Portfolio) -> Iterator[Problem]:
    """The districts partition the municipality, so their inhabitants add up to all of them."""
    districts = portfolio.tables[DISTRICT_FACTS]
    populations = list(districts.values("population"))
    expected = portfolio.municipality.get("population", "")
    if not districts.whole or not INTEGER.valid(expected):
        return
    if not all(INTEGER.valid(value or "0") for value in populations):
        return
    total = str(sum(int(value or 0) for value in populations))
    if total != expected:
        says = f"är summan, men {MUNICIPALITY} säger {expected}. Rätta den som är fel."
        yield problem(DISTRICT_FACTS, "population", says, column="population", value=total)


def check_shapes(files: Mapping[str, bytes], tables: Mapping[str, TextTable]) -> Iterator[Problem]:
    """Every district has a shape on the map, every shape a district."""
    for file in (DISTRICT_SHAPES, MUNICIPALITY_SHAPE):
        if file not in files:
            yield problem(file, "file", "filen saknas. Lägg dit kartans gränser som GeoJSON.")
            continue
        try:
            features = json.loads(files[file])["features"]
            codes = {feature["properties"].get("code") for feature in features}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield problem(file, "malformed", "filen går inte att läsa som GeoJSON. Lägg tillbaka en hel fil.")
            continue
        if file == DISTRICT_SHAPES:
            yield from _shape_problems(codes, tables[vocabulary_file("district")])


def _shape_problems(codes: set[str], vocabulary: TextTable) -> Iterator[Problem]:
    districts = {code for _, code, kind in vocabulary.rows("code", "kind") if kind == "term"}
    file = vocabulary.table.file
    if not vocabulary.whole:
        return
    for code in sorted(districts - codes):
        yield problem(
            DISTRICT_SHAPES, "shape", f"har ingen gräns men står i {file}. Lägg till den.", value=code
        )
    for code in sorted(map(str, codes - districts)):
        yield problem(DISTRICT_SHAPES, "shape", f"är inget område i {file}. Rätta koden.", value=code)
