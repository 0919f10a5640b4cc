"""What stands in the way of somebody: found by axe-core, by the headings, and by the width of the screen."""

from itertools import pairwise

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

_WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_ON_SCREEN = {"runOnly": [*_WCAG_22_AA, "best-practice"], "resultTypes": ["violations"]}
_ON_PAPER = {
    "runOnly": _WCAG_22_AA,
    "rules": {"target-size": {"enabled": False}},
    "resultTypes": ["violations"],
}
"""Nobody points at paper, nor moves between its landmarks."""


def barriers(page: Page, paper: bool = False) -> list[str]:
    """What axe-core finds against WCAG 2.2 A and AA, and good practice: rule, element, what is wrong."""
    found = Axe().run(page, options=_ON_PAPER if paper else _ON_SCREEN).response
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def headings(page: Page) -> list[int]:
    """The levels of the headings that are there for a reader, in their order."""
    return page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        """all => all.filter(each => each.checkVisibility({ visibilityProperty: true }))
            .map(each => Number(each.tagName[1]))"""
    )


def check_headings(page: Page) -> None:
    """One first heading, which comes first, and below it no level that is left out."""
    levels = headings(page)
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []


def sideways(page: Page) -> int:
    """By how many pixels the document, or what scrolls in it, is wider than the screen."""
    return page.locator("html, #first-view, [data-testid=stMain]").evaluate_all(
        "all => Math.max(...all.map(each => each.scrollWidth - each.clientWidth))"
    )


def unfold(page: Page) -> None:
    """Open everything that opens: filters, menus, table twins, folded rows."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")


def show_in(page: Page, scheme: str) -> None:
    """Ask for light or dark colours, and wait until the page has them."""
    page.emulate_media(media="screen", color_scheme="dark" if scheme == "dark" else "light")
    expect(page.locator("[data-testid=stApp]")).to_have_css("color-scheme", scheme)
