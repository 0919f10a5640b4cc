"""What a spreadsheet with the columns of our own download adds to the portfolio.

A sheet may have been filtered before it was saved, so nothing that it lacks is taken away.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import PurePath

from dashboard.portfolio.doubts import with_doubts
from dashboard.portfolio.identify import new_code
from dashboard.portfolio.match import TitleIndex, entitled
from dashboard.portfolio.normalise import normalise_text, slug
from dashboard.portfolio.own_rules import SHEET_RULE
from dashboard.portfolio.refusal import ImportRefused, collect_problem
from dashboard.portfolio.tables import Portfolio
from dashboard.sources.capture import Capture, CaptureError
from dashboard.sources.sheet import Sheet, SheetListing, SheetRow
from dashboard.store.columns import SLUG
from dashboard.store.rows import Row, key_of, new_row
from dashboard.store.tables import CLASSIFICATIONS, INITIATIVES, LISTINGS, REVIEW, SOURCES, TABLE_OF
from dashboard.vocabularies import Vocabularies


def source_code(capture: Capture) -> str:
    """The code of a sheet's row in sources.csv; sheets of one file name follow each other under it."""
    return f"sheet-{slug(PurePath(capture.file).stem)}"


@dataclass(frozen=True)
class CapturedSheet:
    capture: Capture
    sheet: Sheet


@dataclass
class _Adding:
    """The tables while a sheet is added; `touched` once something refers to the sheet's own source."""

    captured: CapturedSheet
    vocabularies: Vocabularies
    initiatives: dict[str, Row]
    listings: list[Row]
    labels: dict[tuple[str, ...], Row]
    doubts: list[Row] = field(default_factory=list)
    touched: bool = False
    new: set[str] = field(default_factory=set)
    places: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for number, row in enumerate(self.listings):
            self.places[row["initiative"], row["vision_area"]].append(number)

    @property
    def source(self) -> str:
        self.touched = True
        return source_code(self.captured.capture)

    def source_row(self) -> Row:
        capture = self.captured.capture
        return new_row(
            TABLE_OF[SOURCES],
            code=self.source,
            kind="spreadsheet",
            title=PurePath(capture.file).name,
            fetched=str(capture.fetched or ""),
            sha256=capture.sha256,
        )

    def add(self, row: SheetRow, code: str) -> None:
        if code not in self.initiatives:
            self.new.add(code)
            title = normalise_text(row.title)
            self.initiatives[code] = new_row(
                TABLE_OF[INITIATIVES], code=code, title=title, display_title=title
            )
        self.initiatives[code] = self._worded(self.initiatives[code], row)
        for vision_area, listings in groupby(row.listings, key=lambda listing: listing.vision_area):
            self._list(code, row, vision_area, list(listings))
        for dimension, terms in row.labels.items():
            for term in terms:
                self._label(code, dimension, term)

    def _worded(self, initiative: Row, row: SheetRow) -> Row:
        """Titles and summary as the sheet has them; a title it does not have stays among the others."""
        summary = f"summary_{self.captured.sheet.language}"
        display = normalise_text(row.display_title)
        title = normalise_text(row.title)
        if "title" not in self.captured.sheet.columns and display == initiative["display_title"]:
            title = initiative["title"]
        worded = normalise_text(row.summary) or initiative[summary]
        return entitled(initiative, title, display) | {summary: worded}

    def _list(self, code: str, row: SheetRow, vision_area: str, listings: Sequence[SheetListing]) -> None:
        """Change the initiative's listings in the vision area: those in the same stage, then the others.

        What the sheet has more of is added.
        """
        known = list(self.places[code, vision_area])
        for listing in sorted(listings, key=lambda each: self._stages(known).count(each.stage), reverse=True):
            same_stage = [number for number in known if self.listings[number]["stage"] == listing.stage]
            if not known:
                known = [len(self.listings)]
                self.places[code, vision_area] += known
                self.listings.append(self._new_listing(code, row, vision_area))
            number = (same_stage or known)[0]
            known.remove(number)
            self.listings[number] = self._changed(self.listings[number], listing)

    def _stages(self, numbers: Iterable[int]) -> list[str]:
        return [self.listings[number]["stage"] for number in numbers]

    def _changed(self, known: Row, listing: SheetListing) -> Row:
        said = {"stage": listing.stage, "position": str(listing.position)}
        if "link_label" not in self.captured.sheet.columns:
            return known | said
        label = normalise_text(listing.link_label)
        return known | said | {"link_label": label} | ({} if known["link_label"] == label else _NO_FLAGS)

    def _new_listing(self, code: str, row: SheetRow, vision_area: str) -> Row:
        known = {"source": self.source, "vision_area": vision_area, "initiative": code}
        return new_row(TABLE_OF[LISTINGS], **known, title=normalise_text(row.title))

    def _label(self, code: str, dimension: str, term: str) -> None:
        """State it of a new initiative; what the sheet says otherwise of a known one a person settles."""
        if (code, dimension, term) in self.labels:
            return
        quote = " ".join(self.vocabularies.term(dimension, term).label_sv.split()[:8])
        said = {"dimension": dimension, "term": term, "rule": SHEET_RULE, "quote": quote}
        said |= {"initiative": code, "source": self.source}
        if code in self.new:
            role = "mention" if dimension == "place" else ""
            label = new_row(TABLE_OF[CLASSIFICATIONS], **said, role=role, provenance="stated")
            self.labels[code, dimension, term] = label
        else:
            self.doubts.append(new_row(TABLE_OF[REVIEW], **said, reason="sheet-differs"))


