"""Which source each captured page is, and what the page says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.portfolio.normalise import comparison_key, normalise_text, slug
from dashboard.portfolio.refusal import ImportRefused, collect_problem
from dashboard.sources.capture import Capture, CaptureError
from dashboard.sources.headings import is_nearly
from dashboard.sources.programme_page import ProgrammePage
from dashboard.sources.vision_area_page import TITLE_MARK, Listing, VisionAreaPage
from dashboard.store.rows import Row, new_row
from dashboard.store.tables import SOURCES, TABLE_OF
from dashboard.store.texts import text_id
from dashboard.vocabularies import Vocabularies


@dataclass(frozen=True)
class CapturedPage:
    capture: Capture
    page: VisionAreaPage | ProgrammePage

    def problem(self, line: int, message: str) -> CaptureError:
        return CaptureError(self.capture.file, line, message)


@dataclass(frozen=True)
class PlacedPage:
    """A page with its row of sources.csv, as it was or as it begins."""

    captured: CapturedPage
    source: Row

    @property
    def vision_area(self) -> str:
        return self.source["vision_area"]

    @property
    def listings(self) -> tuple[Listing, ...]:
        page = self.captured.page
        return page.listings if isinstance(page, VisionAreaPage) else ()

    @property
    def statement(self) -> str:
        return normalise_text(self.captured.page.statement)

    def source_row(self) -> Row:
        """What the capture tells of itself wins; the day of other bytes than these is forgotten."""
        capture = self.captured.capture
        known_day = self.source["fetched"] if self.source["sha256"] == capture.sha256 else ""
        return self.source | {
            "address": capture.address or self.source["address"],
            "fetched": str(capture.fetched or known_day),
            "sha256": capture.sha256,
            "last_changed": str(self.captured.page.last_changed or ""),
            "statement_id": text_id(self.statement),
        }

    def remarks(self) -> list[Row]:
        """Rows for problems.csv: what is spelt otherwise than in the vocabularies, and was understood."""
        return [
            {"rule": each.rule, "source": self.source["code"], "line": str(each.line), "value": each.value}
            for each in self.captured.page.remarks
        ]


def place_pages(
    pages: Iterable[CapturedPage],
    sources: Iterable[Row],
    vocabularies: Vocabularies,
    unread: Iterable[CaptureError] = (),
) -> list[PlacedPage]:
    """Each page with its source, in the order of the sources' codes. Raises ImportRefused.

    The same page given twice is one. Of captures of one page from different days the latest counts. `unread`
    are the captures that could not be read: told together with those that have no place.
    """
    sources = list(sources)
    problems = list(unread)
    by_source: dict[str, PlacedPage] = {}
    for captured in pages:
        with collect_problem(problems):
            placed = PlacedPage(captured, _find_source(captured, sources, vocabularies))
            code = placed.source["code"]
            _refuse_older(placed)
            by_source[code] = _choose(placed, by_source.get(code, placed))
    if problems:
        raise ImportRefused(problems)
    return [by_source[code] for code in sorted(by_source)]


def _refuse_older(placed: PlacedPage) -> None:
    """A page from before the one that the portfolio has would undo what has come since."""
    day, known = placed.captured.capture.fetched, placed.source["fetched"]
    if day and known and day < date.fromisoformat(known):
        raise placed.captured.problem(
            placed.captured.page.line,
            f"sidan hämtades {day}, men portföljen har den från {known}; ge en senare hämtning",
        )


def _choose(placed: PlacedPage, other: PlacedPage) -> PlacedPage:
    """Of two that say the same, the one with the lower check sum, so that order makes no difference."""
    one, two = other.captured.capture, placed.captured.capture
    if one.fetched == two.fetched and other.captured.page == placed.captured.page:
        return min(other, placed, key=lambda page: page.captured.capture.sha256)
    if not one.fetched or not two.fetched or one.fetched == two.fetched:
        page = placed.captured.page
        raise placed.captured.problem(
            page.line, f"«{page.title}» gavs två gånger, också i {one.file}; välj en av dem"
        )
    return max(other, placed, key=lambda page: page.captured.capture.fetched or date.min)


def _find_source(captured: CapturedPage, sources: Iterable[Row], vocabularies: Vocabularies) -> Row:
    page = captured.page
    title = normalise_text(page.title)
    if isinstance(page, VisionAreaPage):
        area = vocabularies.resolve("vision_area", title)
        if area is None:
            raise captured.problem(page.line, _unknown_area(title, vocabularies))
        found = (row for row in sources if (row["kind"], row["vision_area"]) == ("vision-area-page", area))
        return next(found, None) or _new_source("vision-area-page", f"{TITLE_MARK} {title}", area)
    found = (
        row
        for row in sources
        if row["kind"] == "programme-page" and comparison_key(row["title"]) == comparison_key(title)
    )
    return next(found, None) or _new_source("programme-page", title, "")


def _unknown_area(title: str, vocabularies: Vocabularies) -> str:
    """A name that is nearly known is suggested, not taken: a page replaces all that its area lists."""
    terms = vocabularies.terms("vision_area")
    near = [term for term in terms if any(is_nearly(title, each) for each in (term.label_sv, *term.aliases))]
    if len(near) == 1:
        meant = f"menas «{near[0].label_sv}» lägger du till stavningen bland aliases för {near[0].code}"
        return f"visionsområdet «{title}» är okänt; {meant} i vision_area.csv"
    return f"visionsområdet «{title}» är okänt; ge det en rad eller ett alias i vision_area.csv"


def _new_source(kind: str, title: str, area: str) -> Row:
    code = f"page-{area or slug(title)}"
    return new_row(TABLE_OF[SOURCES], code=code, kind=kind, title=title, vision_area=area)
