"""The page of the city's programme: a heading and a paragraph for each of its target areas."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dashboard.sources.capture import CaptureError, Remark
from dashboard.sources.headings import Heading, find_headings
from dashboard.sources.lines import Line
from dashboard.sources.page_facts import parse_last_changed, parse_statement
from dashboard.vocabularies import Vocabularies

SHARE_MARK = "Dela sidan:"
"""The page's foot repeats its title after this mark, which also proves that the capture is whole."""


@dataclass(frozen=True)
class ProgrammeSection:
    """A target area or an approach as the page words it. `code` is the term's."""

    code: str
    heading: str
    description: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class ProgrammePage:
    """`sections` are the target areas, `approaches` the ways of working that a page may describe beside them.

    `statement` is what it says of the programme, `last_changed` None where it does not say. `remarks` are
    what was read although misspelt.
    """

    title: str
    sections: tuple[ProgrammeSection, ...]
    line: int = field(default=0, compare=False)
    approaches: tuple[ProgrammeSection, ...] = ()
    statement: str = ""
    last_changed: date | None = None
    remarks: tuple[Remark, ...] = ()


def parse_programme_page(lines: list[Line], name: str, vocabularies: Vocabularies) -> ProgrammePage:
    """Raises CaptureError unless each target area of the vocabulary has its heading and paragraph, once."""
    title = _parse_title(lines, name)
    headings = find_headings(lines, "target_area", vocabularies)
    found = {heading.code for heading in headings.values()}
    for term in vocabularies.terms("target_area"):
        if term.code not in found:
            raise CaptureError(
                name, title.number, f"sidan saknar målområdet; väntade rubriken «{term.label_sv}»"
            )
    approaches = {
        number: heading
        for number, heading in find_headings(lines, "approach", vocabularies).items()
        if _paragraph_after(lines, heading.line)  # without one it is a link, or the page does without
    }
    first = min((*headings, *approaches))
    last_changed, date_remarks = parse_last_changed(lines)
    spelling = [heading.remark for heading in (*headings.values(), *approaches.values()) if heading.remark]
    return ProgrammePage(
        title.text,
        _parse_sections(lines, headings.values(), name),
        title.number,
        _parse_sections(lines, approaches.values(), name),
        parse_statement(lines[title.number : first - 1]),
        last_changed,
        (*sorted(spelling, key=lambda remark: remark.line), *date_remarks),
    )


def _parse_title(lines: list[Line], name: str) -> Line:
    """The line at the margin that the foot says is the title."""
    shared = next((line for line in lines if line.text.startswith(SHARE_MARK)), None)
    if shared is None:
        raise CaptureError(
            name, len(lines), f"väntade raden «{SHARE_MARK} …»; sidan verkar avklippt, hämta den igen"
        )
    wanted = shared.text.removeprefix(SHARE_MARK).strip()
    title = next((line for line in lines if line.is_outside and line.text == wanted), None)
    if title is None:
        raise CaptureError(name, shared.number, f"väntade sidans rubrik «{wanted}» längre upp")
    return title


def _parse_sections(
    lines: list[Line], headings: Iterable[Heading], name: str
) -> tuple[ProgrammeSection, ...]:
    sections: dict[str, ProgrammeSection] = {}
    for heading in sorted(headings, key=lambda heading: heading.line.number):
        text, number = heading.line.text, heading.line.number
        if heading.code in sections:
            raise CaptureError(name, number, f"rubriken «{text}» står en andra gång")
        description = _paragraph_after(lines, heading.line)
        if not description:
            raise CaptureError(name, number, f"väntade en beskrivning på raden efter «{text}»")
        sections[heading.code] = ProgrammeSection(heading.code, text, description, number)
    return tuple(sections.values())


def _paragraph_after(lines: list[Line], heading: Line) -> str:
    """Where a page has lost its blank lines, the line after the heading is all that is sure to be its."""
    following = lines[heading.number :]  # numbers count from 1, so this begins after the heading
    paragraph = list(itertools.takewhile(lambda line: line.is_outside, following))
    if not any(line.is_blank for line in lines[:-1]):
        paragraph = paragraph[:1]
    return "\n".join(line.text for line in paragraph)
