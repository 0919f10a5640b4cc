"""A vision area's page: under each stage heading a list of what the city does."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.sources.capture import CaptureError, Remark
from dashboard.sources.headings import Heading, find_headings, is_nearly, spelling_remark
from dashboard.sources.lines import Line
from dashboard.sources.listing import Listing, parse_listing
from dashboard.sources.page_facts import parse_last_changed, parse_statement
from dashboard.vocabularies import Vocabularies

TITLE_MARK = "Visionsområdet:"

FOOT = re.compile(
    r"Ikon: (pratbubblor|tidning)|Om du har frågor|Senast ändrad|Dela sidan|Nyheter\b", re.IGNORECASE
)
"""Where contact people, sharing and news begin: from there to the next stage heading nothing is data."""

FURNITURE = re.compile(r"Ikon\b|.*, ikon$", re.IGNORECASE)
"""What a page says of its pictures where it has nothing else to say."""


@dataclass(frozen=True)
class VisionAreaPage:
    """`title` is the vision area's name as the page spells it, `statement` what the vision says of it.

    `last_changed` is None where the page does not say. `remarks` are what was read although misspelt.
    """

    title: str
    listings: tuple[Listing, ...]
    line: int = field(default=0, compare=False)
    statement: str = ""
    last_changed: date | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class _Section:
    """`lines` are the list's, `after` those at the margin between it and the next heading or the foot."""

    heading: Heading
    lines: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all: text that is no list may be one that was saved badly."""
        return not any(line.text and not FURNITURE.match(line.text) for line in (*self.lines, *self.after))


def is_title(line: Line) -> bool:
    return line.is_outside and line.text.startswith(TITLE_MARK)


def find_titles(lines: list[Line]) -> list[Line]:
    """Lines at the margin with the title mark; where none has it, those that have it misspelt."""
    outside = [line for line in lines if line.is_outside and ":" in line.text]
    return [line for line in outside if is_title(line)] or [
        line for line in outside if is_nearly(_split_title(line)[0], TITLE_MARK)
    ]


def _split_title(line: Line) -> tuple[str, str]:
    """The mark with its colon, and the vision area's name."""
    mark, colon, title = line.text.partition(":")
    return mark + colon, title.strip()


def parse_vision_area_page(lines: list[Line], name: str, vocabularies: Vocabularies) -> VisionAreaPage:
    """Raises CaptureError where the page does not have the shape above, or ends before its foot."""
    first, *others = find_titles(lines)
    if others:
        raise CaptureError(
            name, others[0].number, f"en andra rubrik «{TITLE_MARK}»; väntade ett visionsområde"
        )
    mark, title = _split_title(first)
    if not title:
        raise CaptureError(name, first.number, f"väntade visionsområdets namn efter «{TITLE_MARK}»")
    remarks = [] if mark == TITLE_MARK else [spelling_remark(first, TITLE_MARK)]
    below = lines[first.number :]
    headings = find_headings(below, "stage", vocabularies)
    intro = itertools.takewhile(lambda line: line.number not in headings, below)
    sections = _split_sections(lines[first.number - 1 :], headings, name, vocabularies)
    listings = [listing for section in sections for listing in _parse_section(section, name)]
    if not listings:
        raise CaptureError(
            name, first.number, "inget skede har någon insats; sidan verkar sparad utan sina listor"
        )
    last_changed, date_remarks = parse_last_changed(below)
    remarks += [section.heading.remark for section in sections if section.heading.remark]
    remarks += [*_stage_remarks(first, sections, vocabularies), *date_remarks]
    return VisionAreaPage(
        title, tuple(listings), first.number, parse_statement(intro), last_changed, tuple(remarks)
    )


def _stage_remarks(title: Line, sections: list[_Section], vocabularies: Vocabularies) -> Iterator[Remark]:
    """Where the page has nothing in a stage, which takes away all that stood there before."""
    lost = "alla som stod där tidigare försvinner därifrån"
    for line in (section.heading.line for section in sections if section.is_empty):
        says = f"det står ingen insats under rubriken «{line.text}»; {lost}"
        yield Remark(line.number, "empty-stage", line.text, says)
    found = {section.heading.code for section in sections}
    for term in vocabularies.terms("stage"):
        if term.code not in found:
            says = f"sidan saknar rubriken «{term.label_sv}» och har ingen insats där; {lost}"
            yield Remark(title.number, "missing-stage", term.label_sv, says)


def _split_sections(
    lines: list[Line], headings: Mapping[int, Heading], name: str, vocabularies: Vocabularies
) -> list[_Section]:
    """The lines under each stage heading. A list under any other is an error, save in the foot."""
    sections: dict[str, _Section] = {}
    current: _Section | None = None
    latest: _Section | None = None
    above, in_foot = "", False
    for line in lines:
        if line.is_outside:
            heading = headings.get(line.number)
            if heading and heading.remark and in_foot:
                heading = None  # only the real thing ends the foot
            if heading and heading.code in sections:
                raise CaptureError(name, line.number, f"rubriken «{line.text}» står en andra gång")
            current = sections.setdefault(heading.code, _Section(heading)) if heading else None
            latest = current or latest
            in_foot = not heading and (in_foot or bool(FOOT.match(line.text)))
            if latest and not heading and not in_foot:
                latest.after.append(line)
            above = line.text
        elif current:
            current.lines.append(line)
        elif not in_foot and (line.is_bullet or (sections and line.text)):
            raise CaptureError(
                name, line.number, f"text under «{above}»; väntade {_stage_labels(vocabularies)}"
            )
    if not sections:
        raise CaptureError(
            name, lines[-1].number, f"sidan saknar skedesrubriker; väntade {_stage_labels(vocabularies)}"
        )
    if not in_foot:
        raise CaptureError(
            name, lines[-1].number, "sidan tar slut utan sidfot; den verkar avklippt, hämta den igen"
        )
    return list(sections.values())


def _stage_labels(vocabularies: Vocabularies) -> str:
    return "någon av rubrikerna " + ", ".join(f"«{term.label_sv}»" for term in vocabularies.terms("stage"))


def _parse_section(section: _Section, name: str) -> list[Listing]:
    if section.is_empty:
        return []
    level = next((line.indent for line in section.lines if line.is_bullet), None)
    if level is None:
        raise CaptureError(
            name, section.heading.line.number, f"väntade en punktlista under «{section.heading.line.text}»"
        )
    entries: list[list[Line]] = []
    for line in section.lines:
        if line.is_bullet and line.indent == level:
            entries.append([line])
        elif line.text and (not entries or line.indent <= level):
            raise CaptureError(
                name, line.number, "oväntat indrag; väntade en punkt eller indragen text under den"
            )
        elif entries:
            entries[-1].append(line)
    return [
        parse_listing(section.heading.code, position, bullet, body, name)
        for position, (bullet, *body) in enumerate(entries, start=1)
    ]