_NO_FLAGS = {"link_external": "", "link_new_window": ""}


def add_sheet(portfolio: Portfolio, captured: CapturedSheet, vocabularies: Vocabularies) -> Portfolio:
    """The portfolio with what the sheet says. Raises ImportRefused where a row may be several initiatives."""
    adding = _Adding(
        captured,
        vocabularies,
        initiatives={row["code"]: row for row in portfolio.initiatives},
        listings=list(portfolio.listings),
        labels={key_of(TABLE_OF[CLASSIFICATIONS], row): row for row in portfolio.classifications},
    )
    for row, code in _identified(captured, portfolio):
        adding.add(row, code)
    listed = {row["vision_area"] for row in adding.listings}
    added = replace(
        portfolio,
        initiatives=list(adding.initiatives.values()),
        listings=numbered(adding.listings),
        classifications=list(adding.labels.values()),
        review=with_doubts(portfolio.review, adding.doubts),
        vision_areas=[
            row | {"captured": "yes"} if row["code"] in listed else row for row in portfolio.vision_areas
        ],
    )
    if not adding.touched:
        return added
    others = [row for row in portfolio.sources if row["code"] != adding.source]
    return replace(added, sources=[*others, adding.source_row()])


def _identified(captured: CapturedSheet, portfolio: Portfolio) -> list[tuple[SheetRow, str]]:
    """Each row with its initiative's code: the one it gives, the one of its title, or a new one."""
    index = TitleIndex(portfolio.initiatives)
    known = {row["code"] for row in portfolio.initiatives}
    problems: list[CaptureError] = []
    found: list[tuple[SheetRow, str]] = []
    taken = set(known)
    for row in captured.sheet.rows:
        with collect_problem(problems):
            code = row.code if row.code in known else _code_of_title(row, index, captured.capture.file)
            if not code:
                own = row.code if SLUG.valid(row.code) and row.code not in taken else ""
                code = own or new_code(row.title, taken)
            taken.add(code)
            found.append((row, code))
    if problems:
        raise ImportRefused(problems)
    return found


def _code_of_title(row: SheetRow, index: TitleIndex, file: str) -> str:
    codes = index.match(row.title)
    if len(codes) > 1:
        raise CaptureError(file, row.line, f"«{row.title}» kan vara {' eller '.join(codes)}; ange koden")
    return "".join(codes)


def numbered(listings: Iterable[Row]) -> list[Row]:
    """The listings in their order, numbered from 1 within each vision area and stage."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in listings:
        groups[row["vision_area"], row["stage"]].append(row)
    return [
        row | {"position": str(position)}
        for rows in groups.values()
        for position, row in enumerate(sorted(rows, key=lambda row: int(row["position"])), 1)
    ]
