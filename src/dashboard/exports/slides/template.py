"""The file that a presentation is made from: ours, or any that a city has drawn for its own slides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide, SlideLayout, SlideMaster

OURS = Path(__file__).parents[1] / "templates" / "visionskollen.pptx"

ACCENTS = (
    MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.ACCENT_5, MSO_THEME_COLOR.ACCENT_6,
)  # fmt: skip

_PAPER_AND_INK = (MSO_THEME_COLOR.BACKGROUND_1, MSO_THEME_COLOR.TEXT_1)
QUIET = MSO_THEME_COLOR.TEXT_2
"""For what stands back, such as what is not stated."""
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_CONTENT = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.CHART, PP_PLACEHOLDER.TABLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER)
_KEPT = (RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES)
"""Of a package: what else there is knows the template's own slides, or was made by another program in its own
way: LibreOffice's properties would come twice.
"""
_VIEWS = PackURI("/ppt/viewProps.xml")
_KINDS = b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"
_FIELD = "{5C2B1F0A-7D3E-4E55-9A51-0B6C1D2E3F40}"
_LEAST_WIDTH, _LEAST_HEIGHT = 0.5, 0.4
"""Shares of the slide that a content placeholder must have to hold a chart."""
_MARGIN = 0.05
_DIMMEST = 0.75
"""Darker than this, light ink would be gone on dark paper."""


class TemplateUnusable(ValueError):
    """A file that no presentation can be made from; the Swedish message says which, why and what to do."""

    def __init__(self, path: Path, wrong: str) -> None:
        super().__init__(f"{path}: {wrong}")


class Box(NamedTuple):
    """A part of a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def cut(self, top: int = 0, right: int = 0, bottom: int = 0) -> "Box":
        """What is left when these are taken away."""
        return Box(self.left, self.top + top, self.width - right, self.height - top - bottom)

    def within(self, width: int, height: int) -> "Box":
        """The part of it that is on a slide of this size."""
        left, top = max(self.left, 0), max(self.top, 0)
        right, bottom = min(self.left + self.width, width), min(self.top + self.height, height)
        return Box(left, top, right - left, bottom - top)


@dataclass(frozen=True)
class Template:
    """An empty deck, and its layouts for the first slide and the others.

    `light` says how light each colour of its theme is, 0-1.
    """

    deck: Deck
    first: SlideLayout
    chart: SlideLayout
    table: SlideLayout
    light: Mapping[MSO_THEME_COLOR, float]

    def area(self, layout: SlideLayout) -> Box:
        """Where a chart may stand: in the content placeholder, or else in what the title leaves free."""
        width, height = _size(self.deck)
        content = _roomy(self.deck, layout)
        if content:
            return content[0].within(width, height)
        title = _box(_titles(layout)[0])
        edges = [_box(each).top for each in layout.placeholders if _is_furniture(each)]
        side, floor = int(width * _MARGIN), int(height * (1 - _MARGIN))
        floor, bottom = min([floor, *(edge for edge in edges if edge > height / 2)]), title.top + title.height
        below = Box(side, bottom, width - 2 * side, floor - bottom)
        above = Box(side, side, width - 2 * side, title.top - side)
        return max(below, above, key=lambda box: box.height)

    def add_slide(self, layout: SlideLayout) -> Slide:
        """A slide with its title first, which is the order it is read in, and with its number."""
        slide = self.deck.slides.add_slide(layout)
        tree, title = slide.shapes._spTree, slide.shapes.title
        if title is not None:
            tree.insert(2, title.element)
        for each in layout.placeholders:
            if each.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER:
                _add_number(slide, each, len(self.deck.slides))
        return slide

    def legible_on(self, colour: MSO_THEME_COLOR) -> MSO_THEME_COLOR:
        """Whichever of the paper and the ink stands out most from a colour of the theme."""
        return max(_PAPER_AND_INK, key=lambda each: _contrast(self.light[each], self.light[colour]))

    def faint(self, share: float) -> float:
        """The brightness that brings the ink so near to the paper, which may be darker than it."""
        paper, ink = (self.light[each] for each in _PAPER_AND_INK)
        return share if ink < paper else -min(share, _DIMMEST)

    def ink(self, share: float = 0) -> str:
        """The same as XML."""
        faint = self.faint(share)
        parts = [("lumMod", 1 - abs(faint)), ("lumOff", faint)] if faint else []
        shade = "".join(f'<a:{name} val="{round(part * 100000)}"/>' for name, part in parts if part > 0)
        return f'<a:schemeClr val="tx1">{shade}</a:schemeClr>'


