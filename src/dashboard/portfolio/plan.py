"""What captured pages would make of the portfolio's tables; decided before anything is written."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from dashboard.portfolio.difference import Change, compare_listings
from dashboard.portfolio.match import TitleIndex
from dashboard.portfolio.normalise import comparison_key, normalise_text
from dashboard.portfolio.tables import Portfolio, Row
from dashboard.sources.capture import Capture, CaptureError
from dashboard.sources.programme_page import ProgrammePage
from dashboard.sources.vision_area_page import Listing, VisionAreaPage
from dashboard.vocabularies import Vocabularies


class ImportRefused(Exception):
    """Nothing may be written. `problems` name file, line, what is wrong and what to do."""

    def __init__(self, problems: Sequence[CaptureError]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@contextmanager
def collect_problem(problems: list[CaptureError]) -> Iterator[None]:
    """Note the problem and go on, so that a reader learns of all of them at once."""
    try:
        yield
    except CaptureError as problem:
        problems.append(problem)


@dataclass(frozen=True)
class CapturedPage:
    capture: Capture
    page: VisionAreaPage | ProgrammePage

    def problem(self, line: int, message: str) -> CaptureError:
        return CaptureError(self.capture.file, line, message)


@dataclass(frozen=True)
class ImportPlan:
    """The tables as they would be. `renewed` are the sources whose bytes are not those imported last."""

    listings: list[Row]
    sources: list[Row]
    changes: list[Change]
    renewed: list[str]


def plan_import(
    pages: Iterable[CapturedPage], portfolio: Portfolio, vocabularies: Vocabularies
) -> ImportPlan:
    """Replace the listings of each captured vision area, keep all others. Raises ImportRefused."""
    titles = TitleIndex(portfolio.initiatives)
    hashes: dict[str, str] = {}
    areas: set[str] = set()
    imported: list[Row] = []
    problems: list[CaptureError] = []
    for captured in pages:
        with collect_problem(problems):
            source = _find_source(captured, portfolio.sources, vocabularies)
            if source["code"] in hashes:
                raise captured.problem(
                    captured.page.line, f"«{captured.page.title}» gavs två gånger; välj en"
                )
            hashes[source["code"]] = captured.capture.sha256
            if isinstance(captured.page, VisionAreaPage):
                areas.add(source["vision_area"])
                for listing in captured.page.listings:
                    with collect_problem(problems):
                        imported.append(_match_listing(listing, captured, source, titles))
    if problems:
        raise ImportRefused(problems)
    kept = [row for row in portfolio.listings if row["vision_area"] not in areas]
    listings = _in_reading_order(kept + imported, vocabularies)
    sources = [row | {"sha256": hashes.get(row["code"], row["sha256"])} for row in portfolio.sources]
    renewed = [new["code"] for old, new in zip(portfolio.sources, sources, strict=True) if old != new]
    return ImportPlan(listings, sources, compare_listings(portfolio.listings, listings), renewed)


def _find_source(captured: CapturedPage, sources: Iterable[Row], vocabularies: Vocabularies) -> Row:
    """The row of sources.csv for this page. Only a person knows its address, so a missing row is an error."""
    page = captured.page
    kind, wanted = "programme-page", ""
    if isinstance(page, VisionAreaPage):
        kind, wanted = "vision-area-page", _resolve_vision_area(captured, vocabularies)
    for source in sources:
        same_title = wanted or comparison_key(source["title"]) == comparison_key(page.title)
        if source["kind"] == kind and source["vision_area"] == wanted and same_title:
            return source
    raise captured.problem(
        page.line,
        f"sidan «{page.title}» saknas i sources.csv; lägg till en rad där med kind={kind} och adress",
    )


def _resolve_vision_area(captured: CapturedPage, vocabularies: Vocabularies) -> str:
    page = captured.page
    code = vocabularies.resolve("vision_area", page.title)
    if code is None:
        raise captured.problem(
            page.line,
            f"visionsområdet «{page.title}» är okänt; ge det en rad eller ett alias i vision_area.csv",
        )
    if not vocabularies.term("vision_area", code).captured:
        raise captured.problem(page.line, f"sätt captured=yes för {code} i vision_area.csv; nu finns sidan")
    return code


def _match_listing(listing: Listing, captured: CapturedPage, source: Row, titles: TitleIndex) -> Row:
    codes = titles.match(listing.title)
    if not codes:
        raise captured.problem(
            listing.line,
            f"«{listing.title}» finns inte bland insatserna; lägg till en rad i initiatives.csv"
            " med kod, titel och en egen sammanfattning",
        )
    if len(codes) > 1:
        raise captured.problem(
            listing.line,
            f"«{listing.title}» kan vara {' eller '.join(codes)}; skilj titlarna åt i initiatives.csv",
        )
    return {
        "source": source["code"],
        "vision_area": source["vision_area"],
        "stage": listing.stage,
        "position": str(listing.position),
        "initiative": codes[0],
        "title": normalise_text(listing.title),
        "link_label": normalise_text(listing.link_label),
        "link_external": _yes_or_no(listing, listing.link_external),
        "link_new_window": _yes_or_no(listing, listing.link_new_window),
    }


def _yes_or_no(listing: Listing, flag: bool) -> str:
    """Empty where there is no link to say it of."""
    return ("yes" if flag else "no") if listing.link_label else ""


def _in_reading_order(rows: Iterable[Row], vocabularies: Vocabularies) -> list[Row]:
    """By vision area and stage as the vocabularies order them; within a stage as the rows come."""
    areas, stages = vocabularies.codes("vision_area"), vocabularies.codes("stage")
    return sorted(rows, key=lambda row: (_rank(row["vision_area"], areas), _rank(row["stage"], stages)))


def _rank(code: str, codes: list[str]) -> int:
    """A code that the vocabulary has lost comes last; the build's checks name it."""
    return codes.index(code) if code in codes else len(codes)
