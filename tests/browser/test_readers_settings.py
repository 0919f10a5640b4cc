"""What readers set in their browsers holds: large letters, wide spacing, less motion, own colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard.links import PATHS
from tests.browser.barriers import sideways, unfold
from tests.browser.conftest import Visit
from tests.browser.serving import wait_until_drawn
from tests.browser.test_keyboard import ENLARGED
from tests.trust import Kind, Ledger

VIEWS = PATHS | {
    "deck": "bildspel?deck=balans-och-luckor",
    "card": "insatser?initiative=sprakutvecklingsarbete-pa-norrby",
    "sheet": "omraden?sheet=norrby",
    "gap": "luckor?gap=district:hulta-och-sormarken",
    "nothing": "?q=zzzz",
}
SPACED = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
"""
"""WCAG 1.4.12."""
TARGETS = {"runOnly": {"type": "rule", "values": ["target-size"]}, "resultTypes": ["violations"]}
CUT_OFF = """() => [...document.querySelectorAll("[data-testid=stMain] *")].filter((each) => {
    if (!each.checkVisibility({ visibilityProperty: true }) || !each.textContent.trim()) return false;
    if (each.closest(".vk-hidden, caption, svg, textarea, [data-testid=stIconMaterial]")) return false;
    const { overflowX, overflowY } = getComputedStyle(each);
    const cuts = (way) => ["hidden", "clip"].includes(way);
    return (cuts(overflowX) && each.scrollWidth > each.clientWidth + 1)
        || (cuts(overflowY) && each.scrollHeight > each.clientHeight + 1);
}).map((each) => each.outerHTML.slice(0, 200))"""
UNLABELLED = """() => [...document.querySelectorAll("[data-testid=stMain] .vk *")].filter((each) =>
    each.checkVisibility() && each.scrollWidth > each.clientWidth + 1
    && getComputedStyle(each).overflowX === "auto"
    && !(each.tabIndex === 0 && each.getAttribute("role") === "group" && each.ariaLabel)
).map((each) => each.outerHTML.slice(0, 200))"""
MOVING = """() => document.getAnimations().filter((each) => {
    const { duration, iterations } = each.effect.getComputedTiming();
    return each.playState === "running" && (duration > 1 || iterations > 1);
}).map((each) => each.effect.target.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("view", VIEWS)
def test_at_400_percent_and_with_wide_spacing_nothing_is_cut_off_or_stands_beside_the_screen(
    page: Page, visit: Visit, ledger: Ledger, view
):
    page.set_viewport_size(ENLARGED)
    visit(VIEWS[view])
    unfold(page)
    assert sideways(page) <= 0
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(UNLABELLED) == []
    assert Axe().run(page, options=TARGETS).response["violations"] == []
    page.add_style_tag(content=SPACED)
    assert sideways(page) <= 0
    assert page.evaluate(CUT_OFF) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    wait_until_drawn(page)
    assert sideways(page) <= 0
    assert page.evaluate(CUT_OFF) == []
    ledger.note(Kind.STATES, f"{view}, at 400 % and with wide spacing", 3)


def test_nothing_moves_for_readers_who_do_not_want_it(page: Page, visit: Visit):
    page.emulate_media(reduced_motion="reduce")
    visit()
    for click in ("#share > summary", "[data-copies=vk-share-living]", "#pick-stage-doing-now"):
        page.locator(click).click()
        assert page.evaluate(MOVING) == []
    page.locator(".vk-unit").first.hover()
    assert page.evaluate(MOVING) == []
    wait_until_drawn(page)


def test_what_is_copied_is_said_long_enough_to_be_read_without_motion(page: Page, visit: Visit):
    page.emulate_media(reduced_motion="reduce")
    visit()
    page.locator("#share > summary").click()
    wait_until_drawn(page)
    page.locator("[data-copies=vk-share-living]").click()
    expect(page.locator(".vk-copied > span")).to_have_css("animation-delay", "4.5s")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_colours_of_the_reader_what_is_drawn_is_still_told_apart(page: Page, visit: Visit, scheme):
    """In signs, borders and patterns, all in the reader's two colours."""
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    looks = """all => all.map((each) => {
        const { borderStyle, borderWidth, backgroundImage, backgroundColor } = getComputedStyle(each);
        return `${borderStyle} ${borderWidth} ${backgroundImage} ${backgroundColor} ${each.textContent}`;
    })"""
    legend = visit("om-data").locator(".vk-legend li > .vk-cell")
    assert len(set(legend.evaluate_all(looks))) == legend.count() == 6
    visit()
    units = page.locator(".vk-unit-legend .vk-unit")
    assert len(set(units.evaluate_all(looks))) == units.count() == 3
    bar = page.locator(".vk-stretch-only").first
    paper, ink = page.locator("body").evaluate(
        "each => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]"
    )
    expect(bar).to_have_css("background-color", ink)
    assert paper != ink
