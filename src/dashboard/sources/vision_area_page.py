"""A vision area's page: under each stage heading a list of what the city does.

Shape of a listing in a capture, where the blank line is the page's own end of paragraph:

     • title
    (blank)
      description, one or more paragraphs
    (blank)
      link label, with no blank line after it; left out where there is no link
"""

import re
from dataclasses import dataclass, field
from itertools import groupby

from dashboard.sources.capture import CaptureError
from dashboard.sources.lines import BULLET, Line
from dashboard.vocabularies import Vocabularies

TITLE_MARK = "Visionsområdet:"

FOOT = re.compile(
    r"Ikon: (pratbubblor|tidning)|Om du har frågor|Senast ändrad|Dela sidan|Nyheter\b", re.IGNORECASE
)
"""Where contact people, sharing and news begin: from there to the next stage heading nothing is data."""

TEASER = re.compile(r"\bPublicerad(\s+\d.*)?$")

LINK_NOTE = re.compile(
    r"""(?:^|\s+) \(? (?=[lö])
        (?P<external> länk\s+till\s+annan\s+webbplats)? [,.]? \s*
        (?P<new_window> öppnas\s+i\s+(?:ett\s+)?nytt\s+fönster)? \)? \.? $""",
    re.IGNORECASE | re.VERBOSE,
)
"""What the page adds to a label for screen readers. Either half may be missing."""


@dataclass(frozen=True)
class Listing:
    """One entry. `stage` is a code, `position` counts from 1 within the stage, `line` is where it stands."""

    stage: str
    position: int
    title: str
    description: str
    link_label: str = ""
    link_external: bool = False
    link_new_window: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class VisionAreaPage:
    """`title` is the vision area's name as the page spells it."""

    title: str
    listings: tuple[Listing, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class _Section:
    stage: str
    heading: Line
    lines: list[Line] = field(default_factory=list)


def is_title(line: Line) -> bool:
    return line.is_outside and line.text.startswith(TITLE_MARK)


def parse_vision_area_page(lines: list[Line], name: str, vocabularies: Vocabularies) -> VisionAreaPage:
    """Raises CaptureError where the page does not have the shape above, or ends before its foot."""
    first, *others = [line for line in lines if is_title(line)]
    if others:
        raise CaptureError(
            name, others[0].number, f"en andra rubrik «{TITLE_MARK}»; väntade ett visionsområde"
        )
    title = first.text.removeprefix(TITLE_MARK).strip()
    if not title:
        raise CaptureError(name, first.number, f"väntade visionsområdets namn efter «{TITLE_MARK}»")
    sections = _split_sections(lines[first.number - 1 :], name, vocabularies)
    listings = [listing for section in sections for listing in _parse_section(section, name)]
    return VisionAreaPage(title, tuple(listings), first.number)


def _split_sections(lines: list[Line], name: str, vocabularies: Vocabularies) -> list[_Section]:
    """The lines under each stage heading. A list under any other is an error, save in the foot."""
    sections: dict[str, _Section] = {}
    current: _Section | None = None
    heading, in_foot = "", False
    for line in lines:
        if line.is_outside:
            stage = vocabularies.resolve("stage", line.text)
            if stage in sections:
                raise CaptureError(name, line.number, f"rubriken «{line.text}» står en andra gång")
            current = sections.setdefault(stage, _Section(stage, line)) if stage else None
            in_foot = not stage and (in_foot or bool(FOOT.match(line.text)))
            heading = line.text
        elif current:
            current.lines.append(line)
        elif not in_foot and (line.is_bullet or (sections and line.text)):
            raise CaptureError(
                name, line.number, f"text under «{heading}»; väntade {_stage_labels(vocabularies)}"
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
    level = next((line.indent for line in section.lines if line.is_bullet), None)
    if level is None:
        raise CaptureError(
            name, section.heading.number, f"väntade en punktlista under «{section.heading.text}»"
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
        _parse_listing(section.stage, position, bullet, body, name)
        for position, (bullet, *body) in enumerate(entries, start=1)
    ]


def _parse_listing(stage: str, position: int, bullet: Line, body: list[Line], name: str) -> Listing:
    title = bullet.text.removeprefix(BULLET).strip()
    if not title:
        raise CaptureError(name, bullet.number, "väntade en titel efter punkten")
    if TEASER.search(title):
        raise CaptureError(name, bullet.number, f"«{title}» ser ut som en nyhet; väntade en insats")
    description, link = _split_body(body, name)
    if not description or (link is None and LINK_NOTE.search(description)):
        raise CaptureError(
            name, bullet.number, f"«{title}» saknar beskrivning; väntade indragen text under titeln"
        )
    return Listing(stage, position, title, description, *_parse_link(link, name), line=bullet.number)


def _split_body(body: list[Line], name: str) -> tuple[str, Line | None]:
    """Description and link line. A note, or no blank line after it, tells the link from a paragraph."""
    paragraphs = [list(lines) for blank, lines in groupby(body, key=lambda line: line.is_blank) if not blank]
    texts = [line for lines in paragraphs for line in lines]
    if len(texts) < 2 or (body[-1].is_blank and not LINK_NOTE.search(texts[-1].text)):
        return _join(body), None
    link = texts[-1]
    if len(paragraphs) > 1 and len(paragraphs[-1]) > 1:
        raise CaptureError(name, link.number, "väntade högst en rad med länk")
    return _join(body[: body.index(link)]), link


def _join(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines).strip()


def _parse_link(link: Line | None, name: str) -> tuple[str, bool, bool]:
    """Label without the page's note, external, new window."""
    if link is None:
        return "", False, False
    note = LINK_NOTE.search(link.text)
    if note is None:
        return link.text, False, False
    label = link.text[: note.start()].strip()
    if not label:
        raise CaptureError(name, link.number, "väntade en länktext före «öppnas i nytt fönster»")
    return label, bool(note["external"]), bool(note["new_window"])
