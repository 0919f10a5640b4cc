"""HTML as text in the shape of the captures.

A capture tells an entry's link from its description by blank lines alone. HTML knows which is which, so what
it knows is set as blank lines before the markup is gone.
"""

import re
from itertools import groupby, takewhile

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DOMContext, HTMLTree, traverse_dom
from resiliparse.parse.html.node import ElementNode, Node, TextNode

from dashboard.sources.capture import CaptureError
from dashboard.sources.lines import INVISIBLE, LINK_NOTE, STRAY_LINK

NAVIGATION = ["nav", "[role=navigation]"]

LISTS = {"ul", "ol", "li", "dl", "dd", "menu", "dir"}

DEEPEST = 40
"""Lists within lists. Each indents the text within it, so depth is what could make a small page huge."""

BLOCKS = {
    *("address", "article", "aside", "blockquote", "br", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
    *("hgroup", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"),
}
"""What begins a line and ends it. All else, custom elements too, runs on unless one of these is within."""

HEADINGS = ", ".join(f"{tag}:not(li {tag})" for tag in ("h2", "h3", "h4"))

FURNITURE = "audio, canvas, img, nav, [role=navigation], noscript, object, script, style, svg, video"
"""Has text of its own that is not the entry's: what a picture shows, what stands in for a film."""

NO_BREAK_SPACE = "\u00a0"

LINK_END = "\u2063"
"""Stands after a link until the text is made, as the blank lines there depend on what follows."""

MARKS = {ord(LINK_END): None, ord(STRAY_LINK): None}

Piece = tuple[TextNode, ElementNode | None]
"""A text and the link that it is part of."""

BLANK_LINES = re.compile(rf"\n[ {NO_BREAK_SPACE}\t\n]*\n")


def extract_text(tree: HTMLTree, name: str) -> str:
    """The page's text; the tree is spent. Raises CaptureError for what no web page looks like."""
    if tree.body is None:
        return ""
    _check_depth(tree.body, name)
    entries = tree.body.query_selector_all("li:not(li li)").values()
    for entry in entries:
        _clear_entry(tree, entry)
        _shape_entry(tree, entry)
    for heading in tree.body.query_selector_all(HEADINGS).values():
        _open_button(tree, heading)
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
    while node != within:
        before = node.prev
        if before is None:
            assert node.parent is not None, "it stands within"
            node = node.parent
        elif before.tag != "#comment" and not _is_blank(_text(before)):
            return False
        else:
            node = before
    return True


def _join_paragraph(tree: HTMLTree, heading: ElementNode) -> None:
    """A heading and the paragraph after it stand on adjoining lines."""
    paragraph = heading.next_element_sibling
    if paragraph is not None and paragraph.tag == "p":
        heading.append(_make(tree, "br"), *paragraph.child_nodes.values())
        paragraph.remove()


def _clear_entry(tree: HTMLTree, entry: ElementNode) -> None:
    _remove(entry, FURNITURE)
    _open_button(tree, entry)
    _remove(entry, "button")
    for summary in entry.query_selector_all("summary").values():
        summary.append(_make(tree, "br"))  # text extraction does not know that a line ends there


def _remove(entry: ElementNode, selector: str) -> None:
    for element in entry.query_selector_all(selector).values():
        element.remove()


def _shape_entry(tree: HTMLTree, entry: ElementNode) -> None:
    """The links that end it on lines of their own: a blank line before them, none after.

    A link that stands alone further up could be either, so it is marked for the parser to refuse.
    """
    body = _find_lines(entry)[1:]  # the first is the title
    links = list(takewhile(_is_link, reversed(body)))[::-1]
    description = body[: len(body) - len(links)]
    for line in filter(_is_link, description):
        line[-1][0].after(_make_text(tree, STRAY_LINK))
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
        elif isinstance(node, TextNode):
            lines[-1].append((node, links[-1][1] if links else None))

    def leave(context: DOMContext) -> None:
        if isinstance(context.node, ElementNode) and context.node.tag in BLOCKS:
            lines.append([])

    traverse_dom(entry, enter, leave)
    title, *body = [line for line in lines if any(not _is_blank(_text(text)) for text, _ in line)] or [[]]
    around = title[-1][1] if title else None
    return [title, *([(text, None if link == around else link) for text, link in line] for line in body)]


def _is_blank(text: str) -> bool:
    return not text.translate(INVISIBLE).strip()


def _is_link(line: list[Piece]) -> bool:
    """Nothing but links, save the note for screen readers and signs such as arrows."""
    return _labels(line) != [] and not any(map(str.isalnum, LINK_NOTE.sub("", _beside(line))))


def _labels(line: list[Piece]) -> list[str]:
    """Each link's text, with the note that stands beside it."""
    note = LINK_NOTE.search(_beside(line))
    labels = []
    for link, pieces in groupby(line, key=lambda piece: piece[1]):
        label = "".join(_text(text) for text, _ in pieces)
        if link is not None and not _is_blank(label):
            labels.append(f"{label} {note[0]}" if note and not LINK_NOTE.search(label) else label)
    return labels


def _beside(line: list[Piece]) -> str:
    return "".join(_text(text) for text, link in line if link is None)


def _text(node: Node) -> str:
    return node.text or ""


def _make(tree: HTMLTree, tag: str, *children: Node | str) -> ElementNode:
    element = tree.create_element(tag)
    assert isinstance(element, ElementNode), "the tree is a document"
    for child in children:
        element.append(_make_text(tree, child) if isinstance(child, str) else child)
    return element


def _make_text(tree: HTMLTree, text: str) -> TextNode:
    node = tree.create_text_node(text)
    assert isinstance(node, TextNode), "the tree is a document"
    return node
