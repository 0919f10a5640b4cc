"""An entry of a vision area's page.

Its shape in a capture, where the blank line is the page's own end of paragraph:

     • title
    (blank)
      description, one or more paragraphs
    (blank)
      link label, with no blank line after it; left out where there is no link
"""

import itertools
import re
from dataclasses import dataclass, field

from dashboard.sources.capture import CaptureError
from dashboard.sources.lines import BULLET, LINK_NOTE, STRAY_LINK, Line
from dashboard.sources.page_facts import SENTENCE_END

TEASER = re.compile(r"\bPublicerad(\s+\d.*)?$")

LONGEST_LABEL = 200
"""Letters. The longest link label seen has 91; half of this is much for one that ends with a full stop."""


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


def parse_listing(stage: str, position: int, bullet: Line, body: list[Line], name: str) -> Listing:
    """`body` are the lines below the bullet's. Raises CaptureError where they do not have the shape above."""
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
    texts = [line for line in body if line.text]
    for line in texts:
        if STRAY_LINK in line.text:
            label = line.text.removeprefix(BULLET).replace(STRAY_LINK, "").strip()
            reason = f"länken «{label}» står mitt i insatsen; väntade den sist"
            raise CaptureError(name, line.number, f"{reason}. Spara sidan som ren text och flytta den dit")
    if len(texts) < 2 or not _is_link(body, texts):
        if len(texts) > 1 and LINK_NOTE.search(texts[-1].text):
            raise CaptureError(name, texts[-1].number, "väntade länken på en egen rad, inte i en lista")
        return _join(body), None
    link, before = texts[-1], body[body.index(texts[-1]) - 1]
    if _paragraphs(body)[:-1] and before.text and not _is_nested(before, texts):
        raise CaptureError(name, link.number, "väntade högst en rad med länk")
    if not LINK_NOTE.search(link.text) and _is_paragraph(link.text):
        raise CaptureError(
            name, link.number, "väntade en kort länktext; är detta beskrivning ska en tom rad följa på den"
        )
    return _join(body[: body.index(link)]), link


def _is_link(body: list[Line], texts: list[Line]) -> bool:
    last = texts[-1]
    return not _is_nested(last, texts) and (not body[-1].is_blank or LINK_NOTE.search(last.text) is not None)


def _is_nested(line: Line, texts: list[Line]) -> bool:
    """Within a list that belongs to the description."""
    return line.is_bullet or line.indent > texts[0].indent


def _is_paragraph(text: str) -> bool:
    return len(text) > LONGEST_LABEL or (
        len(text) > LONGEST_LABEL // 2 and SENTENCE_END.search(text) is not None
    )


def _paragraphs(body: list[Line]) -> list[list[Line]]:
    return [list(lines) for blank, lines in itertools.groupby(body, lambda line: line.is_blank) if not blank]


def _join(body: list[Line]) -> str:
    return "\n\n".join("\n".join(line.text for line in lines) for lines in _paragraphs(body))


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
