"""Initiatives from a spreadsheet with the columns of the list's download."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache

from dashboard.dimensions import LABELS, NOT_STATED
from dashboard.sources.capture import CaptureError
from dashboard.sources.sheet_file import Line, read_lines
from dashboard.spreadsheet import (
    COLUMNS,
    COMMENT,
    LISTING_COLUMNS,
    PROVENANCE,
    SEPARATOR,
    split_values,
    unquote_formula,
)
from dashboard.text import LANGUAGES, text_of
from dashboard.vocabularies import Vocabularies, spelling_key

_REQUIRED = ("initiative", "vision_area", "stage", "position")


@dataclass(frozen=True)
class SheetListing:
    """Where the city describes an initiative. `vision_area` and `stage` are codes."""

    vision_area: str
    stage: str
    position: int
    link_label: str = ""


@dataclass(frozen=True)
class SheetRow:
    """An initiative as somebody wrote it; `code` is empty where they gave none.

    `title` is the published one, `display_title` the one shown. `labels` has codes by dimension, and no
    dimension that is not stated.
    """

    code: str
    title: str
    display_title: str
    summary: str
    listings: tuple[SheetListing, ...]
    labels: Mapping[str, tuple[str, ...]]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Sheet:
    """`language` is that of the summaries, as their header tells; `columns` are those that the sheet has.

    A value of a column that it lacks is not known, one of a cell that is empty is empty.
    """

    rows: tuple[SheetRow, ...]
    language: str
    columns: frozenset[str] = field(default=frozenset(), compare=False)


class SheetRefused(CaptureError):
    """All that is wrong with a sheet: `problems` one by one, in its order, each with row and value."""

    def __init__(self, problems: Iterable[CaptureError]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.file, first.line, first.message)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def parse_sheet(content: bytes, name: str, vocabularies: Vocabularies) -> Sheet:
    """Parse the whole sheet or raise: SheetRefused with every cell that is wrong, CaptureError for the file.

    Headers are those of either language or the columns' codes, in any order. Initiatives that are not in the
    sheet may merely have been filtered away. What an export says of itself below the table is passed over.
    """
    lines = read_lines(content, name, _is_whole) or read_lines(content, name, _is_ours)
    if not lines and content.startswith(COMMENT.encode()):
        made_for = "är gjord för program och har koder i stället för ord"
        raise CaptureError(name, None, f"filen {made_for}; ge en .xlsx eller en .csv för kalkylprogram")
    if not lines and _is_export(content, name):
        without = "är tagen från Visionskollen men utan listan med insatser"
        instead = "ta med sidan Insatser som Excel eller CSV i stället"
        raise CaptureError(name, None, f"filen {without}; {instead}")
    if not lines:
        expected = ", ".join(f"«{_heading(column)}»" for column in _REQUIRED)
        raise CaptureError(name, None, f"kalkylbladet är inte Visionskollens; väntade kolumnerna {expected}")
    (line, header), *rows = lines
    places = _parse_header(header, line, name)
    reading = _Reading(name, vocabularies, places)
    parsed = tuple(reading.row(*row) for row in _without_provenance(rows, line))
    if not parsed:
        reading.refuse(line, "kalkylbladet har inga insatser; väntade en rad för varje")
    if not reading.problems:
        reading.check_repeats(parsed)
    if reading.problems:
        raise SheetRefused(reading.problems)
    return Sheet(parsed, _language(header), frozenset(places))


def _heading(column: str, language: str = LANGUAGES[0]) -> str:
    return text_of(language)(COLUMNS[column])


@cache
def _columns() -> dict[str, str]:
    """Column by each spelling of its header."""
    return {
        spelling_key(spelling): column
        for column in COLUMNS
        for spelling in (column, *(_heading(column, language) for language in LANGUAGES))
    }


@cache
def _not_stated() -> set[str]:
    return {
        spelling_key(word) for word in ("", NOT_STATED, *(text_of(each)("not-stated") for each in LANGUAGES))
    }


@cache
def _provenance() -> set[str]:
    return {spelling_key(text_of(language)(key)) for key in PROVENANCE.values() for language in LANGUAGES}


def _without_provenance(rows: list[Line], last: int) -> Iterator[Line]:
    """All but the labels and values after an empty line; the header stands in the line `last`."""
    below = False
    for number, cells in rows:
        told = _is_provenance(cells)
        below = below or (told and number > last + 1)
        last = number
        if not (below and told):
            yield number, cells


def _is_provenance(cells: list[str]) -> bool:
    """Whether there is a label and a value, or less, where no initiative does with so little."""
    filled = [cell for cell in cells if cell]
    return len(filled) <= 2 and spelling_key(filled[0]) in _provenance()


def _is_export(content: bytes, name: str) -> bool:
    """Whether it says of itself what our files do: it is of a panel, a deck or an empty selection."""
    with suppress(CaptureError):
        return sum(_is_provenance(cells) for _, cells in read_lines(content, name, _has_columns)) > 2
    return False


def _has_columns(header: list[str]) -> bool:
    return len(header) > 1


def _is_whole(header: list[str]) -> bool:
    return {_columns().get(spelling_key(heading)) for heading in header}.issuperset(_REQUIRED)


def _is_ours(header: list[str]) -> bool:
    """Whether it may be meant as ours, though columns are missing; then they are told."""
    return any(_columns().get(spelling_key(heading)) == "initiative" for heading in header)


def _language(header: list[str]) -> str:
    spelt = {spelling_key(heading) for heading in header}
    found = (language for language in LANGUAGES if spelling_key(_heading("summary", language)) in spelt)
    return next(found, LANGUAGES[0])


def _parse_header(header: list[str], line: int, name: str) -> dict[str, int]:
    """Place of each column. A cell without heading is none; what stands below it is refused later."""
    places: dict[str, int] = {}
    reasons: list[str] = []
    for place, heading in enumerate(header):
        column = _columns().get(spelling_key(heading))
        if column in places:
            reasons.append(f"kolumnen «{heading}» finns två gånger; ta bort den ena")
        elif column:
            places[column] = place
        elif heading:
            known = ", ".join(map(_heading, COLUMNS))
            reasons.append(f"kolumnen «{heading}» är okänd; ta bort den eller ge den ett av namnen {known}")
    missing = [column for column in _REQUIRED if column not in places]
    reasons += [f"kolumnen «{_heading(column)}» saknas; lägg till den" for column in missing]
    if reasons:
        raise SheetRefused(CaptureError(name, line, reason) for reason in reasons)
    return places


@dataclass(frozen=True)
class _Reading:
    """Rows of one sheet. What is wrong with them gathers in `problems`, so that all is told at once."""

    name: str
    vocabularies: Vocabularies
    places: Mapping[str, int]
    problems: list[CaptureError] = field(default_factory=list)

    def refuse(self, line: int, message: str) -> None:
        self.problems.append(CaptureError(self.name, line, message))

    def row(self, line: int, cells: list[str]) -> SheetRow:
        for place, cell in enumerate(cells):
            if cell and place not in self.places.values():
                self.refuse(line, f"«{cell}» står i en kolumn utan rubrik; ta bort det eller skriv rubriken")
        by_place = dict(enumerate(map(unquote_formula, cells)))
        values = {column: by_place.get(self.places.get(column, -1), "") for column in COLUMNS}
        if not values["initiative"]:
            self.refuse(line, f"insatsen saknar titel; fyll i kolumnen «{_heading('initiative')}»")
        labels = {dimension: tuple(self._labels(line, dimension, values[dimension])) for dimension in LABELS}
        return SheetRow(
            code=values["code"],
            title=values["title"] or values["initiative"],
            display_title=values["initiative"],
            summary=values["summary"],
            listings=tuple(self._listings(line, values)),
            labels={dimension: codes for dimension, codes in labels.items() if codes},
            line=line,
        )

    def _labels(self, line: int, dimension: str, cell: str) -> Iterable[str]:
        if spelling_key(cell) in _not_stated():
            return ()
        return dict.fromkeys(self._term(line, dimension, value) for value in split_values(cell))

    def _listings(self, line: int, values: Mapping[str, str]) -> Iterator[SheetListing]:
        lists = {column: split_values(values[column]) for column in LISTING_COLUMNS}
        lists["link_label"] = lists["link_label"] or [""] * len(lists["vision_area"])
        if not lists["vision_area"] or len({len(each) for each in lists.values()}) > 1:
            found = ", ".join(f"{len(each)} i «{_heading(column)}»" for column, each in lists.items())
            separated = f"lika många värden, skilda av «{SEPARATOR}», i varje kolumn"
            self.refuse(line, f"väntade {separated}; fann {found}")
            return
        for area, stage, position, link in zip(*lists.values(), strict=True):
            yield SheetListing(
                self._term(line, "vision_area", area),
                self._term(line, "stage", stage),
                self._position(line, position),
                link,
            )

    def _term(self, line: int, dimension: str, value: str) -> str:
        """Its code, or the value itself where it is refused."""
        code = self.vocabularies.resolve(dimension, value)
        if code is None:
            place = f"kolumnen «{_heading(dimension)}»: «{value}» finns inte i ordlistan {dimension}.csv"
            self.refuse(line, f"{place}; rätta det, eller skilj flera värden med «{SEPARATOR}»")
        return code or value

    def _position(self, line: int, value: str) -> int:
        if value.isdecimal() and len(value) < 9 and int(value) > 0:
            return int(value)
        self.refuse(line, f"kolumnen «{_heading('position')}»: «{value}» är inget heltal från 1 och uppåt")
        return 0

    def check_repeats(self, rows: Iterable[SheetRow]) -> None:
        """Refuse a code or a place on the pages that is given a second time."""
        first: dict[str, int] = {}
        for row in rows:
            given = [f"koden «{row.code}»"] if row.code else []
            for each in row.listings:
                given.append(f"nummer {each.position} under «{each.stage}» i «{each.vision_area}»")
            for words in given:
                if words in first:
                    self.refuse(row.line, f"{words} står redan på rad {first[words]}; ändra det ena")
                first.setdefault(words, row.line)
