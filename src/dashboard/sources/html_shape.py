"""HTML as text in the shape of the captures.

A capture tells an entry's link from its description by blank lines alone. HTML knows which is which, so what
it knows is set as blank lines before the markup is gone.
"""

import re

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DOMContext, HTMLTree, traverse_dom
from resiliparse.parse.html.node import ElementNode, Node

from dashboard.sources.capture import CaptureError
from dashboard.sources.lines import LINK_NOTE

NAVIGATION = ["nav", "[role=navigation]"]

LISTS = {"ul", "ol", "li", "dl", "dd", "menu", "dir"}

DEEPEST = 40
"""Lists within lists. Each indents the text within it, so depth is what could make a small page huge."""

INLINE = {"#text", "a", "abbr", "b", "em", "i", "small", "span", "strong"}

CONTAINERS = {"div", "p", "section", "article"}

NO_BREAK_SPACE = "\u00a0"

LINK_END = "\u2063"
"""Stands after a link until the text is made, as the blank lines there depend on what follows."""

BLANK_LINES = re.compile(rf"\n[ {NO_BREAK_SPACE}\t\n]*\n")


def extract_text(tree: HTMLTree, name: str) -> str:
    """The page's text; the tree is spent. Raises CaptureError for what no web page looks like."""
    if tree.body is None:
        return ""
    _check_depth(tree.body, name)
    for button in tree.body.query_selector_all("li button, h2 button, h3 button, h4 button").values():
        _open_button(tree, button)
    for entry in tree.body.query_selector_all("li:not(li li)").values():
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


def _open_button(tree: HTMLTree, button: ElementNode) -> None:
    """What opens an entry is its title; text extraction leaves buttons out."""
    button.replace_with(_make(tree, "span", *button.child_nodes.values()))


def _join_paragraph(tree: HTMLTree, heading: ElementNode) -> None:
    """A heading and the paragraph after it stand on adjoining lines."""
    paragraph = heading.next_element_sibling
    if paragraph is not None and paragraph.tag == "p":
        heading.append(_make(tree, "br"), *paragraph.child_nodes.values())
        paragraph.remove()


def _shape_entry(tree: HTMLTree, entry: ElementNode) -> None:
    """A blank line after the description, none after the link."""
    links = _find_links(entry)
    for link in links:
        link.remove()
    if not links or _has_description(entry):  # else the link would be taken for the description
        entry.append(_make(tree, "p", NO_BREAK_SPACE))
        for link in links:
            entry.append(*_make_lines(tree, link))


def _has_description(entry: ElementNode) -> bool:
    text = extract_plain_text(entry.html, preserve_formatting=True)
    return sum(1 for line in text.split("\n") if line.strip()) > 1


def _find_links(entry: ElementNode) -> list[ElementNode]:
    """What ends the entry and is nothing but links, in page order; inside its last block where need be."""
    block = entry
    for _ in range(DEEPEST):
        links, before = _split_end(block)
        if before is None:
            return []  # the whole entry is a link: that is its title
        if links or not isinstance(before, ElementNode) or before.tag not in CONTAINERS:
            return links
        block = before
    return []


def _split_end(block: ElementNode) -> tuple[list[ElementNode], Node | None]:
    """The links that end the block, each standing by itself, and what comes before them."""
    links: list[ElementNode] = []
    for child in reversed(block.child_nodes.values()):
        if isinstance(child, ElementNode) and _is_link(child):
            links.insert(0, child)
        elif not _is_blank(child) or (links and child.tag == "br"):
            while child.tag in INLINE and links and links[0].tag in INLINE:
                links.pop(0)  # a link at the end of a sentence
            return links, child
    return links, None


def _is_link(node: ElementNode) -> bool:
    """All its text is links', save the note for screen readers."""
    anchored = "".join(_unspaced(anchor) for anchor in _anchors(node))
    return anchored != "" and anchored == _unspaced(node)


def _unspaced(node: ElementNode) -> str:
    return "".join(LINK_NOTE.sub("", _text(node)).split())


def _text(node: Node) -> str:
    return (node.text or "").strip()


def _anchors(node: ElementNode) -> list[ElementNode]:
    return [node] if node.tag == "a" else node.query_selector_all("a").values()


def _is_blank(node: Node) -> bool:
    if isinstance(node, ElementNode):
        return not _text(node) and node.tag != "img" and not node.query_selector("img")
    return node.tag != "#text" or not _text(node)


def _make_lines(tree: HTMLTree, link: ElementNode) -> list[ElementNode]:
    """Each link on a line of its own, with the note that stands beside it."""
    note = LINK_NOTE.search(_text(link))
    lines = []
    for anchor in _anchors(link):
        beside = f" {note[0]}" if note and not LINK_NOTE.search(_text(anchor)) else ""
        lines.append(_make(tree, "div", anchor, beside + LINK_END))
    return lines


def _make(tree: HTMLTree, tag: str, *children: Node | str) -> ElementNode:
    element = tree.create_element(tag)
    assert isinstance(element, ElementNode), "the tree is a document"
    for child in children:
        node = tree.create_text_node(child) if isinstance(child, str) else child
        assert node is not None
        element.append(node)
    return element