def open_template(path: Path | None = None) -> Template:
    """The template without the slides it has. Raises TemplateUnusable."""
    path = path or OURS
    try:
        deck = Presentation(BytesIO(_as_presentation(path.read_bytes())))
        _empty(deck)
        masters: Any = deck.slide_masters
        layouts = [each for master in masters for each in master.slide_layouts if _titles(each)]
        light, notes = _light(masters[0]), _placeholders(deck.notes_master, PP_PLACEHOLDER.BODY)
        _name_notes(deck)
        _look_through(deck, layouts)
    except OSError as error:
        wrong = "mallen går inte att läsa. Kontrollera sökvägen och rättigheterna."
        raise TemplateUnusable(path, wrong) from error
    except Exception as error:  # python-pptx breaks wherever a file is not what it says
        wrong = (
            "mallen är ingen PowerPoint-fil som går att öppna. Spara den som .pptx eller .potx utan lösenord."
        )
        raise TemplateUnusable(path, wrong) from error
    if not layouts:
        wrong = "mallen har ingen bildlayout med rubrik. Lägg till platshållaren Rubrik i minst en layout."
        raise TemplateUnusable(path, wrong)
    if not notes:
        wrong = (
            "mallens anteckningssidor har ingen plats för text. Lägg till den i Visa, Anteckningsbakgrund."
        )
        raise TemplateUnusable(path, wrong)
    first, chart, table = _layouts(deck, layouts)
    return Template(deck, first, chart, table, light)


def _look_through(deck: Deck, layouts: Sequence[SlideLayout]) -> None:
    """Raises whatever python-pptx would raise later of parts that are missing or not what they should be."""
    _ = deck.core_properties.title, [layout.slide_master for layout in layouts]


def _name_notes(deck: Deck) -> None:
    """The deck says which its notes' master is, which python-pptx forgets where it makes one."""
    if deck.element.find(qn("p:notesMasterIdLst")) is None:
        relation = deck.part.relate_to(deck.part.notes_master_part, RELATION.NOTES_MASTER)
        named = f'<p:notesMasterId r:id="{relation}"/>'
        named = f"<p:notesMasterIdLst {nsdecls('p', 'r')}>{named}</p:notesMasterIdLst>"
        deck.element.find(qn("p:sldMasterIdLst")).addnext(parse_xml(named))


def _light(master: SlideMaster) -> dict[MSO_THEME_COLOR, float]:
    """A colour that the theme does not tell counts as half as light."""
    scheme: Any = parse_xml(master.part.part_related_by(RELATION.THEME).blob).find(f".//{qn('a:clrScheme')}")
    names, light = master.element.find(qn("p:clrMap")), {}
    for colour in (*_PAPER_AND_INK, *ACCENTS, QUIET):
        found = scheme.find(f"{qn('a:' + names.get(colour.xml_value))}/*")
        light[colour] = 0.5 if found is None else _lightness(found.get("lastClr") or found.get("val"))
    return light


def _layouts(deck: Deck, layouts: list[SlideLayout]) -> Iterator[SlideLayout]:
    """By our names where the template has them, or else by what they hold."""
    plain = sorted(layouts, key=lambda each: len(_own(each)))
    opening = [each for each in layouts if _placeholders(each, PP_PLACEHOLDER.CENTER_TITLE)]
    roomy = [each for each in layouts if len(_own(each)) == 2 and _roomy(deck, each)]
    for name, fitting in (("Titel", opening), ("Diagram", roomy), ("Tabell", roomy)):
        named = [each for each in layouts if each.name.strip().casefold() == name.casefold()]
        yield [*named, *fitting, *plain][0]


