"""Which of the city's pages a captured text is, and what it says."""

from dashboard.sources.capture import NotOurPage
from dashboard.sources.headings import find_headings
from dashboard.sources.lines import Line, parse_lines
from dashboard.sources.programme_page import ProgrammePage, parse_programme_page
from dashboard.sources.vision_area_page import (
    TITLE_MARK,
    VisionAreaPage,
    find_titles,
    is_title,
    parse_vision_area_page,
)
from dashboard.vocabularies import Vocabularies


def parse_page(text: str, name: str, vocabularies: Vocabularies) -> VisionAreaPage | ProgrammePage:
    """Parse the whole page or raise CaptureError with file, line and what was expected; nothing half-read.

    NotOurPage is the CaptureError of a page that has nothing to do with the portfolio.
    The vocabularies give the headings to look for (`stage`, `target_area`); titles stay as captured.
    """
    lines = parse_lines(text)
    if all(line.is_blank for line in lines):
        raise NotOurPage(name, 1, "filen är tom")
    if _is_vision_area_page(lines, vocabularies):
        return parse_vision_area_page(lines, name, vocabularies)
    if _is_programme_page(lines, vocabularies):
        return parse_programme_page(lines, name, vocabularies)
    expected = f"väntade rubriken «{TITLE_MARK} …» eller programmets målområden"
    raise NotOurPage(name, 1, f"detta är ingen av de sidor som Visionskollen läser; {expected}")


def _is_vision_area_page(lines: list[Line], vocabularies: Vocabularies) -> bool:
    """Not a page that lists vision areas or has something like them."""
    titles = find_titles(lines)
    if len(titles) == 1 and is_title(titles[0]):
        return True
    return titles != [] and find_headings(lines, "stage", vocabularies) != {}


def _is_programme_page(lines: list[Line], vocabularies: Vocabularies) -> bool:
    """A single target area is named by its own page and by news of it."""
    named = {heading.code for heading in find_headings(lines, "target_area", vocabularies).values()}
    return len(named) >= min(2, len(vocabularies.terms("target_area"))) > 0
