"""Which of the city's pages a captured text is, and what it says."""

from dashboard.sources.capture import CaptureError
from dashboard.sources.lines import Line, parse_lines
from dashboard.sources.programme_page import ProgrammePage, parse_programme_page
from dashboard.sources.vision_area_page import TITLE_MARK, VisionAreaPage, is_title, parse_vision_area_page
from dashboard.vocabularies import Vocabularies


def parse_page(text: str, name: str, vocabularies: Vocabularies) -> VisionAreaPage | ProgrammePage:
    """Parse the whole page or raise CaptureError with file, line and what was expected; nothing half-read.

    The vocabularies give the headings to look for (`stage`, `target_area`); titles stay as captured.
    """
    lines = parse_lines(text)
    if all(line.is_blank for line in lines):
        raise CaptureError(name, 1, "filen är tom")
    if any(is_title(line) for line in lines):
        return parse_vision_area_page(lines, name, vocabularies)
    if any(_is_target_area(line, vocabularies) for line in lines):
        return parse_programme_page(lines, name, vocabularies)
    expected = f"väntade rubriken «{TITLE_MARK} …» eller ett målområde"
    raise CaptureError(name, 1, f"detta är ingen av de sidor som Visionskollen läser; {expected}")


def _is_target_area(line: Line, vocabularies: Vocabularies) -> bool:
    return line.is_outside and vocabularies.resolve("target_area", line.text) is not None
