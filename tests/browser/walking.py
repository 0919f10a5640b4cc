"""A walk through a page by keyboard, from the first Tab to the last, and what a reader sees at each place."""

from typing import TypedDict

from playwright.sync_api import Page


class Stop(TypedDict):
    """Where the focus is: `place` counts the page's controls from 0; -1 is what is none of them."""

    place: int
    name: str
    outline: float
    contrast: float
    hidden: bool
    top: float
    piece: int


_SCRIPT = """() => {
    const reachable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
    const stands = (each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("[inert]")
        && !each.disabled && each.tabIndex >= 0;
    const picked = (each) => each.type !== "radio" || each.checked
        || (!document.querySelector(`[name="${CSS.escape(each.name)}"]:checked`)
            && each === document.querySelector(`[name="${CSS.escape(each.name)}"]`));
    const all = [...document.querySelectorAll(reachable)].filter((each) => stands(each) && picked(each));
    const pieces = [...document.querySelectorAll("[data-testid=stMain] .vk")];

    const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const shades = new Map();
    const shade = (colour) => {
        if (!shades.has(colour)) {
            paint.clearRect(0, 0, 1, 1);
            paint.fillStyle = colour;
            paint.fillRect(0, 0, 1, 1);
            const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data;
            shades.set(colour, { light: [red, green, blue], alpha: alpha / 255 });
        }
        return shades.get(colour);
    };
    const behind = (each) => {
        if (!each) return [255, 255, 255];
        const { light, alpha } = shade(getComputedStyle(each).backgroundColor);
        if (alpha === 1) return light;
        const below = behind(each.parentElement);
        return light.map((value, index) => alpha * value + (1 - alpha) * below[index]);
    };
    const luminance = (light) => {
        const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        const [red, green, blue] = light.map((value) => linear(value / 255));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const covered = (each) => {
        const box = each.getBoundingClientRect();
        const [left, right] = [Math.max(box.left, 0) + 2, Math.min(box.right, innerWidth) - 2];
        const [top, bottom] = [Math.max(box.top, 0) + 2, Math.min(box.bottom, innerHeight) - 2];
        const across = [left, (left + right) / 2, right], down = [top, (top + bottom) / 2, bottom];
        return !across.some((x) => down.some((y) => {
            const hit = document.elementFromPoint(x, y);
            return hit && (each.contains(hit) || hit.contains(each) || each.closest("label")?.contains(hit));
        }));
    };
    const tell = (each) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
        const own = each.closest(".vk");
        return {
            place: all.indexOf(each),
            name: `${each.tagName} ${each.id} ${each.ariaLabel || each.textContent.trim().slice(0, 50)}`,
            outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
            contrast: contrast(shade(outlineColor).light, behind(each.parentElement)),
            hidden: covered(each),
            top: own?.getBoundingClientRect().top + document.querySelector("[data-testid=stMain]").scrollTop,
            piece: pieces.indexOf(own),
        };
    };
    const here = () => (document.activeElement === document.body ? null : tell(document.activeElement));
    window.walking = { all, tell, here };
    return all.length;
}"""


def controls(page: Page) -> int:
    """How many controls there are to reach; begins the walk anew."""
    return page.evaluate(_SCRIPT)


def walk(page: Page) -> list[Stop]:
    """Where Tab leads, from the page's beginning until the focus leaves it, or comes where it has been.

    Call `controls` first.
    """
    page.evaluate("document.activeElement.blur()")
    stops: list[Stop] = []
    page.keyboard.press("Tab")
    while (stop := page.evaluate("walking.here()")) and stop["place"] not in {
        each["place"] for each in stops
    }:
        stops.append(stop)
        page.keyboard.press("Tab")
    return stops


def focused_in_turn(page: Page) -> list[Stop]:
    """All controls, each with the focus that a keyboard would give it. Call `controls` first."""
    return page.evaluate(
        """walking.all.map((each) => {
            each.focus({ focusVisible: true, preventScroll: true });
            return walking.tell(each);
        })"""
    )