def _placeholders(layout: Any, *kinds: PP_PLACEHOLDER) -> list[Any]:
    return [each for each in layout.placeholders if each.placeholder_format.type in kinds]


def _titles(layout: SlideLayout) -> list[LayoutPlaceholder]:
    """Its title, if it is read from left to right and where python-pptx looks for it."""
    titles = (each for each in _placeholders(layout, *_TITLES) if each.placeholder_format.idx == 0)
    return [each for each in titles if each.element.ph.get("orient") != "vert"]


def _is_furniture(placeholder: LayoutPlaceholder) -> bool:
    return placeholder.placeholder_format.type in _FURNITURE


def _own(layout: SlideLayout) -> list[LayoutPlaceholder]:
    """Its placeholders, without date, footer and number."""
    return [each for each in layout.placeholders if not _is_furniture(each)]


def _roomy(deck: Deck, layout: SlideLayout) -> list[Box]:
    """Where its content stands, if a chart there could be read."""
    width, height = _size(deck)
    least = width * _LEAST_WIDTH, height * _LEAST_HEIGHT
    boxes = (_box(each) for each in _placeholders(layout, *_CONTENT))
    return [box for box in boxes if box.width >= least[0] and box.height >= least[1]]


def _size(deck: Deck) -> tuple[int, int]:
    return int(deck.slide_width or 0), int(deck.slide_height or 0)


def _box(placeholder: LayoutPlaceholder) -> Box:
    """Inherited from the master where the layout does not say."""
    sides = (placeholder.left, placeholder.top, placeholder.width, placeholder.height)
    return Box(*(int(side or 0) for side in sides))


def _add_number(slide: Slide, placeholder: LayoutPlaceholder, position: int) -> None:
    """A slide shows its number only where a placeholder with the field is put on it."""
    slide.shapes.clone_placeholder(placeholder)
    field = f'<a:fld {nsdecls("a")} id="{_FIELD}" type="slidenum"><a:rPr/><a:t>{position}</a:t></a:fld>'
    number: Any = slide.shapes[-1]
    number.text_frame.paragraphs[0]._p.insert(0, parse_xml(field))


def _as_presentation(data: bytes) -> bytes:
    """A .potx differs from a .pptx in one word, and python-pptx reads only the latter."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(made, "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            copy.writestr(name, part.replace(*_KINDS) if name == "[Content_Types].xml" else part)
    return made.getvalue()


def _empty(deck: Deck) -> None:
    """Without its slides, and without what would still speak of them and so make the file a broken one.

    Where the cursor was in them is forgotten too; PowerPoint wants to be told of some place, though.
    """
    root = deck.element
    for name in ("p:custShowLst", "p:extLst"):
        for each in root.findall(qn(name)):
            root.remove(each)
    for each in list(deck.slides._sldIdLst):
        deck.part.drop_rel(each.rId)
        deck.slides._sldIdLst.remove(each)
    around, within = deck.part.package._rels, deck.part.rels
    for each in [each for each in around.values() if each.reltype not in _KEPT]:
        around.pop(each.rId)
    for each in [each for each in within.values() if each.reltype == RELATION.VIEW_PROPS]:
        within.pop(each.rId)
    views = Part(
        _VIEWS, CONTENT_TYPE.PML_VIEW_PROPS, deck.part.package, f"<p:viewPr {nsdecls('p')}/>".encode()
    )
    deck.part.relate_to(views, RELATION.VIEW_PROPS)


def _lightness(colour: str) -> float:
    """Relative luminance of RRGGBB, as contrast is reckoned on the web."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: float, other: float) -> float:
    lighter, darker = max(one, other), min(one, other)
    return (lighter + 0.05) / (darker + 0.05)
