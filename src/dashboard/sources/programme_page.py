"""The page of the city's programme: a heading and a paragraph for each of its target areas."""

from dataclasses import dataclass, field

from dashboard.sources.capture import CaptureError
from dashboard.sources.lines import Line
from dashboard.vocabularies import Vocabularies

SHARE_MARK = "Dela sidan:"
"""The page's foot repeats its title after this mark, which also proves that the capture is whole."""


@dataclass(frozen=True)
class ProgrammeSection:
    """A target area as the page words it. `target_area` is a code."""

    target_area: str
    heading: str
    description: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class ProgrammePage:
    title: str
    sections: tuple[ProgrammeSection, ...]
    line: int = field(default=0, compare=False)


def parse_programme_page(lines: list[Line], name: str, vocabularies: Vocabularies) -> ProgrammePage:
    """Raises CaptureError unless each target area of the vocabulary has its heading and paragraph, once."""
    title = _parse_title(lines, name)
    sections: dict[str, ProgrammeSection] = {}
    for line in lines:
        code = vocabularies.resolve("target_area", line.text) if line.is_outside else None
        if code is None:
            continue
        if code in sections:
            raise CaptureError(name, line.number, f"rubriken «{line.text}» står en andra gång")
        sections[code] = ProgrammeSection(code, line.text, _parse_description(lines, line, name), line.number)
    for term in vocabularies.terms("target_area"):
        if term.code not in sections:
            raise CaptureError(
                name, title.number, f"sidan saknar målområdet; väntade rubriken «{term.label_sv}»"
            )
    return ProgrammePage(title.text, tuple(sections.values()), title.number)


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


def _parse_description(lines: list[Line], heading: Line, name: str) -> str:
    following = lines[heading.number :]  # numbers count from 1, so this begins after the heading
    if not following or not following[0].is_outside:
        raise CaptureError(name, heading.number, f"väntade en beskrivning på raden efter «{heading.text}»")
    return following[0].text
