"""HTML as text in the shape of the captures.

A capture tells an entry's link from its description by blank lines alone. HTML knows which is which, so what
it knows is set as blank lines before the markup is gone.
"""

import re
from itertools import groupby, takewhile

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DOMContext, HTMLTree, traverse_dom
from resiliparse.parse.html.node import ElementNode, Node

from dashboard.sources.capture import CaptureError
from dashboard.sources.lines import INVISIBLE, LINK_NOTE, STRAY_LINK

NAVIGATION = ["nav", "[role=navigation]"]

LISTS = {"ul", "ol", "li", "dl", "dd", "menu", "dir"}

DEEPEST = 40
"""Lists within lists. Each indents the text within it, so depth is what could make a small page huge."""

BLOCKS = set(
    "address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table td th tr ul".split()
)
"""What begins a line and ends it. All else, custom elements too, runs on unless one of these is within."""

HEADINGS = "h2, h3, h4"

FURNITURE = "audio, canvas, img, nav, noscript, object, [role=navigation], script, style, svg, template, video"
"""Has text of its own that is not the entry's: what a picture shows, what stands in for a film."""

NO_BREAK_SPACE = "\u00a0"

LINK_END = "\u2063"
"""Stands after a link until the text is made, as the blank lines there depend on what follows."""

MARKS = {ord(LINK_END): None, ord(STRAY_LINK): None}

Piece = tuple[Node, ElementNode | None]
"""A text and the link that it is part of."""

BLANK_LINES = re.compile(rf"\n[ {NO_BREAK_SPACE}\t\n]*\n")


def extract_text(tree: HTMLTree, name: str) -> str:
    """The page's text; the tree is spent. Raises CaptureError for what no web page looks like."""
    if tree.body is None:
        return ""
    _check_depth(tree.body, name)
    entries = tree.body.query_selector_all("li:not(li li)").values()
    for opener in [*entries, *tree.body.query_selector_all(HEADINGS).values()]:
        _open_button(tree, opener)
    for entry in entries:
        _clear_entry(tree, entry)
        _shape_entry(tree, entry)
    for heading in tree.body.query_selector_all("h2, h3, h4, h5, h6").values():
        _join_paragraph(tree, heading)
    text = extract_plain_text(tree, preserve_formatting=True, skip_elements=NAVIGATION)
    return BLANK_LINES.sub("\n\n", text).replace(f"{LINK_END}\n\n", "\n").replace(LINK_END, "")


def _check_depth(body: ElementNode, name: str) -> None:
    open_lists: list[int] = []

    def enter(context: DOMContext) -> None:
        while open_lists and open_lists[-1] >= context.depth:
            open_lists.pop()
        if isinstance(context.node, ElementNode) and context.node.tag in LISTS:
            open_lists.append(context.depth)
        if len(open_lists) > DEEPEST:
            raise CaptureError(name, None, "sidan har listor i listor utan ände; spara den som ren text")

    traverse_dom(body, enter, elements_only=True)


def _open_button(tree: HTMLTree, within: ElementNode) -> None:
    """The button that an entry or heading begins with has its title; text extraction leaves buttons out."""
    button = within.query_selector("button")
    if button is not None and _stands_first(button, within):
        button.replace_with(_make(tree, "span", *button.child_nodes.values()))


def _stands_first(node: Node, within: ElementNode) -> bool:
    """Whether no text of `within` comes before the node."""
    step: Node | None = node
    while step is not None and step != within:
        before = step.prev
        if before is not None and before.tag != "#comment" and _has_text(before):
            return False
        step = before or step.parent
    return True


def _join_paragraph(tree: HTMLTree, heading: ElementNode) -> None:
    """A heading and the paragraph after it stand on adjoining lines."""
    paragraph = heading.next_element_sibling
    if paragraph is not None and paragraph.tag == "p":
        heading.append(_make(tree, "br"), *paragraph.child_nodes.values())
        paragraph.remove()


def _clear_entry(tree: HTMLTree, entry: ElementNode) -> None:
    for other in entry.query_selector_all(f"button, {FURNITURE}").values():
        other.remove()
    for summary in entry.query_selector_all("summary").values():
        summary.append(_make(tree, "br"))  # text extraction does not know that a line ends there


def _shape_entry(tree: HTMLTree, entry: ElementNode) -> None:
    """The links that end it on lines of their own: a blank line before them, none after.

    A link that stands alone further up could be either, so it is marked for the parser to refuse.
    """
    body = _find_lines(entry)[1:]  # the first is the title
    links = list(takewhile(_is_link, reversed(body)))[::-1]
    description = body[: len(body) - len(links)]
    for line in filter(_is_link, description):
        line[-1][0].parent.append(tree.create_text_node(STRAY_LINK))
    for text, _ in (piece for line in links for piece in line):
        text.remove()
    if description or not links:  # else the link would be taken for the description
        entry.append(_make(tree, "p", NO_BREAK_SPACE))
        for label in (label for line in links for label in _labels(line)):
            entry.append(_make(tree, "div", label + LINK_END))


def _find_lines(entry: ElementNode) -> list[list[Piece]]:
    """Its texts, line by line as a wide window shows them, without the blank ones.

    A link that the title is in, such as one around the whole entry, counts as none below it.
    """
    lines: list[list[Piece]] = [[]]
    links: list[tuple[int, ElementNode]] = []

    def enter(context: DOMContext) -> None:
        node = context.node
        while links and links[-1][0] >= context.depth:
            links.pop()
        if isinstance(node, ElementNode):
            if node.tag in BLOCKS:
                lines.append([])
            if node.tag == "a":
                links.append((context.depth, node))
        elif node is not None and node.tag == "#text":
            lines[-1].append((node, links[-1][1] if links else None))

    def leave(context: DOMContext) -> None:
        if context.node is not None and context.node.tag in BLOCKS:
            lines.append([])

    traverse_dom(entry, enter, leave)
    title, *body = [line for line in lines if any(_has_text(text) for text, _ in line)] or [[]]
    around = title[-1][1] if title else None
    return [title, *([(text, None if link == around else link) for text, link in line] for line in body)]


def _is_link(line: list[Piece]) -> bool:
    """Nothing but links, save the note for screen readers and marks such as arrows."""
    return _has_letters(_join(line, linked=True)) and not _has_letters(LINK_NOTE.sub("", _beside(line)))


def _labels(line: list[Piece]) -> list[str]:
    """Each link's text, with the note that stands beside it."""
    note = LINK_NOTE.search(_beside(line))
    labels = []
    for link, pieces in groupby(line, key=lambda piece: piece[1]):
        label = "".join(text.text or "" for text, _ in pieces) if link else ""
        if _has_letters(label):
            labels.append(f"{label} {note[0]}" if note and not LINK_NOTE.search(label) else label)
    return labels


def _make(tree: HTMLTree, tag: str, *children: Node | str) -> ElementNode:
    element = tree.create_element(tag)
    assert isinstance(element, ElementNode), "the tree is a document"
    for child in children:
        node = tree.create_text_node(child) if isinstance(child, str) else child
        assert node is not None
        element.append(node)
    return element
